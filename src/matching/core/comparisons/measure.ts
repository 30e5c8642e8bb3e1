import type { Setting, Weight } from '../comparison';

/** Numbers that a facet is written as, `width` of them. */
interface Written<F> {
  readonly width: number;
  readonly write: (setting: Setting) => (facet: F, into: Float64Array, at: number) => void;
}

/**
 * The arithmetic of a comparison of quantities. Both sides are first written as numbers: the report's by the settings alone, those of the
 * remains by the population too, the first of them being the density for a random other. `log10` answers, for any such numbers of both,
 * with the base-10 logarithm of same / other. An index keeps the numbers of all records in one array; the pure function of one pair.
 */
export interface Measure<A, P> {
  readonly told: Written<A>;
  readonly found: Written<P>;
  readonly log10: (setting: Setting) => (told: Float64Array, t: number, found: Float64Array, f: number) => number;
}

/** Weighs one record of remains against any number of reports. */
export function weighMeasure<A, P>(
  measure: Measure<A, P>,
  p: P,
  setting: Setting,
  level: (a: A, same: number, other: number) => string,
): (a: A) => Weight {
  const found = new Float64Array(measure.found.width);
  preparedMeasure(measure, setting).writeFound(p, found, 0);
  const other = found[0] ?? 0;
  const told = new Float64Array(measure.told.width);
  const { writeTold, log10 } = preparedMeasure(measure, setting);
  return (a) => {
    writeTold(a, told, 0);
    const same = other * 10 ** log10(told, 0, found, 0);
    return { level: level(a, same, other), same, other };
  };
}

interface PreparedMeasure<A, P> {
  readonly writeTold: (a: A, into: Float64Array, at: number) => void;
  readonly writeFound: (p: P, into: Float64Array, at: number) => void;
  readonly log10: (told: Float64Array, t: number, found: Float64Array, f: number) => number;
}
interface Held {
  readonly changes: number;
  readonly settings: Setting['settings'];
  readonly prepared: PreparedMeasure<never, never>;
}
const held = rememberedFor((_: Setting['population']) => new Map<object, Held>());

/** What depends on the population alone is prepared once, and again when the population has changed. */
export function preparedMeasure<A, P>(measure: Measure<A, P>, setting: Setting): PreparedMeasure<A, P> {
  const ofPopulation = held(setting.population);
  let known = ofPopulation.get(measure);
  if (known === undefined || known.changes !== setting.population.changes || known.settings !== setting.settings) {
    known = {
      changes: setting.population.changes,
      settings: setting.settings,
      prepared: {
        writeTold: measure.told.write(setting),
        writeFound: measure.found.write(setting),
        log10: measure.log10(setting),
      },
    };
    ofPopulation.set(measure, known);
  }
  return known.prepared as PreparedMeasure<A, P>;
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
