import { DataSource, type DataSourceOptions } from 'typeorm';
import { connectionOf } from './connection';

/** Options of the one TypeORM data source. `synchronize` is off everywhere: only migrations change the schema. */
export function dataSourceOptions(
  url: string,
  how: {
    readonly application: string;
    readonly connections: number;
    readonly entities?: DataSourceOptions['entities'];
  },
): DataSourceOptions {
  const { ssl, host, port, user, password, database, options } = connectionOf(url);
  return {
    type: 'postgres',
    host,
    port,
    username: user,
    password,
    database,
    ssl: ssl as boolean | undefined,
    entities: how.entities ?? [],
    synchronize: false,
    migrationsRun: false,
    applicationName: how.application,
    poolSize: how.connections,
    connectTimeoutMS: 5000,
    // A stopped process (a zombie) loses its transaction after a minute: its locks would otherwise hold the others' work.
    extra: { options, keepAlive: true, statement_timeout: 120_000, idle_in_transaction_session_timeout: 60_000 },
  } as DataSourceOptions;
}

export async function openDataSource(url: string, application: string, connections = 2): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, { application, connections })).initialize();
}
