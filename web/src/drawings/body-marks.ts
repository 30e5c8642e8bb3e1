import { bodySites, type Mark } from '../../../src/description/mark';
import { type BodyRegion, regions } from './body-regions';

export interface PlacedMark {
  readonly mark: Mark;
  readonly region: BodyRegion;
  /** Marks drawn on the same region before this one. */
  readonly nth: number;
}

/** Each mark on every region of the figure that it may mean: its own site, else its region of the body; without a side, on both. */
export function placedMarks(marks: readonly Mark[]): readonly PlacedMark[] {
  const counts = new Map<string, number>();
  return marks.flatMap((mark) => {
    const atSite = regions.filter(({ site }) => site === mark.site);
    const near =
      atSite.length > 0 ? atSite : regions.filter(({ site }) => bodySites[site] === bodySites[mark.site]).slice(0, 2);
    const sided = near.filter(
      ({ side }) => side === 'middle' || mark.side === undefined || mark.side === 'both' || side === mark.side,
    );
    // From the front wherever the site is seen from there: one mark is one mark, not one for each view.
    const views = sided.some(({ view }) => view === 'front') ? sided.filter(({ view }) => view === 'front') : sided;
    return views.map((region) => {
      const nth = counts.get(region.id) ?? 0;
      counts.set(region.id, nth + 1);
      return { mark, region, nth };
    });
  });
}

/** The middle of a region's corners, or of its round. */
export function middleOf({ path }: Pick<BodyRegion, 'path'>): readonly [number, number] {
  const round = /^M(-?[\d.]+) (-?[\d.]+)a(-?[\d.]+)/.exec(path);
  if (round) return [Number(round[1]) + Number(round[3]), Number(round[2])];
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const mean = (from: number) => {
    const own = numbers.filter((_, at) => at % 2 === from);
    return own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length);
  };
  return [mean(0), mean(1)];
}
