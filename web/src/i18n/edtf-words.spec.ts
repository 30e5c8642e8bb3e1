import { earliestAndLatest } from '../../../src/description/edtf-date';
import { saidOf, sayDay, type Said } from './edtf-words';

describe('a date as people know it is said', () => {
  it.each<[string, Said]>([
    ['2024-03-05', { how: 'on', day: '2024-03-05' }],
    ['2024~', { how: 'about', day: '2024' }],
    ['2024-03-05/2024-03-20', { how: 'between', from: '2024-03-05', to: '2024-03-20' }],
    ['../2024-03-20', { how: 'before', day: '2024-03-20' }],
    ['2024-03-20/..', { how: 'after', day: '2024-03-20' }],
    ['202X', { how: 'as-written', day: '202X' }],
  ])('%s', (text, said) => {
    expect(earliestAndLatest(text)).not.toBeNull();
    expect(saidOf(text)).toEqual(said);
  });

  it('with the month in words, on the same day in every time zone', () => {
    expect(sayDay('2024-03-05', 'en')).toBe('March 5, 2024');
    expect(sayDay('2024-03', 'fr')).toBe('mars 2024');
    expect(sayDay('2024', 'es')).toBe('2024');
  });
});
