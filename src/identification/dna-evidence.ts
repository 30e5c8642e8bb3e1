import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { dnaConcluded, KinshipResults } from '../kinship';
import { PairsProposed, ProposalsService, type RunOutcome } from '../matching';
import {
  type Actor,
  Database,
  type EventListener,
  type Heard,
  Hears,
  NotFoundError,
  systemActor,
  type Tx,
} from '../platform';
import { posteriorWithDna } from './core/with-dna';
import type { DnaEvidenceView } from './identification.dto';
import { IdentificationReaders } from './identification-readers';

export const DNA_CONCLUSIONS_QUEUE = 'dna-conclusions';

/** Where DNA meets the other evidence: for those who reconcile and decide, and nobody else. */
@Injectable()
export class DnaEvidence {
  constructor(
    private readonly database: Database,
    private readonly readers: IdentificationReaders,
    private readonly proposals: ProposalsService,
    private readonly kinship: KinshipResults,
  ) {}

  async get(actor: Actor, id: string): Promise<DnaEvidenceView> {
    return this.database.act(actor, async (tx) => {
      const { row, asker } = await this.readers.open(tx, actor, id);
      if (!asker.relations.some((one) => one === 'signatory' || one === 'third' || one === 'board'))
        throw new NotFoundError();
      const signed = await this.kinship.concludedOf(tx, { reportId: row.caseId, remainsId: row.remainsId });
      const weight = await this.proposals.weightOf(tx, row.proposalId);
      await audit(tx, actor, 'identification.dna-read', { subject: id, purpose: 'identification' });
      const log10LR = signed?.log10LR ?? null;
      return {
        withoutDna: weight && { log10LR: weight.log10Lr, posterior: weight.posterior, persons: weight.prior.persons },
        dna: signed && {
          ...{ resultId: signed.resultId, band: signed.band, log10LR, isClaimUnsupported: signed.isClaimUnsupported },
          ...{ populations: signed.populations, concludedAt: signed.concludedAt },
          isSealedForReview: signed.isSealedForReview,
        },
        // What was taken back is reviewed, and proves nothing any more.
        posterior:
          weight && signed && !signed.isSealedForReview
            ? posteriorWithDna({ posterior: weight.posterior, log10LR })
            : null,
      };
    });
  }
}

/** A pair that DNA supports is looked at by people, whatever the rest of the evidence said of it. */
@Hears(DNA_CONCLUSIONS_QUEUE, dnaConcluded)
@Injectable()
export class ProposeByDna implements EventListener<'resultId', RunOutcome | null> {
  constructor(
    private readonly database: Database,
    private readonly kinship: KinshipResults,
    private readonly pairs: PairsProposed,
  ) {}

  async prepare(heard: readonly Heard<'resultId'>[]): Promise<RunOutcome | null> {
    const found = await this.database.read(systemActor('identification'), async (tx) => {
      const pairs = [];
      for (const { ids } of heard) {
        const pair = await this.kinship.pairOf(tx, ids.resultId);
        if (pair && (pair.band === 'supports' || pair.band === 'supports_strongly')) pairs.push(pair);
      }
      return pairs;
    });
    return found.length === 0 ? null : this.pairs.weigh(found);
  }

  async handle(tx: Tx, _heard: readonly Heard<'resultId'>[], outcome: RunOutcome | null): Promise<void> {
    if (outcome) await this.pairs.store(tx, outcome);
  }
}
