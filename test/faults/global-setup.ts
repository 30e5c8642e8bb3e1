import startServers from '../support/global-setup';
import { compileProcesses } from './compiled';

/** PostgreSQL and Redis, both: each test says which of them holds its queue; and the processes that will be killed. */
export default async function globalSetup(): Promise<void> {
  process.env.CAIRN_TEST_QUEUE = 'redis';
  process.env.CAIRN_FAULTS_BUILD = compileProcesses();
  await startServers();
}
