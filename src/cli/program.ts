import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from './exit-codes';
import type { CommonOptions } from './terminal';

type Run = (...words: never[]) => Promise<ExitCode>;

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 is wanted');
  return Number(text);
};
const anyNumber = (text: string): number => {
  if (text.trim() === '' || !Number.isFinite(Number(text))) throw new InvalidArgumentError('a number is wanted');
  return Number(text);
};
const outFile = ['--out <file>', 'write the CSV to this file'] as const;

/**
 * The commands, on one page. Each command's own file is loaded only when it is run, so that `names` and `kinship` start at
 * once. `done` is told how the run ended; errors fly.
 */
export function programOf(done: (code: ExitCode) => void): Command {
  const program = new Command('cairn').description('Cairn: the search for missing migrants, on the command line');

  /** A command with the options that all have; `load` finds its function. */
  const add = (to: Command, usage: string, description: string, load: () => Promise<Run>): Command =>
    to
      .command(usage)
      .description(description)
      .option('--json', 'one JSON document on standard output')
      .option('--as <email>', 'act as this user, under the policies of his or her roles')
      .action(async (...words: unknown[]) => {
        // Commander hands over arguments, options and the command itself; ours take the options first.
        const [options, ...rest] = [words.at(-2) as CommonOptions, ...words.slice(0, -2)];
        const run = (await load()) as unknown as (options: CommonOptions, ...rest: unknown[]) => Promise<ExitCode>;
        done(await run(options, ...rest));
      });
  const group = (name: string, description: string) => program.command(name).description(description);

  add(program, 'migrate', 'bring the database to the present schema', async () => (await import('./migrate.js')).run);

  const contactPoint = group('contact-point', 'the desks');
  add(
    contactPoint,
    'add <code>',
    'register a desk, and its organisation when new',
    async () => (await import('./contact-point-add.js')).run,
  )
    .requiredOption('--name <name>', 'name of the desk')
    .requiredOption('--country <country>', 'ISO code or English name')
    .requiredOption('--kind <kind>', 'family, forensic or consulate');

  add(
    program,
    'import <kind> <file>',
    'read a file; the same file twice changes nothing',
    async () => (await import('./import.js')).run,
  )
    .option('--contact-point <code>', 'the desk whose records these are')
    .option('--dry-run', 'say what would become of each row, store nothing')
    .option('--all-or-nothing', 'one bad row refuses the file')
    .option('--ignore-unknown-columns', 'leave out columns that nobody knows')
    .option('--report <ref>', 'DNA files of laboratories: the report of the persons they do not place')
    .option('--language <language>', 'of the reasons: en, fr, es, ar');

  add(program, 'work', 'run relay and worker in this process', async () => (await import('./work.js')).run).option(
    '--until-idle',
    'until nothing is left to do',
  );

  add(program, 'match', 'rank every eligible candidate', async () => (await import('./match.js')).run)
    .option('--remains <ref>', 'for these remains: REF, DESK/REF or all')
    .option('--report <ref>', 'for this report: REF, DESK/REF or all')
    .option('--top <k>', 'candidates of each', wholeNumber, 10)
    .option(...outFile);

  add(
    program,
    'explain <remains> <report>',
    'the evidence of one pair, a line a comparison',
    async () => (await import('./explain.js')).run,
  );

  add(
    program,
    'duplicates',
    'pairs of reports that may be about one person, best first',
    async () => (await import('./duplicates.js')).run,
  )
    .option('--min <log10_lr>', 'leave out weaker pairs', anyNumber, 0)
    .option(...outFile);

  add(program, 'evaluate', 'judge the rankings by the truth', async () => (await import('./evaluate.js')).run)
    .requiredOption('--truth <file>', 'CSV with the columns remains and report')
    .option('--ablation', 'also say what each comparison is worth, by searching again without it');

  add(
    program,
    'simulate',
    'make a fictitious world in the import formats, on real incidents, with its truth',
    async () => (await import('./simulate.js')).run,
  )
    .option('--reports <n>', 'family reports', wholeNumber, 3000)
    .option('--remains <n>', 'remains', wholeNumber, 900)
    .option('--seed <n>', 'the same seed makes the same world', wholeNumber, 1)
    .option('--reported <share>', 'of the remains, those whom somebody reported', anyNumber)
    .requiredOption('--out <folder>', 'write the files into this folder');

  add(
    program,
    'names <file>',
    'compare the names in the columns a and b of a TSV',
    async () => (await import('./names.js')).run,
  );

  add(
    program,
    'kinship <file>',
    'answer the kinship cases of a JSON file',
    async () => (await import('./kinship.js')).run,
  );

  add(
    program,
    'coverage',
    'prove that each compatible pair has been compared; list holes',
    async () => (await import('./coverage.js')).run,
  );

  const audit = group('audit', 'the trail of all acts');
  add(audit, 'verify', 'walk the chain; name the first bad entry', async () => (await import('./audit-verify.js')).run);

  add(
    program,
    'demo',
    'fill an empty system with fictitious demonstration data',
    async () => (await import('./demo.js')).run,
  )
    .option('--if-empty', 'do nothing where there are data')
    .option('--reset', 'empty the demonstration first, and fill it anew');

  const letters = group('dlq', 'messages that were given up');
  add(letters, 'list', 'show them', async () => (await import('./dlq-list.js')).run);
  add(letters, 'replay [ids...]', 'try them again', async () => (await import('./dlq-replay.js')).run).addOption(
    new Option('--all', 'all of them'),
  );
  return program;
}
