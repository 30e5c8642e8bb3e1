import { examined, type SimulatedRemains } from './examination';
import { type SimulatedReport, told } from './memory';
import { defaultParameters, type SimulationParameters } from './parameters';
import { aPerson, type Person, type SimulatedIncident } from './person';
import { Random } from './random';

export type { SimulatedRemains } from './examination';
export type { SimulatedReport } from './memory';
export type { SimulatedIncident } from './person';
export { defaultParameters, type SimulationParameters } from './parameters';
export { simulatedIncidents } from './incidents';
export { familyReportsCsv, profilesCsv, relativesCsv, remainsCsv, truthCsv } from './csv';
export { genetics } from './dna';
export { Optimum } from './optimum';

export interface SimulationOptions {
  readonly incidents: readonly SimulatedIncident[];
  readonly reports: number;
  readonly remains: number;
  readonly parameters?: SimulationParameters;
}
export interface SimulatedWorld {
  readonly reports: readonly SimulatedReport[];
  readonly remains: readonly SimulatedRemains[];
  /** Every report of a person whose remains are among these. */
  readonly truth: readonly { readonly remains: string; readonly report: string }[];
}

const MOST_OF_ONE_INCIDENT = 14;

/**
 * A world of families who report and of remains that are found, on real incidents: travel groups and kin among them, two relatives who
 * report one person, families who report before and long after the recovery, persons whom nobody reports and others who are never found.
 */
export function simulate(
  seed: number,
  { incidents, reports, remains, parameters = defaultParameters }: SimulationOptions,
): SimulatedWorld {
  if (incidents.length === 0) throw new RangeError('a world needs incidents');
  const random = new Random(seed);
  const routes = [...new Set(incidents.map(({ route }) => route))].filter((route) => route !== '');
  // Everything that happens happens before the register's last day.
  const latestDay = incidents.reduce((latest, { day }) => Math.max(latest, day), 0);
  const both = Math.round(parameters.reported * remains);
  const first = Math.round(reports / (1 + parameters.secondReport));
  const people = Math.max(1, first + remains - both);
  const made: { person: Person; isFound: boolean; isReported: boolean }[] = [];
  // As many of each kind as asked for, in an order of chance.
  const fates = [
    ...Array<number>(both).fill(0),
    ...Array<number>(remains - both).fill(1),
    ...Array<number>(Math.max(0, first - both)).fill(2),
  ];
  for (let at = fates.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [fates[at], fates[other]] = [fates[other] as number, fates[at] as number];
  }
  while (made.length < people) {
    const incident = random.of(incidents);
    const wanted = Math.min(incident.dead, MOST_OF_ONE_INCIDENT, 1 + random.poisson(Math.sqrt(incident.dead)));
    const group: Person[] = [];
    for (let at = 0; at < wanted && made.length < people; at++) {
      const fate = fates[made.length] ?? 2;
      const isElsewhere = fate === 2 && random.chance(parameters.lostElsewhere);
      const sibling = group.length > 0 && random.chance(parameters.withSibling) ? random.of(group) : null;
      const person = aPerson(
        made.length,
        isElsewhere ? null : incident,
        incident,
        sibling,
        latestDay,
        parameters,
        random,
      );
      made.push({ person, isFound: fate !== 2, isReported: fate !== 1 });
      group.push(person);
    }
    for (const person of group) person.companions = group.filter((other) => other !== person);
  }
  const reported: SimulatedReport[] = [];
  const found: SimulatedRemains[] = [];
  const truth: { remains: string; report: string }[] = [];
  // Whoever meets one of these in a list must see that nobody is behind it.
  const numbered = (kind: string, number: number) => `FICTITIOUS-${kind}${String(number + 1).padStart(6, '0')}`;
  for (const { person, isFound, isReported } of made) {
    const own: string[] = [];
    const relatives = isReported ? (random.chance(parameters.secondReport) ? 2 : 1) : 0;
    for (let relative = 0; relative < relatives; relative++) {
      const isAbroad = relative > 0 && random.chance(parameters.secondReportAbroad);
      const report = told(numbered('R', reported.length), person, isAbroad, latestDay, routes, parameters, random);
      reported.push(report);
      own.push(report.reference);
    }
    if (!isFound) continue;
    const body = examined(numbered('B', found.length), person, person.companions, latestDay, parameters, random);
    found.push(body);
    for (const report of own) truth.push({ remains: body.reference, report });
  }
  return { reports: reported, remains: found, truth };
}
