import { symmetricAxis } from './axis';

describe('the evidence axis', () => {
  it('has zero in the middle in both directions of reading', () => {
    for (const rtl of [false, true]) expect(symmetricAxis([2.4, -1], 200, rtl).x(0)).toBe(100);
  });
  it('points towards "same person" at the end side of reading: right, and left when mirrored', () => {
    expect(symmetricAxis([2], 200, false).x(2)).toBe(200);
    expect(symmetricAxis([2], 200, true).x(2)).toBe(0);
  });
  it('is equally long to both sides, so that bars can be compared', () => {
    const { x, limit } = symmetricAxis([0.2, -3.1], 200, false);
    expect(limit).toBe(4);
    expect(x(-1) - x(0)).toBe(-(x(1) - x(0)));
  });
});
