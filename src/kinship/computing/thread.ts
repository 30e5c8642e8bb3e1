import { parentPort } from 'node:worker_threads';
import { runTask, type TaskName, type Tasks } from '../core/family/tasks';

/** The program of a worker thread: one task after another, each with its progress and its answer or refusal. */
const tell = (message: object) => parentPort!.postMessage(message);
parentPort!.on('message', ({ name, job }: { name: TaskName; job: Tasks[TaskName]['job'] }) => {
  try {
    tell({ answer: runTask(name, job, (progress) => tell({ progress })) });
  } catch (error) {
    const { code, path, message } = error as { code?: string; path?: string; message: string };
    tell({ refusal: { code: code ?? null, path: path ?? '', message } });
  }
});
