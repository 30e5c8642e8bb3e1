import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UsersService } from '../access';
import { audit } from '../audit';
import { ProposalsService } from '../matching';
import { type Actor, Database, publish, type Tx } from '../platform';
import type { IdentificationView, ThirdReleaseDto, ThirdSpecialistDto } from './identification.dto';
import { ConsentNotLiveError, UnfitSpecialistError } from './identification.errors';
import { thirdSpecialistAsked, thirdSpecialistNamed } from './identification.events';
import { IdentificationReaders } from './identification-readers';
import { type IdentificationRow, IdentificationTable, type Kept } from './identification-table';
import { IdentificationWork } from './identification-work';

/**
 * The third specialist: called in by a signatory or the board, reached by the family's consent as the first two are, and
 * shown the files from the custodian's release on. Before it an identification does not exist for them.
 */
@Injectable()
export class ThirdSpecialistService {
  constructor(
    private readonly database: Database,
    private readonly work: IdentificationWork,
    private readonly table: IdentificationTable,
    private readonly readers: IdentificationReaders,
    private readonly users: UsersService,
    private readonly proposals: ProposalsService,
  ) {}

  /** Named by the custodian's side, the naming is the release. Named by the family's, the custodian is asked for it. */
  async name(actor: Actor, id: string, dto: ThirdSpecialistDto): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'third-specialist');
      const { row } = kept;
      const isNamedAlready = row.thirdSpecialistId === dto.userId;
      if (isNamedAlready && (row.isThirdReleased || !asker.isOfCustodian)) return this.work.viewOf(tx, kept, asker);
      if (!isNamedAlready) await this.putInPlace(tx, actor, kept, dto.userId);
      if (asker.isOfCustodian) {
        const named = await this.table.kept(tx, { ...row, thirdSpecialistId: dto.userId, isThirdReleased: false });
        await this.open(tx, actor, named, randomUUID(), dto);
      } else await publish(tx, thirdSpecialistAsked, { identificationId: id });
      return this.work.show(tx, actor, id);
    });
  }

  async release(actor: Actor, id: string, releaseId: string, dto: ThirdReleaseDto): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'third-release');
      const isDone = kept.row.thirdSpecialistId === dto.userId && kept.row.isThirdReleased;
      if (isDone) return this.work.viewOf(tx, kept, asker);
      await this.open(tx, actor, kept, releaseId, dto);
      return this.work.show(tx, actor, id);
    });
  }

  private async putInPlace(tx: Tx, actor: Actor, kept: Kept, userId: string): Promise<void> {
    const { row } = kept;
    this.work.step(kept, { kind: 'name-third', personId: userId });
    await this.fitCountry(tx, row, userId);
    if (row.isThirdReleased) await this.proposals.endThird(tx, actor, row.proposalId);
    await tx.query(`UPDATE identification SET third_specialist_id = $2, is_third_released = false WHERE id = $1`, [
      row.id,
      userId,
    ]);
    await audit(tx, actor, 'identification.third-specialist-named', { subject: row.id, fields: ['thirdSpecialist'] });
  }

  private async open(
    tx: Tx,
    actor: Actor,
    kept: Kept,
    releaseId: string,
    dto: Omit<ThirdReleaseDto, 'reason'> & { readonly reason?: string | undefined },
  ): Promise<void> {
    const { row } = kept;
    this.work.step(kept, { kind: 'release-third', personId: dto.userId });
    // A mandate, a login or a consent may have ended since the naming.
    const country = await this.fitCountry(tx, row, dto.userId);
    await this.proposals.releaseToThird(tx, actor, row.proposalId, {
      ...{ releaseId, specialistId: dto.userId, authorityReference: dto.authorityReference, reason: dto.reason },
      basis: country === row.familyCountry ? 'consent:search_here' : `consent:specialists_abroad:${country}`,
    });
    await tx.query(`UPDATE identification SET is_third_released = true WHERE id = $1`, [row.id]);
    await audit(tx, actor, 'identification.third-specialist-released', {
      subject: row.id,
      fields: ['thirdSpecialist'],
    });
    await publish(tx, thirdSpecialistNamed, { identificationId: row.id });
  }

  /** The country of a person who may be the third: qualified, able to sign in, and reached by the family's consent. */
  private async fitCountry(tx: Tx, row: IdentificationRow, userId: string): Promise<string> {
    const person = await this.users.person(tx, userId);
    const [specialist] = person ? await this.users.specialists(tx, { country: person.country, id: userId }) : [];
    if (!person || !specialist) throw new UnfitSpecialistError();
    if (!(await this.readers.isConsentLive(tx, row, person.country))) throw new ConsentNotLiveError();
    return person.country;
  }
}
