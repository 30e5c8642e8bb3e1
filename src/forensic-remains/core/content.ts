import { earliestAndLatest } from '../../description';

/** JSON with its keys in order and without undefined, so that one content has one writing. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** Year and month that are certain; null where the date leaves them open. What lists may show and filter. */
export function certainMonth(edtf: string | undefined): { year: number | null; month: number | null } {
  const interval = edtf === undefined ? null : earliestAndLatest(edtf);
  if (!interval?.earliest || !interval.latest) return { year: null, month: null };
  const [from, to] = [interval.earliest, interval.latest];
  if (from.slice(0, 4) !== to.slice(0, 4)) return { year: null, month: null };
  return {
    year: Number(from.slice(0, 4)),
    month: from.slice(0, 7) === to.slice(0, 7) ? Number(from.slice(5, 7)) : null,
  };
}
