import { type DnaConsent, sexes, type Sex } from '../../../description';
import { choice, dnaConsent, text, yesOrNo } from '../cells';
import type { TableColumns, TableRow } from '../table';
import { RowReading, type DraftEvent } from './row-reading';

export const relativesColumns: TableColumns = {
  known: [
    ...['report_reference', 'person', 'father', 'mother', 'sex', 'is_missing_person', 'relationship', 'sample'],
    'consent_dna',
  ],
  required: ['report_reference', 'person'],
};

export interface RelativeDraft {
  /** Names the person within the report. */
  readonly person: string;
  /** Both parents or neither: where a file names one, an unnamed person stands for the other. */
  readonly father: string | null;
  readonly mother: string | null;
  /** Parents have the sex of their place; null is not recorded. */
  readonly sex: Sex | null;
  readonly isMissingPerson: boolean;
  /** Added by the importer: a founder about whom nothing is known. */
  readonly isUnnamed: boolean;
  /** For people, not for computing. */
  readonly relationship: string | null;
  /** Label of a reference sample. */
  readonly sample: string | null;
  readonly consentDna: DnaConsent;
}

/** The pedigree of one report, whole: no loop, every parent in it, one missing person. */
export interface PedigreeDraft {
  readonly reportReference: string;
  readonly persons: RelativeDraft[];
}

/** More than any family that was ever drawn for an identification. */
const maximumPersons = 1000;

interface Read {
  readonly row: RowReading;
  readonly person: RelativeDraft;
}

/** Gathers the rows of each report, which may lie anywhere in the file. A pedigree with one bad row would lie, so it is refused whole. */
export class PedigreeGathering {
  private readonly reports = new Map<string, Read[]>();
  private readonly refused = new Map<string, RowReading[]>();
  private readonly unplaced: RowReading[] = [];

  add(tableRow: TableRow): void {
    const row = new RowReading(tableRow);
    const reportReference = row.required('report_reference', text(100));
    const person = row.required('person', text(200));
    const read = {
      father: row.optional('father', text(200)) ?? null,
      mother: row.optional('mother', text(200)) ?? null,
      sex: row.optional('sex', choice(sexes)) ?? null,
      isMissingPerson: row.optional('is_missing_person', yesOrNo) ?? false,
      isUnnamed: false,
      relationship: row.optional('relationship', text(200)) ?? null,
      sample: row.optional('sample', text(100)) ?? null,
      consentDna: row.optional('consent_dna', dnaConsent) ?? 'not_asked',
    };
    const count = (this.reports.get(reportReference ?? '')?.length ?? 0) + 1;
    if (count > maximumPersons) row.refuse('person', 'exchange.list-too-long', { maximum: maximumPersons });
    if (reportReference === undefined) this.unplaced.push(row);
    else if (person === undefined || row.rejects.length > 0) entry(this.refused, reportReference).push(row);
    else entry(this.reports, reportReference).push({ row, person: { person, ...read } });
  }

  /** The pedigrees in the order in which the file began them, and every fault. */
  end(): DraftEvent<PedigreeDraft>[] {
    const events: DraftEvent<PedigreeDraft>[] = this.unplaced.flatMap((row) => row.result<PedigreeDraft>(undefined));
    for (const reference of new Set([...this.reports.keys(), ...this.refused.keys()])) {
      const read = this.reports.get(reference) ?? [];
      const refused = this.refused.get(reference) ?? [];
      if (refused.length === 0) checkPedigree(read);
      const rows = [...refused, ...read.map(({ row }) => row)];
      if (rows.every((row) => row.rejects.length === 0)) {
        const persons = withUnnamedParents(read.map(({ person }) => person));
        events.push({ draft: { reportReference: reference, persons }, line: read[0]?.row.line ?? 1 });
        continue;
      }
      for (const row of rows) if (row.rejects.length === 0) row.refuse('report_reference', 'exchange.pedigree-refused');
      events.push(...rows.flatMap((row) => row.result<PedigreeDraft>(undefined)));
    }
    return events;
  }
}

function entry<T>(map: Map<string, T[]>, key: string): T[] {
  const found = map.get(key) ?? [];
  map.set(key, found);
  return found;
}

function checkPedigree(read: readonly Read[]): void {
  const byName = new Map<string, Read>();
  let missing: Read | undefined;
  for (const one of read) {
    const first = byName.get(one.person.person);
    if (first) one.row.refuse('person', 'exchange.person-twice', { line: first.row.line });
    else byName.set(one.person.person, one);
    if (!one.person.isMissingPerson) continue;
    if (missing) one.row.refuse('is_missing_person', 'exchange.missing-person-several', { line: missing.row.line });
    missing ??= one;
  }
  if (!missing) read[0]?.row.refuse('is_missing_person', 'exchange.missing-person-none');
  const places = new Map<string, 'father' | 'mother'>();
  for (const { person, row } of read) {
    if (person.father !== null && person.father === person.mother) row.refuse('mother', 'exchange.parents-same');
    for (const place of ['father', 'mother'] as const) {
      const name = person[place];
      if (name === null) continue;
      const parent = byName.get(name);
      const wrongSex = place === 'father' ? 'female' : 'male';
      if (!parent) row.refuse(place, 'exchange.parent-unknown');
      else if (parent.person.sex === wrongSex || (places.get(name) ?? place) !== place)
        row.refuse(place, 'exchange.parent-sex');
      else places.set(name, place);
    }
  }
  for (const one of ownAncestors(byName)) one.row.refuse('person', 'exchange.pedigree-loop');
}

/** Persons from whom their parents, and theirs, lead back to themselves. Without recursion: a hostile pedigree may be deep. */
function ownAncestors(byName: ReadonlyMap<string, Read>): Read[] {
  const parentsOf = (name: string) => {
    const person = byName.get(name)?.person;
    return [person?.father, person?.mother].filter(
      (parent): parent is string => parent !== null && byName.has(parent ?? ''),
    );
  };
  // Whoever has no parent left is taken away, until only loops and their descendants are left; then the same from below.
  const left = new Set(byName.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const name of left) if (!parentsOf(name).some((parent) => left.has(parent))) left.delete(name);
  }
  for (let before = -1; before !== left.size;) {
    before = left.size;
    const parents = new Set([...left].flatMap(parentsOf));
    for (const name of left) if (!parents.has(name)) left.delete(name);
  }
  return [...left].flatMap((name) => byName.get(name) ?? []);
}

/** Each unnamed parent is a person of their own: that two brothers have the same unnamed mother is not for the importer to say. */
function withUnnamedParents(persons: readonly RelativeDraft[]): RelativeDraft[] {
  const taken = new Set(persons.map(({ person }) => person));
  const fathers = new Set(persons.map(({ father }) => father));
  const mothers = new Set(persons.map(({ mother }) => mother));
  const unnamed: RelativeDraft[] = [];
  const added = (place: 'father' | 'mother', of: string): string => {
    let person = `unnamed ${place} of ${of}`;
    while (taken.has(person)) person = `${person}*`;
    taken.add(person);
    const sex = place === 'father' ? 'male' : 'female';
    const nothing = {
      father: null,
      mother: null,
      isMissingPerson: false,
      relationship: null,
      sample: null,
      consentDna: 'not_asked' as const,
    };
    unnamed.push({ person, sex, isUnnamed: true, ...nothing });
    return person;
  };
  const complete = persons.map((one) => ({
    ...one,
    sex: fathers.has(one.person) ? ('male' as const) : mothers.has(one.person) ? ('female' as const) : one.sex,
    father: one.father ?? (one.mother === null ? null : added('father', one.person)),
    mother: one.mother ?? (one.father === null ? null : added('mother', one.person)),
  }));
  return [...complete, ...unnamed];
}
