import { createWorkerApp, untilIdle } from '../worker-app';
import { openDesk } from '../desk';
import { type ExitCode, UsageError } from './exit-codes';
import { commandConfig, workerResources } from './opened-desk';
import { answer, type CommonOptions, progress } from './terminal';

interface Options extends CommonOptions {
  readonly untilIdle?: boolean;
}

export async function run(options: Options): Promise<ExitCode> {
  if (!options.untilIdle) throw new UsageError('Write `cairn work --until-idle`; the worker that stays is `npm start`');
  const held = await openDesk(commandConfig(), 'cairn-cli');
  try {
    const app = await createWorkerApp(workerResources(held));
    const line = progress((left) => `${left} messages left`);
    try {
      const { dead } = await untilIdle(app, { isSealed: true, onProgress: (left) => line.show(left) });
      line.end();
      await answer(options, { dead }, () =>
        dead === 0
          ? 'Nothing is left to do.\n'
          : `Nothing is left to do; ${dead} message(s) were given up (cairn dlq list).\n`,
      );
      return dead === 0 ? 0 : 2;
    } finally {
      await app.close();
    }
  } finally {
    await held.release();
  }
}
