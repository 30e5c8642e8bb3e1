import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processesWith, repository, until } from './processes';

jest.setTimeout(180_000);

/** `npm start` itself, with the built server: what a person sees, and what is left when it is over. */
describe('the supervisor', () => {
  let folder: string;
  let child: ChildProcess | undefined;
  let said = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-supervisor-'));
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    for (const pid of processesWith(folder)) process.kill(pid, 'SIGKILL');
    child?.kill('SIGKILL');
    await until('all to be gone', () => everything().length === 0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const dataFolder = () => join(folder, 'data');
  const everything = () => [...processesWith(folder), ...ours()];
  /** API and worker do not name the folder in their command line; their environment does. */
  const ours = () =>
    processesWith(join(repository, 'dist/src/')).filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`CAIRN_DATA=${dataFolder()}`);
      } catch {
        return false;
      }
    });
  const pidOf = (script: string) => ours().find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script));
  const serverPid = () => Number.parseInt(readFileSync(join(dataFolder(), 'postgres/postmaster.pid'), 'utf8'), 10);
  const address = () => /Cairn is ready: (\S+)/.exec(said)?.[1];
  const isHealthy = async () => {
    try {
      return (await fetch(`${address()}/health/ready`)).ok;
    } catch {
      return false;
    }
  };

  /** As a terminal does it: a group of its own, which Ctrl-C reaches as a whole. */
  async function start(env: NodeJS.ProcessEnv = {}): Promise<ChildProcess> {
    said = '';
    const { DATABASE_URL: _, REDIS_URL: __, PORT: ___, ...rest } = process.env;
    const started = spawn(process.execPath, [join(repository, 'scripts/run.mjs'), 'start'], {
      env: { ...rest, INIT_CWD: folder, CAIRN_DATA: 'data', ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child = started;
    await until('Cairn to be ready', () => address() !== undefined || started.exitCode !== null, 50_000);
    return started;
  }

  it('brings Cairn up, tells the one-time code, and on Ctrl-C, even twice, leaves nothing behind', async () => {
    const cairn = await start();
    expect(said).toMatch(/Cairn is ready: http:\/\/localhost:\d+\n/);
    expect(said).toContain('one-time code');
    expect(await isHealthy()).toBe(true);
    const stopped = Date.now();
    process.kill(-cairn.pid!, 'SIGINT');
    setTimeout(() => cairn.exitCode === null && process.kill(-cairn.pid!, 'SIGINT'), 100);
    await until('it to end', () => cairn.exitCode !== null);
    expect(Date.now() - stopped).toBeLessThan(25_000);
    expect(cairn.exitCode).toBe(0);
    expect(everything()).toEqual([]);
    expect(readFileSync(join(dataFolder(), 'embedded/postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('starts again what dies: the API, the worker, PostgreSQL', async () => {
    await start();
    for (const script of ['main.js', 'worker.js']) {
      const before = pidOf(script)!;
      process.kill(before, 'SIGKILL');
      await until(`another ${script}`, () => pidOf(script) !== undefined && pidOf(script) !== before);
    }
    await until('the API to answer', isHealthy);
    const server = serverPid();
    process.kill(server, 'SIGKILL');
    await until('another PostgreSQL', () => {
      try {
        return serverPid() !== server;
      } catch {
        return false;
      }
    });
    await until('the API to answer', isHealthy);
    expect(said).toContain('The API ended (SIGKILL)');
    expect(said).toContain('The worker ended (SIGKILL)');
  });

  it('takes everything with it when it is killed without a word', async () => {
    const cairn = await start();
    expect(everything().length).toBeGreaterThan(3);
    cairn.kill('SIGKILL');
    await until('everything to be gone', () => everything().length === 0, 25_000);
    expect(readFileSync(join(dataFolder(), 'embedded/postgres.log'), 'utf8').trimEnd()).toMatch(
      /database system is shut down$/,
    );
  });

  describe('with a port that another program has', () => {
    let squatter: Server;
    let port: number;
    beforeEach(async () => {
      squatter = createServer();
      await new Promise<void>((resolve) => squatter.listen(0, resolve));
      port = (squatter.address() as { port: number }).port;
    });
    afterEach(() => squatter.close());

    it('says so and starts nothing', async () => {
      const cairn = await start({ PORT: String(port) });
      expect(cairn.exitCode).toBe(1);
      expect(said).toContain(`Port ${port} is taken`);
      expect(everything()).toEqual([]);
    });
  });
});
