import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneInto, processesWith, repository, startVisitor, until } from './processes';

jest.setTimeout(180_000);

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
const canNobodyRead = isRoot && spawnSync('test', ['-r', join(repository, 'package.json')], NOBODY).status === 0;

/** Root can play anybody, where others may read this clone; an ordinary user can only be himself. */
const ordinary = canNobodyRead ? NOBODY : {};

const folders: string[] = [];
function newFolder(parent: string, mode: number): string {
  const folder = mkdtempSync(join(parent, 'cairn-machine-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function visit(clone: string, dataFolder: string, account = {}): Promise<{ visits: number; uid: number | null }> {
  const { code, stdout, stderr } = await startVisitor(['visit', dataFolder], { clone, ...account }).outcome;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as { visits: number; uid: number | null };
}

afterAll(async () => {
  for (const folder of folders) {
    for (const pid of processesWith(folder)) process.kill(pid, 'SIGKILL');
    await until('all to be gone', () => processesWith(folder).length === 0);
    rmSync(folder, { recursive: true, force: true });
  }
});

// Only root has these troubles, and only root can make them.
if (isRoot) {
  describe('root with a clone below a folder that nobody else may enter', () => {
    const clone = () => join(closed, 'clone');
    const dataFolder = () => join(clone(), '.cairn');
    const home = () => readFileSync(join(dataFolder(), 'database-is-in'), 'utf8').trim();
    let closed: string;

    beforeAll(() => {
      closed = newFolder(existsSync('/root') ? '/root' : tmpdir(), 0o700);
      mkdirSync(clone());
      cloneInto(clone());
    });
    afterAll(() => {
      if (existsSync(join(dataFolder(), 'database-is-in'))) rmSync(home(), { recursive: true, force: true });
    });

    it('keeps its database in /var/lib/cairn, under an account that exists, and finds it again', async () => {
      const first = await visit(clone(), dataFolder());
      expect(first.visits).toBe(1);
      expect(first.uid).toBeGreaterThan(0);
      expect(home()).toMatch(/^\/var\/lib\/cairn\/[0-9a-f]{16}(-\d+)?$/);
      expect(statSync(join(home(), 'postgres')).uid).toBe(first.uid);
      expect(statSync(closed).mode & 0o777).toBe(0o700);
      expect((await visit(clone(), dataFolder())).visits).toBe(2);
    });

    it('does not begin an empty database where the pointer leads nowhere', async () => {
      const other = join(clone(), 'other');
      await visit(clone(), other);
      const pointer = join(other, 'database-is-in');
      const lost = readFileSync(pointer, 'utf8').trim();
      rmSync(lost, { recursive: true });
      const refused = await startVisitor(['visit', other], { clone: clone() }).outcome;
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain(lost);
      expect(existsSync(lost)).toBe(false);
    });

    it('leaves alone what an earlier clone at the same place left behind', async () => {
      const again = join(clone(), 'again');
      await visit(clone(), again);
      const before = readFileSync(join(again, 'database-is-in'), 'utf8').trim();
      rmSync(again, { recursive: true });
      try {
        expect((await visit(clone(), again)).visits).toBe(1);
        const after = readFileSync(join(again, 'database-is-in'), 'utf8').trim();
        expect(after).toBe(`${before}-2`);
        expect(existsSync(join(before, 'postgres'))).toBe(true);
        rmSync(after, { recursive: true });
      } finally {
        rmSync(before, { recursive: true, force: true });
      }
    });

    it('works with a umask that closes every new file', async () => {
      const strict = join(newFolder(tmpdir(), 0o755), 'data');
      const before = process.umask(0o077);
      try {
        expect((await visit(clone(), strict)).visits).toBe(1);
        expect(existsSync(join(strict, 'postgres', 'PG_VERSION'))).toBe(true);
      } finally {
        process.umask(before);
      }
    });
  });
}

describe('an ordinary user', () => {
  it('runs everything as himself, in a clone of his own', async () => {
    const clone = newFolder(tmpdir(), 0o755);
    cloneInto(clone);
    if (canNobodyRead) spawnSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, clone]);
    const seen = await visit(clone, join(clone, '.cairn'), ordinary);
    expect(seen).toMatchObject({ visits: 1, ...(canNobodyRead && { uid: NOBODY.uid }) });
  });

  // The rest needs two users.
  if (!canNobodyRead) return;

  it('runs in a clone that he may not change, though PostgreSQL lacks its links there', async () => {
    const clone = newFolder(tmpdir(), 0o755);
    cloneInto(clone);
    const own = newFolder(tmpdir(), 0o700);
    chownSync(own, NOBODY.uid, NOBODY.gid);
    const seen = await visit(clone, join(own, 'data'), NOBODY);
    expect(seen).toMatchObject({ visits: 1, uid: NOBODY.uid });
    expect(readdirSync(join(own, 'data', 'embedded')).some((name) => name.startsWith('postgresql-'))).toBe(true);
  });

  it('is not locked out of his folder when root uses it in between', async () => {
    const own = newFolder(tmpdir(), 0o755);
    chownSync(own, NOBODY.uid, NOBODY.gid);
    const data = join(own, 'data');
    expect(await visit(repository, data, NOBODY)).toMatchObject({ visits: 1, uid: NOBODY.uid });
    expect(await visit(repository, data)).toMatchObject({ visits: 2, uid: NOBODY.uid });
    expect(await visit(repository, data, NOBODY)).toMatchObject({ visits: 3, uid: NOBODY.uid });
  });
});
