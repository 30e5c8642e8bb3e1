import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { openBytes, SealBrokenError, sealBytes } from './seal';

const key = randomBytes(32);
const where = 'family_report|4c1f|ante_mortem';
const plain = Buffer.from(JSON.stringify({ name: 'ملاك', heightCm: 164 }));
const opened = (...[by, place, sealed]: Parameters<typeof openBytes>) => openBytes(by, place, sealed).toString();

describe('a sealed value', () => {
  it('opens in its own place with its own key, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (bytes, place) => {
        expect(openBytes(key, place, sealBytes(key, place, Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('is another one each time, and shows nothing of what it holds', () => {
    const seals = Array.from({ length: 50 }, () => sealBytes(key, where, plain).toString('hex'));
    expect(new Set(seals).size).toBe(50);
    expect(seals[0]).not.toContain(Buffer.from('heightCm').toString('hex'));
  });

  it('does not open with any byte altered, nor cut short, nor longer', () => {
    const sealed = sealBytes(key, where, plain);
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered[at]! ^= 1;
      expect(() => opened(key, where, altered)).toThrow(SealBrokenError);
      expect(() => opened(key, where, sealed.subarray(0, at))).toThrow(SealBrokenError);
    }
    expect(() => opened(key, where, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBrokenError);
  });

  it.each([
    ['another row', 'family_report|4c20|ante_mortem'],
    ['another table', 'forensic_remains|4c1f|ante_mortem'],
    ['another data class', 'family_report|4c1f|contact'],
    ['no place', ''],
  ])('does not open in %s', (_, place) => {
    expect(() => opened(key, place, sealBytes(key, where, plain))).toThrow(SealBrokenError);
  });

  it('does not open with another key, and the refusal holds no value', () => {
    const sealed = sealBytes(key, where, plain);
    expect(() => opened(randomBytes(32), where, sealed)).toThrow(new SealBrokenError(where));
    expect(() => opened(Buffer.alloc(32), where, sealed)).toThrow(
      /^A sealed value of family_report\|4c1f\|ante_mortem cannot be opened$/,
    );
  });
});
