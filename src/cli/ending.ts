import { type ExitCode, UsageError } from './exit-codes';

/** Codes that mean the command named something in a way that could mean two things. */
const usageCodes = ['matching.reference-ambiguous'];

/** Tells what went wrong, on standard error and, where JSON was asked for, as the one document; answers the exit code. */
export function endOf(error: unknown, isJson: boolean): ExitCode {
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${code === null && error instanceof Error ? (error.stack ?? detail) : detail}\n`);
  if (isJson) process.stdout.write(`${JSON.stringify({ error: { code: code ?? 'platform.fault', detail } })}\n`);
  return error instanceof UsageError || (code !== null && usageCodes.includes(code)) ? 64 : 1;
}

/** Ours carry a stable code; the faults at start (configuration, schema, key file) tell themselves in words. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && error.code.includes('.')) return error.code;
  const atStart: Record<string, string> = {
    ConfigError: 'platform.configuration',
    SchemaDiffersError: 'platform.schema-differs',
    MovedDatabaseError: 'platform.database-moved',
    KeyFileError: 'platform.key-file',
  };
  return atStart[error.constructor.name] ?? null;
}
