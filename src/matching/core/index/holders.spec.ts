import fc from 'fast-check';
import { isOneSlipApart } from '../reading/identifiers';
import { Holders } from './holders';

const text = fc.stringMatching(/^[012]{3,5}$/);

it('knows who holds a number, and who holds one a slip away, through any additions and removals', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text, row: fc.nat(6), isAdded: fc.boolean() }), { maxLength: 200 }),
      text,
      (steps, asked) => {
        const holders = new Holders('0123456789');
        const held = new Set<string>();
        for (const step of steps) {
          const key = `${step.text} ${step.row}`;
          if (step.isAdded === held.has(key)) continue;
          if (step.isAdded) holders.add(step.text, step.row);
          else holders.remove(step.text, step.row);
          if (step.isAdded) held.add(key);
          else held.delete(key);
        }
        const pairs = [...held].map((key) => key.split(' ') as [string, string]);
        const rowsOf = (isWanted: (one: string) => boolean): number[] =>
          [...new Set(pairs.filter(([one]) => isWanted(one)).map(([, row]) => Number(row)))].sort();
        expect([...holders.of(asked)].sort()).toEqual(rowsOf((one) => one === asked));
        expect([...new Set(holders.oneSlipFrom(asked))].sort()).toEqual(rowsOf((one) => isOneSlipApart(one, asked)));
      },
    ),
  );
});

it('takes a number that everybody holds as fast as one that nobody does', () => {
  const holders = new Holders('0123456789');
  for (let row = 0; row < 50_000; row++) holders.add('912345678', row);
  expect(holders.of('912345678')).toHaveLength(50_000);
});
