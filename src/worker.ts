import { openDesk } from './desk';
import { Config, exitWithParent } from './platform';
import { runProcess, stopOnSignal } from './process';
import { createWorkerApp } from './worker-app';

/** The job process: any number of them may run. */
async function main(): Promise<void> {
  exitWithParent();
  const desk = await openDesk(Config.from(process.env), 'cairn-worker');
  const app = await createWorkerApp(desk.resources);
  stopOnSignal(async () => {
    await app.close();
    await desk.release();
  });
}

runProcess(main);
