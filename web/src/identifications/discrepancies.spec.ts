import type { Line } from '../api/identifications';
import { undecided } from './discrepancies';

const line = (over: Partial<Line>): Line => ({
  ...{ id: 'l', kind: 'dental', finding: 'discrepancy', words: 'w', restsOn: null, revision: 1 },
  ...{ isWithdrawn: false, isReconciled: true, isUnexplained: false, at: '2026-11-22T08:00:00Z' },
  by: { id: 'u', name: 'n', organisation: 'o' },
  ...over,
});

it('a discrepancy stays open until it is explained, or its line taken back', () => {
  const open = undecided([
    line({ isUnexplained: true }),
    line({ isUnexplained: true, isWithdrawn: true }),
    line({ discrepancyExplained: 'filled after the photograph' }),
    line({ finding: 'agrees' }),
  ]);
  expect(open).toHaveLength(1);
});
