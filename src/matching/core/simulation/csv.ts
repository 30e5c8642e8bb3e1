import type { Place } from '../../../description';
import type { SimulatedMarker, SimulatedRelative } from './dna';
import type { SimulatedRemains } from './examination';
import type { SimulatedReport } from './memory';

type Cell = string | number | undefined;
type Range = { readonly from: number | null; readonly to: number | null };

/** The worlds in the import formats: what `cairn import` and `cairn evaluate` read. */
export function familyReportsCsv(reports: readonly SimulatedReport[]): string {
  return table(
    reports.map(({ reference, registeredOn, enquirer, anteMortem: am }) => ({
      reference,
      registered_on: registeredOn,
      ...{ given_names: am.givenNames, family_names: am.familyNames, other_names: list(am.otherNames) },
      ...{ father_names: am.fatherNames, mother_names: am.motherNames, birth_date: am.birthDate },
      nationalities: list(am.nationalities),
      ...description(am),
      ...{ blood_group: am.bloodGroup, medical: list(am.medical), last_contact_on: am.lastContactOn },
      ...placed('last_contact', am.lastContactPlace),
      ...{ route: am.route, incident: am.incidentReference, travelled_with: list(am.travelledWith) },
      minor_unaccompanied: am.minorUnaccompanied === undefined ? undefined : am.minorUnaccompanied ? 'yes' : 'no',
      ...{ enquirer_name: enquirer.name, enquirer_relationship: enquirer.relationship },
      ...{ enquirer_phone: enquirer.phone, enquirer_language: enquirer.language },
      ...{ consents: 'search_here;match_abroad;contact', consent_by: enquirer.name, consent_on: registeredOn },
      ...{ consent_how: 'in_person', consent_text: '2026-1' },
    })),
  );
}

export function remainsCsv(remains: readonly SimulatedRemains[]): string {
  return table(
    remains.map(({ reference, country, postMortem: pm }) => ({
      reference,
      recovered_on: pm.recoveredOn,
      ...placed('recovery', pm.recoveryPlace),
      recovery_country: country,
      ...{ recovered_from: pm.recoveredFrom, completeness: pm.completeness, condition: list(pm.condition) },
      ...{ days_since_death: range(pm.daysSinceDeath), sex_basis: pm.sexBasis },
      ...description(pm),
      ...{ names_found: list(pm.namesFound), origin_hints: list(pm.originHints), incident: pm.incidentReference },
    })),
  );
}

export const truthCsv = (truth: readonly { readonly remains: string; readonly report: string }[]): string =>
  table(truth.map(({ remains, report }) => ({ remains, report })));

export const relativesCsv = (relatives: readonly SimulatedRelative[]): string =>
  table(
    relatives.map(({ report, person, father, mother, sex, isMissing, relationship, isSampled }) => ({
      ...{ report_reference: report, person, father, mother, sex, is_missing_person: isMissing ? 'yes' : 'no' },
      ...{ relationship, sample: isSampled ? `${report}-${person}` : undefined },
      consent_dna: isMissing ? undefined : isSampled ? 'yes' : 'no',
    })),
  );

export const profilesCsv = (markers: readonly SimulatedMarker[]): string =>
  table(
    markers.map(({ subject, marker, alleles: [one, two] }) => ({
      ...{ subject, marker, allele_1: one, allele_2: two, lineage: 'autosomal' },
    })),
  );

interface Description {
  readonly sex?: string;
  readonly ageYears?: Range;
  readonly heightCm?: Range;
  readonly weightKg?: Range;
  readonly build?: string;
  readonly hairColour?: string;
  readonly eyeColour?: string;
  readonly marks?: readonly { type: string; site: string; side?: string; words?: string }[];
  readonly teeth?: readonly { tooth: number; code: string }[];
  readonly clothing?: readonly string[];
  readonly belongings?: readonly string[];
  readonly documents?: readonly { kind: string; number: string }[];
  readonly phones?: readonly { written: string }[];
  readonly languages?: readonly string[];
}

/** The columns that both files share. */
const description = (record: Description): Record<string, Cell> => ({
  ...{
    sex: record.sex,
    age: range(record.ageYears),
    height_cm: range(record.heightCm),
    weight_kg: range(record.weightKg),
  },
  ...{ build: record.build, hair_colour: record.hairColour, eye_colour: record.eyeColour },
  marks: list(
    record.marks?.map(
      ({ type, site, side, words }) => `${type}@${site}${side ? `.${side}` : ''}${words ? `: ${words}` : ''}`,
    ),
  ),
  teeth: record.teeth?.map(({ tooth, code }) => `${tooth}=${code}`).join('; '),
  ...{ clothing: list(record.clothing), belongings: list(record.belongings), languages: list(record.languages) },
  documents: list(record.documents?.map(({ kind, number }) => `${kind}:${number}`)),
  phones: list(record.phones?.map(({ written }) => written)),
});

const placed = (prefix: string, place: Place | undefined): Record<string, Cell> => ({
  [`${prefix}_latitude`]: place?.latitude,
  [`${prefix}_longitude`]: place?.longitude,
  [`${prefix}_accuracy_km`]: place?.accuracyKm,
});

const list = (values: readonly string[] | undefined): Cell =>
  values?.map((value) => value.replace(/([\\;])/g, '\\$1')).join('; ');
const range = (value: Range | undefined): Cell =>
  value === undefined
    ? undefined
    : value.from === value.to
      ? (value.from ?? undefined)
      : `${value.from ?? ''}-${value.to ?? ''}`;

function table(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','));
  return [columns.join(','), ...lines].join('\r\n') + '\r\n';
}

const quoted = (value: Cell): string => {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};
