import { type FrequencyOf, frequencyOfCommonNames } from './name-frequency';
import { type AlignedTokens, alignNames } from './name-alignment';
import { calibrate, nameEvidence, nameFeatures, scriptPair, soundEvidence, tokenEvidence } from './name-evidence';
import { iso15924, type Script } from './script';
import { defaultModel, type NameModel, type TokenLevels } from './settings';
import { compileToken, type TokenForm } from './token-form';
import { tokenise } from './tokens';

/** Why two words stand beside each other: what carried the evidence, or that nothing did. */
export type TokenRelation = 'same letters' | 'same sound' | 'known form' | 'initial' | 'different';

/** Two words set beside each other, for a person to see why. */
export interface TokenPair {
  readonly a: string;
  readonly b: string;
  readonly readingA: string;
  readonly readingB: string;
  /** Place of the word in each name, from 0, so that "the father's name is the second word" can be said. */
  readonly placeA: number;
  readonly placeB: number;
  /** 0 to 1, agreement in sound. */
  readonly similarity: number;
  readonly relation: TokenRelation;
  /** Nats, before calibration. */
  readonly evidence: number;
}

export interface NameComparison {
  /** log10 of how much likelier these two spellings are for one name than for two; 0 where nothing can be compared. */
  readonly log10Lr: number;
  /** At the threshold of the settings, or at the one asked for. */
  readonly same: boolean;
  readonly alignment: readonly TokenPair[];
  /** Words without a partner; they add nothing against the pair. */
  readonly aloneA: readonly string[];
  readonly aloneB: readonly string[];
  /** ISO 15924. */
  readonly scripts: readonly [a: string, b: string];
}

export interface NameComparisonOptions {
  readonly model?: NameModel;
  /** log10 LR from which the names are called the same. */
  readonly threshold?: number;
  /** Share of people who bear the word, where a register can tell; else a table of very common names is used. */
  readonly frequencyOf?: FrequencyOf;
}

/** A name compiled for comparison: its words in the order written. */
export function compileName(name: string, model: NameModel = defaultModel): TokenForm[] {
  return tokenise(name).map((token) => compileToken(token, model.costs));
}

/**
 * Compares two personal names in any scripts, whatever the order of their words.
 *
 * Unit: log10 likelihood ratio, from -3 to +6. Two names of which one is empty, or without a letter, give 0.
 * Error: "two names" are those of the labelled pairs, half of which were chosen for their likeness, so the value is
 * on the careful side against strangers; how frequent the names are in a register is for `frequencyOf` to say.
 * Source: models of this folder, settings fitted by `bench/names-fit.ts` on labelled pairs in nine script combinations.
 */
export function compareNames(a: string, b: string, options: NameComparisonOptions = {}): NameComparison {
  const model = options.model ?? defaultModel;
  return compareCompiled(compileName(a, model), compileName(b, model), options);
}

/** As `compareNames`, for names compiled before. */
export function compareCompiled(
  a: readonly TokenForm[],
  b: readonly TokenForm[],
  options: NameComparisonOptions = {},
): NameComparison {
  const model = options.model ?? defaultModel;
  const { settings } = model;
  const alignment = alignNames(a, b, model.costs);
  const words = (forms: readonly TokenForm[]) => forms.filter((form) => !form.isInitial).length;
  // A word that is the whole name is what is asked about: only a register's own counts may discount it.
  const frequencyOf =
    options.frequencyOf ?? (Math.min(words(a), words(b)) <= 1 ? () => undefined : frequencyOfCommonNames);
  const features = nameFeatures(alignment, settings.tokenLevels, frequencyOf);
  const scripts = [scriptOfForms(a), scriptOfForms(b)] as const;
  const log10Lr = features ? calibrate(nameEvidence(features, settings), scriptPair(...scripts), settings) : 0;
  const usedA = new Set(alignment.pairs.map((pair) => pair.atA));
  const usedB = new Set(alignment.pairs.map((pair) => pair.atB));
  return {
    log10Lr,
    same: features !== undefined && log10Lr >= (options.threshold ?? settings.threshold),
    alignment: alignment.pairs.map((pair) => ({
      a: pair.a.text,
      b: pair.b.text,
      readingA: pair.a.reading,
      readingB: pair.b.reading,
      placeA: pair.atA,
      placeB: pair.atB,
      similarity: pair.similarity,
      relation: relationOf(pair, settings.tokenLevels),
      evidence: pair.isInitial ? 0 : tokenEvidence(pair, settings.tokenLevels),
    })),
    aloneA: alignment.a.flatMap((form, at) => (usedA.has(at) ? [] : [form.text])),
    aloneB: alignment.b.flatMap((form, at) => (usedB.has(at) ? [] : [form.text])),
    scripts: [iso15924(scripts[0]), iso15924(scripts[1])],
  };
}

function scriptOfForms(forms: readonly TokenForm[]): Script {
  let script: Script = 'None';
  for (const form of forms) {
    if (script === 'None' || script === form.script) script = form.script;
    else return 'Mixed';
  }
  return script;
}

function relationOf(pair: AlignedTokens, levels: TokenLevels): TokenRelation {
  if (pair.isInitial) return 'initial';
  if (pair.a.text === pair.b.text) return 'same letters';
  const nats = tokenEvidence(pair, levels);
  if (nats > soundEvidence(pair.similarity, levels)) return 'known form';
  return nats > 0 ? 'same sound' : 'different';
}
