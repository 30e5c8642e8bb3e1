import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openEmbeddedDatabase, RoleNotReadyError, type EmbeddedLease } from './embedded-database';
import { markOf } from './process-mark';

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(sql);
    return result.rows[0] ?? {};
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let dataFolder: string;
  let leases: EmbeddedLease[] = [];
  const open = async (how: { choosePort?: () => Promise<number> } = {}) => {
    const lease = await openEmbeddedDatabase({ dataFolder, ...how });
    leases.push(lease);
    return lease;
  };
  const serverPid = () => Number.parseInt(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  const isRunning = () => existsSync(join(dataFolder, 'postgres', 'postmaster.pid'));

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-embedded-'));
    // A folder that others may pass, or root's database would be moved to /var/lib/cairn.
    chmodSync(folder, 0o755);
    dataFolder = join(folder, 'data');
  });
  afterEach(async () => {
    for (const lease of leases) await lease.release();
    leases = [];
  });
  afterAll(() => rmSync(join(dataFolder, '..'), { recursive: true, force: true }));

  it('is safe as PostgreSQL can be: durable, checked, on the loopback only, with a password', async () => {
    const lease = await open();
    const settings = `SELECT current_setting('fsync') AS fsync, current_setting('data_checksums') AS checksums,
      current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS commit,
      current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
      (SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules) AS methods,
      (SELECT datcollate || ' ' || datlocale FROM pg_database WHERE datname = current_database()) AS locale,
      lower('ÉÇΣĞ') AS lower, current_database() AS name`;
    expect(await ask(lease.adminUrl, settings)).toEqual({
      fsync: 'on',
      checksums: 'on',
      pages: 'on',
      commit: 'on',
      addresses: '127.0.0.1',
      sockets: '',
      methods: 'scram-sha-256',
      locale: 'C.UTF-8 C.UTF-8',
      lower: 'éçσğ',
      name: 'cairn',
    });
    const wrong = new URL(lease.adminUrl);
    wrong.password = 'password';
    await expect(ask(wrong.toString(), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataFolder, 'embedded', 'passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dataFolder).mode & 0o007).toBe(0);
  });

  it('keeps its data over a restart, and stops when the last one leaves', async () => {
    const first = await open();
    await ask(first.adminUrl, 'CREATE TABLE kept AS SELECT 42 AS number');
    const second = await open();
    expect(isRunning()).toBe(true);
    await first.release();
    expect(await ask(second.adminUrl, 'SELECT number FROM kept')).toEqual({ number: 42 });
    await second.release();
    expect(isRunning()).toBe(false);
    const start = Date.now();
    const third = await open();
    expect(Date.now() - start).toBeLessThan(3000);
    expect(await ask(third.adminUrl, 'SELECT number FROM kept')).toEqual({ number: 42 });
    expect(third.adminUrl).toBe(first.adminUrl);
  });

  it('takes another port when its port was taken meanwhile', async () => {
    const before = await open();
    const port = Number(new URL(before.adminUrl).port);
    await before.release();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    const asked: number[] = [];
    try {
      const after = await open({
        choosePort: async () => {
          // The first answer is the taken port once more, as when somebody is faster than we are.
          asked.push(asked.length === 0 ? port : port + 1 + asked.length);
          return asked.at(-1)!;
        },
      });
      expect(await ask(after.adminUrl, 'SELECT 1 AS one')).toEqual({ one: 1 });
      expect(Number(new URL(after.adminUrl).port)).toBe(asked.at(-1));
      expect(asked.length).toBeGreaterThan(1);
    } finally {
      squatter.close();
    }
  });

  it('starts although the pid in its stale file is another live process by now', async () => {
    const before = await open();
    const file = join(dataFolder, 'postgres', 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    await before.release();
    // Of the account that PostgreSQL runs under: what belongs to others it knows not to be its own.
    const { uid, gid } = statSync(join(dataFolder, 'postgres'));
    const stranger = spawn('sleep', ['60'], {
      stdio: 'ignore',
      cwd: '/',
      ...(process.getuid?.() === 0 && { uid, gid }),
    });
    try {
      writeFileSync(file, [String(stranger.pid), ...lines.slice(1)].join('\n'));
      const after = await open();
      expect(serverPid()).not.toBe(stranger.pid);
      expect(await ask(after.adminUrl, 'SELECT number FROM kept')).toEqual({ number: 42 });
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('comes back after its server was killed, at the same port, with what was committed', async () => {
    const lease = await open();
    const url = lease.adminUrl;
    await ask(url, 'CREATE TABLE committed AS SELECT 7 AS number');
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    while (markOf(pid) !== null) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await lease.revive()).toBe(false);
    expect(lease.adminUrl).toBe(url);
    expect(await ask(url, 'SELECT number FROM committed')).toEqual({ number: 7 });
    expect(await lease.revive()).toBe(false);
  });

  it('gives the application’s roles their logins once they exist, the same ones ever after', async () => {
    const lease = await open();
    expect(() => lease.urlFor('cairn_app')).toThrow(RoleNotReadyError);
    await expect(lease.enableLogins()).rejects.toThrow(RoleNotReadyError);
    for (const role of ['cairn_app', 'cairn_worker', 'cairn_migrator']) {
      await ask(lease.adminUrl, `CREATE ROLE ${role} NOLOGIN`);
    }
    await Promise.all([lease.enableLogins(), lease.enableLogins()]);
    const url = lease.urlFor('cairn_app');
    const who = 'SELECT session_user AS session, current_user AS current';
    expect(await ask(url, who)).toEqual({ session: 'cairn_app', current: 'cairn_app' });
    expect(await ask(lease.urlFor('cairn_worker'), who)).toEqual({ session: 'cairn_worker', current: 'cairn_worker' });
    expect(await ask(lease.urlFor('cairn_migrator'), who)).toEqual({ session: 'postgres', current: 'cairn_migrator' });
    await lease.enableLogins();
    expect(lease.urlFor('cairn_app')).toBe(url);
  });

  it('makes a role’s login anew when only its password file was lost', async () => {
    const lease = await open();
    const file = join(dataFolder, 'embedded', 'passwords.json');
    const { postgres } = JSON.parse(readFileSync(file, 'utf8')) as { postgres: string };
    writeFileSync(file, JSON.stringify({ postgres }));
    await lease.enableLogins();
    expect(await ask(lease.urlFor('cairn_app'), 'SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('is left, and stopped, when what must be done alone fails', async () => {
    const refused = openEmbeddedDatabase({ dataFolder, whenAlone: () => Promise.reject(new Error('no migration')) });
    await expect(refused).rejects.toThrow('no migration');
    expect(isRunning()).toBe(false);
  });
});
