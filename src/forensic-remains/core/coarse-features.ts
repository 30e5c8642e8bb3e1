import { type BodyRegion, bodySites, type Mark, type MarkType, type Range, type Sex } from '../../description';
import { clothingTypesOf } from './clothing-types';
import { certainMonth } from './content';
import type { PostMortem } from './post-mortem';
import { mayHoldDna } from './status';

/** What people of another desk may see of remains at stage S1: enough to hope or to rule out, too little to invent a relative from. */
export interface CoarseFeatures {
  readonly sex: Sex | null;
  /** Years, widened to steps of 5. */
  readonly ageYears: Range | null;
  /** Centimetres, widened to steps of 5. */
  readonly heightCm: Range | null;
  readonly recovered: { readonly year: number | null; readonly month: number | null };
  readonly area: CoarseArea | null;
  /** Kind and region, without words, side or finer site. At least two are withheld, for closed questions later. */
  readonly marks: readonly { readonly type: MarkType; readonly region: BodyRegion }[];
  readonly marksWithheld: number;
  readonly clothing: readonly string[];
  readonly languages: readonly string[];
  /** Countries that a SIM card, currency or label points to. */
  readonly originHints: readonly string[];
  readonly available: { readonly dental: boolean; readonly dna: boolean; readonly fingerprints: boolean };
}

/** A cell of about 50 x 50 km, given by its middle; null degrees where only the country is known. */
export interface CoarseArea {
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly sizeKm: number;
}

const CELL_KM = 50;
const KM_PER_DEGREE = 111.2;
const HELD_BACK = 2;

export function coarseFeatures(
  pm: PostMortem,
  kept: { readonly sampleKinds: readonly string[]; readonly examinationsDone: readonly string[] },
): CoarseFeatures {
  const { shown, withheld } = heldBack(pm.marks ?? []);
  return {
    sex: pm.sex ?? null,
    ageYears: widened(pm.ageYears, 5),
    heightCm: widened(pm.heightCm, 5),
    recovered: certainMonth(pm.recoveredOn),
    area: coarseArea(pm.recoveryPlace),
    marks: shown.map(({ type, site }) => ({ type, region: bodySites[site] })),
    marksWithheld: withheld,
    clothing: clothingTypesOf(pm.clothing ?? []),
    languages: distinct((pm.languages ?? []).map((tag) => tag.split('-')[0]!.toLowerCase())),
    originHints: distinct(pm.originHints ?? []),
    available: {
      dental: (pm.teeth ?? []).some(({ code }) => code !== 'non') || kept.examinationsDone.includes('dental'),
      dna: kept.sampleKinds.some(mayHoldDna),
      fingerprints: pm.fingerprints === 'taken',
    },
  };
}

/** How telling a mark is, least first: what many carry may be shown, what marks one person out is kept for questions. */
const telling: Readonly<Record<MarkType, number>> = {
  circumcision: 0,
  mole: 1,
  skin_mark: 1,
  other: 2,
  piercing: 2,
  scar: 3,
  birthmark: 4,
  healed_fracture: 5,
  malformation: 6,
  amputation: 7,
  implant: 8,
  tattoo: 9,
};

/** Withholds the two most telling marks, hence all where there are no more; the order of entry changes nothing. */
function heldBack(marks: readonly Mark[]): { shown: readonly Mark[]; withheld: number } {
  const ordered = [...marks].sort(
    (a, b) =>
      telling[a.type] - telling[b.type] ||
      (a.words ?? '').length - (b.words ?? '').length ||
      (`${a.type}@${a.site}` < `${b.type}@${b.site}` ? -1 : 1),
  );
  const shown = ordered.slice(0, Math.max(0, ordered.length - HELD_BACK));
  return { shown, withheld: marks.length - shown.length };
}

function widened(range: Range | undefined, step: number): Range | null {
  if (range === undefined) return null;
  return {
    from: range.from === null ? null : Math.floor(range.from / step) * step,
    to: range.to === null ? null : Math.ceil(range.to / step) * step,
  };
}

/** The middle of the cell a point lies in. Cells of one band of latitude have one width in degrees, so that they do not overlap. */
export function coarseArea(place: PostMortem['recoveryPlace']): CoarseArea | null {
  if (place === undefined) return null;
  const { latitude, longitude, country } = place;
  if (latitude === undefined || longitude === undefined)
    return country === undefined ? null : { country, latitude: null, longitude: null, sizeKm: CELL_KM };
  const bandDegrees = CELL_KM / KM_PER_DEGREE;
  const middle = (Math.floor(latitude / bandDegrees) + 0.5) * bandDegrees;
  const widthDegrees = Math.min(360, bandDegrees / Math.max(0.01, Math.cos((middle * Math.PI) / 180)));
  const across = (Math.floor(longitude / widthDegrees) + 0.5) * widthDegrees;
  const rounded = (degrees: number) => Math.round(degrees * 100) / 100;
  return {
    country: country ?? null,
    latitude: rounded(Math.max(-90, Math.min(90, middle))),
    longitude: rounded(Math.max(-180, Math.min(180, across))),
    sizeKm: CELL_KM,
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
