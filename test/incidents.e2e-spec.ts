import { randomUUID } from 'node:crypto';
import { type IncidentRecord, IncidentsService } from '../src/incidents';
import { systemActor } from '../src/platform';
import { Cairn, type Person } from './support/cairn';

const anIncident = (changes: Partial<IncidentRecord> = {}): IncidentRecord => ({
  source: 'IOM-MMP',
  mainId: '2015.MMP01234',
  incidentId: '2015.MMP01234',
  ordinal: 0,
  reportedOn: '2015-04-18',
  route: 'Central Mediterranean',
  region: 'Mediterranean',
  country: 'LBY',
  location: 'North of Libya',
  latitude: 33.9,
  longitude: 14.1,
  dead: 1022,
  missing: null,
  survivors: 28,
  females: null,
  males: null,
  children: null,
  cause: 'Drowning',
  origin: null,
  sourceQuality: 4,
  informationSource: 'UNHCR',
  link: null,
  ...changes,
});

describe('incidents', () => {
  let cairn: Cairn;
  let coordinator: Person;
  const operator = systemActor('test', 'cli');

  beforeAll(async () => {
    cairn = await Cairn.start();
    coordinator = await cairn.aPerson('ITA', 'forensic', ['coordinator']);
    await cairn.app
      .get(IncidentsService)
      .importMany(operator, [
        anIncident(),
        anIncident({ ordinal: 1, dead: 3, latitude: null, longitude: null }),
        anIncident({ mainId: '2016.MMP1', incidentId: '2016.MMP1', reportedOn: null, route: null }),
      ]);
  });
  afterAll(() => cairn.close());

  it('are imported once; a revision changes the row and keeps what was said before', async () => {
    const service = cairn.app.get(IncidentsService);
    expect(await service.importMany(operator, [anIncident()])).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect(await service.importMany(operator, [anIncident({ missing: -2 })])).toEqual({
      created: 0,
      updated: 1,
      unchanged: 0,
    });
    const kept = (await cairn.admin.query(
      `SELECT record->>'dead' AS dead, record->>'missing' AS missing FROM incident_revision`,
    )) as object[];
    expect(kept).toEqual([{ dead: '1022', missing: null }]);
  });

  it('are listed by day, page by page, with those without a day last', async () => {
    const first = await coordinator.get('/api/incidents?limit=2').expect(200);
    expect(first.body.items).toHaveLength(2);
    const second = await coordinator.get(`/api/incidents?limit=2&cursor=${first.body.next}`).expect(200);
    expect(second.body.items.map((item: { reportedOn: string | null }) => item.reportedOn)).toEqual([null]);
    expect(second.body.next).toBeNull();
  });

  it('are shown on a map where they have a place, and counted where not', async () => {
    const { body } = await coordinator.get('/api/incidents/map?route=Central Mediterranean').expect(200);
    expect(body.points).toHaveLength(1);
    expect(body.withoutPlace).toBe(1);
    expect(body.credit).toMatch(/IOM/);
  });

  it('may be recorded by a coordinator where no register holds them, safely repeated, and refused when half a point', async () => {
    const { source: _, mainId: __, ordinal: ___, link: ____, ...dto } = anIncident({ incidentId: 'LESVOS-2026-11' });
    const path = `/api/incidents/${randomUUID()}`;
    const made = await coordinator.put(path, dto).expect(200);
    expect(made.body).toMatchObject({ source: 'cairn', incidentId: 'LESVOS-2026-11', version: 1 });
    await coordinator.put(path, dto).expect(200);
    await coordinator.put(path, { ...dto, dead: 7 }).expect(428);
    await coordinator.put(path, { ...dto, dead: 7 }, 1).expect(200);
    await coordinator.put(`/api/incidents/${randomUUID()}`, { ...dto, incidentId: 'X', latitude: null }).expect(422);
    const officer = await cairn.aPerson('ITA', 'forensic', ['forensic_officer']);
    await officer.put(path, dto).expect(403);
  });
});
