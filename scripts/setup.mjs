/**
 * Does what is missing and nothing else: packages, the built server, the built interface. Safe to repeat and to run
 * twice at once. Uses `npm install`, not `npm ci`: the latter refuses a lock without the packages of foreign platforms.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const SERVER = {
  name: 'server',
  inputs: ['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
  stamp: 'dist/.inputs',
  product: 'dist/src',
  command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  folder: '.',
};
const INTERFACE = {
  name: 'interface',
  inputs: ['web', 'src/description', 'src/families/core', 'src/forensic-remains/core', 'package-lock.json'],
  stamp: 'web/dist/.inputs',
  product: 'web/dist/index.html',
  command: ['../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  folder: 'web',
};

/** Everything that running Cairn needs. `say` gets a line for each step that has to be done. */
export async function setUp(say = (line) => console.log(line)) {
  requireNode();
  if (isComplete()) return;
  await oneAtATime(
    join(root, '.cairn-setup', 'lock'),
    async () => {
      await install(say);
      await build(say);
    },
    () => say('Another set-up is running; waiting for it'),
  );
}

/** Server and interface, or the one of them that is named, each only when something it is made of has changed. */
export async function build(say, only) {
  for (const target of targets().filter(({ name }) => only === undefined || name === only)) {
    const inputs = fingerprint(target);
    if (isBuilt(target, inputs)) continue;
    const start = Date.now();
    say(`Building the ${target.name} ...`);
    if (target === SERVER) removeOrphans();
    await run(
      process.execPath,
      target.command,
      // Built for use whoever asks: under a test's NODE_ENV the interface would carry its own file names.
      { cwd: join(root, target.folder), env: { ...process.env, NODE_ENV: 'production' } },
      `Building the ${target.name}`,
    );
    // Only now: a build that failed or was interrupted is done again.
    writeFileSync(join(root, target.stamp), inputs);
    say(`Built the ${target.name} in ${seconds(start)} s`);
  }
}

export function isComplete() {
  return isInstalled() && targets().every((target) => isBuilt(target, fingerprint(target)));
}

function targets() {
  return existsSync(join(root, 'web', 'index.html')) ? [SERVER, INTERFACE] : [SERVER];
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Cairn needs Node 20.19 or later; this is ${process.version}`);
}

async function install(say) {
  if (isInstalled()) return;
  const start = Date.now();
  say('Installing packages (once; a minute or two) ...');
  const lockFile = join(root, 'package-lock.json');
  const lock = readFileSync(lockFile);
  const ownCache = hasCache() ? null : join(root, '.cairn-setup', 'npm-cache');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const words = ['install', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = ownCache === null ? process.env : { ...process.env, npm_config_cache: ownCache };
  try {
    await run(npm[0], [...npm.slice(1), ...words], { cwd: root, env }, 'Installing packages');
  } finally {
    // Whatever npm thinks of it: what was committed is what is installed, here and everywhere.
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock);
    if (ownCache !== null) rmSync(ownCache, { recursive: true, force: true });
  }
  writeFileSync(installStamp(), hashOf(lock));
  say(`Installed packages in ${seconds(start)} s`);
}

/** By our own stamp; packages that somebody installed by hand count when npm did it after the lock was last changed. */
function isInstalled() {
  const lockFile = join(root, 'package-lock.json');
  const npmStamp = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(npmStamp)) return false;
  if (existsSync(installStamp())) return readFileSync(installStamp(), 'utf8') === hashOf(readFileSync(lockFile));
  return statSync(npmStamp).mtimeMs >= statSync(lockFile).mtimeMs;
}

function installStamp() {
  return join(root, 'node_modules', '.cairn-installed');
}

/** npm wants to write below HOME, which a service user may not have or not own. */
function hasCache() {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm');
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isBuilt(target, inputs) {
  const stamp = join(root, target.stamp);
  return existsSync(join(root, target.product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
}

function fingerprint(target) {
  const hash = createHash('sha256');
  for (const input of target.inputs) {
    for (const file of filesIn(join(root, input)))
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => name !== 'node_modules' && name !== 'dist' && !/\.spec\.tsx?$/.test(name))
    .flatMap((name) => filesIn(join(path, name)));
}

/** What was built from a source that is gone by now: a migration that was renamed must not run under its old name too. */
function removeOrphans() {
  const dist = join(root, 'dist');
  for (const top of ['src', 'migrations']) {
    for (const file of filesIn(join(dist, top))) {
      const source = join(root, relative(dist, file)).replace(/(\.d)?\.(js|ts)(\.map)?$/, '');
      if (/\.(js|ts)(\.map)?$/.test(file) && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(file);
    }
  }
}

/** Shows what the program says only when it fails. */
function run(program, words, options, what) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    // Whoever stops us means the whole set-up, and its lock must not be free while half of it goes on.
    process.once('exit', () => child.kill());
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${what} failed (${signal ?? `exit ${code}`}):\n${said.slice(-8000)}`)),
    );
  });
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

function seconds(start) {
  return ((Date.now() - start) / 1000).toFixed(1);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
