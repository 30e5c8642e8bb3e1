import { transformFileSync } from '@swc/core';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Compiles the present source for the child processes, below node_modules so that packages are found. Not dist/: that
 * may be older than what the tests in this process run.
 */
export function compileProcesses(root = process.cwd()): string {
  const target = path.join(root, 'node_modules', '.cache', `cairn-faults-${process.pid}`);
  for (const folder of ['src', 'migrations', 'test/faults'])
    for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|json)$/.test(file) || /\.(d|spec|fault-spec)\.ts$/.test(file)) continue;
      const source = path.join(root, folder, file);
      const product = path.join(target, folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(path.dirname(product), { recursive: true });
      if (file.endsWith('.json')) {
        copyFileSync(source, product);
        continue;
      }
      writeFileSync(product, transformFileSync(source, { cwd: root, sourceMaps: false }).code);
    }
  return target;
}
