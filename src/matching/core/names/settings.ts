import type { AgreementLevels } from './token-agreement';
import { fitted } from './fitted';
import type { LearntCost, PhoneCosts } from './phone-costs';
import { phoneCosts } from './phone-costs';

/** Evidence of two words by how well their sounds agree, and by how they may be short forms of one another. */
export interface TokenLevels {
  /** Similarities, ascending, from 0 to 1. */
  readonly similarity: readonly number[];
  /** Evidence at each of them, nats, never falling; between them it is interpolated. */
  readonly nats: readonly number[];
  /** Least evidence, nats, where a table or a rule says that the words are forms of one name. */
  readonly fullForms: number;
  readonly shortForm: number;
  readonly twoShortForms: number;
  readonly loose: number;
  readonly clippedBeginning: number;
  readonly clippedEnd: number;
}

/** Weights by which the evidence of several words is joined; the first three are never negative. */
export interface NameWeights {
  readonly mean: number;
  readonly least: number;
  readonly sum: number;
  readonly constant: number;
  /** For the logarithm of the number of pairs of words. */
  readonly pairs: number;
  /** For the logarithm of 1 + the number of words without a partner; never positive. */
  readonly alone: number;
  readonly initialAgrees: number;
  readonly initialDisagrees: number;
}

/** Everything the comparison of names learnt, and from what; a version of it is stored with every proposal. */
export interface NameSettings {
  readonly version: string;
  readonly source: string;
  readonly learntCosts: readonly LearntCost[];
  readonly tokenLevels: TokenLevels;
  readonly nameWeights: NameWeights;
  readonly agreement: AgreementLevels;
  /** For each pair of scripts: log10 LR = intercept + slope * evidence in nats. */
  readonly calibration: Readonly<Record<string, readonly [intercept: number, slope: number]>>;
  /** log10 LR from which two names are called the same where nobody chose another threshold. */
  readonly threshold: number;
}

/** Settings made ready to compute with. */
export interface NameModel {
  readonly settings: NameSettings;
  readonly costs: PhoneCosts;
}

export function nameModel(settings: NameSettings): NameModel {
  return { settings, costs: phoneCosts(settings.learntCosts) };
}

export const nameSettings: NameSettings = { ...fitted, learntCosts: readCosts(fitted.learntCosts) };
export const defaultModel: NameModel = nameModel(nameSettings);

/** `phone other nats` by blank, one after the other by semicolon: short enough to keep a thousand numbers on a page. */
export function readCosts(text: string): LearntCost[] {
  return text
    .split(';')
    .map((entry) => entry.trim().split(' '))
    .flatMap(([phone, other, nats]) => (phone && other && nats ? [[phone, other, Number(nats)] as const] : []));
}
