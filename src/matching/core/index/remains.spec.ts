import fc from 'fast-check';
import { weighPair } from '../evidence';
import { populationOf } from '../population';
import { anteMortemProfile, postMortemProfile } from '../profile';
import { defaultSettings } from '../settings';
import { arbitraryRemains, arbitraryReport } from '../../../../test/matching/arbitrary-records';
import { RemainsIndex } from './remains';
import { ReportIndex } from './reports';

const entry = (id: string) => ({ id, version: 3, slice: 0, eligibilityClass: 0 });
const context = { registeredOn: '2023-08-01' };

describe('the index of remains', () => {
  it('weighs each pair as the pure functions do, to 1e-6, whatever was replaced and removed before', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRemains, { minLength: 2, maxLength: 12 }),
        fc.array(arbitraryReport, { minLength: 1, maxLength: 4 }),
        arbitraryRemains,
        (bodies, reports, other) => {
          const ams = reports.map((report) => anteMortemProfile(report, context));
          const population = populationOf(ams);
          const index = new RemainsIndex(defaultSettings, population);
          const pms = bodies.map((body) => postMortemProfile(body));
          pms.forEach((_, at) => index.put(entry(`p${at}`), postMortemProfile(other)));
          pms.forEach((pm, at) => index.put(entry(`p${at}`), pm));
          expect(index.remove('p0')).toBe(true);
          expect(index.remove('p0')).toBe(false);
          for (const am of ams) {
            const { found, considered, excluded } = index.search(am, { k: 100 });
            expect(considered).toBe(pms.length - 1);
            expect(found.length).toBe(considered - excluded);
            for (const { id, log10Lr } of found) {
              const evidence = weighPair(
                am,
                pms[Number(id.slice(1))] ?? postMortemProfile({}),
                defaultSettings,
                population,
              );
              expect(evidence.exclusion).toBeNull();
              expect(Math.abs(log10Lr - evidence.log10Lr)).toBeLessThan(1e-6);
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('agrees with the index of reports on every pair, and follows the population when it changes', () => {
    const reports = fc
      .sample(arbitraryReport, { numRuns: 40, seed: 11 })
      .map((report) => anteMortemProfile(report, context));
    const bodies = fc.sample(arbitraryRemains, { numRuns: 40, seed: 12 }).map((body) => postMortemProfile(body));
    const ofReports = new ReportIndex(defaultSettings);
    const ofRemains = new RemainsIndex(defaultSettings, ofReports.population);
    bodies.forEach((pm, at) => ofRemains.put(entry(`p${at}`), pm));
    for (const half of [reports.slice(0, 20), reports]) {
      half.forEach((am, at) => ofReports.put(entry(`r${at}`), am));
      const fromRemains = new Map(
        bodies.flatMap((pm, body) =>
          ofReports.search(pm, { k: 99 }).found.map(({ id, log10Lr }) => [`${id} p${body}`, log10Lr]),
        ),
      );
      const fromReports = half.flatMap((am, report) =>
        ofRemains.search(am, { k: 99 }).found.map(({ id, log10Lr }) => [`r${report} ${id}`, log10Lr] as const),
      );
      expect(fromReports.length).toBe(fromRemains.size);
      for (const [pair, log10Lr] of fromReports)
        expect(Math.abs(log10Lr - (fromRemains.get(pair) ?? Number.NaN))).toBeLessThan(1e-6);
    }
  });
});
