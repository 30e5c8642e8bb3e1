import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settleInCluster } from '../../src/moved-database';
import { migrate, openDatabase } from '../../src/platform';

/** What the spec files need to find the servers; handed over in a file, since jest gives them no other way. */
export interface TestServers {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly redisUrl: string | null;
  readonly dataFolder: string;
}

const held = globalThis as { cairnTestServers?: { release(): Promise<void>; redis: ChildProcess | null } };

export const isRedisInstalled = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts a real PostgreSQL (the embedded one), migrated once as a template, and Redis where the backend asks for it. */
export default async function globalSetup(): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'cairn-test-'));
  const database = await openDatabase({ dataFolder });
  await migrate(database.adminUrl);
  await settleInCluster(database.adminUrl);
  await database.embedded?.enableLogins();
  let redis: ChildProcess | null = null;
  let redisUrl: string | null = null;
  if (process.env.CAIRN_TEST_QUEUE === 'redis') {
    if (!isRedisInstalled()) throw new Error('CAIRN_TEST_QUEUE=redis, but there is no redis-server on this machine');
    const port = await freePort();
    redis = spawn(
      'redis-server',
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory-policy',
        'noeviction',
      ],
      {
        stdio: 'ignore',
      },
    );
    redisUrl = `redis://127.0.0.1:${port}`;
  }
  const servers: TestServers = {
    adminUrl: database.adminUrl,
    appUrl: database.appUrl,
    workerUrl: database.workerUrl,
    redisUrl,
    dataFolder,
  };
  const file = path.join(dataFolder, 'servers.json');
  writeFileSync(file, JSON.stringify(servers), { mode: 0o600 });
  process.env.CAIRN_TEST_SERVERS = file;
  held.cairnTestServers = { release: () => database.release(), redis };
}
