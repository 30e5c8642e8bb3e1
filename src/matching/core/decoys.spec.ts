import { decoysOf } from './decoys';
import { postMortemProfile } from './profile';

const found = (recoveredOn: string, heightCm: number) =>
  postMortemProfile({
    recoveredOn,
    condition: ['fresh'],
    recoveryPlace: { latitude: 33.5, longitude: 13.2 },
    heightCm: { from: heightCm, to: heightCm },
    ageYears: { from: 20, to: 30 },
  });

describe('decoys', () => {
  const bodies = Array.from({ length: 12 }, (_, at) => found(`20${12 + at}-06-01`, 160 + at));

  it('are one body at the time and place of another, found nearby and months apart', () => {
    const decoys = decoysOf(bodies);
    expect(decoys.length).toBeGreaterThan(0);
    for (const { pm, body, event } of decoys) {
      expect(pm.stature).toEqual(bodies[body]?.stature);
      expect([pm.death, pm.place]).toEqual([bodies[event]?.death, bodies[event]?.place]);
      expect(Math.abs((bodies[body]?.death?.latest ?? 0) - (bodies[event]?.death?.latest ?? 0))).toBeGreaterThan(60);
      expect(pm.age?.meanYears).toBe(bodies[body]?.age?.meanYears);
    }
  });
  it('are not made of two who may have died together, or without date or place', () => {
    expect(decoysOf([found('2020-06-01', 170), found('2020-06-20', 175)])).toEqual([]);
    expect(decoysOf([postMortemProfile({}), postMortemProfile({ recoveredOn: '2020-01-01' })])).toEqual([]);
    expect(decoysOf([])).toEqual([]);
  });
});
