import { bodySites, type BodySite, type Mark } from '../../../description';
import { EventLikelihood } from './event-likelihood';
import type { SimulatedRemains } from './examination';
import type { SimulatedReport } from './memory';
import { aMouth, clothes, clothesColours, markKinds, markSites, motifCount, tattooSites, thingShare } from './person';
import type { SimulationParameters } from './parameters';
import type { SimulatedIncident } from './person';
import { type PeopleName, peoples } from './peoples';
import { FoundNames } from './name-likelihood';
import { Random } from './random';

/**
 * The Bayes-optimal weights of a made world: the ratio of the probabilities that the simulator itself gives to a report and a record of remains
 * if they are one person, and if they are two. Where running the rules backwards is out of reach, the optimum is told more than anybody can
 * know (how the person's names are really written, of which people he or she is), so that it can only be better than any engine could be. Left out of it, as too rare to
 * be worth their code: weights, companions' names, and how bad teeth come together in one mouth where both sides hold a chart.
 */
export class Optimum {
  private readonly events: EventLikelihood;
  private readonly names: FoundNames;
  private readonly reportFacts: readonly ReportFacts[];
  private readonly candidates: readonly ReturnType<EventLikelihood['ofRemains']>[];
  private readonly mouths: readonly Mouth[];

  constructor(
    incidents: readonly SimulatedIncident[],
    private readonly parameters: SimulationParameters,
    private readonly reports: readonly SimulatedReport[],
    private readonly remains: readonly SimulatedRemains[],
  ) {
    const found = new Set(remains.map(({ person }) => person.number));
    const others = reports.filter(({ person }) => !found.has(person.number)).length / Math.max(1, reports.length);
    this.events = new EventLikelihood(incidents, parameters, parameters.lostElsewhere * others);
    this.names = new FoundNames(parameters);
    this.candidates = remains.map((one) => this.events.ofRemains(one));
    const wanted = new Set(this.candidates.flatMap(({ incidents: list }) => [...list]));
    this.reportFacts = reports.map((report) => ({
      ...this.events.ofReport(report, wanted),
      births: birthGrid(report, parameters),
    }));
    const random = new Random(1);
    this.mouths = Array.from({ length: 400 }, () => aMouth(random.whole(16, 45), random)).map(
      (teeth) => new Map(teeth.map(({ tooth, code }) => [tooth, code as string])),
    );
  }

  /** Base-10 logarithm of the likelihood ratio of these remains (by their number) with each report. */
  weigh(number: number): Float64Array {
    const body = this.remains[number]!;
    const candidates = this.candidates[number]!;
    const marginal = this.marginalOf(body, candidates.peoples);
    return Float64Array.from(this.reports, (report, at) => {
      const facts = this.reportFacts[at]!;
      let together = 0;
      for (let one = 0; one < candidates.incidents.length; one++)
        together += candidates.joint[one]! * (facts.by.get(candidates.incidents[one]!) ?? 0);
      if (together <= 0 || facts.all <= 0) return -30;
      const event = Math.log10(together) - Math.log10(facts.all) - Math.log10(candidates.all);
      return event + this.bodyGiven(report, facts, body) - marginal.body + this.thingsGiven(report, body, marginal);
    });
  }

  /** Probability of what does not depend on the report, over the peoples that may have been there. */
  private marginalOf(body: SimulatedRemains, shares: ReadonlyMap<string, number>): Marginal {
    const pm = body.postMortem;
    let all = 0;
    for (const [people, share] of shares) all += share * 10 ** this.bodyOf(null, null, body, people as PeopleName);
    return { body: Math.log10(Math.max(1e-30, all)), teeth: pm.teeth === undefined ? null : this.charted(body) };
  }

  private bodyGiven(report: SimulatedReport, facts: ReportFacts, body: SimulatedRemains): number {
    return this.bodyOf(report, facts, body, report.person.people);
  }

  /** log10 P(sex, stature, age, build, hair, eyes, blood, names, language, hints of origin | the report or, without one, this people). */
  private bodyOf(
    report: SimulatedReport | null,
    facts: ReportFacts | null,
    body: SimulatedRemains,
    people: PeopleName,
  ): number {
    const { tissue, postMortem: pm } = body;
    const { examination: e, report: r, woman } = this.parameters;
    const am = report?.anteMortem;
    const of = peoples[people];
    const state = tissue === 'fresh' ? 'fresh' : tissue === 'bone' ? 'bone' : 'changed';
    const colour = tissue === 'fresh' ? 'fresh' : tissue === 'changed' ? 'changed' : 'dry';
    const middle = (range: { from: number | null; to: number | null } | undefined) =>
      range === undefined ? undefined : ((range.from ?? range.to ?? 0) + (range.to ?? range.from ?? 0)) / 2;
    const years = middle(pm.ageYears);
    const grown = years === undefined || years >= 18 ? 1 : years >= 14 ? 0.95 : 0.45 + 0.035 * years;
    let log = 0;
    // Sex and stature hang together.
    const told = middle(am?.heightCm);
    const measured = middle(pm.heightCm);
    const wrong = years !== undefined && years < 14 && state === 'bone' ? 0.35 : e.sexWrong[state];
    let joint = 0;
    let before = 0;
    for (const isWoman of [true, false]) {
      const mean = ((isWoman ? 159 : 171) + of.tall) * grown;
      const sd = (isWoman ? 6 : 6.6) * grown;
      let prior = isWoman ? woman : 1 - woman;
      if (am?.sex !== undefined) prior *= (am.sex === 'female') === isWoman ? 1 - r.sexWrong : r.sexWrong;
      const toldVariance = r.heightErrorCm ** 2 + 1.5;
      if (told !== undefined) prior *= density(told - r.heightTooMuchCm - mean, sd ** 2 + toldVariance);
      before += prior;
      let seen = prior;
      if (pm.sex !== undefined) seen *= (pm.sex === 'female') === isWoman ? 1 - wrong : wrong;
      if (measured !== undefined) {
        const gain = told === undefined ? 0 : sd ** 2 / (sd ** 2 + toldVariance);
        const expected = told === undefined ? mean : mean + gain * (told - r.heightTooMuchCm - mean);
        seen *= density(measured - expected, sd ** 2 * (1 - gain) + e.heightErrorCm[state] ** 2 + 0.2);
      }
      joint += seen;
    }
    log += Math.log10(joint / before);
    if (years !== undefined) log += Math.log10(ageDensity(facts?.births ?? null, pm, years, e, state));
    // Traits with errors on both sides.
    const random = (list: number) => 1 / list;
    if (pm.build !== undefined)
      log += Math.log10(confused(pm.build, am?.build, builds, state === 'fresh' ? 0.18 : 0.4, 0.28, random(3)));
    if (pm.hairColour !== undefined)
      log += Math.log10(
        confused(pm.hairColour, am?.hairColour, of.hair, e.colourWrong[colour], r.eyeOrHairWrong, random(6)),
      );
    if (pm.eyeColour !== undefined)
      log += Math.log10(
        confused(pm.eyeColour, am?.eyeColour, of.eyes, tissue === 'fresh' ? 0.08 : 0.3, r.eyeOrHairWrong, random(5)),
      );
    if (pm.bloodGroup !== undefined)
      log += Math.log10(Math.max(1e-4, confusedTo(pm.bloodGroup, am?.bloodGroup, bloods, [0.04, 'A+'], [0.1, 'O+'])));
    const country =
      (of.countries as readonly string[]).filter((one) => one === am?.nationalities?.[0]).length / of.countries.length;
    for (const hint of pm.originHints ?? []) {
      const share = (of.countries as readonly string[]).filter((one) => one === hint).length / of.countries.length;
      const own =
        am?.nationalities === undefined
          ? share
          : am.nationalities[0] === hint
            ? (0.95 * country + 0.05 * share) / Math.max(1e-9, country || 1)
            : 0.05 * share;
      log += Math.log10(
        Math.max(
          1e-4,
          e.originOfOwnCountry * Math.min(1, own) + (1 - e.originOfOwnCountry) * (transit.has(hint) ? 1 / 11 : 0),
        ),
      );
    }
    for (const language of pm.languages ?? []) {
      const share = (of.languages as readonly string[]).filter((one) => one === language).length / of.languages.length;
      const own = am?.languages === undefined ? share : am.languages[0] === language ? 1 : 0;
      log += Math.log10(
        Math.max(1e-3, 0.6 * own + 0.4 * (['en', 'fr', 'ar', 'it', 'es'].includes(language) ? 0.2 : 0)),
      );
    }
    log += this.names.log10(pm.namesFound ?? [], report?.person ?? null, people);
    return log;
  }

  /** log10 of the ratio for what comes in lists: marks, teeth, things, illnesses, numbers. */
  private thingsGiven(report: SimulatedReport, body: SimulatedRemains, marginal: Marginal): number {
    const { anteMortem: am } = report;
    const { postMortem: pm, tissue } = body;
    const { report: r, examination: e } = this.parameters;
    let log = this.marksLog10(am.marks ?? [], pm.marks ?? [], body, report.person.people);
    if (am.teeth !== undefined && marginal.teeth !== null)
      log +=
        marginal.teeth.log10Of(new Map(am.teeth.map(({ tooth, code }) => [tooth, code]))) - marginal.teeth.ofAnybody;
    const worn = pm.clothing ?? [];
    if (worn.length > 0 && !(tissue === 'bone' && pm.clothing === undefined))
      for (const garment of am.clothing ?? []) {
        const by = garmentShare(garment);
        const expected = Math.max(worn.length, 3.5);
        const seen =
          worn.filter((one) => one === garment).length / expected + Math.max(0, 1 - worn.length / expected) * by;
        log += Math.log10(r.clothesStillWorn * 0.97 * seen + (1 - r.clothesStillWorn * 0.97) * by) - Math.log10(by);
      }
    if (pm.belongings !== undefined && am.belongings !== undefined)
      log += pairedLog10(am.belongings, pm.belongings, thingShare, r.belongings, 0.6);
    log += pairedLog10(am.medical ?? [], pm.medical ?? [], () => 0.22 / 15, r.medical, e.medical);
    if (pm.phones !== undefined) {
      const written = pm.phones[0]?.written ?? '';
      const known = [am.phones?.[0]?.written, report.enquirer.phone].filter((one) => one !== undefined);
      log += numberLog10(written, known, [am.phones === undefined ? 0 : 0.45, 0.35], e.slip, 1e-8);
    }
    const paper = pm.documents?.[0];
    if (paper !== undefined && am.documents?.[0] !== undefined)
      log += numberLog10(
        paper.number,
        [am.documents[0].number],
        [1 - e.paperIsAnothers],
        e.slip + 5 * r.clerical,
        2e-8,
      );
    return log;
  }

  /** Marks as a process of points: told and seen, told alone, seen alone are independent; summed over ways of pairing them. */
  private marksLog10(told: readonly Mark[], seen: readonly Mark[], body: SimulatedRemains, people: PeopleName): number {
    if (told.length === 0 && seen.length === 0) return 0;
    const { report: r, examination: e, recovery } = this.parameters;
    const { postMortem: pm, tissue } = body;
    const share = { whole: 1, partial: 0.6, body_part: 0.15, fragments: 0.1 }[pm.completeness ?? 'whole'];
    const burned = pm.condition?.includes('burned') === true && recovery.burned > 0 ? 0.3 : 1;
    const detected = (type: string) => share * (inBone.has(type) ? e.markInBone : e.mark[tissue] * burned);
    const a = told.slice(0, 5);
    const p = seen.slice(0, 5);
    const aloneA = a.map(({ type }) => 1 - detected(type));
    const aloneP = p.map((mark) => {
      const own = markIntensity(mark, people) * detected(mark.type);
      const stray = mark.type === 'scar' && mark.side === undefined ? e.strayMark / 5 : 0;
      return (own * (1 - r.mark) + stray) / (own + stray || 1);
    });
    const both = a.map((one) => p.map((two) => pairOfMarks(one, two, people, this.parameters)));
    const used = new Array<boolean>(p.length).fill(false);
    const sum = (at: number): number => {
      if (at === a.length) return p.reduce((product, _, to) => product * (used[to] ? 1 : aloneP[to]!), 1);
      let total = aloneA[at]! * sum(at + 1);
      for (let to = 0; to < p.length; to++) {
        if (used[to] || both[at]![to]! === 0) continue;
        used[to] = true;
        const stray = p[to]!.type === 'scar' && p[to]!.side === undefined ? e.strayMark / 5 : 0;
        const own = markIntensity(p[to]!, people) * detected(p[to]!.type);
        total += both[at]![to]! * (own / (own + stray || 1)) * sum(at + 1);
        used[to] = false;
      }
      return total;
    };
    return Math.log10(Math.max(1e-12, sum(0)));
  }

  /** The chart of these remains in each of many mouths of the world, straight and mirrored. */
  private charted({ postMortem: pm }: SimulatedRemains): Charted {
    const chart = new Map((pm.teeth ?? []).map(({ tooth, code }) => [tooth, code as string]));
    const { chartSlip, chartMirrored } = this.parameters.examination;
    const chanceOf = (seen: string | undefined, real: string | undefined): number =>
      seen === undefined ? 1 : (real === seen ? 1 - chartSlip : 0) + (slips.has(seen) ? chartSlip / 4 : 0) + 1e-6;
    const straight = (tooth: number, real: string | undefined) => chanceOf(chart.get(tooth), real);
    const mirrored = (tooth: number, real: string | undefined) => chanceOf(chart.get(acrossTheMidline(tooth)), real);
    const product = (mouth: Mouth, side: typeof straight) =>
      [...mouth].reduce((all, [tooth, real]) => all * side(tooth, real), 1);
    const mouths = this.mouths.map((mouth) => ({
      ...{ mouth, straight: (1 - chartMirrored) * product(mouth, straight) },
      mirrored: chartMirrored * product(mouth, mirrored),
    }));
    const log10Of = (told: Mouth): number => {
      // Mouths of the world, with what the family knows put in; a whole chart leaves little else open.
      const few = told.size > 20 ? mouths.slice(0, 1) : mouths;
      let all = 0;
      for (const one of few) {
        let [direct, turned] = [one.straight, one.mirrored];
        for (const [tooth, code] of told) {
          const real = one.mouth.get(tooth);
          direct *= straight(tooth, code) / straight(tooth, real);
          turned *= mirrored(tooth, code) / mirrored(tooth, real);
        }
        all += direct + turned;
      }
      return Math.log10(Math.max(1e-90, all / few.length));
    };
    return { log10Of, ofAnybody: log10Of(new Map()) };
  }
}

interface ReportFacts {
  readonly by: ReadonlyMap<number, number>;
  readonly all: number;
  readonly births: Float64Array | null;
}
interface Marginal {
  readonly body: number;
  readonly teeth: Charted | null;
}
interface Charted {
  readonly ofAnybody: number;
  /** Base-10 logarithm of the chance of the chart in a mouth of which this is known. */
  log10Of(told: Mouth): number;
}
type Mouth = ReadonlyMap<number, string>;

const builds = { light: 40, medium: 47, heavy: 13 };
const bloods = { 'O+': 42, 'A+': 26, 'B+': 18, 'AB+': 4, 'O-': 4, 'A-': 3, 'B-': 2, 'AB-': 1 };
const transit = new Set(['LBY', 'TUN', 'NER', 'MEX', 'TUR', 'DZA', 'SDN', 'MAR', 'IRN', 'GRC', 'ITA']);
const inBone = new Set(['healed_fracture', 'implant', 'amputation']);
const slips = new Set(['sou', 'car', 'mis', 'amf']);
const acrossTheMidline = (tooth: number): number => [2, 1, 4, 3][Math.floor(tooth / 10) - 1]! * 10 + (tooth % 10);
const density = (distance: number, variance: number): number =>
  Math.exp((-distance * distance) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** P(seen | told) where each side writes any of the list by mistake. */
function confused(
  seen: string,
  told: string | undefined,
  shares: Readonly<Record<string, number>>,
  seenWrong: number,
  toldWrong: number,
  anyOf: number,
): number {
  const all = Object.values(shares).reduce((sum, share) => sum + share, 0);
  let joint = 0;
  let before = 0;
  for (const [trait, share] of Object.entries(shares)) {
    const prior = (share / all) * (told === undefined ? 1 : (told === trait ? 1 - toldWrong : 0) + toldWrong * anyOf);
    before += prior;
    joint += prior * ((seen === trait ? 1 - seenWrong : 0) + seenWrong * anyOf);
  }
  return before === 0 ? anyOf : joint / before;
}
/** The same where mistakes are always the same word. */
function confusedTo(
  seen: string,
  told: string | undefined,
  shares: Readonly<Record<string, number>>,
  [seenWrong, seenAs]: readonly [number, string],
  [toldWrong, toldAs]: readonly [number, string],
): number {
  let joint = 0;
  let before = 0;
  for (const [trait, share] of Object.entries(shares)) {
    const prior =
      share * (told === undefined ? 1 : (told === trait ? 1 - toldWrong : 0) + (told === toldAs ? toldWrong : 0));
    before += prior;
    joint += prior * ((seen === trait ? 1 - seenWrong : 0) + (seen === seenAs ? seenWrong : 0));
  }
  return before === 0 ? 1e-3 : joint / before;
}

/** Things each held, told and seen by chance: what both name counts by its rarity, what one names alone a little against. */
function pairedLog10(
  told: readonly string[],
  seen: readonly string[],
  shareOf: (thing: string) => number,
  toldOf: number,
  seenOf: number,
): number {
  const left = [...seen];
  let log = 0;
  for (const thing of told) {
    const at = left.indexOf(thing);
    if (at < 0) log += Math.log10(1 - seenOf);
    else {
      left.splice(at, 1);
      log -= Math.log10(Math.min(1, shareOf(thing)));
    }
  }
  return log + left.length * Math.log10(1 - toldOf);
}

/** A number written down against those known: the same, one digit off, or another's. */
function numberLog10(
  seen: string,
  known: readonly string[],
  chances: readonly number[],
  slip: number,
  rarity: number,
): number {
  let same = Math.max(0.02, 1 - chances.reduce((sum, chance) => sum + chance, 0));
  known.forEach((number, at) => {
    const chance = chances[at] ?? 0;
    if (number === seen) same += (chance * (1 - slip)) / rarity;
    else if (number.length === seen.length && [...number].filter((digit, place) => digit !== seen[place]).length === 1)
      same += (chance * slip) / 60 / rarity;
  });
  return Math.log10(same);
}

const STEPS = 4;
const FIRST_YEAR = 1920;
const CELLS = 110 * STEPS;
const agePrior = (age: number): number =>
  age < 1
    ? 0.002
    : age < 14
      ? 5 / 13
      : age < 18
        ? 12 / 4
        : age < 33
          ? 62 / 15
          : age < 51
            ? 18 / 18
            : age < 71
              ? 3 / 20
              : 1e-4;

/** What the report says of the year of birth, by quarters from 1920, as a distribution. */
function birthGrid(
  { anteMortem: am, registeredOn }: SimulatedReport,
  { report: r }: SimulationParameters,
): Float64Array | null {
  if (am.birthDate === undefined && am.ageYears === undefined) return null;
  const at = yearOf(am.lastContactOn?.replace('~', '') ?? registeredOn);
  const grid = new Float64Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) {
    const born = FIRST_YEAR + (cell + 0.5) / STEPS;
    const age = at - born;
    let chance = agePrior(age);
    if (chance === 0) continue;
    if (am.birthDate !== undefined) {
      const isYear = /^\d{4}(-01-01)?$/.test(am.birthDate);
      const apart = isYear ? Math.floor(born) - Number(am.birthDate.slice(0, 4)) : born - yearOf(am.birthDate);
      const right = isYear ? apart === 0 : Math.abs(apart) <= 0.5 / STEPS + 1e-9;
      const near = isYear
        ? Math.abs(apart) <= 2
        : [1, 2].some((years) => Math.abs(Math.abs(apart) - years) <= 0.5 / STEPS + 1e-9);
      const wrong = isYear ? 0.2 : 0.08;
      chance *= (right ? 1 - wrong : 0) + (near ? wrong / 4 : 0) + 1e-6;
    }
    if (am.ageYears !== undefined) {
      const told = ((am.ageYears.from ?? 0) + (am.ageYears.to ?? am.ageYears.from ?? 0)) / 2 + 0.5;
      const sd = age < 15 ? 0.6 : r.ageErrorYears;
      const exact = density(told - age, sd ** 2 + 0.1);
      const heaped =
        told % 5 === 0.5 ? phi5(told - 0.5 + 2.5 - age + 0.5, sd) - phi5(told - 0.5 - 2.5 - age + 0.5, sd) : 0;
      chance *= age > 15 ? (1 - r.heaped) * exact + r.heaped * heaped : exact;
    }
    grid[cell] = chance;
  }
  const all = grid.reduce((sum, value) => sum + value, 0);
  return all === 0 ? null : grid.map((value) => value / all);
}
const phi5 = (distance: number, sd: number): number => 1 / (1 + Math.exp((-1.702 * distance) / sd));
function yearOf(text: string): number {
  const [year = 2020, month, day] = text.split('-').map(Number);
  return year + (month === undefined ? 0.5 : day === undefined ? (month - 0.5) / 12 : (month - 1) / 12 + day / 365);
}

function ageDensity(
  births: Float64Array | null,
  pm: SimulatedRemains['postMortem'],
  middle: number,
  e: SimulationParameters['examination'],
  state: 'fresh' | 'changed' | 'bone',
): number {
  const died = yearOf(pm.recoveredOn ?? '2020') - ((pm.daysSinceDeath?.from ?? 6) * 2.2) / 365;
  let joint = 0;
  let before = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const age = died - FIRST_YEAR - (cell + 0.5) / STEPS;
    if (age < -1) continue;
    const prior = births === null ? agePrior(age) : births[cell]!;
    if (prior === 0) continue;
    before += prior;
    const sd = age < 15 ? 1.2 : e.ageErrorYears[state];
    joint += prior * density(middle - age, sd * sd + 0.1);
  }
  return before === 0 ? 1e-4 : Math.max(1e-9, joint / before);
}

const garmentShare = (garment: string): number => {
  const words = garment.split(' ');
  const kind = words.find((word) => clothes.includes(word)) ?? '';
  const colour = words.find((word) => clothesColours.includes(word));
  const brand = words.length - (colour === undefined ? 0 : 1) - 1 > 0;
  const share = (list: readonly string[], word: string) => list.filter((one) => one === word).length / list.length;
  return (
    Math.max(1e-3, share(clothes, kind)) *
    (colour === undefined ? 0.15 : 0.85 * share(clothesColours, colour)) *
    (brand ? 0.13 / 9 : 0.87)
  );
};

/** How many marks of this kind and place a person of this people bears on average, as seen: words and side among it. */
function markIntensity({ type, site, side, words }: Mark, people: PeopleName): number {
  return (
    baseIntensity(type, site, people) *
    (side === undefined ? 0.08 : 0.46) *
    (words === undefined ? 0.75 : 0.7 * wordShare(type, words, people))
  );
}
const kindsAll = Object.values(markKinds).reduce((sum, share) => sum + share, 0);
function baseIntensity(type: string, site: string, people: PeopleName): number {
  const of = peoples[people];
  if (type === 'tattoo') {
    if (of.script === 'Ethi')
      return (
        of.tattoo * 0.48 * (['forehead', 'hand', 'forearm'].includes(site) ? 1 / 3 : 1e-3) +
        of.tattoo * 0.52 * shareIn(tattooSites, site)
      );
    return of.tattoo * shareIn(tattooSites, site);
  }
  const kind = (1.1 * ((markKinds as Readonly<Record<string, number>>)[type] ?? 0)) / kindsAll;
  if (type === 'circumcision') return site === 'genitals' ? kind : 0;
  if (type === 'piercing') return site === 'ear' ? kind : 0;
  if (type === 'healed_fracture') return kind * shareIn(['forearm', 'shin', 'collarbone', 'upper_arm', 'nose'], site);
  return kind * shareIn(markSites, site);
}
const shareIn = (list: readonly string[], site: string): number =>
  Math.max(1e-4, list.filter((one) => one === site).length / list.length);
function wordShare(type: string, words: string, people: PeopleName): number {
  if (type === 'scar') return words === 'tribal scarification' ? 0.1 : 0.35 / 8;
  if (words === 'cross' && peoples[people].script === 'Ethi') return 0.6;
  return words.startsWith('name ')
    ? 2 / motifCount / 60
    : words.startsWith('letters')
      ? 1 / motifCount / 225
      : /\d/.test(words)
        ? 1 / motifCount / 12000
        : 1 / motifCount;
}

/** P(told and seen so | one mark) / (P(told so) P(seen so)), by the mark's intensity. */
function pairOfMarks(
  a: Mark,
  p: Mark,
  people: PeopleName,
  { report: r, examination: e }: SimulationParameters,
): number {
  const isType =
    a.type === p.type || (p.type === 'mole' && a.type === 'birthmark') || (p.type === 'scar' && a.type === 'skin_mark');
  if (!isType) return 0;
  const renamed =
    p.type === 'mole' ? (a.type === p.type ? 0.7 : 0.3) : p.type === 'scar' ? (a.type === p.type ? 0.97 : 0.03) : 1;
  let joint = 0;
  let told = 0;
  let seen = 0;
  for (const site of sitesOf(p.type)) {
    const mu = baseIntensity(p.type, site, people);
    const seenSo = sawSite(p.site, site, e.markElsewhere);
    const toldSo = toldSite(a.site, site, r.markElsewhere);
    joint += mu * seenSo * toldSo;
    seen += mu * seenSo;
  }
  for (const type of new Set([
    a.type,
    p.type,
    ...(a.type === 'birthmark' ? ['mole'] : []),
    ...(a.type === 'skin_mark' ? ['scar'] : []),
  ]))
    for (const site of sitesOf(type)) {
      const as =
        type === a.type
          ? type === 'mole'
            ? 0.7
            : type === 'scar'
              ? 0.97
              : 1
          : type === 'mole'
            ? 0.3
            : type === 'scar'
              ? 0.03
              : 0;
      told += baseIntensity(type, site, people) * toldSite(a.site, site, r.markElsewhere) * as;
    }
  if (joint === 0 || told === 0 || seen === 0) return 0;
  let ratio = (joint * renamed) / (told * seen);
  if (a.side !== undefined && p.side !== undefined) {
    const wrong = r.sideWrong * (1 - e.sideWrong) + e.sideWrong * (1 - r.sideWrong);
    if (a.side === 'left' || a.side === 'right') ratio *= a.side === p.side ? 2 * (1 - wrong) : 2 * wrong;
  }
  if (a.words !== undefined && p.words !== undefined)
    ratio *= a.words === p.words ? 1 / wordShare(p.type, p.words, people) : 0.001;
  return ratio;
}
const sitesOf = (type: string): readonly string[] =>
  type === 'tattoo'
    ? [...new Set<string>([...tattooSites, 'forehead'])]
    : type === 'circumcision'
      ? ['genitals']
      : type === 'piercing'
        ? ['ear']
        : type === 'healed_fracture'
          ? ['forearm', 'shin', 'collarbone', 'upper_arm', 'nose']
          : distinctSites;
const distinctSites = [...new Set<string>(markSites)];
const shifts: Readonly<Record<string, string>> = { forearm: 'wrist', knee: 'shin', cheek: 'face' };
const sawSite = (seen: string, site: string, wrong: number): number =>
  seen === site ? (shifts[site] === undefined ? 1 : 1 - wrong) : shifts[site] === seen ? wrong : 0;
const regionOf = (site: string): string => bodySites[site as BodySite];
const sizes = new Map<string, number>();
for (const region of Object.values(bodySites)) sizes.set(region, (sizes.get(region) ?? 0) + 1);
const toldSite = (told: string, site: string, wrong: number): number =>
  (regionOf(told) === regionOf(site) ? wrong / (sizes.get(regionOf(site)) ?? 1) : 0) +
  (1 - wrong) * ((told === site ? 0.8 : 0) + (told === regionOf(site) ? 0.2 : 0));
