import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { MeetingPoint } from './meeting-point';
import { isAlive, type ProcessMark } from './process-mark';
import { stopServer } from './server';

/**
 * The program of the watchdog, a process in a session of its own. It stops the server within seconds when everybody
 * who used it is gone without a word (kill -9, a closed terminal), and ends with it.
 *
 * Arguments: the data folder, the server's pid, its start.
 */
const INTERVAL_MS = 1000;

async function watch(dataFolder: string, server: ProcessMark): Promise<void> {
  // Without its folder (a test that cleaned up, say) nobody can come any more, and there is nothing left to lock.
  while (existsSync(dataFolder)) {
    await delay(INTERVAL_MS);
    if (!existsSync(dataFolder)) break;
    const point = new MeetingPoint(dataFolder);
    // A server that died by itself is no business of ours: who uses it starts it again, with a watchdog of its own.
    if (!isAlive(server)) return;
    if (point.users.alive().length > 0) continue;
    const isOver = await point.lock.run(async () => {
      await point.users.sweep();
      if (point.users.alive().length > 0) return false;
      await stopServer(server);
      return true;
    });
    if (isOver) return;
  }
  await stopServer(server);
}

const [dataFolder, pid, startedAt] = process.argv.slice(2);
if (dataFolder === undefined || startedAt === undefined) throw new Error('usage: watchdog DATA_FOLDER PID STARTED_AT');
void watch(dataFolder, { pid: Number(pid), startedAt }).catch(() => process.exit(1));
