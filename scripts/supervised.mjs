/** One process of Cairn that is kept running: started again with back-off when it dies, stopped when asked. */
import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** After that long without trouble the next death is treated as the first. */
const GOOD_RUN_MS = 60_000;
const LOG_LIMIT_BYTES = 50_000_000;

export class Supervised {
  #child = null;
  #isStopping = false;
  #pauseMs = FIRST_PAUSE_MS;
  #ended = Promise.resolve();
  /** How often it died without being asked to. */
  deaths = 0;

  constructor({ name, script, env, logFile, say }) {
    Object.assign(this, { name, script, env, logFile, say });
    mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  }

  start() {
    if (this.#isStopping) return;
    trimLog(this.logFile);
    const log = openSync(this.logFile, 'a', 0o600);
    const startedAt = Date.now();
    // A session of its own, so that a Ctrl-C reaches only the supervisor, which stops all in order. The channel (ipc)
    // tells the process when the supervisor is gone.
    const child = spawn(process.execPath, [this.script], {
      env: this.env,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.once('error', resolve);
      child.once('exit', resolve);
    });
    child.once('error', (error) => this.say(`The ${this.name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => void this.#afterExit(code, signal, startedAt));
  }

  /** Starts it again at once, for a change of its surroundings. */
  restart() {
    this.#pauseMs = 0;
    this.#child?.kill('SIGTERM');
  }

  /** Asks it to end, and ends it when it has not after `patienceMs`. */
  async stop(patienceMs) {
    this.#isStopping = true;
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const isOver = await Promise.race([this.#ended.then(() => true), delay(patienceMs, false, { ref: false })]);
    if (isOver) return;
    this.say(`The ${this.name} did not end in ${patienceMs / 1000} s and is ended by force`);
    child.kill('SIGKILL');
    await this.#ended;
  }

  /** Its last words, for the console. */
  tail(lines = 20) {
    try {
      return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
    } catch {
      return '';
    }
  }

  async #afterExit(code, signal, startedAt) {
    if (this.#isStopping) return;
    if (Date.now() - startedAt > GOOD_RUN_MS) this.#pauseMs = FIRST_PAUSE_MS;
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pauseMs * 2));
    if (pauseMs > 0) {
      this.deaths += 1;
      this.say(
        `The ${this.name} ended (${signal ?? `exit ${code}`}); starting it again in ${pauseMs / 1000} s. Its log: ${this.logFile}`,
      );
    }
    await delay(pauseMs);
    this.start();
  }
}

/**
 * Keeps a log that others are writing to within bounds: what stands in it becomes FILE.1, and it goes on empty. It is
 * open for appending, so its writers need not know.
 */
export function trimLog(file) {
  try {
    if (statSync(file).size < LOG_LIMIT_BYTES) return;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  } catch {
    // A log that is not there yet, or a full disk: nothing that Cairn should stop for.
  }
}
