import { QueryFailedError } from 'typeorm';

/** The database was away, restarting or too busy: nothing was wrong with what was asked, and the same may be asked again. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof QueryFailedError) {
    const code = (error.driverError as { code?: string }).code ?? '';
    if (/^(57P|08)/.test(code) || ['40001', '40P01', '53300', '25P03'].includes(code)) return true;
  }
  return (
    error instanceof Error &&
    /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|not queryable|already released|timeout exceeded when trying to connect/.test(
      error.message,
    )
  );
}
