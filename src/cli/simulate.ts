import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { countryNamed, readTable } from '../exchange';
import {
  defaultParameters,
  familyReportsCsv,
  genetics,
  profilesCsv,
  relativesCsv,
  remainsCsv,
  simulate,
  simulatedIncidents,
  type SimulatedIncident,
  truthCsv,
} from '../matching';
import { type ExitCode, RefusedError } from './exit-codes';
import { answer, type CommonOptions, fileFrom } from './terminal';

interface Options extends CommonOptions {
  readonly reports: number;
  readonly remains: number;
  readonly seed: number;
  readonly reported?: number;
  readonly out: string;
}

/** Opens no database: it writes files that `cairn import` and `cairn evaluate` read. */
export async function run(options: Options): Promise<ExitCode> {
  const { reports, remains, seed, reported = defaultParameters.reported } = options;
  if (!(reported >= 0 && reported <= 1) || reported * remains > reports)
    throw new RefusedError('cli.world-impossible', 'There are not reports enough for that share of the remains');
  const parameters = { ...defaultParameters, reported };
  const world = simulate(seed, { incidents: await register(), reports, remains, parameters });
  const home = world.reports.filter(({ isAbroad }) => !isAbroad);
  const { relatives, markers } = genetics(seed, home, world.remains, parameters);
  const folder = fileFrom(options.out);
  const files: [name: string, text: string, rows: number][] = [
    ['family-reports.csv', familyReportsCsv(home), home.length],
    [
      'family-reports-abroad.csv',
      familyReportsCsv(world.reports.filter(({ isAbroad }) => isAbroad)),
      world.reports.length - home.length,
    ],
    ['remains.csv', remainsCsv(world.remains), world.remains.length],
    ['relatives.csv', relativesCsv(relatives), relatives.length],
    ['dna-profiles.csv', profilesCsv(markers), markers.length],
    ['truth.csv', truthCsv(world.truth), world.truth.length],
  ];
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text, rows] of files) if (rows > 0) writeFileSync(path.join(folder, name), text);
    writeFileSync(path.join(folder, 'README.txt'), `${aboutThisFolder(seed)}\n`);
  } catch {
    throw new RefusedError('cli.folder-not-written', `The folder ${options.out} cannot be written`);
  }
  const rows = Object.fromEntries(files.map(([name, , count]) => [name, count]));
  await answer(
    options,
    { seed, folder: options.out, rows },
    () =>
      [
        `Fictitious people on real incidents (IOM Missing Migrants Project, CC BY 4.0), in ${options.out}:`,
        ...files.filter(([, , count]) => count > 0).map(([name, , count]) => `  ${name.padEnd(26)} ${count} rows`),
      ].join('\n') + '\n',
  );
  return 0;
}

const aboutThisFolder = (seed: number): string =>
  [
    `Everything in this folder is invented (cairn simulate, seed ${seed}). No person, family or body in it exists; each reference says FICTITIOUS.`,
    'The incidents are real: IOM Missing Migrants Project, CC BY 4.0. truth.csv says which report is about whose remains.',
    'family-reports-abroad.csv holds second relatives who report at a desk of another country: import it at a desk of its own.',
  ].join('\n');

/** The IOM register that comes with Cairn, beside the built server. */
async function register(): Promise<SimulatedIncident[]> {
  const file = path.resolve(path.dirname(process.argv[1]!), '../../data/iom-missing-migrants.csv.gz');
  const known = ['web_id', 'reported_date', 'location_coodinates', 'migration_route', 'total_dead_and_missing'];
  const columns = {
    known: [...known, 'number_dead', 'cause_death', 'country_of_incident'],
    required: ['web_id', 'reported_date', 'location_coodinates'],
  };
  const rows: Readonly<Record<string, string>>[] = [];
  const bytes = createReadStream(file).pipe(createGunzip());
  for await (const { row } of readTable(bytes, columns, { ignoreUnknownColumns: true })) if (row) rows.push(row.cells);
  return simulatedIncidents(rows, (name) => countryNamed(name) ?? undefined);
}
