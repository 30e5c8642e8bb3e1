import { randomUUID } from 'node:crypto';
import { CasesService } from '../src/cases';
import { Database, systemActor } from '../src/platform';
import { Cairn, type Person } from './support/cairn';

describe('cases', () => {
  let cairn: Cairn;
  let officer: Person;
  let colleague: Person;
  let stranger: Person;
  const system = systemActor('test');

  beforeAll(async () => {
    cairn = await Cairn.start();
    officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    colleague = await cairn.aPerson('SEN', 'family', ['contact_point_officer'], officer);
    stranger = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
  });
  afterAll(() => cairn.close());

  const aCase = async (by: Person = officer, more: object = {}): Promise<string> => {
    const id = randomUUID();
    await by
      .put(`/api/family-reports/${id}`, {
        reference: `R-${id}`,
        registeredOn: '2026-01-05',
        anteMortem: { givenNames: 'Moussa', familyNames: 'Sanogo', nationalities: ['SEN'] },
        enquirer: { name: 'Fatoumata Sanogo', relationship: 'mother', phone: '+221 77 123 45 67', language: 'fr' },
        ...more,
      })
      .expect(200);
    await cairn.settle();
    return id;
  };

  it('are opened by a registered report, owned by the officer who took it, once', async () => {
    const id = await aCase();
    const { body } = await officer.get(`/api/cases/${id}`).expect(200);
    expect(body).toMatchObject({
      id,
      name: 'Moussa Sanogo',
      status: 'open',
      owner: { id: officer.userId },
      country: 'SEN',
      isOverdue: false,
    });
    const mine = await officer.get('/api/cases?mine=true').expect(200);
    expect(mine.body.items.filter((item: { id: string }) => item.id === id)).toHaveLength(1);
    expect((await colleague.get('/api/cases?mine=true').expect(200)).body.items).toEqual([]);
  });

  it('are not shown to another organisation, nor is it told that they exist', async () => {
    const id = await aCase();
    const refused = await stranger.get(`/api/cases/${id}`).expect(404);
    const absent = await stranger.get(`/api/cases/${randomUUID()}`).expect(404);
    expect({ ...refused.body, requestId: 0 }).toEqual({ ...absent.body, requestId: 0 });
    await stranger
      .put(`/api/cases/${id}/status-changes/${randomUUID()}`, { to: 'tracing', reason: 'x' }, 1)
      .expect(404);
  });

  it('change status with a reason, once however often it is sent, and never to identified by hand', async () => {
    const id = await aCase();
    const path = `/api/cases/${id}/status-changes/${randomUUID()}`;
    const changed = await officer.put(path, { to: 'tracing', reason: 'asked the coast guard' }, 1).expect(200);
    expect(changed.body).toMatchObject({ status: 'tracing', version: 2 });
    await officer.put(path, { to: 'tracing', reason: 'asked the coast guard' }, 1).expect(200);
    const refused = await officer
      .put(`/api/cases/${id}/status-changes/${randomUUID()}`, { to: 'identified', reason: 'sure' }, 2)
      .expect(409);
    expect(refused.body.code).toBe('cases.illegal-status-change');
    const stale = await officer
      .put(`/api/cases/${id}/status-changes/${randomUUID()}`, { to: 'closed', reason: 'x' }, 1)
      .expect(412);
    expect(stale.body.current).toMatchObject({ status: 'tracing' });
    const { body } = await officer.get(`/api/cases/${id}/timeline`).expect(200);
    expect(body.items.map(({ act, reason }: { act: string; reason: string | null }) => [act, reason])).toEqual([
      ['status-changed', 'asked the coast guard'],
      ['opened', null],
    ]);
  });

  it('keep a search log that is added to and never changed, sealed in the table', async () => {
    const id = await aCase();
    const path = `/api/cases/${id}/search-log/${randomUUID()}`;
    const entry = {
      on: '2026-02-01',
      asked: 'Hospital Dipreca',
      how: 'phone',
      answer: 'nobody of that name',
      minutes: 15,
    };
    await officer.put(path, entry).expect(200);
    const again = await officer.put(path, { ...entry, answer: 'changed' }).expect(200);
    expect(again.body.searchLog).toHaveLength(1);
    expect(again.body.searchLog[0]).toMatchObject({ answer: 'nobody of that name', minutes: 15 });
    const [{ entry: sealed }] = (await cairn.admin.query(`SELECT entry FROM case_search_entry WHERE case_id = $1`, [
      id,
    ])) as [{ entry: Buffer }];
    expect(sealed.toString('latin1')).not.toContain('Dipreca');
  });

  it('hold tasks with an owner and a day, and a review date within a year', async () => {
    const id = await aCase();
    const path = `/api/cases/${id}/tasks/${randomUUID()}`;
    const task = { what: 'ask the sister for a photograph', dueOn: '2026-01-10', assigneeId: colleague.userId };
    const made = await officer.put(path, task).expect(200);
    expect(made.body.tasks[0]).toMatchObject({ isDone: false, isOverdue: true, assignee: { id: colleague.userId } });
    await officer.put(path, { ...task, isDone: true }, 1).expect(200);
    await officer.put(path, { ...task, assigneeId: stranger.userId }, 2).expect(409);
    await officer.put(`/api/cases/${id}/review-date`, { on: '2035-01-01', reason: 'later' }, 1).expect(422);
    await officer.put(`/api/cases/${id}/owner`, { userId: stranger.userId, reason: 'x' }, 1).expect(409);
    const given = await officer
      .put(`/api/cases/${id}/owner`, { userId: colleague.userId, reason: 'on leave' }, 1)
      .expect(200);
    expect(given.body.owner.id).toBe(colleague.userId);
  });

  it('show an identification to their owner alone until the family has been told', async () => {
    const id = await aCase();
    const cases = cairn.app.get(CasesService);
    const database = cairn.app.get(Database);
    await database.act(system, (tx) => cases.markIdentified(tx, system, id));
    const seen = async (by: Person) =>
      (await by.get(`/api/cases/${id}`).expect(200)).body as { status: string; version: number };
    expect(await seen(officer)).toMatchObject({ status: 'identified' });
    expect(await seen(colleague)).toMatchObject({ status: 'open', version: 1 });
    expect(JSON.stringify((await colleague.get(`/api/cases/${id}/timeline`)).body)).not.toContain('identified');
    expect((await colleague.get('/api/cases?status=identified')).body.items).toEqual([]);
    await colleague
      .put(`/api/cases/${id}/status-changes/${randomUUID()}`, { to: 'closed', reason: 'x' }, 1)
      .expect(409);
    await database.act(system, (tx) => cases.showIdentified(tx, system, id));
    expect(await seen(colleague)).toMatchObject({ status: 'identified' });
    await database.act(system, (tx) => cases.reopenAfterReversal(tx, system, id));
    expect(await seen(colleague)).toMatchObject({ status: 'tracing' });
  });

  it('of one organisation may be linked as one person, and told apart again', async () => {
    const [a, b, foreign] = [await aCase(), await aCase(), await aCase(stranger)];
    const linked = await officer
      .put(`/api/cases/${a}/duplicates/${b}`, { decision: 'same_person', reason: 'two sisters asked' })
      .expect(200);
    // The engine may suggest others of the same name beside it.
    expect(linked.body.items).toContainEqual(
      expect.objectContaining({ caseId: b, decision: 'same_person', reason: 'two sisters asked' }),
    );
    expect((await officer.get(`/api/cases/${a}`)).body.linkedCases).toMatchObject([{ id: b }]);
    await officer
      .put(`/api/cases/${b}/duplicates/${a}`, { decision: 'different_persons', reason: 'other fathers' })
      .expect(200);
    expect((await officer.get(`/api/cases/${a}`)).body.linkedCases).toEqual([]);
    await officer.put(`/api/cases/${a}/duplicates/${foreign}`, { decision: 'same_person', reason: 'x' }).expect(404);
  });

  it('are listed for a consulate only where the family named its state, with a status and nothing more', async () => {
    const consul = await cairn.aPerson('SEN', 'consulate', ['consular_officer']);
    const other = await cairn.aPerson('MLI', 'consulate', ['consular_officer']);
    const desk = await cairn.aPerson('ITA', 'family', ['contact_point_officer']);
    const shared = await aCase(desk);
    await aCase(desk);
    const consent = {
      purpose: 'share_state',
      state: 'SEN',
      by: 'Fatoumata Sanogo',
      on: '2026-01-05',
      how: 'in_person',
      textVersion: 'v1',
    };
    await desk.put(`/api/family-reports/${shared}/consents/${randomUUID()}`, consent).expect(200);
    const { body } = await consul.get('/api/consulate/cases').expect(200);
    expect(body.items).toHaveLength(1);
    expect(Object.keys(body.items[0]).sort()).toEqual(['contactPoint', 'id', 'reference', 'since', 'status']);
    expect(body.items[0]).toMatchObject({ id: shared, status: 'registered' });
    expect((await other.get('/api/consulate/cases').expect(200)).body.items).toEqual([]);
    await consul.get(`/api/cases/${shared}`).expect(403);
  });
});
