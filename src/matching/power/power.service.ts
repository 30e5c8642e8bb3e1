import { Injectable } from '@nestjs/common';
import { audit } from '../../audit';
import { CasesService } from '../../cases';
import { FamiliesService, type ReportForMatching } from '../../families';
import { RemainsRecords } from '../../forensic-remains';
import { type Actor, Database, type Tx } from '../../platform';
import { incompatibility } from '../core/compatibility';
import { weighPair } from '../core/evidence';
import { unknownPopulation } from '../core/population';
import { type AnteMortemProfile, postMortemProfile } from '../core/profile';
import { defaultSettings } from '../core/settings';
import { eligibilityOf, profileOfRemains, profileOfReport } from '../resident-index';
import { type Candidate, powerOf } from './core/power';
import { typicalRemains } from './core/typical-remains';
import { relativeToAsk } from './core/relative-to-ask';
import type { PowerView } from './power.dto';

/** Remains whose average a request rests on: enough that it tells of none of them, few enough to be the ones this case is about. */
const POOL = 20;
/** Open remains, in the order of their random ids, that are looked at for those that fit best. */
const LOOKED_AT = 100;

/**
 * What would help a case most, as a request to make gently. It is computed from the remains that fit best so far, taken together: the answer
 * says how much and with how many a piece could be compared, never with which, and rests on no mark or number that was held back.
 */
@Injectable()
export class PowerService {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
  ) {}

  async ofCase(actor: Actor, caseId: string): Promise<PowerView> {
    await this.cases.get(actor, caseId);
    return this.database.act(actor, async (tx) => {
      const [report] = await this.families.reportsForMatching(tx, [caseId]);
      if (!report?.isOpen) return { items: [] };
      const am = profileOfReport(report, defaultSettings);
      const { persons } = await this.families.relativesOf(tx, caseId);
      const relative = relativeToAsk(persons);
      const pool = await this.pool(tx, report, am);
      await audit(tx, actor, 'matching.power-read', { subject: caseId, purpose: 'match_review' });
      const powers = powerOf(am, pool, { settings: defaultSettings, population: unknownPopulation }, relative);
      return {
        items: powers.map(({ piece, gap, comparable, ifSame }) => ({
          piece,
          relative: piece === 'relative-sample' ? relative : null,
          effect: gap >= 3 ? ('much' as const) : gap >= 1 ? ('some' as const) : ('little' as const),
          comparable: comparable >= 0.6 ? ('most' as const) : comparable >= 0.3 ? ('some' as const) : ('few' as const),
          expectedLog10Lr: Math.round(ifSame * 10) / 10,
        })),
      };
    });
  }

  private async pool(tx: Tx, report: ReportForMatching, am: AnteMortemProfile): Promise<Candidate[]> {
    const proposed = (await tx.query(
      `SELECT remains_id AS id FROM match_proposal WHERE report_id = $1 AND state NOT IN ('excluded', 'withdrawn') LIMIT ${POOL}`,
      [report.id],
    )) as { id: string }[];
    const looked = [
      ...(await this.records.remainsForMatching(
        tx,
        proposed.map(({ id }) => id),
      )),
      ...(await this.records.allForMatching(tx, { limit: LOOKED_AT })),
    ];
    const eligibility = eligibilityOf(report);
    const weighed = [...new Map(looked.map((one) => [one.id, one])).values()]
      .filter(({ isOpen, country }) => isOpen && incompatibility(eligibility, country) === null)
      .map((one) => ({ id: one.id, pm: profileOfRemains(one, defaultSettings) }))
      .map((one) => ({ ...one, evidence: weighPair(am, one.pm, defaultSettings) }))
      .filter(({ evidence }) => evidence.exclusion === null)
      .sort((a, b) => b.evidence.log10Lr - a.evidence.log10Lr || (a.id < b.id ? -1 : 1))
      .slice(0, POOL);
    const pool: Candidate[] = [];
    for (const { id, pm } of weighed)
      pool.push({ pm, hasDna: (await this.records.coarseFeatures(tx, id)).available.dna });
    for (let at = 0; pool.length < POOL / 2; at++) {
      const { postMortem, hasDna } = typicalRemains[at % typicalRemains.length]!;
      pool.push({ pm: postMortemProfile(postMortem), hasDna });
    }
    return pool;
  }
}
