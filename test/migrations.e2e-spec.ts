import { migrations } from '../migrations';
import { migrate, pendingMigrations, revertLast } from '../src/platform';
import { Cairn } from './support/cairn';

describe('the migrations', () => {
  let cairn: Cairn;
  let url: string;

  beforeAll(async () => {
    cairn = await Cairn.start();
    const { host, port, username, password, database } = cairn.admin.options as unknown as Record<string, string>;
    url = `postgres://${username}:${password}@${host}:${port}/${database}`;
  });
  afterAll(() => cairn.close());

  const shape = async (): Promise<unknown> =>
    cairn.admin.query(
      `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, 2`,
    );

  it('go down one by one to nothing, and up again to the same schema', async () => {
    const before = await shape();
    for (const _ of migrations) await revertLast(url);
    expect(await shape()).toEqual([]);
    expect(await pendingMigrations(url)).toHaveLength(migrations.length);
    expect(await migrate(url)).toHaveLength(migrations.length);
    expect(await shape()).toEqual(before);
  });

  it('leave every table to an owner that nobody logs in as', async () => {
    const owned = (await cairn.admin.query(
      `SELECT c.relname, r.rolname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'migrations' AND r.rolname <> 'cairn_owner'`,
    )) as unknown[];
    expect(owned).toEqual([]);
    const [{ canLogin }] = (await cairn.admin.query(
      `SELECT rolcanlogin AS "canLogin" FROM pg_roles WHERE rolname = 'cairn_owner'`,
    )) as [{ canLogin: boolean }];
    expect(canLogin).toBe(false);
  });

  it('give the serving roles no right to truncate, alter or reference any table', async () => {
    const rights = (await cairn.admin.query(
      `SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants
       WHERE table_schema = 'public' AND grantee IN ('cairn_app', 'cairn_worker') AND privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
    )) as unknown[];
    expect(rights).toEqual([]);
  });
});
