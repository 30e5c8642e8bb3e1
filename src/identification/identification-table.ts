import { Injectable } from '@nestjs/common';
import { type SealedPlace, Secrets, type Tx } from '../platform';
import type { Board, Outcome, State } from './core/board';
import type { Finding, Line, LineKind } from './core/evidence';
import type { Conclusion, Signature } from './core/signatures';

/** An identification as its table holds it. */
export interface IdentificationRow {
  readonly id: string;
  readonly proposalId: string;
  readonly caseId: string;
  readonly remainsId: string;
  readonly state: State;
  readonly version: number;
  readonly familyOrganisationId: string;
  readonly familyCountry: string;
  readonly custodianOrganisationId: string;
  readonly custodianCountry: string;
  readonly familySpecialistId: string;
  readonly custodianSpecialistId: string;
  readonly thirdSpecialistId: string | null;
  readonly isThirdReleased: boolean;
  readonly reviewers: readonly string[];
  readonly isTold: boolean;
  readonly openedBy: string;
  /** ISO, UTC. */
  readonly openedAt: string;
}

interface By {
  readonly personId: string;
  readonly name: string;
  /** ISO, UTC. */
  readonly at: string;
}
export type KeptLine = Line & By & { readonly organisationId: string; readonly revision: number };
export type KeptSignature = Signature & By & { readonly qualificationId: string; readonly statement: string };
export type KeptDecision = By & {
  readonly authority: string;
  readonly reference: string;
  readonly decidedOn: string;
  readonly decision: 'confirmed' | 'refused';
  readonly version: number;
};
export interface Telling {
  readonly by: string;
  readonly how: string;
  readonly place: string;
}

/** All that people recorded in one identification, in the order in which they did. */
export interface Kept {
  readonly row: IdentificationRow;
  readonly lines: readonly KeptLine[];
  readonly signatures: readonly KeptSignature[];
  readonly attestations: readonly (By & {
    readonly id: string;
    readonly reportVersion: number;
    readonly statement: string;
  })[];
  readonly outcomes: readonly (By & {
    readonly id: string;
    readonly outcome: Outcome;
    readonly version: number;
    readonly reason: string;
  })[];
  readonly decisions: readonly KeptDecision[];
  readonly telling: (By & Telling & { readonly toldOn: string }) | null;
  readonly reversals: readonly (By & {
    readonly id: string;
    readonly organisationId: string;
    /** What stood when it was asked. */
    readonly ofState: 'presumptive' | 'identified';
    readonly reason: string;
  })[];
  readonly tasks: readonly Task[];
  readonly linkedCases: readonly {
    readonly caseId: string;
    readonly toldOn: string | null;
    readonly telling: Telling | null;
  }[];
}
export interface Task {
  readonly id: string;
  readonly side: 'family' | 'custodian';
  readonly kind: string;
  readonly dueOn: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
  /** Of a case that followed; null of the case that was identified. */
  readonly caseId: string | null;
}

const iso = (column: string, as: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${as}"`;
const by = (time: string): string => `actor_id AS "personId", actor_name AS name, ${iso(time, 'at')}`;

export const identificationColumns = `i.id, i.proposal_id AS "proposalId", i.case_id AS "caseId", i.remains_id AS "remainsId", i.state, i.version,
  i.family_organisation_id AS "familyOrganisationId", i.family_country AS "familyCountry",
  i.custodian_organisation_id AS "custodianOrganisationId", i.custodian_country AS "custodianCountry",
  i.family_specialist_id AS "familySpecialistId", i.custodian_specialist_id AS "custodianSpecialistId",
  i.third_specialist_id AS "thirdSpecialistId", i.is_third_released AS "isThirdReleased", i.reviewers, i.is_told AS "isTold", i.opened_by AS "openedBy", ${iso('i.opened_at', 'openedAt')}`;

/** Reads and writes the tables of identifications; every wording lies sealed. */
@Injectable()
export class IdentificationTable {
  constructor(private readonly secrets: Secrets) {}

  async find(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<IdentificationRow | null> {
    const [row] = (await tx.query(`SELECT ${identificationColumns} FROM identification i WHERE i.id = $1 ${lock}`, [
      id,
    ])) as IdentificationRow[];
    return row ?? null;
  }

  seal(tx: Tx, row: IdentificationRow, table: string, id: string, value: unknown): Promise<Buffer> {
    return this.secrets.seal(tx, placeOf(row, table, id), value);
  }

  async kept(tx: Tx, row: IdentificationRow): Promise<Kept> {
    const of = async <R>(sql: string): Promise<R[]> => (await tx.query(sql, [row.id])) as R[];
    const [telling] = await of<By & { toldOn: string; sealed: Buffer }>(
      `SELECT told_on::text AS "toldOn", telling AS sealed, ${by('recorded_at')} FROM identification_telling WHERE identification_id = $1`,
    );
    return {
      row,
      lines: await this.lines(tx, row),
      signatures: await this.signatures(tx, row),
      attestations: await this.opened<{ id: string; reportVersion: number } & By, { statement: string }>(
        tx,
        row,
        'identification_attestation',
        await of(
          `SELECT id, report_version AS "reportVersion", statement AS sealed, ${by('attested_at')} FROM identification_attestation
           WHERE identification_id = $1 ORDER BY attested_at`,
        ),
      ),
      outcomes: await this.opened<{ id: string; outcome: Outcome; version: number } & By, { reason: string }>(
        tx,
        row,
        'identification_outcome',
        await of(
          `SELECT id, outcome, version, reason AS sealed, ${by('concluded_at')} FROM identification_outcome
           WHERE identification_id = $1 ORDER BY concluded_at`,
        ),
      ),
      decisions: await of<KeptDecision>(
        `SELECT authority, reference, decided_on::text AS "decidedOn", decision, version, ${by('recorded_at')} FROM authority_decision
         WHERE identification_id = $1 ORDER BY recorded_at`,
      ),
      telling: telling
        ? (
            await this.opened<typeof telling & { id: string }, Telling>(tx, row, 'identification_telling', [
              { ...telling, id: row.id },
            ])
          )[0]!
        : null,
      reversals: await this.opened<
        { id: string; organisationId: string; ofState: 'presumptive' | 'identified' } & By,
        { reason: string }
      >(
        tx,
        row,
        'identification_reversal',
        await of(
          `SELECT id, organisation_id AS "organisationId", of_state AS "ofState", reason AS sealed, ${by('asked_at')} FROM identification_reversal
           WHERE identification_id = $1 ORDER BY asked_at`,
        ),
      ),
      // What an identity asked for falls with it, unless it was done already.
      tasks: await of<Task>(
        `SELECT t.id, t.side, t.kind, t.due_on::text AS "dueOn", ${iso('t.done_at', 'doneAt')}, t.done_by_name AS "doneBy", t.case_id AS "caseId"
         FROM identification_task t JOIN identification i ON i.id = t.identification_id
         WHERE t.identification_id = $1 AND NOT (i.state = 'reversed' AND t.done_at IS NULL AND t.kind IN ('tell-the-family', 'prepare-release'))
         ORDER BY t.due_on, t.side, t.kind, t.case_id`,
      ),
      linkedCases: await this.linkedCases(tx, row),
    };
  }

  private async linkedCases(tx: Tx, row: IdentificationRow): Promise<Kept['linkedCases']> {
    const rows = (await tx.query(
      `SELECT case_id AS id, told_on::text AS "toldOn", telling AS sealed FROM identification_case WHERE identification_id = $1 ORDER BY followed_at, case_id`,
      [row.id],
    )) as { id: string; toldOn: string | null; sealed: Buffer | null }[];
    const told = rows.flatMap(({ id, sealed }) => (sealed ? [{ id, sealed }] : []));
    const tellings = await this.opened<{ id: string }, Telling>(tx, row, 'identification_case', told);
    return rows.map(({ id, toldOn }) => {
      const found = tellings.find((one) => one.id === id);
      return { caseId: id, toldOn, telling: found ? { by: found.by, how: found.how, place: found.place } : null };
    });
  }

  private async lines(tx: Tx, row: IdentificationRow): Promise<KeptLine[]> {
    const rows = (await tx.query(
      `SELECT DISTINCT ON (line_id) line_id AS "lineId", kind, finding, rests_on AS "restsOn", is_withdrawn AS "isWithdrawn", revision, words AS sealed,
         organisation_id AS "organisationId", ${by('written_at')}, line_id::text || ':' || revision AS id,
         (SELECT min(f.version) FROM identification_line f WHERE f.identification_id = l.identification_id AND f.line_id = l.line_id) AS first
       FROM identification_line l WHERE identification_id = $1 ORDER BY line_id, revision DESC`,
      [row.id],
    )) as (By & {
      id: string;
      lineId: string;
      kind: LineKind;
      finding: Finding;
      restsOn: string | null;
      isWithdrawn: boolean;
      revision: number;
      organisationId: string;
      first: number;
      sealed: Buffer;
    })[];
    const opened = await this.opened<(typeof rows)[number], { words: string; discrepancyExplained: string | null }>(
      tx,
      row,
      'identification_line',
      rows,
    );
    return opened
      .sort((a, b) => a.first - b.first)
      .map(({ id: _, lineId, first: __, ...line }) => ({ ...line, id: lineId }));
  }

  private async signatures(tx: Tx, row: IdentificationRow): Promise<KeptSignature[]> {
    const rows = (await tx.query(
      `SELECT id, seat, signer_id AS "personId", signer_name AS name, ${iso('signed_at', 'at')}, organisation_id AS "organisationId", roles, method,
         qualification_id AS "qualificationId", jsonb_build_object('method', qualified_for, 'mandate', mandate) AS qualification, version, conclusion AS sealed
       FROM identification_signature WHERE identification_id = $1 ORDER BY no`,
      [row.id],
    )) as (Omit<KeptSignature, 'conclusion' | 'statement'> & { sealed: Buffer })[];
    return this.opened<(typeof rows)[number], { conclusion: Conclusion; statement: string }>(
      tx,
      row,
      'identification_signature',
      rows,
    );
  }

  private async opened<R extends { readonly id: string }, Sealed extends object>(
    tx: Tx,
    row: IdentificationRow,
    table: string,
    rows: readonly (R & { readonly sealed: Buffer })[],
  ): Promise<(Omit<R, 'sealed'> & Sealed)[]> {
    const values = await this.secrets.openMany<Sealed>(
      tx,
      rows.map(({ id, sealed }) => ({ place: placeOf(row, table, id), sealed })),
    );
    return rows.map(({ sealed: _, ...rest }, at) => ({ ...(rest as Omit<R, 'sealed'>), ...values[at]! }));
  }
}

/** The record of an identification outlives the files it compared, so its key is its own, of the country that decides. */
const placeOf = (row: Pick<IdentificationRow, 'id' | 'custodianCountry'>, table: string, id: string): SealedPlace => ({
  ...{ scope: row.id, country: row.custodianCountry, dataClass: 'identification', table, id },
});

export function boardOf({ row, lines, signatures, reversals }: Kept): Board {
  const {
    state,
    version,
    caseId,
    familySpecialistId,
    custodianSpecialistId,
    thirdSpecialistId,
    isThirdReleased,
    isTold,
    reviewers,
  } = row;
  return {
    ...{
      state,
      version,
      caseId,
      familySpecialistId,
      custodianSpecialistId,
      thirdSpecialistId,
      isThirdReleased,
      isTold,
      reviewers,
    },
    ...{ lines, signatures },
    // Asked of a presumption, it says nothing of the identity that followed.
    reversals: reversals.filter(({ ofState }) => state === 'reversed' || ofState === state),
  };
}
