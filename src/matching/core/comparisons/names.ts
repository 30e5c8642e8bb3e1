import type { Comparison, Setting } from '../comparison';
import type { NamesFacet } from '../profile';
import { type NameToken, nameLevel, nameLevels } from '../reading/name-tokens';
import { type ElementKernel, type Elements, weighElements } from './elements';

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
export const names: Comparison<NamesFacet, Found> & {
  elements: Elements<NamesFacet, NameToken>;
  kernel: typeof kernelOf;
} = {
  name: 'names',
  group: 'object',
  anteMortem: (am) => am.names,
  postMortem: (pm) => pm.names,
  elements: {
    of: ({ own, parents, kin }) => [
      ...own.map((element) => ({ element, role: OWN })),
      ...parents.map((element) => ({ element, role: PARENT })),
      ...kin.map((element) => ({ element, role: KIN })),
    ],
    key: ({ text }) => text,
  },
  kernel: kernelOf,
  against: (p, setting) => {
    const kernel = kernelOf(p, setting);
    return (a) => weighElements(names.elements, kernel, a, (log10) => bestLevel(a, p, log10));
  },
  showAnteMortem: ({ own, parents }) => [...own, ...parents].map(({ text }) => text).join(' '),
  showPostMortem: (p) => p.map((tokens) => tokens.map(({ text }) => text).join(' ')).join('; '),
  cap: 6,
};

/** Weight of one word agreeing at this level: how often one person's name is so spelt, over how many reports hold such a name. */
export function tokenLog10(found: NameToken, level: number, { settings, population }: Setting): number {
  const n = settings.numbers.names;
  const share = Math.max(n.rarest, population.tokens.share(found.skeleton));
  if (level === 0 || level === 1) return Math.log10((level === 0 ? n.exact : n.skeleton) / Math.min(0.9, share));
  if (level === 2) return Math.log10(n.near / (share + n.nearByChance));
  return level === 3 ? Math.log10(n.similar / (share + n.similarByChance)) : 0;
}

function kernelOf(p: Found, setting: Setting): ElementKernel<NameToken> {
  const n = setting.settings.numbers.names;
  const tokens: NameToken[] = [];
  const starts: number[] = [];
  for (const name of p) {
    if (tokens.length + name.length > MAX_FOUND_TOKENS) break;
    starts.push(tokens.length);
    tokens.push(...name);
  }
  starts.push(tokens.length);
  const count = tokens.length;
  const width = count + 1;
  const weights = tokens.map((token) => nameLevels.map((_, level) => tokenLog10(token, level, setting)));
  const untold = Math.log10(UNTOLD);
  const absent = Math.log10(n.absent);
  const mixed = (own: number, kin: number) =>
    Math.log10(n.belongsOwn * 10 ** own + n.belongsKin * 10 ** kin + (1 - n.belongsOwn - n.belongsKin));
  const nothing = starts.slice(1).reduce((sum) => sum + mixed(absent, absent), 0);
  const weightOf = (role: number) => (role === PARENT ? n.parentWeight : 1);

  /** Greedy one-to-one: the best pair first. Returns the weight of this found name against the words of these roles. */
  const taken = new Uint8Array(128);
  const aligned = (
    table: Float64Array,
    list: Uint32Array,
    from: number,
    to: number,
    name: number,
    isKin: boolean,
  ): number => {
    const first = starts[name] ?? 0;
    const end = starts[name + 1] ?? first;
    const length = Math.min(128, to - from);
    taken.fill(0, 0, length);
    let done = 0;
    let sum = 0;
    let matched = 0;
    for (let round = first; round < end; round++) {
      let best = 0;
      let bestToken = -1;
      let bestAt = -1;
      for (let at = 0; at < length; at++) {
        const entry = list[from + at] ?? 0;
        if (taken[at] === 1 || ((entry & 3) === KIN) !== isKin) continue;
        const row = (entry >>> 2) * width;
        if (table[row] === 0) continue;
        for (let column = first; column < end; column++) {
          if ((done & (1 << column)) !== 0) continue;
          const weight = (table[row + 1 + column] ?? 0) * weightOf(entry & 3);
          if (weight > best) {
            best = weight;
            bestToken = column;
            bestAt = at;
          }
        }
      }
      if (bestAt < 0) break;
      taken[bestAt] = 1;
      done |= 1 << bestToken;
      sum += best;
      matched++;
    }
    return matched === 0 ? absent : sum + (end - first - matched) * untold;
  };

  return {
    width,
    // A row: 1 if the word agrees with any found word, then its weight with each.
    fill: (token, table, at) => {
      let agrees = 0;
      tokens.forEach((found, column) => {
        const level = nameLevel(token, found);
        const weight = level === 4 ? 0 : (weights[column]?.[level] ?? 0);
        table[at + 1 + column] = weight;
        if (weight > 0) agrees = 1;
      });
      table[at] = agrees;
    },
    combine: (table, list, from, to) => {
      if (from === to || count === 0) return Number.NaN;
      let agrees = 0;
      for (let at = from; at < to; at++) agrees |= table[((list[at] ?? 0) >>> 2) * width] ?? 0;
      if (agrees === 0) return Math.max(LEAST_LOG10, nothing);
      let best = Number.NEGATIVE_INFINITY;
      let positive = 0;
      let negative = 0;
      for (let name = 0; name + 1 < starts.length; name++) {
        const weight = mixed(aligned(table, list, from, to, name, false), aligned(table, list, from, to, name, true));
        if (weight > best) best = weight;
        if (weight > 0) positive += weight;
        else negative += weight;
      }
      if (best > 0) return best + REST_SHARE * (positive - best + negative);
      return Math.max(LEAST_LOG10, negative);
    },
  };
}

function bestLevel(a: NamesFacet, p: Found, log10: number): string {
  let best = 4;
  for (const token of [...a.own, ...a.parents])
    for (const name of p) for (const found of name) best = Math.min(best, nameLevel(token, found));
  return log10 > 0 || best < 4 ? (nameLevels[best] ?? 'unlike') : 'unlike';
}
