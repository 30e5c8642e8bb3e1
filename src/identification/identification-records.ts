import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { audit } from '../audit';
import { ContactPointsService } from '../contact-points';
import { FamiliesService } from '../families';
import { RemainsRecords } from '../forensic-remains';
import { type Actor, Database, decodeCursor, encodeCursor, NotFoundError, type Tx } from '../platform';
import { basisOf, kindsRelevantTo } from './core/evidence';
import { type Asker, type WaitFacts, waitsFor } from './core/next';
import { currentSignatures } from './core/signatures';
import type {
  CertificateView,
  IdentificationsQuery,
  IdentificationsView,
  IdentificationView,
} from './identification.dto';
import { IdentificationRefusedError } from './identification.errors';
import { IdentificationReaders } from './identification-readers';
import { identificationColumns, type IdentificationRow, IdentificationTable } from './identification-table';
import { IdentificationViews, isOfSide } from './identification-views';

type Item = IdentificationsView['items'][number];

/** What can wait for anybody at all; the many that are done with are not read to find the few that are not. */
const mayWait = `(i.state IN ('open', 'presumptive') OR (i.state = 'identified' AND NOT i.is_told)
  OR (i.state = 'identified' AND EXISTS (SELECT FROM identification_case l WHERE l.identification_id = i.id AND l.told_on IS NULL))
  OR EXISTS (SELECT FROM identification_task t WHERE t.identification_id = i.id AND t.done_at IS NULL)
  OR (i.state = 'identified' AND EXISTS (SELECT FROM identification_reversal r WHERE r.identification_id = i.id)))`;

/** Reads identifications for those who may know of them. Each reading is in the audit trail, under the identification's own id. */
@Injectable()
export class IdentificationRecords {
  constructor(
    private readonly database: Database,
    private readonly table: IdentificationTable,
    private readonly readers: IdentificationReaders,
    private readonly views: IdentificationViews,
    private readonly families: FamiliesService,
    private readonly remains: RemainsRecords,
    private readonly contactPoints: ContactPointsService,
  ) {}

  async get(actor: Actor, id: string): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { row, asker } = await this.readers.open(tx, actor, id);
      await audit(tx, actor, 'identification.read', { subject: id, purpose: 'identification' });
      return this.views.viewOf(tx, await this.table.kept(tx, row), asker);
    });
  }

  async list(actor: Actor, query: IdentificationsQuery): Promise<IdentificationsView> {
    return this.database.act(actor, async (tx) => {
      await audit(tx, actor, 'identification.listed', { purpose: 'identification' });
      const items: Item[] = [];
      let after = decodeCursor(query.cursor, [z.string().max(40), z.uuid()]);
      // What may be seen and what waits is known only row by row, so pages are read until one is filled.
      for (;;) {
        const rows = await this.pageOf(tx, actor, query, after);
        for (const item of await this.itemsOf(tx, actor, rows)) {
          if (query.waiting === 'me' && item.waitsFor.length === 0) continue;
          if (items.length === query.limit) {
            const last = items.at(-1)!;
            return { items, next: encodeCursor([last.openedAt, last.id]) };
          }
          items.push(item);
        }
        const last = rows.at(-1);
        if (!last || rows.length <= query.limit) return { items, next: null };
        after = [last.openedAt, last.id];
      }
    });
  }

  /** What may be printed once the authority has decided. A reversed identity keeps its certificate, marked as such. */
  async certificate(actor: Actor, id: string): Promise<CertificateView> {
    return this.database.act(actor, async (tx) => {
      const { row } = await this.readers.open(tx, actor, id);
      const kept = await this.table.kept(tx, row);
      const decision = kept.decisions.find(({ decision }) => decision === 'confirmed');
      const report = await this.families.reportSummary(tx, row.caseId);
      const remains = await this.remains.summary(tx, row.remainsId);
      if (!decision) throw new IdentificationRefusedError(['identification.not-identified']);
      if (!report || !remains) throw new NotFoundError();
      await audit(tx, actor, 'identification.certificate-read', { subject: id, purpose: 'identification' });
      const organisations = (await tx.query(`SELECT id, name FROM organisation WHERE id = ANY($1)`, [
        kept.signatures.map(({ organisationId }) => organisationId),
      ])) as { id: string; name: string }[];
      const basis = basisOf(kept.lines) === 'primary' ? 'primary' : 'secondary';
      const deskOf = async (contactPointId: string) => (await this.contactPoints.find(tx, contactPointId))?.name ?? '';
      return {
        identificationId: id,
        state: row.state === 'reversed' ? 'reversed' : 'standing',
        reversedAt: row.state === 'reversed' ? (kept.reversals.at(-1)?.at ?? null) : null,
        person: {
          ...{ caseReference: report.reference, name: await this.families.displayName(tx, row.caseId) },
          ...{ country: row.familyCountry, contactPoint: await deskOf(report.contactPointId) },
        },
        remains: {
          ...{ reference: remains.reference, country: row.custodianCountry },
          contactPoint: await deskOf(remains.contactPointId),
        },
        basis,
        evidence: kindsRelevantTo(basis, kept.lines),
        signatures: currentSignatures(kept.signatures, decision.version).map((signed) => {
          const one = kept.signatures.find(({ id }) => id === signed.id)!;
          const organisation = organisations.find(({ id }) => id === one.organisationId)?.name ?? '';
          return {
            ...{ seat: one.seat, name: one.name, organisation, method: one.method },
            ...{ mandate: one.qualification?.mandate ?? '', signedAt: one.at },
          };
        }),
        anteMortemAttestedBy: kept.attestations.map(({ name, at }) => ({ name, at })),
        authority: decision.authority,
        authorityReference: decision.reference,
        decidedOn: decision.decidedOn,
      };
    });
  }

  private async pageOf(
    tx: Tx,
    actor: Actor,
    query: IdentificationsQuery,
    after: readonly [string, string] | null,
  ): Promise<IdentificationRow[]> {
    const isOfBoard = actor.userId !== null && (await this.readers.isOfBoard(tx, actor.userId));
    return (await tx.query(
      `SELECT ${identificationColumns} FROM identification i LEFT JOIN missing_person_case c ON c.id = i.case_id
       WHERE (i.family_specialist_id = $1 OR i.custodian_specialist_id = $1 OR (i.third_specialist_id = $1 AND i.is_third_released)
           OR (i.custodian_organisation_id = $2 AND ($3 OR i.is_told)) OR (i.family_organisation_id = $2 AND (c.owner_id = $1 OR i.is_told OR EXISTS (SELECT FROM identification_case l
             JOIN missing_person_case o ON o.id = l.case_id WHERE l.identification_id = i.id AND o.owner_id = $1))))
         AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', i.opened_at), i.id) < ($4, $5::uuid)) AND ($6::text IS NULL OR i.state = $6)
         ${query.waiting === 'me' ? `AND ${mayWait}` : ''}
       ORDER BY date_trunc('milliseconds', i.opened_at) DESC, i.id DESC LIMIT $7`,
      [
        ...[actor.userId, actor.organisationId, isOfBoard],
        ...[after?.[0] ?? null, after?.[1] ?? null, query.state ?? null, query.limit + 1],
      ],
    )) as IdentificationRow[];
  }

  private async itemsOf(tx: Tx, actor: Actor, rows: readonly IdentificationRow[]): Promise<Item[]> {
    const facts = await this.waitFacts(tx, rows);
    const reports = await this.families.summaries(
      tx,
      rows.map(({ caseId }) => caseId),
    );
    const remains = await this.remains.summaries(
      tx,
      rows.map(({ remainsId }) => remainsId),
    );
    const items: Item[] = [];
    const askers = await this.readers.askersOf(tx, actor, rows);
    for (const [at, row] of rows.entries()) {
      const asker = askers[at]!;
      const [seenAs] = asker.relations;
      if (!seenAs) continue;
      items.push({
        ...{ id: row.id, seenAs, state: row.state, isTold: row.isTold, proposalId: row.proposalId },
        openedAt: row.openedAt,
        caseReference: reports.find(({ id }) => id === row.caseId)?.reference ?? '',
        remainsReference: remains.find(({ id }) => id === row.remainsId)?.reference ?? '',
        waitsFor: waitsFor(facts(row, asker), asker),
      });
    }
    return items;
  }

  /** From clear columns alone: a list opens nothing. */
  private async waitFacts(
    tx: Tx,
    rows: readonly IdentificationRow[],
  ): Promise<(row: IdentificationRow, asker: Asker) => WaitFacts> {
    const of = async <R>(sql: string): Promise<(R & { id: string })[]> =>
      (await tx.query(sql, [rows.map(({ id }) => id)])) as (R & { id: string })[];
    const signed = await of<WaitFacts['signed'][number]>(
      `SELECT identification_id AS id, signer_id AS "personId", seat, version FROM identification_signature WHERE identification_id = ANY($1)`,
    );
    const lines = await of(
      `SELECT DISTINCT identification_id AS id FROM identification_line WHERE identification_id = ANY($1)`,
    );
    const attested = await of(
      `SELECT DISTINCT identification_id AS id FROM identification_attestation WHERE identification_id = ANY($1)`,
    );
    const reversals = await of<WaitFacts['reversals'][number]>(
      `SELECT identification_id AS id, actor_id AS "personId", organisation_id AS "organisationId" FROM identification_reversal r
       WHERE identification_id = ANY($1) AND of_state = (SELECT state FROM identification i WHERE i.id = r.identification_id)`,
    );
    const tasks = await of<{ side: 'family' | 'custodian' }>(
      `SELECT t.identification_id AS id, t.side FROM identification_task t JOIN identification i ON i.id = t.identification_id
       WHERE t.identification_id = ANY($1) AND t.done_at IS NULL AND NOT (i.state = 'reversed' AND t.kind IN ('tell-the-family', 'prepare-release'))`,
    );
    const linked = await of<{ caseId: string; toldOn: string | null }>(
      `SELECT identification_id AS id, case_id AS "caseId", told_on::text AS "toldOn" FROM identification_case WHERE identification_id = ANY($1)`,
    );
    return (row, asker) => ({
      ...row,
      untoldCaseIds: [
        ...(row.isTold ? [] : [row.caseId]),
        ...linked.filter(({ id, toldOn }) => id === row.id && toldOn === null).map(({ caseId }) => caseId),
      ],
      signed: signed.filter(({ id }) => id === row.id),
      hasLines: lines.some(({ id }) => id === row.id),
      isAttested: attested.some(({ id }) => id === row.id),
      reversals: reversals.filter(({ id }) => id === row.id),
      hasOpenTasks:
        asker.relations.some((relation) => relation !== 'desk' && relation !== 'third') &&
        tasks.some((task) => task.id === row.id && isOfSide(asker, task.side)),
    });
  }
}
