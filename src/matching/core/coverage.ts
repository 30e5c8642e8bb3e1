import { createHash } from 'node:crypto';

/** An open record and the newest run that took it as its subject. Transaction ids are compared as numbers below 2^53. */
export interface Covered {
  readonly id: string;
  /** Transaction of its last change. */
  readonly changedIn: number;
  /** Horizon of its newest run at its present version under present settings; 0 where there is none. */
  readonly horizon: number;
}

export interface Hole {
  readonly reportId: string;
  readonly remainsId: string;
}

/**
 * Whether a pair has been compared at its present versions: a run of one side took the other in, that is, the other's
 * last change lies below the run's horizon.
 */
export const isCovered = (report: Covered, remains: Covered): boolean =>
  remains.changedIn < report.horizon || report.changedIn < remains.horizon;

/**
 * Counts and lists the pairs that no run covers. Records that cover, or are covered by, everything on the other side are
 * left out first, so that a whole ledger costs one pass over each side and only what is open is paired.
 */
export function holesBetween(
  reports: readonly Covered[],
  remains: readonly Covered[],
  list: number,
): { count: number; holes: Hole[] } {
  const newestRemains = remains.reduce((max, { changedIn }) => Math.max(max, changedIn), 0);
  const newestReport = reports.reduce((max, { changedIn }) => Math.max(max, changedIn), 0);
  const openReports = reports.filter(({ horizon }) => horizon <= newestRemains);
  const openRemains = remains.filter(({ horizon }) => horizon <= newestReport);
  const holes: Hole[] = [];
  let count = 0;
  for (const one of openRemains)
    for (const report of openReports)
      if (!isCovered(report, one)) {
        count++;
        if (holes.length < list) holes.push({ reportId: report.id, remainsId: one.id });
      }
  return { count, holes };
}

/** Order-free digest of records: the sum of 60-bit hashes of (id, change number). The same sum is taken in SQL from the tables. */
export class Digest {
  records = 0;
  sum = 0n;

  add(id: string, changeNo: string): void {
    this.records++;
    this.sum += hashOf(id, changeNo);
  }

  remove(id: string, changeNo: string): void {
    this.records--;
    this.sum -= hashOf(id, changeNo);
  }
}

const hashOf = (id: string, changeNo: string): bigint =>
  BigInt(`0x${createHash('sha256').update(`${id}:${changeNo}`).digest('hex').slice(0, 15)}`);

/** The same digest over rows of (id, change_no), as an SQL expression. */
export const digestSql = (id: string, changeNo: string): string =>
  `sum(('x' || substr(encode(sha256(convert_to(${id}::text || ':' || ${changeNo}::text, 'UTF8')), 'hex'), 1, 15))::bit(60)::bigint)::text`;
