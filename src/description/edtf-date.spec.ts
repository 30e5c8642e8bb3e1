import { earliestAndLatest } from './edtf-date';

describe('a date as people know it', () => {
  it.each([
    ['2024-03-05', '2024-03-05', '2024-03-05', false],
    ['2024-02', '2024-02-01', '2024-02-29', false],
    ['2024', '2024-01-01', '2024-12-31', false],
    ['2024~', '2024-01-01', '2024-12-31', true],
    ['2024-03-05/2024-03-20', '2024-03-05', '2024-03-20', false],
    ['2023-12/2024-02', '2023-12-01', '2024-02-29', false],
    ['../2024-03-20', null, '2024-03-20', false],
    ['2024-03-20/..', '2024-03-20', null, false],
    ['202X', '2020-01-01', '2029-12-31', false],
  ])('%s lies from %s to %s', (text, earliest, latest, approximate) => {
    expect(earliestAndLatest(text)).toEqual({ earliest, latest, approximate });
  });

  it.each(['', '2024-13-01', '2024-02-30', '05/03/2024', 'yesterday', '2024-03-20/2024-03-05', '../..', '9999', '0001-01-01'])(
    'refuses %s',
    (text) => expect(earliestAndLatest(text)).toBeNull(),
  );
});
