import { normalDensity } from '../reading/ranges';
import { found, log10Of, weigh } from './example';
import { stature } from './stature';

describe('stature', () => {
  const cm = (from: number, to = from) => ({ heightCm: { from, to } });

  it('integrates both errors over the true stature: the closed form of two normals', () => {
    const weight = weigh(stature, cm(180), { ...cm(176), sex: 'male' });
    const other = normalDensity(176 - 171, 7 ** 2 + 2.5 ** 2);
    expect(weight?.other).toBeCloseTo(other, 12);
    expect(weight?.same).toBeCloseTo(0.98 * normalDensity(4, 5 ** 2 + 2.5 ** 2) + 0.02 * other, 12);
  });

  it('counts more for the very tall', () =>
    expect(log10Of(stature, cm(198), { ...cm(197), sex: 'male' })).toBeGreaterThan(
      log10Of(stature, cm(172), { ...cm(171), sex: 'male' }),
    ));

  it('can be outweighed however far apart', () =>
    expect(log10Of(stature, cm(150), { ...cm(195) })).toBeCloseTo(Math.log10(0.02), 2));

  it('cannot be taken from fragments', () =>
    expect(found({ completeness: 'fragments' }).stature).toBe('not_examinable'));
});
