import { randomUUID } from 'node:crypto';
import { Cairn, type Person } from './support/cairn';
import { aReport, recordRemains, registerReport, theRemains } from './support/records';

const ATLANTIC = 'Western Africa / Atlantic route to the Canary Islands';

describe('what the evidence is read by', () => {
  let cairn: Cairn;
  let desk: Person;
  let team: Person;
  let other: Person;

  beforeAll(async () => {
    cairn = await Cairn.start();
    desk = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    other = await cairn.aPerson('MLI', 'family', ['contact_point_officer', 'coordinator']);
  });
  afterAll(() => cairn.close());

  const isHiddenFrom = async (person: Person, path: (id: string) => string, id: string) => {
    const refused = await person.get(path(id)).expect(404);
    const absent = await person.get(path(randomUUID())).expect(404);
    expect({ ...refused.body, requestId: 0 }).toEqual({ ...absent.body, requestId: 0 });
  };

  it('lists the candidates of a case, strongest first, by what each rests on; to its own desk alone', async () => {
    const reportId = await registerReport(desk);
    await recordRemains(team);
    await recordRemains(team, { postMortem: { ...theRemains().postMortem, phones: [], namesFound: [], marks: [] } });
    await cairn.settle();
    const path = (id: string) => `/api/cases/${id}/candidates`;
    const { body } = await desk.get(path(reportId)).expect(200);
    expect(body.items.length).toBeGreaterThanOrEqual(1);
    const strengths = body.items.map(({ log10Lr }: { log10Lr: number }) => log10Lr);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(body.items[0].agreeing).toEqual(expect.arrayContaining(['phones', 'names']));
    expect(body.items[0].remains).toEqual({ country: 'ESP', sex: 'male', recovered: { year: 2026, month: 1 } });
    expect(body.coverage).toMatchObject({ comparedWith: 2, holes: 0 });
    expect(JSON.stringify(body)).not.toMatch(/El Hierro|PM-|771234567/);
    await isHiddenFrom(other, path, reportId);
    await team.get(path(reportId)).expect(403);
  });

  it('tells a desk what would help its case, from many remains together and of none of them', async () => {
    const { anteMortem } = aReport();
    const reportId = await registerReport(desk, {
      anteMortem: { ...anteMortem, heightCm: undefined, marks: [], phones: [] },
    });
    await cairn.settle();
    const path = (id: string) => `/api/cases/${id}/power`;
    const { body } = await desk.get(path(reportId)).expect(200);
    const pieces = body.items.map(({ piece }: { piece: string }) => piece);
    expect(pieces).toEqual(expect.arrayContaining(['dental-chart', 'relative-sample', 'height']));
    expect(pieces).not.toContain('birth-date');
    const sample = body.items.find(({ piece }: { piece: string }) => piece === 'relative-sample');
    expect(sample).toMatchObject({ relative: 'sibling', effect: 'much' });
    await isHiddenFrom(other, path, reportId);
  });

  it('traces remains back to a corridor, an origin and the desks worth asking, for the team that holds them', async () => {
    await cairn.admin.query(`UPDATE contact_point SET routes = $2, languages = '{fr,wo}' WHERE organisation_id = $1`, [
      desk.organisationId,
      [ATLANTIC],
    ]);
    const { contactPointId } = desk;
    const remainsId = await recordRemains(team);
    const path = (id: string) => `/api/remains/${id}/tracing`;
    const { body } = await team.get(path(remainsId)).expect(200);
    expect(body.corridors[0].route).toBe(ATLANTIC);
    expect(body.origins[0]).toMatchObject({ country: 'SEN', reasons: ['hint', 'phone'] });
    expect(body.departure.likelyTo < '2026-01-20').toBe(true);
    const asked = body.desks.find(({ id }: { id: string }) => id === contactPointId);
    expect(asked.reasons).toContainEqual({ reason: 'serves-origin', of: 'SEN' });
    expect(asked.reasons).toContainEqual({ reason: 'covers-route', of: ATLANTIC });
    await isHiddenFrom(await cairn.aPerson('ITA', 'forensic', ['forensic_officer']), path, remainsId);
    await desk.get(path(remainsId)).expect(403);
  });

  it('shows of one event the register to everybody, and to each organisation its own records', async () => {
    const coordinator = await cairn.aPerson('CHE', 'network', ['coordinator']);
    const incidentId = randomUUID();
    const reference = `2026.MMP${incidentId.slice(0, 4)}`;
    await coordinator
      .put(`/api/incidents/${incidentId}`, {
        ...{ incidentId: reference, reportedOn: '2026-01-10', route: ATLANTIC, region: null, country: 'ESP' },
        ...{ location: 'off El Hierro', latitude: 27.6, longitude: -18.1, dead: 12, missing: null, survivors: null },
        ...{ females: null, males: null, children: null, cause: null, origin: null, sourceQuality: null },
        informationSource: null,
      })
      .expect(200);
    const { anteMortem } = aReport();
    const reportId = await registerReport(desk, { anteMortem: { ...anteMortem, incidentReference: reference } });
    await registerReport(other, { anteMortem: { ...anteMortem, incidentReference: reference.toLowerCase() } });
    const { postMortem } = theRemains();
    const remainsId = await recordRemains(team, { postMortem: { ...postMortem, incidentReference: reference } });
    await cairn.settle();
    const path = `/api/incidents/${incidentId}/overview`;
    const { body: family } = await desk.get(path).expect(200);
    expect(family.cases).toMatchObject([
      { id: reportId, name: 'Moussa Tidiane Sanogo', openProposals: expect.any(Number) },
    ]);
    expect(family.cases[0].openProposals).toBeGreaterThan(0);
    expect(family).toMatchObject({ remains: null, coverage: { open: 1, compared: 1 } });
    expect(family.coverage.asOf).toMatch(/^2/);
    const { body: forensic } = await team.get(path).expect(200);
    // Nobody has asked: the team does not learn that there is a pair.
    expect(forensic).toMatchObject({ cases: null, remains: [{ id: remainsId, openProposals: 0 }] });
    const { body: stranger } = await coordinator.get(path).expect(200);
    expect(stranger).toMatchObject({ cases: null, remains: null, incident: { dead: 12 } });
    await desk.get(`/api/incidents/${randomUUID()}/overview`).expect(404);
  });
});
