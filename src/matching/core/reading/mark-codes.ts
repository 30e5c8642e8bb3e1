import { type BodyRegion, type Mark, bodySites, markTypes } from '../../../description';
import { plainWords, wordCode } from './words';

export const markSites = Object.keys(bodySites) as (keyof typeof bodySites)[];
export const markRegions = [...new Set(Object.values(bodySites))] as BodyRegion[];
export const markSides = ['unstated', 'left', 'right', 'both', 'middle'] as const;

/** Words that name the mark or the place again. */
const idle = new Set([
  'tattoo',
  'scar',
  'mark',
  'small',
  'large',
  'big',
  'old',
  'long',
  'cm',
  'left',
  'right',
  'side',
  'near',
  'like',
  'some',
  ...markSites,
]);

/** A mark as numbers: indices into the closed lists, and its words as sorted codes. */
export interface MarkCode {
  readonly type: number;
  readonly site: number;
  readonly region: number;
  readonly side: number;
  readonly words: readonly number[];
}

/** Marks of one record that are compared. Beyond them a list is a copy of a form, not a memory. */
export const MAX_MARKS = 24;

export function markCodes(marks: readonly Mark[] | undefined): MarkCode[] {
  const distinct = new Map<string, MarkCode>();
  for (const mark of marks ?? []) {
    if (distinct.size >= MAX_MARKS) break;
    const words = [
      ...new Set(
        plainWords(mark.words ?? '')
          .filter((word) => !idle.has(word))
          .map(wordCode),
      ),
    ].sort((a, b) => a - b);
    const code: MarkCode = {
      type: markTypes.indexOf(mark.type),
      site: markSites.indexOf(mark.site),
      region: markRegions.indexOf(bodySites[mark.site]),
      side: mark.side === undefined ? 0 : markSides.indexOf(mark.side),
      words: words.slice(0, 8),
    };
    if (code.type >= 0 && code.site >= 0) distinct.set(markKey(code), code);
  }
  return [...distinct.values()];
}

/** One text for one mark, words included. */
export const markKey = ({ type, site, side, words }: MarkCode): string => `${type}.${site}.${side}.${words.join('_')}`;
