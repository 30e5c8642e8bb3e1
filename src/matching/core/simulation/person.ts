import type { BloodGroup, Build, EyeColour, HairColour, Mark, ToothState } from '../../../description';
import type { SimulationParameters } from './parameters';
import { type People, type PeopleName, peopleOn, peoples, type Spelling } from './peoples';
import type { Random } from './random';

/** An incident of the register: a real event on a route. */
export interface SimulatedIncident {
  readonly reference: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly route: string;
  readonly country: string;
  readonly dead: number;
  readonly terrain: 'sea' | 'desert' | 'land';
}

/** Somebody who travelled and died (or whom nobody heard of again), as nobody knows the whole of it. */
export interface Person {
  readonly number: number;
  /** Brothers and sisters have the same: who their parents are. */
  readonly parents: number;
  readonly people: PeopleName;
  readonly country: string;
  readonly language: string;
  readonly isWoman: boolean;
  readonly given: Spelling;
  readonly father: Spelling;
  readonly grandfather: Spelling;
  readonly mother: Spelling;
  readonly family: Spelling | null;
  readonly secondFamily: Spelling | null;
  readonly birthDay: number;
  readonly statureCm: number;
  readonly build: Build;
  readonly weightKg: number;
  readonly hair: HairColour;
  readonly eyes: EyeColour;
  readonly blood: BloodGroup;
  readonly marks: readonly Mark[];
  /** All permanent teeth: the state at death. */
  readonly teeth: readonly ToothState[];
  readonly medical: readonly string[];
  readonly phone: string;
  readonly familyPhone: string;
  readonly paper: { readonly kind: string; readonly number: string };
  readonly wears: readonly string[];
  readonly carries: readonly string[];
  readonly route: string;
  readonly incident: SimulatedIncident | null;
  readonly deathDay: number;
  readonly lastCallDay: number;
  readonly lastCall: { readonly latitude: number; readonly longitude: number };
  readonly died: { readonly latitude: number; readonly longitude: number };
  /** Those who travelled along. */
  companions: readonly Person[];
}

export const clothes =
  'jacket jacket tshirt tshirt shirt jeans jeans trousers trousers sweater shorts shoes shoes sandals cap belt socks underwear scarf tracksuit boots'.split(
    ' ',
  );
export const clothesColours = 'black black black blue blue grey grey white brown green red yellow orange'.split(' ');
const brands = ['adidas', 'nike', 'puma', 'zara', 'lacoste', 'levis', 'emirates', 'barcelona', 'chelsea'];
const things = [
  'phone',
  'phone',
  'wallet',
  'ring',
  'necklace',
  'bracelet',
  'watch',
  'photo',
  'quran',
  'rosary',
  'amulet',
  'keys',
  'bag',
  'money',
  'lighter',
];
export const markKinds = {
  scar: 40,
  mole: 14,
  birthmark: 9,
  healed_fracture: 7,
  circumcision: 3,
  piercing: 8,
  malformation: 2,
  implant: 1.5,
  amputation: 1,
  skin_mark: 6,
};
export const markSites = [
  'face',
  'forehead',
  'chin',
  'cheek',
  'neck',
  'shoulder',
  'upper_arm',
  'forearm',
  'forearm',
  'wrist',
  'hand',
  'finger',
  'chest',
  'abdomen',
  'back',
  'thigh',
  'knee',
  'knee',
  'shin',
  'ankle',
  'foot',
] as const;
export const tattooSites = [
  'forearm',
  'forearm',
  'hand',
  'wrist',
  'shoulder',
  'upper_arm',
  'chest',
  'back',
  'neck',
] as const;
const motifs = [
  'cross',
  'cross',
  'heart',
  'name',
  'name',
  'date',
  'star',
  'lion',
  'flower',
  'dragon',
  'crescent',
  'letters',
];
/** How often a thing is carried, decorated as it is written. */
export const thingShare = (thing: string): number => {
  const isPlain = things.includes(thing);
  const kind = things.filter(
    (one) => thing === one || thing.startsWith(`${one} with`) || thing.endsWith(` ${one}`),
  ).length;
  return 0.1 * Math.max(1, kind) * (isPlain ? 0.6 : thing.includes(' with inscription ') ? 0.15 / 60 : 0.26 / 4);
};
/** Motifs of tattoos, the common ones twice. */
export const motifCount = 12;
const illnesses = [
  'diabetes',
  'asthma',
  'epilepsy',
  'hepatitis B',
  'appendectomy',
  'hernia operation',
  'fracture of the tibia',
  'fracture of the radius',
  'fracture of the clavicle',
  'fracture of the humerus',
  'plate and screws in the femur',
  'sickle cell disease',
  'scoliosis',
  'hypertension',
  'tuberculosis',
];

export function aPerson(
  number: number,
  incident: SimulatedIncident | null,
  elsewhere: SimulatedIncident,
  sibling: Person | null,
  latestDay: number,
  parameters: SimulationParameters,
  random: Random,
): Person {
  const { route } = elsewhere;
  const name = sibling?.people ?? peopleOn(route, random);
  const people: People = peoples[name];
  const isWoman = random.chance(parameters.woman);
  const years = random.by({ child: 5, youth: 12, young: 62, middle: 18, old: 3 });
  const age = {
    child: random.whole(1, 13),
    youth: random.whole(14, 17),
    young: random.whole(18, 32),
    middle: random.whole(33, 50),
    old: random.whole(51, 70),
  }[years];
  const silence = parameters.journey.silence;
  const kind = silence[Number(random.by(Object.fromEntries(silence.map(({ share }, at) => [String(at), share]))))];
  const silentDays = random.exponential(kind?.days ?? 1);
  const deathDay =
    incident === null
      ? Math.min(latestDay - 30, elsewhere.day + random.whole(-400, 400))
      : incident.day - (random.chance(0.2) ? random.whole(0, 10) : 0);
  const away = parameters.journey.away;
  const reach =
    away[Number(random.by(Object.fromEntries(away.map(({ share }, at) => [String(at), share]))))]?.km ?? 100;
  const km = random.exponential(reach) * (silentDays > 30 ? 1.5 : 1);
  const died =
    incident === null
      ? offBy(elsewhere, random.exponential(250), random)
      : offBy(elsewhere, random.exponential(6), random);
  const birthDay = Math.round(deathDay - (age + random.unit()) * 365.25);
  const tall = (isWoman ? 159 : 171) + people.tall;
  const grown = age >= 18 ? 1 : age >= 14 ? 0.95 : 0.45 + 0.035 * age;
  const statureCm = Math.round(random.normal(tall, isWoman ? 6 : 6.6) * grown);
  const build = random.by({ light: 40, medium: 47, heavy: 13 });
  const given = random.ranked(isWoman ? people.women : people.men, 0.6);
  const father = sibling?.father ?? random.ranked(people.men, 0.6);
  return {
    number,
    parents: sibling?.parents ?? number,
    people: name,
    country: sibling?.country ?? random.of(people.countries),
    language: sibling?.language ?? random.of(people.languages),
    isWoman,
    given,
    father,
    grandfather: sibling?.grandfather ?? random.ranked(people.men, 0.5),
    mother: sibling?.mother ?? random.ranked(people.women, 0.5),
    family: sibling === null ? (people.families === null ? null : random.ranked(people.families, 0.6)) : sibling.family,
    secondFamily:
      sibling === null
        ? name === 'latinAmerican' && people.families
          ? random.ranked(people.families, 0.5)
          : null
        : sibling.secondFamily,
    birthDay,
    statureCm,
    build,
    weightKg: Math.round(
      ({ light: 19.5, medium: 22.5, heavy: 27 }[build] + random.normal(0, 1.5)) * (statureCm / 100) ** 2,
    ),
    hair: random.by(people.hair) as HairColour,
    eyes: random.by(people.eyes) as EyeColour,
    blood: random.by({ 'O+': 42, 'A+': 26, 'B+': 18, 'AB+': 4, 'O-': 4, 'A-': 3, 'B-': 2, 'AB-': 1 }),
    marks: [
      ...Array.from({ length: random.poisson(1.1) }, () => aMark(people, random)),
      ...(random.chance(people.tattoo) ? [aTattoo(people, isWoman, random)] : []),
    ],
    teeth: aMouth(age, random),
    medical: Array.from({ length: random.poisson(0.22) }, () => random.of(illnesses)),
    phone: aPhone(random),
    familyPhone: sibling?.familyPhone ?? aPhone(random),
    paper: {
      kind: random.by({ passport: 5, identity_card: 4, other: 1 }),
      number: `${random.of(['A', 'B', 'C', 'E', 'K', 'P', 'N', ''])}${random.whole(100000, 99999999)}`,
    },
    wears: Array.from({ length: random.whole(2, 5) }, () => aGarment(random)),
    carries: random
      .some(things, 0.1)
      .map((thing) =>
        random.chance(0.15)
          ? `${thing} with inscription ${latinOf(given, random)}`
          : random.chance(0.3)
            ? `${random.of(['silver', 'gold', 'black', 'brown'])} ${thing}`
            : thing,
      ),
    route,
    incident,
    deathDay,
    // Nobody calls before the first birthday.
    lastCallDay: Math.min(
      deathDay,
      Math.max(
        birthDay + 365,
        sibling !== null && random.chance(0.7) ? sibling.lastCallDay : Math.floor(deathDay - silentDays),
      ),
    ),
    lastCall: sibling !== null && random.chance(0.7) ? sibling.lastCall : offBy(died, km, random),
    died,
    companions: [],
  };
}

export const latinOf = (name: Spelling, random: Random): string => random.ranked(name.latin, 0.5);

/** A point so far away in any direction. */
export function offBy(
  from: { latitude: number; longitude: number },
  km: number,
  random: Random,
): { latitude: number; longitude: number } {
  const angle = 2 * Math.PI * random.unit();
  const latitude = Math.max(-80, Math.min(80, from.latitude + (km / 111) * Math.sin(angle)));
  const longitude =
    from.longitude + ((km / 111) * Math.cos(angle)) / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  return { latitude, longitude: ((longitude + 540) % 360) - 180 };
}

function aMark(people: People, random: Random): Mark {
  const type = random.by(markKinds);
  const words =
    type === 'scar'
      ? random.maybe(0.35, () =>
          random.of([
            'knife wound',
            'burn',
            'operation',
            'dog bite',
            'bullet wound',
            'from a fall',
            'vaccination',
            'stitches',
          ]),
        )
      : undefined;
  if (type === 'circumcision') return { type, site: 'genitals' };
  if (type === 'piercing') return { type, site: 'ear', side: random.of(['left', 'right', 'both'] as const) };
  if (type === 'scar' && people.tattoo > 0.1 && random.chance(0.1))
    return { type, site: 'face', side: 'both', words: 'tribal scarification' };
  const site =
    type === 'healed_fracture'
      ? random.of(['forearm', 'shin', 'collarbone', 'upper_arm', 'nose'] as const)
      : random.of(markSites);
  return { type, site, side: random.of(['left', 'right'] as const), ...(words ? { words } : {}) };
}

function aTattoo(people: People, isWoman: boolean, random: Random): Mark {
  // Crosses on hand and forehead are a custom, not a sign of one person.
  if (people.script === 'Ethi' && random.chance(isWoman ? 0.7 : 0.4))
    return {
      type: 'tattoo',
      site: random.of(['forehead', 'hand', 'forearm'] as const),
      side: 'middle',
      words: 'cross',
    };
  const motif = random.of(motifs);
  const words =
    motif === 'name'
      ? `name ${latinOf(random.ranked(people.women, 0.4), random)}`
      : motif === 'date'
        ? `${random.whole(1, 28)}.${random.whole(1, 12)}.${random.whole(1985, 2020)}`
        : motif === 'letters'
          ? `letters ${random.of([...'ABDEFHKLMNRSTYZ'])}${random.of([...'ABDEFHKLMNRSTYZ'])}`
          : motif;
  return { type: 'tattoo', site: random.of(tattooSites), side: random.of(['left', 'right'] as const), words };
}

/** Decay comes in mouths, not in teeth: some have much of it, many none. */
export function aMouth(age: number, random: Random): ToothState[] {
  const decay = random.exponential(0.07) * Math.min(1.6, age / 28);
  const care = random.unit();
  const teeth: ToothState[] = [];
  for (let quadrant = 1; quadrant <= 4; quadrant++)
    for (let at = 1; at <= 8; at++) {
      const tooth = quadrant * 10 + at;
      const risk = decay * (at >= 6 ? 2.4 : at >= 4 ? 1 : 0.5);
      if (at === 8 && random.chance(age < 20 ? 0.8 : 0.35))
        teeth.push({ tooth, code: random.of(['une', 'mis', 'una'] as const) });
      else if (!random.chance(Math.min(0.85, risk * 2))) teeth.push({ tooth, code: 'sou' });
      else if (random.chance(0.5 * care))
        teeth.push({ tooth, code: random.of(['amf', 'tcf', 'amf', 'fmc', 'rct'] as const) });
      else teeth.push({ tooth, code: random.by({ car: 55, mis: 35, rrx: 10 }) });
    }
  return teeth;
}

const aPhone = (random: Random): string =>
  `+${random.of(['251', '291', '249', '221', '220', '224', '93', '98', '880', '504', '502', '20', '216', '212', '963', '252'])}${random.whole(10, 99)}${random.whole(1000000, 9999999)}`;
export const aGarment = (random: Random): string =>
  `${random.chance(0.85) ? `${random.of(clothesColours)} ` : ''}${random.of(clothes)}${random.chance(0.13) ? ` ${random.of(brands)}` : ''}`;
