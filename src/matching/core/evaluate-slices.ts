import { evaluate, type RankedCandidate, type TruePair } from './evaluate';
import { exclusionOf } from './exclusion';
import type { AnteMortemProfile, PostMortemProfile } from './profile';
import { DAYS_PER_YEAR } from './reading/days';
import type { MatchingSettings } from './settings';

/** By what the rankings are judged in parts: whether it is as good for one people as for another, and what evidence there was. */
export const sliceKinds = ['script', 'nationality', 'sex', 'age', 'evidence', 'condition'] as const;
export type SliceKind = (typeof sliceKinds)[number];
export type PairFacts = Readonly<Record<SliceKind, string>> & { readonly isExcluded: boolean };

const scripts = {
  Arabic: /\p{Script=Arabic}/u,
  Ethiopic: /\p{Script=Ethiopic}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Bengali: /\p{Script=Bengali}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Latin: /\p{Script=Latin}/u,
};

/** What is true of one true pair, as its records tell it. */
export function pairFacts(am: AnteMortemProfile, pm: PostMortemProfile, settings: MatchingSettings): PairFacts {
  const text = [...am.givenNames, ...am.familyNames].map((token) => token.text).join(' ');
  const script = Object.entries(scripts).find(([, letters]) => letters.test(text))?.[0] ?? 'none';
  const years = am.birth === null || am.contact === null ? null : (am.contact.latest - am.birth.day) / DAYS_PER_YEAR;
  const has = (side: unknown) => side !== null && side !== 'not_examinable';
  const isTold = (name: 'names' | 'phones' | 'documents') => has(pm[name]) && am[name] !== null;
  const evidence =
    isTold('phones') || isTold('documents')
      ? 'number or paper'
      : isTold('names')
        ? 'name found'
        : has(pm.teeth) && am.teeth !== null
          ? 'teeth'
          : has(pm.marks) && am.marks !== null
            ? 'marks'
            : 'body, time and place';
  return {
    script,
    nationality: am.origin?.countries[0] ?? 'none',
    sex: am.sex ?? 'unknown',
    age:
      years === null
        ? 'unknown'
        : years < 12
          ? '0-11'
          : years < 18
            ? '12-17'
            : years < 35
              ? '18-34'
              : years < 60
                ? '35-59'
                : '60-',
    evidence,
    condition: { fresh: 'fresh', changed: 'decomposed', dry: 'mummified', bone: 'bone' }[pm.observability.tissue],
    isExcluded: exclusionOf(am.contact, pm.death, settings) !== null,
  };
}

export interface Slice {
  readonly by: SliceKind;
  readonly value: string;
  /** Remains of which some true report is in this slice. */
  readonly remains: number;
  readonly recallAt: { readonly 1: number; readonly 10: number; readonly 50: number };
  readonly meanReciprocalRank: number;
}

/** The same rankings, judged by the true pairs of each slice alone. Slices of fewer than `least` pairs say nothing and are left out. */
export function evaluateSlices(
  ranked: readonly RankedCandidate[],
  truth: readonly TruePair[],
  factsOf: (pair: TruePair) => PairFacts | null,
  least = 5,
): Slice[] {
  const slices = new Map<string, { by: SliceKind; value: string; pairs: TruePair[] }>();
  const facts = truth.map((pair) => ({ pair, facts: factsOf(pair) }));
  for (const { pair, facts: known } of facts)
    for (const by of known === null ? [] : sliceKinds) {
      const value = known![by];
      const key = `${by}\n${value}`;
      const slice = slices.get(key) ?? { by, value, pairs: [] };
      slice.pairs.push(pair);
      slices.set(key, slice);
    }
  const isTrue = new Set(truth.map(({ remains, report }) => `${remains}\n${report}`));
  const hits = ranked.filter(({ remains, report }) => isTrue.has(`${remains}\n${report}`));
  return [...slices.values()]
    .filter(({ pairs }) => pairs.length >= least)
    .map(({ by, value, pairs }) => {
      const { remains, recallAt, meanReciprocalRank } = evaluate(hits, pairs);
      return { by, value, remains, recallAt, meanReciprocalRank };
    })
    .sort((a, b) => sliceKinds.indexOf(a.by) - sliceKinds.indexOf(b.by) || b.remains - a.remains);
}

/**
 * The largest share at which so few of so many are no surprise: exact (Clopper and Pearson), so that none of 3,000 says "under 0.12 %" and not
 * "never".
 */
export function upperBound(count: number, of: number, risk = 0.025): number {
  if (of <= 0 || count >= of) return 1;
  let low = count / of;
  let high = 1;
  for (let round = 0; round < 60; round++) {
    const share = (low + high) / 2;
    if (chanceOfAtMost(count, of, share) > risk) low = share;
    else high = share;
  }
  return high;
}

function chanceOfAtMost(count: number, of: number, share: number): number {
  let log = of * Math.log1p(-share);
  let sum = Math.exp(log);
  for (let k = 1; k <= count; k++) {
    log += Math.log((of - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(log);
  }
  return sum;
}
