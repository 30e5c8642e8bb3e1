import { isToBeSaid, reviewedStatuses } from './due';

describe('a day that falls due', () => {
  const due = { day: '2026-11-22', to: 'A' };

  it.each<[string, Parameters<typeof isToBeSaid>, boolean]>([
    ['is not said the day before', [due, null, '2026-11-21'], false],
    ['is said on its day', [due, null, '2026-11-22'], true],
    ['is said late rather than never', [due, null, '2026-12-24'], true],
    ['is said once', [due, due, '2026-11-23'], false],
    ['is said again when it was moved and has come anew', [due, { ...due, day: '2026-10-01' }, '2026-11-22'], true],
    ['is said to whoever answers for it now', [due, { ...due, to: 'B' }, '2026-11-22'], true],
  ])('%s', (_, asked, expected) => expect(isToBeSaid(...asked)).toBe(expected));

  it('is nobody’s work where the search is over', () => {
    expect(reviewedStatuses).toEqual(['open', 'tracing', 'suspended', 'fate_clarified']);
  });
});
