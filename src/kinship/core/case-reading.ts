import { KinshipInputError } from './kinship-input-error';
import { Marker } from './marker';
import type { MutationRates } from './mutation';
import { type Observation, readObservation } from './observation';
import { type Pedigree, type PersonDescription, readPedigree, type Sex } from './pedigree';

/** Reading plain JSON of which nothing is known yet; every refusal names the place. */
export type Json = Readonly<Record<string, unknown>>;

export function objectAt(value: unknown, path: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw malformed(path, 'an object');
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw malformed(path, 'a list');
}

export function textAt(value: unknown, path: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw malformed(path, 'a non-empty text');
}

export function numberAt(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw malformed(path, 'a number');
}

function malformed(path: string, wanted: string): KinshipInputError {
  return new KinshipInputError('kinship.malformed', path, `Here ${wanted} is expected`);
}

/** Allele names are names even where they look like numbers: 9.3 is not a quantity. */
function alleleAt(value: unknown, path: string): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw malformed(path, 'the name of an allele');
}

export function thetaAt(value: unknown, path = 'theta'): number {
  const theta = value === undefined || value === null ? 0 : numberAt(value, path);
  if (theta >= 0 && theta < 1) return theta;
  throw new KinshipInputError('kinship.theta-invalid', path, `theta is ${theta}; it must be at least 0 and below 1`);
}

export function markersAt(value: unknown, path = 'markers'): Marker[] {
  const names = new Set<string>();
  return listAt(value, path).map((entry, index) => {
    const at = `${path}[${index}]`;
    const marker = objectAt(entry, at);
    const name = textAt(marker['name'], `${at}.name`);
    if (names.has(name)) {
      throw new KinshipInputError('kinship.marker-listed-twice', `${at}.name`, `${name} is listed twice`);
    }
    names.add(name);
    const silent = marker['silentFrequency'];
    return new Marker(
      {
        name,
        alleles: listAt(marker['alleles'], `${at}.alleles`).map((a, k) => alleleAt(a, `${at}.alleles[${k}]`)),
        frequencies: listAt(marker['frequencies'], `${at}.frequencies`).map((p, k) =>
          numberAt(p, `${at}.frequencies[${k}]`),
        ),
        silentFrequency:
          silent === undefined || silent === null ? undefined : numberAt(silent, `${at}.silentFrequency`),
        mutation: mutationAt(marker['mutation'], `${at}.mutation`),
      },
      at,
    );
  });
}

function mutationAt(value: unknown, path: string): { male: MutationRates; female: MutationRates } | null {
  if (value === undefined || value === null) return null;
  const mutation = objectAt(value, path);
  const ratesOf = (sex: 'male' | 'female'): MutationRates => {
    const rates = objectAt(mutation[sex], `${path}.${sex}`);
    const optional = (field: 'range' | 'rate2') =>
      rates[field] === undefined || rates[field] === null
        ? undefined
        : numberAt(rates[field], `${path}.${sex}.${field}`);
    return {
      model: textAt(rates['model'], `${path}.${sex}.model`) as MutationRates['model'],
      rate: numberAt(rates['rate'], `${path}.${sex}.rate`),
      range: optional('range'),
      rate2: optional('rate2'),
    };
  };
  return { male: ratesOf('male'), female: ratesOf('female') };
}

export function sexAt(value: unknown, path: string): Sex {
  if (value === 'male' || value === 'female' || value === 'unknown') return value;
  if (value === undefined || value === null) return 'unknown';
  throw malformed(path, 'male, female or unknown');
}

export function pedigreeAt(value: unknown, path = 'pedigree'): Pedigree {
  const persons = listAt(value, path).map((entry, index): PersonDescription => {
    const at = `${path}[${index}]`;
    const person = objectAt(entry, at);
    const parent = (role: 'father' | 'mother') => {
      const id = person[role];
      if (Array.isArray(id) && id.length > 1) {
        throw new KinshipInputError(
          `kinship.two-${role}s`,
          `${at}.${role}`,
          `${String(person['id'])} has ${id.length} ${role}s; a person has one biological ${role}`,
        );
      }
      return id === undefined || id === null || id === '' ? null : textAt(id, `${at}.${role}`);
    };
    return {
      id: textAt(person['id'], `${at}.id`),
      father: parent('father'),
      mother: parent('mother'),
      sex: sexAt(person['sex'], `${at}.sex`),
    };
  });
  if (persons.length === 0) throw malformed(path, 'at least one person');
  return readPedigree(persons, path);
}

export function personAt(value: unknown, pedigree: Pedigree, path: string): number {
  const id = textAt(value, path);
  const person = pedigree.indexOf.get(id);
  if (person !== undefined) return person;
  throw new KinshipInputError('kinship.person-not-in-pedigree', path, `${id} is not in the pedigree`);
}

/** One profile, by marker; markers that the case does not describe are told to `onUnused`. */
export function profileAt(
  value: unknown,
  markers: readonly Marker[],
  dropout: number,
  path: string,
  onUnused: (marker: string) => void,
): (Observation | null)[] {
  const profile = value === undefined || value === null ? {} : objectAt(value, path);
  const known = new Set(markers.map((marker) => marker.name));
  for (const name of Object.keys(profile)) if (!known.has(name)) onUnused(name);
  return markers.map((marker) => {
    const genotype = Object.hasOwn(profile, marker.name) ? profile[marker.name] : undefined;
    if (genotype === undefined || genotype === null) return null;
    const at = `${path}.${marker.name}`;
    const alleles = listAt(genotype, at).map((a, k) => (a === null ? null : alleleAt(a, `${at}[${k}]`)));
    return readObservation(alleles, marker, dropout, at);
  });
}

/** Profiles of the typed relatives, as observations[marker][person]. */
export function relativesAt(
  value: unknown,
  pedigree: Pedigree,
  markers: readonly Marker[],
  path: string,
  onUnused: (marker: string) => void,
): Observation[][][] {
  const observed: Observation[][][] = markers.map(() => pedigree.ids.map(() => []));
  for (const [id, profile] of Object.entries(value === undefined || value === null ? {} : objectAt(value, path))) {
    const person = personAt(id, pedigree, `${path}.${id}`);
    profileAt(profile, markers, 0, `${path}.${id}`, onUnused).forEach((observation, at) => {
      if (observation) observed[at]![person]!.push(observation);
    });
  }
  return observed;
}
