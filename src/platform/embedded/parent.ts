const LAST_PATIENCE_MS = 20_000;

/**
 * Ends this process when the one that started it is gone, kill -9 included: the channel between both then breaks.
 * It ends as by SIGTERM, gracefully, or by force after 20 seconds. Without such a channel (started by hand, by a
 * container) it does nothing.
 */
export function exitWithParent(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.channel.unref();
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), LAST_PATIENCE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
}
