import { dataFolderFrom, openDatabase } from './database';
import { withRole } from './embedded-database';

describe('the choice of the database', () => {
  const url = 'postgres://cairn:a%2Bb@db.example:5432/cairn?sslmode=require';

  it('is somebody else’s server when a URL is given, with the roles stepped down to', async () => {
    const opened = await openDatabase({ dataFolder: '/nowhere', databaseUrl: url });
    expect(opened.adminUrl).toBe(url);
    expect(opened.embedded).toBeNull();
    expect(new URL(opened.appUrl).searchParams.get('options')).toBe('-c role=cairn_app');
    expect(new URL(opened.workerUrl).searchParams.get('options')).toBe('-c role=cairn_worker');
    expect(new URL(opened.migratorUrl).searchParams.get('options')).toBe('-c role=cairn_migrator');
  });

  it('takes a login of its own for each process where the operator gives one', async () => {
    const opened = await openDatabase({
      dataFolder: '/nowhere',
      databaseUrl: url,
      databaseAppUrl: 'postgres://app@db/cairn',
    });
    expect(opened.appUrl).toBe('postgres://app@db/cairn');
  });

  it('keeps the login, the other parameters and earlier options when it adds a role', () => {
    const changed = withRole('postgres://u:p+q%2Bx@h/d?options=-c%20jit%3Doff&sslmode=require', 'cairn_app');
    expect(changed).toContain('u:p+q%2Bx@h');
    expect(changed).toContain('options=-c%20jit%3Doff%20-c%20role%3Dcairn_app');
    expect(new URL(changed).searchParams.get('sslmode')).toBe('require');
  });
});

describe('the data folder', () => {
  it.each([
    [{}, '/srv/desk', '/srv/desk/.cairn'],
    [{ INIT_CWD: '/caller' }, '/package', '/caller/.cairn'],
    [{ INIT_CWD: '/caller', CAIRN_DATA: 'desk/data' }, '/package', '/caller/desk/data'],
    [{ INIT_CWD: '/caller', CAIRN_DATA: '/srv/cairn' }, '/package', '/srv/cairn'],
    [{ CAIRN_DATA: '' }, '/here', '/here/.cairn'],
  ])('of %j typed in %s is %s', (env, cwd, expected) => {
    expect(dataFolderFrom(env, cwd)).toBe(expected);
  });
});
