import { parse } from 'pg-connection-string';

/** What node-postgres needs; `options` is kept apart, since a connection string would override it silently. */
export interface PgConnection {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly ssl?: boolean | object;
  readonly options?: string;
}

/** Splits a postgres:// URL, keeping its `options` (`-c role=cairn_app`) so that others can be added. */
export function connectionOf(url: string, moreOptions = ''): PgConnection {
  const parsed = parse(url);
  const options = [parsed.options, moreOptions].filter(Boolean).join(' ');
  return {
    ...(parsed.host ? { host: parsed.host } : {}),
    ...(parsed.port ? { port: Number(parsed.port) } : {}),
    ...(parsed.user ? { user: parsed.user } : {}),
    ...(parsed.password ? { password: parsed.password } : {}),
    ...(parsed.database ? { database: parsed.database } : {}),
    ...(parsed.ssl ? { ssl: parsed.ssl as boolean | object } : {}),
    ...(options ? { options } : {}),
  };
}
