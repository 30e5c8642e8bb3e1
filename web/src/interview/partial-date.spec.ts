import { earliestAndLatest } from '../../../src/description/edtf-date';
import { edtfOf, isoOf, noDate, typedDateOf } from './partial-date';

describe('a date asked for in parts', () => {
  it.each([
    '2024-03-05',
    '2024-03',
    '2024',
    '2024~',
    '2024-03~',
    '2024-03-05/2024-03-20',
    '../2024-03-20',
    '2024-03-20/..',
    '2023-12/2024-02',
  ])('%s is shown in parts and comes back the same, as the API reads it', (edtf) => {
    expect(earliestAndLatest(edtf)).not.toBeNull();
    expect(edtfOf(typedDateOf(edtf))).toBe(edtf);
  });
  it('is nothing when nothing was typed', () => expect(edtfOf(noDate)).toBeUndefined());
  it.each([
    ['a 30 February', { year: '2024', month: '2', day: '30' }],
    ['a month 13', { year: '2024', month: '13', day: '' }],
    ['a day without its month', { year: '2024', month: '', day: '5' }],
    ['a year of two digits', { year: '24', month: '', day: '' }],
  ])('refuses %s', (_, parts) => expect(isoOf(parts)).toBeNull());
  it('knows leap years', () => expect(isoOf({ year: '2024', month: '2', day: '29' })).toBe('2024-02-29'));
  it('reads Arabic-Indic and Persian digits', () => {
    expect(isoOf({ year: '٢٠٢٤', month: '٣', day: '٥' })).toBe('2024-03-05');
    expect(isoOf({ year: '۲۰۲۴', month: '', day: '' })).toBe('2024');
  });
  it('refuses an end before its beginning', () =>
    expect(
      edtfOf({
        mode: 'between',
        from: { year: '2024', month: '5', day: '' },
        to: { year: '2024', month: '3', day: '' },
      }),
    ).toBeNull());
});
