/** Compiles and runs a benchmark: `npm run bench -- coverage 20000 2000`. Nest needs the compiler's decorator metadata. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

const [name, ...args] = process.argv.slice(2);
if (!name || !/^[a-z-]+$/.test(name)) {
  process.stderr.write('usage: npm run bench -- NAME [ARGUMENTS]\n');
  process.exit(64);
}
spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.bench.json'], { cwd: root, stdio: 'inherit' });
process.exit(
  spawnSync(process.execPath, ['--expose-gc', join(root, `dist/bench/bench/${name}.js`), ...args], { stdio: 'inherit' })
    .status ?? 1,
);
