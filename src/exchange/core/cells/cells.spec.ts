import fc from 'fast-check';
import countries from 'i18n-iso-countries';
import { bodySites, dentalCodes, isCountry, isTooth, markTypes, rangeOf, type BodySite } from '../../../description';
import * as cells from '.';
import type { CellReader, Reading } from '.';

const codes = (reading: Reading<unknown>) => reading.faults?.map((fault) => fault.code) ?? reading;
const fault = (reading: Reading<unknown>) => reading.faults?.[0];

const readers: Record<string, CellReader<unknown>> = {
  text: cells.text(50),
  personName: cells.personName(50),
  choice: cells.choice(['sea', 'red_cross']),
  signedChoice: cells.signedChoice(['O-', 'O+']),
  yesOrNo: cells.yesOrNo,
  date: cells.date('2026-11-22'),
  day: cells.day(),
  quantity: cells.quantity({ minimum: 0, maximum: 100 }),
  degrees: cells.degrees(90),
  age: cells.age,
  height: cells.height,
  weight: cells.weight,
  daysSinceDeath: cells.daysSinceDeath,
  mark: cells.mark,
  tooth: cells.tooth,
  phone: cells.phone('ITA'),
  document: cells.identityDocument,
  language: cells.language,
  country: cells.country,
  consent: cells.consentPurpose,
  notSharedWith: cells.notSharedWith,
  fingerprints: cells.fingerprintsTakenBy,
  list: cells.list(cells.mark),
};

/** Texts near what the grammars expect, where mistakes live. */
const nearlyRight = fc.stringMatching(/^[0-9.,\-−–/~;:@=+\\A-Za-z٠-٩ '"]{1,30}$/);

it.each(Object.entries(readers))('%s never throws, and says either a value or a fault', (_, reader) => {
  fc.assert(
    fc.property(fc.oneof(nearlyRight, fc.string({ unit: 'binary', minLength: 1 })), (text) => {
      const reading = reader(text);
      expect(reading.faults === undefined || reading.faults.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('a list', () => {
  const plain = fc
    .string({ minLength: 1 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && !cells.looksLikeFormula(text));
  it('reads back what was written, with semicolons and backslashes', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 8 }), (items) => {
        expect(cells.list(cells.text())(cells.writeList(items))).toEqual({ value: items });
      }),
    );
  });
  it.each([
    ['a; b ;;c', ['a', 'b', 'c']],
    ['red\\; blue;x', ['red; blue', 'x']],
    ['C:\\dir', ['C:\\dir']],
    ['a\\\\;b', ['a\\', 'b']],
  ])('%s', (cell, items) => expect(cells.list(cells.text())(cell)).toEqual({ value: items }));
  it('reports the faults of all its values and refuses too many', () => {
    expect(codes(cells.list(cells.tooth)('19=fmc;11=zzz;12=mis'))).toEqual([
      'exchange.tooth-unknown',
      'exchange.tooth-code-unknown',
    ]);
    expect(codes(cells.list(cells.text(), 2)('a;b;c'))).toEqual(['exchange.list-too-long']);
  });
});

describe('a date', () => {
  it.each([
    ['31/12/2023', 'exchange.date-year-last', '2023-12-31'],
    ['12/31/2023', 'exchange.date-year-last', '2023-12-31'],
    ['5.5.2023', 'exchange.date-year-last', '2023-05-05'],
    ['2024/3/5', 'exchange.date-year-last', '2024-03-05'],
    ['20240305', 'exchange.date-year-last', '2024-03-05'],
    ['3/2024', 'exchange.date-year-last', '2024-03'],
    ['45356', 'exchange.date-serial', '2024-03-05'],
    ['2024-03-05T10:00:00Z', 'exchange.date-with-time', '2024-03-05'],
  ])('%s is refused and %s offers %s', (cell, code, suggestion) =>
    expect(fault(cells.date()(cell))).toEqual({ code, params: { suggestion } }),
  );
  it('asks whether day or month comes first', () =>
    expect(fault(cells.date()('03/04/2023'))).toEqual({
      code: 'exchange.date-ambiguous',
      params: { first: '2023-04-03', second: '2023-03-04' },
    }));
  it.each(['2023-02-29', '2024-13-01', 'yesterday', '99/99/2023', '2024-03-20/2024-03-05', '0', '32/13/2023'])(
    '%s is refused',
    (cell) => expect(codes(cells.date()(cell))).toEqual(['exchange.date-not-understood']),
  );
  it('may be typed in the digits of Arabic, and about a year', () => {
    expect(cells.date()('٢٠٢٤-٠٣-٠٥')).toEqual({ value: '2024-03-05' });
    expect(cells.date()('2024~')).toEqual({ value: '2024~' });
    expect(cells.date()('../2024-03-20')).toEqual({ value: '../2024-03-20' });
  });
  it('has happened already', () => {
    expect(codes(cells.date('2026-11-22')('2026-11-23'))).toEqual(['exchange.date-in-future']);
    expect(cells.date('2026-11-22')('2026')).toEqual({ value: '2026' });
  });
  it('of one day is a full day', () => expect(codes(cells.day()('2024-03'))).toEqual(['exchange.date-one-day']));
});

describe('a range', () => {
  it.each<[string, number | null, number | null]>([
    ['165', 165, 165],
    ['160-170', 160, 170],
    ['160 – 170', 160, 170],
    ['160-', 160, null],
    ['-170', null, 170],
    ['١٦٠-١٧٠', 160, 170],
    ['165.5', 165.5, 165.5],
    ['165,5', 165.5, 165.5],
  ])('%s', (cell, from, to) => expect(cells.height(cell)).toEqual({ value: { from, to } }));

  it('reads back what was written', () => {
    const end = fc.integer({ min: 20, max: 272 });
    const ranges = fc.oneof(
      fc.tuple(end, end).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      end.map((from) => ({ from, to: null })),
      end.map((to) => ({ from: null, to })),
    );
    fc.assert(fc.property(ranges, (range) => expect(cells.height(cells.writeRange(range))).toEqual({ value: range })));
  });

  it('only ever says what the record accepts', () => {
    const schema = rangeOf(0, 120);
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,-]{1,8}$/), (cell) => {
        const reading = cells.age(cell);
        if (!reading.faults) expect(schema.safeParse(reading.value).success).toBe(true);
      }),
    );
  });

  it.each([
    ['1.75', 'exchange.height-in-metres', 175],
    ['1,75', 'exchange.height-in-metres', 175],
    ['1.6-1.7', 'exchange.height-in-metres', '160-170'],
    ['1.75 m', 'exchange.height-in-metres', 175],
    [`5'9"`, 'exchange.height-in-feet', 175],
    ['170-160', 'exchange.range-reversed', '160-170'],
  ])('%s as a height is refused and %s offers %s', (cell, code, suggestion) => {
    const found = fault(cells.height(cell));
    expect([found?.code, String(found?.params?.suggestion)]).toEqual([code, String(suggestion)]);
  });
  it.each([
    ['175 cm', 'exchange.unit-not-wanted'],
    ['tall', 'exchange.range-not-understood'],
    ['-', 'exchange.range-not-understood'],
    ['1,750', 'exchange.number-ambiguous'],
    ['300', 'exchange.number-out-of-range'],
    ['2', 'exchange.number-out-of-range'],
    ['2024-12-10', 'exchange.range-not-understood'],
  ])('%s as a height is refused: %s', (cell, code) => expect(codes(cells.height(cell))).toEqual([code]));

  it('asks back about a negative age, and lets an open one through', () => {
    expect(fault(cells.age('-5'))).toEqual({ code: 'exchange.age-minus', params: { suggestion: '0-5' } });
    expect(codes(cells.age('−34'))).toEqual(['exchange.number-negative']);
    expect(codes(cells.age('-5-10'))).toEqual(['exchange.number-negative']);
    expect(cells.age('-40')).toEqual({ value: { from: null, to: 40 } });
    expect(codes(cells.age('150'))).toEqual(['exchange.number-out-of-range']);
  });
});

describe('degrees', () => {
  it.each([
    ['36,85', 36.85],
    ['-5.3162', -5.3162],
    ['−5.3162', -5.3162],
    ['14', 14],
    ['36,851', 36.851],
  ])('%s', (cell, value) => expect(cells.degrees(90)(cell)).toEqual({ value }));
  it.each([
    ['200', 'exchange.number-out-of-range'],
    [`36°12'30"N`, 'exchange.coordinate-not-decimal'],
    ['36.2N', 'exchange.coordinate-not-decimal'],
    ['north', 'exchange.number-not-understood'],
    ['1e2', 'exchange.number-not-understood'],
  ])('%s is refused: %s', (cell, code) => expect(codes(cells.degrees(90)(cell))).toEqual([code]));
});

describe('a mark', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 40 })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  it('reads back what was written, inside a list too', () => {
    const marks = fc.array(
      fc.record(
        {
          type: fc.constantFrom(...markTypes),
          site: fc.constantFrom(...(Object.keys(bodySites) as BodySite[])),
          side: fc.constantFrom('left' as const, 'right' as const, 'both' as const, 'middle' as const),
          words,
        },
        { requiredKeys: ['type', 'site'] },
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(marks, (value) =>
        expect(cells.list(cells.mark)(cells.writeList(value.map(cells.writeMark)))).toEqual({ value }),
      ),
    );
  });
  it('is read from the example of the contract', () =>
    expect(cells.list(cells.mark)('tattoo@arm.left: letters "AH"; scar@abdomen')).toEqual({
      value: [
        { type: 'tattoo', site: 'arm', side: 'left', words: 'letters "AH"' },
        { type: 'scar', site: 'abdomen' },
      ],
    }));
  it.each([
    ['scar', ['exchange.mark-not-understood']],
    ['scar on arm', ['exchange.mark-not-understood']],
    ['scratch@arm', ['exchange.mark-type-unknown']],
    ['scar@armpit.up', ['exchange.mark-site-unknown', 'exchange.mark-side-unknown']],
    ['scar@arm.', ['exchange.mark-not-understood']],
  ])('%s is refused: %j', (cell, expected) => expect(codes(cells.mark(cell))).toEqual(expected));
});

describe('a tooth', () => {
  it('reads back each tooth and code', () => {
    const numbers = Array.from({ length: 90 }, (_, number) => number).filter(isTooth);
    expect(numbers).toHaveLength(52);
    for (const tooth of numbers)
      for (const code of dentalCodes)
        expect(cells.tooth(cells.writeTooth({ tooth, code }))).toEqual({ value: { tooth, code } });
  });
  it.each([
    ['11', 'exchange.tooth-not-understood'],
    ['11:fmc', 'exchange.tooth-not-understood'],
    ['19=fmc', 'exchange.tooth-unknown'],
    ['56=fmc', 'exchange.tooth-unknown'],
    ['11=crown', 'exchange.tooth-code-unknown'],
  ])('%s is refused: %s', (cell, code) => expect(codes(cells.tooth(cell))).toEqual([code]));
});

describe('a country', () => {
  it('is understood by alpha-3, alpha-2 and English short name, for every country there is', () => {
    for (const [alpha2, alpha3] of Object.entries(countries.getAlpha2Codes())) {
      if (!isCountry(alpha3) || alpha3 === 'XKK') continue;
      expect([alpha2, cells.alpha3Of(alpha2)]).toEqual([alpha2, alpha3]);
      expect(cells.alpha3Of(` ${alpha3.toLowerCase()} `)).toBe(alpha3);
      const name = countries.getName(alpha2, 'en');
      // The package names two countries "Congo" among others; ISO gives that short name to one.
      if (name && name !== 'Congo') expect([name, cells.alpha3Of(name)]).toEqual([name, alpha3]);
    }
  });
  it.each([
    ['Iran (Islamic Republic of)', 'IRN'],
    ["Côte d'Ivoire", 'CIV'],
    ['Cote d’Ivoire', 'CIV'],
    ['Turkey', 'TUR'],
    ['The Gambia', 'GMB'],
    ['UK', 'GBR'],
    ['Congo', 'COG'],
    ['DR Congo', 'COD'],
    ['Kosovo', 'XKX'],
    ['XKX', 'XKX'],
    ['XKK', 'XKX'],
    ['United Republic of Tanzania', 'TZA'],
    ['Venezuela (Bolivarian Republic of)', 'VEN'],
    ["Lao People's Democratic Republic", 'LAO'],
    ['State of Palestine', 'PSE'],
    ['Bosnia & Herzegovina', 'BIH'],
  ])('%s is %s', (name, alpha3) => expect(cells.alpha3Of(name)).toBe(alpha3));
  it.each(['Atlantis', 'XX', 'constructor', '?', 'Unknown', 'Mixed'])('%s is none', (name) =>
    expect(cells.alpha3Of(name)).toBeNull(),
  );
});

describe('a telephone number', () => {
  it.each([
    ['+218 91 234 5678', undefined, '+218912345678'],
    ['0912345678', 'LBY', '+218912345678'],
    ['00218912345678', undefined, '+218912345678'],
    ['٠٩١٢٣٤٥٦٧٨', 'LBY', '+218912345678'],
    ['0912345678', undefined, null],
    ['044 123 456', 'XKX', '+38344123456'],
    ['12345', undefined, null],
  ])('%s in %s', (written, country, e164) =>
    expect(cells.phone(country)(written)).toEqual({ value: { written, e164 } }),
  );
  it('holds digits', () => expect(codes(cells.phone()('his mother'))).toEqual(['exchange.phone-not-understood']));
});

describe('a formula', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '@SUM(A1:A9)',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '+SUM(1)',
    '=HYPERLINK("x")',
  ])('%s is refused as text', (cell) => expect(codes(cells.text()(cell))).toEqual(['exchange.formula-like']));
  it.each(['+49 30 1234', '@ahmed_93', '-170', '- a red jacket', 'a=b', '+', '-'])('%s is none', (cell) =>
    expect(cells.text()(cell)).toEqual({ value: cell }),
  );
});

describe('a consent', () => {
  it.each([
    ['search_here', 'search_here'],
    ['Match abroad', 'match_abroad'],
    ['share_state:sy', 'share_state:SYR'],
    ['ask_institution:Coast guard', 'ask_institution:coast_guard'],
  ])('%s is %s', (cell, value) => expect(cells.consentPurpose(cell)).toEqual({ value }));
  it.each([
    ['everything', 'exchange.choice-unknown'],
    ['share_state', 'exchange.choice-unknown'],
    ['share_state:Atlantis', 'exchange.country-unknown'],
    ['ask_institution:school', 'exchange.choice-unknown'],
    ['search_here:now', 'exchange.choice-unknown'],
  ])('%s is refused: %s', (cell, code) => expect(codes(cells.consentPurpose(cell))).toEqual([code]));
});

it.each<[string, CellReader<unknown>, string, unknown]>([
  ['a document', cells.identityDocument, 'passport:AB 12:3', { kind: 'passport', number: 'AB 12:3' }],
  ['fingerprints', cells.fingerprintsTakenBy, 'Greece: border police', { country: 'GRC', kind: 'border police' }],
  ['a choice', cells.choice(['upper_arm']), ' Upper-Arm', 'upper_arm'],
  ['a blood group', cells.signedChoice(['O-', 'O']), 'o −', 'O-'],
  ['yes', cells.yesOrNo, 'YES', true],
  ['nobody', cells.notSharedWith, 'State of nationality', 'state_of_nationality'],
])('%s is read', (_, reader, cell, value) => expect(reader(cell)).toEqual({ value }));

it.each<[string, CellReader<unknown>, string, string]>([
  ['a document', cells.identityDocument, 'passport', 'exchange.pair-not-understood'],
  ['a document', cells.identityDocument, ':12', 'exchange.pair-not-understood'],
  ['fingerprints', cells.fingerprintsTakenBy, 'Atlantis:police', 'exchange.country-unknown'],
  ['a choice', cells.choice(['sea']), 'lake', 'exchange.choice-unknown'],
  ['yes or no', cells.yesOrNo, 'perhaps', 'exchange.choice-unknown'],
  ['a language', cells.language, 'Arabic', 'exchange.language-not-understood'],
  ['a radius', cells.quantity({ minimum: 0, maximum: 9 }), '-3', 'exchange.number-negative'],
  ['a name of digits', cells.personName(), '+49 30 12', 'exchange.name-without-letters'],
  ['long words', cells.text(3), 'four', 'exchange.text-too-long'],
])('%s is refused', (_, reader, cell, code) => expect(codes(reader(cell))).toEqual([code]));
