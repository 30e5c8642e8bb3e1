import type { Relative } from '../api/families';
import { faultsOfPedigree, type PedigreeFault } from '../../../src/families/core/pedigree';

/** A person of the family as the form holds them; `person` is the label that samples and parents refer to. */
export type Kin = Required<Relative>;
export type Tie = 'mother' | 'father' | 'sibling' | 'child' | 'other';
export const ties = ['mother', 'father', 'sibling', 'child', 'other'] as const satisfies readonly Tie[];

const nobody: Omit<Kin, 'person'> = {
  father: null,
  mother: null,
  sex: 'unknown',
  isMissingPerson: false,
  name: null,
  relationship: null,
  isAlive: null,
  sampleLabel: null,
  sampleKind: null,
  consentDna: 'not_asked',
};

/** The first label of P1, P2, ... that nobody has. */
export function freeLabel(kin: readonly Kin[]): string {
  const taken = new Set(kin.map(({ person }) => person));
  let number = 1;
  while (taken.has(`P${number}`)) number++;
  return `P${number}`;
}

/** The list a family begins with: the person whom it looks for, as the report names them. */
export const beginning = (sought: { readonly name: string | null; readonly sex: Kin['sex'] | undefined }): Kin[] => [
  { ...nobody, person: 'P1', name: sought.name, sex: sought.sex ?? 'unknown', isMissingPerson: true },
];

/**
 * Somebody more, tied to the person sought as far as the word says it. Brothers and sisters are not given the same
 * parents: that they share both is for the family to say.
 */
export function withOneMore(kin: readonly Kin[], tie: Tie, relationship: string | null): Kin[] {
  const label = freeLabel(kin);
  const sought = kin.find(({ isMissingPerson }) => isMissingPerson);
  const added: Kin = {
    ...nobody,
    person: label,
    relationship,
    sex: tie === 'mother' ? 'female' : tie === 'father' ? 'male' : 'unknown',
  };
  if (tie === 'child' && sought?.sex === 'female') return [...kin, { ...added, mother: sought.person }];
  if (tie === 'child' && sought?.sex === 'male') return [...kin, { ...added, father: sought.person }];
  if (tie === 'mother' || tie === 'father')
    return [...kin.map((one) => (one === sought && one[tie] === null ? { ...one, [tie]: label } : one)), added];
  return [...kin, added];
}

/** Without somebody, and without whatever pointed to them. */
export const without = (kin: readonly Kin[], label: string): Kin[] =>
  kin
    .filter(({ person }) => person !== label)
    .map((one) => ({
      ...one,
      father: one.father === label ? null : one.father,
      mother: one.mother === label ? null : one.mother,
    }));

/** One person is sought; saying so of another moves it. */
export const seeking = (kin: readonly Kin[], label: string): Kin[] =>
  kin.map((one) => ({ ...one, isMissingPerson: one.person === label }));

const fieldOf: Record<PedigreeFault['code'], 'father' | 'mother' | 'sought' | 'person'> = {
  'families.person-twice': 'person',
  'families.parent-not-listed': 'father',
  'families.parents-alike': 'mother',
  'families.father-is-female': 'father',
  'families.mother-is-male': 'mother',
  'families.own-ancestor': 'father',
  'families.two-missing-persons': 'sought',
};

/** What cannot be, beside the field where it is mended: `P2.mother` holds the code of its sentence. */
export function faultsBeside(kin: readonly Kin[]): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const { person, code } of faultsOfPedigree(kin)) {
    const one = kin.find((other) => other.person === person);
    const field = code === 'families.own-ancestor' && one?.father === null ? 'mother' : fieldOf[code];
    faults[`${person}.${field}`] ??= code;
  }
  return faults;
}

/**
 * What of the list can be kept now: where a parent cannot be, that person's last good parents stay, or none, until it is
 * mended. One slip of the finger neither keeps the rest from being saved nor erases what was known.
 */
export function keepable(kin: readonly Kin[], last: readonly Kin[] = []): Kin[] {
  const labels = new Set(kin.map(({ person }) => person));
  const listed = (label: string | null | undefined) => (label && labels.has(label) ? label : null);
  const mended = (list: readonly Kin[], parentsOf: (one: Kin) => Pick<Kin, 'father' | 'mother'>): Kin[] => {
    const faulty = new Set(faultsOfPedigree(list).map(({ person }) => person));
    return list.map((one) => (faulty.has(one.person) ? { ...one, ...parentsOf(one) } : one));
  };
  const asBefore = mended(kin, ({ person }) => {
    const before = last.find((one) => one.person === person);
    return { father: listed(before?.father), mother: listed(before?.mother) };
  });
  return mended(asBefore, () => ({ father: null, mother: null }));
}
