import type { SimulatedRemains } from './examination';
import type { SimulatedReport } from './memory';
import type { SimulationParameters } from './parameters';
import type { SimulatedIncident } from './person';
import { peopleShares } from './peoples';

/** Probabilities of what the two sides say about where and when, given the incident: the world's own rules, run backwards. */
export class EventLikelihood {
  /** Chance that a person of the world is of this incident. */
  private readonly weights: Float64Array;
  private readonly cos: Float64Array;
  private readonly referenced: ReadonlyMap<string, number>;
  private readonly routes: readonly string[];
  private readonly firstDay: number;
  private readonly days: number;

  constructor(
    private readonly incidents: readonly SimulatedIncident[],
    private readonly parameters: SimulationParameters,
    private readonly elsewhere: number,
  ) {
    const sizes = incidents.map(({ dead }) => Math.min(dead, 14, 1 + Math.sqrt(dead)));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    this.weights = Float64Array.from(sizes, (size) => size / all);
    this.cos = Float64Array.from(incidents, ({ latitude }) => Math.cos((latitude * Math.PI) / 180));
    this.routes = [...new Set(incidents.map(({ route }) => route))];
    this.firstDay = incidents.reduce((first, { day }) => Math.min(first, Math.floor(day)), Number.POSITIVE_INFINITY);
    this.days = incidents.reduce((last, { day }) => Math.max(last, Math.floor(day)), 0) - this.firstDay + 1;
    this.referenced = new Map(incidents.map(({ reference }, at) => [reference, at]));
  }

  /** Incidents that these remains may come from, with the joint probability of incident and record; and what each people is worth there. */
  ofRemains({ postMortem: pm }: SimulatedRemains): {
    incidents: Int32Array;
    joint: Float64Array;
    all: number;
    peoples: Map<string, number>;
  } {
    const incidents: number[] = [];
    const joint: number[] = [];
    const named = pm.incidentReference === undefined ? undefined : this.referenced.get(pm.incidentReference);
    const found = Date.parse(pm.recoveredOn ?? '') / 86_400_000;
    const point = pm.recoveryPlace;
    this.incidents.forEach((incident, at) => {
      if (named !== undefined && at !== named) return;
      const since = found - incident.day;
      // Some died, and were found, days before the incident was noted.
      if (since < -10 || since > 3015) return;
      const km = this.kmFrom(at, point?.latitude ?? 0, point?.longitude ?? 0);
      if (km > (incident.terrain === 'sea' ? 420 : 130)) return;
      const chance = this.weights[at]! * this.foundSo(incident, since, km, pm);
      if (chance > 0) {
        incidents.push(at);
        joint.push(chance);
      }
    });
    const all = joint.reduce((sum, value) => sum + value, 0);
    const kept = joint.map((_, at) => at).filter((at) => joint[at]! > 1e-7 * all);
    const peoples = new Map<string, number>();
    for (const at of kept)
      for (const [name, share] of peopleShares(this.incidents[incidents[at]!]!.route))
        peoples.set(name, (peoples.get(name) ?? 0) + (share * joint[at]!) / all);
    return {
      incidents: Int32Array.from(kept, (at) => incidents[at]!),
      joint: Float64Array.from(kept, (at) => joint[at]!),
      all,
      peoples,
    };
  }

  /** Probability of what this report says of when and where, by incident, for those asked for; and over all that a report may be about. */
  ofReport(report: SimulatedReport, wanted: ReadonlySet<number>): { by: Map<number, number>; all: number } {
    const { anteMortem: am, person } = report;
    const by = new Map<number, number>();
    const named = am.incidentReference === undefined ? undefined : this.referenced.get(am.incidentReference);
    const spans = this.contactSpans(report);
    const called = this.calledLast(spans);
    const anyTime = this.anyTime(spans);
    const lastDay = spans[0]?.to ?? 0;
    const shareOfPeople = new Map(this.routes.map((route) => [route, peopleShares(route).get(person.people) ?? 0]));
    let all = 0;
    this.incidents.forEach((incident, at) => {
      const time = called[Math.floor(incident.day) - this.firstDay] ?? 0;
      const isNear = Math.abs(lastDay - incident.day) < 430;
      // Less than this in all of them together moves nothing.
      if (time < 3e-6 && !isNear) return;
      const people = shareOfPeople.get(incident.route) ?? 0;
      if (people === 0) return;
      const point = am.lastContactPlace;
      const km = point?.latitude === undefined ? 0 : this.kmFrom(at, point.latitude, point.longitude!);
      const floor = Math.max(6, (point?.accuracyKm ?? 10) / 2);
      const place =
        point?.latitude === undefined
          ? 1
          : this.calledFrom(km, floor, incident.day - (spans[0]?.from ?? incident.day) > 35);
      const { otherRoute } = this.parameters.report;
      const route = am.route === undefined ? 1 : am.route === incident.route ? 1 - otherRoute : otherRoute / 20;
      const told = people * time * place * route;
      const isNamed = named === undefined ? 1 : named === at ? 1 : 0;
      if (wanted.has(at) && told * isNamed > 0) by.set(at, told * isNamed);
      // Somebody lost elsewhere: any time within a good year, any place in a wide circle.
      const wide = named !== undefined || am.lastContactPlace === undefined ? 1 : radial(km, 350, floor);
      const days = isNear ? anyTime : 0;
      all +=
        this.weights[at]! *
        ((1 - this.elsewhere) * told * isNamed +
          (named === undefined ? this.elsewhere * people * days * wide * route : 0));
    });
    return { by, all };
  }

  private anyTime(spans: readonly { from: number; to: number; weight: number }[]): number {
    return spans.reduce((sum, { from, to, weight }) => sum + (weight * (to - from + 1)) / 860, 0);
  }

  private kmFrom(at: number, latitude: number, longitude: number): number {
    const incident = this.incidents[at]!;
    const dy = (latitude - incident.latitude) * 111;
    const dx = (((longitude - incident.longitude + 540) % 360) - 180) * 111 * this.cos[at]!;
    return Math.hypot(dx, dy);
  }

  /** Days on which the last call may have been, as the date was written, with slips of days and of the year. */
  private contactSpans({
    anteMortem: am,
    registeredOn,
  }: SimulatedReport): { from: number; to: number; weight: number }[] {
    const { contactWrongDays, contactWrongYear } = this.parameters.report;
    const registered = Date.parse(registeredOn) / 86_400_000;
    const text = am.lastContactOn?.replace('~', '');
    if (text === undefined)
      return [3, 12, 30, 65, 130, 280, 700].map((before) => ({
        from: registered - before * 1.5,
        to: registered - before * 0.7,
        weight: 1 / 7 / (0.8 * before + 1),
      }));
    const [year = 0, month, day] = text.split('-').map(Number);
    const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1) / 86_400_000;
    const to =
      day !== undefined ? from : Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 1) / 86_400_000 - 1;
    const right = 1 - contactWrongDays - contactWrongYear;
    const blurred = contactWrongDays * ((to - from + 1) / (to - from + 41));
    return [
      { from, to, weight: right },
      { from: from - 20, to: to + 20, weight: blurred },
      { from: from - 365, to: to - 365, weight: contactWrongYear / 2 },
      { from: from + 365, to: to + 365, weight: contactWrongYear / 2 },
    ];
  }

  /** For each day from the register's first: probability of these last calls, had the incident been then. */
  private calledLast(spans: readonly { from: number; to: number; weight: number }[]): Float64Array {
    const died = new Float64Array(this.days);
    for (let at = 0; at < this.days; at++) {
      const death = this.firstDay + at;
      for (const { from, to, weight } of spans) {
        if (death < from) continue;
        for (const { share, days } of this.parameters.journey.silence)
          died[at]! +=
            weight * share * (Math.exp(-Math.max(0, death - to - 1) / days) - Math.exp(-(death - from) / days));
      }
    }
    // One in five died up to ten days before the incident was noted.
    return died.map((value, at) => {
      let early = 0;
      for (let before = 0; before <= 10; before++) early += died[Math.max(0, at - before)]! / 11;
      return 0.8 * value + 0.2 * early;
    });
  }

  private calledFrom(km: number, floor: number, isLong: boolean): number {
    let sum = 0;
    for (const reach of this.parameters.journey.away)
      sum += reach.share * radial(km, reach.km * (isLong ? 1.5 : 1), floor);
    return sum;
  }

  /** Density of recovery so long after the incident and so far from it, and of the condition written down. */
  private foundSo(incident: SimulatedIncident, since: number, km: number, pm: SimulatedRemains['postMortem']): number {
    const { terrain } = incident;
    const { days, spread } = this.parameters.recovery[terrain];
    const from = pm.recoveredFrom;
    const places = { sea: ['sea', 'shore', 'vessel'], desert: ['desert'], land: ['river', 'road', 'other', 'vehicle'] }[
      terrain
    ];
    if (from !== undefined && !places.includes(from)) return 0;
    let sum = 0;
    for (let before = 0; before <= 10; before++) {
      const weight = before === 0 ? 0.8 + 0.2 / 11 : 0.2 / 11;
      const lag = since + before;
      if (lag < 0) continue;
      const time =
        lag >= 3000
          ? 0.01
          : phi((Math.log(lag + 1) - Math.log(days)) / spread) -
            phi((Math.log(Math.max(1e-3, lag)) - Math.log(days)) / spread);
      const estimate = pm.daysSinceDeath;
      if (
        time <= 0 ||
        (estimate?.from !== null && estimate?.from !== undefined && Math.floor(lag * 0.4) !== estimate.from)
      )
        continue;
      const drift = terrain === 'sea' ? 3 + this.parameters.journey.driftKm * Math.sqrt(Math.min(90, lag)) : 2;
      const estimated = estimate === undefined ? 1 : 1 / (lag + 1);
      sum += weight * time * estimated * seenIn(pm.condition ?? [], lag, terrain) * drifted(km, drift);
    }
    return sum / places.length;
  }
}

/** Density in the plane, by square kilometre, of an exponential distance in any direction; flat within the floor. */
const radial = (km: number, mean: number, floor: number): number =>
  Math.exp(-km / mean) / (mean * 2 * Math.PI * Math.max(km, floor));

/** The same of a death some kilometres off (exponential, mean 6) and a drift from there (half-normal). */
function drifted(km: number, sd: number): number {
  const r = Math.max(km, 1.5);
  const wide = Math.hypot(sd, 5);
  const byDrift = (2 * Math.exp(-((r / wide) ** 2) / 2)) / (wide * Math.sqrt(2 * Math.PI)) / (2 * Math.PI * r);
  return sd < 6 ? 0.5 * byDrift + 0.5 * radial(r, 7, 1.5) : byDrift;
}

function seenIn(condition: readonly string[], lag: number, terrain: 'sea' | 'desert' | 'land'): number {
  const state = condition.find((one) => one !== 'burned');
  if (state === undefined) return 0.05;
  const pace = terrain === 'desert' ? 0.8 : terrain === 'sea' ? 1.2 : 1;
  const below = (stage: number) => phi(Math.log(stage / Math.max(1e-6, lag * pace)) / 0.5);
  if (lag === 0) return state === 'fresh' ? 0.95 : 1e-9;
  const fresh = below(3.5);
  const early = below(60) - fresh;
  const mummyEarly = terrain === 'desert' ? 0.5 * (below(60) - Math.max(fresh, below(25))) : 0;
  const middle = below(240) - below(60);
  const late = 1 - below(240);
  const lateMummy = terrain === 'desert' ? 0.25 : 0.05;
  const of = {
    sea: { decomposed: 0.3, saponified: 0.4, skeletonised: 0.3, mummified: 0 },
    desert: { decomposed: 0, saponified: 0, skeletonised: 0.5, mummified: 0.5 },
    land: { decomposed: 0.4, saponified: 0, skeletonised: 0.6, mummified: 0 },
  }[terrain];
  const chance =
    state === 'fresh'
      ? fresh
      : state === 'decomposed'
        ? early - mummyEarly + middle * of.decomposed
        : state === 'mummified'
          ? mummyEarly + middle * of.mummified + late * lateMummy
          : state === 'saponified'
            ? middle * of.saponified
            : middle * of.skeletonised + late * (1 - lateMummy);
  return 0.95 * Math.max(0, chance) + 1e-9;
}

/** The normal distribution function (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
export function phi(z: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2));
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp((-z * z) / 2);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}
