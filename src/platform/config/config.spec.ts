import path from 'node:path';
import { Config, ConfigError } from './config';

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    Config.from(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
};

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    const config = Config.from({});
    expect([config.port, config.host, config.logLevel]).toEqual([3000, '127.0.0.1', 'info']);
    expect([config.databaseUrl, config.redisUrl, config.keyFile]).toEqual([undefined, undefined, undefined]);
    expect([config.lockMs, config.resendMs, config.isPublic]).toEqual([30_000, 60_000, false]);
    expect(config.dataFolder).toBe(path.resolve('.cairn'));
  });

  it('lists every fault at once, by the name of the variable', () => {
    const faults = faultsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      DATABASE_APP_URL: 'x',
      DATABASE_WORKER_URL: 'x',
      REDIS_URL: 'http://x',
      LOG_LEVEL: 'loud',
      CAIRN_LOCK_MS: '1',
      CAIRN_RESEND_MS: 'soon',
      CAIRN_PUBLIC_URL: 'cairn',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      ...['PORT', 'DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_WORKER_URL', 'REDIS_URL', 'LOG_LEVEL'],
      ...['CAIRN_LOCK_MS', 'CAIRN_RESEND_MS', 'CAIRN_PUBLIC_URL'],
    ]);
    expect(new ConfigError(faults).message).toContain('\n  - REDIS_URL: must begin with redis://\n');
  });

  it('does not repeat a value that it refuses: it may hold a password', () => {
    expect(faultsOf({ DATABASE_URL: 'pg://cairn:hush-hush@host/db' }).join()).not.toContain('hush');
  });

  it('takes an empty variable as one that is not set', () => {
    expect(Config.from({ PORT: '', REDIS_URL: '', CAIRN_DATA: '' }).port).toBe(3000);
  });

  it('lays data and keys from where the caller stands, not from where npm runs', () => {
    const config = Config.from({ INIT_CWD: '/srv/desk', CAIRN_DATA: 'data', CAIRN_KEY_FILE: '../keys.json' });
    expect([config.dataFolder, config.keyFile]).toEqual(['/srv/desk/data', '/srv/keys.json']);
    expect(Config.from({ INIT_CWD: '/srv/desk', CAIRN_DATA: '/var/cairn' }).dataFolder).toBe('/var/cairn');
  });

  it('counts as public behind TLS only', () => {
    expect(Config.from({ CAIRN_PUBLIC_URL: 'https://cairn.example' }).isPublic).toBe(true);
    expect(Config.from({ CAIRN_PUBLIC_URL: 'http://localhost:3000' }).isPublic).toBe(false);
  });
});
