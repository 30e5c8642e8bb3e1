import { randomUUID } from 'node:crypto';
import { RemainsBulkRegistration, RemainsRecords, RemainsStatusChanges } from '../src/forensic-remains';
import { type Actor, Database, systemActor } from '../src/platform';
import type { Response } from 'supertest';
import { Cairn, eventually, type Person } from './support/cairn';

/** Remains of one person; only what matters to a test is written there. */
const aRecord = (said: object = {}, postMortem: object = {}) => ({
  reference: `B-${randomUUID().slice(0, 8)}`,
  postMortem: {
    recoveredOn: '2025-06-14',
    recoveryPlace: { name: 'Cala Pisana', latitude: 35.503, longitude: 12.627, country: 'ITA' },
    condition: ['decomposed'],
    sex: 'female',
    ageYears: { from: 22, to: 31 },
    heightCm: { from: 158, to: 166 },
    ...postMortem,
  },
  ...said,
});

describe('forensic remains', () => {
  let cairn: Cairn;
  let officer: Person;
  let colleague: Person;
  let foreigner: Person;
  let sameCountry: Person;

  beforeAll(async () => {
    cairn = await Cairn.start();
    officer = await cairn.aPerson('ITA', 'forensic', ['forensic_officer']);
    colleague = await cairn.aPerson('ITA', 'forensic', ['coordinator'], officer);
    foreigner = await cairn.aPerson('TUN', 'forensic', ['forensic_officer']);
    sameCountry = await cairn.aPerson('ITA', 'forensic', ['forensic_officer']);
  });
  afterAll(() => cairn.close());

  const recorded = async (said: object = {}, postMortem: object = {}): Promise<string> => {
    const id = randomUUID();
    await officer.put(`/api/remains/${id}`, aRecord(said, postMortem)).expect(200);
    return id;
  };
  const changesOf = async (id: string): Promise<boolean[]> =>
    (
      (await cairn.admin.query(`SELECT is_open FROM comparison_change WHERE record_id = $1 ORDER BY change_no`, [
        id,
      ])) as {
        is_open: boolean;
      }[]
    ).map(({ is_open }) => is_open);
  const auditOf = async (id: string): Promise<string[]> =>
    (
      (await cairn.admin.query(`SELECT act FROM audit_entry WHERE subject = $1 ORDER BY id`, [id])) as { act: string }[]
    ).map(({ act }) => act);
  const inTransaction = <T>(work: Parameters<Database['act']>[1]): Promise<T> =>
    cairn.app.get(Database).act(systemActor('test', 'cli'), work) as Promise<T>;
  const withoutRequest = (body: unknown) => ({ ...(body as object), requestId: undefined });
  const status = (id: string, said: object, changeId = randomUUID()) =>
    officer.put(`/api/remains/${id}/status-changes/${changeId}`, { reason: 'as examined', on: '2025-07-01', ...said });
  const handover = (id: string, said: object, handoverId = randomUUID()) =>
    officer.put(`/api/remains/${id}/custody/${handoverId}`, { on: '2025-06-14', ...said });

  describe('a record', () => {
    it('is recorded once, however often it is sent, and shown whole to its team', async () => {
      const id = randomUUID();
      const record = aRecord({ location: 'Mortuary of Agrigento', grave: { cemetery: 'Piano Gatta', plot: '4' } });
      const first = await officer.put(`/api/remains/${id}`, record).expect(200);
      expect(first.body).toMatchObject({
        ...record,
        grave: { cemetery: 'Piano Gatta', plot: '4', to: null },
        version: 1,
      });
      expect(first.body).toMatchObject({ status: 'recorded', recoveredYear: 2025, recoveredMonth: 6, sex: 'female' });
      expect(first.body.notExaminable).toEqual(['eyeColour']);
      const again = await officer.put(`/api/remains/${id}`, record).expect(200);
      expect(again.body).toEqual(first.body);
      expect(await changesOf(id)).toEqual([true]);
      const shown = await colleague.get(`/api/remains/${id}`).expect(200);
      expect(shown.body).toEqual(first.body);
      expect(await auditOf(id)).toEqual([
        'forensic-remains.recorded',
        'forensic-remains.read',
        'forensic-remains.read',
      ]);
    });

    it('does not exist for another team, another country or a family desk, whatever they ask', async () => {
      const id = await recorded();
      for (const stranger of [foreigner, sameCountry]) {
        const absent = await stranger.get(`/api/remains/${randomUUID()}`).expect(404);
        for (const path of ['', '/timeline', '/whereabouts']) {
          const refused = await stranger.get(`/api/remains/${id}${path}`).expect(404);
          expect(withoutRequest(refused.body)).toEqual(withoutRequest(absent.body));
        }
        await stranger.put(`/api/remains/${id}`, aRecord(), 1).expect(404);
        for (const [part, body] of [
          ['status-changes', { to: 'examined', reason: 'x', on: '2025-07-01' }],
          ['custody', { from: 'a', to: 'b', on: '2025-07-01' }],
          ['samples', { kind: 'bone', label: 'L' }],
          ['examinations', { kind: 'dental', state: 'assigned' }],
        ] as const) {
          const refused = await stranger.put(`/api/remains/${id}/${part}/${randomUUID()}`, body).expect(404);
          const none = await stranger.put(`/api/remains/${randomUUID()}/${part}/${randomUUID()}`, body).expect(404);
          expect(withoutRequest(refused.body)).toEqual(withoutRequest(none.body));
        }
        const { body } = await stranger.get('/api/remains').expect(200);
        expect(body.items).toEqual([]);
      }
      const family = await cairn.aPerson('ITA', 'family', ['contact_point_officer']);
      await family.get(`/api/remains/${id}`).expect(403);
      expect(await auditOf(id)).toEqual(['forensic-remains.recorded']);
    });

    it('asks for the version of a change, and shows the loser of two edits what stands', async () => {
      const id = randomUUID();
      const path = `/api/remains/${id}`;
      const record = aRecord();
      await officer.put(path, record).expect(200);
      const taller = { ...record, postMortem: { ...record.postMortem, heightCm: { from: 170, to: 175 } } };
      await officer.put(path, taller).expect(428);
      await officer.put(path, taller, 1).expect(200);
      const mine = { ...record, postMortem: { ...record.postMortem, eyeColour: 'brown' } };
      const stale = await colleague.put(path, mine, 1).expect(412);
      expect(stale.body.current).toMatchObject({ version: 2, postMortem: { heightCm: { from: 170, to: 175 } } });
      expect((await auditOf(id)).slice(-2)).toEqual(['forensic-remains.changed', 'forensic-remains.read']);
      const [past] = (await cairn.admin.query(
        `SELECT count(*)::int AS count FROM remains_past_version WHERE remains_id = $1`,
        [id],
      )) as { count: number }[];
      expect(past!.count).toBe(1);
    });

    it('is refused at the border when it is not of the agreed shape', async () => {
      const path = `/api/remains/${randomUUID()}`;
      for (const [record, code] of [
        [aRecord({ colour: 'x' }), 'platform.unknown-field'],
        [aRecord({}, { heightCm: { from: 1.6, to: 1.7 } }), 'platform.too-small'],
        [aRecord({}, { recoveryPlace: { latitude: 200, longitude: 1 } }), 'platform.too-big'],
        [aRecord({}, { recoveredOn: 'last summer' }), 'description.date-not-understood'],
        [aRecord({ reference: '' }), 'platform.too-small'],
      ] as const) {
        const refused = await officer.put(path, record).expect(422);
        expect(refused.body.errors[0].code).toBe(code);
      }
      await officer.put('/api/remains/1', aRecord()).expect(400);
      await officer.put(path, aRecord()).set('If-Match', 'one').expect(422);
      await officer.get(path).expect(404);
    });

    it('keeps references apart within a desk, and lets another desk use the same', async () => {
      const record = aRecord();
      await officer.put(`/api/remains/${randomUUID()}`, record).expect(200);
      const taken = await officer.put(`/api/remains/${randomUUID()}`, record).expect(409);
      expect(taken.body.code).toBe('forensic-remains.reference-taken');
      await foreigner.put(`/api/remains/${randomUUID()}`, record).expect(200);
      const records = cairn.app.get(RemainsRecords);
      const found = await inTransaction<unknown[]>((tx) =>
        records.findByReference(tx, { reference: record.reference }),
      );
      expect(found).toHaveLength(2);
    });

    it('holds nothing that was told of a person in the clear', async () => {
      const seeds = ['Zanzibarite', 'Quokkafield', 'Xylophonist', 'Wolframite', 'Yttrium', 'Vermilion', 'Ultramarin'];
      const id = await recorded(
        { location: seeds[0], grave: { cemetery: seeds[1] } },
        { namesFound: [seeds[2]], recoveryPlace: { name: seeds[3] } },
      );
      await handover(id, { from: seeds[4], to: 'Mortuary', reason: seeds[4] }).expect(200);
      await status(id, { to: 'examined', reason: seeds[5] }).expect(200);
      await officer
        .put(`/api/remains/${id}/examinations/${randomUUID()}`, {
          ...{ kind: 'dental', state: 'done', on: '2025-06-20', by: seeds[6], findings: seeds[6] },
        })
        .expect(200);
      const tables = (await cairn.admin.query(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      )) as { name: string }[];
      expect(tables.length).toBeGreaterThan(15);
      for (const { name } of tables) {
        const rows = (await cairn.admin.query(`SELECT t::text AS row FROM "${name}" t`)) as { row: string }[];
        const all = rows.map(({ row }) => row).join('\n');
        for (const seed of seeds) {
          expect(all.includes(seed)).toBe(false);
          expect(all.includes(Buffer.from(seed).toString('hex'))).toBe(false);
        }
      }
    });

    it('counts a change of comparison exactly when what is compared changes', async () => {
      const id = randomUUID();
      const path = `/api/remains/${id}`;
      const draft = aRecord({ draft: true });
      await officer.put(path, draft).expect(200);
      expect(await changesOf(id)).toEqual([]);
      const record = { ...draft, draft: false };
      await officer.put(path, record, 1).expect(200);
      expect(await changesOf(id)).toEqual([true]);
      await officer.put(path, record, 2).expect(200);
      await officer.put(path, { ...record, location: 'Mortuary' }, 2).expect(200);
      await officer.put(path, { ...record, reference: `${record.reference}b` }, 3).expect(200);
      await status(id, { to: 'examined' }).expect(200);
      await status(id, { to: 'buried' }).expect(200);
      await handover(id, { from: 'Finder', to: 'Mortuary' }).expect(200);
      expect(await changesOf(id)).toEqual([true]);
      const taller = {
        ...record,
        reference: `${record.reference}b`,
        postMortem: { sex: 'female', heightCm: { from: 170, to: 175 } },
      };
      await officer.put(path, taller, 4).expect(200);
      expect(await changesOf(id)).toEqual([true, true]);
      await officer.put(path, { ...taller, draft: true }, 5).expect(409);
      const statusChanges = cairn.app.get(RemainsStatusChanges);
      const actor = systemActor('test');
      const decision = { authorityReference: 'Procura 12/2025', decidedOn: '2025-09-01' };
      await inTransaction((tx) => statusChanges.markIdentified(tx, actor, id, decision));
      expect(await changesOf(id)).toEqual([true, true]);
      await status(id, { to: 'released', authorityReference: 'Procura 13/2025' }).expect(200);
      expect(await changesOf(id)).toEqual([true, true, false]);
      await status(id, { to: 'repatriated' }).expect(200);
      await inTransaction((tx) => statusChanges.reverseIdentification(tx, actor, id, 'a second profile'));
      expect(await changesOf(id)).toEqual([true, true, false, true]);
      const { body } = await officer.get(path).expect(200);
      expect(body.status).toBe('examined');
    });
  });

  describe('the status', () => {
    it('passes along lawful ways once, and is refused elsewhere with the reason', async () => {
      const id = await recorded();
      const changeId = randomUUID();
      await status(id, { to: 'examined' }, changeId).expect(200);
      const again = await status(id, { to: 'examined' }, changeId).expect(200);
      expect(again.body.statusChanges).toHaveLength(1);
      expect((await status(id, { to: 'examined', reason: 'otherwise' }, changeId).expect(409)).body.code).toBe(
        'forensic-remains.already-recorded',
      );
      for (const [to, code] of [
        ['identified', 'identified-by-decision-only'],
        ['released', 'status-not-reachable'],
        ['reported', 'status-not-reachable'],
      ])
        expect((await status(id, { to, authorityReference: 'x' }).expect(409)).body.code).toBe(
          `forensic-remains.${code}`,
        );
      await status(id, { to: 'examined', on: '2999-01-01' }).expect(422);
      await status(id, { to: 'eaten' }).expect(422);
    });

    it('is identified by the decision alone, once, and goes home by a release with its reference', async () => {
      const id = await recorded();
      const statusChanges = cairn.app.get(RemainsStatusChanges);
      const decision = { authorityReference: 'Procura 1/2025', decidedOn: '2025-09-01' };
      for (let time = 0; time < 2; time++) {
        const summary = await inTransaction((tx) =>
          statusChanges.markIdentified(tx, systemActor('test'), id, decision),
        );
        expect(summary).toMatchObject({ status: 'identified', isIdentified: true, isOpen: true });
      }
      expect((await status(id, { to: 'released' }).expect(409)).body.code).toBe(
        'forensic-remains.authority-reference-needed',
      );
      await status(id, { to: 'released', authorityReference: 'Procura 2/2025' }).expect(200);
      const home = await status(id, { to: 'repatriated' }).expect(200);
      expect(home.body.statusChanges.map(({ to }: { to: string }) => to)).toEqual([
        'identified',
        'released',
        'repatriated',
      ]);
    });

    it('lets the unidentified be cremated by written order and with the minimum of evidence only', async () => {
      const id = await recorded();
      const cremation = { to: 'buried', disposal: 'cremation' };
      expect((await status(id, cremation).expect(409)).body.code).toBe('forensic-remains.cremation-needs-order');
      const ordered = { ...cremation, authorityReference: 'Order 7' };
      const refused = await status(id, ordered).expect(409);
      expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
        ...['external-examination', 'dental-examination', 'fingerprints', 'dna-sample'],
      ]);
      for (const [kind, more] of [
        ['external', { state: 'done' }],
        ['dental', { state: 'not_possible', why: 'no jaws' }],
        ['fingerprints', { state: 'not_possible', why: 'no skin' }],
      ] as const)
        await officer
          .put(`/api/remains/${id}/examinations/${randomUUID()}`, { kind, on: '2025-06-20', ...more })
          .expect(200);
      await officer
        .put(`/api/remains/${id}/samples/${randomUUID()}`, { kind: 'femur', label: `S-${randomUUID()}` })
        .expect(200);
      await status(id, ordered).expect(200);
      const elsewhere = await recorded();
      await status(elsewhere, { ...cremation, doneElsewhere: true }).expect(200);
      const buried = await recorded();
      const changeId = randomUUID();
      await status(buried, { to: 'buried' }, changeId).expect(200);
      const again = await status(buried, { to: 'buried' }, changeId).expect(200);
      expect(again.body.statusChanges).toMatchObject([{ to: 'buried', disposal: 'burial' }]);
    });

    it('of remains that were seen but not recovered begins as reported, and asks for their place', async () => {
      const sighting = { source: 'fisherman', reviewOn: '2026-12-01' };
      const nowhere = aRecord({ sighting, postMortem: {} });
      await officer.put(`/api/remains/${randomUUID()}`, nowhere).expect(422);
      const id = await recorded({ sighting, location: 'off Zarzis' });
      const { body } = await officer.get(`/api/remains/${id}`).expect(200);
      expect(body).toMatchObject({ status: 'reported', reviewOn: '2026-12-01', source: 'fisherman' });
      expect(body.whereabouts).toMatchObject({ kind: 'not_recovered', place: 'off Zarzis' });
    });
  });

  describe('the chain of custody', () => {
    it('goes hand to hand; a hand-over by another than the holder, or to oneself, is refused', async () => {
      const id = await recorded();
      const first = randomUUID();
      await handover(id, { from: 'Coast guard', to: 'Mortuary' }, first).expect(200);
      const again = await handover(id, { from: 'Coast guard', to: 'Mortuary' }, first).expect(200);
      expect(again.body.custody).toHaveLength(1);
      await handover(id, { from: 'Coast guard', to: 'Cemetery' }, first).expect(409);
      const on = '2025-06-20';
      const gap = await handover(id, { from: 'Coast guard', to: 'Institute', on }).expect(409);
      expect(gap.body.code).toBe('forensic-remains.custody-gap');
      const unknown = await handover(id, { from: null, to: 'Institute', on }).expect(409);
      expect(unknown.body.code).toBe('forensic-remains.custody-gap');
      const self = await handover(id, { from: 'Mortuary', to: ' MORTUARY', on }).expect(409);
      expect(self.body.code).toBe('forensic-remains.custody-to-oneself');
      await handover(id, { from: 'Mortuary', to: 'Institute', on: '2999-01-01' }).expect(409);
      await handover(id, { from: 'Mortuary', on }).expect(422);
      const whole = await handover(id, { from: 'Mortuary', to: 'Institute', on, seal: '0042' }).expect(200);
      expect(whole.body.custodyGaps).toEqual([]);
      expect(whole.body.whereabouts).toMatchObject({ kind: 'custody', holder: 'Institute', since: on });
    });

    it('keeps a gap that happened on paper as a gap, flagged, with its reason', async () => {
      const id = await recorded();
      await handover(id, { from: 'Coast guard', to: 'Mortuary' }).expect(200);
      const paper = { from: null, to: 'Cemetery', on: '2025-08-01', enteredLater: true };
      await handover(id, paper).expect(409);
      const { body } = await handover(id, { ...paper, reason: 'register of the cemetery' }).expect(200);
      expect(body.custodyGaps).toMatchObject([{ lastHolder: 'Mortuary', since: '2025-06-14', until: '2025-08-01' }]);
    });

    it('lets one of two hand-overs at the same moment through', async () => {
      const id = await recorded();
      await handover(id, { from: 'Coast guard', to: 'Mortuary' }).expect(200);
      // Held back until both have come as far as they can, so that they really are at the same moment.
      const barrier = cairn.admin.createQueryRunner();
      await barrier.startTransaction();
      await barrier.query(`SELECT FROM forensic_remains WHERE id = $1 FOR UPDATE`, [id]);
      const both = Promise.all(
        ['Institute', 'Cemetery'].map((to) => handover(id, { from: 'Mortuary', to, on: '2025-06-20' })),
      );
      await eventually(async () => {
        const [{ waiting }] = (await cairn.admin.query(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )) as [{ waiting: number }];
        return waiting === 2;
      });
      await barrier.commitTransaction();
      await barrier.release();
      expect((await both).map(({ status: code }) => code).sort()).toEqual([200, 409]);
    });

    it('answers where a person was on any day, from recovery to grave', async () => {
      const id = await recorded();
      const path = `/api/remains/${id}`;
      await handover(id, { from: 'Coast guard', to: 'Mortuary', place: 'Agrigento' }).expect(200);
      const { body } = await officer.get(path).expect(200);
      const grave = { cemetery: 'Piano Gatta', plot: '4', row: null, number: null, from: '2025-07-10' };
      const { reference, postMortem } = body;
      await officer.put(path, { reference, postMortem, grave }, 1).expect(200);
      const on = async (day: string) => (await officer.get(`${path}/whereabouts?on=${day}`).expect(200)).body;
      expect(await on('2025-06-01')).toMatchObject({ kind: 'not_recovered' });
      expect(await on('2025-06-30')).toMatchObject({ kind: 'custody', holder: 'Mortuary', place: 'Agrigento' });
      expect(await on('2025-07-10')).toMatchObject({ kind: 'grave', place: 'Piano Gatta' });
      await officer.put(path, { reference, postMortem, grave: null }, 2).expect(200);
      expect(await on('2025-08-01')).toMatchObject({ kind: 'grave' });
      const { items } = (await officer.get(`${path}/timeline`).expect(200)).body as { items: { kind: string }[] };
      expect(items.map(({ kind }) => kind)).toEqual([
        ...['recovered', 'custody', 'buried', 'recorded', 'changed', 'changed', 'exhumed'],
      ]);
    });
  });

  it('keeps examinations by version and samples by label', async () => {
    const id = await recorded();
    const examination = `/api/remains/${id}/examinations/${randomUUID()}`;
    const begun = { kind: 'dental', state: 'assigned', by: 'Dr Rossi' };
    await officer.put(examination, begun).expect(200);
    await officer.put(examination, begun).expect(200);
    const done = { kind: 'dental', state: 'done', on: '2025-06-20', by: 'Dr Rossi', findings: '46 amf' };
    await officer.put(examination, done).expect(428);
    await officer.put(examination, done, 1).expect(200);
    const stale = await colleague.put(examination, { ...done, findings: '36 amf' }, 1).expect(412);
    expect(stale.body.current).toMatchObject({ version: 2, findings: '46 amf' });
    await officer.put(examination, { kind: 'dental', state: 'not_possible' }, 2).expect(422);
    const label = `S-${randomUUID()}`;
    const sample = `/api/remains/${id}/samples/${randomUUID()}`;
    await officer.put(sample, { kind: 'tooth', label }).expect(200);
    const { body } = await officer.put(sample, { kind: 'tooth', label }).expect(200);
    expect(body.samples).toHaveLength(1);
    const taken = await officer.put(`/api/remains/${await recorded()}/samples/${randomUUID()}`, {
      kind: 'tooth',
      label,
    });
    expect(taken.body.code).toBe('forensic-remains.label-taken');
    expect(await changesOf(id)).toEqual([true]);
  });

  describe('what was entered wrongly', () => {
    const correct = (id: string, body: object, by = officer, correctionId = randomUUID()) =>
      by.put(`/api/remains/${id}/corrections/${correctionId}`, body);
    const timelineOf = async (id: string) =>
      (await officer.get(`/api/remains/${id}/timeline`).expect(200)).body.items as {
        kind: string;
        what: string;
        struckBecause: string | null;
      }[];

    it('of a hand-over is struck with its reason, and what stands in its place takes its place in the chain', async () => {
      const id = await recorded();
      const [first, second] = [randomUUID(), randomUUID()];
      await handover(id, { from: 'Coast guard', to: 'Mortuary' }, first).expect(200);
      await handover(id, { from: 'Mortuary', to: 'Institute' }, second).expect(200);
      const replacement = { id: randomUUID(), from: 'Coast guard', to: 'Morgue of Agrigento', on: '2025-06-14' };
      const body = { kind: 'custody', corrects: first, reason: 'the receipt names the morgue', replacement };
      const correctionId = randomUUID();
      for (let time = 0; time < 2; time++) await correct(id, body, officer, correctionId).expect(200);
      await correct(id, { ...body, reason: 'another' }, officer, correctionId).expect(409);
      const { body: view } = await officer.get(`/api/remains/${id}`).expect(200);
      expect(view.custody.map(({ to }: { to: string }) => to)).toEqual(['Morgue of Agrigento', 'Institute']);
      // The neighbour that does not fit is shown as a gap until it is put right too.
      expect(view.custodyGaps).toMatchObject([{ handoverId: second }]);
      const next = { id: randomUUID(), from: 'Morgue of Agrigento', to: 'Institute', on: '2025-06-14' };
      const whole = await correct(id, { kind: 'custody', corrects: second, reason: 'as above', replacement: next });
      expect(whole.body.custodyGaps).toEqual([]);
      expect(whole.body.whereabouts).toMatchObject({ holder: 'Institute' });
      expect(whole.body.corrections).toMatchObject([
        { corrects: first, replacedBy: replacement.id, what: 'Coast guard → Mortuary', reason: body.reason },
        { corrects: second, replacedBy: next.id },
      ]);
      const items = await timelineOf(id);
      expect(
        items
          .filter(({ kind }) => kind === 'custody')
          .map(({ struckBecause }) => struckBecause !== null)
          .sort(),
      ).toEqual([...[false, false, true, true]]);
      expect(items.filter(({ kind }) => kind === 'corrected')).toHaveLength(2);
      // What was said stays as it was said, and the reason is in no clear column.
      const [kept] = (await cairn.admin.query(
        `SELECT (SELECT count(*)::int FROM custody_event WHERE remains_id = $1) AS said,
           (SELECT bool_or(position('receipt'::bytea in reason) > 0) FROM remains_correction WHERE remains_id = $1) AS clear`,
        [id],
      )) as object[];
      expect(kept).toEqual({ said: 4, clear: false });
    });

    it('of a sample is struck, its label free for the body it is of, and no file brings it back', async () => {
      const [wrong, right] = [await recorded(), await recorded()];
      const label = `S-${randomUUID()}`;
      const sample = randomUUID();
      await officer.put(`/api/remains/${wrong}/samples/${sample}`, { kind: 'bone', label }).expect(200);
      const struck = { kind: 'sample', corrects: sample, reason: 'of the next drawer', replacement: null };
      const { body } = await correct(wrong, struck).expect(200);
      expect(body).toMatchObject({ samples: [], corrections: [{ what: `bone ${label}`, replacedBy: null }] });
      expect((await correct(wrong, struck)).body.code).toBe('forensic-remains.corrected-already');
      const moved = randomUUID();
      await officer.put(`/api/remains/${right}/samples/${moved}`, { kind: 'bone', label }).expect(200);
      const better = { id: randomUUID(), kind: 'femur', label };
      const put = { kind: 'sample', corrects: moved, reason: 'it is a femur', replacement: better };
      const corrected = await correct(right, put).expect(200);
      expect(corrected.body.samples).toMatchObject([{ id: better.id, kind: 'femur', label }]);
      // Sent again after a lost reply, the struck sample is not taken anew.
      await officer.put(`/api/remains/${right}/samples/${moved}`, { kind: 'bone', label }).expect(200);
      expect((await officer.get(`/api/remains/${right}`)).body.samples).toHaveLength(1);
    });

    it('is corrected by its own team alone, of its own remains, and with a reason', async () => {
      const id = await recorded();
      const first = randomUUID();
      await handover(id, { from: 'Coast guard', to: 'Mortuary' }, first).expect(200);
      const body = { kind: 'custody', corrects: first, reason: 'twice entered', replacement: null };
      const abroad = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
      const hidden = await correct(id, body, abroad).expect(404);
      const absent = await correct(randomUUID(), body, abroad).expect(404);
      expect({ ...hidden.body, requestId: 0 }).toEqual({ ...absent.body, requestId: 0 });
      expect((await correct(await recorded(), body)).body.code).toBe('forensic-remains.nothing-to-correct');
      await correct(id, { ...body, reason: '' }).expect(422);
      await correct(id, { ...body, kind: 'examination' }).expect(422);
      await correct(id, { ...body, replacement: { id: randomUUID(), kind: 'bone', label: 'x' } }).expect(422);
    });
  });

  it('lists the remains of one’s own team in pages, by status and by the beginning of a reference', async () => {
    const team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    for (let number = 1; number <= 5; number++)
      await team
        .put(`/api/remains/${randomUUID()}`, aRecord({ reference: `ÉTÉ-${number}`, draft: number === 5 }))
        .expect(200);
    const walk = async (query: string): Promise<string[]> => {
      const found: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Response = await team
          .get(`/api/remains?limit=2${query}${cursor && `&cursor=${cursor}`}`)
          .expect(200);
        const { items, next } = page.body as { items: { reference: string }[]; next: string | null };
        found.push(...items.map(({ reference }) => reference));
        cursor = next;
      }
      return found;
    };
    expect(await walk('')).toEqual([5, 4, 3, 2, 1].map((number) => `ÉTÉ-${number}`));
    expect(await walk(`&mine=true&q=${encodeURIComponent('ÉTÉ')}`)).toEqual([1, 2, 3, 4, 5].map((n) => `ÉTÉ-${n}`));
    expect(await walk('&status=identified')).toEqual([]);
    expect(await walk('&q=%25')).toEqual([]);
    await team.get('/api/remains?cursor=nonsense').expect(422);
  });

  it('gives matching what it compares, and people of other desks coarse features only', async () => {
    const marks = [
      { type: 'tattoo', site: 'forearm', side: 'left', words: 'letters AH' },
      { type: 'scar', site: 'knee', side: 'right', words: 'long' },
      { type: 'mole', site: 'cheek', words: 'small' },
    ];
    const id = await recorded(
      {},
      { marks, clothing: ['blue jacket "Zara"'], namesFound: ['Amina Haddad'], languages: ['ar-SD'] },
    );
    const records = cairn.app.get(RemainsRecords);
    const [compared] = await inTransaction<{ postMortem: unknown }[]>((tx) => records.remainsForMatching(tx, [id]));
    expect(compared).toMatchObject({ id, version: 1, country: 'ITA', isOpen: true, postMortem: { marks } });
    const coarse = await inTransaction((tx) => records.coarseFeatures(tx, id));
    expect(coarse).toEqual({
      ...{ sex: 'female', ageYears: { from: 20, to: 35 }, heightCm: { from: 155, to: 170 } },
      recovered: { year: 2025, month: 6 },
      area: { country: 'ITA', latitude: expect.any(Number), longitude: expect.any(Number), sizeKm: 50 },
      ...{ marks: [{ type: 'mole', region: 'head' }], marksWithheld: 2, clothing: ['jacket'], languages: ['ar'] },
      ...{ originHints: [], available: { dental: false, dna: false, fingerprints: false } },
    });
    const ids: string[] = [];
    for (let afterId: string | null = null; ;) {
      const page: { id: string }[] = await inTransaction((tx) => records.allForMatching(tx, { afterId, limit: 7 }));
      ids.push(...page.map((one) => one.id));
      if (page.length < 7) break;
      afterId = page.at(-1)!.id;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(id);
  });

  describe('a file of remains', () => {
    const importer = (person: Person): Actor => ({
      ...systemActor('Officer', 'cli'),
      ...{ userId: person.userId, organisationId: person.organisationId, country: person.country, isSystem: false },
      ...{ agency: 'forensic', contactPointId: person.contactPointId, roles: ['forensic_officer'] },
    });

    it('is registered row by row, changes nothing the second time, and rejects what cannot stand', async () => {
      const team = await cairn.aPerson('GRC', 'forensic', ['forensic_officer']);
      const register = cairn.app.get(RemainsBulkRegistration);
      const rows = [1, 2, 3].map((number) => ({
        ...aRecord({ reference: `G-${number}`, location: 'Mortuary', grave: { cemetery: 'Sidiro' } }),
        samples: [{ kind: 'bone', label: `G-${number}-bone` }],
      }));
      const outcomes = async (drafts: object[]) =>
        (await register.registerMany(importer(team), team.contactPointId, drafts as never, { bulk: true })).map(
          (one) => (one.outcome === 'rejected' ? one.code : one.outcome),
        );
      expect(await outcomes(rows)).toEqual(['created', 'created', 'created']);
      const counts = async () =>
        cairn.admin.query(
          `SELECT (SELECT count(*) FROM audit_entry)::int AS audited, (SELECT count(*) FROM comparison_change)::int AS changes,
             (SELECT count(*) FROM grave)::int AS graves, (SELECT count(*) FROM remains_past_version)::int AS versions`,
        );
      const before = await counts();
      expect(await outcomes(rows)).toEqual(['unchanged', 'unchanged', 'unchanged']);
      expect(await counts()).toEqual(before);
      const [first, second, third] = rows as [object, object, object];
      expect(
        await outcomes([
          { ...first, postMortem: { sex: 'male' } },
          { ...second, samples: [{ kind: 'bone', label: 'G-1-bone' }] },
          { ...third, samples: [{ kind: 'tooth', label: 'G-3-tooth' }] },
          third,
          { ...aRecord({ reference: 'G-9' }), postMortem: { heightCm: { from: 1, to: 2 } } },
        ]),
      ).toEqual([
        ...['updated', 'forensic-remains.label-taken', 'updated'],
        ...['forensic-remains.reference-repeated', 'platform.too-small'],
      ]);
    });

    it('meets rows that another session writes at the same moment', async () => {
      const team = await cairn.aPerson('GRC', 'forensic', ['forensic_officer']);
      const bulk = cairn.app.get(RemainsBulkRegistration);
      const rows = Array.from({ length: 40 }, (_, number) => aRecord({ reference: `H-${number}` }));
      const both = await Promise.all(
        [rows, [...rows].reverse()].map((drafts) =>
          bulk.registerMany(importer(team), team.contactPointId, drafts as never, { bulk: true }),
        ),
      );
      const outcomes = both.flat().map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(40);
      expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(40);
    });

    it('is stored whole or not at all in a transaction of the caller’s', async () => {
      const bulk = cairn.app.get(RemainsBulkRegistration);
      const record = aRecord();
      const tried = inTransaction(async (tx) => {
        await bulk.registerIn(tx, systemActor('test'), officer.contactPointId, [record] as never);
        throw new Error('one row was bad');
      });
      await expect(tried).rejects.toThrow('one row was bad');
      const { body } = await officer.get(`/api/remains?q=${record.reference}`).expect(200);
      expect(body.items).toEqual([]);
    });

    it('is refused for the desk of another team', async () => {
      const register = cairn.app.get(RemainsBulkRegistration);
      await expect(
        register.registerMany(importer(foreigner), officer.contactPointId, [aRecord()] as never),
      ).rejects.toMatchObject({ code: 'platform.not-found' });
    });
  });
});
