import type { BloodGroup, Build, EyeColour, HairColour, Place } from '../../description';
import type { AnteMortem } from '../../families/core/ante-mortem';
import type { PostMortem } from '../../forensic-remains/core/post-mortem';
import { type Item, itemsOf } from './reading/items';
import { countryCentres } from './reading/country-centres';
import { type Day, DAYS_PER_YEAR, type DaySpan, daySpanOf } from './reading/days';
import { type DocumentNumber, documentNumbers, phoneNumbers } from './reading/identifiers';
import { type MarkCode, markCodes } from './reading/mark-codes';
import { medicalConcepts } from './reading/medical-concepts';
import { type NameToken, nameTokensOf } from './reading/name-tokens';
import { type Observability, daysSinceDeathByCondition, observabilityOf } from './reading/observability';
import { normalOfRange, toStep } from './reading/ranges';
import { onSphere } from './reading/sphere';
import { defaultSettings, type MatchingSettings } from './settings';
import { type ToothClass, toothClasses } from './reading/tooth-classes';

/**
 * Profiles are what the two sides' records say, in the form that is compared: days and years as numbers with their errors, names as
 * tokens, numbers in one writing. Quantities are rounded to steps far below their errors, so that a million reports share a few
 * thousand values and the index and the pure functions compute from the very same numbers. `null` is "not recorded", which
 * weighs nothing; `'not_examinable'` is what a body in its condition cannot show.
 */
export interface PointFacet {
  readonly latitude: number;
  readonly longitude: number;
  /** Radius within which the point is meant. */
  readonly accuracyKm: number;
  /** The same point on the unit sphere. */
  readonly sphere: readonly [x: number, y: number, z: number];
}
export interface PlaceFacet {
  readonly point: PointFacet | null;
  readonly route: string | null;
}
export interface StatureFacet {
  readonly meanCm: number;
  readonly sdCm: number;
}
export interface BuildFacet {
  readonly build: Build | null;
  readonly weightKg: number | null;
}
export interface OriginFacet {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
}
export interface ContactFacet extends DaySpan {
  readonly isCredible: boolean;
}
export interface NamesFacet {
  /** Names of the person, aliases included. */
  readonly own: readonly NameToken[];
  readonly parents: readonly NameToken[];
  /** Companions of the journey and the enquirer. */
  readonly kin: readonly NameToken[];
}

export interface AnteMortemProfile {
  readonly side: 'ante-mortem';
  readonly sex: 'female' | 'male' | null;
  /** Middle of the days the person may be born on, with its error in years. */
  readonly birth: { readonly day: Day; readonly sdYears: number } | null;
  readonly stature: StatureFacet | null;
  readonly build: BuildFacet | null;
  readonly hair: HairColour | null;
  readonly eyes: EyeColour | null;
  readonly blood: BloodGroup | null;
  /** Days of the last contact. Not credible where it is dated after the report that tells of it. */
  readonly contact: ContactFacet | null;
  readonly place: PlaceFacet | null;
  readonly incident: string | null;
  readonly origin: OriginFacet | null;
  readonly medical: readonly string[] | null;
  readonly names: NamesFacet | null;
  readonly phones: readonly string[] | null;
  readonly documents: readonly DocumentNumber[] | null;
  readonly marks: readonly MarkCode[] | null;
  readonly teeth: readonly ToothClass[] | null;
  readonly items: readonly Item[] | null;
  /** For comparing two reports: as the family wrote them. */
  readonly originPlace: readonly string[];
  /** Words of the other answers that are free text: where the last contact was, things and clothes, illnesses. */
  readonly contactWords: readonly string[];
  readonly thingWords: readonly string[];
  readonly medicalWords: readonly string[];
  readonly destination: string | null;
  readonly birthSpan: DaySpan | null;
  readonly givenNames: readonly NameToken[];
  readonly familyNames: readonly NameToken[];
  readonly registeredOn: Day | null;
}

export type Examined<T> = T | null | 'not_examinable';

export interface PostMortemProfile {
  readonly side: 'post-mortem';
  readonly observability: Observability;
  readonly sex: Examined<{
    readonly sex: 'female' | 'male';
    readonly basis: 'dna' | 'external' | 'internal' | 'skeletal' | 'juvenileSkeletal' | 'unstated';
  }>;
  readonly age: { readonly meanYears: number; readonly sdYears: number; readonly deathDay: Day } | null;
  readonly stature: Examined<StatureFacet & { readonly population: 'male' | 'female' | 'any' | 'child' }>;
  readonly build: Examined<BuildFacet & { readonly isChanged: boolean }>;
  readonly hair: Examined<{ readonly colour: HairColour; readonly tissue: Observability['tissue'] }>;
  readonly eyes: Examined<{ readonly colour: EyeColour; readonly isChanged: boolean }>;
  readonly blood: Examined<BloodGroup>;
  /** Days between which the person died, and the last on which the remains may have been found. `isEstimated`: from the condition of the body alone. */
  readonly death: (DaySpan & { readonly isEstimated: boolean; readonly foundBy: Day }) | null;
  readonly place: { readonly point: PointFacet } | null;
  readonly incident: string | null;
  readonly origin: OriginFacet | null;
  readonly medical: Examined<readonly string[]>;
  /** One list of tokens for each name found. */
  readonly names: readonly (readonly NameToken[])[] | null;
  readonly phones: readonly string[] | null;
  readonly documents: readonly DocumentNumber[] | null;
  readonly marks: Examined<{ readonly marks: readonly MarkCode[]; readonly observability: Observability }>;
  readonly teeth: Examined<readonly ToothClass[]>;
  readonly items: readonly Item[] | null;
}

/** What the desk knows beside the family's words. */
export interface ReportContext {
  readonly registeredOn?: string | null;
  readonly country?: string | null;
  readonly enquirerName?: string | null;
  /** Numbers of relatives: a number written on a body is more often theirs than the person's own. */
  readonly enquirerPhones?: readonly { readonly written: string; readonly e164?: string | null }[];
}

const OWN_TOKENS = 24;
const PARENT_TOKENS = 12;
const KIN_TOKENS = 24;
const FOUND_NAMES = 12;

const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
const knownSex = (sex: string | undefined): 'female' | 'male' | null =>
  sex === 'female' || sex === 'male' ? sex : null;
const distinctSorted = (list: readonly string[] | undefined): string[] => [...new Set(list ?? [])].sort();
const baseLanguage = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase();

/** Words and numbers of some texts, each once, in small letters and one writing of accents. */
function wordsOf(texts: readonly (string | undefined)[]): string[] {
  const words = new Set<string>();
  for (const text of texts)
    if (text !== undefined)
      for (const word of text
        .slice(0, 500)
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
        if (words.size < MOST_WORDS) words.add(word);
  return [...words];
}
const MOST_WORDS = 16;

/** Compiles one family's report. Never fails: what cannot be read is left out. */
export function anteMortemProfile(
  am: AnteMortem,
  context: ReportContext = {},
  settings: MatchingSettings = defaultSettings,
): AnteMortemProfile {
  const registeredOn = daySpanOf(context.registeredOn ?? undefined)?.earliest ?? null;
  const contact = contactFacet(am, registeredOn);
  const names = namesFacet(am, context);
  const origin = originFacet(am.nationalities, am.languages);
  return {
    side: 'ante-mortem',
    sex: knownSex(am.sex),
    birth: birthFacet(am, contact, registeredOn, settings),
    stature: reportedStature(am, settings),
    build: buildFacet(am),
    hair: am.hairColour ?? null,
    eyes: am.eyeColour ?? null,
    blood: am.bloodGroup ?? null,
    contact,
    place: reportedPlace(am),
    incident: incidentKey(am.incidentReference),
    origin,
    medical: orNull(medicalConcepts(am.medical)),
    names,
    phones: orNull(phoneNumbers([...(am.phones ?? []), ...(context.enquirerPhones ?? [])])),
    documents: orNull(documentNumbers(am.documents)),
    marks: orNull(markCodes(am.marks)),
    teeth: orNull(toothClasses(am.teeth)),
    items: orNull(itemsOf([...(am.clothing ?? []), ...(am.belongings ?? [])])),
    originPlace: wordsOf([am.originPlace]),
    contactWords: wordsOf([am.lastContactPlace?.name]),
    thingWords: wordsOf([...(am.clothing ?? []), ...(am.belongings ?? [])]),
    medicalWords: wordsOf(am.medical ?? []),
    destination: am.intendedDestination ?? null,
    birthSpan: daySpanOf(am.birthDate),
    givenNames: nameTokensOf(am.givenNames ?? '', 8),
    familyNames: nameTokensOf(am.familyNames ?? '', 8),
    registeredOn,
  };
}

/** Compiles one record of remains. `recordedOn` stands in for the day of recovery where that is missing. */
export function postMortemProfile(
  pm: PostMortem,
  context: { readonly recordedOn?: string | null } = {},
  settings: MatchingSettings = defaultSettings,
): PostMortemProfile {
  const observability = observabilityOf(pm);
  const death = deathSpan(pm);
  const deathDay =
    death === null
      ? (daySpanOf(context.recordedOn ?? undefined)?.earliest ?? null)
      : (death.earliest + death.latest) / 2;
  const age = examinedAge(pm, deathDay, settings);
  const isChild = age !== null && age.meanYears < 16;
  const sex = knownSex(pm.sex);
  const bone = observability.tissue === 'bone';
  const fragments = observability.share <= 0.2;
  const stature = normalOfRange(
    pm.heightCm,
    () => (bone ? settings.numbers.stature.boneSdCm : settings.numbers.stature.measuredSdCm),
    25,
  );
  const built = buildFacet(pm);
  const marks = markCodes(pm.marks);
  const teeth = toothClasses(pm.teeth);
  const found = (pm.namesFound ?? [])
    .slice(0, FOUND_NAMES)
    .map((name) => nameTokensOf(name, 12, 'joined'))
    .filter((tokens) => tokens.length > 0);
  const point = pointOf(pm.recoveryPlace, EXAMINER_STEP);
  return {
    side: 'post-mortem',
    observability,
    sex: sex === null ? unanswered(pm, 'sex', false) : { sex, basis: sexBasis(pm, bone, isChild) },
    age,
    stature:
      stature === null
        ? unanswered(pm, 'heightCm', fragments)
        : {
            meanCm: toStep(stature.mean, 0.5),
            sdCm: toStep(stature.sd, 0.25),
            population: isChild ? 'child' : (sex ?? 'any'),
          },
    build:
      built === null || bone || fragments
        ? unanswered(pm, 'build', bone || fragments)
        : { ...built, isChanged: observability.tissue !== 'fresh' },
    hair:
      pm.hairColour === undefined
        ? unanswered(pm, 'hairColour', observability.isBurned || fragments)
        : { colour: pm.hairColour, tissue: observability.tissue },
    // An eye colour written beside "skeletonised" is a slip: there is no eye to see.
    eyes:
      pm.eyeColour === undefined || bone || observability.tissue === 'dry'
        ? unanswered(pm, 'eyeColour', observability.tissue !== 'fresh')
        : { colour: pm.eyeColour, isChanged: observability.tissue !== 'fresh' },
    blood: pm.bloodGroup ?? unanswered(pm, 'bloodGroup', bone),
    death,
    place: point === null ? null : { point },
    incident: incidentKey(pm.incidentReference),
    origin: originFacet(pm.originHints, pm.languages),
    medical: orNull(medicalConcepts(pm.medical, pm.pregnancy === true)) ?? unanswered(pm, 'medical', false),
    names: orNull(found),
    phones: orNull(phoneNumbers(pm.phones)),
    documents: orNull(documentNumbers(pm.documents)),
    marks: marks.length > 0 ? { marks, observability } : unanswered(pm, 'marks', bone || fragments),
    teeth: orNull(teeth) ?? unanswered(pm, 'teeth', pm.completeness === 'body_part'),
    items: orNull(itemsOf([...(pm.clothing ?? []), ...(pm.belongings ?? [])])),
  };
}

/** Says why nothing was recorded: the condition forbade it, or nobody wrote it down. */
function unanswered(pm: PostMortem, field: string, cannotShow: boolean): 'not_examinable' | null {
  const answer = pm.answers?.[field];
  return cannotShow || answer === 'not_examinable' || answer === 'not_available' ? 'not_examinable' : null;
}

/** The last sign of life cannot lie after the day on which the family reported the loss. */
function contactFacet(am: AnteMortem, registeredOn: Day | null): ContactFacet | null {
  const span = daySpanOf(am.lastContactOn);
  if (span === null) return null;
  if (registeredOn === null || span.latest <= registeredOn) return { ...span, isCredible: true };
  if (span.earliest > registeredOn) return { ...span, isCredible: false };
  return { earliest: span.earliest, latest: registeredOn, isCredible: true };
}

function birthFacet(
  am: AnteMortem,
  contact: DaySpan | null,
  registeredOn: Day | null,
  settings: MatchingSettings,
): AnteMortemProfile['birth'] {
  const { age } = settings.numbers;
  const rounded = (day: Day, sdYears: number) => ({
    day: Math.round(toStep(day, DAYS_PER_YEAR / 4)),
    sdYears: Math.max(0.25, toStep(sdYears, 0.25)),
  });
  const born = daySpanOf(am.birthDate);
  if (born !== null) {
    const widthYears = (born.latest - born.earliest) / DAYS_PER_YEAR;
    // A first of January is what offices write where only the year is known.
    const isFirstOfJanuary = /^\d{4}-01-01$/.test((am.birthDate ?? '').trim());
    if (isFirstOfJanuary) return rounded(born.earliest + DAYS_PER_YEAR / 2, age.birthYearSdYears);
    const sd = widthYears < 0.2 ? age.birthDaySdYears : Math.max(age.birthYearSdYears, widthYears / 3.3);
    return rounded((born.earliest + born.latest) / 2, sd);
  }
  const at = contact === null ? registeredOn : (contact.earliest + contact.latest) / 2;
  const stated = normalOfRange(am.ageYears, (years) => (years % 5 === 0 ? age.heapedSdYears : age.statedSdYears), 30);
  if (stated === null || at === null) return null;
  // "25" is said from the 25th birthday to the 26th.
  const isPoint = am.ageYears?.from === am.ageYears?.to;
  const sd = Math.hypot(isPoint ? stated.sd : Math.max(stated.sd, age.statedSdYears), contact === null ? 1 : 0);
  return rounded(at - (stated.mean + (isPoint ? 0.5 : 0)) * DAYS_PER_YEAR, sd);
}

function examinedAge(pm: PostMortem, deathDay: Day | null, settings: MatchingSettings): PostMortemProfile['age'] {
  const { pointSdYears, pointSdShare } = settings.numbers.age;
  const stated = normalOfRange(pm.ageYears, (years) => Math.max(pointSdYears, pointSdShare * years), 35);
  if (stated === null || deathDay === null) return null;
  return {
    meanYears: toStep(stated.mean + 0.25, 0.25),
    sdYears: Math.max(0.5, toStep(stated.sd, 0.25)),
    deathDay: Math.round(toStep(deathDay, DAYS_PER_YEAR / 8)),
  };
}

function sexBasis(
  pm: PostMortem,
  isBone: boolean,
  isChild: boolean,
): 'dna' | 'external' | 'internal' | 'skeletal' | 'juvenileSkeletal' | 'unstated' {
  const basis =
    pm.sexBasis ??
    (isBone
      ? 'skeletal'
      : pm.condition === undefined
        ? undefined
        : pm.condition.includes('fresh')
          ? 'external'
          : undefined);
  if (basis === undefined) return 'unstated';
  return basis === 'skeletal' && isChild ? 'juvenileSkeletal' : basis;
}

function reportedStature(am: AnteMortem, settings: MatchingSettings): StatureFacet | null {
  const { reportedSdCm, childSdCm } = settings.numbers.stature;
  const isChild = (am.ageYears?.to ?? am.ageYears?.from ?? 30) < 18;
  const stated = normalOfRange(am.heightCm, () => reportedSdCm, 25);
  if (stated === null) return null;
  return {
    meanCm: toStep(stated.mean, 1),
    sdCm: toStep(Math.max(stated.sd, isChild ? childSdCm : reportedSdCm * 0.8), 0.5),
  };
}

function buildFacet(record: Pick<AnteMortem, 'build' | 'weightKg'>): BuildFacet | null {
  const weight = normalOfRange(record.weightKg, () => 1, 20);
  if (record.build === undefined && weight === null) return null;
  return {
    build: record.build ?? null,
    weightKg: weight === null ? null : Math.max(1, toStep(weight.mean, weight.mean < 20 ? 1 : 2)),
  };
}

function deathSpan(pm: PostMortem): PostMortemProfile['death'] {
  const found = daySpanOf(pm.recoveredOn);
  if (found === null) return null;
  const stated = pm.daysSinceDeath;
  const low = stated?.from ?? 0;
  const high = stated === undefined ? null : (stated.to ?? Math.max(2 * low, low + 365));
  const isUsable = high !== null && Number.isFinite(low) && Number.isFinite(high) && low >= 0 && low <= high;
  const since = isUsable ? { from: low, to: high } : daysSinceDeathByCondition(pm);
  return {
    earliest: found.earliest - Math.ceil(since.to),
    latest: found.latest - Math.floor(since.from),
    isEstimated: !isUsable,
    foundBy: found.latest,
  };
}

/** Places are known to a few kilometres at best; coarser steps on the side of the families keep their distinct places few. */
const FAMILY_STEP = { degrees: 0.25, log: 1 };
const EXAMINER_STEP = { degrees: 0.125, log: 0.5 };

function pointOf(place: Place | undefined, step: typeof FAMILY_STEP): PointFacet | null {
  if (place === undefined) return null;
  const { latitude, longitude } = place;
  // What lies on no map is unknown; NaN is under no bound.
  if (Math.abs(latitude ?? Number.NaN) <= 90 && Math.abs(longitude ?? Number.NaN) <= 180) {
    const accuracyKm = place.accuracyKm !== undefined && Number.isFinite(place.accuracyKm) ? place.accuracyKm : 5;
    return pointFacet(
      toStep(latitude ?? 0, step.degrees),
      toStep(longitude ?? 0, step.degrees),
      toCoarse(accuracyKm, step.log),
    );
  }
  const centre = place.country === undefined ? undefined : countryCentres.get(place.country);
  return centre === undefined
    ? null
    : pointFacet(centre.latitude, centre.longitude, toCoarse(centre.radiusKm, step.log));
}

export function pointFacet(latitude: number, longitude: number, accuracyKm: number): PointFacet {
  return { latitude, longitude, accuracyKm, sphere: onSphere(latitude, longitude) };
}

/** Radii from 8 to 2,000 km, in steps of a factor. */
const toCoarse = (km: number, step: number): number =>
  Math.round(8 * Math.exp(toStep(Math.log(Math.min(2000, Math.max(8, km)) / 8), step)));

function reportedPlace(am: AnteMortem): PlaceFacet | null {
  const point = pointOf(am.lastContactPlace, FAMILY_STEP);
  const route = am.route === undefined ? null : am.route.trim().toLowerCase().slice(0, 80);
  return point === null && (route === null || route === '') ? null : { point, route: route === '' ? null : route };
}

const incidentKey = (reference: string | undefined): string | null => {
  const key = reference?.trim().toLowerCase() ?? '';
  return key === '' ? null : key;
};

function originFacet(
  countries: readonly string[] | undefined,
  languages: readonly string[] | undefined,
): OriginFacet | null {
  const facet = { countries: distinctSorted(countries), languages: distinctSorted(languages?.map(baseLanguage)) };
  return facet.countries.length + facet.languages.length === 0 ? null : facet;
}

function namesFacet(am: AnteMortem, context: ReportContext): NamesFacet | null {
  // A compound may lie across two fields: Gebre, son of Medhin, is Gebremedhin on his papers.
  const acrossFields = [am.familyNames, am.fatherNames].flatMap((next) =>
    am.givenNames === undefined || next === undefined ? [] : compoundsOf(am.givenNames, next),
  );
  const own = distinctTokens([am.givenNames, am.familyNames, ...acrossFields, ...(am.otherNames ?? [])], OWN_TOKENS);
  const parents = distinctTokens([am.fatherNames, am.motherNames], PARENT_TOKENS);
  const kin = distinctTokens([...(am.travelledWith ?? []), context.enquirerName ?? undefined], KIN_TOKENS);
  return own.length + parents.length + kin.length === 0 ? null : { own, parents, kin };
}

/** The names that the end of one field and the beginning of the next make together; mostly none. */
function compoundsOf(first: string, next: string): string[] {
  const [one, other] = [nameTokensOf(first, 8).at(-1), nameTokensOf(next, 8)[0]];
  if (one === undefined || other === undefined) return [];
  const read = nameTokensOf(`${one.text} ${other.text}`, 8, 'joined');
  return read.length === 1 && read[0] !== undefined ? [read[0].text] : [];
}

function distinctTokens(names: readonly (string | undefined)[], limit: number): NameToken[] {
  const distinct = new Map<string, NameToken>();
  for (const name of names) {
    if (name === undefined || distinct.size >= limit) continue;
    for (const token of nameTokensOf(name, limit, 'both')) if (distinct.size < limit) distinct.set(token.text, token);
  }
  return [...distinct.values()];
}
