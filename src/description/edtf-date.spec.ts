import edtf from 'edtf';
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

  it.each([
    ...[
      '',
      '2024-13-01',
      '2024-02-30',
      '05/03/2024',
      'yesterday',
      '2024-03-20/2024-03-05',
      '../..',
      '9999',
      '0001-01-01',
    ],
    ...['45356', '20240305', '12', '2023-02-29', '2024-00', '2024-05-00'],
  ])('refuses %s', (text) => expect(earliestAndLatest(text)).toBeNull());

  it('reads plain dates as the edtf package does', () => {
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    for (const year of ['1899', '1900', '2000', '2023', '2024'])
      for (const rest of ['', '~', '-02', '-02?', '-12', '-01-31', '-06-30', '-12-31~']) {
        const { min, max } = edtf(year + rest);
        expect(earliestAndLatest(year + rest)).toMatchObject({ earliest: day(min), latest: day(max) });
      }
  });
});
