import type { Sex } from '../../description';

/** One person of a family tree, by a label within the report; parents by their labels. */
export interface PedigreePerson {
  readonly person: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: Sex;
  readonly isMissingPerson: boolean;
}

export interface PedigreeFault {
  readonly person: string;
  readonly code:
    | 'families.person-twice'
    | 'families.parent-not-listed'
    | 'families.parents-alike'
    | 'families.father-is-female'
    | 'families.mother-is-male'
    | 'families.own-ancestor'
    | 'families.two-missing-persons';
}

/** The person a computation needs beside the one that was named: it has no sample and no name. */
export interface CompletedPerson extends PedigreePerson {
  readonly isUnnamed: boolean;
}

/** What cannot be in a family tree; empty where it can be. */
export function faultsOfPedigree(persons: readonly PedigreePerson[]): PedigreeFault[] {
  const byLabel = new Map<string, PedigreePerson>();
  const faults: PedigreeFault[] = [];
  for (const person of persons) {
    if (byLabel.has(person.person)) faults.push({ person: person.person, code: 'families.person-twice' });
    byLabel.set(person.person, person);
  }
  for (const { person, father, mother } of persons) {
    if ([father, mother].some((label) => label !== null && !byLabel.has(label)))
      faults.push({ person, code: 'families.parent-not-listed' });
    if (father !== null && father === mother) faults.push({ person, code: 'families.parents-alike' });
    if (father !== null && byLabel.get(father)?.sex === 'female')
      faults.push({ person, code: 'families.father-is-female' });
    if (mother !== null && byLabel.get(mother)?.sex === 'male')
      faults.push({ person, code: 'families.mother-is-male' });
  }
  for (const person of ownAncestors(byLabel)) faults.push({ person, code: 'families.own-ancestor' });
  for (const { person } of persons.filter(({ isMissingPerson }) => isMissingPerson).slice(1))
    faults.push({ person, code: 'families.two-missing-persons' });
  return faults;
}

/**
 * Gives each person both parents or neither, as likelihoods over pedigrees need: where one is named, an unnamed person
 * is added for the other, one for each child. Brothers and sisters thus share a parent only where the family says so;
 * that half-siblings are the weaker claim is on the safe side. The sex of a parent follows from being one.
 */
export function completedPedigree(persons: readonly PedigreePerson[]): CompletedPerson[] {
  const labels = new Set(persons.map(({ person }) => person));
  const unnamed: CompletedPerson[] = [];
  const nameFor = (child: string, parent: string): string => {
    let label = `${parent} of ${child}`;
    while (labels.has(label)) label += "'";
    labels.add(label);
    return label;
  };
  const addParent = (child: string, parent: 'father' | 'mother'): string => {
    const person = nameFor(child, parent);
    const sex = parent === 'father' ? 'male' : 'female';
    unnamed.push({ person, father: null, mother: null, sex, isMissingPerson: false, isUnnamed: true });
    return person;
  };
  const fathers = new Set(persons.map(({ father }) => father));
  const mothers = new Set(persons.map(({ mother }) => mother));
  const completed = persons.map((given): CompletedPerson => {
    const { person, father, mother } = given;
    const isFounder = father === null && mother === null;
    const sex = fathers.has(person) ? 'male' : mothers.has(person) ? 'female' : given.sex;
    return {
      ...given,
      sex,
      isUnnamed: false,
      father: isFounder ? null : (father ?? addParent(person, 'father')),
      mother: isFounder ? null : (mother ?? addParent(person, 'mother')),
    };
  });
  return [...completed, ...unnamed];
}

/** Persons on a circle of descent. */
function ownAncestors(byLabel: ReadonlyMap<string, PedigreePerson>): string[] {
  const circle = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const climb = (label: string): void => {
    const person = byLabel.get(label);
    if (!person || state.get(label) === 'done') return;
    if (state.get(label) === 'open') {
      for (const on of path.slice(path.indexOf(label))) circle.add(on);
      return;
    }
    state.set(label, 'open');
    path.push(label);
    for (const parent of [person.father, person.mother]) if (parent !== null) climb(parent);
    path.pop();
    state.set(label, 'done');
  };
  for (const label of byLabel.keys()) climb(label);
  return [...circle];
}
