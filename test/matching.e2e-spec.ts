import { randomUUID } from 'node:crypto';
import { CoverageService, ResidentIndex } from '../src/matching';
import { BulkRegistration } from '../src/families';
import { type Actor, systemActor } from '../src/platform';
import { Cairn, type Person } from './support/cairn';
import { aReport, qualify, recordRemains, registerReport, theRemains } from './support/records';

interface Item {
  id: string;
  reference: string;
  state: string;
  stage: string;
  version: number;
}

describe('matching', () => {
  let cairn: Cairn;
  let desk: Person;
  let team: Person;
  let specialist: Person;
  let odontologist: Person;

  beforeEach(async () => {
    cairn = await Cairn.start();
    desk = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    specialist = await cairn.aPerson('SEN', 'forensic', ['forensic_officer']);
    odontologist = await cairn.aPerson('ESP', 'forensic', ['forensic_officer'], team);
    await qualify(cairn, specialist, 'reconciliation');
    await qualify(cairn, odontologist, 'dental');
  });
  afterEach(() => cairn.close());

  const proposals = async (by: Person, query = ''): Promise<Item[]> =>
    (await by.get(`/api/proposals${query}`).expect(200)).body.items;
  const openPair = async (consents: object[] = [{ purpose: 'match_abroad' }, { purpose: 'specialists_abroad' }]) => {
    const reportId = await registerReport(desk, {}, consents);
    const remainsId = await recordRemains(team);
    await cairn.settle();
    const [proposal] = await proposals(desk);
    return { reportId, remainsId, proposal: proposal! };
  };
  const coverage = () => cairn.app.get(CoverageService).statement(systemActor('test'));

  it('proposes the true pair to the family’s desk, with its evidence, and tells the remains’ side nothing', async () => {
    const { proposal } = await openPair();
    expect(proposal).toMatchObject({ state: 'proposed', stage: 'S1', waitsFor: 'you' });
    const { body } = await desk.get(`/api/proposals/${proposal.id}`).expect(200);
    expect(body.evidence.log10Lr).toBeGreaterThan(3);
    expect(body.evidence.posterior).toBeGreaterThan(0.9);
    expect(body.evidence.parts.map(({ comparison }: { comparison: string }) => comparison)).toEqual(
      expect.arrayContaining(['sex', 'age', 'names', 'phones']),
    );
    expect(await proposals(team)).toEqual([]);
    const hidden = await team.get(`/api/proposals/${proposal.id}`).expect(404);
    const absent = await team.get(`/api/proposals/${randomUUID()}`).expect(404);
    expect({ ...hidden.body, requestId: 0 }).toEqual({ ...absent.body, requestId: 0 });
  });

  it('shows at S1 no value of the remains beyond coarse features: not the name found, nor the place, nor the words', async () => {
    const { proposal } = await openPair();
    const text =
      JSON.stringify((await desk.get(`/api/proposals/${proposal.id}`)).body.remains) +
      JSON.stringify((await desk.get(`/api/proposals/${proposal.id}`)).body.evidence) +
      // The family's own words about its last contact stand beside the month and the cell, and no nearer.
      JSON.stringify((await desk.get(`/api/proposals/${proposal.id}`)).body.timeline) +
      JSON.stringify((await desk.get(`/api/proposals/${proposal.id}`)).body.places);
    for (const secret of ['El Hierro', 'Sanogo', '771234567', 'AH', '-18.1', '2026-01-20', 'PM-'])
      expect(text).not.toContain(secret);
  });

  it('discloses step by step: interest, release, comparison, each side its own fields exactly', async () => {
    const { proposal } = await openPair();
    const path = `/api/proposals/${proposal.id}`;
    await desk.put(`${path}/interest/${randomUUID()}`, {}, 1).expect(409);
    await desk.put(`${path}/review`, {}, 1).expect(200);
    await desk.put(`${path}/review`, {}, 1).expect(200);
    const s1 = (await desk.get(path)).body;
    expect(Object.keys(s1).sort()).toEqual(
      [
        'askedOn',
        'case',
        'changedOn',
        'evidence',
        'id',
        'next',
        'places',
        'proposedOn',
        'remains',
        'remainsCountry',
        'route',
        'side',
        'specialists',
        'stage',
        'state',
        'timeline',
        'version',
      ].sort(),
    );
    const interest = `${path}/interest/${randomUUID()}`;
    const asked = await desk.put(interest, { specialistId: specialist.userId }, 2).expect(200);
    expect(asked.body).toMatchObject({ state: 'comparison_requested', stage: 'S2' });
    await desk.put(interest, { specialistId: specialist.userId }, 2).expect(200);

    const s2 = (await team.get(path).expect(200)).body;
    expect(Object.keys(s2).sort()).toEqual(
      [
        'agreeing',
        'askedBy',
        'askedOn',
        'changedOn',
        'id',
        'next',
        'proposedOn',
        'remains',
        'side',
        'specialists',
        'stage',
        'state',
        'version',
      ].sort(),
    );
    expect(s2.side).toBe('remains');
    expect(s2.agreeing).toEqual(expect.arrayContaining(['phones', 'names']));
    expect(JSON.stringify(s2)).not.toMatch(/log10|posterior|grade|Moussa|Fatoumata|R-|nationalit/i);
    await specialist.get(path).expect(404);

    const release = `${path}/release/${randomUUID()}`;
    await desk.put(release, { specialistId: odontologist.userId }, 3).expect(403);
    const version = s2.version as number;
    await team.put(release, { specialistId: specialist.userId }, version).expect(409);
    await team
      .put(release, { specialistId: odontologist.userId, authorityReference: 'JPI-3/2026' }, version)
      .expect(200);
    await team
      .put(release, { specialistId: odontologist.userId, authorityReference: 'JPI-3/2026' }, version)
      .expect(200);
    for (const named of [specialist, odontologist]) {
      const { body } = await named.get(path).expect(200);
      expect(Object.keys(body).sort()).toEqual(
        [
          'case',
          'changedOn',
          'evidence',
          'id',
          'marks',
          'names',
          'next',
          'places',
          'proposedOn',
          'remains',
          'route',
          'side',
          'specialists',
          'stage',
          'state',
          'teeth',
          'timeline',
          'version',
        ].sort(),
      );
      const names = body.evidence.parts.find(({ comparison }: { comparison: string }) => comparison === 'names');
      expect(names.anteMortem).toContain('Sanogo');
      expect(names.postMortem).toContain('Sanogo');
      expect(body.next).toEqual(['identify']);
    }
    // Everybody else of both sides goes on seeing what they saw.
    expect((await team.get(path)).body.side).toBe('remains');
    expect((await desk.get(path)).body.side).toBe('family');
    // A disclosure that has run out shows nothing any more.
    await cairn.admin.query(`UPDATE disclosure SET expires_on = current_date - 1 WHERE recipient_user_id = $1`, [
      specialist.userId,
    ]);
    await specialist.get(path).expect(404);
    expect((await specialist.get('/api/proposals')).body.items).toEqual([]);
    const { body: timeline } = await desk.get(`${path}/timeline`).expect(200);
    expect(timeline.disclosures.map(({ stage }: { stage: string }) => stage).sort()).toEqual([
      'S1',
      'S2',
      'S5a',
      'S5a',
    ]);
  });

  it('does not release without the family’s consent to that comparison', async () => {
    const { proposal } = await openPair([{ purpose: 'match_abroad' }]);
    const path = `/api/proposals/${proposal.id}`;
    await desk.put(`${path}/review`, {}, 1).expect(200);
    await desk.put(`${path}/interest/${randomUUID()}`, { specialistId: specialist.userId }, 2).expect(200);
    const refused = await team
      .put(`${path}/release/${randomUUID()}`, { specialistId: odontologist.userId }, 3)
      .expect(409);
    expect(refused.body.code).toBe('matching.consent-missing');
  });

  it('compares with remains abroad only while the family allows it, and recalls what it had proposed', async () => {
    const withoutConsent = await registerReport(desk, {}, []);
    await recordRemains(team);
    await cairn.settle();
    expect(await proposals(desk)).toEqual([]);
    const consentId = randomUUID();
    await desk
      .put(`/api/family-reports/${withoutConsent}/consents/${consentId}`, {
        purpose: 'match_abroad',
        by: 'Fatoumata Sanogo',
        on: '2026-02-01',
        how: 'in_person',
        textVersion: 'v1',
      })
      .expect(200);
    await cairn.settle();
    expect(await proposals(desk)).toMatchObject([{ state: 'proposed' }]);
    await desk.put(`/api/family-reports/${withoutConsent}/consents/${consentId}/withdrawal`, {}).expect(200);
    await cairn.settle();
    expect(await proposals(desk)).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('proposes a pair once, however often either side is compared, and keeps each evidence', async () => {
    const { reportId, proposal } = await openPair();
    const changed = { ...aReport(), reference: (await desk.get(`/api/family-reports/${reportId}`)).body.reference };
    const { version } = (await desk.get(`/api/family-reports/${reportId}`)).body;
    await desk
      .put(
        `/api/family-reports/${reportId}`,
        { ...changed, anteMortem: { ...changed.anteMortem, eyeColour: 'brown' } },
        version,
      )
      .expect(200);
    await cairn.settle();
    expect((await proposals(desk)).map(({ id }) => id)).toEqual([proposal.id]);
    const [{ n }] = (await cairn.admin.query(`SELECT count(*)::int AS n FROM match_evidence WHERE proposal_id = $1`, [
      proposal.id,
    ])) as [{ n: number }];
    expect(n).toBeGreaterThanOrEqual(2);
  });

  it('leaves no hole, and finds and fills one made on purpose', async () => {
    for (let at = 0; at < 5; at++) await registerReport(desk);
    for (let at = 0; at < 4; at++) await recordRemains(team);
    await cairn.settle();
    await cairn.app.get(CoverageService).fill();
    await cairn.startWorker();
    const whole = await coverage();
    expect(whole).toMatchObject({ reports: 5, remains: 4, pairs: 20, holes: 0, runsInDoubt: [] });
    // A run that never was: both sides forget what they were compared with.
    await cairn.stopWorker();
    const victims = (await cairn.admin.query(
      `SELECT record_id AS id, kind FROM matching_subject ORDER BY kind, record_id`,
    )) as { id: string; kind: string }[];
    const [report, remains] = [
      victims.find(({ kind }) => kind === 'report')!,
      victims.find(({ kind }) => kind === 'remains')!,
    ];
    await cairn.admin.query(`UPDATE matching_subject SET horizon = '1' WHERE record_id IN ($1, $2)`, [
      report.id,
      remains.id,
    ]);
    const holed = await coverage();
    expect(holed.holes).toBeGreaterThan(0);
    expect(holed.listed).toContainEqual({ reportId: report.id, remainsId: remains.id });
    const worker = await cairn.startWorker();
    await worker.get(CoverageService).fill();
    expect((await coverage()).holes).toBe(0);
  });

  it('counts pairs that may not be compared under their reason', async () => {
    await registerReport(desk, {}, []);
    await registerReport(desk, { doNotShareWith: ['ESP'] });
    await recordRemains(team);
    await cairn.settle();
    expect(await coverage()).toMatchObject({
      pairs: 0,
      ineligible: { 'no-consent-abroad': 1, 'kept-from-this-state': 1 },
      holes: 0,
    });
  });

  it('doubts a run whose index had lost a record', async () => {
    await registerReport(desk);
    await recordRemains(team);
    await cairn.settle();
    await cairn.admin.query(
      `UPDATE matching_run SET slices = '[]' WHERE id = (SELECT id FROM matching_run WHERE side = 'remains' ORDER BY finished_at DESC LIMIT 1)`,
    );
    expect((await coverage()).runsInDoubt).toHaveLength(1);
  });

  it('does not claim to have compared what a still open transaction wrote', async () => {
    const reportId = await registerReport(desk);
    const open = cairn.admin.createQueryRunner();
    await open.startTransaction();
    // Some act that holds a transaction id open while a remains record is stored and searched for.
    await open.query(`CREATE TABLE held_open (id int)`);
    const remainsId = await recordRemains(team);
    await cairn.settle();
    await open.rollbackTransaction();
    await open.release();
    const worker = await cairn.startWorker();
    for (let round = 0; round < 5 && (await coverage()).holes > 0; round++) await worker.get(CoverageService).fill();
    expect((await coverage()).holes).toBe(0);
    await worker.get(ResidentIndex).follow();
    expect(worker.get(ResidentIndex).versionOf(reportId)).not.toBeNull();
    expect(worker.get(ResidentIndex).versionOf(remainsId)).not.toBeNull();
    expect(await proposals(desk)).toHaveLength(1);
  });

  it('lets a live record be compared with what stands while an import is still being taken in', async () => {
    await recordRemains(team);
    await cairn.settle();
    const index = (await cairn.startWorker()).get(ResidentIndex);
    const before = await index.follow();
    const drafts = Array.from({ length: 200 }, (_, at) => ({
      reference: `IMPORT-${at}`,
      registeredOn: '2026-01-05',
      anteMortem: { sex: 'male' },
      enquirer: { name: 'A relative' },
      consents: {
        purposes: ['search_here', 'match_abroad'],
        claimed: [],
        by: 'A',
        on: '2026-01-05',
        how: 'in_person',
        text: 'v1',
      },
      doNotShareWith: [],
    }));
    const importer: Actor = {
      ...systemActor('import', 'cli'),
      organisationId: desk.organisationId,
      country: 'SEN',
      agency: 'family',
    };
    await cairn.app.get(BulkRegistration).registerMany(importer, desk.contactPointId, drafts as never, { bulk: true });
    const [whole, brief] = await Promise.all([index.follow(), index.followBriefly(0)]);
    expect(brief).toEqual(before);
    expect(BigInt(whole.horizon)).toBeGreaterThan(BigInt(brief.horizon));
    expect(whole.report.reduce((sum, { records }) => sum + records, 0)).toBe(200);
    await cairn.settle();
    expect((await coverage()).holes).toBe(0);
  });

  it('shows one organisation that lawfully holds both files both of them', async () => {
    const both = await cairn.aPerson('ITA', 'family', ['contact_point_officer', 'coordinator']);
    const reportId = await registerReport(both, {}, []);
    await cairn.admin.query(`UPDATE organisation SET agency = 'forensic' WHERE id = $1`, [both.organisationId]);
    await cairn.admin.query(`UPDATE contact_point SET kind = 'forensic' WHERE organisation_id = $1`, [
      both.organisationId,
    ]);
    await both.put(`/api/remains/${randomUUID()}`, theRemains()).expect(200);
    await cairn.settle();
    const [item] = await proposals(both);
    const { body } = await both.get(`/api/proposals/${item!.id}`).expect(200);
    expect(body.side).toBe('both');
    expect(body.case.id).toBe(reportId);
  });

  it('suggests to a desk that two of its reports may be about one person, and tells no other desk', async () => {
    const stranger = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    const first = await registerReport(desk);
    await registerReport(stranger);
    await cairn.settle();
    // The sister asks too: another spelling, in another script, the same day of birth.
    const { anteMortem } = aReport();
    const second = await registerReport(desk, {
      anteMortem: {
        ...anteMortem,
        givenNames: 'Mousa Tidiane',
        familyNames: 'Sanogo',
        heightCm: { from: 180, to: 180 },
      },
    });
    const brother = await registerReport(desk, {
      anteMortem: { ...anteMortem, givenNames: 'Ousmane', birthDate: '2003-09', phones: [], marks: [] },
    });
    await cairn.settle();
    const { body } = await desk.get(`/api/cases/${second}/duplicates`).expect(200);
    expect(body.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual([first]);
    expect((await desk.get(`/api/cases/${brother}/duplicates`)).body.items).toEqual([]);
  });

  it('misses no duplicate when both reports come at the same moment', async () => {
    const both = await Promise.all([registerReport(desk), registerReport(desk)]);
    await cairn.settle();
    for (const [own, other] of [both, [...both].reverse()] as const) {
      const { body } = await desk.get(`/api/cases/${own}/duplicates`).expect(200);
      expect(body.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual([other]);
    }
  });
});
