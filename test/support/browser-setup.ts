import { execFileSync } from 'node:child_process';
import globalSetup from './global-setup';

/**
 * The interface as it is now, then the servers of the other end-to-end tests. Built only when it has changed: other
 * tests may be serving the same files at this moment.
 */
export default async function browserSetup(): Promise<void> {
  execFileSync(process.execPath, ['scripts/build.mjs', 'interface'], { stdio: ['ignore', 'ignore', 'inherit'] });
  await globalSetup();
}
