import { bodySites, markTypes, type BodySite, type Mark } from '../../../description';
import { read, refuse, type CellReader } from './reading';

const sites = Object.keys(bodySites) as BodySite[];
const sides = ['left', 'right', 'both', 'middle'] as const;
const fold = (word: string) =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** `type@site[.side][: words]`: `tattoo@arm.left: letters "AH"`. */
export const mark: CellReader<Mark> = (cell) => {
  const colon = cell.indexOf(':');
  const place = colon < 0 ? cell : cell.slice(0, colon);
  const words = colon < 0 ? '' : cell.slice(colon + 1).trim();
  const parts = /^([^@.]+)@([^@.]+)(?:\.([^@.]+))?$/.exec(place);
  if (!parts) return refuse('exchange.mark-not-understood');
  const [, typeWord = '', siteWord = '', sideWord] = parts;
  const type = markTypes.find((known) => known === fold(typeWord));
  const site = sites.find((known) => known === fold(siteWord));
  const side = sides.find((known) => known === fold(sideWord ?? ''));
  const faults = [
    ...(type ? [] : refuse('exchange.mark-type-unknown', { allowed: markTypes.join(', ') }).faults),
    ...(site ? [] : refuse('exchange.mark-site-unknown', { allowed: sites.join(', ') }).faults),
    ...(sideWord === undefined || side
      ? []
      : refuse('exchange.mark-side-unknown', { allowed: sides.join(', ') }).faults),
    ...(words.length > 1000 ? refuse('exchange.text-too-long', { maximum: 1000 }).faults : []),
  ];
  if (faults.length > 0 || !type || !site) return { faults };
  return read({ type, site, ...(side && { side }), ...(words !== '' && { words }) });
};

/** The inverse of `mark`, to be put into a list by `writeList`. */
export const writeMark = ({ type, site, side, words }: Mark): string =>
  `${type}@${site}${side ? `.${side}` : ''}${words ? `: ${words}` : ''}`;
