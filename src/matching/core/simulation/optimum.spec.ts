import { phi } from './event-likelihood';
import { defaultParameters, Optimum, simulate, type SimulatedIncident } from '.';

const routes = ['Central Mediterranean', 'Afghanistan to Iran', 'US-Mexico border crossing'];
const incidents: SimulatedIncident[] = Array.from({ length: 90 }, (_, at) => ({
  ...{ reference: `2022.X${at}`, day: 18_900 + 7 * at, route: routes[at % 3]!, country: 'ITA', dead: 1 + (at % 7) },
  ...({
    latitude: 30 + (at % 9),
    longitude: (at % 3) * 40 + (at % 5),
    terrain: at % 3 === 0 ? 'sea' : 'land',
  } as const),
}));
const world = simulate(11, { incidents, reports: 240, remains: 120 });
const optimum = new Optimum(incidents, defaultParameters, world.reports, world.remains);
const numberOf = new Map(world.reports.map(({ reference }, at) => [reference, at]));
const reportsOf = new Map<string, number[]>();
for (const { remains, report } of world.truth)
  reportsOf.set(remains, [...(reportsOf.get(remains) ?? []), numberOf.get(report)!]);

describe('the optimum of a made world', () => {
  const weights = world.remains.map((_, at) => optimum.weigh(at));

  it('ranks the true report first nearly always where little else is near', () => {
    let first = 0;
    world.remains.forEach(({ reference }, at) => {
      const own = reportsOf.get(reference);
      if (own === undefined) return;
      const best = Math.max(...own.map((number) => weights[at]![number]!));
      if ([...weights[at]!].every((weight, number) => weight <= best || own.includes(number))) first++;
    });
    expect(first / reportsOf.size).toBeGreaterThan(0.75);
  });

  it('finds evidence for the truth, and on average none for strangers: their likelihood ratios average to about 1', () => {
    let sum = 0;
    let count = 0;
    world.remains.forEach(({ reference, person }, at) => {
      const own = reportsOf.get(reference) ?? [];
      weights[at]!.forEach((weight, number) => {
        if (!Number.isFinite(weight)) throw new RangeError('a weight that is no number');
        // Kin travel together: of those the ratio is rightly more than 1.
        if (own.includes(number) || world.reports[number]!.person.parents === person.parents) return;
        sum += Math.min(300, 10 ** weight);
        count++;
      });
    });
    expect(sum / count).toBeLessThan(3);
    expect(sum / count).toBeGreaterThan(0.1);
  });

  it('uses a normal distribution function that is right to a millionth', () => {
    expect(phi(0)).toBeCloseTo(0.5, 6);
    expect(phi(1.959964)).toBeCloseTo(0.975, 6);
    expect(phi(-1.2) + phi(1.2)).toBeCloseTo(1, 9);
  });
});
