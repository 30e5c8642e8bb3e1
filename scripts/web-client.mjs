/** Writes the interface's types of the API from openapi.json; with --check, fails where the committed ones differ. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { root } from './setup.mjs';

const committed = join(root, 'web/src/api/generated');
const made = mkdtempSync(join(tmpdir(), 'cairn-web-client-'));
try {
  await createClient({
    input: join(root, 'openapi.json'),
    output: { path: made, clean: true },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'silent' },
  });
  const isSame = readdirSync(made).every((file) => {
    try {
      return readFileSync(join(made, file), 'utf8') === readFileSync(join(committed, file), 'utf8');
    } catch {
      return false;
    }
  });
  if (!process.argv.includes('--check')) cpSync(made, committed, { recursive: true });
  else if (!isSame) {
    process.stderr.write('web/src/api/generated differs from openapi.json; run `npm run web:client`\n');
    process.exitCode = 1;
  }
} finally {
  rmSync(made, { recursive: true, force: true });
}
