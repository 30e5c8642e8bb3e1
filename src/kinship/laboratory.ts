import { Injectable } from '@nestjs/common';
import { UsersService } from '../access';
import { FamiliesService } from '../families';
import { RemainsRecords } from '../forensic-remains';
import { type Actor, NotFoundError, type Tx } from '../platform';
import { notQualified } from './kinship.errors';

/** A record that DNA is taken for, and whose it is. */
export interface Subject {
  readonly remainsId: string | null;
  readonly reportId: string | null;
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly country: string;
  readonly reference: string;
}

/** Who may handle samples, and who may see alleles. */
@Injectable()
export class Laboratory {
  constructor(
    private readonly users: UsersService,
    private readonly families: FamiliesService,
    private readonly remains: RemainsRecords,
  ) {}

  /** Alleles and ratios are for people with a live qualification for DNA. Theirs are the records of their own organisation. */
  async qualified(tx: Tx, actor: Actor): Promise<void> {
    if (actor.isSystem) return;
    if (actor.userId === null || actor.country === null) throw notQualified();
    const [person] = await this.users.specialists(tx, { country: actor.country, id: actor.userId });
    if (!person?.methods.includes('dna')) throw notQualified();
  }

  /** The record, if it is the actor's own to write to; otherwise it does not exist. */
  async ownSubject(
    tx: Tx,
    actor: Actor,
    { remainsId, reportId }: { readonly remainsId?: string | null; readonly reportId?: string | null },
  ): Promise<Subject> {
    const found = remainsId
      ? await this.remains.summary(tx, remainsId)
      : reportId
        ? await this.families.reportSummary(tx, reportId)
        : null;
    const agency = remainsId ? 'forensic' : 'family';
    const isOwn = actor.isSystem || (found?.organisationId === actor.organisationId && actor.agency === agency);
    if (!found || !isOwn) throw new NotFoundError();
    const { organisationId, contactPointId, country, reference } = found;
    return {
      remainsId: remainsId ?? null,
      reportId: reportId ?? null,
      organisationId,
      contactPointId,
      country,
      reference,
    };
  }
}
