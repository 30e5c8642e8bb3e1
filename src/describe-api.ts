import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module';
import { openApiOf } from './http-app';
import { Config, KeyRing } from './platform';

/** The OpenAPI description without a database: the modules are scanned, nothing is connected or started. */
export async function describeApi(): Promise<OpenAPIObject> {
  const nowhere = 'postgres://127.0.0.1:1/none';
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.on({
      config: Config.from({ LOG_LEVEL: 'silent' }),
      databaseUrl: nowhere,
      application: 'cairn-api',
      connections: 1,
      queueBackend: { kind: 'postgres', url: nowhere },
      keyRing: KeyRing.fromRoot(randomBytes(32)),
    }),
    { preview: true, logger: false },
  );
  return openApiOf(app);
}
