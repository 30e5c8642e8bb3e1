import { setFlagsFromString } from 'node:v8';
import { openDesk } from './desk';
import { Config, exitWithParent } from './platform';
import { runProcess, stopOnSignal } from './process';
import { createWorkerApp } from './worker-app';

/** The heap may grow by this much, in per cent, before it is swept: left alone it doubles, for records that were compiled and are long gone. */
const HEAP_GROWTH_PERCENT = 30;

/** The job process: any number of them may run. */
async function main(): Promise<void> {
  exitWithParent();
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
  const desk = await openDesk(Config.from(process.env), 'cairn-worker');
  const app = await createWorkerApp(desk.resources);
  stopOnSignal(async () => {
    await app.close();
    await desk.release();
  });
}

runProcess(main);
