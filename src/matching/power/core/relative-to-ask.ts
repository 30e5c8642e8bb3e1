import type { NearRelative } from './sample-of-relative';

interface Person {
  readonly person: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly isMissingPerson: boolean;
  readonly sampleLabel: string | null;
}

/** Two near relatives decide between families as a rule; a third adds little beside the trouble of asking. */
const ENOUGH = 2;

/**
 * Whose sample to ask for next: a parent before a child before a sibling, of those who have given none. Where the family tree names no near
 * relative, a sibling stands for whoever can be found; null where enough have given theirs.
 */
export function relativeToAsk(persons: readonly Person[]): NearRelative | null {
  const missing = persons.find(({ isMissingPerson }) => isMissingPerson);
  if (!missing) return persons.filter(({ sampleLabel }) => sampleLabel !== null).length >= ENOUGH ? null : 'sibling';
  const parents = new Set([missing.father, missing.mother].filter((one) => one !== null));
  const near: Readonly<Record<NearRelative, readonly Person[]>> = {
    parent: persons.filter(({ person }) => parents.has(person)),
    child: persons.filter(({ father, mother }) => father === missing.person || mother === missing.person),
    sibling: persons.filter(
      (one) =>
        one !== missing &&
        ((one.father !== null && parents.has(one.father)) || (one.mother !== null && parents.has(one.mother))),
    ),
  };
  const order = ['parent', 'child', 'sibling'] as const;
  const given = order.flatMap((kind) => near[kind]).filter(({ sampleLabel }) => sampleLabel !== null);
  if (given.length >= ENOUGH) return null;
  return order.find((kind) => near[kind].some(({ sampleLabel }) => sampleLabel === null)) ?? 'sibling';
}
