import type { Comparison, Setting } from '../comparison';
import { agreementLevel, agreementLog10Lr, nameSettings } from '../names';
import type { NamesFacet } from '../profile';
import { agreeing, NameFinder, type NameToken, nameLevel, nameLevels } from '../reading/name-tokens';
import { ballShares } from './ball-shares';
import {
  combineAt,
  type Elements,
  MAX_ELEMENTS,
  ROLE_BITS,
  ROLE_MASK,
  type WeightTable,
  weighElements,
} from './elements';

type Found = readonly (readonly NameToken[])[];
const OWN = 0;
const PARENT = 1;
const KIN = 2;
/** Words of found names that are compared, so that their agreements fit the bits of one number. */
const MAX_FOUND_TOKENS = 30;
/** Of several names found, the others often repeat the first in another spelling. */
const REST_SHARE = 0.3;
/** Chance that a word of the person's papers is missing from the report, once another word agrees. */
const UNTOLD = 0.4;
const LEAST_LOG10 = -1.5;

/**
 * Names found with the remains (papers, phones, jewellery) against all names in the report, in any script and order. Each word found is
 * matched to at most one word told; agreement is weighed by how many reports hold a name that sounds so, hence "Mohamed" says
 * little. A name found need not be the person's: it may be a companion's, a relative's, a stranger's, so a miss says little.
 */
export const names: Comparison<NamesFacet, Found> & { elements: typeof elements } = {
  name: 'names',
  group: 'object',
  anteMortem: (am) => am.names,
  postMortem: (pm) => pm.names,
  get elements() {
    return elements;
  },
  against: (p, setting) => weighElements(elements, p, setting, (a, log10) => bestLevel(a, p, log10)),
  showAnteMortem: ({ own, parents }) => [...own, ...parents].map(({ text }) => text).join(' '),
  showPostMortem: (p) => p.map((tokens) => tokens.map(({ text }) => text).join(' ')).join('; '),
  cap: 6,
};

/**
 * Weight of one word agreeing so well, log10: how often two spellings of one name in these scripts agree so, by the levels fitted on
 * labelled pairs, over the share of reports that hold a name which agrees as well.
 */
export function tokenLog10(similarity: number, told: NameToken, found: NameToken, shares: Float64Array): number {
  const share = shares[agreementLevel(similarity, nameSettings)] ?? 1;
  return Math.max(0, agreementLog10Lr(similarity, told.form, found.form, nameSettings, share));
}

/** Weight of one word agreeing at this level: how often one person's name is so spelt, over how many reports hold such a name. */
export function levelLog10(found: NameToken, level: number, { settings, population }: Setting): number {
  const n = settings.numbers.names;
  const share = Math.max(n.rarest, population.tokens.share(found.sound, Math.max(found.commonShare, n.typicalShare)));
  if (level === 0 || level === 1) return Math.log10((level === 0 ? n.exact : n.skeleton) / Math.min(0.9, share));
  if (level === 2) return Math.log10(n.near / (share + n.nearByChance));
  return level === 3 ? Math.log10(n.similar / (share + n.similarByChance)) : 0;
}

/** Roles: whose word it is in the report; which of the found names a word belongs to in the remains. */
const elements: Elements<NamesFacet, Found, NameToken, NameToken> = {
  ofAnteMortem: ({ own, parents, kin }) => [
    ...own.map((element) => ({ element, role: OWN })),
    ...parents.map((element) => ({ element, role: PARENT })),
    ...kin.map((element) => ({ element, role: KIN })),
  ],
  ofPostMortem: (p) =>
    p.flatMap((tokens, name) => tokens.map((element) => ({ element, role: name }))).slice(0, MAX_FOUND_TOKENS),
  keyOfAnteMortem: ({ text }) => text,
  keyOfPostMortem: ({ text }) => text,
  blank: 0,
  finder: () => new NameFinder(),
  weigher: (setting) => {
    const sharesOf = ballShares(setting);
    return (a, p) => {
      const similarity = agreeing(a, p);
      return similarity === 0 ? 0 : tokenLog10(similarity, a, p, sharesOf(p));
    };
  },
  combiner: ({ settings }) => {
    const n = settings.numbers.names;
    const untold = Math.log10(UNTOLD);
    const absent = Math.log10(n.absent);
    const neither = 1 - n.belongsOwn - n.belongsKin;
    const mixed = (own: number, kin: number) =>
      Math.log10(n.belongsOwn * 10 ** own + n.belongsKin * 10 ** kin + neither);
    const allAbsent = mixed(absent, absent);
    const taken = new Uint8Array(MAX_ELEMENTS);

    /** Greedy one to one, the best pair first: the weight of the columns first..end against the words of the person, or of the kin. */
    const aligned = (
      { table, rows, rowRoles, rowCount, columns }: WeightTable,
      first: number,
      end: number,
      isKin: boolean,
    ): number => {
      for (let row = 0; row < rowCount; row++) taken[row] = 0;
      let done = 0;
      let sum = 0;
      let matched = 0;
      for (;;) {
        let best = 0;
        let bestColumn = -1;
        let bestRow = -1;
        for (let row = 0; row < rowCount; row++) {
          const role = rowRoles[row] ?? OWN;
          if (taken[row] === 1 || (role === KIN) !== isKin) continue;
          const at = rows[row] ?? 0;
          const scale = role === PARENT ? n.parentWeight : 1;
          for (let column = first; column < end; column++) {
            if ((done & (1 << (column - first))) !== 0) continue;
            const weight = scale * (table[at + (columns[column] ?? 0)] ?? 0);
            if (weight > best) {
              best = weight;
              bestColumn = column;
              bestRow = row;
            }
          }
        }
        if (bestRow < 0) break;
        taken[bestRow] = 1;
        done |= 1 << (bestColumn - first);
        sum += best;
        matched++;
      }
      return matched === 0 ? absent : sum + (end - first - matched) * untold;
    };

    return (weights) => {
      const { table, rows, rowCount, columns, columnRoles, columnCount } = weights;
      if (rowCount === 0 || columnCount === 0) return Number.NaN;
      let agrees = false;
      for (let row = 0; row < rowCount && !agrees; row++) {
        const at = rows[row] ?? 0;
        for (let column = 0; column < columnCount; column++)
          if ((table[at + (columns[column] ?? 0)] ?? 0) > 0) agrees = true;
      }
      const foundNames = (columnRoles[columnCount - 1] ?? 0) + 1;
      if (!agrees) return Math.max(LEAST_LOG10, foundNames * allAbsent);
      let best = Number.NEGATIVE_INFINITY;
      let positive = 0;
      let negative = 0;
      let end = 0;
      for (let name = 0; name < foundNames; name++) {
        const first = end;
        while (end < columnCount && columnRoles[end] === name) end++;
        const weight = mixed(aligned(weights, first, end, false), aligned(weights, first, end, true));
        if (weight > best) best = weight;
        if (weight > 0) positive += weight;
        else negative += weight;
      }
      return best > 0 ? best + REST_SHARE * (positive - best + negative) : Math.max(LEAST_LOG10, negative);
    };
  },
  listCombiner: (setting, found) => {
    const { size, isTouched } = found;
    const combine = combineAt(elements.combiner(setting), found);
    const places = new Int32Array(MAX_ELEMENTS);
    const one = new Uint32Array(1);
    // Words that agree with none found change nothing, so a report without others is like every such report, and one with a single
    // word that agrees like every report that holds this word in this part.
    one[0] = 0;
    places[0] = 0;
    const untouched = combine(one, places, 1);
    const alone = [OWN, PARENT, KIN].map(() => new Float64Array(size).fill(Number.NaN));
    return (data, start, length) => {
      let count = 0;
      for (let at = start; at < start + length; at++)
        if (isTouched[(data[at] ?? 0) >>> ROLES] === 1) places[count++] = at;
      if (count === 0) return untouched;
      if (count > 1) return combine(data, places, count);
      const value = data[places[0] ?? 0] ?? 0;
      const known = alone[value & ROLE_MASK];
      let weight = known?.[value >>> ROLES] ?? Number.NaN;
      // NaN is the only value unequal to itself.
      if (weight !== weight) {
        weight = combine(data, places, 1);
        if (known !== undefined) known[value >>> ROLES] = weight;
      }
      return weight;
    };
  },
};
/** Held here: an imported name is looked up at each use, which the innermost loop feels. */
const ROLES = ROLE_BITS;

function bestLevel(a: NamesFacet, p: Found, log10: number): string {
  let best = 4;
  for (const token of [...a.own, ...a.parents])
    for (const name of p) for (const found of name) best = Math.min(best, nameLevel(token, found));
  return log10 > 0 || best < 4 ? (nameLevels[best] ?? 'unlike') : 'unlike';
}
