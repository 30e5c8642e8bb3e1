/** Writes openapi.json from the routes and their schemas; with --check, fails where the committed file differs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './setup.mjs';

await build(() => {});
process.env.LOG_LEVEL = 'silent';
const { describeApi } = await import(join(root, 'dist/src/describe-api.js'));
const text = `${JSON.stringify(await describeApi(), null, 2)}\n`;
const file = join(root, 'openapi.json');
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('openapi.json differs from the routes; run `npm run openapi`\n');
    process.exit(1);
  }
} else writeFileSync(file, text);
process.exit(0);
