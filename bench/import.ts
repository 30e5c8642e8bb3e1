import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openEmbeddedDatabase } from '../src/platform/embedded';
import { compiledServer, repositoryRoot } from '../test/support/compiled';

/**
 * What an import costs on an embedded PostgreSQL, from the start of the command to its end, every row committed: the register
 * of incidents (17,846 rows; wanted: under 30 s) and family reports (20,000 rows; wanted: under 60 s), each a second time too.
 * `npx tsx bench/import.ts [reports]`
 */
const rows = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(path.join(tmpdir(), 'cairn-bench-'));
const server = compiledServer();

interface Run {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly said: string;
}

/** One command, timed from outside; its own processor time and memory as the system counts them. */
function cairn(...words: string[]): Promise<Run> {
  const begun = performance.now();
  const measured = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('\\n@' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 })) })`;
  const meter = path.join(folder, 'meter.cjs');
  writeFileSync(meter, measured);
  const child = spawn(process.execPath, ['--require', meter, path.join(server, 'src/cli.js'), ...words], {
    env: { ...process.env, CAIRN_DATA: path.join(folder, 'desk'), INIT_CWD: folder },
  });
  let [said, aside] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (aside += text.toString()));
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`cairn ${words.join(' ')} ended with ${code}: ${aside}`));
      const { cpu, rss } = JSON.parse(aside.slice(aside.lastIndexOf('@') + 1)) as { cpu: number; rss: number };
      resolve({ seconds: (performance.now() - begun) / 1000, processorSeconds: cpu, peakMegabytes: rss, said });
    }),
  );
}

const line = (what: string, count: number, wanted: number | null, run: Run): void =>
  console.log(
    `${what.padEnd(34)} ${run.seconds.toFixed(1).padStart(6)} s ${(count / run.seconds).toFixed(0).padStart(6)} rows/s ` +
      `${run.processorSeconds.toFixed(1).padStart(6)} s of processor ${run.peakMegabytes.toFixed(0).padStart(5)} MB` +
      (wanted === null ? '' : `   ${(run.seconds / wanted).toFixed(2)} of the ${wanted} s allowed`),
  );

/** A report with as many cells filled as a careful desk fills. */
const report = (n: number): string =>
  [
    ...[`R-${n}`, '2024-03-05', `Moussa ${n % 7919}`, `Sanogo ${n % 977}`, 'Mussa;Moïse', 'Ibrahima', 'Awa'],
    ...[
      n % 3 ? 'male' : 'female',
      `19${70 + (n % 30)}-04-11`,
      'MLI',
      'Kayes Mali',
      'bm;fr',
      `${165 + (n % 20)}-${170 + (n % 20)}`,
    ],
    ...[
      'medium',
      'black',
      'brown',
      'scar@forearm.left: a burn; tattoo@back',
      '36=mis',
      'blue jacket;jeans',
      'silver ring',
    ],
    ...[
      `passport:B${1_000_000 + n}`,
      `77 123 ${n}`,
      '2023-11',
      'Zuwara',
      '32.9',
      '12.1',
      'LBY',
      'Central Mediterranean',
      'ITA',
    ],
    ...[
      `Fatoumata ${n}`,
      'mother',
      '+221 77 1234567',
      'search_here;match_abroad;statistics',
      'Fatoumata',
      '2024-03-05',
      'in_person',
      'fr-3',
    ],
  ].join(',');
const header =
  'reference,registered_on,given_names,family_names,other_names,father_names,mother_names,sex,birth_date,nationalities,origin_place,' +
  'languages,height_cm,build,hair_colour,eye_colour,marks,teeth,clothing,belongings,documents,phones,last_contact_on,last_contact_place,' +
  'last_contact_latitude,last_contact_longitude,last_contact_country,route,intended_destination,enquirer_name,enquirer_relationship,' +
  'enquirer_phone,consents,consent_by,consent_on,consent_how,consent_text';

async function main(): Promise<void> {
  console.log(`${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)} before the start`);
  const lease = await openEmbeddedDatabase({ dataFolder: path.join(folder, 'desk') });
  try {
    await cairn('migrate');
    await cairn('contact-point', 'add', 'SN-01', '--name', 'Dakar', '--country', 'SEN', '--kind', 'family');
    const register = path.join(repositoryRoot, 'data/iom-missing-migrants.csv.gz');
    writeFileSync(path.join(folder, 'incidents.csv'), gunzipSync(readFileSync(register)));
    const file = createWriteStream(path.join(folder, 'reports.csv'));
    file.write(`${header}\n`);
    for (let n = 0; n < rows; n++) if (!file.write(`${report(n)}\n`)) await once(file, 'drain');
    await new Promise<void>((done) => file.end(done));

    line('incidents, new', 17_846, 30, await cairn('import', 'incidents', 'incidents.csv'));
    line('incidents, the same again', 17_846, 30, await cairn('import', 'incidents', 'incidents.csv'));
    const reports = ['import', 'family-reports', 'reports.csv', '--contact-point', 'SN-01'] as const;
    line('family reports, only tried', rows, null, await cairn(...reports, '--dry-run'));
    line('family reports, new', rows, 60, await cairn(...reports));
    line('family reports, the same again', rows, 60, await cairn(...reports));
  } finally {
    await lease.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
