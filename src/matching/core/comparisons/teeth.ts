import type { Comparison, Setting } from '../comparison';
import {
  type ToothClass,
  mirrored,
  stateOf,
  toothOf,
  toothStates,
  type ToothStateName,
} from '../reading/tooth-classes';
import { type ElementKernel, type Elements, weighElements } from './elements';

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
const prevalenceOf = (tooth: number, state: ToothStateName): number => {
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
export const teeth: Comparison<readonly ToothClass[], readonly ToothClass[]> & {
  elements: Elements<readonly ToothClass[], ToothClass>;
  kernel: typeof kernelOf;
} = {
  name: 'teeth',
  group: 'teeth',
  anteMortem: (am) => am.teeth,
  postMortem: (pm) => pm.teeth,
  elements: { of: (a) => a.map((element) => ({ element, role: 0 })), key: String },
  kernel: kernelOf,
  against: (p, setting) => {
    const kernel = kernelOf(p, setting);
    return (a) => weighElements(teeth.elements, kernel, a, (log10) => (log10 >= 0 ? 'concordant' : 'discordant'));
  },
  showAnteMortem: showTeeth,
  showPostMortem: showTeeth,
  cap: 5,
};

function kernelOf(p: readonly ToothClass[], setting: Setting): ElementKernel<ToothClass> {
  const direct = toothTable(p, setting, (tooth) => tooth);
  const swapped = toothTable(p, setting, mirrored);
  const mirrorLog10 = Math.log10(setting.settings.numbers.teeth.mirrored);
  return {
    width: 2,
    fill: (tooth, table, at) => {
      table[at] = direct[tooth] ?? Number.NaN;
      table[at + 1] = swapped[tooth] ?? Number.NaN;
    },
    combine: (table, list, from, to) => {
      let straight = 0;
      let turned = 0;
      let shared = 0;
      for (let at = from; at < to; at++) {
        const row = ((list[at] ?? 0) >>> 2) * 2;
        const weight = table[row] ?? Number.NaN;
        const mirroredWeight = table[row + 1] ?? Number.NaN;
        // NaN is the only value unequal to itself.
        if (weight === weight) {
          straight += weight;
          shared++;
        }
        if (mirroredWeight === mirroredWeight) turned += mirroredWeight;
      }
      return shared === 0 ? Number.NaN : Math.max(straight, turned + mirrorLog10);
    },
  };
}

const TABLE = 86 * 8;

/** Weight of each state of each tooth in life, against this chart; NaN where the chart says nothing of the tooth. */
function toothTable(p: readonly ToothClass[], setting: Setting, at: (tooth: number) => number): Float64Array {
  const table = new Float64Array(TABLE).fill(Number.NaN);
  for (const value of p) {
    const after = toothStates[stateOf(value)];
    if (after === undefined) continue;
    const tooth = at(toothOf(value));
    toothStates.forEach((before, state) => {
      table[tooth * 8 + state] = toothLog10(tooth, before, after, setting);
    });
  }
  return table;
}

function showTeeth(chart: readonly ToothClass[]): string {
  return chart.map((value) => `${toothOf(value)} ${toothStates[stateOf(value)] ?? ''}`).join(', ');
}
