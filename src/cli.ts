import { CommanderError } from 'commander';
import { endOf } from './cli/ending';
import { programOf } from './cli/program';

/** The `cairn` command: everything an operator needs without a browser. */
async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) ends us quietly.
  process.stdout.on('error', () => process.exit(0));
  const program = programOf((code) => (process.exitCode = code));
  for (const command of [program, ...program.commands, ...program.commands.flatMap((group) => group.commands)])
    command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 64;
    else process.exitCode = endOf(error, process.argv.includes('--json'));
  }
}

void main().finally(() => {
  // What is left open (a pool that is still closing) must not keep a finished command waiting.
  setTimeout(() => process.exit(), 2000).unref();
});
