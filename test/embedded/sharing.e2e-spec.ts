import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processesWith, startVisitor, until } from './processes';

// Dozens of processes are started here, each of which compiles itself: slow on a busy machine.
jest.setTimeout(240_000);

describe('one embedded database and many processes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-sharing-'));
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    for (const pid of processesWith(folder)) process.kill(pid, 'SIGKILL');
    await until('all to be gone', () => processesWith(folder).length === 0);
    rmSync(folder, { recursive: true, force: true });
  });
  const dataFolder = () => join(folder, 'data');
  const visits = (stdout: string) => (JSON.parse(stdout) as { visits: number }).visits;

  it('serves a server and ten commands that come at once to a folder that does not exist yet', async () => {
    const server = startVisitor(['stay', dataFolder()]);
    const commands = Array.from({ length: 10 }, () => startVisitor(['visit', dataFolder()]));
    const outcomes = await Promise.all(commands.map(({ outcome }) => outcome));
    expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      outcomes.map(() => ({ code: 0, stderr: '' })),
    );
    await server.said();
    server.child.kill('SIGKILL');
    await server.outcome;
    const last = await startVisitor(['visit', dataFolder()]).outcome;
    expect(visits(last.stdout)).toBe(12);
    expect(processesWith(folder)).toEqual([]);
  });

  it('is stopped within seconds when everybody who used it was killed', async () => {
    const visitors = [startVisitor(['stay', dataFolder()]), startVisitor(['stay', dataFolder()])];
    for (const visitor of visitors) await visitor.said();
    for (const visitor of visitors) visitor.child.kill('SIGKILL');
    await until('server and watchdog to be gone', () => processesWith(dataFolder()).length === 0, 10_000);
    expect(readFileSync(join(dataFolder(), 'embedded/postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('stays up for the others when one of them is killed', async () => {
    const stays = startVisitor(['stay', dataFolder()]);
    await stays.said();
    const dies = startVisitor(['stay', dataFolder()]);
    const { port } = JSON.parse(await dies.said()) as { port: number };
    dies.child.kill('SIGKILL');
    await dies.outcome;
    // Longer than the watchdog's interval, so that it has looked at least once.
    await delay(2500);
    const third = await startVisitor(['visit', dataFolder()]).outcome;
    expect(JSON.parse(third.stdout)).toMatchObject({ visits: 3, port });
  });

  it('comes back with all that was committed after everything was killed, PostgreSQL too', async () => {
    for (let round = 1; round <= 3; round++) {
      const visitor = startVisitor(['stay', dataFolder()]);
      expect(visits(await visitor.said())).toBe(round);
      // The watchdog, the server and its sessions, and who used them.
      for (const pid of [visitor.child.pid!, ...processesWith(dataFolder())]) process.kill(pid, 'SIGKILL');
      await visitor.outcome;
    }
    expect(visits((await startVisitor(['visit', dataFolder()]).outcome).stdout)).toBe(4);
    expect(readdirSync(join(dataFolder(), 'embedded/users'))).toEqual([]);
  });

  it('can be made by the next one when the first was killed while making it', async () => {
    let killedInside = 0;
    for (let round = 0; round < 3; round++) {
      const data = join(folder, `data-${round}`);
      const first = startVisitor(['visit', data]);
      await until('it to have begun', () => processesWith(`${data}/postgres`).length > 0);
      await delay(round * 200);
      first.child.kill('SIGKILL');
      if ((await first.outcome).code === null) killedInside += 1;
      const next = await startVisitor(['visit', data]).outcome;
      expect(next.stderr).toBe('');
      expect(visits(next.stdout)).toBeLessThanOrEqual(2);
      // An initdb that outlived its maker may have left something, which goes at the next opening.
      await until('initdb to be gone', () => processesWith(data).length === 0);
      await startVisitor(['visit', data]).outcome;
      expect(readdirSync(data).sort()).toEqual(['embedded', 'postgres']);
    }
    expect(killedInside).toBeGreaterThanOrEqual(1);
  });

  it('is entered by one at a time, whoever dies inside', async () => {
    const log = join(folder, 'log');
    const lock = join(folder, 'lock');
    for (let wave = 0; wave < 3; wave++) {
      await Promise.all(Array.from({ length: 8 }, () => startVisitor(['lock', lock, log, '30']).outcome));
    }
    let inside: string | null = null;
    let deaths = 0;
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    for (const line of lines) {
      const [word, pid] = line.split(' ') as [string, string];
      if (word === 'leave') {
        // If somebody else had entered meanwhile, he and not the one who leaves would be the last to enter.
        expect(pid).toBe(inside);
        inside = null;
      } else {
        if (inside !== null) deaths += 1;
        expect(pid).not.toBe(inside);
        inside = pid;
      }
    }
    expect(deaths).toBeGreaterThan(5);
    expect(lines.length).toBeGreaterThan(100);
  });
});
