import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KeyFileError, KeyRing } from './key-ring';
import { openBytes, SealBrokenError, sealBytes } from './seal';

describe('the key file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cairn-keys-'));
    file = path.join(folder, 'desk', 'keys.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (content: string) => {
    rmSync(path.dirname(file), { recursive: true, force: true });
    KeyRing.fromFile(file, { mayCreate: true });
    writeFileSync(file, content);
  };

  it('is made on the first start, for its owner only, and read on the next', () => {
    const made = KeyRing.fromFile(file, { mayCreate: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(['keys.json']);
    expect(KeyRing.fromFile(file, { mayCreate: false }).fingerprint).toBe(made.fingerprint);
  });

  it('is not made where data exist that another key sealed', () => {
    expect(() => KeyRing.fromFile(file, { mayCreate: false })).toThrow(KeyFileError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is one, however many processes make it at once', async () => {
    // Three processes meet at each of 300 files in the same millisecond.
    const fingerprints = await Promise.all([1, 2, 3].map(() => outputOf(meeting(folder, 300, Date.now() + 4000))));
    const made = Array.from({ length: 300 }, (_, n) =>
      KeyRing.fromFile(path.join(folder, String(n), 'keys.json'), { mayCreate: false }),
    );
    const expected = JSON.stringify(made.map(({ fingerprint }) => fingerprint));
    expect(fingerprints.map((one) => one === expected)).toEqual([true, true, true]);
    expect(readdirSync(path.join(folder, '0'))).toEqual(['keys.json']);
  }, 60_000);

  it.each([0o640, 0o604, 0o620, 0o666, 0o610])('is refused when others may use it (%o)', (mode) => {
    KeyRing.fromFile(file, { mayCreate: true });
    chmodSync(file, mode);
    expect(() => KeyRing.fromFile(file, { mayCreate: true })).toThrow('open to other users');
  });

  it.each([
    ['nothing', ''],
    ['half of itself', '{"version":1,"ro'],
    ['another version', JSON.stringify({ version: 2, root: randomBytes(32).toString('base64') })],
    ['a short key', JSON.stringify({ version: 1, root: randomBytes(16).toString('base64') })],
    ['more than a key', JSON.stringify({ version: 1, root: randomBytes(32).toString('base64'), more: 1 })],
  ])('is refused with %s in it, and its content is not repeated', (_, content) => {
    write(content);
    expect(() => KeyRing.fromFile(file, { mayCreate: true })).toThrow('cannot be read as one');
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it.each([
    ['zeros', Buffer.alloc(32)],
    ['seven different bytes', Buffer.from(Array.from({ length: 32 }, (_, at) => at % 7))],
  ])('is refused with a weak key: %s', (_, root) => {
    write(JSON.stringify({ version: 1, root: root.toString('base64') }));
    expect(() => KeyRing.fromFile(file, { mayCreate: true })).toThrow('too weak');
  });
});

describe('keys derived from the root', () => {
  const root = randomBytes(32);
  const ring = KeyRing.fromRoot(root);

  it('are the same for the same root, and all different otherwise', () => {
    const keys = [
      ring.wrappingKey('GRC', 'ante_mortem'),
      ring.wrappingKey('GRC', 'contact'),
      ring.wrappingKey('SEN', 'ante_mortem'),
      ring.purposeKey('content'),
      ring.purposeKey('GRC|ante_mortem'),
      KeyRing.fromRoot(randomBytes(32)).wrappingKey('GRC', 'ante_mortem'),
      root,
    ].map((key) => key.toString('hex'));
    expect(new Set(keys).size).toBe(keys.length);
    expect(KeyRing.fromRoot(Buffer.from(root)).wrappingKey('GRC', 'ante_mortem').toString('hex')).toBe(keys[0]);
  });

  it("wrap a case's key so that only the same country, data class, case and root unwrap it", () => {
    const caseKey = randomBytes(32);
    const place = 'data_key|4c1f|ante_mortem';
    const wrapped = sealBytes(ring.wrappingKey('GRC', 'ante_mortem'), place, caseKey);
    expect(openBytes(KeyRing.fromRoot(root).wrappingKey('GRC', 'ante_mortem'), place, wrapped)).toEqual(caseKey);
    for (const [key, where] of [
      [ring.wrappingKey('SEN', 'ante_mortem'), place],
      [ring.wrappingKey('GRC', 'contact'), place],
      [KeyRing.fromRoot(randomBytes(32)).wrappingKey('GRC', 'ante_mortem'), place],
      [ring.wrappingKey('GRC', 'ante_mortem'), 'data_key|4c20|ante_mortem'],
    ] as const)
      expect(() => openBytes(key, where, wrapped)).toThrow(SealBrokenError);
  });

  it('are named by a fingerprint that says nothing about the root', () => {
    expect(ring.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(root.toString('hex')).not.toContain(ring.fingerprint);
  });
});

/** A script that opens many key files, each at its own moment, and tells the fingerprints it was given. */
const meeting = (folder: string, files: number, moment: number): string => `
  import keyRing from ${JSON.stringify(path.resolve('src/platform/secrets/key-ring.ts'))};
  const found = [];
  for (let n = 0; n < ${files}; n++) {
    while (Date.now() < ${moment} + 2 * n);
    found.push(keyRing.KeyRing.fromFile(${JSON.stringify(folder)} + '/' + n + '/keys.json', { mayCreate: true }).fingerprint);
  }
  process.stdout.write(JSON.stringify(found));`;

/** What a process of its own writes to standard output when it runs this script. */
function outputOf(script: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`it ended with ${code}`))));
  });
}
