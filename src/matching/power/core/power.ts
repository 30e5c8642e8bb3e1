import { bloodGroups, builds, eyeColours, hairColours, markTypes } from '../../../description';
import { type ComparisonName, comparisonNames, log10LrOf, type Weight } from '../../core/comparison';
import { detection } from '../../core/comparisons/marks';
import { prevalenceOf, toothLog10 } from '../../core/comparisons/teeth';
import { comparisons, totalLog10 } from '../../core/evidence';
import { ageBin, MAX_AGE, type Population } from '../../core/population';
import type { AnteMortemProfile, PostMortemProfile } from '../../core/profile';
import { DAYS_PER_YEAR } from '../../core/reading/days';
import { type MarkCode, markRegions, markSides, markSites } from '../../core/reading/mark-codes';
import { toothOf, TOOTH_STATES, toothStates, stateOf } from '../../core/reading/tooth-classes';
import { Random } from '../../core/simulation/random';
import type { MatchingSettings } from '../../core/settings';
import { expectedOfRelative, type NearRelative } from './sample-of-relative';

/** What a family could still add, as a contact point would ask for it. */
export const pieces = [
  ...(['dental-chart', 'relative-sample', 'tattoo-photo', 'marks', 'phones', 'documents'] as const),
  ...(['height', 'birth-date', 'last-contact', 'sex', 'blood-group', 'hair', 'eyes', 'build'] as const),
] as const;
export type Piece = (typeof pieces)[number];

/** Remains that this case might turn out to be, and whether a DNA profile of them is kept. */
export interface Candidate {
  readonly pm: PostMortemProfile;
  readonly hasDna: boolean;
}

/** What one piece would do, averaged over the candidates, base-10 logarithm of the likelihood ratio. */
export interface PiecePower {
  readonly piece: Piece;
  /** Expected change for the true remains, and for another's. */
  readonly ifSame: number;
  readonly ifOther: number;
  /** Expected widening of the gap between the right remains and the others: by this the list is ordered. */
  readonly gap: number;
  /** Share of the candidates with which this piece could be compared at all. */
  readonly comparable: number;
}

interface Draws {
  readonly ifSame: readonly Draw[];
  readonly ifOther: readonly Draw[];
}
interface Draw {
  readonly facet: unknown;
  readonly weight: number;
  /** The remains' side, where it too is only supposed, and what the family has told of it so far. */
  readonly supposed?: { readonly found: unknown; readonly before: unknown };
}
interface Question {
  readonly piece: Piece;
  readonly comparison: ComparisonName;
  readonly isMissing: (am: AnteMortemProfile) => boolean;
  /** Answers the family might give: if these are the remains of the person, and if they are another's. Null where nothing could be compared. */
  readonly draws: (pm: PostMortemProfile, am: AnteMortemProfile, setting: Setting) => Draws | null;
}
interface Setting {
  readonly settings: MatchingSettings;
  readonly population: Population;
}

/** Middles of ten equal shares of a normal distribution. */
const NORMAL_TENTHS = [-1.645, -1.036, -0.674, -0.385, -0.126, 0.126, 0.385, 0.674, 1.036, 1.645];
const SUPPOSED_CHARTS = 8;
/** Under this a request is not worth a family's trouble. */
const LEAST_GAP = 0.3;

const examined = <T>(value: T | null | 'not_examinable'): value is T => value !== null && value !== 'not_examinable';

/** A choice among a closed list: how often others answer so, and by Bayes' rule how often the person found would have. */
function ofList<T>(options: readonly T[], share: (one: T) => number, log10Of: (one: T) => number): Draws {
  const prior = options.map(share);
  const sum = prior.reduce((total, one) => total + one, 0);
  const same = options.map((one, at) => (prior[at] ?? 0) * 10 ** log10Of(one));
  const sumOfSame = same.reduce((total, one) => total + one, 0);
  return {
    ifOther: options.map((facet, at) => ({ facet, weight: (prior[at] ?? 0) / sum })),
    ifSame: options.map((facet, at) => ({ facet, weight: (same[at] ?? 0) / sumOfSame })),
  };
}

const evenly = (facets: readonly unknown[]): Draw[] => facets.map((facet) => ({ facet, weight: 1 / facets.length }));

function listQuestion<T>(
  piece: Piece,
  comparison: ComparisonName,
  missing: (am: AnteMortemProfile) => boolean,
  options: readonly T[],
  share: (one: T, population: Population) => number,
): Question {
  return {
    ...{ piece, comparison, isMissing: missing },
    draws: (pm, _, setting) => {
      const one = comparisonOf(comparison);
      const p: unknown = one.postMortem(pm);
      if (!examined(p)) return null;
      const weigh = one.against(p, setting);
      return ofList(
        options,
        (option) => share(option, setting.population),
        (option) => log10LrOf(weigh(option), setting.settings.numbers.floorLog10, one.cap),
      );
    },
  };
}

const comparisonOf = (name: ComparisonName) => comparisons[comparisonNames.indexOf(name)]!;

const questions: readonly Question[] = [
  {
    piece: 'dental-chart',
    comparison: 'teeth',
    isMissing: (am) => am.teeth === null,
    draws: ({ teeth }, _, setting) => {
      if (!examined(teeth) || teeth.length === 0) return null;
      const random = new Random(teeth.length);
      const charted = teeth.map((value) => ({ tooth: toothOf(value), after: stateOf(value) }));
      const chart = (share: (tooth: number, after: number) => (before: number) => number) =>
        charted.map(({ tooth, after }) => tooth * TOOTH_STATES + drawn(random, share(tooth, after)));
      const before = (tooth: number) => (state: number) => prevalenceOf(tooth, toothStates[state] ?? 'sound');
      const likely = (tooth: number, after: number) => (state: number) =>
        before(tooth)(state) *
        10 ** toothLog10(tooth, toothStates[state] ?? 'sound', toothStates[after] ?? 'sound', setting);
      const charts = (share: typeof likely) =>
        evenly(Array.from({ length: SUPPOSED_CHARTS }, () => chart(share).sort((a, b) => a - b)));
      return { ifSame: charts(likely), ifOther: charts((tooth) => before(tooth)) };
    },
  },
  {
    // Asked of what a body in this condition could show, never of what was found: which marks there are is not told before the release.
    piece: 'marks',
    comparison: 'marks',
    isMissing: (am) => am.marks === null,
    draws: (pm, _, setting) => supposedMarks(pm, setting, [typicalScar, typicalTattoo]),
  },
  {
    piece: 'tattoo-photo',
    comparison: 'marks',
    isMissing: (am) => (am.marks ?? []).some(({ type, words }) => type === TATTOO && words.length === 0),
    draws: (pm, am, setting) => {
      const plain = (am.marks ?? []).filter(({ type, words }) => type === TATTOO && words.length === 0).slice(0, 1);
      return supposedMarks(
        pm,
        setting,
        plain.map((mark) => ({ ...mark, words: [1] })),
        plain,
      );
    },
  },
  {
    piece: 'phones',
    comparison: 'phones',
    isMissing: (am) => am.phones === null,
    draws: ({ phones }, _, { settings }) => {
      if (phones === null || phones.length === 0) return null;
      const { same } = settings.numbers.phones;
      return {
        ifSame: [
          { facet: phones.slice(0, 1), weight: same },
          { facet: UNKNOWN_NUMBER, weight: 1 - same },
        ],
        ifOther: evenly([UNKNOWN_NUMBER]),
      };
    },
  },
  {
    piece: 'documents',
    comparison: 'documents',
    isMissing: (am) => am.documents === null,
    draws: ({ documents }, _, { settings }) => {
      const paper = documents?.[0];
      if (paper === undefined) return null;
      const belongs = settings.numbers.documents.belongs * settings.numbers.documents.same;
      const other = [{ kind: paper.kind, number: '' }];
      return {
        ifSame: [
          { facet: [paper], weight: belongs },
          { facet: other, weight: 1 - belongs },
        ],
        ifOther: evenly([other]),
      };
    },
  },
  {
    piece: 'height',
    comparison: 'stature',
    isMissing: (am) => am.stature === null,
    draws: ({ stature }, _, { settings }) => {
      if (!examined(stature)) return null;
      const { reportedSdCm, male, female, any, childSpreadCm } = settings.numbers.stature;
      const people = { male, female, any, child: { meanCm: stature.meanCm, sdCm: childSpreadCm } }[stature.population];
      const around = (mean: number, sd: number) =>
        evenly(NORMAL_TENTHS.map((z) => ({ meanCm: Math.round(mean + z * sd), sdCm: reportedSdCm })));
      return {
        ifSame: around(stature.meanCm, Math.hypot(stature.sdCm, reportedSdCm)),
        ifOther: around(people.meanCm, Math.hypot(people.sdCm, reportedSdCm)),
      };
    },
  },
  {
    piece: 'birth-date',
    comparison: 'age',
    isMissing: (am) => am.birth === null,
    draws: ({ age }, _, { settings, population }) => {
      if (age === null) return null;
      const sdYears = settings.numbers.age.birthDaySdYears;
      const born = (years: number) => ({ day: Math.round(age.deathDay - years * DAYS_PER_YEAR), sdYears });
      const years = Array.from({ length: MAX_AGE }, (_, at) => at);
      const sum = years.reduce((total, at) => total + population.ages.share(ageBin(at)), 0);
      return {
        ifSame: evenly(NORMAL_TENTHS.map((z) => born(Math.max(0, age.meanYears + z * age.sdYears)))),
        ifOther: years.map((at) => ({ facet: born(at + 0.5), weight: population.ages.share(ageBin(at)) / sum })),
      };
    },
  },
  {
    piece: 'last-contact',
    comparison: 'time',
    isMissing: (am) => am.contact === null,
    draws: ({ death }, _, { settings }) => {
      if (death === null) return null;
      const { gapDays, uniformDays } = settings.numbers.time;
      const middle = (death.earliest + death.latest) / 2;
      const on = (gap: number) => ({
        ...{ earliest: Math.floor(middle - gap), latest: Math.floor(middle - gap), isCredible: true },
      });
      // Tenths of each part of the mixture: an exponential's quantile is -scale x ln(1 - q).
      const tenths = Array.from({ length: 10 }, (_, at) => (at + 0.5) / 10);
      const total = gapDays.reduce((sum, { share }) => sum + share, 0);
      return {
        ifSame: gapDays.flatMap(({ share, scale }) =>
          tenths.map((q) => ({ facet: on(-scale * Math.log(1 - q)), weight: share / total / 10 })),
        ),
        ifOther: evenly(tenths.map((q) => on((2 * q - 1) * uniformDays))),
      };
    },
  },
  listQuestion(
    'sex',
    'sex',
    (am) => am.sex === null,
    ['female', 'male'] as const,
    (one, { sex }) => sex.share(one),
  ),
  listQuestion(
    'blood-group',
    'blood-group',
    (am) => am.blood === null,
    bloodGroups,
    (one, { blood }) => blood.share(one),
  ),
  listQuestion(
    'hair',
    'hair',
    (am) => am.hair === null,
    hairColours,
    (one, { hair }) => hair.share(one),
  ),
  listQuestion(
    'eyes',
    'eyes',
    (am) => am.eyes === null,
    eyeColours,
    (one, { eyes }) => eyes.share(one),
  ),
  listQuestion(
    'build',
    'build',
    (am) => am.build === null,
    builds.map((one) => ({ build: one, weightKg: null })),
    ({ build }, population) => population.build.share(build),
  ),
];

const UNKNOWN_NUMBER = ['-'];
const TATTOO = markTypes.indexOf('tattoo');
const markAt = (
  type: 'scar' | 'tattoo',
  site: 'forearm' | 'knee',
  side: 'left' | 'right',
  words: number[],
): MarkCode => ({
  type: markTypes.indexOf(type),
  site: markSites.indexOf(site),
  region: markRegions.indexOf(site === 'knee' ? 'leg' : 'arm'),
  side: markSides.indexOf(side),
  words,
});
const typicalScar = markAt('scar', 'knee', 'right', []);
const typicalTattoo = markAt('tattoo', 'forearm', 'left', [1]);

/** The family tells these marks: the examiner saw each with the chance that this body allows, or it is another's body without them. */
function supposedMarks(
  pm: PostMortemProfile,
  setting: Setting,
  told: readonly MarkCode[],
  before: readonly MarkCode[] | null = null,
): Draws | null {
  const [first] = told;
  if (!examined(pm.marks) || first === undefined) return null;
  const { observability } = pm.marks;
  const seen = detection(first.type, observability, setting);
  if (seen <= 0) return null;
  const given = (found: readonly MarkCode[], weight: number): Draw => ({
    ...{ facet: told, weight },
    supposed: { found: { marks: found, observability }, before },
  });
  return { ifSame: [given(told, seen), given([], 1 - seen)], ifOther: [given([], 1)] };
}

function drawn(random: Random, share: (state: number) => number): number {
  const shares = toothStates.map((_, state) => Math.max(0, share(state)));
  let left = random.unit() * shares.reduce((sum, one) => sum + one, 0);
  for (const [state, one] of shares.entries()) {
    left -= one;
    if (left <= 0) return state;
  }
  return shares.length - 1;
}

/**
 * For each piece that a report lacks: how much it would be expected to move the evidence, over the remains that this case might be.
 *
 * A family's possible answers are drawn as they would be if the remains are the person (by Bayes' rule from the same models that weigh
 * evidence) and as they would be if the remains are a random other's; each is weighed by the comparison itself, inside its group's caps
 * beside what the report holds already. `ifSame` is the expected gain of the right remains, `ifOther` the expected loss of the others;
 * their difference is what the piece is worth, Jeffreys' divergence between the two answers.
 * Unit: base-10 logarithm of likelihood ratios. Error: charts and marks are supposed ones, so that nothing withheld of the remains shows
 * through; kinship is that of `expectedOfRelative`. Same candidates, same numbers: nothing is left to chance.
 */
export function powerOf(
  am: AnteMortemProfile,
  candidates: readonly Candidate[],
  setting: Setting,
  relative: NearRelative | null,
): PiecePower[] {
  const prepared: Prepared = new Map();
  const base = candidates.map(({ pm }) =>
    Float64Array.from(comparisons, (one) =>
      valueOf(one.name, one.anteMortem(am), one.postMortem(pm), setting, prepared),
    ),
  );
  const powers = questions
    .filter(({ isMissing }) => isMissing(am))
    .map(({ piece, comparison, draws }) =>
      averaged(
        piece,
        candidates.map(({ pm }, at) => {
          const drawn = draws(pm, am, setting);
          if (drawn === null) return null;
          const values = base[at]!;
          const index = comparisonNames.indexOf(comparison);
          const present = comparisonOf(comparison).postMortem(pm);
          const moved = ({ facet, supposed }: Draw) => {
            const found = supposed ? supposed.found : present;
            const before = Float64Array.from(values);
            if (supposed) before[index] = valueOf(comparison, supposed.before, found, setting, prepared);
            const after = Float64Array.from(before);
            after[index] = valueOf(comparison, facet, found, setting, prepared);
            return totalLog10(after, setting.settings) - totalLog10(before, setting.settings);
          };
          const expected = (list: readonly Draw[]) => list.reduce((sum, draw) => sum + draw.weight * moved(draw), 0);
          return { ifSame: expected(drawn.ifSame), ifOther: expected(drawn.ifOther) };
        }),
      ),
    );
  if (relative !== null) {
    const expected = expectedOfRelative(relative);
    powers.push(
      averaged(
        'relative-sample',
        candidates.map(({ hasDna }) => (hasDna ? expected : null)),
      ),
    );
  }
  return powers.filter(({ gap }) => gap >= LEAST_GAP).sort((a, b) => b.gap - a.gap || (a.piece < b.piece ? -1 : 1));
}

type Weigh = (a: unknown) => Weight | null;
/** What depends on the remains alone is prepared once for each comparison and facet, and kept while one question is answered. */
type Prepared = Map<ComparisonName, Map<unknown, Weigh>>;

function valueOf(name: ComparisonName, a: unknown, p: unknown, setting: Setting, prepared: Prepared): number {
  if (a === null || !examined(p)) return 0;
  const one = comparisonOf(name);
  let known = prepared.get(name);
  if (known === undefined) prepared.set(name, (known = new Map()));
  let weigh = known.get(p);
  if (weigh === undefined) known.set(p, (weigh = one.against(p, setting)));
  return log10LrOf(weigh(a), setting.settings.numbers.floorLog10, one.cap);
}

function averaged(piece: Piece, each: readonly ({ ifSame: number; ifOther: number } | null)[]): PiecePower {
  const said = each.filter((one) => one !== null);
  const count = Math.max(1, each.length);
  const ifSame = said.reduce((sum, one) => sum + one.ifSame, 0) / count;
  const ifOther = said.reduce((sum, one) => sum + one.ifOther, 0) / count;
  return { piece, ifSame, ifOther, gap: ifSame - ifOther, comparable: said.length / count };
}
