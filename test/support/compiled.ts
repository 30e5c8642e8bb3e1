import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';

/** Where package.json lies, wherever this file was compiled to. */
export const repositoryRoot = ((): string => {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
})();
const root = repositoryRoot;
const kept = path.join(root, 'node_modules/.cache/cairn-compiled');

/** Every source file of the server, below these folders. */
function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.spec\.ts$|\.d\.ts$/.test(entry.name) ? [] : [file];
  });
}

const compiled = (file: string, text: Buffer): string =>
  transformSync(text.toString('utf8'), {
    filename: path.join(root, file),
    swcrc: true,
    configFile: path.join(root, '.swcrc'),
    module: { type: 'commonjs', ignoreDynamic: true },
  }).code;

/** A program of the tests as JavaScript, beside the compiled server whose modules it imports. */
export function compiledProgram(file: string): string {
  const target = path.join(compiledServer(), file.replace(/\.ts$/, '.js'));
  const draft = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(draft, compiled(file, readFileSync(path.join(root, file))));
  renameSync(draft, target);
  return target;
}

/** The server as JavaScript, for tests that run it as a process of its own; compiled when it has changed. Answers the folder. */
export function compiledServer(): string {
  const files = ['src', 'migrations'].flatMap(sources).sort();
  const texts = files.map((file) => readFileSync(path.join(root, file)));
  const digest = createHash('sha256');
  files.forEach((file, at) => digest.update(file).update('\0').update(texts[at]!).update('\0'));
  const home = path.join(kept, digest.digest('hex').slice(0, 16));
  const folder = path.join(home, 'dist');
  if (existsSync(folder)) return folder;
  // Others may be running what they compiled a moment ago.
  for (const old of existsSync(kept) ? readdirSync(kept) : [])
    if (statSync(path.join(kept, old)).mtimeMs < Date.now() - 86_400_000)
      rmSync(path.join(kept, old), { recursive: true, force: true });
  const draft = path.join(kept, `draft-${process.pid}/dist`);
  for (const [at, file] of files.entries()) {
    const target = path.join(draft, file);
    mkdirSync(path.dirname(target), { recursive: true });
    if (!file.endsWith('.ts')) {
      cpSync(path.join(root, file), target);
      continue;
    }
    writeFileSync(target.replace(/\.ts$/, '.js'), compiled(file, texts[at]!));
  }
  cpSync(path.join(root, 'data'), path.join(draft, '../data'), { recursive: true });
  renameSync(path.dirname(draft), home);
  return folder;
}
