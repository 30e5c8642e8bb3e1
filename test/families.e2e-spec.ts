import { randomUUID } from 'node:crypto';
import {
  BulkRegistration,
  ConsentExpiry,
  FamiliesService,
  type FamilyReportDraft,
  familyConsentChanged,
  familyReportChanged,
  familyReported,
  familyReportWithdrawn,
  type Purpose,
} from '../src/families';
import { type Actor, Database, defineRoutes, openDataSource, systemActor, type Tx } from '../src/platform';
import { routes } from '../src/routes';
import { Cairn, type Person } from './support/cairn';

/** Hears every event of the module, so that the outbox shows what was told. */
const EAR = 'families-test';

interface Change {
  readonly isOpen: boolean;
}

describe('family reports', () => {
  let cairn: Cairn;
  let officer: Person;
  let colleague: Person;
  let stranger: Person;
  let foreigner: Person;
  let families: FamiliesService;
  let bulk: BulkRegistration;

  beforeAll(async () => {
    defineRoutes({
      ...routes,
      [familyReported.name]: [EAR],
      [familyReportChanged.name]: [EAR],
      [familyConsentChanged.name]: [EAR],
      [familyReportWithdrawn.name]: [EAR],
    });
    cairn = await Cairn.start();
    officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    colleague = await cairn.aPerson('SEN', 'family', ['coordinator'], officer);
    stranger = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    foreigner = await cairn.aPerson('ITA', 'family', ['contact_point_officer']);
    families = cairn.app.get(FamiliesService);
    bulk = cairn.app.get(BulkRegistration);
  });
  afterAll(async () => {
    await cairn.close();
    defineRoutes(routes);
  });

  const aReport = (more: object = {}) => ({
    reference: `R-${randomUUID()}`,
    registeredOn: '2024-03',
    anteMortem: { givenNames: 'Moussa Tiédiane', familyNames: 'Sanogo', sex: 'male', birthDate: '1996-04-11' },
    enquirer: { name: 'Fatoumata Sanogo', relationship: 'mother', phone: '+221 77 123 45 67', language: 'fr' },
    ...more,
  });
  const path = (id: string) => `/api/family-reports/${id}`;
  const registered = async (more: object = {}, by = officer) => {
    const id = randomUUID();
    const body = aReport(more);
    await by.put(path(id), body).expect(200);
    return { id, body, path: path(id) };
  };
  const changesOf = async (id: string): Promise<boolean[]> => {
    const rows = (await cairn.admin.query(
      `SELECT is_open AS "isOpen" FROM comparison_change WHERE kind = 'report' AND record_id = $1 ORDER BY change_no`,
      [id],
    )) as Change[];
    return rows.map(({ isOpen }) => isOpen);
  };
  const told = async (id: string): Promise<string[]> => {
    const rows = (await cairn.admin.query(
      `SELECT event FROM outbox_message WHERE payload->>'reportId' = $1 ORDER BY id`,
      [id],
    )) as { event: string }[];
    return rows.map(({ event }) => event);
  };
  const audited = async (id: string): Promise<{ act: string; fields: string[]; purpose: string | null }[]> =>
    (await cairn.admin.query(`SELECT act, fields, purpose FROM audit_entry WHERE subject = $1 ORDER BY id`, [
      id,
    ])) as never;
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    cairn.app.get(Database).act(systemActor('test', 'cli'), work);
  const withoutRequest = ({ requestId: _, ...body }: { requestId?: string }) => body;
  const facts = { by: 'Fatoumata Sanogo', on: '2024-03-05', how: 'in_person', textVersion: 'fr-3' };
  const give = (report: { path: string }, purpose: Purpose, more: object = facts, consentId = randomUUID()) =>
    officer.put(`${report.path}/consents/${consentId}`, { purpose, ...more });
  const allows = (id: string, purpose: Purpose, recipient?: string) =>
    inside((tx) => families.isConsentGiven(tx, id, purpose, recipient));

  describe('a report', () => {
    it('is registered with all that the family told, audited and told to those who compare', async () => {
      const { id, body } = await registered();
      const { body: view } = await colleague.get(path(id)).expect(200);
      expect(view).toMatchObject({ ...body, id, status: 'registered', country: 'SEN', version: 1, isOpen: true });
      expect(view).toMatchObject({ sex: 'male', birthYearFrom: 1995, birthYearTo: 1999, relatives: [] });
      expect(view.consents).toMatchObject([{ purpose: 'search_here', inEffect: true, isClaim: true }]);
      expect(await told(id)).toEqual(['families.reported']);
      expect((await audited(id)).map(({ act }) => act)).toEqual(['families.registered', 'families.read']);
      expect((await audited(id))[1]!.purpose).toBe('the search for this person');
      expect(await changesOf(id)).toEqual([true]);
    });

    it('sent again changes nothing, even at the same moment', async () => {
      const { id, body } = await registered();
      const again = await officer.put(path(id), body).expect(200);
      expect(again.body.version).toBe(1);
      const twice = randomUUID();
      const same = aReport();
      const answers = await Promise.all([1, 2, 3].map(() => officer.put(path(twice), same)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      for (const one of [id, twice]) {
        expect(await told(one)).toEqual(['families.reported']);
        expect(await changesOf(one)).toEqual([true]);
      }
    });

    it('is to another organisation and another country as if it were not there', async () => {
      const { id, body } = await registered();
      const absent = withoutRequest((await stranger.get(path(randomUUID())).expect(404)).body);
      const consent = { purpose: 'contact', ...facts };
      for (const person of [stranger, foreigner]) {
        const refused = [
          await person.get(path(id)),
          await person.put(path(id), body, 1),
          await person.put(`${path(id)}/withdrawal`),
          await person.put(`${path(id)}/consents/${randomUUID()}`, consent),
          await person.put(`${path(id)}/consents/${randomUUID()}/withdrawal`),
          await person.put(`${path(id)}/relatives`, { persons: [{ person: 'mother' }] }, 1),
        ];
        for (const answer of refused) {
          expect(answer.status).toBe(404);
          expect(withoutRequest(answer.body)).toEqual(absent);
        }
        const { body: list } = await person.get('/api/family-reports').expect(200);
        expect(list.items.map((item: { id: string }) => item.id)).not.toContain(id);
      }
      expect(await told(id)).toEqual(['families.reported']);
    });

    it('is closed to other kinds of organisation, whatever role they hold', async () => {
      const { id } = await registered();
      for (const agency of ['forensic', 'consulate', 'network'] as const) {
        const person = await cairn.aPerson('SEN', agency, ['contact_point_officer', 'coordinator']);
        await person.get(path(id)).expect(403);
        await person.put(path(id), aReport()).expect(403);
      }
    });

    const am = (more: object) => ({ anteMortem: more });
    it.each<[string, object, string]>([
      ['a day that is not in the calendar', am({ birthDate: '2024-02-30' }), 'anteMortem.birthDate'],
      ['an unknown field', { isUrgent: true }, 'isUrgent'],
      ['an unknown field of the person', am({ religion: 'x' }), 'anteMortem.religion'],
      ['a height in metres', am({ heightCm: { from: 1.75, to: 1.75 } }), 'anteMortem.heightCm.from'],
      [
        'a latitude of 200',
        am({ lastContactPlace: { latitude: 200, longitude: 3 } }),
        'anteMortem.lastContactPlace.latitude',
      ],
      ['half a point', am({ lastContactPlace: { latitude: 20 } }), 'anteMortem.lastContactPlace'],
      ['a name of 5,000 letters', am({ givenNames: 'a'.repeat(5000) }), 'anteMortem.givenNames'],
      [
        '300 marks',
        am({ marks: Array.from({ length: 300 }, () => ({ type: 'scar', site: 'arm' })) }),
        'anteMortem.marks',
      ],
      ['an unknown country', am({ nationalities: ['ZZZ'] }), 'anteMortem.nationalities.0'],
      ['a negative age', am({ ageYears: { from: -4, to: null } }), 'anteMortem.ageYears.from'],
      ['nobody to keep it from', { doNotShareWith: ['my neighbour'] }, 'doNotShareWith.0'],
      ['no reference', { reference: ' ' }, 'reference'],
    ])('with %s is refused, and nothing is stored', async (_, more, where) => {
      const id = randomUUID();
      const { body } = await officer.put(path(id), aReport(more)).expect(422);
      expect(body.errors.map((fault: { path: string }) => fault.path)).toContain(where);
      await officer.get(path(id)).expect(404);
      expect(await told(id)).toEqual([]);
    });

    it('asks for the version of a change, and shows the loser what stands now', async () => {
      const { id, body } = await registered();
      const first = { ...body, anteMortem: { ...body.anteMortem, eyeColour: 'brown' } };
      const second = { ...body, anteMortem: { ...body.anteMortem, eyeColour: 'green' } };
      await officer.put(path(id), first).expect(428);
      await officer.put(path(id), first, 1).expect(200);
      const { body: lost } = await colleague.put(path(id), second, 1).expect(412);
      expect(lost.current).toMatchObject({ version: 2, anteMortem: { eyeColour: 'brown' } });
      expect((await audited(id)).filter(({ act }) => act === 'families.changed')).toMatchObject([
        { fields: ['eyeColour'] },
      ]);
    });

    it('keeps one reference at a desk for one report', async () => {
      const { body } = await registered();
      const { body: refused } = await officer.put(path(randomUUID()), body).expect(409);
      expect(refused.code).toBe('families.reference-taken');
      await foreigner.put(path(randomUUID()), body).expect(200);
    });

    it('as a draft is neither compared nor told of, until it is registered', async () => {
      const { id, body } = await registered({ draft: true });
      await officer.put(path(id), { ...body, anteMortem: { givenNames: 'Moussa' } }, 1).expect(200);
      expect(await told(id)).toEqual([]);
      expect(await changesOf(id)).toEqual([]);
      expect(await inside((tx) => families.reportsForMatching(tx, [id]))).toEqual([]);
      const { body: view } = await officer.put(path(id), { ...body, draft: false }, 2).expect(200);
      expect(view).toMatchObject({ status: 'registered', isOpen: true, version: 3 });
      expect(await told(id)).toEqual(['families.reported']);
      expect(await changesOf(id)).toEqual([true]);
      await officer.put(path(id), body, 3).expect(409);
    });

    it('is withdrawn at once and for good', async () => {
      const { id, body } = await registered();
      const reason = 'his brother saw him in Tripoli';
      for (let time = 0; time < 2; time++) {
        const { body: view } = await officer.put(`${path(id)}/withdrawal`, { reason }).expect(200);
        expect(view).toMatchObject({ status: 'withdrawn', isOpen: false, version: 2, withdrawalReason: reason });
      }
      // The trail holds the fact alone; the words lie sealed with the report.
      const trail = (await cairn.admin.query(
        `SELECT reason, fields FROM audit_entry WHERE subject = $1 AND act = 'families.withdrawn'`,
        [id],
      )) as unknown[];
      expect(trail).toEqual([{ reason: null, fields: ['status'] }]);
      const [{ clear }] = (await cairn.admin.query(
        `SELECT (r.*)::text LIKE '%Tripoli%' OR position('Tripoli'::bytea in r.withdrawal_reason) > 0 AS clear FROM family_report r WHERE id = $1`,
        [id],
      )) as [{ clear: boolean }];
      expect(clear).toBe(false);
      expect(await told(id)).toEqual(['families.reported', 'families.withdrawn']);
      expect(await changesOf(id)).toEqual([true, false]);
      await officer.put(path(id), { ...body, registeredOn: '2023' }, 2).expect(409);
      await officer.put(`${path(id)}/consents/${randomUUID()}`, { purpose: 'contact', ...facts }).expect(409);
    });

    it('is listed page by page in its clear columns, and found by the beginning of its reference', async () => {
      const person = await cairn.aPerson('MLI', 'family', ['contact_point_officer']);
      const made: string[] = [];
      for (const number of [1, 2, 3, 4, 5]) made.unshift((await registered({ reference: `BKO_${number}` }, person)).id);
      const ids: string[] = [];
      let cursor = '';
      do {
        const { body } = await person.get(`/api/family-reports?mine=true&limit=2${cursor}`).expect(200);
        for (const item of body.items) {
          ids.push(item.id);
          expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['anteMortem']));
        }
        cursor = body.next ? `&cursor=${body.next}` : '';
      } while (cursor);
      expect(ids).toEqual(made);
      const { body: found } = await person.get('/api/family-reports?q=BKO_4').expect(200);
      expect(found.items).toMatchObject([{ reference: 'BKO_4' }]);
      expect((await person.get('/api/family-reports?q=%25').expect(200)).body.items).toEqual([]);
      await person.get('/api/family-reports?cursor=nonsense').expect(422);
    });

    it('tells nobody when its act fails', async () => {
      const id = randomUUID();
      await cairn.admin.query(
        `ALTER TABLE audit_entry ADD CONSTRAINT refuses CHECK (act <> 'families.registered') NOT VALID`,
      );
      try {
        await officer.put(path(id), aReport()).expect(422);
      } finally {
        await cairn.admin.query(`ALTER TABLE audit_entry DROP CONSTRAINT refuses`);
      }
      expect(await told(id)).toEqual([]);
      expect(await changesOf(id)).toEqual([]);
      await officer.get(path(id)).expect(404);
    });
  });

  describe('what is compared', () => {
    it('gets a change number when it changes, and none for a clerical edit', async () => {
      const { id, body } = await registered();
      const clerical = {
        ...body,
        registeredOn: '2024-04-01',
        enquirer: { ...body.enquirer, relationship: 'aunt' },
      };
      await officer.put(path(id), clerical, 1).expect(200);
      expect(await changesOf(id)).toEqual([true]);
      const [before] = await inside((tx) => families.eligibility(tx, [id]));
      await officer.put(path(id), { ...clerical, anteMortem: { ...body.anteMortem, build: 'light' } }, 2).expect(200);
      expect(await changesOf(id)).toEqual([true, true]);
      await officer.put(
        path(id),
        { ...clerical, anteMortem: { ...body.anteMortem, build: 'light' }, doNotShareWith: ['ITA'] },
        3,
      );
      expect(await changesOf(id)).toEqual([true, true, true]);
      const [after] = await inside((tx) => families.eligibility(tx, [id]));
      expect(Number(after!.changeNo)).toBeGreaterThan(Number(before!.changeNo));
      expect(after!.doNotShareWith).toEqual(['ITA']);
    });

    it('is opened in bulk as it was told, page by page for the index', async () => {
      const one = await registered({ anteMortem: { givenNames: 'ሰላም', heightCm: { from: 160, to: 165 } } }, foreigner);
      await give(one, 'contact').expect(404);
      const pages = [];
      let afterId: string | null = null;
      for (;;) {
        const page = await inside((tx) => families.allForMatching(tx, { afterId, limit: 3, countries: ['ITA'] }));
        if (page.length === 0) break;
        pages.push(...page);
        afterId = page.at(-1)!.id;
      }
      expect(pages.find(({ id }) => id === one.id)).toMatchObject({
        ...{ country: 'ITA', contactPointId: foreigner.contactPointId, reference: one.body.reference, isOpen: true },
        anteMortem: one.body.anteMortem,
        consents: { matchAbroad: false, specialistsAbroad: [], shareStates: [], dnaMatchAbroad: false },
      });
      const slice = parseInt(one.id.slice(-2), 16) & 63;
      const inSlice = (slices: number[]) =>
        inside((tx) => families.allForMatching(tx, { afterId: null, limit: 1000, slices }));
      expect((await inSlice([slice])).map(({ id }) => id)).toContain(one.id);
      expect((await inSlice([(slice + 1) % 64])).map(({ id }) => id)).not.toContain(one.id);
    });

    it('lies sealed: no word of the family is in the database', async () => {
      const seeded = ['Żółkiewska', 'Nkrumah-Osei', 'AB1234567', '+39 333 9998887', 'dragon of the north', 'Aunt Efua'];
      const [given, asking, number, phone, tattoo, aunt] = seeded as [string, string, string, string, string, string];
      const report = await registered({
        anteMortem: {
          givenNames: given,
          documents: [{ kind: 'passport', number }],
          marks: [{ type: 'tattoo', site: 'back', words: tattoo }],
        },
        enquirer: { name: asking, phone },
      });
      await give(report, 'contact', { ...facts, by: asking }).expect(200);
      await officer
        .put(`${report.path}/relatives`, { persons: [{ person: 'P1', name: aunt, relationship: 'aunt' }] }, 1)
        .expect(200);
      const tables = (await cairn.admin.query(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      )) as { name: string }[];
      expect(tables.length).toBeGreaterThan(10);
      for (const { name } of tables) {
        const rows = (await cairn.admin.query(`SELECT * FROM "${name}"`)) as Record<string, unknown>[];
        const text = rows
          .flatMap((row) => Object.values(row))
          .map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value)))
          .join('\n');
        for (const word of seeded) if (text.includes(word)) throw new Error(`${name} holds ${word} in the clear`);
      }
    });
  });

  describe('a consent', () => {
    it('takes effect when it is given with its four facts, once however often it is sent', async () => {
      const report = await registered();
      const consentId = randomUUID();
      for (let time = 0; time < 2; time++) {
        const { body } = await give(report, 'match_abroad', facts, consentId).expect(200);
        expect(body).toMatchObject({ purpose: 'match_abroad', inEffect: true, isClaim: false, ...facts });
      }
      expect(await allows(report.id, 'match_abroad')).toBe(true);
      expect(await told(report.id)).toEqual(['families.reported', 'families.consent-changed']);
      expect(await changesOf(report.id)).toEqual([true, true]);
      const { body } = await give(report, 'match_abroad', { ...facts, on: '2024-03-06' }, consentId).expect(409);
      expect(body.code).toBe('families.consent-recorded');
    });

    it('without the four facts is a claim without effect, until the desk confirms it', async () => {
      const report = await registered();
      const consentId = randomUUID();
      for (const missing of ['by', 'on', 'how', 'textVersion'] as const) {
        const { [missing]: _, ...three } = facts;
        const other = await registered();
        const { body } = await give(other, 'match_abroad', three).expect(200);
        expect(body).toMatchObject({ isClaim: true, inEffect: false });
        expect(await allows(other.id, 'match_abroad')).toBe(false);
        expect(await changesOf(other.id)).toEqual([true]);
      }
      await give(report, 'match_abroad', {}, consentId).expect(200);
      expect(await allows(report.id, 'match_abroad')).toBe(false);
      await give(report, 'match_abroad', facts, consentId).expect(200);
      expect(await allows(report.id, 'match_abroad')).toBe(true);
      expect(await changesOf(report.id)).toEqual([true, true]);
      await give(report, 'match_abroad', {}).expect(422);
    });

    it('withdrawn has no effect from that moment, nor has what took its place', async () => {
      const report = await registered();
      const { body: file } = await officer.get(report.path).expect(200);
      const implied = file.consents[0].id as string;
      await give(report, 'search_here').expect(200);
      expect(await changesOf(report.id)).toEqual([true]);
      for (let time = 0; time < 2; time++)
        await officer.put(`${report.path}/consents/${implied}/withdrawal`, { reason: 'he is found' }).expect(200);
      expect(await allows(report.id, 'search_here')).toBe(false);
      expect(await inside((tx) => families.eligibility(tx, [report.id]))).toMatchObject([{ isOpen: false }]);
      expect(await changesOf(report.id)).toEqual([true, false]);
      expect((await told(report.id)).slice(1)).toEqual(['families.consent-changed', 'families.consent-changed']);
      await give(report, 'search_here').expect(200);
      expect(await changesOf(report.id)).toEqual([true, false, true]);
    });

    it('ends on its day, and the day is noted as a change', async () => {
      const report = await registered();
      await give(report, 'match_abroad', { ...facts, expiresOn: '2024-12-31' }).expect(200);
      expect(await allows(report.id, 'match_abroad')).toBe(false);
      const before = (await changesOf(report.id)).length;
      const source = await openDataSource(cairn.workerResources.databaseUrl, 'test');
      const worker = new ConsentExpiry(new Database(source));
      expect(await worker.noteEnded()).toEqual([report.id]);
      expect(await worker.noteEnded()).toEqual([]);
      expect((await changesOf(report.id)).length).toBe(before + 1);
      expect((await audited(report.id)).map(({ act }) => act)).toContain('families.consent-ended');
      await source.destroy();
    });

    it('names its state or institution, and gives it to no other', async () => {
      const report = await registered();
      await give(report, 'share_state', { ...facts, state: 'SEN' }).expect(200);
      await give(report, 'specialists_abroad', { ...facts, state: 'ITA' }).expect(200);
      await give(report, 'ask_institution', { ...facts, institution: 'hospital' }).expect(200);
      expect(await allows(report.id, 'share_state', 'SEN')).toBe(true);
      expect(await allows(report.id, 'share_state', 'GMB')).toBe(false);
      expect(await allows(report.id, 'specialists_abroad', 'ESP')).toBe(false);
      expect(await allows(report.id, 'ask_institution', 'police')).toBe(false);
      for (const wrong of [{ state: 'ZZZ' }, {}, { institution: 'hospital' }])
        await give(report, 'share_state', { ...facts, ...wrong }).expect(422);
      await give(report, 'contact', { ...facts, state: 'ITA' }).expect(422);
      await give(report, 'contact', { ...facts, on: '2124-01-01' }).expect(422);
      expect(await inside((tx) => families.eligibility(tx, [report.id]))).toMatchObject([
        { consents: { specialistsAbroad: ['ITA'], shareStates: ['SEN'] } },
      ]);
    });

    it('never goes before "not with that state"', async () => {
      const nationality = (nationalities: string[], doNotShareWith: string[]) =>
        registered({ anteMortem: { nationalities }, doNotShareWith });
      const shared = await nationality(['GIN'], []);
      const kept = [
        await nationality(['GIN'], ['GIN']),
        await nationality(['GIN'], ['all']),
        await nationality(['GIN'], ['state_of_nationality']),
        await nationality([], ['state_of_nationality']),
      ];
      const other = await nationality(['SEN'], ['state_of_nationality']);
      for (const report of [shared, ...kept, other])
        await give(report, 'share_state', { ...facts, state: 'GIN' }).expect(200);
      const seen = await inside((tx) => families.sharedWithState(tx, 'GIN', { afterId: null, limit: 2 }));
      expect([...seen].sort()).toEqual([shared.id, other.id].sort());
      for (const { id } of kept) expect(await allows(id, 'share_state', 'GIN')).toBe(false);
      expect(await allows(shared.id, 'share_state', 'GIN')).toBe(true);
    });
  });

  describe('relatives', () => {
    const persons = [
      { person: 'missing', mother: 'M', isMissingPerson: true, sex: 'male' },
      {
        person: 'M',
        name: 'Fatoumata',
        relationship: 'mother',
        isAlive: true,
        sampleLabel: 'S-1',
        sampleKind: 'buccal_swab',
        consentDna: 'given',
      },
    ];

    it('are set as a family tree, in which each person has both parents or neither', async () => {
      const report = await registered();
      const { body } = await officer.put(`${report.path}/relatives`, { persons }, 1).expect(200);
      expect(body.version).toBe(2);
      await officer.put(`${report.path}/relatives`, { persons }, 1).expect(200);
      await officer.put(`${report.path}/relatives`, { persons: [persons[1]] }, 1).expect(412);
      const { body: file } = await officer.get(report.path).expect(200);
      expect(file.relatives).toMatchObject(persons);
      // Nobody asked the missing person; a refusal is another word, and a word of one's own none.
      expect(file.relatives[0].consentDna).toBe('not_asked');
      const refusing = persons.map((one) => ({ ...one, consentDna: 'refused' }));
      const { body: refused } = await officer.put(`${report.path}/relatives`, { persons: refusing }, 2).expect(200);
      expect(refused.persons[1].consentDna).toBe('refused');
      const no = [{ ...persons[1], consentDna: false }];
      await officer.put(`${report.path}/relatives`, { persons: no }, 3).expect(422);
      await officer.put(`${report.path}/relatives`, { persons }, 3).expect(200);
      const { pedigree } = await inside((tx) => families.relativesOf(tx, report.id));
      expect(pedigree).toMatchObject([
        { person: 'missing', father: 'father of missing', mother: 'M' },
        { person: 'M', sex: 'female', father: null, mother: null },
        { person: 'father of missing', sex: 'male', isUnnamed: true },
      ]);
      expect((await told(report.id)).slice(0, 2)).toEqual(['families.reported', 'families.changed']);
      expect(await changesOf(report.id)).toEqual([true]);
    });

    it('that cannot be a family tree are refused', async () => {
      const report = await registered();
      const refused = async (list: object[]) => {
        const { body } = await officer.put(`${report.path}/relatives`, { persons: list }, 1).expect(422);
        return body.errors as object[];
      };
      const circle = [
        { person: 'A', father: 'B' },
        { person: 'B', father: 'A' },
      ];
      expect(await refused(circle)).toEqual([
        { path: 'persons.0', code: 'families.own-ancestor' },
        { path: 'persons.1', code: 'families.own-ancestor' },
      ]);
      expect(await refused([{ person: 'A', father: 'nobody' }])).toEqual([
        { path: 'persons.0', code: 'families.parent-not-listed' },
      ]);
    });
  });

  describe('a file of reports', () => {
    let operator: Actor;
    beforeAll(() => {
      operator = systemActor('operator', 'cli');
    });
    const aDraft = (reference: string, more: Partial<FamilyReportDraft> = {}): FamilyReportDraft => ({
      reference,
      anteMortem: { givenNames: `Name of ${reference}`, sex: 'female' },
      enquirer: {},
      doNotShareWith: [],
      consents: { purposes: ['search_here'], claimed: ['match_abroad'] },
      ...more,
    });

    it('is registered row by row with one outcome each, and the same file twice changes nothing', async () => {
      const desk = await cairn.anOrganisation('NER', 'family');
      const drafts = Array.from({ length: 620 }, (_, row) => aDraft(`N-${row}`));
      const first = await bulk.registerMany(operator, desk.contactPointId, drafts, { bulk: true });
      expect(first.map(({ outcome }) => outcome)).toEqual(drafts.map(() => 'created'));
      const count = async () =>
        (await cairn.admin.query(
          `SELECT (SELECT count(*)::int FROM comparison_change WHERE country = 'NER' AND is_open) AS changes,
             (SELECT count(*)::int FROM outbox_message o JOIN family_report r ON r.id = (o.payload->>'reportId')::uuid
              WHERE r.contact_point_id = $1 AND o.bulk) AS told`,
          [desk.contactPointId],
        )) as object[];
      expect(await count()).toEqual([{ changes: 620, told: 620 }]);
      const second = await bulk.registerMany(operator, desk.contactPointId, drafts, { bulk: true });
      expect(second.map(({ outcome }) => outcome)).toEqual(drafts.map(() => 'unchanged'));
      expect(await count()).toEqual([{ changes: 620, told: 620 }]);
    });

    it('changes what changed, confirms what was claimed, and gives nothing again that a family took back', async () => {
      const contactPointId = officer.contactPointId;
      const reference = `F-${randomUUID()}`;
      const one = async (draft: FamilyReportDraft) =>
        (await bulk.registerMany(operator, contactPointId, [draft]))[0] as { outcome: string; reportId: string };
      const { reportId } = await one(aDraft(reference));
      expect(await allows(reportId, 'match_abroad')).toBe(false);
      const proven = { by: 'Awa', on: '2024-01-02', how: 'phone', text: 'fr-3' } as const;
      const confirmed = aDraft(reference, { consents: { purposes: ['search_here', 'match_abroad'], ...proven } });
      expect((await one(confirmed)).outcome).toBe('updated');
      expect(await allows(reportId, 'match_abroad')).toBe(true);
      const { body: file } = await officer.get(path(reportId)).expect(200);
      const given = file.consents.find(
        (consent: { purpose: string; inEffect: boolean }) => consent.purpose === 'match_abroad' && consent.inEffect,
      );
      await officer.put(`${path(reportId)}/consents/${given.id}/withdrawal`).expect(200);
      expect((await one(confirmed)).outcome).toBe('unchanged');
      expect(await allows(reportId, 'match_abroad')).toBe(false);
      expect((await one({ ...confirmed, anteMortem: { givenNames: 'Other' } })).outcome).toBe('updated');
      expect(await inside((tx) => families.displayName(tx, reportId))).toBe('Other');
      await officer.put(`${path(reportId)}/withdrawal`).expect(200);
      expect(await one(confirmed)).toMatchObject({ outcome: 'rejected', code: 'families.report-withdrawn' });
    });

    it('with bad and repeated rows keeps the good ones', async () => {
      const { contactPointId } = await cairn.anOrganisation('TCD', 'family');
      const outcomes = await bulk.registerMany(operator, contactPointId, [
        aDraft('A'),
        aDraft('B', { anteMortem: { heightCm: { from: 1.7, to: 1.8 } } }),
        aDraft('A'),
        aDraft('A', { anteMortem: { givenNames: 'Somebody else' } }),
        aDraft('C', { consents: { purposes: ['share_state:ZZZ'] } }),
        aDraft('D', { consents: {} }),
      ]);
      expect(outcomes).toMatchObject([
        { outcome: 'created' },
        { outcome: 'rejected', path: 'anteMortem.heightCm.from' },
        { outcome: 'unchanged' },
        { outcome: 'rejected', code: 'families.reference-repeated' },
        { outcome: 'rejected', code: 'families.purpose-unknown' },
        { outcome: 'created' },
      ]);
      const { reportId } = outcomes[5] as { reportId: string };
      expect(await allows(reportId, 'search_here')).toBe(true);
      expect(await allows(reportId, 'contact')).toBe(false);
    });

    it('sent by two at once is stored once', async () => {
      const { contactPointId } = await cairn.anOrganisation('BFA', 'family');
      const drafts = Array.from({ length: 40 }, (_, row) => aDraft(`B-${row}`));
      const both = await Promise.all([1, 2].map(() => bulk.registerMany(operator, contactPointId, drafts)));
      const created = both.flat().filter(({ outcome }) => outcome === 'created');
      expect(created.length).toBe(40);
      expect(both.flat().filter(({ outcome }) => outcome === 'unchanged').length).toBe(40);
    });

    it('of another organisation’s desk is refused', async () => {
      const actor: Actor = {
        ...systemActor('x', 'http'),
        ...{
          isSystem: false,
          agency: 'family',
          roles: ['contact_point_officer'],
          organisationId: stranger.organisationId,
        },
      };
      await expect(bulk.registerMany(actor, officer.contactPointId, [aDraft('X')])).rejects.toMatchObject({
        code: 'platform.not-found',
      });
    });
  });
});
