import { populationOf } from '../population';
import { defaultSettings } from '../settings';
import { emptySetting, found, log10Of, told } from './example';
import { distanceKm, place, recoveryDensity, routeDensity } from './place';

describe('place', () => {
  const tripoli = { lastContactPlace: { latitude: 32.9, longitude: 13.2 } };
  const lampedusa = { recoveryPlace: { latitude: 35.5, longitude: 12.6 } };

  it('measures great circles', () => {
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 6371, 6);
    expect(
      distanceKm({ latitude: 48.8566, longitude: 2.3522 }, { latitude: 51.5074, longitude: -0.1278 }),
    ).toBeGreaterThan(340);
    expect(
      distanceKm({ latitude: 48.8566, longitude: 2.3522 }, { latitude: 51.5074, longitude: -0.1278 }),
    ).toBeLessThan(347);
  });

  it('has a density in the plane that integrates to about 1', () => {
    let sum = 0;
    for (let km = 0.5; km < 8000; km++) sum += recoveryDensity(km, 0, emptySetting) * 2 * Math.PI * km;
    const uniform = (defaultSettings.numbers.place.grossError / 3e7) * Math.PI * 8000 ** 2;
    expect(sum).toBeCloseTo(1 - defaultSettings.numbers.place.grossError + uniform, 2);
  });

  it('prefers the corridor, and never excludes', () => {
    const near = log10Of(place, { ...tripoli, route: 'Central Mediterranean' }, lampedusa);
    const wrong = log10Of(
      place,
      { lastContactPlace: { latitude: 28, longitude: -110 }, route: 'US-Mexico border crossing' },
      lampedusa,
    );
    expect(near).toBeGreaterThan(1);
    expect(wrong).toBeLessThan(-0.5);
    expect(wrong).toBeGreaterThanOrEqual(-3);
  });

  it('says little where all reports are of that place', () => {
    const reports = Array.from({ length: 500 }, () => told({ ...tripoli, route: 'Central Mediterranean' }));
    const setting = { settings: defaultSettings, population: populationOf(reports) };
    expect(Math.abs(log10Of(place, tripoli, lampedusa, setting))).toBeLessThan(0.2);
  });

  it('takes a country for a wide point, and is silent on a route nobody knows', () => {
    expect(told({ lastContactPlace: { country: 'LBY' } }).place?.point?.accuracyKm).toBeGreaterThan(300);
    expect(routeDensity('the road to nowhere', { latitude: 0, longitude: 0, accuracyKm: 8 }, emptySetting)).toBeNull();
    expect(log10Of(place, { route: 'the road to nowhere' }, lampedusa)).toBe(0);
    expect(found({ recoveryPlace: { latitude: Number.NaN, longitude: 3 } }).place).toBeNull();
  });
});
