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
 * What of the list can be kept now: a parent that cannot be is left out until it is mended, so that one slip of the
 * finger does not keep the rest from being saved.
 */
export function keepable(kin: readonly Kin[]): Kin[] {
  let kept = kin.map((one) => ({ ...one }));
  for (let faults = faultsOfPedigree(kept); faults.length > 0; faults = faultsOfPedigree(kept)) {
    const before = JSON.stringify(kept);
    kept = kept.map((one) => {
      const codes = faults.filter(({ person }) => person === one.person).map(({ code }) => code);
      if (codes.length === 0) return one;
      const isCircle = codes.includes('families.own-ancestor') || codes.includes('families.parent-not-listed');
      return {
        ...one,
        father: isCircle || codes.includes('families.father-is-female') ? null : one.father,
        mother:
          isCircle || codes.includes('families.mother-is-male') || codes.includes('families.parents-alike')
            ? null
            : one.mother,
        isMissingPerson: codes.includes('families.two-missing-persons') ? false : one.isMissingPerson,
      };
    });
    if (JSON.stringify(kept) === before) break;
  }
  return kept;
}
