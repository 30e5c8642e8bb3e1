import { choice, date, read, refuse, text, type CellReader } from '../cells';
import type { TableColumns, TableRow } from '../table';
import { alleleOf, lineages, markerNamed, type Lineage } from './dna-markers';
import { RowReading, type DraftEvent } from './row-reading';

const upTo = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}_${index + 1}`);
/** What GeneMapper and GENis export beside the alleles; nothing of it is stored. */
const measured = [
  ...['size', 'height', 'peak_area', 'data_point', 'mutation'].flatMap((name) => upTo(8, name)),
  ...['sample_file', 'run_name', 'dye', 'ud1', 'ud2', 'ud3'],
];

export const dnaProfilesColumns: TableColumns = {
  known: [
    ...['subject', 'marker', 'sample', 'laboratory', 'kit', 'analysed_on', 'lineage'],
    ...['sample_name', 'specimen_category'],
    ...upTo(8, 'allele'),
    ...measured,
  ],
  required: ['subject|sample_name', 'marker', 'allele_1'],
  aliases: { panel: 'kit', run_date: 'analysed_on' },
};

/** Whose DNA it is: remains, a relative, or the missing person's own (a toothbrush, a tissue kept). */
export type DnaSubject =
  | { readonly kind: 'remains'; readonly reference: string }
  | { readonly kind: 'relative'; readonly reportReference: string; readonly person: string }
  | { readonly kind: 'direct'; readonly reportReference: string };

export interface DnaMarkerDraft {
  readonly marker: string;
  /** One value is one allele known: whether the other is the same or was lost is not for the importer to say. */
  readonly alleles: readonly string[];
}

/** One analysis of one sample, one lineage. */
export interface DnaProfileDraft {
  readonly subject: DnaSubject;
  readonly lineage: Lineage;
  readonly sample: string | null;
  readonly laboratory: string | null;
  readonly kit: string | null;
  /** EDTF. */
  readonly analysedOn: string | null;
  readonly markers: DnaMarkerDraft[];
}

/** `remains:REF`, `relative:REPORT/PERSON`, `direct:REPORT`. References may hold slashes and colons, a person's name no slash. */
export const dnaSubject: CellReader<DnaSubject> = (cell) => {
  const parts = /^\s*(remains|relative|direct)\s*:\s*(\S.*)$/is.exec(cell);
  const reference = parts?.[2]?.trim() ?? '';
  const kind = parts?.[1]?.toLowerCase();
  if (reference === '' || reference.length > 300) return refuse('exchange.subject-not-understood');
  if (kind === 'remains') return read({ kind, reference });
  if (kind === 'direct') return read({ kind, reportReference: reference });
  const slash = reference.lastIndexOf('/');
  const reportReference = reference.slice(0, Math.max(slash, 0)).trim();
  const person = reference.slice(slash + 1).trim();
  if (slash < 0 || reportReference === '' || person === '') return refuse('exchange.subject-not-understood');
  return read({ kind: 'relative', reportReference, person });
};

interface Profile {
  readonly line: number;
  readonly draft: DnaProfileDraft;
  /** Line by marker. */
  readonly lines: Map<string, number>;
}

/** Gathers the markers of each analysis. A refused marker leaves a partial profile, which is an honest one; it stays in the list. */
export class ProfileGathering {
  private readonly profiles = new Map<string, Profile>();

  constructor(private readonly today?: string) {}

  /** The faults of the row. */
  add(tableRow: TableRow): DraftEvent<never>[] {
    const row = new RowReading(tableRow);
    const subject = row.required('subject', dnaSubject);
    const found = row.required('marker', marker);
    const lineage = row.optional('lineage', choice(lineages)) ?? found?.lineage;
    if (found && lineage !== found.lineage)
      row.refuse('lineage', 'exchange.marker-lineage', { expected: found.lineage });
    const allele = alleleReader(found);
    const first = row.required('allele_1', allele);
    const second = row.optional('allele_2', allele);
    for (const column of upTo(8, 'allele').slice(2))
      if (row.raw(column) !== undefined) row.refuse(column, 'exchange.alleles-too-many');
    const analysis = {
      sample: row.optional('sample', text(100)) ?? null,
      laboratory: row.optional('laboratory', text(200)) ?? null,
      kit: row.optional('kit', text(100)) ?? null,
      analysedOn: row.optional('analysed_on', date(this.today)) ?? null,
    };
    if (row.rejects.length > 0 || !subject || !found || !lineage || first === undefined)
      return row.result<never>(undefined);
    const alleles = second === undefined ? [first] : [first, second].sort(byRepeats);
    this.place(row, { subject, lineage, ...analysis }, { marker: found.marker, alleles });
    return row.result<never>(undefined);
  }

  private place(row: RowReading, analysis: Omit<DnaProfileDraft, 'markers'>, one: DnaMarkerDraft): void {
    const key = JSON.stringify(analysis);
    const begun: Profile = { line: row.line, draft: { ...analysis, markers: [] }, lines: new Map() };
    const profile = this.profiles.get(key) ?? begun;
    this.profiles.set(key, profile);
    const before = profile.draft.markers.find(({ marker: name }) => name === one.marker);
    // Mitochondrial differences are many on one region; of other markers an analysis has one reading.
    if (analysis.lineage === 'mitochondrial' && before) {
      const together = [...new Set([...before.alleles, ...one.alleles])];
      profile.draft.markers.splice(profile.draft.markers.indexOf(before), 1, { ...before, alleles: together });
    } else if (!before) {
      profile.draft.markers.push(one);
      profile.lines.set(one.marker, row.line);
    } else if (before.alleles.join() !== one.alleles.join())
      row.refuse('marker', 'exchange.marker-contradicted', { line: profile.lines.get(one.marker) ?? profile.line });
  }

  end(): DraftEvent<DnaProfileDraft>[] {
    return [...this.profiles.values()].map(({ draft, line }) => ({ draft, line }));
  }
}

const marker: CellReader<{ marker: string; lineage: Lineage }> = (cell) => {
  const found = cell.length > 40 ? null : markerNamed(cell);
  return found === null ? refuse('exchange.marker-unknown') : read(found);
};

const alleleReader =
  (found: { marker: string; lineage: Lineage } | undefined): CellReader<string> =>
  (cell) => {
    if (!found) return read(cell);
    const allele = alleleOf(cell, found.marker, found.lineage);
    return allele === null ? refuse('exchange.allele-not-understood') : read(allele);
  };

const byRepeats = (a: string, b: string) => parseFloat(a) - parseFloat(b) || (a < b ? -1 : a > b ? 1 : 0);
