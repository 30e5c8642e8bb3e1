import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/platform';
import { compiledServer } from './support/compiled';
import { servers } from './support/cairn';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const reports = csv(
  'reference,given_names,family_names,sex,age,height_cm,last_contact_on,last_contact_country,route,consents,consent_by,consent_on,consent_how,consent_text',
  'R-1,Moussa,Sanogo,male,24-26,178-182,2024-03,LBY,Central Mediterranean,search_here;match_abroad,mother,2024-05-01,in_person,fr-3',
  'R-2,Awa,Diallo,female,30,160,2024-03,LBY,Central Mediterranean,search_here;match_abroad,mother,2024-05-01,in_person,fr-3',
  'R-3,Awa,Ba,female,30,160,2024-03,LBY,Central Mediterranean,search_here,mother,2024-05-01,in_person,fr-3',
);
const remains = csv(
  'reference,recovered_on,recovery_country,recovery_latitude,recovery_longitude,condition,sex,age,height_cm,names_found',
  'PM-1,2024-05-02,ITA,35.5,12.6,decomposed,male,22-30,177-183,Musa Sanogo',
  'PM-2,2024-05-03,ITA,35.5,12.6,decomposed,female,25-35,157-163,',
);

describe('the cairn command', () => {
  let folder: string;
  let server: string;
  // A database of its own keeps the desk running between commands, as `npm run demo` does.
  let lease: Awaited<ReturnType<typeof openDatabase>>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'cairn-cli-'));
    server = compiledServer();
    lease = await openDatabase({ dataFolder: path.join(folder, 'desk') });
    expect((await cairn('migrate')).code).toBe(0);
  }, 180_000);
  afterAll(async () => {
    await lease.release();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return name;
  };
  const cairnIn = (env: NodeJS.ProcessEnv, ...words: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [path.join(server, 'src/cli.js'), ...words], {
        // The caller's folder is not the process's: relative files are the caller's.
        cwd: tmpdir(),
        env: { PATH: process.env.PATH, HOME: process.env.HOME, INIT_CWD: folder, CAIRN_DATA: 'desk', ...env },
      });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
    });
  const cairn = (...words: string[]) => cairnIn({}, ...words);
  const json = (ended: Ended): unknown => {
    if (ended.out === '') throw new Error(`The command ended with ${ended.code} and said nothing but: ${ended.err}`);
    return JSON.parse(ended.out);
  };

  it('answers wrong usage with 64 and help with 0, and opens nothing for it', async () => {
    const wrong = [
      ['nonsense'],
      ['match', '--remains', 'all', '--top', '0'],
      ['import', 'remains', 'a.csv'],
      ['dlq', 'replay'],
    ];
    expect(await Promise.all(wrong.map(async (words) => (await cairn(...words)).code))).toEqual([64, 64, 64, 64]);
    const help = await cairn('--help');
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/import .*<kind> <file>/);
  }, 150_000);

  it('compares names and answers kinship cases without any database', async () => {
    const nowhere = { CAIRN_DATA: '/nonexistent/desk', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    const names = file('names.tsv', 'b\ta\tnote\nMusa Sanogo\tMoussa Sanogo\tx\nAwa\tJohn\ty\n');
    const compared = await cairnIn(nowhere, 'names', names);
    expect(compared.code).toBe(0);
    const rows = compared.out
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([a, b, , same]) => [a, b, same])).toEqual([
      ['a', 'b', 'same'],
      ['Moussa Sanogo', 'Musa Sanogo', 'yes'],
      ['John', 'Awa', 'no'],
    ]);
    const cases = path.join(__dirname, 'data/dna/02-identity.json');
    const answered = await cairnIn(nowhere, 'kinship', cases);
    expect(answered.code).toBe(0);
    const expected = JSON.parse(readFileSync(cases, 'utf8')) as {
      cases: { id: string; expected: { total: { LR: number } } }[];
    };
    const [first] = (json(answered) as { cases: { id: string; total: { LR: number } }[] }).cases;
    expect(first!.id).toBe(expected.cases[0]!.id);
    expect(first!.total.LR / expected.cases[0]!.expected.total.LR).toBeCloseTo(1, 9);
    const refused = await cairnIn(nowhere, 'names', file('no.tsv', 'x\ty\n'), '--json');
    expect([refused.code, json(refused)]).toEqual([
      1,
      { error: { code: 'cli.column-missing', detail: expect.any(String) } },
    ]);
  });

  it('registers desks once, imports files in part or whole, and changes nothing the second time', async () => {
    const desk = ['contact-point', 'add', 'SN-01', '--name', 'Dakar', '--country', 'Senegal', '--kind', 'family'];
    expect(json(await cairn(...desk, '--json'))).toMatchObject({ code: 'SN-01', country: 'SEN', created: true });
    const add = (code: string, name: string, kind: string, country: string) =>
      cairn('contact-point', 'add', code, '--name', name, '--country', country, '--kind', kind);
    const [again, ...added] = await Promise.all([
      cairn(...desk, '--json'),
      add('SN-01', 'Thiès', 'family', 'SEN'),
      add('IT-01', 'Lampedusa', 'forensic', 'IT'),
      add('IT-02', 'Catania', 'forensic', 'ITA'),
    ]);
    expect(json(again)).toMatchObject({ code: 'SN-01', created: false });
    expect(added.map(({ code }) => code)).toEqual([1, 0, 0]);

    file('reports.csv', reports);
    file('remains.csv', `${remains}PM-3,2024-13-45,ITA,,,,,,,\n`);
    const [tried, part] = await Promise.all([
      cairn('import', 'family-reports', 'reports.csv', '--contact-point', 'SN-01', '--dry-run', '--json'),
      cairn('import', 'remains', 'remains.csv', '--contact-point', 'IT-01', '--json'),
    ]);
    expect([tried.code, json(tried)]).toMatchObject([0, { dryRun: true, created: 3 }]);
    const first = await cairn('import', 'family-reports', 'reports.csv', '--contact-point', 'SN-01', '--json');
    expect([first.code, json(first)]).toMatchObject([
      0,
      { read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0, rejects: [] },
    ]);
    expect([part.code, json(part)]).toMatchObject([
      2,
      { read: 3, created: 2, rejected: 1, rejects: [{ line: 4, column: 'recovered_on', reason: expect.any(String) }] },
    ]);
    file('odd.csv', csv('reference,shoe', 'X,44'));
    const [second, ...refused] = await Promise.all([
      cairn('import', 'family-reports', 'reports.csv', '--contact-point', 'SN-01', '--json'),
      cairn('import', 'remains', 'remains.csv', '--contact-point', 'IT-01', '--all-or-nothing'),
      cairn('import', 'remains', 'odd.csv', '--contact-point', 'IT-01'),
      cairn('import', 'remains', 'none.csv', '--contact-point', 'IT-01'),
      cairn('import', 'remains', 'remains.csv', '--contact-point', 'XX'),
    ]);
    expect([second.code, json(second)]).toMatchObject([0, { created: 0, unchanged: 3 }]);
    expect(refused.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(refused[1]!.out).toMatch(/shoe/);
  }, 300_000);

  it('finds the holes before the worker has been there, and none after; the chains are whole', async () => {
    const before = await cairn('coverage', '--json');
    // R-3 may not be compared abroad.
    expect([before.code, json(before)]).toMatchObject([2, { pairs: 4, holes: 4 }]);
    const worked = await cairn('work', '--until-idle', '--json');
    // What was given up says why on standard error.
    expect([worked.code, json(worked), worked.err]).toEqual([0, { dead: 0 }, '']);
    const [after, audit, letters] = await Promise.all([
      cairn('coverage', '--json'),
      cairn('audit', 'verify', '--json'),
      cairn('dlq', 'list', '--json'),
    ]);
    expect([after.code, json(after)]).toMatchObject([0, { pairs: 4, holes: 0 }]);
    expect([audit.code, json(audit)]).toMatchObject([0, { faults: [] }]);
    expect((json(audit) as { entries: number }).entries).toBeGreaterThan(5);
    expect([letters.code, json(letters)]).toEqual([0, { messages: [] }]);
  }, 300_000);

  it('ranks, explains and judges, and asks which desk is meant where a reference could be two', async () => {
    file('truth.csv', csv('remains,report', 'PM-1,R-1', 'IT-01/PM-2,R-2'));
    // Each only reads: they may go at the same time.
    const [ranked, backwards, explained, unknown, evaluated, alike] = await Promise.all([
      cairn('match', '--remains', 'all', '--top', '1', '--out', 'ranked.csv'),
      cairn('match', '--report', 'SN-01/R-1', '--top', '1'),
      cairn('explain', 'PM-1', 'R-1', '--json'),
      cairn('explain', 'PM-1', 'R-9'),
      cairn('evaluate', '--truth', 'truth.csv', '--json'),
      cairn('duplicates', '--min', '-20'),
    ]);
    expect([ranked.code, ranked.out]).toEqual([0, '']);
    const [head, ...rows] = readFileSync(path.join(folder, 'ranked.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('remains,report,rank,log10_lr,posterior,grade');
    expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual([
      ['PM-1', 'R-1', '1'],
      ['PM-2', 'R-2', '1'],
    ]);
    expect(backwards.out.split('\n')[1]).toBe(rows[0]);
    const told = json(explained) as { evidence: { log10Lr: number; parts: { comparison: string }[] } };
    expect(told.evidence.log10Lr).toBeCloseTo(Number(rows[0]!.split(',')[3]), 4);
    expect(told.evidence.parts.map(({ comparison }) => comparison)).toContain('names');
    expect(unknown.code).toBe(1);
    expect(json(evaluated)).toMatchObject({
      ...{ remains: 2, recallAt: { 1: 1, 10: 1, 50: 1 }, meanReciprocalRank: 1 },
    });
    expect([alike.err, alike.out.split('\n')[0]]).toEqual(['', 'report_a,report_b,log10_lr,posterior']);

    file('second.csv', remains);
    const second = await cairn('import', 'remains', 'second.csv', '--contact-point', 'IT-02', '--json');
    expect([second.code, second.err, json(second)]).toMatchObject([0, '', { created: 2 }]);
    const [ambiguous, named] = await Promise.all([
      cairn('match', '--remains', 'PM-1'),
      cairn('match', '--remains', 'IT-02/PM-1'),
    ]);
    expect([ambiguous.code, ambiguous.err]).toEqual([64, expect.stringMatching(/IT-01.*IT-02/)]);
    expect(named.code).toBe(0);
  }, 300_000);

  it('acts as a named user under that user’s policies, as operator on an embedded desk only, and the trail says so', async () => {
    const nobody = await cairn('coverage', '--as', 'nobody@example.org', '--json');
    expect([nobody.code, json(nobody)]).toMatchObject([1, { error: { code: 'cli.user-unknown' } }]);
    const { adminUrl, dataFolder } = servers();
    const external = { DATABASE_URL: adminUrl, CAIRN_DATA: dataFolder, INIT_CWD: folder };
    const refused = await cairnIn(external, 'coverage', '--json');
    expect([refused.code, json(refused)]).toMatchObject([1, { error: { code: 'cli.user-needed' } }]);
    expect((await cairnIn(external, 'migrate')).code).toBe(0);
  }, 150_000);

  it('is refused the demonstration where there are data of its own', async () => {
    expect((await cairn('demo')).code).toBe(1);
    expect((await cairn('demo', '--reset')).code).toBe(1);
    const left = await cairn('demo', '--if-empty', '--json');
    expect([left.code, json(left)]).toEqual([0, { state: 'in-use', filled: null }]);
    expect(statSync(path.join(folder, 'desk/keys.json')).mode & 0o077).toBe(0);
  }, 150_000);
});
