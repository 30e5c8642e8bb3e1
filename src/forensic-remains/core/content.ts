import { earliestAndLatest } from '../../description';

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
