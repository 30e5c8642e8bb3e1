import { bodySites } from '../../../src/description/mark';
import { regions } from './body-regions';

const firstX = (path: string): number => Number(/^M(-?[\d.]+)/.exec(path)?.[1]);

describe('the body map', () => {
  it('draws every region of the INTERPOL form', () => {
    const drawn = new Set<string>(regions.map((region) => bodySites[region.site]));
    expect([...new Set<string>(Object.values(bodySites))].filter((region) => !drawn.has(region))).toEqual([]);
  });
  it('has each limb once a side and view', () => {
    expect(new Set(regions.map((region) => region.id)).size).toBe(regions.length);
    for (const view of ['front', 'back'])
      expect(
        regions
          .filter((region) => region.view === view && region.site === 'hand')
          .map((region) => region.side)
          .sort(),
      ).toEqual(['left', 'right']);
  });
  it("keeps the person's right at the viewer's left from the front, and at the right from the back", () => {
    const x = (id: string) => firstX(regions.find((region) => region.id === id)?.path ?? '');
    expect(x('front-hand-right')).toBeLessThan(100);
    expect(x('front-hand-left')).toBeGreaterThan(100);
    expect(x('back-hand-left')).toBeLessThan(100);
  });
});
