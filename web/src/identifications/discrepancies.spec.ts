import { undecided } from './discrepancies';

const line = (finding: string, discrepancyExplained?: string) => ({
  id: finding,
  kind: 'dental',
  finding,
  words: 'w',
  discrepancyExplained,
});

it('a contradiction stays open until it is explained in words', () => {
  expect(
    undecided([
      line('discrepancy'),
      line('agrees'),
      line('discrepancy', '  '),
      line('discrepancy', 'filled after the photograph'),
    ]),
  ).toHaveLength(2);
});
