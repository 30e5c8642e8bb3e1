import { bodySites, markTypes } from '../../../description';
import type { Comparison, Setting } from '../comparison';
import type { PostMortemProfile } from '../profile';
import { type MarkCode, markKey, markSides, markSites } from '../reading/mark-codes';
import type { Observability } from '../reading/observability';
import {
  BucketFinder,
  combineAt,
  type Elements,
  MAX_ELEMENTS,
  plainElements,
  ROLE_BITS,
  weighElements,
} from './elements';

type Examination = Exclude<PostMortemProfile['marks'], null | 'not_examinable'>;
const typeIndex = (type: (typeof markTypes)[number]): number => markTypes.indexOf(type);

/** How many reports in a hundred mention a mark of this type at all, before any are counted. */
const priorOfType: Readonly<Record<(typeof markTypes)[number], number>> = {
  scar: 0.3,
  tattoo: 0.15,
  piercing: 0.1,
  mole: 0.12,
  birthmark: 0.1,
  skin_mark: 0.06,
  amputation: 0.015,
  malformation: 0.02,
  implant: 0.02,
  healed_fracture: 0.06,
  circumcision: 0.2,
  other: 0.04,
};
/** Kinds that a layman does not tell apart. */
const pigment = new Set(['mole', 'birthmark', 'skin_mark'].map((type) => typeIndex(type as 'mole')));
const inBone = new Set(['implant', 'healed_fracture', 'amputation'].map((type) => typeIndex(type as 'implant')));
const halfInBone = typeIndex('malformation');
const MOST_UNMATCHED = 4;

/** Chance that the examiner of a body in this condition writes down a mark of this type that is there. */
export function detection(type: number, observability: Observability, { settings }: Pick<Setting, 'settings'>): number {
  const m = settings.numbers.marks;
  const inTissue = { fresh: m.detectedFresh, changed: m.detectedChanged, dry: m.detectedDry, bone: 0 }[
    observability.tissue
  ];
  const bySkin = observability.isBurned ? Math.min(inTissue, m.detectedBurned) : inTissue;
  const chance = inBone.has(type) ? m.detectedInBone : type === halfInBone ? Math.max(bySkin, 0.4) : bySkin;
  return chance * observability.share;
}

/**
 * Scars, tattoos and other marks: type, site, side and words, one to one. Agreement is weighed by how rarely reports name such a mark;
 * a mark that the family told and this body could have shown but did not weighs against, by how surely it would have been seen; one that
 * the family did not tell weighs little. Left and right are confused in one chart of twenty.
 */
export const marks: Comparison<readonly MarkCode[], Examination> & { elements: typeof elements } = {
  name: 'marks',
  group: 'marks',
  anteMortem: (am) => am.marks,
  postMortem: (pm) => pm.marks,
  get elements() {
    return elements;
  },
  against: (p, setting) =>
    weighElements(elements, p, setting, (_, log10) => (log10 > 0.05 ? 'in common' : 'none in common')),
  showAnteMortem: showMarks,
  showPostMortem: (p) => showMarks(p.marks),
  cap: 6,
};

const bodyKey = ({ tissue, isBurned, share }: Observability): string => `body ${tissue} ${isBurned} ${share}`;
const BODY = -1;
const PIGMENT = -2;
const kinds = [...markTypes.keys(), PIGMENT];
/** Marks of one kind may be one mark; any mark has to do with the body. */
const kindOf = (element: MarkCode | Observability): number =>
  isBody(element) ? BODY : pigment.has(element.type) ? PIGMENT : element.type;
const isBody = (element: MarkCode | Observability): element is Observability => 'tissue' in element;

/**
 * The remains' list ends with the body itself: a mark's weight with it is that of not being found there. NaN between marks that
 * cannot be one mark.
 */
const elements: Elements<readonly MarkCode[], Examination, MarkCode, MarkCode | Observability> = {
  ofAnteMortem: plainElements,
  ofPostMortem: (p) => [...plainElements(p.marks), { element: p.observability, role: 1 }],
  keyOfAnteMortem: markKey,
  keyOfPostMortem: (element) => (isBody(element) ? bodyKey(element) : markKey(element)),
  blank: Number.NaN,
  finder: () => new BucketFinder(kindOf, (element) => (isBody(element) ? kinds : [kindOf(element), BODY])),
  weigher: (setting) => (a, p) =>
    isBody(p) ? Math.log10(1 - detection(a.type, p, setting)) : markLog10(a, p, setting),
  combiner: ({ settings }) => {
    const numbers = settings.numbers.marks;
    const notTold = Math.log10(1 - numbers.told);
    const isTaken = new Uint8Array(MAX_ELEMENTS);
    const gains = new Float64Array(MAX_ELEMENTS);
    return ({ table, rows, rowCount, columns, columnCount }) => {
      const count = columnCount - 1;
      for (let column = 0; column < count; column++) isTaken[column] = 0;
      const body = columns[count] ?? 0;
      let matched = 0;
      let missed = 0;
      for (let row = 0; row < rowCount; row++) {
        const at = rows[row] ?? 0;
        const none = table[at + body] ?? 0;
        let best = -1;
        let bestGain = 0;
        for (let column = 0; column < count; column++) {
          // NaN is never greater: marks that cannot be one are passed over.
          const gain = (table[at + (columns[column] ?? 0)] ?? 0) - none - notTold;
          if (gain > bestGain && isTaken[column] === 0) {
            bestGain = gain;
            best = column;
          }
        }
        if (best < 0) {
          missed += none;
          continue;
        }
        isTaken[best] = 1;
        gains[matched++] = table[at + (columns[best] ?? 0)] ?? 0;
      }
      let sum = missed + Math.min(MOST_UNMATCHED, count - matched) * notTold;
      if (matched === 0) return sum;
      // Best first: marks beyond the first few tend to be one story told in pieces.
      if (matched > 1) gains.subarray(0, matched).sort();
      for (let rank = 0; rank < matched; rank++) {
        const gain = gains[matched - 1 - rank] ?? 0;
        sum += rank < numbers.counted || gain < 0 ? gain : numbers.beyond * gain;
      }
      return sum;
    };
  },
  listCombiner: (setting, found) => {
    const { table, size, roles } = found;
    const notTold = Math.log10(1 - setting.settings.numbers.marks.told);
    const count = roles.length - 1;
    const body = count * size;
    // Of each mark told: the weight of its best partner among those found, where having it is better than having none.
    const best = new Float64Array(size);
    const hasPartner = new Uint8Array(size);
    for (let number = 1; number < size; number++) {
      const none = table[body + number] ?? 0;
      let bestGain = 0;
      for (let column = 0; column < count; column++) {
        const weight = table[column * size + number] ?? 0;
        if (!(weight - none - notTold > bestGain)) continue;
        bestGain = weight - none - notTold;
        best[number] = weight;
        hasPartner[number] = 1;
      }
    }
    const noneMatched = Math.min(MOST_UNMATCHED, count) * notTold;
    const oneMatched = Math.min(MOST_UNMATCHED, count - 1) * notTold;
    const combine = combineAt(elements.combiner(setting), found);
    const places = new Int32Array(MAX_ELEMENTS);
    return (data, start, length) => {
      let missed = 0;
      let matched = 0;
      let one = 0;
      for (let at = start; at < start + length; at++) {
        const number = (data[at] ?? 0) >>> ROLES;
        if (hasPartner[number] === 1) {
          matched++;
          one = best[number] ?? 0;
        } else missed += table[body + number] ?? 0;
      }
      if (matched === 0) return missed + noneMatched;
      if (matched === 1) return missed + one + oneMatched;
      // Two may want one partner.
      for (let at = 0; at < length; at++) places[at] = start + at;
      return combine(data, places, length);
    };
  },
};

/** Held here: an imported name is looked up at each use, which the innermost loop feels. */
const ROLES = ROLE_BITS;

/** Weight of one told mark being this found one; NaN where they cannot be one. */
function markLog10(a: MarkCode, p: MarkCode, { settings, population }: Setting): number {
  const m = settings.numbers.marks;
  const isSameType = a.type === p.type;
  if (!isSameType && !(pigment.has(a.type) && pigment.has(p.type))) return Number.NaN;
  const typePrior = priorOfType[markTypes[p.type] ?? 'other'];
  const ofType = population.markPlaces.share(`${p.type}`, typePrior);
  const inRegion = population.markPlaces.share(`${p.type}.${p.region}`, typePrior / 8);
  const isSided = a.side !== 0 && p.side !== 0;
  const isSameSide = a.side === p.side;
  const areOpposite = isSided && !isSameSide && a.side + p.side === 3;
  let same: number;
  let other: number;
  if (a.site === p.site) {
    const atSite = inRegion * m.siteShare;
    if (areOpposite) [same, other] = [m.oppositeSide, atSite / 2];
    else if (isSided && isSameSide && a.side !== 4) [same, other] = [m.sameSide, atSite / 2];
    else [same, other] = [isSameSide ? m.sameSide : m.sideUnknown, atSite * (isSameSide ? 1 : 0.5)];
  } else if (a.region === p.region) {
    // "Arm" beside "forearm" is the same place told coarsely; "wrist" beside "shoulder" is not.
    const isCoarse = isRegionItself(a) || isRegionItself(p);
    [same, other] = [isCoarse ? m.sideUnknown + m.region / 2 : m.region / 2, inRegion * (isCoarse ? 0.5 : 0.6)];
    if (areOpposite) same *= 0.25;
  } else [same, other] = [m.typeOnly, ofType];
  const confusionOfTypes = isSameType ? 0 : Math.log10(0.3);
  return (
    Math.log10((m.told * same) / Math.max(1e-5, other)) + confusionOfTypes + wordsLog10(a, p, { settings, population })
  );
}

const isRegionItself = ({ site }: MarkCode): boolean => {
  const name = markSites[site];
  return name !== undefined && bodySites[name] === name;
};

function wordsLog10(a: MarkCode, p: MarkCode, { settings, population }: Setting): number {
  if (a.words.length === 0 || p.words.length === 0) return 0;
  const { wordSame, wordChance, wordsDiffer } = settings.numbers.marks;
  const common = a.words.filter((word) => p.words.includes(word));
  if (common.length === 0) return Math.log10(wordsDiffer);
  const rarest = Math.min(...common.map((word) => population.markWords.share(word, wordChance)));
  return Math.max(0, Math.log10(wordSame / Math.max(0.0005, rarest))) + Math.min(0.6, 0.2 * (common.length - 1));
}

function showMarks(list: readonly MarkCode[]): string {
  return list
    .map(({ type, site, side, words }) => {
      const where = [markSides[side] === 'unstated' ? '' : markSides[side], markSites[site]].filter(Boolean).join(' ');
      return `${markTypes[type] ?? ''} ${where}${words.length > 0 ? ' (with words)' : ''}`;
    })
    .join(', ');
}
