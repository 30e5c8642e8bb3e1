import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Server } from 'node:http';
import { DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { Logger } from 'nestjs-pino';
import { POLICY } from './access';
import { schemasOf } from './api-schemas';
import { AppModule } from './app.module';
import { HealthController, type PlatformResources } from './platform';

/** The HTTP process: API under /api, health, and the built interface on the same origin. */
export async function createHttpApp(resources: PlatformResources, webFolder?: string): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(resources), {
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(securityHeaders());
  app.use('/api', (_: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // Uploads are read as a stream by their own route; everything else is small JSON.
  // Never inflated: a damaged or hostile compressed body would cost us work before anything is checked.
  const json = express.json({ limit: '256kb', strict: true, inflate: false });
  app.use((request: Request, response: Response, next: NextFunction) =>
    request.path.startsWith('/api/imports') ? next() : json(request, response, next),
  );
  refuseRoutesWithoutPolicy(app);
  if (webFolder && existsSync(webFolder)) serveInterface(app, webFolder);
  return app;
}

/** The OpenAPI description, from the routes and their zod schemas. */
export function openApiOf(app: NestExpressApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Cairn')
    .setVersion('1')
    .addCookieAuth('cairn')
    .build();
  const document = cleanupOpenApiDoc(SwaggerModule.createDocument(app, head));
  const named = Object.keys(document.components?.schemas ?? {});
  const schemas = Object.entries(schemasOf(app)).filter(([name]) => named.includes(name));
  Object.assign(document.components?.schemas ?? {}, Object.fromEntries(schemas));
  return document;
}

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine writes its theme variables into a style element.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: { maxAge: 31_536_000 },
  });
}

/** A route that declares no policy would be closed to everybody; it is a mistake of ours, so the start fails. */
function refuseRoutesWithoutPolicy(app: NestExpressApplication): void {
  const undeclared = app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return new MetadataScanner()
        .getAllMethodNames(prototype)
        .filter(
          (method) =>
            Reflect.hasMetadata('path', prototype[method]!) && !Reflect.hasMetadata(POLICY, prototype[method]!),
        )
        .map((method) => `${name}.${method}`);
    });
  if (undeclared.length > 0) throw new Error(`These routes declare no policy: ${undeclared.join(', ')}`);
}

function serveInterface(app: NestExpressApplication, webFolder: string): void {
  app.use(
    express.static(webFolder, {
      index: false,
      setHeaders: (response: Response, file: string) =>
        response.setHeader(
          'Cache-Control',
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
  // Every other address is a screen of the interface, which routes for itself.
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || /^\/(api|health)(\/|$)/.test(request.path) || path.extname(request.path))
      return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(path.join(webFolder, 'index.html'));
  });
}

/** On a stop, readiness goes false first and idle connections are closed, so that the listener can end. */
export function stopAccepting(app: NestExpressApplication): void {
  app.get(HealthController, { strict: false }).beginStopping();
  const server = app.getHttpServer() as Server;
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 20_000).unref();
}
