import { ConfigError } from './platform';
import { SchemaDiffersError } from './desk';
import { MovedDatabaseError } from './moved-database';

/** Ends the process gracefully on the first signal; a second one is harmless. Work in hand has 25 seconds. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 25_000).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Runs a process's main; a fault at the start is told in words where we know them. */
export function runProcess(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const known = [ConfigError, SchemaDiffersError, MovedDatabaseError].some((kind) => error instanceof kind);
    const text = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  });
}
