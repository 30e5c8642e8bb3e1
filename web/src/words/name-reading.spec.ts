import { readName } from '../../../src/matching/core/names';
import { needsReading } from '../shell/Text';
import { readingOf } from './name-reading';

describe('the reading beneath a name', () => {
  it.each(['محمد الأمين', 'ሙሐመድ ኣሕመድ', 'রহিমা খাতুন', 'राम प्रसाद', 'Мухаммад Рахимов', '王小明', 'გიორგი'])(
    'of %s is how the comparison reads it',
    async (name) =>
      expect(await readingOf(name)).toBe(
        readName(name)
          .map((token) => token.reading)
          .join(' '),
      ),
  );
  it('leaves out no word, as the comparison leaves out "son of"', async () =>
    expect(await readingOf('أحمد بن علي')).toMatch(/^\S+ bn \S+$/));
  it('leaves words in Latin letters as they are written', async () =>
    expect(await readingOf('Aïcha Ñdiaye')).toBe('Aïcha Ñdiaye'));
  it('is for those who do not read the script', () => {
    expect(needsReading('Moussa Ndiaye', 'fr')).toBe(false);
    expect(needsReading('محمد', 'fr')).toBe(true);
    expect(needsReading('محمد', 'ar')).toBe(false);
    expect(needsReading('ሙሐመድ', 'ar')).toBe(true);
  });
});
