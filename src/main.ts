import path from 'node:path';
import { FirstAdministrator } from './access';
import { openDesk } from './desk';
import { createHttpApp, stopAccepting } from './http-app';
import { Config, exitWithParent } from './platform';
import { runProcess, stopOnSignal } from './process';

/** The HTTP process: API and interface. */
async function main(): Promise<void> {
  exitWithParent();
  const config = Config.from(process.env);
  const desk = await openDesk(config, 'cairn-api');
  const app = await createHttpApp(desk.resources, path.resolve(path.dirname(process.argv[1]!), '../../web/dist'));
  stopOnSignal(async () => {
    stopAccepting(app);
    await app.close();
    await desk.release();
  });
  const code = await app.get(FirstAdministrator).prepareCode();
  await app.listen(config.port, config.host);
  if (code) process.stdout.write(`No administrator yet. One-time code for the first visit: ${code}\n`);
}

runProcess(main);
