import type { ToothState } from '../../../src/description';
import { stateOf, toothClasses, toothOf } from '../../../src/matching/core/reading/tooth-classes';

export interface ComparedTooth {
  readonly told: readonly string[];
  readonly found: readonly string[];
  /** `same` and `differs` only where both charts say something of the tooth; what one chart leaves out disagrees with nothing. */
  readonly outcome: 'same' | 'differs' | 'one' | 'none';
}

/** Both charts tooth by tooth. Codes that mean the same state of a tooth (a filling of one material or another) are the same. */
export function comparedTeeth(
  told: readonly ToothState[],
  found: readonly ToothState[],
): ReadonlyMap<number, ComparedTooth> {
  const states = (chart: readonly ToothState[]) =>
    new Map(toothClasses(chart).map((value) => [toothOf(value), stateOf(value)]));
  const [before, after] = [states(told), states(found)];
  const codes = (chart: readonly ToothState[], tooth: number) =>
    chart.filter((one) => one.tooth === tooth).map(({ code }) => code);
  return new Map(
    [...new Set([...told, ...found].map(({ tooth }) => tooth))].map((tooth) => {
      const [a, p] = [before.get(tooth), after.get(tooth)];
      const outcome =
        a === undefined && p === undefined
          ? 'none'
          : a === undefined || p === undefined
            ? 'one'
            : a === p
              ? 'same'
              : 'differs';
      return [tooth, { told: codes(told, tooth), found: codes(found, tooth), outcome }];
    }),
  );
}
