import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../description';

const probability = z.number().gt(0).lt(1);
const positive = z.number().positive().finite();
const log10Cap = z.number().positive().max(20);

const mixture = z
  .array(z.strictObject({ share: probability, scale: positive }))
  .min(1)
  .max(8);
/** How one dependent group of comparisons is added up: the best part whole, this share of the rest, and the cap. */
const group = z.strictObject({ rest: z.number().min(0).max(1), cap: log10Cap });

export const groupNames = ['person', 'body', 'event', 'object', 'marks', 'teeth', 'belongings', 'medical'] as const;
export type GroupName = (typeof groupNames)[number];

const numbers = z.strictObject({
  /** Base-10 logarithm; the least any comparison may add, since one clerical error can explain any disagreement. */
  floorLog10: z.number().max(-1).min(-10),
  groups: z.record(z.enum(groupNames), group),
  sex: z.strictObject({
    ante: probability,
    dna: probability,
    external: probability,
    internal: probability,
    skeletal: probability,
    juvenileSkeletal: probability,
    unstated: probability,
  }),
  age: z.strictObject({
    grossError: probability,
    birthDaySdYears: positive,
    birthYearSdYears: positive,
    statedSdYears: positive,
    heapedSdYears: positive,
    pointSdShare: positive,
    pointSdYears: positive,
  }),
  stature: z.strictObject({
    grossError: probability,
    reportedSdCm: positive,
    childSdCm: positive,
    measuredSdCm: positive,
    boneSdCm: positive,
    male: z.strictObject({ meanCm: positive, sdCm: positive }),
    female: z.strictObject({ meanCm: positive, sdCm: positive }),
    any: z.strictObject({ meanCm: positive, sdCm: positive }),
    childSpreadCm: positive,
  }),
  build: z.strictObject({ ante: probability, fresh: probability, changed: probability, weightSdShare: positive }),
  hair: z.strictObject({ ante: probability, fresh: probability, changed: probability, dry: probability }),
  eyes: z.strictObject({ ante: probability, fresh: probability, changed: probability }),
  blood: z.strictObject({ ante: probability, post: probability }),
  time: z.strictObject({
    grossError: probability,
    gapDays: mixture,
    uniformShare: probability,
    uniformDays: positive,
    toleranceDays: positive,
  }),
  place: z.strictObject({
    grossError: probability,
    distanceKm: mixture,
    routeGrossError: probability,
    routeSmoothingKm: positive,
  }),
  incident: z.strictObject({ same: probability, differs: probability }),
  names: z.strictObject({
    /** Share of names found with remains that are the person's own, and that are of kin or companions. */
    belongsOwn: probability,
    belongsKin: probability,
    /** Chance that a token of the person's name agrees at this level, best first. */
    exact: probability,
    skeleton: probability,
    near: probability,
    similar: probability,
    absent: probability,
    /** Chance that two unlike names reach the levels near and similar. */
    nearByChance: probability,
    similarByChance: probability,
    /** Share of reports that hold a name nobody has counted yet. */
    typicalShare: probability,
    rarest: probability,
    parentWeight: probability,
  }),
  phones: z.strictObject({
    same: probability,
    slip: probability,
    chance: probability,
    slipChance: probability,
    absent: probability,
  }),
  documents: z.strictObject({
    belongs: probability,
    same: probability,
    slip: probability,
    chance: probability,
    slipChance: probability,
  }),
  marks: z.strictObject({
    told: probability,
    sameSide: probability,
    sideUnknown: probability,
    oppositeSide: probability,
    region: probability,
    typeOnly: probability,
    detectedFresh: probability,
    detectedChanged: probability,
    detectedDry: probability,
    detectedBurned: probability,
    detectedInBone: probability,
    siteShare: probability,
    wordSame: probability,
    wordChance: probability,
    wordsDiffer: probability,
    counted: z.number().int().min(1).max(20),
    beyond: z.number().min(0).max(1),
  }),
  teeth: z.strictObject({ slip: probability, same: probability, concordance: positive, mirrored: probability }),
  belongings: z.strictObject({
    seen: probability,
    colourSame: probability,
    wordSame: probability,
    wordChance: probability,
    rarest: probability,
  }),
  origin: z.strictObject({
    /** Where people come from goes with where they travel: the share of the logarithm that counts beside the place. */
    besidePlace: probability,
    same: probability,
    neighbour: probability,
    language: probability,
    transit: probability,
  }),
  medical: z.strictObject({ noted: probability, rarest: probability }),
});

/**
 * Every number that matching rests on, as one value that is stored with each result. `sources` says where each comes from: a key
 * is the path of a number or of the section that holds it, and no number may be without one.
 */
export const matchingSettings = z
  .strictObject({ version: z.string().min(1).max(60), numbers, sources: z.record(z.string(), z.string().min(3)) })
  .superRefine((settings, context) => {
    for (const path of numberPaths(settings.numbers)) {
      if (sourceOf(settings.sources, path) === null)
        context.addIssue({ code: 'custom', path: ['sources'], message: `matching.source-missing ${path}` });
    }
  });
export type MatchingSettings = z.infer<typeof matchingSettings>;
export type MatchingNumbers = MatchingSettings['numbers'];

function numberPaths(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numberPaths(inner, path === '' ? key : `${path}.${key}`));
}

function sourceOf(sources: Readonly<Record<string, string>>, path: string): string | null {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const source = sources[at];
    if (source !== undefined) return source;
  }
  return null;
}

/** Where the numbers of this section, or this one number, come from. */
export const settingsSource = (settings: MatchingSettings, path: string): string =>
  sourceOf(settings.sources, path) ?? 'unstated';

/** Names settings by their content: SHA-256 in hexadecimal. Two desks with the same numbers have the same id. */
export const settingsId = (settings: MatchingSettings): string =>
  createHash('sha256')
    .update(canonicalJson(matchingSettings.parse(settings)))
    .digest('hex');

const judged = 'starting value, judged from forensic practice; to be refitted from signed identifications';

export const defaultSettings: MatchingSettings = {
  version: '2026-11-3',
  numbers: {
    floorLog10: -3,
    groups: {
      person: { rest: 1, cap: 6 },
      body: { rest: 0.8, cap: 3 },
      event: { rest: 1, cap: 5 },
      object: { rest: 0.3, cap: 6 },
      marks: { rest: 1, cap: 6 },
      teeth: { rest: 1, cap: 5 },
      belongings: { rest: 1, cap: 1.5 },
      medical: { rest: 0.7, cap: 3 },
    },
    sex: {
      ante: 0.004,
      dna: 0.001,
      external: 0.006,
      internal: 0.01,
      skeletal: 0.08,
      juvenileSkeletal: 0.35,
      unstated: 0.03,
    },
    age: {
      grossError: 0.03,
      birthDaySdYears: 0.5,
      birthYearSdYears: 0.9,
      statedSdYears: 1.6,
      heapedSdYears: 2.4,
      pointSdShare: 0.12,
      pointSdYears: 2,
    },
    stature: {
      grossError: 0.02,
      reportedSdCm: 5,
      childSdCm: 9,
      measuredSdCm: 2.5,
      boneSdCm: 4,
      male: { meanCm: 171, sdCm: 7 },
      female: { meanCm: 159, sdCm: 6.5 },
      any: { meanCm: 168, sdCm: 8.6 },
      childSpreadCm: 22,
    },
    build: { ante: 0.3, fresh: 0.2, changed: 0.45, weightSdShare: 0.14 },
    hair: { ante: 0.1, fresh: 0.08, changed: 0.2, dry: 0.35 },
    eyes: { ante: 0.08, fresh: 0.1, changed: 0.4 },
    blood: { ante: 0.12, post: 0.03 },
    time: {
      grossError: 0.03,
      gapDays: [
        { share: 0.3, scale: 4 },
        { share: 0.4, scale: 18 },
        { share: 0.22, scale: 120 },
      ],
      uniformShare: 0.08,
      uniformDays: 1825,
      toleranceDays: 400,
    },
    place: {
      grossError: 0.03,
      distanceKm: [
        { share: 0.35, scale: 40 },
        { share: 0.4, scale: 160 },
        { share: 0.25, scale: 600 },
      ],
      routeGrossError: 0.04,
      routeSmoothingKm: 130,
    },
    incident: { same: 0.85, differs: 0.08 },
    names: {
      belongsOwn: 0.78,
      belongsKin: 0.1,
      exact: 0.5,
      skeleton: 0.3,
      near: 0.09,
      similar: 0.05,
      absent: 0.06,
      nearByChance: 0.004,
      similarByChance: 0.02,
      typicalShare: 0.002,
      rarest: 0.0002,
      parentWeight: 0.7,
    },
    phones: { same: 0.5, slip: 0.03, chance: 0.000001, slipChance: 0.0001, absent: 0.75 },
    documents: { belongs: 0.85, same: 0.7, slip: 0.08, chance: 0.000001, slipChance: 0.0001 },
    marks: {
      told: 0.5,
      sameSide: 0.55,
      sideUnknown: 0.2,
      oppositeSide: 0.05,
      region: 0.14,
      typeOnly: 0.05,
      detectedFresh: 0.8,
      detectedChanged: 0.5,
      detectedDry: 0.35,
      detectedBurned: 0.15,
      detectedInBone: 0.9,
      siteShare: 0.35,
      wordSame: 0.6,
      wordChance: 0.04,
      wordsDiffer: 0.4,
      counted: 4,
      beyond: 0.5,
    },
    teeth: { slip: 0.015, same: 0.9, concordance: 0.8, mirrored: 0.03 },
    belongings: { seen: 0.25, colourSame: 0.75, wordSame: 0.3, wordChance: 0.02, rarest: 0.003 },
    origin: { besidePlace: 0.5, same: 0.62, neighbour: 0.1, language: 0.6, transit: 0.03 },
    medical: { noted: 0.4, rarest: 0.002 },
  },
  sources: {
    floorLog10: 'one clerical error in 10^2 to 10^3 may explain any disagreement',
    groups: `dependent evidence: the best part whole and a share of the rest, capped; ${judged}`,
    sex: `method error: DNA dropout, soft tissue, pelvis and skull morphology, juvenile skeleton; ${judged}`,
    age: `remembered ages heap on 0 and 5; forensic ranges read as the middle 90 %; ${judged}`,
    stature: `remembered height SD 5 cm; long-bone regression standard error 3.3 to 4.5 cm; ${judged}`,
    build: judged,
    hair: `confusion of neighbouring colours, darker or bleached after death; ${judged}`,
    eyes: `opacity of the cornea after death; ${judged}`,
    blood: `remembered groups are often wrong, typing of decomposed tissue sometimes; ${judged}`,
    time: `days from the last call to death: mixture of short crossings, waits and long silences; ${judged}`,
    'time.toleranceDays':
      'a year written wrongly is the commonest slip in a date: within it nothing is excluded, only weighed',
    place: `distance from the last contact to the place of recovery: mixture of exponentials in the plane; ${judged}`,
    incident: judged,
    names: `levels of spelling across scripts; ${judged}`,
    phones: judged,
    documents: `share of papers found with remains that are the person's own; ${judged}`,
    marks: `chance that a mark is remembered, and seen in a body of this condition; ${judged}`,
    teeth: `charting slips 1 to 2 % a tooth, mirrored charts 3 %; ${judged}`,
    belongings: `clothing is changed, shared and given away on the way; ${judged}`,
    origin: `SIM cards and currency are often those of a country of transit; ${judged}`,
    medical: judged,
  },
};
