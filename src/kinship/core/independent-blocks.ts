/** A part of an incident that can be settled without looking at the rest; numbers of victims, families, missing. */
export interface Block {
  readonly victims: readonly number[];
  readonly families: readonly number[];
  readonly missing: readonly number[];
}

/** Victims and families that compete with one another, directly or through others. */
export function independentBlocks(
  allowed: readonly (readonly boolean[])[],
  missing: readonly { readonly family: number }[],
): Block[] {
  const blockOfVictim = new Map<number, Set<number>>();
  const blockOfFamily = new Map<number, Set<number>>();
  const victimsOf = (family: number) => blockOfFamily.get(family) ?? new Set<number>();
  allowed.forEach((row, v) => {
    const families = new Set(row.flatMap((isAllowed, m) => (isAllowed ? [missing[m]!.family] : [])));
    if (families.size === 0) return;
    const merged = new Set<number>([v]);
    for (const family of families) for (const other of victimsOf(family)) merged.add(other);
    for (const other of merged) blockOfVictim.set(other, merged);
    for (const family of families) blockOfFamily.set(family, merged);
    for (const [family, victims] of blockOfFamily)
      if ([...victims].some((o) => merged.has(o))) blockOfFamily.set(family, merged);
  });
  return [...new Set(blockOfVictim.values())].map((victims) => {
    const families = [...blockOfFamily].flatMap(([family, set]) => (set === victims ? [family] : []));
    return {
      victims: [...victims].sort((a, b) => a - b),
      families,
      missing: missing.flatMap((person, m) =>
        families.includes(person.family) && [...victims].some((v) => allowed[v]![m]) ? [m] : [],
      ),
    };
  });
}
