import type { AnteMortem } from '../../../families/core/ante-mortem';
import { bodySites, type BodySite, builds, eyeColours, hairColours, type Mark } from '../../../description';
import type { SimulationParameters } from './parameters';
import { aGarment, latinOf, type Person } from './person';
import { peoples, type Spelling } from './peoples';
import type { Random } from './random';

/** One family's report, in the shape that is stored, with what the desk notes beside it. */
export interface SimulatedReport {
  readonly reference: string;
  readonly person: Person;
  readonly registeredOn: string;
  /** Told at a desk in another country than the first relative's. */
  readonly isAbroad: boolean;
  readonly script: string;
  readonly enquirer: {
    readonly name: string;
    readonly relationship: string;
    readonly phone: string;
    readonly language: string;
  };
  readonly anteMortem: AnteMortem;
}

export const isoDay = (day: number): string => new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10);
export const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/** What one relative tells, remembers wrongly, leaves out, and how a clerk writes it down. `kin` is the sister or mother who asks. */
export function told(
  reference: string,
  person: Person,
  isAbroad: boolean,
  latestDay: number,
  routes: readonly string[],
  parameters: SimulationParameters,
  random: Random,
): SimulatedReport {
  const r = parameters.report;
  const people = peoples[person.people];
  const isNative = people.script !== 'Latn' && random.chance(r.nativeScript);
  const write = (name: Spelling): string =>
    isNative ? name.native : capital(respelt(latinOf(name, random), r.respelt, random));
  const registered = Math.min(
    latestDay,
    Math.max(person.lastCallDay + 1, person.lastCallDay + random.logNormal(r.afterContactDays, r.spread)),
  );
  const family = familyNameOf(person).map(write).join(' ');
  const ageYears = (person.lastCallDay - person.birthDay) / 365.25;
  const toldAge = (): number => {
    const age = Math.max(0, Math.floor(ageYears + random.normal(0, ageYears < 15 ? 0.5 : r.ageErrorYears)));
    return random.chance(r.heaped) && age > 15 ? 5 * Math.round(age / 5) : age;
  };
  const height = Math.round(random.normal(person.statureCm + r.heightTooMuchCm, r.heightErrorCm));
  const isBorn = random.unit();
  const birth = new Date(person.birthDay * 86_400_000).getUTCFullYear();
  const neighbours = people.countries;
  const enquirerName =
    `${capital(latinOf(random.ranked(random.chance(0.5) ? people.men : people.women, 0.4), random))} ${family}`.trim();
  const anteMortem: AnteMortem = given({
    givenNames: write(person.given),
    familyNames: family === '' ? undefined : random.maybe(r.family, () => family),
    otherNames: random.maybe(r.nickname, () => [
      random.chance(0.5) && people.script !== 'Latn'
        ? isNative
          ? latinOf(person.given, random)
          : person.given.native
        : random.chance(0.5)
          ? latinOf(person.given, random)
          : random.of(['Baba', 'Abush', 'Papi', 'Wedi', 'Chino', 'Kiki', 'Toto', 'Rambo', 'Messi', 'Boy']),
    ]),
    fatherNames: random.maybe(r.father, () => write(person.father)),
    motherNames: random.maybe(r.mother, () => write(person.mother)),
    sex: random.chance(r.sexWrong) === person.isWoman ? ('male' as const) : ('female' as const),
    birthDate:
      isBorn < r.birthDate
        ? random.chance(0.2)
          ? `${birth}-01-01`
          : isoDay(person.birthDay + (ageYears > 6 && random.chance(0.1) ? 365 * random.whole(-2, 2) : 0))
        : isBorn < r.birthDate + r.birthYear
          ? String(birth + (ageYears > 6 && random.chance(0.25) ? random.whole(-2, 2) : 0))
          : undefined,
    ageYears: random.maybe(isBorn < r.birthDate ? 0.3 : r.age, () => {
      const age = toldAge();
      return random.chance(0.15) ? { from: Math.max(0, age - 2), to: age + 2 } : { from: age, to: age };
    }),
    nationalities: random.maybe(r.nationality, () => [
      random.chance(r.otherNationality) ? random.of(neighbours) : person.country,
    ]),
    languages: random.maybe(r.language, () => [
      person.language,
      ...random.some(
        ['en', 'fr', 'ar'].filter((language) => language !== person.language),
        0.12,
      ),
    ]),
    heightCm: random.maybe(r.height, () =>
      random.chance(0.5)
        ? range(5 * Math.round(height / 5))
        : random.chance(0.4)
          ? { from: height - 5, to: height + 5 }
          : range(height),
    ),
    weightKg: random.maybe(r.weight, () => range(5 * Math.round(random.normal(person.weightKg, 6) / 5))),
    build: random.maybe(r.build, () => (random.chance(0.28) ? random.of(builds) : person.build)),
    hairColour: random.maybe(r.hair, () => (random.chance(r.eyeOrHairWrong) ? random.of(hairColours) : person.hair)),
    eyeColour: random.maybe(r.eyes, () => (random.chance(r.eyeOrHairWrong) ? random.of(eyeColours) : person.eyes)),
    marks: some(person.marks.filter(() => random.chance(r.mark)).map((mark) => remembered(mark, r, random))),
    teeth: random.chance(r.teethChart)
      ? person.teeth.map((tooth) =>
          tooth.code === 'car' && random.chance(0.3) ? { ...tooth, code: 'sou' as const } : tooth,
        )
      : random.maybe(r.toothTold, () =>
          person.teeth.filter(({ tooth, code }) => code === 'fmc' || (code === 'mis' && tooth % 10 <= 4)).slice(0, 2),
        ),
    clothing: random.maybe(r.clothes, () =>
      Array.from({ length: random.whole(1, 3) }, (_, at) =>
        random.chance(r.clothesStillWorn) ? (person.wears[at] ?? aGarment(random)) : aGarment(random),
      ),
    ),
    belongings: some(person.carries.filter(() => random.chance(r.belongings))),
    documents: random.maybe(r.paper, () => [
      random.chance(r.clerical * 5)
        ? { ...person.paper, number: slipped(person.paper.number, random) }
        : { ...person.paper },
    ]),
    phones: random.maybe(r.phone, () => [
      { written: random.chance(r.clerical) ? slipped(person.phone, random) : person.phone },
    ]),
    bloodGroup: random.maybe(r.blood, () => (random.chance(0.1) ? ('O+' as const) : person.blood)),
    medical: some(person.medical.filter(() => random.chance(r.medical))),
    lastContactOn: random.maybe(r.contactDate, () => contactDate(person, registered, r, random)),
    lastContactPlace: random.maybe(r.contactPlace, () => {
      const isNamed = random.chance(r.contactPlaceNamed);
      const accuracyKm = random.of(isNamed ? [5, 20, 50] : [100, 200]);
      return {
        latitude: round(person.lastCall.latitude + random.normal(0, accuracyKm / 250), isNamed ? 2 : 0),
        longitude: round(person.lastCall.longitude + random.normal(0, accuracyKm / 250), isNamed ? 2 : 0),
        accuracyKm,
      };
    }),
    route:
      person.route === ''
        ? undefined
        : random.maybe(r.route, () => (random.chance(r.otherRoute) ? random.of(routes) : person.route)),
    incidentReference:
      person.incident === null ? undefined : random.maybe(r.incident, () => person.incident?.reference),
    travelledWith: some(
      random
        .some(person.companions.slice(0, 4), r.companions)
        .map((other) => [other.given, ...familyNameOf(other)].map(write).join(' ')),
    ),
    minorUnaccompanied: ageYears < 18 ? random.maybe(0.5, () => true) : undefined,
  });
  return {
    reference,
    person,
    isAbroad,
    registeredOn: isoDay(registered),
    script: isNative ? people.script : 'Latn',
    enquirer: {
      name: enquirerName,
      relationship: random.of(['mother', 'father', 'brother', 'sister', 'wife', 'cousin', 'friend']),
      phone: person.familyPhone,
      language: person.language,
    },
    anteMortem,
  };
}

/** The names after the first: the family's, or father and grandfather. */
export const familyNameOf = (person: Person): Spelling[] =>
  person.family === null
    ? person.people === 'horn'
      ? [person.father]
      : [person.father, person.grandfather]
    : person.secondFamily === null
      ? [person.family]
      : [person.family, person.secondFamily];

function contactDate(person: Person, registered: number, r: SimulationParameters['report'], random: Random): string {
  let day = person.lastCallDay;
  if (person.lastCallDay - person.birthDay > 1200 && random.chance(r.contactWrongYear))
    day += random.chance(0.5) ? 365 : -365;
  else if (random.chance(r.contactWrongDays)) day += Math.round(random.normal(0, 15));
  day = Math.min(day, registered);
  if (random.chance(r.contactDay)) return isoDay(day);
  return random.chance(0.75)
    ? isoDay(day).slice(0, 7)
    : random.chance(0.5)
      ? `${isoDay(day).slice(0, 7)}~`
      : isoDay(day).slice(0, 4);
}

function remembered(mark: Mark, r: SimulationParameters['report'], random: Random): Mark {
  const near = (Object.keys(bodySites) as BodySite[]).filter((site) => bodySites[site] === bodySites[mark.site]);
  const side =
    mark.side === undefined || random.chance(r.sideMissing)
      ? undefined
      : random.chance(r.sideWrong)
        ? flipped(mark.side)
        : mark.side;
  const type =
    mark.type === 'mole' && random.chance(0.3)
      ? ('birthmark' as const)
      : mark.type === 'scar' && random.chance(0.03)
        ? ('skin_mark' as const)
        : mark.type;
  const words = mark.words === undefined || random.chance(0.35) ? undefined : mark.words;
  return given({
    type,
    site: random.chance(r.markElsewhere) ? random.of(near) : random.chance(0.2) ? bodySites[mark.site] : mark.site,
    side,
    words,
  });
}

export const flipped = (side: NonNullable<Mark['side']>): NonNullable<Mark['side']> =>
  side === 'left' ? 'right' : side === 'right' ? 'left' : side;
export const some = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);
export const range = (value: number): { from: number; to: number } => ({ from: value, to: value });
export const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
export const capital = (text: string): string => text.replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

export function slipped(number: string, random: Random): string {
  const at = random.whole(number.length - 6, number.length - 1);
  return number.slice(0, at) + String(random.whole(0, 9)) + number.slice(at + 1);
}

export const respellings: readonly (readonly [RegExp, string])[] = [
  [/ou/, 'u'],
  [/u/, 'o'],
  [/ee/, 'i'],
  [/i/, 'e'],
  [/ss/, 's'],
  [/mm/, 'm'],
  [/h$/, ''],
  [/a$/, 'ah'],
  [/kh/, 'k'],
  [/y/, 'i'],
  [/q/, 'k'],
  [/z/, 's'],
  [/e(?=[a-z]$)/, 'a'],
  [/dj/, 'j'],
  [/v/, 'b'],
  [/d$/, 't'],
  [/ll/, 'l'],
  [/a(?=[^aeiou]*$)/, 'e'],
  [/sh/, 'ch'],
  [/ph/, 'f'],
];
/** As another clerk would have heard it. */
export function respelt(name: string, chance: number, random: Random): string {
  if (!random.chance(chance)) return name;
  const usable = respellings.filter(([what]) => what.test(name));
  if (usable.length === 0) return name;
  const [what, into] = random.of(usable);
  return name.replace(what, into);
}
