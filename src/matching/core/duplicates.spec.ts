import type { AnteMortem } from '../../families/core/ante-mortem';
import { duplicateSetting, findDuplicates, weighDuplicate } from './duplicates';
import { anteMortemProfile } from './profile';
import { madeRegister, type RegisterRow } from './simulation/register';

const profile = (am: AnteMortem) => anteMortemProfile(am, { registeredOn: '2024-01-01' });
const selam: AnteMortem = {
  ...{
    givenNames: 'Selam',
    familyNames: 'Tesfay',
    fatherNames: 'Kidane',
    sex: 'female',
    birthDate: '1998-05-12',
    nationalities: ['ERI'],
  },
  ...{ originPlace: 'Keren', lastContactOn: '2023-06-10', phones: [{ written: '+291712345' }] },
};
const others = Array.from({ length: 200 }, (_, at) =>
  profile({
    givenNames: `${['Ham', 'Ber', 'Sad', 'Mul', 'Yon'][at % 5]}${['id', 'hane', 'iq', 'ugeta', 'as'][(at % 7) % 5]}`,
    familyNames: `${['Diallo', 'Tekle', 'Haddad', 'Okafor'][at % 4]}`,
    birthDate: `19${80 + (at % 20)}-0${1 + (at % 9)}-1${at % 10}`,
    originPlace: ['Asmara', 'Keren', 'Dakar', 'Homs'][at % 4] ?? '',
  }),
);
const setting = duplicateSetting(others);
const weigh = (a: AnteMortem, b: AnteMortem) => weighDuplicate(profile(a), profile(b), setting).log10Lr;

const reportsOf = (register: readonly RegisterRow[]) =>
  register.map((row) => ({
    id: row.id,
    profile: profile({
      givenNames: row.firstName ?? undefined,
      familyNames: row.surname ?? undefined,
      birthDate: row.born ?? undefined,
      originPlace: row.birthPlace ?? undefined,
    }),
  }));

describe('two families’ reports', () => {
  it('are about one person, spelt in two scripts and dated by two memories', () => {
    const uncle: AnteMortem = {
      givenNames: 'ሰላም',
      familyNames: 'ተስፋይ',
      sex: 'female',
      ageYears: { from: 25, to: 25 },
      lastContactOn: '2023-06',
      nationalities: ['ERI'],
    };
    expect(weigh(selam, uncle)).toBeGreaterThan(2);
  });

  it('are not of sister and brother: family, father, phone, place and journey are shared, the given name is not', () => {
    const brother: AnteMortem = { ...selam, givenNames: 'Yonas', sex: 'male', birthDate: '2001-02-03' };
    const sister: AnteMortem = { ...selam, givenNames: 'Mihret', birthDate: '1996-11-30' };
    expect(weigh(selam, brother)).toBeLessThan(0);
    expect(weigh(selam, sister)).toBeLessThan(0);
  });

  it('survive one wrong digit of the birthday and one missing name', () =>
    expect(
      weigh(selam, { givenNames: 'Selam', familyNames: 'Tesfay', birthDate: '1998-05-21', originPlace: 'Keren' }),
    ).toBeGreaterThan(3));

  it('are weighed the same in either order', () => {
    const other: AnteMortem = {
      givenNames: 'Selamawit',
      familyNames: 'Tesfai Kidane',
      ageYears: { from: 20, to: 30 },
      heightCm: { from: 160, to: 165 },
    };
    expect(weigh(selam, other)).toBeCloseTo(weigh(other, selam), 9);
  });

  it('say nothing where nothing is told', () => expect(weigh({}, {})).toBeCloseTo(0, 12));
});

describe('the search for duplicates', () => {
  const reports = [
    selam,
    { ...selam, givenNames: 'Salam', birthDate: '1998-05-21' },
    { ...selam, givenNames: 'Yonas', sex: 'male' as const, birthDate: '2001-02-03' },
  ].map((am, at) => ({
    id: `r${at}`,
    profile: profile(am),
  }));
  const found = findDuplicates([...reports, ...others.map((other, at) => ({ id: `o${at}`, profile: other }))], {
    minLog10Lr: 2,
  });

  it('lists the pair once, best first, and not the brother', () => {
    expect(found.find(({ a, b }) => a === 'r0' && b === 'r1')?.log10Lr).toBeGreaterThan(2);
    expect(found.filter(({ a, b }) => [a, b].includes('r0') && [a, b].includes('r1')).length).toBe(1);
    expect(found.some(({ a, b }) => [a, b].includes('r2'))).toBe(false);
    expect(found.map(({ log10Lr }) => log10Lr)).toEqual(found.map(({ log10Lr }) => log10Lr).sort((x, y) => y - x));
    for (const { posterior } of found) expect(posterior).toBeLessThanOrEqual(1);
  });

  it('joins what two reports say together: the third has too little in common with the first alone', () => {
    const told: AnteMortem[] = [
      { givenNames: 'Mihreteab', familyNames: 'Woldegiorgis', birthDate: '1991-03-08' },
      { givenNames: 'Mihreteab', familyNames: 'Woldegiorgis', birthDate: '1991-03-08', originPlace: 'Senafe Tsorona' },
      { givenNames: 'Mihreteab', originPlace: 'Senafe Tsorona', birthDate: '1991-03' },
    ];
    const three = told.map((am, at) => ({ id: `t${at}`, profile: profile(am) }));
    const pairs = findDuplicates([...three, ...reportsOf(madeRegister(5, 200, { of: 0.8 }))]);
    const weightOf = (a: string, b: string) => pairs.find((pair) => pair.a === a && pair.b === b)?.log10Lr ?? 0;
    expect(weightOf('t0', 't2')).toBeGreaterThan(2);
    // At any threshold "one person" is transitive: of three pairs the two weakest are equally strong.
    const all = [weightOf('t0', 't1'), weightOf('t0', 't2'), weightOf('t1', 't2')].sort((a, b) => a - b);
    expect(all[0]).toBeCloseTo(all[1] ?? 0, 9);
  });

  it('finds most of the pairs of a made register, and few that are none', () => {
    const register = madeRegister(4, 600, { of: 0.8 });
    const personOf = new Map(register.map(({ id, person }) => [id, person]));
    const likely = findDuplicates(reportsOf(register)).filter(({ posterior }) => posterior >= 0.5);
    const right = likely.filter(({ a, b }) => personOf.get(a) === personOf.get(b)).length;
    const sizes = new Map<number, number>();
    for (const { person } of register) sizes.set(person, (sizes.get(person) ?? 0) + 1);
    const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    expect((2 * right) / (likely.length + all)).toBeGreaterThan(0.75);
  });

  it('answers for nobody and for one', () => {
    expect(findDuplicates([])).toEqual([]);
    expect(findDuplicates(reports.slice(0, 1))).toEqual([]);
  });
});
