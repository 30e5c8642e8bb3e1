import { bodySites, type BodySite } from '../../../src/description/mark';
import { middleOf, placedMarks } from './body-marks';

describe('marks on the figure', () => {
  it('stand on their own side, seen from the front: the person’s left is at the viewer’s right', () => {
    const [one, ...more] = placedMarks([{ type: 'tattoo', site: 'forearm', side: 'left' }]);
    expect(more).toEqual([]);
    expect(one!.region).toMatchObject({ site: 'forearm', side: 'left', view: 'front' });
    expect(middleOf(one!.region)[0]).toBeGreaterThan(100);
  });
  it('stand on both sides where none was told, and below one another where there are several', () => {
    expect(
      placedMarks([{ type: 'scar', site: 'knee' }])
        .map(({ region }) => region.side)
        .sort(),
    ).toEqual(['left', 'right']);
    const two = placedMarks([
      { type: 'scar', site: 'knee', side: 'left' },
      { type: 'mole', site: 'knee', side: 'left' },
    ]);
    expect(two.map(({ nth }) => nth)).toEqual([0, 1]);
  });
  it('find a place for every site of the body', () => {
    for (const site of Object.keys(bodySites) as BodySite[])
      expect([site, placedMarks([{ type: 'scar', site }]).length > 0]).toEqual([site, true]);
  });
});
