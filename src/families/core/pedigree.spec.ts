import { completedPedigree, faultsOfPedigree, type PedigreePerson } from './pedigree';

const person = (label: string, more: Partial<PedigreePerson> = {}): PedigreePerson => ({
  ...{ person: label, father: null, mother: null, sex: 'unknown', isMissingPerson: false, ...more },
});
const codes = (persons: PedigreePerson[]) => faultsOfPedigree(persons).map(({ person: who, code }) => `${who} ${code}`);

describe('a family tree', () => {
  it('of a child, its parents and its child is accepted', () => {
    const tree = [person('A', { father: 'F', mother: 'M' }), person('F'), person('M'), person('C', { mother: 'A' })];
    expect(codes(tree)).toEqual([]);
  });

  it.each<[string, PedigreePerson[], string[]]>([
    ['lists a person twice', [person('A'), person('A')], ['A families.person-twice']],
    ['names a parent who is not in it', [person('A', { mother: 'M' })], ['A families.parent-not-listed']],
    [
      'has one person for both parents',
      [person('A', { father: 'P', mother: 'P' }), person('P')],
      ['A families.parents-alike'],
    ],
    [
      'has a woman for a father',
      [person('A', { father: 'P' }), person('P', { sex: 'female' })],
      ['A families.father-is-female'],
    ],
    [
      'has a man for a mother',
      [person('A', { mother: 'P' }), person('P', { sex: 'male' })],
      ['A families.mother-is-male'],
    ],
    ['has somebody descend from himself', [person('A', { father: 'A' })], ['A families.own-ancestor']],
    [
      'goes in a circle, of which a descendant is no part',
      [
        person('A', { father: 'B' }),
        person('B', { father: 'C' }),
        person('C', { father: 'A' }),
        person('D', { father: 'A' }),
      ],
      ['A families.own-ancestor', 'B families.own-ancestor', 'C families.own-ancestor'],
    ],
    [
      'seeks two persons',
      [person('A', { isMissingPerson: true }), person('B', { isMissingPerson: true })],
      ['B families.two-missing-persons'],
    ],
  ])('that %s is refused', (_, persons, expected) => expect(codes(persons)).toEqual(expected));

  it('completed has both parents or neither for each person, and is then itself complete', () => {
    const tree = [person('A', { mother: 'M' }), person('B', { mother: 'M' }), person('M'), person('father of A')];
    const complete = completedPedigree(tree);
    for (const { father, mother } of complete) expect(father === null).toBe(mother === null);
    expect(faultsOfPedigree(complete)).toEqual([]);
    expect(completedPedigree(complete).map((one) => one.person)).toEqual(complete.map((one) => one.person));
    // Sharing a mother says nothing of the father.
    expect(complete[0]!.father).not.toBe(complete[1]!.father);
    expect(complete.find((one) => one.person === 'M')!.sex).toBe('female');
  });
});
