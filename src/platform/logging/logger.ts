import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config/config';

/**
 * Logs by allow-list: method, path without its query, status, time and the request's id. Bodies, headers, queries and
 * names are never logged, so there is nothing to redact from them; what errors carry is censored by key besides.
 */
export function loggerOptions(config: Config, application: string): Params {
  return {
    pinoHttp: {
      name: application,
      level: config.logLevel,
      // A command's standard output belongs to its answer.
      ...(application === 'cairn-cli' ? { stream: process.stderr } : {}),
      genReqId: (request: IncomingMessage, response: ServerResponse) => {
        const given = request.headers['x-request-id'];
        const id = typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      redact: {
        paths: [
          '*.password',
          '*.secret',
          '*.email',
          '*.name',
          '*.phone',
          '*.parameters',
          '*.query',
          '*.detail',
          'err.detail',
        ],
        censor: '[withheld]',
      },
      autoLogging: { ignore: (request: IncomingMessage) => request.url?.startsWith('/health') ?? false },
    },
  } as Params;
}
