import { anteMortem } from '../../../src/families/core/ante-mortem';
import { postMortem } from '../../../src/forensic-remains/core/post-mortem';
import { fields as familyFields } from '../families/steps';
import { fields as remainsFields } from '../remains/steps';
import { isFault, recordOf, typedOf, valueOf, type Field } from './fields';

const height: Field = { name: 'heightCm', kind: 'range', bounds: [20, 272] };
const typedFrom = (fields: readonly Field[], record: Record<string, unknown>) =>
  Object.fromEntries(fields.map((field) => [field.name, typedOf(field, record[field.name])]));

describe('the interviews ask for every field of the record, once', () => {
  it.each([
    ['ante-mortem', familyFields, anteMortem.shape],
    ['post-mortem', remainsFields, postMortem.shape],
  ])('%s', (_, fields, shape) => {
    const asked = fields.map((field) => field.name).sort();
    expect(asked).toEqual(
      Object.keys(shape)
        .filter((name) => name !== 'answers')
        .sort(),
    );
  });
});

const told = {
  givenNames: 'Samuel',
  otherNames: ['ሳሙኤል', 'Sami'],
  birthDate: '1999~',
  ageYears: { from: 20, to: null },
  nationalities: ['ERI'],
  heightCm: { from: 170, to: 175 },
  sex: 'male',
  marks: [{ type: 'scar', site: 'forearm', side: 'left', words: 'burn' }],
  teeth: [{ tooth: 11, code: 'fmc' }],
  documents: [{ kind: 'passport', number: 'K 0123' }],
  phones: [{ written: '+291 1 123' }],
  lastContactPlace: { name: 'Zuwara', latitude: 32.9, longitude: 12.1, country: 'LBY' },
  minorUnaccompanied: false,
  fingerprintsTakenBy: [{ country: 'ITA', kind: 'police' }],
};

describe('a record shown in the form and read back', () => {
  it('is the same record, and one that the API accepts', () => {
    const back = recordOf(familyFields, typedFrom(familyFields, told), {}, {});
    expect(back).toEqual(told);
    expect(anteMortem.safeParse(back).success).toBe(true);
  });
  it('keeps the reading of a number that was imported with its country, whatever else was typed meanwhile', () => {
    const phones = [{ written: '0912345678', e164: '+218912345678' }];
    const typed = typedFrom(familyFields, { ...told, phones });
    expect(recordOf(familyFields, typed, {}, told, { phones })).toMatchObject({ phones });
    const more = recordOf(familyFields, { ...typed, phones: '0912345679\n0912345678' }, {}, told, { phones });
    expect(more).toMatchObject({ phones: [{ written: '0912345679' }, phones[0]] });
  });
  it('of nothing is nothing: an empty field is never "no"', () =>
    expect(recordOf(familyFields, typedFrom(familyFields, {}), {}, {})).toEqual({}));
  it('keeps why a field is empty, and forgets it once the field is answered', () => {
    const typed = typedFrom(familyFields, { givenNames: 'Samuel' });
    expect(recordOf(familyFields, typed, { givenNames: 'ask_again', sex: 'not_known' }, {})).toEqual({
      givenNames: 'Samuel',
      answers: { sex: 'not_known' },
    });
  });
  it('keeps the last good value of a field that cannot be understood', () => {
    const typed = { ...typedFrom(familyFields, told), heightCm: { from: '1.75', to: '' } };
    expect(recordOf(familyFields, typed, {}, told)).toMatchObject({ heightCm: told.heightCm });
  });
});

describe('a range', () => {
  it.each([
    ['170', '175', { from: 170, to: 175 }],
    ['', '170', { from: null, to: 170 }],
    ['١٧٠', '', { from: 170, to: null }],
    ['170,5', '', { from: 170.5, to: null }],
  ])('of %s to %s', (from, to, value) => expect(valueOf(height, { from, to })).toEqual({ value }));
  it.each([
    ['metres where centimetres are asked', '1.75', ''],
    ['words', 'tall', ''],
    ['a reversed pair', '180', '170'],
    ['a negative number', '-5', ''],
  ])('refuses %s', (_, from, to) => expect(isFault(valueOf(height, { from, to }))).toBe(true));
});

it('a point needs both its coordinates', () => {
  const place: Field = { name: 'lastContactPlace', kind: 'place' };
  expect(valueOf(place, { name: '', country: '', latitude: '32', longitude: '', accuracyKm: '' })).toEqual({
    fault: 'fault.half-a-point',
  });
  expect(isFault(valueOf(place, { name: '', country: '', latitude: '200', longitude: '3', accuracyKm: '' }))).toBe(
    true,
  );
});
