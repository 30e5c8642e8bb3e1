import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KinshipInputError } from '../core/kinship-input-error';
import type { TaskName, Tasks } from '../core/family/tasks';
import { findAbove } from '../../platform';

/** A computation that was ended before its answer: asked for by a person, or because it took longer than the settings allow. */
export class ComputationStoppedError extends Error {
  constructor(readonly reason: 'cancelled' | 'kinship.took-too-long') {
    super(reason);
  }
}

export interface Watch {
  readonly mostSeconds: number;
  readonly onProgress?: (done: number) => void;
  /** Asked every second. */
  readonly isCancelled?: () => Promise<boolean>;
}

const LOOK_EVERY_MS = 1000;

/** Runs computations in a thread of their own, one at a time, so that no family keeps the event loop from the others. */
@Injectable()
export class KinshipThreads implements OnApplicationShutdown {
  private turn: Promise<unknown> = Promise.resolve();
  /** Kept between tasks, since it holds the loaded program; one that was stopped is replaced. */
  private worker: Worker | null = null;

  run<K extends TaskName>(name: K, job: Tasks[K]['job'], watch: Watch): Promise<Tasks[K]['answer']> {
    const mine = this.turn.then(() => this.runNow(name, job, watch));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private runNow<K extends TaskName>(name: K, job: Tasks[K]['job'], watch: Watch): Promise<Tasks[K]['answer']> {
    const worker = this.ready();
    return new Promise((resolve, reject) => {
      const deadline = Date.now() + watch.mostSeconds * 1000;
      const end = (settle: () => void, isStopped = false) => {
        clearInterval(timer);
        for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
        worker.unref();
        if (isStopped) {
          this.worker = null;
          void worker.terminate();
        }
        settle();
      };
      const look = async () => {
        if (Date.now() > deadline) end(() => reject(new ComputationStoppedError('kinship.took-too-long')), true);
        else if (await watch.isCancelled?.()) end(() => reject(new ComputationStoppedError('cancelled')), true);
      };
      const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
      worker.on('message', (message: Message<Tasks[K]['answer']>) => {
        if (message.progress !== undefined) watch.onProgress?.(message.progress);
        else if (message.refusal) end(() => reject(refusalOf(message.refusal!)));
        else end(() => resolve(message.answer!));
      });
      worker.on('error', (error) => end(() => reject(error), true));
      worker.on('exit', () => end(() => reject(new Error('The computation ended without an answer')), true));
      worker.ref();
      worker.postMessage({ name, job });
    });
  }

  private ready(): Worker {
    if (this.worker) return this.worker;
    const { text, isSource } = program();
    this.worker = new Worker(text, { eval: isSource, execArgv: [] });
    return this.worker;
  }
}

interface Message<Answer> {
  readonly progress?: number;
  readonly answer?: Answer;
  readonly refusal?: { readonly code: string | null; readonly path: string; readonly message: string };
}

const refusalOf = ({ code, path, message }: NonNullable<Message<never>['refusal']>): Error =>
  code?.startsWith('kinship.') ? new KinshipInputError(code as `kinship.${string}`, path, message) : new Error(message);

/** The compiled program; in a working tree whose source is newer than the build, the source itself, compiled as it loads. */
function program(): { text: string; isSource: boolean } {
  const source = join('src', 'kinship', 'computing', 'thread.ts');
  const built = join('dist', 'src', 'kinship', 'computing', 'thread.js');
  const root = findAbove(built) ?? findAbove(source);
  if (root === null) throw new Error('Cairn is not built: run "npm run setup"');
  if (newestIn(join(root, 'src', 'kinship'), '.ts') <= newestIn(join(root, 'dist', 'src', 'kinship'), '.js'))
    return { text: join(root, built), isSource: false };
  const loader = createRequire(join(root, 'package.json')).resolve('tsx/cjs/api');
  const load = (path: string) => `require(${JSON.stringify(path)})`;
  return { text: `${load(loader)}.register(); ${load(join(root, source))};`, isSource: true };
}

/** Milliseconds; 0 when there is none. */
function newestIn(folder: string, ending: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith(ending) && !name.includes('.spec.'),
  );
  return Math.max(0, ...files.map((name) => statSync(join(folder, name)).mtimeMs));
}
