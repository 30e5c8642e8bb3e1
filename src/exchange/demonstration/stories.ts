import type { Mark, ToothState } from '../../description';
import type { FamilyReportDraft } from '../../families';
import type { RemainsDraft } from '../../forensic-remains';
import { Chance } from './chance';
import { type Corridor, corridors } from './corridors';
import { namePools, type WrittenName } from './names';

type Family = Corridor['families'][number];
type Incident = Corridor['incidents'][number];

/** A person who never lived, on a journey that others made. */
interface Person {
  readonly sex: 'male' | 'female';
  readonly given: WrittenName;
  readonly family: WrittenName;
  readonly father: WrittenName;
  readonly ageYears: number;
  readonly heightCm: number;
  readonly marks: readonly Mark[];
  readonly teeth: readonly ToothState[];
  readonly clothing: readonly string[];
  readonly belongings: readonly string[];
  readonly phone: string;
  readonly passport: string;
}

export interface DemonstrationStories {
  readonly reports: ReadonlyMap<string, readonly FamilyReportDraft[]>;
  readonly remains: ReadonlyMap<string, readonly RemainsDraft[]>;
  /** The pairs that are one person: references of report and remains. */
  readonly pairs: readonly { readonly report: string; readonly remains: string }[];
}

const SEED = 20_180_711;
const marks: readonly Mark[] = [
  { type: 'scar', site: 'forearm', side: 'left', words: 'long scar of a burn' },
  { type: 'scar', site: 'forehead', words: 'small scar over the eyebrow' },
  { type: 'tattoo', site: 'upper_arm', side: 'right', words: 'letters "AH"' },
  { type: 'tattoo', site: 'hand', side: 'left', words: 'small cross' },
  { type: 'mole', site: 'cheek', side: 'right' },
  { type: 'healed_fracture', site: 'lower_leg', side: 'left', words: 'broken as a child' },
  { type: 'amputation', site: 'finger', side: 'right', words: 'tip of the ring finger' },
  { type: 'scar', site: 'knee', side: 'right' },
];
const clothes = [
  'blue jacket',
  'red football shirt',
  'black jeans',
  'grey hooded sweater',
  'white sandals',
  'green trousers',
  'striped shirt',
  'black trainers',
];
const things = [
  'silver ring',
  'prayer beads',
  'rosary',
  'mobile phone in a plastic bag',
  'leather amulet',
  'wrist watch',
  'photograph of a child',
  'key on a red string',
];

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const round = (value: number): number => Math.round(value * 1000) / 1000;
const several = <T>(chance: Chance, list: readonly T[], most: number): T[] => {
  const picked = new Set<T>();
  for (let left = chance.between(0, most); left > 0; left--) picked.add(chance.of(list));
  return [...picked];
};

/** All of it, the same each time: about 120 reports and 80 remains, some of them of one person. */
export function demonstrationStories(): DemonstrationStories {
  const chance = new Chance(SEED);
  const reports = new Map<string, FamilyReportDraft[]>();
  const remains = new Map<string, RemainsDraft[]>();
  const pairs: { report: string; remains: string }[] = [];
  const append = <T>(to: Map<string, T[]>, desk: string, one: T) => to.set(desk, [...(to.get(desk) ?? []), one]);
  const reference = (desk: string, prefix: string, list: ReadonlyMap<string, readonly unknown[]>) =>
    `${desk}-${prefix}${String((list.get(desk)?.length ?? 0) + 1).padStart(3, '0')}`;
  for (const corridor of corridors) {
    const { forensicDesk } = corridor;
    for (const family of corridor.families)
      for (let number = 0; number < family.reports; number++) {
        const isFound = number < family.found;
        const person = aPerson(chance, family);
        const incident = chance.of(corridor.incidents);
        const report = reference(family.desk, 'F', reports);
        append(reports, family.desk, reportOf(chance, report, person, { corridor, family, incident, isFound }));
        if (!isFound) continue;
        const found = reference(forensicDesk, 'R', remains);
        append(remains, forensicDesk, remainsOf(chance, found, person, { corridor, incident, isTelling: true }));
        pairs.push({ report, remains: found });
      }
    for (let number = 0; number < corridor.unreported; number++) {
      const stranger = aPerson(chance, chance.of(corridor.families));
      const incident = chance.of(corridor.incidents);
      const found = reference(forensicDesk, 'R', remains);
      append(
        remains,
        forensicDesk,
        remainsOf(chance, found, stranger, { corridor, incident, isTelling: chance.is(0.3) }),
      );
    }
  }
  return { reports, remains, pairs };
}

function aPerson(chance: Chance, family: Family): Person {
  const pool = namePools[family.people];
  const sex = chance.is(0.25) ? 'female' : 'male';
  const tooth = (number: number): ToothState => ({ tooth: number, code: chance.is(0.5) ? 'mis' : 'amf' });
  return {
    sex,
    given: chance.of<WrittenName>(sex === 'male' ? pool.male : pool.female),
    family: chance.of<WrittenName>(pool.family),
    father: chance.of<WrittenName>(pool.male),
    ageYears: chance.between(15, 42),
    heightCm: sex === 'male' ? chance.between(164, 188) : chance.between(152, 172),
    marks: several(chance, marks, 2),
    teeth: chance.is(0.6) ? several(chance, [16, 26, 36, 46, 47], 3).map(tooth) : [],
    clothing: several(chance, clothes, 3),
    belongings: several(chance, things, 2),
    phone: `${family.phone}${chance.between(100_000, 999_999)}`,
    passport: `D${chance.between(1_000_000, 9_999_999)}`,
  };
}

interface ReportSetting {
  readonly corridor: Corridor;
  readonly family: Family;
  readonly incident: Incident;
  readonly isFound: boolean;
}

/** What the family knows and remembers; the names in their own script where they have one. */
function reportOf(chance: Chance, reference: string, person: Person, setting: ReportSetting): FamilyReportDraft {
  const { corridor, family, incident, isFound } = setting;
  const [given, givenNative] = person.given;
  const [familyName, familyNative] = person.family;
  const hasNative = givenNative !== null && familyNative !== null;
  const isNativeFirst = hasNative && chance.is(0.5);
  const lastContactOn = dayAfter(incident.on, -chance.between(1, 12));
  const registeredOn = dayAfter(incident.on, chance.between(20, 200));
  const relationship = chance.of(['mother', 'father', 'brother', 'sister', 'wife']);
  const isKept = family.nationality === 'ERI' && chance.is(0.5);
  const allowed = [
    'search_here',
    ...(isFound || chance.is(0.75) ? ['match_abroad', 'contact'] : []),
    ...(isFound || chance.is(0.5) ? ['specialists_abroad', 'statistics'] : []),
    ...(!isKept && (isFound || chance.is(0.4)) ? [`share_state:${family.nationality}`] : []),
  ];
  // Some families named what they allow before a desk had explained it: kept as claims.
  const isProven = isFound || chance.is(0.85);
  const { name, country, latitude, longitude } = incident.from;
  return {
    reference,
    registeredOn,
    anteMortem: {
      givenNames: isNativeFirst ? givenNative : given,
      familyNames: isNativeFirst ? familyNative : familyName,
      ...(hasNative
        ? { otherNames: [isNativeFirst ? `${given} ${familyName}` : `${givenNative} ${familyNative}`] }
        : {}),
      fatherNames: person.father[0],
      sex: person.sex,
      ageYears: { from: person.ageYears - chance.between(0, 1), to: person.ageYears + chance.between(0, 1) },
      nationalities: [family.nationality],
      originPlace: family.origin,
      languages: [family.language],
      ...(chance.is(0.7) ? { heightCm: { from: person.heightCm - 4, to: person.heightCm + 4 } } : {}),
      build: chance.of(['light', 'medium', 'medium', 'heavy'] as const),
      hairColour: 'black',
      eyeColour: 'brown',
      ...(person.marks.length > 0 ? { marks: [...person.marks] } : {}),
      ...(person.teeth.length > 0 && chance.is(0.5) ? { teeth: [...person.teeth] } : {}),
      ...(person.clothing.length > 0 ? { clothing: [...person.clothing] } : {}),
      ...(person.belongings.length > 0 ? { belongings: [...person.belongings] } : {}),
      ...(chance.is(0.5) ? { documents: [{ kind: 'passport', number: person.passport }] } : {}),
      phones: [{ written: person.phone, e164: null }],
      lastContactOn,
      lastContactPlace: { name, country, latitude, longitude, accuracyKm: 20 },
      route: corridor.route,
      ...(isFound || chance.is(0.4) ? { incidentReference: incident.reference } : {}),
    },
    enquirer: {
      name: `DEMO ${chance.of(namePools[family.people].female)[0]} ${familyName}`,
      relationship,
      phone: `${family.phone}000000`,
      language: family.language,
    },
    doNotShareWith: isKept ? ['state_of_nationality'] : [],
    consents: isProven
      ? { purposes: allowed, by: `the ${relationship}`, on: registeredOn, how: 'in_person', text: 'demonstration-1' }
      : { purposes: ['search_here'], claimed: allowed.slice(1) },
  };
}

interface RemainsSetting {
  readonly corridor: Corridor;
  readonly incident: Incident;
  /** Papers, a phone or a mark were found. */
  readonly isTelling: boolean;
}

/** What a team could see, in the condition in which the person was found. */
function remainsOf(chance: Chance, reference: string, person: Person, setting: RemainsSetting): RemainsDraft {
  const { corridor, incident, isTelling } = setting;
  const days = chance.between(1, corridor.recoveredFrom === 'desert' ? 120 : 30);
  const at = chance.of(corridor.shores);
  const condition = days < 5 ? 'fresh' : days < 60 ? 'decomposed' : chance.is(0.5) ? 'mummified' : 'skeletonised';
  const isSoft = condition === 'fresh' || condition === 'decomposed';
  const slack = isSoft ? 3 : 6;
  const tells = (probability: number) => isTelling && chance.is(probability);
  const found = {
    recoveredOn: dayAfter(incident.on, days),
    recoveryPlace: {
      ...{
        name: at.name,
        latitude: round(at.latitude + (chance.next() - 0.5) / 20),
        accuracyKm: 5,
        country: corridor.country,
      },
      longitude: round(at.longitude + (chance.next() - 0.5) / 20),
    },
    recoveredFrom: corridor.recoveredFrom,
    completeness: isSoft ? ('whole' as const) : ('partial' as const),
    condition: [condition] as ('fresh' | 'decomposed' | 'mummified' | 'skeletonised')[],
    daysSinceDeath: { from: Math.max(0, days - 3), to: days + 3 },
    sex: person.sex,
    sexBasis: isSoft ? ('external' as const) : ('skeletal' as const),
    ageYears: {
      from: Math.max(12, person.ageYears - chance.between(2, 5)),
      to: person.ageYears + chance.between(2, 6),
    },
    heightCm: { from: person.heightCm - slack, to: person.heightCm + slack },
    ...(isSoft ? { hairColour: 'black' as const, build: 'medium' as const } : {}),
    ...(isSoft && isTelling && person.marks.length > 0 ? { marks: [...person.marks] } : {}),
    ...(person.teeth.length > 0 ? { teeth: [...person.teeth] } : {}),
    ...(person.clothing.length > 0 ? { clothing: [...person.clothing] } : {}),
    ...(tells(0.8) && person.belongings.length > 0 ? { belongings: [...person.belongings] } : {}),
    ...(tells(0.5) ? { namesFound: [`${person.given[0]} ${person.family[0]}`] } : {}),
    ...(tells(0.35) ? { phones: [{ written: person.phone, e164: null }] } : {}),
    ...(tells(0.25) ? { documents: [{ kind: 'passport', number: person.passport }] } : {}),
    fingerprints: isSoft ? ('taken' as const) : ('unobtainable' as const),
    ...(chance.is(0.5) ? { incidentReference: incident.reference } : {}),
    causeOfDeath: corridor.recoveredFrom === 'desert' ? 'undetermined' : 'drowning, presumed',
  };
  return {
    reference,
    postMortem: found,
    location: `Mortuary, ${at.name} (demonstration)`,
    samples: [{ kind: isSoft ? 'muscle' : 'bone', label: `${reference}-S1` }],
  };
}
