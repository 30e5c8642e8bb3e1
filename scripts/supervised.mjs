/** One process of Cairn that is kept running: started again with back-off when it dies, stopped when asked. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
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
    if (sizeOf(this.logFile) > LOG_LIMIT_BYTES) renameSync(this.logFile, `${this.logFile}.1`);
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

function sizeOf(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
