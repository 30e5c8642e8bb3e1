#!/usr/bin/env node
/** The `cairn` command. Standard output belongs to the command; what set-up has to say goes to standard error. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from './setup.mjs';

try {
  await setUp((line) => console.error(line));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
const child = spawn(process.execPath, [join(root, 'dist', 'src', 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
});
// A Ctrl-C reaches the command by itself; we only have to outlive it and hand on its exit code.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
