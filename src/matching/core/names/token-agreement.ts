import { scriptPair } from './name-evidence';
import type { NameSettings } from './settings';
import type { TokenForm } from './token-form';

/** How often two spellings of one name, and words of two strangers, agree as well as each level says. */
export interface AgreementLevels {
  /** Least similarity of each level, ascending from 0. */
  readonly from: readonly number[];
  /** P(level | one name), by pair of scripts; `other` where too few pairs were known. */
  readonly same: Readonly<Record<string, readonly number[]>>;
  /** P(level | two names drawn at random), likewise. */
  readonly random: Readonly<Record<string, readonly number[]>>;
}

/**
 * log10 LR of one word beside another at their similarity: P(level | one name) / P(level | strangers).
 *
 * For the engine that knows its register: `ballShare`, the share of people whose word agrees with `a` at this level or
 * better (term frequency on the similarity ball), takes the place of the chance among names at random.
 * Error: levels are steps; the chance for strangers was counted among the names of the labelled pairs, each once.
 */
export function agreementLog10Lr(
  similarity: number,
  a: TokenForm,
  b: TokenForm,
  settings: NameSettings,
  ballShare?: number,
): number {
  const { from, same, random } = settings.agreement;
  const level = agreementLevel(similarity, settings);
  const pair = scriptPair(a.script, b.script);
  const m = (same[pair] ?? same['other']!)[level]!;
  const byChance = (random[pair] ?? random['other']!)[level]!;
  const u = ballShare !== undefined && ballShare > 0 && from[level]! > 0 ? Math.min(1, ballShare) : byChance;
  return Math.log10(m / u);
}

/** Number of the level, from 0 for words that disagree. */
export function agreementLevel(similarity: number, settings: NameSettings): number {
  const { from } = settings.agreement;
  let level = from.length - 1;
  while (level > 0 && !(similarity >= from[level]!)) level--;
  return level;
}
