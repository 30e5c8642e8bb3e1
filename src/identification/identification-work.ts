import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type Tx } from '../platform';
import { type Act, after, type Board, isInWork } from './core/board';
import { type Asker, may, type NextAct } from './core/next';
import { visibleSignatures } from './core/signatures';
import type { IdentificationView } from './identification.dto';
import { ConsentNotLiveError, IdentificationRefusedError } from './identification.errors';
import { IdentificationReaders } from './identification-readers';
import { boardOf, type IdentificationRow, IdentificationTable, type Kept } from './identification-table';
import { IdentificationViews } from './identification-views';

/** Somebody who may know of the identification, and whose part in it is another. */
export class NotYourActError extends DomainError {
  readonly code = 'identification.not-your-act';
  readonly kind = 'forbidden';
  constructor() {
    super('This act belongs to another part in the identification');
  }
}

/** What every act on an identification begins and ends with. */
@Injectable()
export class IdentificationWork {
  constructor(
    private readonly table: IdentificationTable,
    private readonly readers: IdentificationReaders,
    private readonly views: IdentificationViews,
  ) {}

  /** Locks the identification, so that acts on it follow one another, and lets in only those whose act it is. */
  async begin(tx: Tx, actor: Actor, id: string, act: NextAct): Promise<{ kept: Kept; asker: Asker }> {
    const { row, asker } = await this.readers.open(tx, actor, id, 'FOR UPDATE');
    if (!may[act](asker)) throw new NotYourActError();
    // What was presumed may be taken back whatever the family allows by now.
    if (act !== 'reversal' && isInWork(row.state) && !(await this.readers.isConsentLive(tx, row, row.custodianCountry)))
      throw new ConsentNotLiveError();
    return { kept: await this.table.kept(tx, row), asker };
  }

  /** The identification after the act; the only judge of whether it may be done is the core. */
  step(kept: Kept, act: Act): Board {
    const next = after(boardOf(kept), act);
    if ('refusals' in next) throw new IdentificationRefusedError(next.refusals);
    return next.board;
  }

  viewOf(tx: Tx, kept: Kept, asker: Asker): Promise<IdentificationView> {
    return this.views.viewOf(tx, kept, asker);
  }

  async show(tx: Tx, actor: Actor, id: string): Promise<IdentificationView> {
    const { row, asker } = await this.readers.open(tx, actor, id);
    return this.views.viewOf(tx, await this.table.kept(tx, row), asker);
  }
}

export const shortOf = ({ state, version }: IdentificationRow) => ({ state, version });

/** As this person may see it: a refusal must tell no more of another's signature than the record does. */
export const visibleTo = (kept: Kept, { personId, relations }: Asker): Kept => ({
  ...kept,
  signatures: visibleSignatures(kept.signatures, {
    personId,
    signs: relations.includes('signatory') || relations.includes('third'),
  }),
});
