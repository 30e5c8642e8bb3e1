import fc from 'fast-check';
import { onePersonWith, type PairDecision } from './one-person';

const same = (a: string, b: string): PairDecision => ({ a, b, decision: 'same_person' });
const apart = (a: string, b: string): PairDecision => ({ a, b, decision: 'different_persons' });

describe('the cases of one person', () => {
  it.each<[string, PairDecision[], string[]]>([
    ['none where nobody linked any', [], []],
    ['those linked from either side', [same('A', 'B'), same('C', 'A')], ['B', 'C']],
    ['those linked through another', [same('A', 'B'), same('C', 'B'), same('D', 'C')], ['B', 'C', 'D']],
    ['not those of other persons', [same('C', 'D'), apart('A', 'C')], []],
    [
      'not one that was told apart, though another leads to it',
      [same('A', 'B'), same('B', 'C'), apart('A', 'C')],
      ['B'],
    ],
    [
      'nor one told apart from another of them',
      [same('A', 'B'), same('A', 'D'), same('B', 'C'), apart('C', 'D')],
      ['B', 'D'],
    ],
  ])('are %s', (_, decisions, expected) => expect(onePersonWith('A', decisions)).toEqual(expected));

  it('are the same cases from whichever one asks, where nobody contradicts', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name).map(([a, b]) => same(a, b))), name, (links, from) => {
        const all = [from, ...onePersonWith(from, links)].sort();
        for (const one of all) expect([one, ...onePersonWith(one, links)].sort()).toEqual(all);
      }),
    );
  });
});
