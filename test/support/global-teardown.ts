import { readFileSync, rmSync } from 'node:fs';
import type { TestServers } from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const held = globalThis as { cairnTestServers?: { release(): Promise<void>; redis: { kill(): void } | null } };
  await held.cairnTestServers?.release();
  held.cairnTestServers?.redis?.kill();
  const file = process.env.CAIRN_TEST_SERVERS;
  if (file)
    rmSync((JSON.parse(readFileSync(file, 'utf8')) as TestServers).dataFolder, { recursive: true, force: true });
}
