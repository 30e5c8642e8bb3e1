import { faultsOfPedigree } from '../../../src/families/core/pedigree';
import { beginning, faultsBeside, freeLabel, keepable, type Kin, seeking, withOneMore, without } from './relatives';

const sought = beginning({ name: 'Moussa', sex: 'male' });
const tree = (...changes: (Partial<Kin> & { person: string })[]): Kin[] =>
  changes.map((change) => ({ ...sought[0]!, isMissingPerson: false, sex: 'unknown', ...change }));

describe('the persons of a family', () => {
  it('begin with the one who is sought', () =>
    expect(sought).toMatchObject([{ person: 'P1', name: 'Moussa', isMissingPerson: true, isAlive: null }]));

  it('are tied to the person sought as far as the word says', () => {
    const withMother = withOneMore(sought, 'mother', 'mother');
    expect(withMother).toMatchObject([{ mother: 'P2' }, { person: 'P2', sex: 'female', relationship: 'mother' }]);
    expect(withOneMore(withMother, 'child', null)[2]).toMatchObject({ person: 'P3', father: 'P1', mother: null });
    expect(withOneMore(withMother, 'sibling', null)[2]).toMatchObject({ father: null, mother: null });
  });

  it('keep a parent that was said when another is added', () =>
    expect(withOneMore(withOneMore(sought, 'mother', null), 'mother', null)[0]).toMatchObject({ mother: 'P2' }));

  it('get labels that nobody has, since samples refer to them', () => {
    const three = withOneMore(withOneMore(sought, 'mother', null), 'father', null);
    expect(freeLabel(without(three, 'P2'))).toBe('P2');
    expect(without(three, 'P2')[0]).toMatchObject({ mother: null, father: 'P3' });
  });

  it('are sought one at a time', () =>
    expect(seeking(withOneMore(sought, 'other', null), 'P2').map(({ isMissingPerson }) => isMissingPerson)).toEqual([
      false,
      true,
    ]));
});

describe('a tree that cannot be', () => {
  const impossible: [string, Kin[], Record<string, string>][] = [
    [
      'a circle of descent',
      tree({ person: 'A', father: 'B' }, { person: 'B', mother: 'A' }),
      { 'A.father': 'families.own-ancestor', 'B.mother': 'families.own-ancestor' },
    ],
    [
      'two of one parent',
      tree({ person: 'A', father: 'B', mother: 'B' }, { person: 'B' }),
      { 'A.mother': 'families.parents-alike' },
    ],
    [
      'a father who is a woman',
      tree({ person: 'A', father: 'B' }, { person: 'B', sex: 'female' }),
      { 'A.father': 'families.father-is-female' },
    ],
  ];
  it.each(impossible)('%s is said beside its field, and the rest is kept', (_, kin, faults) => {
    expect(faultsBeside(kin)).toEqual(faults);
    const kept = keepable(kin);
    expect(faultsOfPedigree(kept)).toEqual([]);
    expect(kept.map(({ person }) => person)).toEqual(kin.map(({ person }) => person));
  });
  it('does not erase the parents that were good before', () => {
    const good = tree({ person: 'A', mother: 'B' }, { person: 'B' });
    const slip = tree({ person: 'A', mother: 'B' }, { person: 'B', father: 'A' });
    expect(keepable(slip, good)).toEqual(good);
    expect(keepable(tree({ person: 'A', father: 'A' }), tree({ person: 'A', father: 'gone' }))).toMatchObject([
      { father: null },
    ]);
  });
  it('is never one of which only nobody knows', () => {
    const unknown = tree({ person: 'A', father: 'B', mother: 'C' }, { person: 'B' }, { person: 'C' });
    expect(faultsBeside(unknown)).toEqual({});
    expect(keepable(unknown)).toEqual(unknown);
  });
});
