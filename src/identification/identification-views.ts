import { Injectable } from '@nestjs/common';
import { FamiliesService } from '../families';
import { RemainsRecords } from '../forensic-remains';
import type { Tx } from '../platform';
import { basisOf, isReconciled, isUnexplained } from './core/evidence';
import { isThirdNeeded, refusalsOfIdentity } from './core/identity';
import { isInWork } from './core/board';
import { type Asker, mayTellOf, nextActs } from './core/next';
import { type Shown, shownTo } from './core/readers';
import { areBothSigned, visibleSignatures } from './core/signatures';
import type { IdentificationView } from './identification.dto';
import { boardOf, type Kept } from './identification-table';

type Person = NonNullable<IdentificationView['specialists']>['family'];

/** An identification as one reader may see it. Fields that he may not see are left out. */
@Injectable()
export class IdentificationViews {
  constructor(
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
  ) {}

  async viewOf(tx: Tx, kept: Kept, asker: Asker): Promise<IdentificationView> {
    const { row } = kept;
    const signs = asker.relations.includes('signatory') || asker.relations.includes('third');
    const signatures = visibleSignatures(kept.signatures, { personId: asker.personId, signs });
    // From here on a signature that this reader may not see does not exist: nothing told is reckoned from it.
    const board = boardOf({ ...kept, signatures });
    const isComplete = areBothSigned(signatures, row.version) || !isInWork(row.state);
    const shown = new Set<Shown>(asker.relations.flatMap((relation) => [...shownTo(relation, isComplete)]));
    const personOf = await this.people(tx, kept);
    const stamp = (one: { personId: string; name: string; at: string; organisationId?: string }) => ({
      by: personOf(one),
      at: one.at,
    });
    const report = await this.families.reportSummary(tx, row.caseId);
    const remains = await this.records.summary(tx, row.remainsId);
    const isNamed = shown.has('words') || asker.relations.includes('case_owner') || row.isTold;
    const decision = kept.decisions.at(-1);
    const { telling } = kept;
    const evidence: Partial<IdentificationView> = shown.has('evidence')
      ? {
          specialists: {
            family: personOf({ personId: row.familySpecialistId }),
            custodian: personOf({ personId: row.custodianSpecialistId }),
            third: row.thirdSpecialistId === null ? null : personOf({ personId: row.thirdSpecialistId }),
          },
          lines: kept.lines.map((line) => ({
            ...{ id: line.id, kind: line.kind, finding: line.finding, restsOn: line.restsOn, revision: line.revision },
            ...{ isWithdrawn: line.isWithdrawn, isReconciled: isReconciled(line), isUnexplained: isUnexplained(line) },
            ...stamp(line),
            ...(shown.has('words') ? { words: line.words, discrepancyExplained: line.discrepancyExplained } : {}),
          })),
          signatures: signatures.map((one) => ({
            ...{ id: one.id, seat: one.seat, method: one.method, mandate: one.qualification?.mandate ?? '' },
            ...{ conclusion: one.conclusion, statement: one.statement, version: one.version, ...stamp(one) },
            isCurrent: one.version === row.version,
          })),
          basis: basisOf(kept.lines),
          isThirdNeeded: isThirdNeeded(board),
          isThirdReleased: row.isThirdReleased,
          lacking: isInWork(row.state) ? refusalsOfIdentity(board, null, '') : [],
          outcomes: kept.outcomes.map(({ id, outcome, reason, ...one }) => ({
            ...{ id, outcome, ...stamp(one) },
            ...(shown.has('words') ? { reason } : {}),
          })),
        }
      : {};
    return {
      ...{ id: row.id, seenAs: asker.relations[0]!, state: row.state, isTold: row.isTold, proposalId: row.proposalId },
      ...{ openedAt: row.openedAt, version: row.version },
      case: {
        ...{ id: row.caseId, reference: report?.reference ?? '' },
        ...(isNamed ? { name: await this.families.displayName(tx, row.caseId) } : {}),
      },
      remains: { id: row.remainsId, reference: remains?.reference ?? '' },
      authorityDecision: decision
        ? {
            ...{ authority: decision.authority, reference: decision.reference, decidedOn: decision.decidedOn },
            ...{ decision: decision.decision, ...stamp(decision) },
          }
        : null,
      telling: telling && {
        ...{ toldOn: telling.toldOn, by: telling.by, place: telling.place },
        how: telling.how as NonNullable<IdentificationView['telling']>['how'],
      },
      next: nextActs(board, asker),
      ...evidence,
      ...(shown.has('attestation')
        ? {
            attestations: kept.attestations.map(({ id, reportVersion, statement, ...one }) => ({
              ...{ id, reportVersion, ...stamp(one) },
              ...(shown.has('words') || asker.relations.includes('case_owner') ? { statement } : {}),
            })),
            reversals: kept.reversals.map(({ id, reason, ofState: _, ...one }) => ({ id, reason, ...stamp(one) })),
          }
        : {}),
      ...(shown.has('plan')
        ? {
            tasks: kept.tasks
              .filter(({ side, caseId }) => isOfSide(asker, side) && (caseId === null || mayTellOf(asker, caseId)))
              .map(({ caseId: _, ...task }) => task),
          }
        : {}),
      ...(await this.linkedCases(tx, kept, asker)),
    };
  }

  /** The other cases of this person: for those of the family's organisation who tell one of the families, and for nobody else. */
  private async linkedCases(tx: Tx, kept: Kept, asker: Asker): Promise<Pick<IdentificationView, 'linkedCases'>> {
    const isOfDesk = asker.isOfFamilyOrganisation && asker.relations.some((relation) => relation !== 'desk');
    if (!isOfDesk || kept.linkedCases.length === 0) return {};
    const ids = kept.linkedCases.map(({ caseId }) => caseId);
    const reports = await this.families.summaries(tx, ids);
    return {
      linkedCases: kept.linkedCases.map(({ caseId, toldOn }) => ({
        ...{ id: caseId, reference: reports.find(({ id }) => id === caseId)?.reference ?? '', toldOn },
        mayTell: kept.row.state === 'identified' && toldOn === null && mayTellOf(asker, caseId),
      })),
    };
  }

  /** People by name and organisation: the one they signed for, else the one they are of. */
  private async people(
    tx: Tx,
    kept: Kept,
  ): Promise<(one: { personId: string; name?: string; organisationId?: string }) => Person> {
    const { row, lines, signatures, attestations, outcomes, decisions, reversals } = kept;
    const ids = [row.familySpecialistId, row.custodianSpecialistId, row.thirdSpecialistId];
    const users = (await tx.query(
      `SELECT u.id, u.name, o.name AS organisation FROM app_user u JOIN organisation o ON o.id = u.organisation_id WHERE u.id = ANY($1)`,
      [
        [...lines, ...signatures, ...attestations, ...outcomes, ...decisions, ...reversals]
          .map(({ personId }) => personId)
          .concat(ids.filter((id) => id !== null)),
      ],
    )) as Person[];
    const organisations = (await tx.query(`SELECT id, name FROM organisation WHERE id = ANY($1)`, [
      [...lines, ...signatures, ...reversals].map(({ organisationId }) => organisationId),
    ])) as { id: string; name: string }[];
    return ({ personId, name, organisationId }) => {
      const user = users.find(({ id }) => id === personId);
      const organisation = organisations.find(({ id }) => id === organisationId)?.name ?? user?.organisation ?? '';
      return { id: personId, name: name ?? user?.name ?? '', organisation };
    };
  }
}

/** Each desk has its own tasks; a specialist of neither organisation sees whose are open. */
export const isOfSide = (asker: Asker, side: 'family' | 'custodian'): boolean =>
  side === 'family'
    ? asker.isOfFamilyOrganisation || !asker.isOfCustodian
    : asker.isOfCustodian || !asker.isOfFamilyOrganisation;
