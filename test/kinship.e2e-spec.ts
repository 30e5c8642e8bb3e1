import { randomUUID } from 'node:crypto';
import { Cairn, type Person } from './support/cairn';
import { qualify, recordRemains, registerReport, theRemains } from './support/records';

/** Twelve markers and two more; father, mother, their child, and a stranger to them. */
const table: readonly (readonly [string, string, string, string, string])[] = [
  ['D3S1358', '14/15', '16/17', '14/17', '15/18'],
  ['THO1', '6/9.3', '7/8', '6/7', '9/9'],
  ['D21S11', '28/30', '29/31.2', '30/31.2', '28/29'],
  ['D18S51', '12/14', '15/17', '12/17', '13/16'],
  ['PENTA_E', '7/12', '5/11', '5/12', '10/13'],
  ['D5S818', '11/12', '10/13', '11/13', '12/12'],
  ['D13S317', '8/11', '12/13', '8/12', '9/11'],
  ['D7S820', '8/10', '9/11', '10/11', '8/12'],
  ['D16S539', '9/11', '12/13', '9/13', '11/12'],
  ['CSF1PO', '10/12', '11/13', '12/13', '10/11'],
  ['vWA', '14/16', '17/18', '16/18', '15/19'],
  ['D8S1179', '10/13', '14/15', '13/15', '12/14'],
  ['TPOX', '8/11', '9/10', '8/9', '11/11'],
  ['FGA', '19/22', '24/25', '22/24', '20/21'],
];
const typed = (column: 1 | 2 | 3 | 4) =>
  table.map((row) => ({ marker: row[0], alleles: row[column].split('/'), quality: 'good' }));

describe('DNA of relatives against remains', () => {
  let cairn: Cairn;
  let desk: Person;
  let analyst: Person;
  let second: Person;
  let unqualified: Person;
  let stranger: Person;
  let team: Person;
  let teamLaboratory: Person;
  const qualificationOf = new Map<string, string>();

  beforeAll(async () => {
    cairn = await Cairn.start();
    desk = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    analyst = await cairn.aPerson('SEN', 'family', ['coordinator'], desk);
    second = await cairn.aPerson('SEN', 'family', ['contact_point_officer'], desk);
    unqualified = await cairn.aPerson('SEN', 'family', ['coordinator'], desk);
    stranger = await cairn.aPerson('SEN', 'family', ['coordinator']);
    team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    teamLaboratory = await cairn.aPerson('ESP', 'forensic', ['forensic_officer'], team);
    for (const person of [analyst, second, stranger, teamLaboratory])
      qualificationOf.set(person.userId, await qualify(cairn, person, 'dna'));
  });
  afterAll(() => cairn.close());

  const persons = (more: object = {}) => ({
    persons: [
      { person: 'father', sex: 'male', name: 'Ibrahima', consentDna: 'given' },
      { person: 'mother', sex: 'female', name: 'Fatoumata', consentDna: 'given' },
      { person: 'son', father: 'father', mother: 'mother', sex: 'male', isMissingPerson: true },
    ].map((one) => ({ ...one, ...(one.person === 'father' ? more : {}) })),
  });
  const consent = {
    ...{ by: 'the donor', on: '2026-02-01', how: 'in_person', textVersion: 'v1' },
    ...{ askedAlone: true, toldOfDeletion: true },
  };
  const aSample = async (by: Person, subject: object): Promise<string> => {
    const id = randomUUID();
    const body = { ...subject, kind: 'buccal_swab', label: `S-${id.slice(0, 8)}` };
    await by.put(`/api/kinship/samples/${id}`, body).expect(200);
    return id;
  };
  const aProfile = async (by: Person, sampleId: string, column: 1 | 2 | 3 | 4): Promise<string> => {
    const id = randomUUID();
    await by.put(`/api/kinship/profiles/${id}`, { sampleId, kit: 'GlobalFiler', markers: typed(column) }).expect(200);
    return id;
  };
  const aFamily = async (
    consents: readonly object[] = [{ purpose: 'match_abroad' }, { purpose: 'dna_match_abroad' }],
  ) => {
    const reportId = await registerReport(desk, { anteMortem: { sex: 'male' } }, consents);
    await desk.put(`/api/family-reports/${reportId}/relatives`, persons(), 1).expect(200);
    const father = await aSample(desk, { reportId, person: 'father', consent });
    const mother = await aSample(desk, { reportId, person: 'mother', consent });
    await aProfile(analyst, father, 1);
    await aProfile(analyst, mother, 2);
    return { reportId, father, mother };
  };
  const theBody = async (column: 3 | 4) => {
    const remainsId = await recordRemains(team, theRemains());
    const sample = await aSample(team, { remainsId });
    await aProfile(teamLaboratory, sample, column);
    return remainsId;
  };
  const resultsOf = async (reportId: string) =>
    (await analyst.get(`/api/kinship/results?reportId=${reportId}`).expect(200)).body.items as {
      id: string;
      remainsId: string;
      band: string;
      smallestLog10LR: number;
      version: number;
      [field: string]: unknown;
    }[];

  it('finds the remains, shows the ratio to the laboratory, and after two signatures a band to the other side', async () => {
    const remainsId = await theBody(3);
    const other = await theBody(4);
    const { reportId } = await aFamily();
    await cairn.settle();

    const [found, ...more] = await resultsOf(reportId);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ remainsId, band: 'supports_strongly', markersCompared: 14, signatures: 0 });
    const path = `/api/kinship/results/${found!.id}`;
    const { body: result } = await analyst.get(path).expect(200);
    expect(result.populations).toHaveLength(4);
    expect(result.smallestLog10LR).toBe(
      Math.min(...result.populations.map(({ log10LR }: { log10LR: number }) => log10LR)),
    );
    expect(result.genotypes.find(({ marker }: { marker: string }) => marker === 'TH01')).toMatchObject({
      remains: ['6', '7'],
      isInconsistent: false,
    });
    expect(result.notices.map(({ code }: { code: string }) => code)).toContain('kinship.linked-markers');
    expect((await analyst.get(`${path}/recomputation`).expect(200)).body.isIdentical).toBe(true);

    for (const person of [unqualified]) expect((await person.get(path)).body.code).toBe('kinship.not-qualified');
    for (const person of [stranger, teamLaboratory]) await person.get(path).expect(404);
    expect((await team.get(`/api/kinship/remains/${remainsId}/bands`).expect(200)).body.items).toEqual([]);

    const sign = (by: Person, conclusion: string, version: number, id: string = randomUUID()) =>
      by.put(
        `${path}/signatures/${id}`,
        { qualificationId: qualificationOf.get(by.userId), conclusion, statement: 'as computed' },
        version,
      );
    expect((await sign(analyst, 'excludes', 1)).body.code).toBe('kinship.may-not-exclude');
    const mine = randomUUID();
    await sign(analyst, 'supports_strongly', 1, mine).expect(200);
    await sign(analyst, 'supports_strongly', 1, mine).expect(200);
    await sign(second, 'supports_strongly', 1).expect(412);
    expect((await sign(second, 'supports', 2)).body.code).toBe('kinship.signatories-differ');
    const concluded = await sign(second, 'supports_strongly', 2).expect(200);
    expect(concluded.body.concludedAt).not.toBeNull();
    const { body: told } = await team.get(`/api/kinship/remains/${remainsId}/bands`).expect(200);
    expect(told.items).toEqual([
      { resultId: found!.id, band: 'supports_strongly', concludedAt: concluded.body.concludedAt },
    ]);
    await stranger.get(`/api/kinship/remains/${remainsId}/bands`).expect(404);

    // Nothing else speaks for this pair; what two have signed brings it before people all the same.
    await cairn.settle();
    const proposed = await desk.get(`/api/proposals?caseId=${reportId}&remainsId=${remainsId}`).expect(200);
    expect(proposed.body.items).toHaveLength(1);

    // The pair that no search proposes is computed when asked for, and both parents against it exclude.
    await analyst.post(`/api/kinship/families/${reportId}/comparisons/${other}`).expect(200);
    await analyst.post(`/api/kinship/families/${reportId}/comparisons/${other}`).expect(200);
    const asked = (await resultsOf(reportId)).filter((one) => one.remainsId === other);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ band: 'excludes', isClaimUnsupported: false });
    await stranger.post(`/api/kinship/families/${reportId}/comparisons/${other}`).expect(404);
  });

  it('compares each pair whichever side comes last, and proves it', async () => {
    const { reportId } = await aFamily();
    await cairn.settle();
    const remainsId = await theBody(3);
    await cairn.settle();
    expect((await resultsOf(reportId)).map((one) => one.remainsId)).toContain(remainsId);
    const auditor = await cairn.aPerson('CHE', 'network', ['auditor']);
    const { body } = await auditor.get('/api/kinship/coverage').expect(200);
    expect(body.holes).toBe(0);
    expect(body.pairs).toBeGreaterThanOrEqual(3);
  });

  it('computes nothing abroad without the consent for that, and does as soon as it is given', async () => {
    const remainsId = await theBody(3);
    const { reportId } = await aFamily([{ purpose: 'match_abroad' }]);
    await cairn.settle();
    expect(await resultsOf(reportId)).toEqual([]);
    await analyst.post(`/api/kinship/families/${reportId}/comparisons/${remainsId}`).expect(404);
    await desk
      .put(`/api/family-reports/${reportId}/consents/${randomUUID()}`, {
        ...{ purpose: 'dna_match_abroad', by: 'Fatoumata', on: '2026-02-02', how: 'in_person', textVersion: 'v1' },
      })
      .expect(200);
    await cairn.settle();
    expect((await resultsOf(reportId)).map((one) => one.remainsId)).toContain(remainsId);
  });

  it('forgets a donor who withdraws, at once, and asks the laboratory to destroy the sample', async () => {
    const remainsId = await theBody(3);
    const { reportId, father } = await aFamily();
    await cairn.settle();
    expect((await resultsOf(reportId)).length).toBeGreaterThan(0);
    await desk.put(`/api/kinship/samples/${father}/withdrawal`).expect(200);
    const left = async (sql: string) => ((await cairn.admin.query(sql, [reportId])) as { n: number }[])[0]!.n;
    expect(await left(`SELECT count(*)::int AS n FROM dna_profile WHERE report_id = $1 AND person = 'father'`)).toBe(0);
    expect(await left(`SELECT count(*)::int AS n FROM kinship_table WHERE report_id = $1`)).toBe(0);
    expect(await left(`SELECT count(*)::int AS n FROM kinship_result WHERE report_id = $1`)).toBe(0);
    await cairn.settle();
    // The mother alone is computed anew: one relative proves less, and excludes nobody.
    const [anew] = (await resultsOf(reportId)).filter((one) => one.remainsId === remainsId);
    expect(anew!.smallestLog10LR).toBeLessThan(6);
    const waiting = (await analyst.get(`/api/kinship/samples?waiting=destruction`).expect(200)).body.items as {
      id: string;
    }[];
    expect(waiting.map(({ id }) => id)).toContain(father);
    const destroyed = { on: '2026-03-01', by: 'Laboratoire de Dakar' };
    expect((await unqualified.put(`/api/kinship/samples/${father}/destruction`, destroyed)).body.code).toBe(
      'kinship.not-qualified',
    );
    await analyst.put(`/api/kinship/samples/${father}/destruction`, destroyed).expect(200);
    await analyst.put(`/api/kinship/samples/${father}/destruction`, destroyed).expect(200);
    await analyst.put(`/api/kinship/profiles/${randomUUID()}`, { sampleId: father, markers: typed(1) }).expect(409);
  });

  it('seals, after a signature, what the conclusion rests on', async () => {
    const remainsId = await theBody(3);
    const { reportId, mother } = await aFamily();
    await cairn.settle();
    const [found] = (await resultsOf(reportId)).filter((one) => one.remainsId === remainsId);
    const path = `/api/kinship/results/${found!.id}`;
    const words = { conclusion: 'supports_strongly', statement: 'as computed' };
    await analyst
      .put(`${path}/signatures/${randomUUID()}`, { ...words, qualificationId: qualificationOf.get(analyst.userId) }, 1)
      .expect(200);
    // The tick in the family's tree taken away is the donor's word as well.
    const version = (await desk.get(`/api/family-reports/${reportId}`).expect(200)).body.version as number;
    await desk
      .put(`/api/family-reports/${reportId}/relatives`, persons({ consentDna: 'refused' }), version)
      .expect(200);
    await cairn.settle();
    const { body: family } = await analyst.get(`/api/kinship/families/${reportId}`).expect(200);
    const kept = family.profiles as { person: string; isReviewOnly: boolean; isUsed: boolean }[];
    expect(kept.find(({ person }) => person === 'father')).toMatchObject({ isReviewOnly: true, isUsed: false });
    expect(kept.find(({ person }) => person === 'mother')).toMatchObject({ isReviewOnly: false, isUsed: true });
    expect((await analyst.get(path).expect(200)).body).toMatchObject({ isSealedForReview: true, mayBeSigned: false });
    expect(family.samples.find(({ id }: { id: string }) => id === mother).destructionAskedAt).toBeNull();
  });

  it('refuses at the border', async () => {
    const reportId = await registerReport(desk);
    await desk.put(`/api/family-reports/${reportId}/relatives`, persons(), 1).expect(200);
    const id = randomUUID();
    const body = { reportId, person: 'father', kind: 'buccal_swab', label: `L-${id}`, consent };
    const refused = async (more: object, code: string) => {
      const answer = await desk.put(`/api/kinship/samples/${randomUUID()}`, { ...body, ...more });
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([422, expect.stringContaining(code)]);
    };
    await refused({ consent: null }, 'kinship.donor-consent-needed');
    await refused({ consent: { ...consent, askedAlone: false } }, 'askedAlone');
    await refused({ person: 'uncle' }, 'kinship.person-not-in-pedigree');
    await refused({ remainsId: randomUUID() }, 'kinship.one-subject');
    await refused({ crimeStain: true }, 'crimeStain');
    await stranger.put(`/api/kinship/samples/${id}`, body).expect(404);
    await desk.put(`/api/kinship/samples/${id}`, body).expect(200);
    const profile = (markers: object[]) =>
      analyst.put(`/api/kinship/profiles/${randomUUID()}`, { sampleId: id, markers });
    expect((await profile([{ marker: 'TH01', alleles: ['6', '7', '8'] }])).body.code).toBe('kinship.not-two-alleles');
    expect((await profile([{ marker: 'TH01', alleles: ['six'] }])).status).toBe(422);
    expect(
      (await unqualified.put(`/api/kinship/profiles/${randomUUID()}`, { sampleId: id, markers: typed(1) })).status,
    ).toBe(403);
    const profileId = await aProfile(analyst, id, 1);
    const corrected = typed(1).map((one) => (one.marker === 'TPOX' ? { ...one, alleles: ['8', '8'] } : one));
    const put = (version?: number) =>
      analyst.put(
        `/api/kinship/profiles/${profileId}`,
        { sampleId: id, kit: 'GlobalFiler', markers: corrected },
        version,
      );
    await put().expect(428);
    await put(1).expect(200);
    expect((await put(1).expect(200)).body.version).toBe(2);
  });

  it('keeps frequency databases by their content, and never none in use', async () => {
    const { body } = await analyst.get('/api/kinship/frequencies').expect(200);
    expect(body.items).toHaveLength(4);
    expect(body.unseenAlleles).toMatchObject({ policy: 'add-minimum-and-rescale', atLeast: 0.001 });
    const csv = 'marker,allele,frequency\nTHO1,6,0.25\nTHO1,7,0.25\nTHO1,9.3,0.5\n';
    const said = { name: 'Dakar 2020', population: 'Dakar', source: 'a paper', licence: 'CC BY 4.0', persons: 200 };
    const upload = (text: string, by = analyst) => by.post('/api/kinship/frequencies', { ...said, csv: text });
    const { checksum } = (await upload(csv).expect(200)).body as { checksum: string };
    expect((await upload(csv).expect(200)).body.checksum).toBe(checksum);
    expect((await upload(csv.replace('0.5', '0.7'))).body.code).toBe('kinship.frequencies-do-not-sum-to-one');
    expect((await upload(csv.replace('9.3', 'x'))).body.errors[0]).toMatchObject({ path: 'line 4' });
    expect((await upload(csv, unqualified)).status).toBe(403);
    const use = (isInUse: boolean, version: number) =>
      analyst.put(`/api/kinship/frequencies/${checksum}/use`, { isInUse, reason: 'families of Dakar' }, version);
    const used = await use(true, 0).expect(200);
    expect(used.body.items.filter(({ isInUse }: { isInUse: boolean }) => isInUse)).toHaveLength(5);
    await use(false, 0).expect(412);
    await use(false, 1).expect(200);
  });
});
