import type { Comparison, Setting } from '../comparison';
import {
  type ToothClass,
  mirrored,
  stateOf,
  toothOf,
  toothStates,
  type ToothStateName,
} from '../reading/tooth-classes';
import { BucketFinder, type Elements, plainElements, ROLE_BITS, weighElements } from './elements';

/** How common each state is in the mouths of young adults on these routes. */
const prevalence: Readonly<Record<ToothStateName, number>> = {
  unerupted: 0.04,
  sound: 0.72,
  decayed: 0.1,
  filled: 0.05,
  crowned: 0.01,
  rooted: 0.01,
  missing: 0.06,
  replaced: 0.01,
};

/** States to which a tooth can pass in the time between, with how likely each is beside staying as it was. */
const passes: Readonly<Record<ToothStateName, Partial<Record<ToothStateName, number>>>> = {
  unerupted: { unerupted: 0.8, sound: 0.15, missing: 0.05 },
  sound: { sound: 0.88, decayed: 0.07, filled: 0.02, missing: 0.02, crowned: 0.005, rooted: 0.005 },
  decayed: { decayed: 0.62, filled: 0.13, rooted: 0.05, crowned: 0.03, missing: 0.15, replaced: 0.02 },
  filled: { filled: 0.82, decayed: 0.05, rooted: 0.04, crowned: 0.04, missing: 0.04, replaced: 0.01 },
  rooted: { rooted: 0.78, crowned: 0.12, missing: 0.08, replaced: 0.02 },
  crowned: { crowned: 0.9, missing: 0.06, replaced: 0.04 },
  missing: { missing: 0.93, replaced: 0.07 },
  replaced: { replaced: 0.9, missing: 0.1 },
};

/** Third molars are absent, impacted or pulled so often that they say less. */
export const prevalenceOf = (tooth: number, state: ToothStateName): number => {
  if (tooth % 10 !== 8) return prevalence[state];
  return {
    unerupted: 0.3,
    sound: 0.4,
    decayed: 0.08,
    filled: 0.02,
    crowned: 0.005,
    rooted: 0.005,
    missing: 0.185,
    replaced: 0.005,
  }[state];
};

/** Base-10 logarithm of the weight of one tooth charted so in life and so after death. */
export function toothLog10(
  tooth: number,
  before: ToothStateName,
  after: ToothStateName,
  { settings }: Pick<Setting, 'settings'>,
): number {
  const { slip, concordance } = settings.numbers.teeth;
  const common = prevalenceOf(tooth, after);
  const flow = passes[before][after] ?? 0;
  const log10 = Math.log10(((1 - slip) * flow + slip * common) / common);
  return log10 > 0 ? concordance * log10 : log10;
}

/**
 * Dental charts, tooth by tooth (FDI). A tooth passes from sound to filled to crowned to lost, never back; what cannot be costs a slip of
 * the pen. A chart drawn in a mirror is tested once. Two impossible teeth are for an odontologist to judge: this only weighs.
 */
export const teeth: Comparison<readonly ToothClass[], readonly ToothClass[]> & { elements: typeof elements } = {
  name: 'teeth',
  group: 'teeth',
  anteMortem: (am) => am.teeth,
  postMortem: (pm) => pm.teeth,
  get elements() {
    return elements;
  },
  against: (p, setting) =>
    weighElements(elements, p, setting, (_, log10) => (log10 >= 0 ? 'concordant' : 'discordant')),
  showAnteMortem: showTeeth,
  showPostMortem: showTeeth,
  cap: 5,
};

/**
 * Each tooth found stands in the list twice: as charted (role 0), and as a mirror would have it (role 1). Charts hold a tooth once, so a
 * tooth told meets at most one of each.
 */
interface ChartedTooth {
  readonly tooth: number;
  readonly state: number;
}
const elements: Elements<readonly ToothClass[], readonly ToothClass[], ChartedTooth, ChartedTooth> = {
  ofAnteMortem: (a) => plainElements(a.map(chartedTooth)),
  ofPostMortem: (p) =>
    p.map(chartedTooth).flatMap((element) => [
      { element, role: 0 },
      { element: { tooth: mirrored(element.tooth), state: element.state }, role: 1 },
    ]),
  keyOfAnteMortem: ({ tooth, state }) => `${tooth}.${state}`,
  keyOfPostMortem: ({ tooth, state }) => `${tooth}.${state}`,
  blank: Number.NaN,
  isOneColumnPerRole: true,
  finder: () =>
    new BucketFinder(
      ({ tooth }) => tooth,
      ({ tooth }) => [tooth],
    ),
  weigher: (setting) => {
    // 16 stands for any tooth, 18 for any third molar.
    const known = [16, 18].map((tooth) =>
      toothStates.map((before) => toothStates.map((after) => toothLog10(tooth, before, after, setting))),
    );
    return (a, p) =>
      a.tooth === p.tooth ? (known[a.tooth % 10 === 8 ? 1 : 0]?.[a.state]?.[p.state] ?? Number.NaN) : Number.NaN;
  },
  combiner: ({ settings }) => {
    const mirrorLog10 = Math.log10(settings.numbers.teeth.mirrored);
    return ({ table, rows, rowCount, columns, columnRoles, columnCount }) => {
      let straight = 0;
      let turned = 0;
      let shared = 0;
      for (let row = 0; row < rowCount; row++) {
        const at = rows[row] ?? 0;
        for (let column = 0; column < columnCount; column++) {
          const weight = table[at + (columns[column] ?? 0)] ?? Number.NaN;
          // NaN is the only value unequal to itself.
          if (weight !== weight) continue;
          if (columnRoles[column] === 1) turned += weight;
          else {
            straight += weight;
            shared++;
          }
        }
      }
      return shared === 0 ? Number.NaN : Math.max(straight, turned + mirrorLog10);
    };
  },
  listCombiner: ({ settings }, { table, size, roles }) => {
    const mirrorLog10 = Math.log10(settings.numbers.teeth.mirrored);
    const straight = new Float64Array(size);
    const turned = new Float64Array(size);
    const isShared = new Uint8Array(size);
    roles.forEach((role, column) => {
      for (let number = 1; number < size; number++) {
        const weight = table[column * size + number] ?? Number.NaN;
        if (Number.isNaN(weight)) continue;
        if (role === 1) turned[number] = (turned[number] ?? 0) + weight;
        else {
          straight[number] = (straight[number] ?? 0) + weight;
          isShared[number] = 1;
        }
      }
    });
    return (data, start, length) => {
      let asCharted = 0;
      let asMirrored = mirrorLog10;
      let shared = 0;
      for (let at = start; at < start + length; at++) {
        const number = (data[at] ?? 0) >>> ROLES;
        asCharted += straight[number] ?? 0;
        asMirrored += turned[number] ?? 0;
        shared |= isShared[number] ?? 0;
      }
      return shared === 0 ? Number.NaN : asCharted > asMirrored ? asCharted : asMirrored;
    };
  },
};
/** Held here: an imported name is looked up at each use, which the innermost loop feels. */
const ROLES = ROLE_BITS;

const chartedTooth = (value: ToothClass): ChartedTooth => ({ tooth: toothOf(value), state: stateOf(value) });

function showTeeth(chart: readonly ToothClass[]): string {
  return chart.map((value) => `${toothOf(value)} ${toothStates[stateOf(value)] ?? ''}`).join(', ');
}
