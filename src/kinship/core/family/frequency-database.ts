import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../description';
import { KinshipInputError } from '../kinship-input-error';
import { FREQUENCY_SUM_TOLERANCE, Marker } from '../marker';
import { fiveOverTwoN } from '../unseen-allele';
import { markerKey } from './marker-names';
import type { KinshipSettings } from './settings';

/** Allele frequencies of one population, as a laboratory publishes them. */
export interface FrequencyDatabase {
  readonly name: string;
  /** As the source calls it: it names a sample of persons, and nobody's descent. */
  readonly population: string;
  readonly source: string;
  readonly licence: string;
  /** Persons typed; what was seen in none of them is not impossible. */
  readonly persons: number;
  readonly markers: readonly { readonly name: string; readonly frequencies: Readonly<Record<string, number>> }[];
}

/** Names a database by its content. */
export const checksumOf = (database: FrequencyDatabase): string =>
  createHash('sha256').update(canonicalJson(database)).digest('hex');

/** Checks what was uploaded; a fault is told with the row that made it. */
export function readFrequencyRows(
  rows: readonly {
    readonly line: number;
    readonly marker: string;
    readonly allele: string;
    readonly frequency: string;
  }[],
): FrequencyDatabase['markers'] {
  const markers = new Map<string, { name: string; frequencies: Record<string, number>; line: number }>();
  const refuse = (line: number, code: `kinship.${string}`, message: string): never => {
    throw new KinshipInputError(code, `line ${line}`, message);
  };
  for (const { line, marker, allele, frequency } of rows) {
    const value = Number(frequency);
    if (marker.trim() === '' || !/^\d{1,3}(\.\d{1,2})?$/.test(allele.trim()))
      refuse(line, 'kinship.allele-not-understood', `Line ${line}: ${allele} is no allele of a ladder`);
    if (frequency.trim() === '' || !(value > 0 && value <= 1))
      refuse(line, 'kinship.frequency-not-a-probability', `Line ${line}: the frequency is ${frequency}`);
    const key = markerKey(marker);
    const known = markers.get(key) ?? { name: marker.trim(), frequencies: {}, line };
    markers.set(key, known);
    if (Object.hasOwn(known.frequencies, allele.trim()))
      refuse(line, 'kinship.allele-listed-twice', `Line ${line}: allele ${allele} of ${marker} is listed twice`);
    known.frequencies[allele.trim()] = value;
  }
  for (const { name, frequencies, line } of markers.values()) {
    const sum = Object.values(frequencies).reduce((total, p) => total + p, 0);
    // Published tables are rounded to three or four places; beyond half a per cent something is missing.
    if (Math.abs(sum - 1) > 0.005)
      refuse(line, 'kinship.frequencies-do-not-sum-to-one', `The frequencies of ${name} sum to ${sum}, not to 1`);
  }
  if (markers.size === 0) refuse(1, 'kinship.no-alleles', 'No marker is listed');
  return [...markers.values()].map(({ name, frequencies }) => ({ name, frequencies }));
}

/**
 * Markers ready to compute with. Alleles that the database does not hold are added with the minimum frequency, after
 * those it holds, and all are divided by the new sum: one policy, the same in numerator and denominator.
 */
export function laddersOf(
  database: FrequencyDatabase,
  settings: KinshipSettings,
  wanted: ReadonlyMap<string, Iterable<string>>,
): { markers: Marker[]; added: { marker: string; allele: string; minimumFrequency: number }[] } {
  const minimumFrequency = Math.max(settings.unseen.atLeast, fiveOverTwoN(database.persons));
  const added: { marker: string; allele: string; minimumFrequency: number }[] = [];
  const markers = database.markers.flatMap(({ name, frequencies }) => {
    const seen = wanted.get(markerKey(name));
    if (!seen) return [];
    const entries = Object.entries(frequencies).sort(([a], [b]) => Number(a) - Number(b));
    const unseen = [...new Set(seen)].filter((allele) => !Object.hasOwn(frequencies, allele));
    unseen.sort((a, b) => Number(a) - Number(b));
    for (const allele of unseen) {
      entries.push([allele, minimumFrequency]);
      added.push({ marker: name, allele, minimumFrequency });
    }
    const sum = entries.reduce((total, [, p]) => total + p, 0);
    return [
      new Marker({
        name,
        alleles: entries.map(([allele]) => allele),
        frequencies: entries.map(([, p]) => (Math.abs(sum - 1) > FREQUENCY_SUM_TOLERANCE / 1e3 ? p / sum : p)),
        mutation: settings.mutation,
      }),
    ];
  });
  return { markers, added };
}
