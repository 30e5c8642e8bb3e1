import { age } from './comparisons/age';
import { belongings } from './comparisons/belongings';
import { bloodGroup } from './comparisons/blood-group';
import { build } from './comparisons/build';
import { documents } from './comparisons/documents';
import { eyes } from './comparisons/eyes';
import { hair } from './comparisons/hair';
import { incident } from './comparisons/incident';
import { marks } from './comparisons/marks';
import { medical } from './comparisons/medical';
import { names } from './comparisons/names';
import { origin } from './comparisons/origin';
import { phones } from './comparisons/phones';
import { place } from './comparisons/place';
import { sex } from './comparisons/sex';
import { stature } from './comparisons/stature';
import { teeth } from './comparisons/teeth';
import { time } from './comparisons/time';
import { type Comparison, type ComparisonName, comparisonNames, log10LrOf } from './comparison';
import { type Exclusion, type PairKnowledge, exclusionOf } from './exclusion';
import { type Population, unknownPopulation } from './population';
import type { AnteMortemProfile, PostMortemProfile } from './profile';
import { type GroupName, groupNames, type MatchingSettings, settingsSource } from './settings';

/** A comparison with its facets' types forgotten: what a list of all of them can hold. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each comparison only ever meets facets that it made itself
export type AnyComparison = Comparison<any, any>;

/** All comparisons, in the order of `comparisonNames`. */
export const comparisons: readonly AnyComparison[] = [
  ...[sex, age, stature, build, hair, eyes, bloodGroup, time, place, incident],
  ...[names, phones, documents, origin, marks, teeth, belongings, medical],
];

export type PartState = 'agrees' | 'disagrees' | 'silent' | 'not_examinable';

/** One line of evidence, as a reviewer sees it. `source` says where its numbers come from. */
export interface Part {
  readonly comparison: ComparisonName;
  readonly group: GroupName;
  readonly state: PartState;
  readonly level: string | null;
  readonly log10Lr: number;
  /** Probability or density of what was found if the remains are this person; null where nothing was compared. */
  readonly likelihoodIfSame: number | null;
  readonly likelihoodIfOther: number | null;
  readonly anteMortem: string | null;
  readonly postMortem: string | null;
  readonly source: string;
}

/** What a group of dependent lines adds, beside the plain sum of its lines. */
export interface GroupPart {
  readonly group: GroupName;
  readonly sumLog10: number;
  readonly log10Lr: number;
  readonly isCapped: boolean;
}

export interface Evidence {
  /** Base-10 logarithm of the likelihood ratio of the pair. An excluded pair keeps it, for the record. */
  readonly log10Lr: number;
  readonly parts: readonly Part[];
  readonly groups: readonly GroupPart[];
  readonly exclusion: Exclusion | null;
}

/** Weighs one report against one record of remains, with every line of the evidence. */
export function weighPair(
  am: AnteMortemProfile,
  pm: PostMortemProfile,
  settings: MatchingSettings,
  population: Population = unknownPopulation,
  knowledge: PairKnowledge = {},
): Evidence {
  const parts = comparisons.map((comparison) => partOf(comparison, am, pm, settings, population));
  const values = Float64Array.from(parts, ({ log10Lr }) => log10Lr);
  const groups = groupNames.map((group, index) => {
    const log10Lr = groupLog10(values, index, settings);
    const sumLog10 = parts.reduce((sum, part) => (part.group === group ? sum + part.log10Lr : sum), 0);
    return { group, sumLog10, log10Lr, isCapped: Math.abs(log10Lr - sumLog10) > 1e-9 };
  });
  return {
    log10Lr: totalLog10(values, settings),
    parts,
    groups,
    exclusion: exclusionOf(am.contact, pm.death, settings, knowledge),
  };
}

function partOf(
  comparison: AnyComparison,
  am: AnteMortemProfile,
  pm: PostMortemProfile,
  settings: MatchingSettings,
  population: Population,
): Part {
  const a: unknown = comparison.anteMortem(am);
  const p: unknown = comparison.postMortem(pm);
  const isExamined = p !== null && p !== 'not_examinable';
  const weight = a !== null && isExamined ? comparison.against(p, { settings, population })(a) : null;
  const log10Lr = log10LrOf(weight, settings.numbers.floorLog10, comparison.cap);
  const silence = p === 'not_examinable' ? 'not_examinable' : 'silent';
  return {
    comparison: comparison.name,
    group: comparison.group,
    state: weight === null ? silence : log10Lr >= 0 ? 'agrees' : 'disagrees',
    level: weight?.level ?? null,
    log10Lr,
    likelihoodIfSame: weight?.same ?? null,
    likelihoodIfOther: weight?.other ?? null,
    anteMortem: a === null ? null : comparison.showAnteMortem(a),
    postMortem: isExamined ? comparison.showPostMortem(p) : null,
    source: settingsSource(settings, sections[comparison.name]),
  };
}

const sections: Readonly<Record<ComparisonName, string>> = {
  ...{
    sex: 'sex',
    age: 'age',
    stature: 'stature',
    build: 'build',
    hair: 'hair',
    eyes: 'eyes',
    'blood-group': 'blood',
    time: 'time',
    place: 'place',
  },
  ...{
    incident: 'incident',
    names: 'names',
    phones: 'phones',
    documents: 'documents',
    origin: 'origin',
    marks: 'marks',
    teeth: 'teeth',
  },
  ...{ belongings: 'belongings', medical: 'medical' },
};

const members: readonly (readonly number[])[] = groupNames.map((group) =>
  comparisons.flatMap((comparison, index) => (comparison.group === group ? [index] : [])),
);
const INCIDENT = comparisonNames.indexOf('incident');
const EVENT = groupNames.indexOf('event');
/** What time and place still add once both sides name one event. */
export const REST_BESIDE_INCIDENT = 0.3;

/**
 * What the group with this index adds: its strongest agreement and its strongest disagreement whole, the same share of the rest of each,
 * and no more than the cap. Where both sides name an incident, time and place follow from it and count as the rest.
 */
function groupLog10(values: Float64Array, index: number, settings: MatchingSettings): number {
  const rule = settings.numbers.groups[groupNames[index] as GroupName];
  const rest = index === EVENT && values[INCIDENT] !== 0 ? REST_BESIDE_INCIDENT : rule.rest;
  const indices = members[index] ?? [];
  let positive = 0;
  let negative = 0;
  let best = 0;
  let worst = 0;
  for (let at = 0; at < indices.length; at++) {
    const value = values[indices[at] ?? 0] ?? 0;
    if (value > 0) {
      positive += value;
      if (value > best) best = value;
    } else {
      negative += value;
      if (value < worst) worst = value;
    }
  }
  return Math.min(rule.cap, best + rest * (positive - best) + worst + rest * (negative - worst));
}

/** Base-10 logarithm of the pair's likelihood ratio from the values of all comparisons, in the order of `comparisonNames`. */
export function totalLog10(values: Float64Array, settings: MatchingSettings): number {
  let total = 0;
  for (let index = 0; index < groupNames.length; index++) total += groupLog10(values, index, settings);
  return total;
}
