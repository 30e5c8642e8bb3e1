import { areDistinct } from './distinct-names';
import { clippingOf } from './clipped-form';
import type { AlignedTokens, NameAlignment } from './name-alignment';
import { type FrequencyOf, informationShare } from './name-frequency';
import type { Script } from './script';
import type { NameSettings, TokenLevels } from './settings';

/** Floor and cap of what names may say, log10 LR: a clerical slip can explain any disagreement (`matching.md` section 2). */
export const LEAST_LOG10_LR = -3;
export const GREATEST_LOG10_LR = 6;

/**
 * Evidence of two aligned words that they are one name.
 *
 * Unit: nats, log odds among the labelled pairs of words on which the levels were fitted.
 * Source: levels of `settings.ts`, fitted by `bench/names-fit.ts`; nicknames and clipped forms lift it to their level.
 */
export function tokenEvidence(pair: AlignedTokens, levels: TokenLevels): number {
  const nats = Math.max(soundEvidence(pair.similarity, levels), relationLevel(pair, levels));
  return areDistinct(pair.a.distinctNames, pair.b.distinctNames) ? Math.min(nats, DISTINCT_NAMES) : nats;
}

/** Most that is said for two names known to be different, nats: a clerk may still have taken one for the other. */
const DISTINCT_NAMES = -1.5;

/** What the agreement in sound alone says, nats. */
export function soundEvidence(similarity: number, levels: TokenLevels): number {
  return interpolate(similarity, levels.similarity, levels.nats);
}

function relationLevel({ a, b, nickname }: AlignedTokens, levels: TokenLevels): number {
  const relation = {
    'full forms': levels.fullForms,
    'short form': levels.shortForm,
    'two short forms': levels.twoShortForms,
    loose: levels.loose,
    none: -Infinity,
  }[nickname];
  if (a.script !== 'Latn' || b.script !== 'Latn') return relation;
  const clipping = { beginning: levels.clippedBeginning, end: levels.clippedEnd, none: -Infinity }[
    clippingOf(a.phones, b.phones)
  ];
  return Math.max(relation, clipping);
}

/** The numbers by which two names are weighed, in the order of `NameWeights`. */
export interface NameFeatures {
  /** One word is all that can be compared: its evidence stands for itself. */
  readonly isSingle: boolean;
  readonly mean: number;
  readonly least: number;
  readonly sum: number;
  readonly pairs: number;
  readonly alone: number;
  readonly initialAgrees: number;
  readonly initialDisagrees: number;
}

/** Undefined where no word could be set beside another: nothing is known, and nothing is said. */
export function nameFeatures(
  alignment: NameAlignment,
  levels: TokenLevels,
  frequencyOf: FrequencyOf,
): NameFeatures | undefined {
  const words = alignment.pairs
    .filter((pair) => !pair.isInitial)
    .map((pair) => {
      const nats = tokenEvidence(pair, levels);
      return nats > 0 ? nats * informationShare(pair.a, pair.b, frequencyOf) : nats;
    });
  const initials = alignment.pairs.filter((pair) => pair.isInitial);
  if (words.length === 0) return undefined;
  const sum = words.reduce((total, nats) => total + nats, 0);
  return {
    isSingle: words.length === 1 && initials.length === 0,
    mean: sum / words.length,
    least: Math.min(...words),
    sum,
    pairs: Math.log(words.length),
    alone: Math.log(1 + Math.abs(alignment.a.length - alignment.b.length)),
    initialAgrees: initials.some((pair) => pair.similarity > 0) ? 1 : 0,
    initialDisagrees: initials.some((pair) => pair.similarity === 0) ? 1 : 0,
  };
}

/** Evidence of two names, nats, before it is calibrated for their scripts. */
export function nameEvidence(features: NameFeatures, { nameWeights: w }: NameSettings): number {
  // One word beside a longer name had as many chances to agree as that name has words.
  if (features.isSingle) return features.mean > 0 ? Math.max(0, features.mean - features.alone) : features.mean;
  return (
    w.constant +
    w.mean * features.mean +
    w.least * features.least +
    w.sum * features.sum +
    w.pairs * features.pairs +
    w.alone * features.alone +
    w.initialAgrees * features.initialAgrees +
    w.initialDisagrees * features.initialDisagrees
  );
}

/** Two scripts in a fixed order, `Arab-Latn`, as the calibration names them. */
export function scriptPair(a: Script, b: Script): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

export function calibrate(nats: number, pair: string, settings: NameSettings): number {
  const [intercept, slope] = settings.calibration[pair] ?? settings.calibration['other']!;
  return Math.min(GREATEST_LOG10_LR, Math.max(LEAST_LOG10_LR, intercept + slope * nats));
}

function interpolate(x: number, at: readonly number[], values: readonly number[]): number {
  let upper = 1;
  while (upper < at.length - 1 && x > at[upper]!) upper++;
  const left = at[upper - 1]!;
  const right = at[upper]!;
  const share = Math.min(1, Math.max(0, (x - left) / (right - left)));
  return values[upper - 1]! + share * (values[upper]! - values[upper - 1]!);
}
