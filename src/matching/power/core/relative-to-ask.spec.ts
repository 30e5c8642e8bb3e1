import { relativeToAsk } from './relative-to-ask';

const one = (person: string, more: object = {}) => ({
  ...{ person, father: null, mother: null, isMissingPerson: false, sampleLabel: null },
  ...more,
});
const missing = one('him', { father: 'F', mother: 'M', isMissingPerson: true });

describe('whose sample to ask for', () => {
  it.each<[string, Parameters<typeof relativeToAsk>[0], ReturnType<typeof relativeToAsk>]>([
    ['nobody is named', [], 'sibling'],
    ['a parent has given none', [missing, one('M')], 'parent'],
    [
      'the mother has, a child has not',
      [missing, one('M', { sampleLabel: 'S1' }), one('K', { father: 'him' })],
      'child',
    ],
    ['only a brother is left', [missing, one('M', { sampleLabel: 'S1' }), one('B', { mother: 'M' })], 'sibling'],
    ['both parents have', [missing, one('M', { sampleLabel: 'S1' }), one('F', { sampleLabel: 'S2' })], null],
  ])('where %s', (_, persons, expected) => expect(relativeToAsk(persons)).toBe(expected));
});
