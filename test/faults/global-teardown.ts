import { rmSync } from 'node:fs';
import stopServers from '../support/global-teardown';

export default async function globalTeardown(): Promise<void> {
  await stopServers();
  rmSync(process.env.CAIRN_FAULTS_BUILD!, { recursive: true, force: true });
}
