import fc from 'fast-check';
import { weighPair } from '../evidence';
import { populationOf } from '../population';
import { anteMortemProfile, postMortemProfile } from '../profile';
import { defaultSettings } from '../settings';
import { arbitraryRemains, arbitraryReport } from '../../../../test/matching/arbitrary-records';
import { ReportIndex } from './reports';

const entry = (id: string, more: object = {}) => ({ id, version: 1, slice: 0, eligibilityClass: 0, ...more });
const context = { registeredOn: '2023-08-01' };

describe('the index of reports', () => {
  it('weighs each pair as the pure functions do, to 1e-6, and ranks in that order', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryReport, { minLength: 1, maxLength: 12 }),
        fc.array(arbitraryRemains, { minLength: 1, maxLength: 4 }),
        (reports, bodies) => {
          const index = new ReportIndex(defaultSettings);
          const profiles = reports.map((report) => anteMortemProfile(report, context));
          profiles.forEach((profile, at) => index.put(entry(`r${at}`), profile));
          for (const body of bodies) {
            const pm = postMortemProfile(body);
            const { found, considered, excluded, sumOfLr } = index.search(pm, { k: 100 });
            const evidence = profiles.map((profile) => weighPair(profile, pm, defaultSettings, index.population));
            expect(considered).toBe(profiles.length);
            expect(excluded).toBe(evidence.filter(({ exclusion }) => exclusion !== null).length);
            expect(found.length).toBe(considered - excluded);
            for (const { id, log10Lr } of found)
              expect(Math.abs(log10Lr - (evidence[Number(id.slice(1))]?.log10Lr ?? Number.NaN))).toBeLessThan(1e-6);
            expect(found.map(({ log10Lr }) => log10Lr)).toEqual(
              found.map(({ log10Lr }) => log10Lr).sort((a, b) => b - a),
            );
            const sum = evidence.reduce(
              (total, { exclusion, log10Lr }) => (exclusion === null ? total + 10 ** log10Lr : total),
              0,
            );
            expect(Math.abs(sumOfLr / Math.max(sum, 1e-30) - (sum === 0 ? 0 : 1))).toBeLessThan(1e-6);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is the same after any replacements and removals as if built from what is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.option(arbitraryReport, { nil: null, freq: 4 })), {
          maxLength: 25,
        }),
        arbitraryRemains,
        (changes, body) => {
          const index = new ReportIndex(defaultSettings);
          const left = new Map<string, ReturnType<typeof anteMortemProfile>>();
          for (const [id, report] of changes) {
            if (report === null) {
              expect(index.remove(`r${id}`)).toBe(left.delete(`r${id}`));
              continue;
            }
            const profile = anteMortemProfile(report, context);
            left.set(`r${id}`, profile);
            index.put(entry(`r${id}`), profile);
          }
          const fresh = new ReportIndex(defaultSettings);
          for (const [id, profile] of left) fresh.put(entry(id), profile);
          const pm = postMortemProfile(body);
          const [one, two] = [index.search(pm, { k: 9 }), fresh.search(pm, { k: 9 })];
          expect(one.found.map(({ id }) => id).sort()).toEqual(two.found.map(({ id }) => id).sort());
          for (const { id, log10Lr } of one.found)
            expect(log10Lr).toBeCloseTo(two.found.find((other) => other.id === id)?.log10Lr ?? Number.NaN, 9);
          const counted = populationOf(left.values());
          expect(index.population.reports).toBe(counted.reports);
          expect([...index.population.tokens.entries()].sort()).toEqual([...counted.tokens.entries()].sort());
          expect([...index.population.items.entries()].sort()).toEqual([...counted.items.entries()].sort());
          expect([...index.population.markPlaces.entries()].sort()).toEqual([...counted.markPlaces.entries()].sort());
          expect([...index.population.phones.entries()].sort()).toEqual([...counted.phones.entries()].sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('looks only at the classes and slices asked for', () => {
    const index = new ReportIndex(defaultSettings);
    for (let at = 0; at < 3000; at++)
      index.put(entry(`r${at}`, { slice: at % 64, eligibilityClass: at % 5 }), anteMortemProfile({ sex: 'male' }));
    const allowedClasses = Uint8Array.of(0, 1, 0, 1);
    const slices = new Uint8Array(64);
    slices[7] = 1;
    const expected = Array.from({ length: 3000 }, (_, at) => at).filter(
      (at) => at % 64 === 7 && [1, 3].includes(at % 5),
    ).length;
    expect(index.search(postMortemProfile({}), { k: 1, allowedClasses, slices }).considered).toBe(expected);
    expect(index.search(postMortemProfile({}), { k: 1, allowedClasses: new Uint8Array(0) }).considered).toBe(0);
  });

  it('splits by slices without changing a thing: the parts add up to the whole', () => {
    const index = new ReportIndex(defaultSettings);
    fc.sample(arbitraryReport, { numRuns: 300, seed: 7 }).forEach((report, at) =>
      index.put(entry(`r${at}`, { slice: at % 64 }), anteMortemProfile(report, context)),
    );
    const pm = postMortemProfile(fc.sample(arbitraryRemains, { numRuns: 1, seed: 3 })[0] ?? {});
    const whole = index.search(pm, { k: 20 });
    const parts = Array.from({ length: 64 }, (_, slice) =>
      index.search(pm, { k: 20, slices: new Uint8Array(64).fill(1, slice, slice + 1) }),
    );
    const merged = parts.flatMap(({ found }) => found).sort((a, b) => b.log10Lr - a.log10Lr || (a.id < b.id ? -1 : 1));
    expect(merged.slice(0, 20)).toEqual(whole.found);
    expect(parts.reduce((sum, { sumOfLr }) => sum + sumOfLr, 0)).toBeCloseTo(whole.sumOfLr, 6);
  });

  it('leaves out who was proven alive later, and whom people excluded', () => {
    const index = new ReportIndex(defaultSettings);
    const profile = anteMortemProfile({ sex: 'male' });
    index.put(entry('alive', { provenAliveOn: 20_000 }), profile);
    index.put(entry('excluded'), profile);
    index.put(entry('open', { share: 0.5 }), profile);
    const result = index.search(postMortemProfile({ recoveredOn: '2023-06-10', sex: 'male' }), {
      k: 5,
      excludedIds: new Set(['excluded']),
    });
    expect(result.found.map(({ id }) => id)).toEqual(['open']);
    expect([result.considered, result.excluded, result.sumOfShares]).toEqual([3, 2, 0.5]);
    expect(result.sumOfLr).toBeCloseTo(0.5 * 10 ** (result.found[0]?.log10Lr ?? 0), 6);
  });
});
