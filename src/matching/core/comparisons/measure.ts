import type { Setting, Weight } from '../comparison';

/**
 * The arithmetic of a comparison of quantities, in two halves: `numbersOf` turns one record of remains into `width` numbers, of which
 * the first is the density for a random other; `log10` answers, for one report and any such numbers, with the base-10 logarithm of
 * same / other. The index keeps the numbers of
 * all remains in one array; the pure function of one.
 */
export interface Measure<A, P> {
  readonly width: number;
  readonly numbersOf: (setting: Setting) => (p: P, table: Float64Array, at: number) => void;
  readonly log10: (setting: Setting, a: A) => (table: Float64Array, at: number) => number;
}

/** Weighs one record of remains against any number of reports. */
export function weighMeasure<A, P>(
  measure: Measure<A, P>,
  p: P,
  setting: Setting,
  level: (a: A, same: number, other: number) => string,
): (a: A) => Weight {
  const numbers = new Float64Array(measure.width);
  numbersOf(measure, setting)(p, numbers, 0);
  const other = numbers[0] ?? 0;
  return (a) => {
    const same = other * 10 ** measure.log10(setting, a)(numbers, 0);
    return { level: level(a, same, other), same, other };
  };
}

type NumbersOf = (p: never, table: Float64Array, at: number) => void;
interface Prepared {
  readonly changes: number;
  readonly settings: Setting['settings'];
  readonly numbersOf: NumbersOf;
}
const prepared = rememberedFor((_: Setting['population']) => new Map<object, Prepared>());

/** What depends on the population alone is prepared once, and again when the population has changed. */
export function numbersOf<A, P>(
  measure: Measure<A, P>,
  setting: Setting,
): (p: P, table: Float64Array, at: number) => void {
  const known = prepared(setting.population);
  let held = known.get(measure);
  if (held === undefined || held.changes !== setting.population.changes || held.settings !== setting.settings) {
    held = {
      changes: setting.population.changes,
      settings: setting.settings,
      numbersOf: measure.numbersOf(setting) as NumbersOf,
    };
    known.set(measure, held);
  }
  return held.numbersOf as (p: P, table: Float64Array, at: number) => void;
}

/** Remembers an answer for each setting's settings or population, as long as that value lives. */
export function rememberedFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
