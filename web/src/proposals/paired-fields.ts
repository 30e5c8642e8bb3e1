import type { Field } from '../interview/fields';

/** What the family's record calls one thing and the remains' another. */
const counterparts: Readonly<Record<string, string>> = {
  givenNames: 'namesFound',
  lastContactOn: 'recoveredOn',
  lastContactPlace: 'recoveryPlace',
  nationalities: 'originHints',
};

export interface Pair {
  readonly family?: Field;
  readonly remains?: Field;
}

/** Fields of both records in the order of the family's form; what only the remains have comes after. Each field once. */
export function pairedFields(family: readonly Field[], remains: readonly Field[]): readonly Pair[] {
  const pairs: Pair[] = family.map((field) => ({
    family: field,
    remains: remains.find((other) => other.name === (counterparts[field.name] ?? field.name)),
  }));
  const paired = new Set(pairs.map((pair) => pair.remains?.name));
  return [...pairs, ...remains.filter((field) => !paired.has(field.name)).map((field) => ({ remains: field }))];
}
