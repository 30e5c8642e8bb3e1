import {
  dnaProfilesColumns,
  familyReportColumns,
  incidentColumns,
  incidentReader,
  PedigreeGathering,
  ProfileGathering,
  readFamilyReport,
  readRemains,
  relativesColumns,
  remainsColumns,
  type DnaProfileDraft,
  type DraftEvent,
  type FamilyReportDraft,
  type IncidentDraft,
  type PedigreeDraft,
  type RemainsDraft,
} from './kinds';
import { readLaboratoryFile, type LaboratoryOptions } from './laboratory';
import type { Reject } from './reject';
import { readTable, type TableColumns, type TableRow } from './table';

/** What each kind of file is read into. */
export interface DraftsByKind {
  'family-reports': FamilyReportDraft;
  remains: RemainsDraft;
  relatives: PedigreeDraft;
  'dna-profiles': DnaProfileDraft;
  incidents: IncidentDraft;
}
export type ImportKind = keyof DraftsByKind;
export const importKinds: readonly ImportKind[] = [
  'family-reports',
  'remains',
  'relatives',
  'dna-profiles',
  'incidents',
];

export interface ReadOptions extends LaboratoryOptions {
  /** ISO day; where it is given, dates that lie after it are refused. */
  readonly today?: string;
  /** Hears the line of each row that has the shape of one, before it is read. */
  readonly onRow?: (line: number) => void;
}

/** `refused`: the file cannot be read on; nothing of it should be stored. */
export type ReadEvent<Draft> =
  | { readonly draft: Draft; readonly line: number; readonly reject?: undefined }
  | { readonly reject: Reject; readonly refused: boolean; readonly draft?: undefined };

interface Reader<Draft> {
  readonly columns: TableColumns;
  row(row: TableRow): DraftEvent<Draft>[];
  end(): DraftEvent<Draft>[];
}

const readers: { readonly [Kind in ImportKind]: (today?: string) => Reader<DraftsByKind[Kind]> } = {
  'family-reports': (today) => eachOnce(familyReportColumns, (row) => readFamilyReport(row, today)),
  remains: (today) => eachOnce(remainsColumns, (row) => readRemains(row, today)),
  relatives: () => {
    const gathering = new PedigreeGathering();
    return { columns: relativesColumns, row: (row) => (gathering.add(row), []), end: () => gathering.end() };
  },
  'dna-profiles': (today) => {
    const gathering = new ProfileGathering(today);
    return { columns: dnaProfilesColumns, row: (row) => gathering.add(row), end: () => gathering.end() };
  },
  incidents: () => ({ columns: incidentColumns, row: incidentReader(), end: () => [] }),
};

/** Reads the drafts of a file one after another, with the faults of its rows between them. Stores nothing. */
export async function* readDrafts<Kind extends ImportKind>(
  kind: Kind,
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent<DraftsByKind[Kind]>> {
  const reader: Reader<DraftsByKind[Kind]> = readers[kind](options.today);
  let isRefused = false;
  const events = (kind === 'dna-profiles' ? readLaboratoryFile : readTable)(bytes, reader.columns, options);
  for await (const event of events) {
    if (!event.row) {
      isRefused ||= event.refused;
      yield event;
    } else {
      options.onRow?.(event.row.line);
      for (const read of reader.row(event.row)) yield asReadEvent(read);
    }
  }
  if (!isRefused) for (const read of reader.end()) yield asReadEvent(read);
}

const asReadEvent = <Draft>(event: DraftEvent<Draft>): ReadEvent<Draft> =>
  event.reject ? { reject: event.reject, refused: false } : event;

/** One draft a row; a reference that the file has given already is refused with the line that gave it. */
function eachOnce<Draft extends { readonly reference: string }>(
  columns: TableColumns,
  read: (row: TableRow) => DraftEvent<Draft>[],
): Reader<Draft> {
  const lines = new Map<string, number>();
  return {
    columns,
    row: (row) =>
      read(row).map((event): DraftEvent<Draft> => {
        if (event.reject) return event;
        const first = lines.get(event.draft.reference);
        if (first === undefined) lines.set(event.draft.reference, event.line);
        return first === undefined
          ? event
          : {
              reject: {
                line: event.line,
                column: 'reference',
                code: 'exchange.reference-twice',
                params: { line: first },
              },
            };
      }),
    end: () => [],
  };
}
