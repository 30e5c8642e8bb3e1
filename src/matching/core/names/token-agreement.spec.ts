import { agreementLevel, agreementLog10Lr, compileName, nameSettings } from '.';

const [latin] = compileName('Tesfalem');
const [ethiopic] = compileName('ተስፋለም');

describe('the levels on which words agree', () => {
  it.each([...Object.entries(nameSettings.agreement.same), ...Object.entries(nameSettings.agreement.random)])(
    'are all that can happen, with chances that add up to 1: %s',
    (_, shares) => {
      expect(shares).toHaveLength(nameSettings.agreement.from.length);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
      expect(shares.every((share) => share > 0)).toBe(true);
    },
  );

  it('speak against the pair at the bottom and for it at the top', () => {
    expect(agreementLog10Lr(0, latin!, ethiopic!, nameSettings)).toBeLessThan(-1);
    expect(agreementLog10Lr(1, latin!, ethiopic!, nameSettings)).toBeGreaterThan(2);
  });

  it('weigh m against the share of people who agree as well, where the register knows it', () => {
    const level = agreementLevel(0.95, nameSettings);
    const m = nameSettings.agreement.same['Ethi-Latn']![level]!;
    expect(agreementLog10Lr(0.95, latin!, ethiopic!, nameSettings, 0.01)).toBeCloseTo(Math.log10(m / 0.01), 12);
  });

  it('answer any number', () => {
    expect(agreementLevel(Number.NaN, nameSettings)).toBe(0);
    expect(agreementLevel(-1, nameSettings)).toBe(0);
    expect(agreementLevel(2, nameSettings)).toBe(nameSettings.agreement.from.length - 1);
  });
});
