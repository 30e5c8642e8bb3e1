import { Injectable } from '@nestjs/common';
import { CasesService } from '../cases';
import { FamiliesService } from '../families';
import { type Actor, NotFoundError, type Tx } from '../platform';
import { isInWork } from './core/board';
import type { Asker } from './core/next';
import { relationsOf } from './core/readers';
import { type IdentificationRow, IdentificationTable } from './identification-table';
import { LinkedCases } from './linked-cases';

/** Who may know of an identification at this moment, by why; a part that nobody open to it holds is null. */
export interface Privy {
  readonly openedBy: string;
  readonly familySpecialistId: string | null;
  readonly custodianSpecialistId: string | null;
  readonly thirdSpecialistId: string | null;
  /** Members of the custodian's board. */
  readonly boardIds: readonly string[];
  readonly caseOwnerId: string | null;
  /** Owners of the cases that followed. */
  readonly linkedOwnerIds: readonly string[];
}

const mandated = `u.roles && ARRAY['forensic_officer', 'contact_point_officer', 'coordinator'] AND ('coordinator' = ANY(u.roles) OR EXISTS (
  SELECT FROM qualification q WHERE q.user_id = u.id AND q.method = 'reconciliation' AND q.withdrawn_at IS NULL
    AND (q.valid_until IS NULL OR q.valid_until >= current_date)))`;

/** Who may know of an identification, from facts read at the moment of asking. Everything that shows or tells one asks here. */
@Injectable()
export class IdentificationReaders {
  constructor(
    private readonly table: IdentificationTable,
    private readonly cases: CasesService,
    private readonly families: FamiliesService,
    private readonly linked: LinkedCases,
  ) {}

  /** The identification and its reader's part in it. To whom it is not open it does not exist. */
  async open(
    tx: Tx,
    actor: Actor,
    id: string,
    lock: '' | 'FOR UPDATE' = '',
  ): Promise<{ row: IdentificationRow; asker: Asker }> {
    const row = await this.table.find(tx, id, lock);
    const asker = row && (await this.askerOf(tx, actor, row));
    if (!row || !asker || asker.relations.length === 0) throw new NotFoundError();
    return { row, asker };
  }

  async askerOf(tx: Tx, actor: Actor, row: IdentificationRow): Promise<Asker> {
    return (await this.askersOf(tx, actor, [row]))[0]!;
  }

  /** The reader's part in each of many; what is the same for all is asked once. */
  async askersOf(tx: Tx, actor: Actor, rows: readonly IdentificationRow[]): Promise<Asker[]> {
    const { userId, organisationId, country, roles } = actor;
    const linked = await this.linked.of(
      tx,
      rows.map(({ id }) => id),
    );
    const owners = await this.cases.ownersOf(
      tx,
      [...rows, ...linked].map(({ caseId }) => caseId),
    );
    const isOfBoard = userId !== null && (await this.isOfBoard(tx, userId));
    const askers: Asker[] = [];
    for (const row of rows) {
      const ownerOf = (caseId: string) => owners.get(caseId)?.ownerId ?? null;
      const caseIds = [row, ...linked.filter((one) => one.identificationId === row.id)].map(({ caseId }) => caseId);
      const isNobody = userId === null || organisationId === null || country === null;
      const relations = isNobody
        ? []
        : relationsOf({
            ...row,
            reader: { userId, organisationId, isOfBoard },
            caseOwnerIds: caseIds.map(ownerOf).filter((owner) => owner !== null),
            isConsentLive: !isInWork(row.state) || (await this.isConsentLive(tx, row, country)),
          });
      askers.push({
        ...{ personId: userId ?? '', organisationId: organisationId ?? '', relations },
        // A case that nobody owns is answered for by the owner of the first.
        caseIds: caseIds.filter((caseId) => userId !== null && (ownerOf(caseId) ?? ownerOf(row.caseId)) === userId),
        isOfficer: roles.includes('contact_point_officer'),
        isCoordinator: roles.includes('coordinator'),
        isOfFamilyOrganisation: organisationId === row.familyOrganisationId,
        isOfCustodian: organisationId === row.custodianOrganisationId,
      });
    }
    return askers;
  }

  /** Whether the family lets specialists of this country compare the files at this moment. */
  async isConsentLive(
    tx: Tx,
    row: Pick<IdentificationRow, 'caseId' | 'familyCountry'>,
    country: string,
  ): Promise<boolean> {
    return country === row.familyCountry
      ? this.families.isConsentGiven(tx, row.caseId, 'search_here')
      : this.families.isConsentGiven(tx, row.caseId, 'specialists_abroad', country);
  }

  /** Everybody who may know now, for those who have to be told that something waits for them. */
  async privyTo(tx: Tx, id: string): Promise<Privy | null> {
    const row = await this.table.find(tx, id);
    if (!row) return null;
    const board = (await tx.query(
      `SELECT u.id FROM app_user u WHERE u.organisation_id = $1 AND ${mandated} ORDER BY u.id LIMIT 200`,
      [row.custodianOrganisationId],
    )) as { id: string }[];
    const caseOwnerId = await this.caseOwner(tx, row);
    const { familySpecialistId, custodianSpecialistId, openedBy } = row;
    const thirdSpecialistId = row.isThirdReleased ? row.thirdSpecialistId : null;
    const people = (await tx.query(
      `SELECT u.id, o.country FROM app_user u JOIN organisation o ON o.id = u.organisation_id WHERE u.id = ANY($1) AND NOT u.is_disabled`,
      [[familySpecialistId, custodianSpecialistId, thirdSpecialistId, ...board.map(({ id }) => id)]],
    )) as { id: string; country: string }[];
    const closedTo = new Set<string>();
    for (const country of new Set(people.map((person) => person.country)))
      if (isInWork(row.state) && !(await this.isConsentLive(tx, row, country))) closedTo.add(country);
    const known = new Set(people.filter(({ country }) => !closedTo.has(country)).map((person) => person.id));
    const privy = (userId: string | null): string | null => (userId !== null && known.has(userId) ? userId : null);
    return {
      openedBy,
      familySpecialistId: privy(familySpecialistId),
      custodianSpecialistId: privy(custodianSpecialistId),
      thirdSpecialistId: privy(thirdSpecialistId),
      boardIds: board.map((one) => one.id).filter((one) => known.has(one)),
      // The desk that took the report goes on seeing its own file.
      caseOwnerId,
      linkedOwnerIds: await this.linkedOwners(tx, row),
    };
  }

  /** The same as a list of people, for the cases that become privy. */
  async privyIds(tx: Tx, id: string): Promise<string[]> {
    const privy = await this.privyTo(tx, id);
    if (!privy) return [];
    const { familySpecialistId, custodianSpecialistId, thirdSpecialistId, boardIds, caseOwnerId, linkedOwnerIds } =
      privy;
    const people = [familySpecialistId, custodianSpecialistId, thirdSpecialistId, ...boardIds, caseOwnerId];
    return [...new Set([...people, ...linkedOwnerIds].filter((one) => one !== null))];
  }

  async isOfBoard(tx: Tx, userId: string): Promise<boolean> {
    return (
      ((await tx.query(`SELECT FROM app_user u WHERE u.id = $1 AND ${mandated}`, [userId])) as unknown[]).length > 0
    );
  }

  private async linkedOwners(tx: Tx, row: IdentificationRow): Promise<string[]> {
    const linked = await this.linked.of(tx, [row.id]);
    const owners = await this.cases.ownersOf(
      tx,
      linked.map(({ caseId }) => caseId),
    );
    return [...owners.values()].map(({ ownerId }) => ownerId).filter((owner) => owner !== null);
  }

  private async caseOwner(tx: Tx, row: IdentificationRow): Promise<string | null> {
    return (await this.cases.ownersOf(tx, [row.caseId])).get(row.caseId)?.ownerId ?? null;
  }
}
