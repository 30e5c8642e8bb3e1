import { execFileSync } from 'node:child_process';
import path from 'node:path';
import globalSetup from './global-setup';

/** The interface as it is now, then the servers of the other end-to-end tests. */
export default async function browserSetup(): Promise<void> {
  const web = path.join(process.cwd(), 'web');
  execFileSync(process.execPath, ['../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    cwd: web,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await globalSetup();
}
