import path from 'node:path';
import { z } from 'zod';

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Login that may migrate. Without it the embedded database is used. */
  DATABASE_URL: postgresUrl.optional(),
  /** Logins of the serving roles; without them DATABASE_URL is used with `SET ROLE`. */
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_WORKER_URL: postgresUrl.optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis://')
    .optional(),
  CAIRN_DATA: z.string().default('.cairn'),
  INIT_CWD: z.string().optional(),
  CAIRN_KEY_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** How long a job may be without a sign of life before another worker takes it, milliseconds. */
  CAIRN_LOCK_MS: z.coerce.number().int().min(500).max(600_000).default(30_000),
  /** How old an unconfirmed hand-over to the queue must be before it is sent again, milliseconds. */
  CAIRN_RESEND_MS: z.coerce.number().int().min(500).max(3_600_000).default(60_000),
  /** Set behind TLS, where the session cookie must be Secure and carry the __Host- prefix. */
  CAIRN_PUBLIC_URL: z.string().url().optional(),
});

/** The configuration is wrong; all faults are listed, and nothing is started. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** The settings of one process, read once at start. Nothing else reads the environment. */
export class Config {
  private constructor(private readonly values: z.infer<typeof environment>) {}

  static from(env: NodeJS.ProcessEnv): Config {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
    const parsed = environment.safeParse(given);
    if (!parsed.success)
      throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
    return new Config(parsed.data);
  }

  get port(): number {
    return this.values.PORT;
  }
  get host(): string {
    return this.values.HOST;
  }
  get databaseUrl(): string | undefined {
    return this.values.DATABASE_URL;
  }
  get databaseAppUrl(): string | undefined {
    return this.values.DATABASE_APP_URL;
  }
  get databaseWorkerUrl(): string | undefined {
    return this.values.DATABASE_WORKER_URL;
  }
  get redisUrl(): string | undefined {
    return this.values.REDIS_URL;
  }
  get logLevel(): string {
    return this.values.LOG_LEVEL;
  }
  get lockMs(): number {
    return this.values.CAIRN_LOCK_MS;
  }
  get resendMs(): number {
    return this.values.CAIRN_RESEND_MS;
  }
  get isPublic(): boolean {
    return this.values.CAIRN_PUBLIC_URL?.startsWith('https://') ?? false;
  }
  /** The caller's folder: npm's name for it, else the working directory. */
  get workingFolder(): string {
    return this.values.INIT_CWD ?? process.cwd();
  }
  /** Embedded database, keys and files of this desk, one folder. */
  get dataFolder(): string {
    return path.resolve(this.workingFolder, this.values.CAIRN_DATA);
  }
  get keyFile(): string | undefined {
    return this.values.CAIRN_KEY_FILE && path.resolve(this.workingFolder, this.values.CAIRN_KEY_FILE);
  }
}
