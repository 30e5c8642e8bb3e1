import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ZodValidationException } from 'nestjs-zod';
import { QueryFailedError } from 'typeorm';
import type { ZodError } from 'zod';
import { isUnreachable } from '../database/unreachable';
import { DomainError, type ErrorKind, type Fault } from './domain-error';

const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-many': 429,
  unavailable: 503,
};

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  readonly current?: unknown;
  readonly requestId?: string;
}

/** Turns whatever was thrown into problem+json (RFC 9457). Bad input never becomes a 5xx, and no stack leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { id?: string }>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = { ...problemOf(thrown), requestId: request.id };
    if (problem.status >= 500) this.logger.error(thrown instanceof Error ? thrown.stack : String(thrown));
    if (response.headersSent) return;
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

const problem = (status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem => ({
  type: `urn:cairn:error:${code}`,
  title: code,
  status,
  code,
  detail,
  ...more,
});

/** The faults of a zod error, with codes: a message that looks like one of our codes is one, else zod's own. */
export function faultsOf(error: ZodError): Fault[] {
  return error.issues.slice(0, 100).flatMap((issue): Fault[] => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys
        .slice(0, 20)
        .map((key) => ({ path: path ? `${path}.${key}` : key, code: 'platform.unknown-field' }));
    const ours = /^[a-z-]+\.[a-z-]+$/.test(issue.message);
    return [
      {
        path,
        code: ours ? issue.message : `platform.${issue.code.replaceAll('_', '-')}`,
        ...(ours ? {} : { detail: issue.message }),
      },
    ];
  });
}

function problemOf(thrown: unknown): Problem {
  if (thrown instanceof DomainError)
    return problem(statusOf[thrown.kind], thrown.code, thrown.message, {
      ...(thrown.faults.length > 0 ? { errors: thrown.faults } : {}),
      ...(thrown.current !== undefined ? { current: thrown.current } : {}),
      ...(thrown.code === 'platform.version-required' ? { status: 428 } : {}),
    });
  if (thrown instanceof ZodValidationException)
    return problem(422, 'platform.invalid-input', 'Some values are not accepted', {
      errors: faultsOf(thrown.getZodError() as ZodError),
    });
  if (thrown instanceof HttpException) {
    const status = thrown.getStatus();
    if (status >= 500)
      return problem(status, 'platform.unavailable', 'The service cannot answer now; nothing was stored');
    const code = {
      401: 'access.sign-in-needed',
      403: 'access.forbidden',
      404: 'platform.not-found',
      413: 'platform.too-large',
    }[status];
    return problem(status, code ?? 'platform.bad-request', code ? thrown.name : 'The request could not be read');
  }
  if (isUnreachable(thrown))
    return problem(503, 'platform.unavailable', 'The database is busy or cannot be reached; nothing was stored');
  if (thrown instanceof QueryFailedError) return fromPostgres(thrown.driverError as { code?: string });
  if (isBodyError(thrown)) {
    const tooLarge = thrown.type === 'entity.too.large';
    return problem(
      thrown.status,
      tooLarge ? 'platform.too-large' : 'platform.bad-request',
      'The request body could not be read',
    );
  }
  return problem(500, 'platform.fault', 'Something failed on our side; nothing was stored');
}

/** A CHECK, a foreign key or a unique key below us refused: the input was at fault, so it is no 5xx. */
function fromPostgres(error: { code?: string }): Problem {
  const code = error.code ?? '';
  if (code === '23505') return problem(409, 'platform.already-exists', 'Another record holds this already');
  // Cancelled, as by the statement timeout: the same statement may take as long again, so it is not counted as unreachable.
  if (code === '57014') return problem(503, 'platform.unavailable', 'The database took too long; nothing was stored');
  if (code.startsWith('22') || code.startsWith('23'))
    return problem(422, 'platform.refused-by-table', 'Some values are not accepted');
  return problem(500, 'platform.fault', 'Something failed on our side; nothing was stored');
}

const isBodyError = (thrown: unknown): thrown is { status: number; type: string } =>
  thrown instanceof Error &&
  'type' in thrown &&
  'status' in thrown &&
  typeof thrown.status === 'number' &&
  thrown.status < 500;
