import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { FolderLock, openEmbeddedDatabase, type EmbeddedLease } from '../../src/platform/embedded';

/**
 * A process of its own for the tests, run as
 * `visit FOLDER` (writes a row, prints what it sees as JSON, leaves), `stay FOLDER` (the same, but stays until killed),
 * `lock FILE LOG ROUNDS` (goes through the lock and sometimes dies inside).
 */
async function visit(dataFolder: string, stays: boolean): Promise<void> {
  const lease = await openEmbeddedDatabase({ dataFolder, whenAlone: createTableOnce });
  const client = new Client({ connectionString: lease.adminUrl });
  await client.connect();
  await client.query('INSERT INTO visit VALUES ($1)', [process.pid]);
  const { rows } = await client.query<{ visits: number; binary: string }>('SELECT count(*)::int AS visits FROM visit');
  await client.end();
  process.stdout.write(
    `${JSON.stringify({ ...rows[0], port: Number(new URL(lease.adminUrl).port), uid: serverUid() })}\n`,
  );
  if (stays) await delay(600_000);
  await lease.release();

  function serverUid(): number | null {
    const pids = readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8')
      .trim()
      .split(' ');
    for (const pid of pids) {
      const uid = pid === '' ? undefined : /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (uid !== undefined && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('bin/postgres'))
        return Number(uid);
    }
    return null;
  }
}

/** As a migration does it: looks, then makes. Two at once would both find nothing, and the second would fail. */
async function createTableOnce(lease: EmbeddedLease): Promise<void> {
  const client = new Client({ connectionString: lease.adminUrl });
  await client.connect();
  const { rows } = await client.query(`SELECT 1 FROM pg_tables WHERE tablename = 'visit'`);
  await delay(50);
  if (rows.length === 0) await client.query('CREATE TABLE visit (pid integer NOT NULL)');
  await client.end();
}

async function throughLock(file: string, log: string, rounds: number): Promise<void> {
  const lock = new FolderLock(file);
  for (let round = 0; round < rounds; round++) {
    await lock.run(async () => {
      appendFileSync(log, `enter ${process.pid}\n`);
      await delay(Math.random() * 4);
      // Without a word, as kill -9 does it; everybody else then finds a dead holder at the same time.
      if (Math.random() < 0.1) process.kill(process.pid, 'SIGKILL');
      appendFileSync(log, `leave ${process.pid}\n`);
    });
  }
}

const [word, first = '', second = '', third = ''] = process.argv.slice(2);
const work = word === 'lock' ? throughLock(first, second, Number(third)) : visit(first, word === 'stay');
work.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
