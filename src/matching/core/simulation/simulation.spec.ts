import { anteMortem } from '../../../families/core/ante-mortem';
import { postMortem } from '../../../forensic-remains/core/post-mortem';
import { familyReportsCsv, remainsCsv, simulate, simulatedIncidents, type SimulatedIncident, truthCsv } from '.';

const incidents: SimulatedIncident[] = simulatedIncidents(
  Array.from({ length: 60 }, (_, at) => ({
    web_id: `2023.MMP${at}`,
    reported_date: `2023-0${1 + (at % 9)}-11`,
    total_dead_and_missing: String(1 + (at % 20)),
    cause_death: 'Drowning',
    country_of_incident: 'Libya',
    location_coodinates: `${33 + (at % 5)}.5, 12.${at % 10}`,
    migration_route: ['Central Mediterranean', 'Eastern Mediterranean', 'Belarus-EU border', ''][at % 4],
  })),
  () => 'LBY',
);
const world = simulate(5, { incidents, reports: 300, remains: 90 });

describe('a made world', () => {
  it('is the same for the same seed, and another for another', () => {
    // As files: persons hold their companions, who hold them.
    const filesOf = (seed: number) => {
      const { reports, remains, truth } = simulate(seed, { incidents, reports: 300, remains: 90 });
      return familyReportsCsv(reports) + remainsCsv(remains) + truthCsv(truth);
    };
    expect(filesOf(5)).toBe(filesOf(5));
    expect(filesOf(6)).not.toBe(filesOf(5));
  });

  it('has the records and the share of reported remains that were asked for', () => {
    expect(world.remains).toHaveLength(90);
    expect(Math.abs(world.reports.length - 300)).toBeLessThan(30);
    expect(new Set(world.truth.map(({ remains }) => remains)).size).toBe(54);
  });

  it('writes records that the two sides accept, in several scripts', () => {
    for (const { anteMortem: record } of world.reports) expect(anteMortem.safeParse(record).error).toBeUndefined();
    for (const { postMortem: record } of world.remains) expect(postMortem.safeParse(record).error).toBeUndefined();
    expect(new Set(world.reports.map(({ script }) => script)).size).toBeGreaterThanOrEqual(3);
  });

  it('holds two relatives who report one person, and reports made after the recovery', () => {
    const reportsOf = new Map<number, number>();
    for (const { person } of world.reports) reportsOf.set(person.number, (reportsOf.get(person.number) ?? 0) + 1);
    expect([...reportsOf.values()].filter((count) => count === 2).length).toBeGreaterThan(5);
    const recovered = new Map(world.remains.map(({ person, postMortem: pm }) => [person.number, pm.recoveredOn ?? '']));
    const late = world.reports.filter(
      ({ person, registeredOn }) => registeredOn > (recovered.get(person.number) ?? '9'),
    );
    expect(late.length).toBeGreaterThan(5);
  });

  it('is written as files whose rows hold a cell for every column', () => {
    for (const [file, rows] of [
      [familyReportsCsv(world.reports), world.reports.length],
      [remainsCsv(world.remains), world.remains.length],
      [truthCsv(world.truth), world.truth.length],
    ] as const) {
      const lines = file.trimEnd().split('\r\n');
      expect(lines).toHaveLength(rows + 1);
      const cells = (line: string) => line.replace(/"[^"]*"/g, '').split(',').length;
      expect(new Set(lines.map(cells)).size).toBe(1);
    }
  });
});
