import fc from 'fast-check';
import { compareNames, compileName, GREATEST_LOG10_LR, LEAST_LOG10_LR, nameSettings } from '.';

const letters = 'abcdefghijklmnoprstuvyzçéñšžمحمدعليحسنأةيوሙሐመድተስፋለምАлександрমোহাম্মদमोहम्मद';
const name = fc
  .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

describe('two names', () => {
  it.each([
    ['Latin and Arabic', 'Mohamed', 'محمد'],
    ['Latin and Ethiopic', 'Mohamed', 'ሙሐመድ'],
    ['Arabic and Ethiopic', 'محمد', 'ሙሐመድ'],
    ['French and English spelling', 'Youssouf Coulibaly', 'Yusuf Kulibali'],
    ['German and Turkish spelling', 'Aische Tscheliker', 'Ayşe Çeliker'],
    ['Polish and English spelling', 'Szymon', 'Shimon'],
    ['the order of the words', 'Tesfalem Gebremedhin', 'Gebremedhin Tesfalem'],
    ['a patronymic chain in two scripts', 'Tesfalem Gebremedhin Haile', 'ተስፋለም ገብረ መድህን ኃይለ'],
    ['words written apart', 'Mohamedali Osman', 'Mohamed Ali Osman'],
    ['Abd el Rahman', 'Abd el Rahman', 'Abderrahmane'],
    ['Abd al-Rahman in Arabic', 'عبد الرحمن', 'Abdurrahman'],
    ['the article', 'Sulayman Al-Rashidi', 'سليمان الرشيدي'],
    ['the article written together', 'RASHED ALSHAMSI', 'راشد الشامسي'],
    ['particles of kinship', 'Ahmed ould Mohamed bin Salem', 'Ahmed Mohamed Salem'],
    ['Persian letters', 'چنگیز پروانه', 'Changiz Parvaneh'],
    ['Persian code points for Arabic letters', 'علی کریمی', 'علي كريمي'],
    ['Ethiopic homophones', 'ሀይለ ሥላሴ', 'ኃይለ ስላሴ'],
    ['Cyrillic', 'Юсуф Хасанов', 'Yusuf Khasanov'],
    ['Cyrillic and Arabic', 'Ибрагим', 'إبراهيم'],
    ['Bengali', 'রহিম উদ্দিন', 'Rahim Uddin'],
    ['Devanagari', 'राम प्रसाद शर्मा', 'Ram Prasad Sharma'],
    ['Greek', 'Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
    ['Georgian', 'გიორგი', 'Giorgi'],
    ['Armenian', 'Հովհաննես', 'Hovhannes'],
    ['Hebrew', 'משה כהן', 'Moshe Cohen'],
    ['an English nickname', 'Bill Thornton', 'William Thornton'],
    ['a Russian nickname in its script', 'Саша Петров', 'Александр Петров'],
    ['a Spanish nickname', 'Pepe Navarro', 'José Navarro'],
    ['an initial', 'J. Thornton', 'Jacob Thornton'],
    ['marks on and off', 'Jürgen Müller', 'Juergen Muller'],
  ])('of one person are the same: %s', (_, a, b) => {
    const { same, log10Lr } = compareNames(a, b);
    expect(log10Lr).toBeGreaterThan(nameSettings.threshold);
    expect(same).toBe(true);
  });

  it.each([
    ['Mohamed', 'Ahmed'],
    ['Hussein', 'Hassan'],
    ['حسين', 'حسن'],
    ['محمد', 'أحمد'],
    ['Haile', 'ኃይሉ'],
    ['Pedro', 'Juan'],
    ['Samuel', 'Samira'],
    ['Mohamed Ahmed', 'Mohamed Ali'],
    ['Иван Петров', 'Иван Сидоров'],
    ['Tesfalem Haile', 'ገብረ መድህን'],
    ['Fatima Diallo', 'Mamadou Traoré'],
  ])('of two persons are not: %s, %s', (a, b) => {
    const { same, log10Lr } = compareNames(a, b);
    expect(log10Lr).toBeLessThan(nameSettings.threshold);
    expect(same).toBe(false);
  });

  it('say the same whichever comes first', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b).log10Lr).toBeCloseTo(compareNames(b, a).log10Lr, 9);
      }),
    );
  });

  it('say the same in whatever order their words stand', () => {
    const chain = ['Tesfalem', 'Gebremedhin', 'Haile', 'Woldu'];
    const asWritten = compareNames(chain.join(' '), 'ተስፋለም ገብረመድህን ኃይለ').log10Lr;
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ])
      expect(compareNames(order.map((at) => chain[at]).join(' '), 'ተስፋለም ገብረመድህን ኃይለ').log10Lr).toBeCloseTo(
        asWritten,
        9,
      );
  });

  it('give a number within the caps for any text', () => {
    const any = fc.oneof(
      name,
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(any, any, (a, b) => {
        const { log10Lr, alignment } = compareNames(a, b);
        expect(Number.isFinite(log10Lr)).toBe(true);
        expect(log10Lr).toBeGreaterThanOrEqual(LEAST_LOG10_LR);
        expect(log10Lr).toBeLessThanOrEqual(GREATEST_LOG10_LR);
        for (const pair of alignment) expect(pair.similarity >= 0 && pair.similarity <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['', ''],
    ['', 'Ali'],
    ['   ', 'Ali'],
    ['😀🎉', '😀🎉'],
    ['12345', '12345'],
    ['\u200f\u200e', 'محمد'],
    ['-', '.'],
    ['\uD83D', 'Ali'],
  ])('say nothing where one of them has no letter: %j, %j', (a, b) => {
    expect(compareNames(a, b)).toMatchObject({ log10Lr: 0, same: false, alignment: [] });
  });

  it('are read alike with marks of direction, joiners and tatweel', () => {
    const plain = compareNames('محمد علي', 'Mohamed Ali');
    const marked = compareNames('\u202Bمـحـ\u200Dمـد\u200F علي\u202C', '\u200EMohamed\u00AD Ali');
    expect(marked.log10Lr).toBe(plain.log10Lr);
  });

  it('are read alike composed and decomposed', () => {
    const written = 'বড়ুয়া José Ñandú';
    expect(compareNames(written.normalize('NFC'), written.normalize('NFD')).log10Lr).toBe(
      compareNames(written, written).log10Lr,
    );
  });

  it('are answered in no time at 5,000 characters', () => {
    const long = 'Mohamed Ahmed '.repeat(360);
    const started = performance.now();
    expect(Number.isFinite(compareNames(long, `${long}x`).log10Lr)).toBe(true);
    expect(Number.isFinite(compareNames('م'.repeat(5000), 'm'.repeat(5000)).log10Lr)).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('lose evidence with every letter that changes', () => {
    const values = ['Gebremedhin', 'Gebremedhan', 'Gebremodhan', 'Gelremodhan', 'Gelrekodhan', 'Gelrekoshan'].map(
      (changed) => compareNames('Gebremedhin', changed).log10Lr,
    );
    for (let at = 1; at < values.length; at++) expect(values[at]!).toBeLessThanOrEqual(values[at - 1]!);
    expect(values.at(-1)!).toBeLessThan(values[0]! - 1);
  });

  it('do not turn against each other by a word that only one has', () => {
    const full = compareNames('Tesfalem Gebremedhin', 'ተስፋለም ገብረመድህን');
    const more = compareNames('Tesfalem Gebremedhin Woldu', 'ተስፋለም ገብረመድህን');
    expect(more.same).toBe(true);
    expect(more.log10Lr).toBeGreaterThan(full.log10Lr - 0.5);
    expect(more.aloneA).toEqual(['Woldu']);
    expect(compareNames('Tesfalem', 'Tesfalem Gebremedhin Woldu').same).toBe(true);
  });

  it('say less in words that everybody bears', () => {
    const common = compareNames('Mohamed Ali', 'محمد علي').log10Lr;
    const rare = compareNames('Zubayr Qandil', 'زبير قنديل').log10Lr;
    expect(common).toBeLessThan(rare);
    const counted = (share: number) => compareNames('Tesfalem', 'ተስፋለም', { frequencyOf: () => share }).log10Lr;
    expect(counted(0.5)).toBeLessThan(counted(0.01));
    expect(counted(1)).toBeLessThan(nameSettings.threshold + 0.3);
    expect(counted(Number.NaN)).toBe(counted(0.0001));
  });

  it('show which word stands beside which, and in which script', () => {
    const { alignment, scripts } = compareNames('Haile Tesfalem', 'ተስፋለም ኃይለ');
    expect(scripts).toEqual(['Latn', 'Ethi']);
    expect(alignment.map(({ a, b, placeB }) => [a, b, placeB])).toEqual(
      expect.arrayContaining([
        ['Haile', 'ኃይለ', 1],
        ['Tesfalem', 'ተስፋለም', 0],
      ]),
    );
    expect(compareNames('Bill', 'William').alignment[0]!.relation).toBe('known form');
    expect(compareNames('Ali', 'Ali').alignment[0]!.relation).toBe('same letters');
  });

  it('of mixed scripts are compared script by script', () => {
    expect(compileName('Ahmedأحمد').map((form) => form.script)).toEqual(['Latn', 'Arab']);
    expect(compareNames('Аhmed', 'Ahmed').same).toBe(true); // a Cyrillic А typed by mistake
  });
});
