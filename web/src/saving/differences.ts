/** The names of the fields in which two versions of a record differ, in the order of the first. */
export function differingFields(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter((name) => name !== 'answers');
  return names.filter((name) => stable(ours[name]) !== stable(theirs[name]));
}

/** Text that does not depend on the order of keys, which PostgreSQL does not keep. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${key}:${stable(inner)}`)
      .join()}}`;
  return JSON.stringify(value) ?? '';
}
