import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request, { type Test } from 'supertest';
import { DataSource } from 'typeorm';
import { createHash } from 'node:crypto';
import { createHttpApp } from '../../src/http-app';
import { Config, connectionOf, KeyRing, type PlatformResources, type Role, type Agency } from '../../src/platform';
import { createWorkerApp, untilIdle } from '../../src/worker-app';
import type { TestServers } from './global-setup';

/** A signed-in person of an organisation; the login alone is stood in for, by a session row. */
export interface Person {
  readonly userId: string;
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly country: string;
  readonly cookie: string;
  readonly email: string;
  get(path: string): Test;
  put(path: string, body?: object, version?: number): Test;
  post(path: string, body?: object): Test;
  delete(path: string): Test;
}

export const servers = (): TestServers =>
  JSON.parse(readFileSync(process.env.CAIRN_TEST_SERVERS!, 'utf8')) as TestServers;

const inDatabase = (url: string, name: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
};

/** The real application on a database of its own, as the roles that production uses. */
export class Cairn {
  private constructor(
    readonly app: NestExpressApplication,
    private readonly databaseName: string,
    /** As the superuser: to look behind the application, never for it to use. */
    readonly admin: DataSource,
    readonly keyRing: KeyRing,
    private readonly worker: { app?: INestApplicationContext; resources: PlatformResources },
  ) {}

  static async start(
    how: { worker?: boolean; env?: Record<string, string>; keyRing?: KeyRing; web?: boolean } = {},
  ): Promise<Cairn> {
    const { adminUrl, appUrl, workerUrl, redisUrl, dataFolder } = servers();
    const name = `test_${randomBytes(6).toString('hex')}`;
    const template = connectionOf(adminUrl).database!;
    const root = await adminOf(inDatabase(adminUrl, 'postgres'));
    // Copying a database needs it unused for a moment; spec files that start together take turns.
    await root.query(`SELECT pg_advisory_lock(42)`);
    await root.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await root.query(`SELECT pg_advisory_unlock(42)`);
    await root.destroy();
    const config = Config.from({
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      CAIRN_DATA: dataFolder,
      CAIRN_LOCK_MS: '2000',
      CAIRN_RESEND_MS: '2000',
      ...how.env,
    });
    const keyRing = how.keyRing ?? KeyRing.fromRoot(randomBytes(32));
    const resources = (application: 'cairn-api' | 'cairn-worker', url: string): PlatformResources => {
      const databaseUrl = inDatabase(url, name);
      return {
        config,
        databaseUrl,
        application,
        connections: 6,
        keyRing,
        queueBackend: redisUrl
          ? { kind: 'redis', url: redisUrl, prefix: name }
          : { kind: 'postgres', url: databaseUrl },
      };
    };
    const admin = await adminOf(inDatabase(adminUrl, name));
    const workerResources = resources('cairn-worker', workerUrl);
    // First, since passport keeps one strategy for each process: the last made signs in, by the role of the API.
    const worker = how.worker ? await createWorkerApp(workerResources) : undefined;
    const app = await createHttpApp(
      resources('cairn-api', appUrl),
      how.web ? path.join(process.cwd(), 'web/dist') : undefined,
    );
    await app.listen(0, '127.0.0.1');
    return new Cairn(app, name, admin, keyRing, { resources: workerResources, ...(worker ? { app: worker } : {}) });
  }

  async startWorker(): Promise<INestApplicationContext> {
    this.worker.app ??= await createWorkerApp(this.worker.resources);
    return this.worker.app;
  }

  async stopWorker(): Promise<void> {
    await this.worker.app?.close();
    delete this.worker.app;
  }

  /** Runs the worker until every event has had its effect. */
  async settle(how: { isSealed?: boolean } = {}): Promise<void> {
    await untilIdle(await this.startWorker(), how);
  }

  get workerResources(): PlatformResources {
    return this.worker.resources;
  }

  async url(): Promise<string> {
    return (await this.app.getUrl()).replace('[::1]', '127.0.0.1');
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.app.close();
    await this.admin.destroy();
    const root = await adminOf(inDatabase(servers().adminUrl, 'postgres'));
    await root.query(`DROP DATABASE ${this.databaseName} WITH (FORCE)`);
    await root.destroy();
  }

  /** An organisation with one desk. */
  async anOrganisation(country: string, agency: Agency): Promise<{ organisationId: string; contactPointId: string }> {
    const organisationId = randomUUID();
    const contactPointId = randomUUID();
    const name = `${agency} ${country} ${organisationId.slice(0, 8)}`;
    await this.admin.query(`INSERT INTO organisation (id, name, country, agency) VALUES ($1, $2, $3, $4)`, [
      organisationId,
      name,
      country,
      agency,
    ]);
    if (agency !== 'network')
      await this.admin.query(
        `INSERT INTO contact_point (id, organisation_id, code, name, country, kind) VALUES ($1, $2, $3, $4, $5, $6)`,
        [contactPointId, organisationId, `${country}-${contactPointId.slice(0, 8)}`, name, country, agency],
      );
    return { organisationId, contactPointId };
  }

  /** A person with roles, in an organisation of their own unless one is given. */
  async aPerson(
    country: string,
    agency: Agency,
    roles: readonly Role[],
    at?: { organisationId: string; contactPointId: string },
  ): Promise<Person> {
    const { organisationId, contactPointId } = at ?? (await this.anOrganisation(country, agency));
    const userId = randomUUID();
    const email = `${userId}@example.org`;
    await this.admin.query(
      `INSERT INTO app_user (id, organisation_id, contact_point_id, email, name, roles) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        userId,
        organisationId,
        agency === 'network' ? null : contactPointId,
        email,
        `Person ${userId.slice(0, 4)}`,
        roles,
      ],
    );
    const token = randomBytes(32).toString('base64url');
    await this.admin.query(`INSERT INTO user_session (token_hash, user_id) VALUES ($1, $2)`, [
      createHash('sha256').update(token).digest(),
      userId,
    ]);
    const cookie = `cairn=${token}`;
    const server = this.app.getHttpServer();
    const versioned = (test: Test, version?: number): Test =>
      version === undefined ? test : test.set('If-Match', String(version));
    return {
      ...{ userId, organisationId, contactPointId, country, cookie, email },
      get: (path) => request(server).get(path).set('Cookie', cookie),
      put: (path, body = {}, version) => versioned(request(server).put(path).set('Cookie', cookie).send(body), version),
      post: (path, body = {}) => request(server).post(path).set('Cookie', cookie).send(body),
      delete: (path) => request(server).delete(path).set('Cookie', cookie),
    };
  }
}

async function adminOf(url: string): Promise<DataSource> {
  const { host, port, user, password, database } = connectionOf(url);
  return new DataSource({
    type: 'postgres',
    host: host!,
    port: port!,
    username: user!,
    password: password!,
    database: database!,
    poolSize: 3,
  }).initialize();
}

/** Waits for a condition, with a deadline; never for a time. */
export async function eventually<T>(probe: () => Promise<T | null | undefined | false>, within = 10_000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline)
      throw new Error(`did not come true within ${within} ms: ${probe.toString().slice(0, 200)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
