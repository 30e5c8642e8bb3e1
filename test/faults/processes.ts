import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { eventually } from '../support/cairn';
import type { WorkerSays } from './worker-process';

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A real process of ours that a test may stop, continue and kill. */
export class Victim {
  /** What it fails with, should it fail by itself. */
  complaints = '';
  private readonly gone: Promise<void>;

  protected constructor(protected readonly child: ChildProcess) {
    for (const output of [child.stdout, child.stderr])
      output?.on('data', (data: Buffer) => (this.complaints = (this.complaints + data.toString()).slice(-200_000)));
    // 'close' comes when the channel and the pipes are read to their end: after it nothing that it said is still to come.
    this.gone = new Promise((resolve) => {
      let [closed, disconnected] = [false, false];
      const look = () => closed && disconnected && resolve();
      child.once('close', () => ((closed = true), look()));
      child.once('disconnect', () => ((disconnected = true), look()));
    });
  }

  protected static fork(file: string, env: Record<string, string>): ChildProcess {
    return fork(path.join(process.env.CAIRN_FAULTS_BUILD!, file), [], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  halt(): void {
    this.child.kill('SIGSTOP');
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }

  async kill9(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}

/** A worker process that tells which work it holds. */
export class WorkerVictim extends Victim {
  readonly inFlight = new Set<string>();
  /** Work it has finished: the first jobs of a process wait for connections, and a kill then hits little else. */
  finished = 0;
  private isReady = false;
  private answers = 0;

  private constructor(child: ChildProcess) {
    super(child);
    child.on('message', (message: WorkerSays) => {
      if (message.says === 'ready') this.isReady = true;
      else if (message.says === 'naive-jobs-added') this.answers++;
      else if (message.says === 'start') this.inFlight.add(message.work);
      else if (this.inFlight.delete(message.work)) this.finished++;
    });
  }

  static start(env: Record<string, string>): WorkerVictim {
    return new WorkerVictim(Victim.fork('test/faults/worker-process.js', env));
  }

  get takesWork(): boolean {
    return this.isReady && this.isAlive;
  }

  async ready(): Promise<this> {
    await eventually(async () => this.isReady || this.refuseIfDead(), 60_000);
    return this;
  }

  /** Puts jobs of the negative control into the queue, and nowhere else; resolves when the queue has them. */
  async addNaiveJobs(from: number, to: number): Promise<void> {
    const before = this.answers;
    this.child.send({ from, to });
    await eventually(async () => this.answers > before, 30_000);
  }

  private refuseIfDead(): false {
    if (!this.isAlive) throw new Error(`the worker ended by itself: ${this.complaints}`);
    return false;
  }
}

/** The HTTP process, `src/main.ts` as it is. */
export class ApiVictim extends Victim {
  private constructor(
    child: ChildProcess,
    readonly port: number,
  ) {
    super(child);
  }

  static async start(env: Record<string, string>): Promise<ApiVictim> {
    const port = await freePort();
    return new ApiVictim(Victim.fork('src/main.js', { ...env, PORT: String(port) }), port);
  }

  async ready(): Promise<this> {
    await eventually(async () => {
      if (!this.isAlive) throw new Error(`the API ended by itself: ${this.complaints}`);
      return (await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => null))?.ok;
    }, 60_000);
    return this;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
