import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import request, { type Test } from 'supertest';
import { reasonText, type Reject } from '../src/exchange';
import { FamiliesService } from '../src/families';
import { ProfilesService } from '../src/kinship';
import { Database, systemActor } from '../src/platform';
import { Cairn, type Person } from './support/cairn';

const reportHeader =
  'reference,given_names,family_names,sex,age,last_contact_on,consents,consent_by,consent_on,consent_how,consent_text';
const aReport = (reference: string, changes: { age?: string; names?: string } = {}) =>
  `${reference},${changes.names ?? 'Moussa'},Sanogo,male,${changes.age ?? '20-25'},2024-03,search_here;match_abroad,his mother,2024-05-02,in_person,fr-3`;
const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('imports', () => {
  let cairn: Cairn;
  let officer: Person;
  let colleague: Person;
  let stranger: Person;
  let forensic: Person;
  let coordinator: Person;

  beforeAll(async () => {
    cairn = await Cairn.start();
    officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    colleague = await cairn.aPerson('SEN', 'family', ['contact_point_officer'], officer);
    stranger = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    forensic = await cairn.aPerson('ITA', 'forensic', ['forensic_officer']);
    coordinator = await cairn.aPerson('ITA', 'forensic', ['coordinator'], forensic);
  });
  afterAll(() => cairn.close());

  const send = (by: Person, query: string, body: string | Buffer, type = 'text/csv'): Test =>
    request(cairn.app.getHttpServer())
      .post(`/api/imports?${query}`)
      .set('Cookie', by.cookie)
      .set('Content-Type', type)
      .serialize((raw: unknown) => raw as string)
      .send(body as string);
  const reportsAt = async (person: Person): Promise<number> => {
    const [{ n }] = (await cairn.admin.query(
      `SELECT count(*)::int AS n FROM family_report WHERE contact_point_id = $1`,
      [person.contactPointId],
    )) as [{ n: number }];
    return n;
  };

  it('store the good rows, name each bad one, and change nothing when the same file comes twice', async () => {
    const file = csv(reportHeader, aReport('A-1'), aReport('A-2', { age: '-4' }), aReport('A-3'), aReport('A-1'));
    const first = await send(officer, 'kind=family-reports', file).expect(200);
    expect(first.body).toMatchObject({ state: 'done', read: 4, created: 2, updated: 0, unchanged: 0, rejected: 2 });
    expect(first.body.rejects).toEqual([
      { line: 3, column: 'age', code: expect.any(String), reason: expect.any(String) },
      { line: 5, column: 'reference', code: 'exchange.reference-twice', reason: expect.stringContaining('2') },
    ]);
    const second = await send(officer, 'kind=family-reports', file).expect(200);
    expect(second.body).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 2 });
    const third = await send(officer, 'kind=family-reports', csv(reportHeader, aReport('A-1', { age: '21' })));
    expect(third.body).toMatchObject({ read: 1, created: 0, updated: 1, unchanged: 0, rejected: 0 });
    expect(await reportsAt(officer)).toBe(2);
  });

  it('queue their reports behind live ones, in the trail, and as one act each', async () => {
    const { body } = await send(officer, 'kind=family-reports', csv(reportHeader, aReport('Q-1'))).expect(200);
    const bulk = (await cairn.admin.query(
      `SELECT bulk FROM outbox_message WHERE event = 'families.reported' ORDER BY id DESC LIMIT 1`,
    )) as { bulk: boolean }[];
    expect(bulk).toEqual([{ bulk: true }]);
    const trail = (await cairn.admin.query(
      `SELECT act, user_id AS "userId", reason FROM audit_entry WHERE subject = $1 ORDER BY id`,
      [body.id],
    )) as object[];
    expect(trail).toEqual([
      { act: 'exchange.import-begun', userId: officer.userId, reason: null },
      { act: 'exchange.imported', userId: officer.userId, reason: 'done: 1 new, 0 changed, 0 known, 0 rejected' },
    ]);
  });

  it('only tried, say what would become of each row and store none', async () => {
    const before = await reportsAt(officer);
    const file = csv(reportHeader, aReport('A-1', { age: '50' }), aReport('D-1'), aReport('D-2', { age: 'old' }));
    const { body } = await send(officer, 'kind=family-reports&dryRun=true', file).expect(200);
    expect(body).toMatchObject({ dryRun: true, read: 3, created: 1, updated: 1, unchanged: 0, rejected: 1 });
    expect(await reportsAt(officer)).toBe(before);
  });

  it('all or nothing, are refused whole for one bad row', async () => {
    const before = await reportsAt(officer);
    const good = [aReport('N-1'), aReport('N-2')];
    const bad = csv(reportHeader, ...good, aReport('N-3', { age: '900' }));
    const refused = await send(officer, 'kind=family-reports&allOrNothing=true', bad).expect(200);
    expect(refused.body).toMatchObject({ state: 'refused', read: 3, created: 0, rejected: 1 });
    expect(await reportsAt(officer)).toBe(before);
    const stored = await send(officer, 'kind=family-reports&allOrNothing=true', csv(reportHeader, ...good));
    expect(stored.body).toMatchObject({ state: 'done', created: 2, rejected: 0 });
    expect(await reportsAt(officer)).toBe(before + 2);
  });

  it('all or nothing, are undone whole when only the stored records show the fault', async () => {
    const before = await reportsAt(officer);
    const [{ id, version }] = (await cairn.admin.query(
      `SELECT id, version FROM family_report WHERE reference = 'N-1' AND contact_point_id = $1`,
      [officer.contactPointId],
    )) as [{ id: string; version: number }];
    await officer.put(`/api/family-reports/${id}/withdrawal`, {}, version).expect(200);
    const file = csv(reportHeader, aReport('U-1'), aReport('N-1'));
    const { body } = await send(officer, 'kind=family-reports&allOrNothing=true', file).expect(200);
    expect(body).toMatchObject({ state: 'refused', created: 0, unchanged: 0, rejected: 1 });
    expect(body.rejects).toMatchObject([{ line: 3, column: 'reference', code: 'exchange.report-withdrawn' }]);
    expect(await reportsAt(officer)).toBe(before);
  });

  it('refuse a file that is none, or has columns that nobody knows, unless these are to be ignored', async () => {
    const unknown = csv('reference,shoe_size', 'S-1,44');
    const refused = await send(officer, 'kind=family-reports', unknown).expect(200);
    expect(refused.body).toMatchObject({ state: 'refused', read: 0, created: 0, rejected: 1 });
    expect(refused.body.rejects).toMatchObject([{ line: 1, column: 'shoe_size', code: 'exchange.column-unknown' }]);
    const ignored = await send(officer, 'kind=family-reports&ignoreUnknownColumns=true&dryRun=true', unknown);
    expect(ignored.body).toMatchObject({ state: 'done', created: 1 });
    const old = await send(officer, 'kind=family-reports', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(old.body).toMatchObject({ state: 'refused', rejects: [{ code: 'exchange.workbook-old' }] });
  });

  it('tell the reasons in the language of the user, and as a file that no spreadsheet runs', async () => {
    await cairn.admin.query(`UPDATE app_user SET language = 'fr' WHERE id = $1`, [colleague.userId]);
    const file = csv(reportHeader, aReport('L-1', { names: '=cmd()' }));
    const { body } = await send(colleague, 'kind=family-reports', file).expect(200);
    expect(body.rejects[0].reason).toMatch(/formule/);
    const list = await colleague.get(`/api/imports/${body.id}/rejects.csv`).buffer(true).expect(200);
    expect(list.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(list.text.split('\n')[0]).toBe('\uFEFFline,column,code,reason');
    expect(list.text).toMatch(/^2,given_names,exchange\.formula-like,.*formule/m);
  });

  describe('of rows that are wrong in every way', () => {
    type Shown = { line: number; column: string | null; code: Reject['code']; reason: string };
    const header = [
      ...['reference', 'given_names', 'family_names', 'sex', 'age', 'birth_date', 'nationalities', 'height_cm'],
      ...['last_contact_on', 'last_contact_latitude', 'last_contact_longitude'],
    ];
    const good = (reference: string) => ({ reference, given_names: 'Awa', family_names: 'Ba', sex: 'female' });
    const faults: [Record<string, string>, string, Reject['code']][] = [
      [{ birth_date: '2023-02-29' }, 'birth_date', 'exchange.date-not-understood'],
      [{ last_contact_on: '31/12/2023' }, 'last_contact_on', 'exchange.date-year-last'],
      [{ given_names: '1999-05-05', birth_date: 'Awa' }, 'given_names', 'exchange.name-without-letters'],
      [{ sex: '25', age: 'male' }, 'sex', 'exchange.choice-unknown'],
      [
        { last_contact_latitude: '112.6', last_contact_longitude: '32.2' },
        'last_contact_latitude',
        'exchange.latitude-longitude-swapped',
      ],
      [{ nationalities: 'Atlantis' }, 'nationalities', 'exchange.country-unknown'],
      [{ age: '-5' }, 'age', 'exchange.age-minus'],
      [{ height_cm: '1.75' }, 'height_cm', 'exchange.height-in-metres'],
      [
        { last_contact_latitude: '200', last_contact_longitude: '12' },
        'last_contact_latitude',
        'exchange.number-out-of-range',
      ],
      [{ family_names: '=HYPERLINK("http://x")' }, 'family_names', 'exchange.formula-like'],
      [{ family_names: 'x'.repeat(10_000_000) }, 'family_names', 'exchange.cell-too-long'],
    ];
    const line = (row: Record<string, string>) =>
      header.map((column) => `"${(row[column] ?? '').replace(/"/g, '""')}"`).join(',');
    /** Every fault between two good rows, then a cell in another encoding, then the place where the file was cut off. */
    const file = Buffer.concat([
      Buffer.from(csv(header.join(','), line(good('W-1')))),
      ...faults.map(([wrong], at) => Buffer.from(`${line({ ...good(`X-${at}`), ...wrong })}\n`)),
      Buffer.from(`"X-latin",Am\xe9lie,Ba\n`, 'latin1'),
      Buffer.from(`${line(good('W-2'))}\n"X-cut","Awa`),
    ]);
    const expected = [
      ...faults.map(([, column, code], at) => [at + 3, column, code]),
      [faults.length + 3, 'given_names', 'exchange.encoding-not-utf8'],
      [faults.length + 5, 'given_names', 'exchange.quote-not-closed'],
    ];

    it.each(['en', 'fr', 'es', 'ar'])(
      'name line, column, code and the reason in the user’s language: %s',
      async (language) => {
        const user = await cairn.aPerson('MLI', 'family', ['contact_point_officer']);
        await cairn.admin.query(`UPDATE app_user SET language = $2 WHERE id = $1`, [user.userId, language]);
        const { body } = await send(user, 'kind=family-reports', file).expect(200);
        const rejects = body.rejects as Shown[];
        expect(rejects.map(({ line, column, code }) => [line, column, code])).toEqual(expect.arrayContaining(expected));
        // What the row says more than once is said of the same rows.
        expect([...new Set(rejects.map((one) => one.line))].sort((a, b) => a - b)).toEqual(expected.map(([at]) => at));
        for (const { code, reason } of rejects) {
          const [before = ''] = reasonText(code, {}, language).split('…');
          expect(reason.startsWith(before)).toBe(true);
          expect(reason).not.toMatch(/[{}…]/);
          if (language === 'ar') expect(reason).toMatch(/[\u0600-\u06ff]/);
          else if (language !== 'en') expect(reason).not.toBe(reasonText(code, {}, 'en'));
        }
        expect(body).toMatchObject({ state: 'done', read: faults.length + 4, created: 2, rejected: faults.length + 2 });
        expect(await reportsAt(user)).toBe(2);
        expect((await send(user, 'kind=family-reports', file)).body).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: 2,
        });
        // All or nothing: none.
        const other = await cairn.aPerson('MLI', 'family', ['contact_point_officer']);
        const none = await send(other, 'kind=family-reports&allOrNothing=true', file).expect(200);
        expect(none.body).toMatchObject({ state: 'refused', created: 0 });
        expect(await reportsAt(other)).toBe(0);
      },
    );

    it('are refused as a whole where the file itself is cut off or of another encoding', async () => {
      const refused = async (body: Buffer) => (await send(officer, 'kind=family-reports', body).expect(200)).body;
      const text = csv(reportHeader, aReport('E-1'));
      expect(await refused(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({
        ...{ state: 'refused', created: 0, rejects: [{ line: 1, code: 'exchange.encoding-utf16' }] },
      });
      expect(await refused(Buffer.from('504b030401020304', 'hex'))).toMatchObject({
        ...{ state: 'refused', created: 0, rejects: [{ line: 1, code: 'exchange.workbook-damaged' }] },
      });
    });
  });

  it('are open to the organisation that made them, and to nobody else', async () => {
    const { body } = await send(officer, 'kind=family-reports&dryRun=true', csv(reportHeader, aReport('O-1')));
    const seen = await colleague.get(`/api/imports/${body.id}`).expect(200);
    expect(seen.body).toMatchObject({ id: body.id, read: 1, created: 1 });
    const without = ({ requestId: _, ...rest }: { requestId: string }) => rest;
    const refused = await stranger.get(`/api/imports/${body.id}`).expect(404);
    const absent = await stranger.get('/api/imports/00000000-0000-4000-8000-000000000000').expect(404);
    expect(without(refused.body)).toEqual(without(absent.body));
    await stranger.get(`/api/imports/${body.id}/rejects.csv`).expect(404);
  });

  it('go to desks of the own organisation, of the kind that keeps such records, by those who may write them', async () => {
    const file = csv(reportHeader, aReport('W-1'));
    await send(officer, `kind=family-reports&contactPointId=${stranger.contactPointId}`, file).expect(404);
    await send(officer, `kind=remains`, csv('reference', 'B-1')).expect(403);
    await send(forensic, `kind=family-reports`, file).expect(403);
    await send(officer, `kind=incidents`, csv('reference', 'B-1')).expect(403);
    await send(coordinator, `kind=remains&contactPointId=${officer.contactPointId}`, csv('reference', 'B-1')).expect(
      404,
    );
    await request(cairn.app.getHttpServer()).post('/api/imports?kind=remains').send('reference\nB').expect(401);
  });

  it('are refused at the border when they are no file', async () => {
    await send(officer, 'kind=shoes', 'a').expect(422);
    await send(officer, 'kind=family-reports&colour=red', 'a').expect(422);
    await send(officer, 'kind=family-reports', '{}', 'application/json').expect(415);
    await send(officer, 'kind=family-reports', '').expect(200, /file-empty/);
  });

  it('bring remains, a family tree, and DNA profiles that wait to be computed with', async () => {
    const remains = csv(
      'reference,recovered_on,recovery_country,condition,eye_colour,samples,grave',
      'PM-1,2024-06-01,ITA,skeletonised,,bone:X1,Cimitero; 4; ; 17',
    );
    const found = await send(forensic, 'kind=remains', remains).expect(200);
    expect(found.body).toMatchObject({ created: 1, rejected: 0 });
    expect((await send(forensic, 'kind=remains', remains)).body).toMatchObject({ created: 0, unchanged: 1 });

    await send(officer, 'kind=family-reports', csv(reportHeader, aReport('FAM-1'))).expect(200);
    const tree = csv(
      'report_reference,person,father,mother,sex,is_missing_person,relationship,sample,consent_dna',
      'FAM-1,he,papa,,male,yes,,,',
      'FAM-1,papa,,,male,no,father,S-7,no',
      'NONE,he,,,male,yes,,,',
    );
    const grown = await send(officer, 'kind=relatives', tree).expect(200);
    expect(grown.body).toMatchObject({ read: 3, created: 2, rejected: 1 });
    expect(grown.body.rejects).toMatchObject([
      { line: 4, column: 'report_reference', code: 'exchange.report-unknown' },
    ]);
    const said = (await cairn.admin.query(
      `SELECT person, consent_dna AS answer FROM family_relative ORDER BY person`,
    )) as unknown[];
    expect(said).toEqual([
      { person: 'he', answer: 'not_asked' },
      { person: 'papa', answer: 'refused' },
    ]);
    expect((await send(officer, 'kind=relatives', tree)).body).toMatchObject({ created: 0, unchanged: 2, rejected: 1 });

    const profile = (allele: string) =>
      csv(
        'subject,marker,allele_1,allele_2,sample,laboratory',
        `relative:FAM-1/papa,TH01,6,${allele},S-7,Dakar`,
        'relative:FAM-1/papa,D3S1358,15,16,S-7,Dakar',
        'relative:FAM-1/mama,TH01,6,9.3,S-8,Dakar',
        'remains:PM-1,TH01,6,7,X1,Dakar',
      );
    const typed = await send(officer, 'kind=dna-profiles', profile('9.3')).expect(200);
    expect(typed.body).toMatchObject({ read: 4, created: 2, rejected: 2 });
    // The remains are another organisation's: they are not there for this desk.
    expect(typed.body.rejects.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [4, 'exchange.relative-unknown'],
      [5, 'exchange.remains-unknown'],
    ]);
    expect((await send(officer, 'kind=dna-profiles', profile('9.3'))).body).toMatchObject({ created: 0, unchanged: 2 });
    expect((await send(officer, 'kind=dna-profiles', profile('8'))).body).toMatchObject({ updated: 2, unchanged: 0 });
    const typedRemains = csv('subject,marker,allele_1,allele_2', 'remains:PM-1,TH01,6,7');
    expect((await send(forensic, 'kind=dna-profiles', typedRemains)).body).toMatchObject({ created: 1, rejected: 0 });

    const stored = await cairn.app.get(Database).act(systemActor('test', 'cli'), async (tx) => {
      const [report] = await cairn.app.get(FamiliesService).findByReference(tx, { reference: 'FAM-1' });
      return cairn.app.get(ProfilesService).profilesOf(tx, { reportIds: [report!.id] });
    });
    expect(stored).toMatchObject([{ lineage: 'autosomal', laboratory: 'Dakar', version: 2, country: 'SEN' }]);
    expect(stored[0]!.markers).toContainEqual({ marker: 'TH01', alleles: ['6', '8'] });
    const [{ clear }] = (await cairn.admin.query(
      `SELECT bool_or(position('TH01'::bytea in profile) > 0) AS clear FROM dna_profile`,
    )) as [{ clear: boolean }];
    expect(clear).toBe(false);
  });

  it('bring the register of incidents, by a coordinator', async () => {
    const whole = gunzipSync(readFileSync(path.join(__dirname, '../data/iom-missing-migrants.csv.gz'))).toString();
    // Cut where a row begins: its cells hold line breaks.
    const rows = whole.split(/\n(?=\d{4}\.MMP)/);
    const part = rows.slice(0, 2001).join('\n');
    const { body } = await send(coordinator, 'kind=incidents', part).expect(200);
    expect(body).toMatchObject({ state: 'done', created: body.read, rejected: 0 });
    expect(body.read).toBeGreaterThanOrEqual(2000);
    const again = await send(coordinator, 'kind=incidents', part).expect(200);
    expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: body.read });
    await coordinator.get('/api/incidents?limit=1').expect(200, /IOM-MMP/);
  });
});
