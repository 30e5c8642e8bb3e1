import { QueryFailedError } from 'typeorm';

/** The database was away, restarting or too busy: nothing was wrong with what was asked, and the same may be asked again. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String(
    (error instanceof QueryFailedError ? (error.driverError as { code?: unknown }) : (error as { code?: unknown }))
      .code ?? '',
  );
  if (/^(57P|08|E[A-Z]+$)/.test(code) || ['40001', '40P01', '53300', '25P03'].includes(code)) return true;
  // A transaction that lost its connection reports what it could no longer do, in the words of whoever noticed first.
  return /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|terminating connection|not queryable|already released|Transaction is not started|Connection ended|socket has been ended|timeout exceeded when trying to connect/i.test(
    error.message,
  );
}
