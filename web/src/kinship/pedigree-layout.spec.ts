import fc from 'fast-check';
import { pedigreeLayout, type TreePerson } from './pedigree-layout';

const person = (label: string, father: string | null = null, mother: string | null = null): TreePerson => ({
  ...{ person: label, father, mother },
});

it('puts children below their parents, and partners beside each other', () => {
  const { places, unions } = pedigreeLayout([
    person('child', 'father', 'mother'),
    person('father', 'grandfather', 'grandmother'),
    person('mother'),
    person('grandfather'),
    person('grandmother'),
  ]);
  const at = Object.fromEntries(places.map((place) => [place.person, place]));
  expect([at.grandfather!.generation, at.father!.generation, at.child!.generation]).toEqual([0, 1, 2]);
  expect(at.mother!.generation).toBe(1);
  expect(Math.abs(at.mother!.column - at.father!.column)).toBe(1);
  expect(unions).toHaveLength(2);
});

it('keeps half-siblings apart and joins parents who share an ancestor by a double line', () => {
  const { unions } = pedigreeLayout([
    person('old'),
    person('wife'),
    person('other'),
    person('a', 'old', 'wife'),
    person('b', 'old', 'other'),
    person('c', 'a', 'b'),
  ]);
  expect(unions.map(({ children, isConsanguineous }) => [children, isConsanguineous])).toEqual([
    [['a'], false],
    [['b'], false],
    [['c'], true],
  ]);
});

it('never puts two persons in one place, whatever the tree; a circle of ancestors ends too', () => {
  const trees = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(trees, fc.boolean(), (parents, isDescent) => {
      const persons = parents.map(([father, mother], at) =>
        person(
          String(at),
          father !== mother && (isDescent ? father < at : true) && at % 3 > 0 ? String(father) : null,
          father !== mother && (isDescent ? mother < at : true) && at % 3 > 0 ? String(mother) : null,
        ),
      );
      const { places } = pedigreeLayout(persons);
      expect(new Set(places.map(({ generation, column }) => `${generation} ${column}`)).size).toBe(persons.length);
    }),
  );
});
