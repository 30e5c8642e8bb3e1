import { notExaminable } from '../../../forensic-remains/core/observability';
import {
  completenesses,
  conditions,
  fingerprintStates,
  recoveredFrom,
  sexBases,
  type PostMortem,
} from '../../../forensic-remains/core/post-mortem';
import { choice, country, date, daysSinceDeath, list, pair, splitAtSemicolons, text, yesOrNo } from '../cells';
import { read, refuse, type CellReader } from '../cells';
import type { TableColumns, TableRow } from '../table';
import { descriptionColumns, descriptionOf } from './description';
import { placeOf } from './place';
import { recorded, RowReading, type DraftEvent } from './row-reading';

export const remainsColumns: TableColumns = {
  known: [
    ...['reference', 'recovered_on', 'recovery_place', 'recovery_latitude', 'recovery_longitude'],
    ...['recovery_accuracy_km', 'recovery_country', 'recovered_from', 'completeness', 'condition', 'days_since_death'],
    ...['sex_basis', 'age_basis', 'names_found', 'origin_hints', 'incident', 'cause_of_death', 'manner_of_death'],
    ...['location', 'grave', 'samples', 'fingerprints', 'pregnancy', 'associated_with'],
    ...descriptionColumns,
  ],
  required: ['reference'],
};

/** A grave: each part as the cemetery writes it. */
export interface GraveDraft {
  readonly cemetery?: string;
  readonly plot?: string;
  readonly row?: string;
  readonly number?: string;
}

export interface SampleDraft {
  readonly kind: string;
  readonly label: string;
}

export interface RemainsDraft {
  /** The body number, unique within the team. */
  readonly reference: string;
  readonly postMortem: PostMortem;
  /** Where the remains are today: mortuary and place. */
  readonly location?: string;
  readonly grave?: GraveDraft;
  readonly samples: SampleDraft[];
}

const kindAndLabel = pair('kind:label', 60, 100);
const sample: CellReader<SampleDraft> = (cell) => {
  const reading = kindAndLabel(cell);
  return reading.faults ? reading : read({ kind: reading.value[0], label: reading.value[1] });
};

/** `cemetery; plot; row; number`: by place, so that an empty part keeps its place. */
const grave: CellReader<GraveDraft> = (cell) => {
  const parts = splitAtSemicolons(cell).map((part) => part.trim());
  if (parts.length > 4) return refuse('exchange.pair-not-understood', { form: 'cemetery; plot; row; number' });
  if (parts.some((part) => part.length > 200)) return refuse('exchange.text-too-long', { maximum: 200 });
  const [cemetery, plot, row, number] = parts.map((part) => part || undefined);
  return read(recorded({ cemetery, plot, row, number }));
};

/** Reads the record of one forensic team about one person's remains, or part of them. */
export function readRemains(tableRow: TableRow, today?: string): DraftEvent<RemainsDraft>[] {
  const row = new RowReading(tableRow);
  const reference = row.required('reference', text(100));
  const found: PostMortem = recorded({
    recoveredOn: row.optional('recovered_on', date(today)),
    recoveryPlace: placeOf(row, 'recovery'),
    recoveredFrom: row.optional('recovered_from', choice(recoveredFrom)),
    completeness: row.optional('completeness', choice(completenesses)),
    condition: distinct(row.optional('condition', list(choice(conditions), 12))),
    daysSinceDeath: row.optional('days_since_death', daysSinceDeath),
    sexBasis: row.optional('sex_basis', choice(sexBases)),
    ageBasis: row.optional('age_basis', text(200)),
    ...descriptionOf(row),
    namesFound: row.optional('names_found', list(text(1000), 50)),
    originHints: row.optional('origin_hints', list(country, 20)),
    incidentReference: row.optional('incident', text(100)),
    causeOfDeath: row.optional('cause_of_death', text(1000)),
    mannerOfDeath: row.optional('manner_of_death', text(200)),
    fingerprints: row.optional('fingerprints', choice(fingerprintStates)),
    pregnancy: row.optional('pregnancy', yesOrNo),
    associatedWith: row.optional('associated_with', list(text(1000), 50)),
  });
  const rest = {
    location: row.optional('location', text(1000)),
    grave: row.optional('grave', grave),
    samples: row.optional('samples', list(sample, 100)) ?? [],
  };
  if (reference === undefined) return row.result<RemainsDraft>(undefined);
  const answers = Object.fromEntries(notExaminable(found).map((field) => [field, 'not_examinable' as const]));
  const postMortem = Object.keys(answers).length > 0 ? { ...found, answers } : found;
  return row.result(recorded({ reference, postMortem, ...rest }));
}

const distinct = <T>(values: T[] | undefined): T[] | undefined => values && [...new Set(values)];
