import { comparedTeeth } from './compared-teeth';

describe('two charts overlaid', () => {
  const teeth = comparedTeeth(
    [
      { tooth: 11, code: 'sou' },
      { tooth: 16, code: 'amf' },
      { tooth: 26, code: 'non' },
      { tooth: 36, code: 'ext' },
    ],
    [
      { tooth: 16, code: 'cof' },
      { tooth: 26, code: 'sou' },
      { tooth: 36, code: 'sou' },
      { tooth: 41, code: 'mpm' },
    ],
  );
  it.each([
    [16, 'same'],
    [36, 'differs'],
    [11, 'one'],
    [26, 'one'],
    [41, 'none'],
  ])('tooth %i: %s', (tooth, outcome) => expect(teeth.get(tooth)?.outcome).toBe(outcome));
  it('keeps both codes as charted', () => expect(teeth.get(16)).toMatchObject({ told: ['amf'], found: ['cof'] }));
});
