import { bloodGroups, earliestAndLatest } from '../../../description';
import type { AnteMortem } from '../../../families/core/ante-mortem';
import {
  consentPurpose,
  consentWays,
  choice,
  country,
  date,
  day,
  fingerprintsTakenBy,
  language,
  list,
  notSharedWith,
  personName,
  signedChoice,
  text,
  yesOrNo,
  type ConsentPurpose,
} from '../cells';
import type { TableColumns, TableRow } from '../table';
import { descriptionColumns, descriptionOf } from './description';
import { placeOf } from './place';
import { routeNamed } from './routes';
import { recorded, RowReading, type DraftEvent } from './row-reading';

export const familyReportColumns: TableColumns = {
  known: [
    ...['reference', 'registered_on', 'given_names', 'family_names', 'other_names', 'father_names', 'mother_names'],
    ...['birth_date', 'nationalities', 'origin_place', 'blood_group', 'medical', 'gender_as_lived'],
    ...['last_contact_on', 'last_contact_place', 'last_contact_latitude', 'last_contact_longitude'],
    ...['last_contact_accuracy_km', 'last_contact_country', 'route', 'intended_destination', 'incident'],
    ...['travelled_with', 'minor_unaccompanied', 'enquirer_name', 'enquirer_relationship', 'enquirer_phone'],
    ...['enquirer_language', 'consents', 'consent_by', 'consent_on', 'consent_how', 'consent_text'],
    ...['do_not_share_with', 'fingerprints_taken_by'],
    ...descriptionColumns,
  ],
  required: ['reference'],
};

/** Who asks, and how to reach them: never part of what is compared. */
export interface EnquirerDraft {
  readonly name?: string;
  readonly relationship?: string;
  readonly phone?: string;
  /** BCP-47. */
  readonly language?: string;
}

/** What the family allows. Without who, when, how and what was shown, only the search at this desk takes effect. */
export interface ConsentsDraft {
  /** In effect once the report is stored. */
  readonly purposes: ConsentPurpose[];
  /** Named in the file without the four proofs: kept until a desk confirms them. */
  readonly claimed: ConsentPurpose[];
  readonly by?: string;
  /** ISO day. */
  readonly on?: string;
  readonly how?: (typeof consentWays)[number];
  /** Version of the text shown. */
  readonly text?: string;
}

export interface FamilyReportDraft {
  readonly reference: string;
  /** EDTF. */
  readonly registeredOn?: string;
  readonly anteMortem: AnteMortem;
  readonly enquirer: EnquirerDraft;
  readonly consents: ConsentsDraft;
  /** Countries (alpha-3), `state_of_nationality`, `all`. */
  readonly doNotShareWith: string[];
}

/** Reads one family's report. `today` (ISO day), where it is given, refuses dates that lie ahead. */
export function readFamilyReport(tableRow: TableRow, today?: string): DraftEvent<FamilyReportDraft>[] {
  const row = new RowReading(tableRow);
  const reference = row.required('reference', text(100));
  const registeredOn = row.optional('registered_on', date(today));
  const birthDate = row.optional('birth_date', date(today));
  const lastContactOn = row.optional('last_contact_on', date(today));
  if (isBefore(lastContactOn, birthDate)) row.refuse('birth_date', 'exchange.born-after-contact');
  const anteMortem: AnteMortem = recorded({
    givenNames: row.optional('given_names', personName(500)),
    familyNames: row.optional('family_names', personName(500)),
    otherNames: row.optional('other_names', list(personName(1000), 50)),
    fatherNames: row.optional('father_names', personName(500)),
    motherNames: row.optional('mother_names', personName(500)),
    genderAsLived: row.optional('gender_as_lived', text(100)),
    birthDate,
    nationalities: row.optional('nationalities', list(country, 10)),
    originPlace: row.optional('origin_place', text(1000)),
    ...descriptionOf(row),
    bloodGroup: row.optional('blood_group', signedChoice(bloodGroups)),
    medical: row.optional('medical', list(text(1000), 100)),
    lastContactOn,
    lastContactPlace: placeOf(row, 'last_contact'),
    route: row.optional('route', routeNamed),
    intendedDestination: row.optional('intended_destination', country),
    incidentReference: row.optional('incident', text(100)),
    travelledWith: row.optional('travelled_with', list(personName(1000), 100)),
    minorUnaccompanied: row.optional('minor_unaccompanied', yesOrNo),
    fingerprintsTakenBy: row.optional('fingerprints_taken_by', list(fingerprintsTakenBy, 20)),
  });
  const enquirer = recorded({
    name: row.optional('enquirer_name', personName(500)),
    relationship: row.optional('enquirer_relationship', text(200)),
    phone: row.optional('enquirer_phone', text(60)),
    language: row.optional('enquirer_language', language),
  });
  const consents = consentsOf(row, today);
  const doNotShareWith = row.optional('do_not_share_with', list(notSharedWith, 300)) ?? [];
  if (reference === undefined) return row.result<FamilyReportDraft>(undefined);
  return row.result(recorded({ reference, registeredOn, anteMortem, enquirer, consents, doNotShareWith }));
}

function consentsOf(row: RowReading, today?: string): ConsentsDraft {
  const named = [...new Set(row.optional('consents', list(consentPurpose, 300)) ?? (['search_here'] as const))];
  const proof = {
    by: row.optional('consent_by', text(500)),
    on: row.optional('consent_on', day(today)),
    how: row.optional('consent_how', choice(consentWays)),
    text: row.optional('consent_text', text(200)),
  };
  const isProven = Object.values(proof).every((part) => part !== undefined);
  return recorded({
    purposes: isProven ? named : named.filter((purpose) => purpose === 'search_here'),
    claimed: isProven ? [] : named.filter((purpose) => purpose !== 'search_here'),
    ...proof,
  });
}

/** Whether all of one date lies before all of the other. */
function isBefore(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  const latest = earliestAndLatest(first)?.latest ?? null;
  const earliest = earliestAndLatest(second)?.earliest ?? null;
  return latest !== null && earliest !== null && latest < earliest;
}
