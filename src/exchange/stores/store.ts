import type { ContactPointView } from '../../contact-points';
import type { Actor, Tx } from '../../platform';
import type { Reject, RejectCode } from '../core';

/** A draft and the line on which its row, or the first of its rows, begins. */
export interface Placed<Draft> {
  readonly draft: Draft;
  readonly line: number;
}

/** What became of one draft. */
export type Written = { readonly outcome: 'created' | 'updated' | 'unchanged' } | { readonly reject: Reject };

/** How the drafts of one kind of file become records, in the caller's transaction: one answer for each, in order. */
export interface DraftStore<Draft> {
  write(
    tx: Tx,
    actor: Actor,
    desk: ContactPointView | null,
    drafts: readonly Placed<Draft>[],
    how: { readonly bulk: boolean },
  ): Promise<Written[]>;
  /** How many rows of the file the draft was read from. */
  rowsOf(draft: Draft): number;
}

const known: Readonly<Record<string, RejectCode>> = {
  'families.report-withdrawn': 'exchange.report-withdrawn',
  'forensic-remains.label-taken': 'exchange.label-taken',
};

/** A module's refusal as a row of the reject list; its path in the record as the column of the file. */
export function rejectOf(line: number, code: string, path: string): Reject {
  const field = path.split('.').findLast((part) => part !== '' && !/^\d+$/.test(part));
  const column = field?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) ?? null;
  const ours = known[code];
  return ours ? { line, column, code: ours } : { line, column, code: 'exchange.not-stored', params: { rule: code } };
}
