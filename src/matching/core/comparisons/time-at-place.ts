import type { Setting } from '../comparison';
import type { PostMortemProfile } from '../profile';
import type { DaySpan } from '../reading/days';
import { onSphere } from '../reading/sphere';
import { chanceByDay, chanceWithin } from './time';

type Death = NonNullable<PostMortemProfile['death']>;

/** Widths of the window of death that are told apart, days. */
const WIDTHS = [6, 15, 40, 100, 300, 900];
/** Reports near the place that weigh as much as the belief that when people die there is when they die everywhere. */
const PRIOR_REPORTS = 6;
const LEAST = 0.02;
const MOST = 50;

/** A window of death in steps, so that many remains share one. */
export function deathWindow(death: Death | null): DaySpan | null {
  if (death === null) return null;
  const width = death.latest - death.earliest + 1;
  const wide = WIDTHS.find((step) => width <= step * 1.5) ?? 900;
  const middle = 10 * Math.round((death.earliest + death.latest) / 20);
  return { earliest: middle - Math.floor(wide / 2), latest: middle + Math.floor(wide / 2) };
}

/**
 * How much likelier a random other of this place died in this window than a random other of anywhere: u(time | place) / u(time). People
 * on one route die in the same seasons and years, and in the same events; two lines of evidence that each ask "how likely by chance" would
 * count that twice. Counted from the open reports by cell of two degrees and month of the last contact, held back to 1 where few are near.
 */
export function timeAtPlace({ settings, population }: Setting): (
  /** Names the place: one name has one density. */
  place: string,
  /** How likely recovery here is after a contact there: a point of the unit sphere. */
  densityTo: (x: number, y: number, z: number) => number,
  window: DaySpan,
) => number {
  const chances = chanceByDay(settings);
  const cells = new Map<string, ContactCell>();
  const everywhere = new Map<number, number>();
  for (const [key, reports] of population.contactTimes.entries()) {
    const [south = 0, west = 0, month = 0] = key.split(',').map(Number);
    const name = `${south},${west}`;
    let cell = cells.get(name);
    if (cell === undefined)
      cells.set(name, (cell = { at: onSphere(2 * south + 1, 2 * west + 1), total: 0, months: [] }));
    cell.months.push([month, reports]);
    cell.total += reports;
    everywhere.set(month, (everywhere.get(month) ?? 0) + reports);
  }
  const list = [...cells.values()];
  const first = Math.min(...everywhere.keys());
  const months = everywhere.size === 0 ? 0 : Math.max(...everywhere.keys()) - first + 1;
  const densityIn = ({ earliest, latest }: DaySpan): Float64Array =>
    Float64Array.from({ length: months }, (_, month) => {
      let density = 0;
      for (let day = (first + month) * 30 + 5; day < (first + month) * 30 + 30; day += 10)
        density += chanceWithin(chances, latest + 1 - day) - chanceWithin(chances, earliest - day);
      return density;
    });
  const perCell = list.map((cell) => ({
    months: Int32Array.from(cell.months, ([month]) => month - first),
    reports: Float64Array.from(cell.months, ([, reports]) => reports),
  }));
  const numberOf = new Map(list.map((cell, number) => [cell, number]));
  const places = new Map<string, Surroundings>();
  const windows = new Map<string, { density: Float64Array; mean: number; byCell: Float64Array }>();
  return (place, densityTo, window) => {
    if (everywhere.size === 0) return 1;
    const key = `${window.earliest} ${window.latest}`;
    let here = windows.get(key);
    if (here === undefined) {
      const density = densityIn(window);
      let sum = 0;
      let count = 0;
      for (const [month, reports] of everywhere) {
        sum += reports * (density[month - first] ?? 0);
        count += reports;
      }
      const byCell = new Float64Array(list.length).fill(Number.NaN);
      windows.set(key, (here = { density, mean: sum / count, byCell }));
    }
    if (!(here.mean > 1e-12)) return 1;
    let around = places.get(place);
    if (around === undefined) places.set(place, (around = surroundings(list, densityTo)));
    // Cells that hardly anybody comes here from are taken to share the times of everywhere.
    let ratio = 1 - around.shareOfNear;
    for (const { cell, share } of around.near) {
      const number = numberOf.get(cell) ?? 0;
      let inCell = here.byCell[number] ?? Number.NaN;
      if (Number.isNaN(inCell)) {
        inCell = 0;
        const counted = perCell[number];
        for (let at = 0; at < cell.months.length; at++)
          inCell += (counted?.reports[at] ?? 0) * (here.density[counted?.months[at] ?? 0] ?? 0);
        here.byCell[number] = inCell;
      }
      ratio += (share * inCell) / cell.total / here.mean;
    }
    ratio = (around.reports * ratio + PRIOR_REPORTS) / (around.reports + PRIOR_REPORTS);
    return Number.isFinite(ratio) ? Math.min(MOST, Math.max(LEAST, ratio)) : 1;
  };
}

interface ContactCell {
  readonly at: readonly [number, number, number];
  total: number;
  readonly months: [month: number, reports: number][];
}

/** Where those who die at a place were last heard of. */
interface Surroundings {
  /** Cells that nearly all of them come from, each with its share of all. */
  readonly near: readonly { readonly cell: ContactCell; readonly share: number }[];
  readonly shareOfNear: number;
  /** Reports as good as beside the place. */
  readonly reports: number;
}
const NEARLY_ALL = 0.99;

function surroundings(
  cells: readonly ContactCell[],
  densityTo: (x: number, y: number, z: number) => number,
): Surroundings {
  const weighed = cells.map((cell) => {
    const density = densityTo(...cell.at);
    return { cell, density, weight: density * cell.total };
  });
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const greatest = weighed.reduce((most, { density }) => Math.max(most, density), 0);
  const near: { cell: ContactCell; share: number }[] = [];
  let shareOfNear = 0;
  for (const { cell, weight } of weighed.sort((a, b) => b.weight - a.weight)) {
    if (shareOfNear >= NEARLY_ALL) break;
    near.push({ cell, share: weight / sum });
    shareOfNear += weight / sum;
  }
  return { near, shareOfNear, reports: sum / greatest };
}
