import {
  BadRequestException,
  InternalServerErrorException,
  Logger,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { ZodValidationException } from 'nestjs-zod';
import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import {
  DomainError,
  type ErrorKind,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  VersionRequiredError,
} from './domain-error';
import { faultsOf, ProblemFilter } from './problem.filter';

interface Answer {
  status: number;
  type: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  text: string;
}

/** What goes over the wire when this was thrown. */
function answerTo(thrown: unknown): Answer {
  const answer: Answer = { status: 0, type: '', headers: {}, body: {}, text: '' };
  const response = {
    headersSent: false,
    setHeader: (name: string, value: string) => (answer.headers[name] = value),
    status: (status: number) => ((answer.status = status), response),
    type: (type: string) => ((answer.type = type), response),
    send: (text: string) => {
      answer.text = text;
      answer.body = JSON.parse(text) as Record<string, unknown>;
    },
  };
  new ProblemFilter().catch(thrown, new ExecutionContextHost([{ id: 'request-1' }, response]));
  return answer;
}

class Refusal extends DomainError {
  readonly code = 'cases.not-so';
  constructor(readonly kind: ErrorKind) {
    super('It cannot be so');
  }
}

const fromPostgres = (code: string) =>
  new QueryFailedError(
    'SELECT secret FROM family_report',
    ['a name'],
    Object.assign(new Error('Key (name)=(Amal)'), { code }),
  );

describe('an error over HTTP', () => {
  const logged: string[] = [];
  beforeAll(() => {
    Logger.overrideLogger({ error: (text: string) => logged.push(text), log: () => {}, warn: () => {} });
  });
  afterAll(() => Logger.overrideLogger(true));
  beforeEach(() => (logged.length = 0));

  it.each<[ErrorKind, number]>([
    ['invalid', 422],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['stale', 412],
    ['too-many', 429],
    ['unavailable', 503],
  ])('of kind %s is %i', (kind, status) => {
    const answer = answerTo(new Refusal(kind));
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(answer.body).toEqual({
      type: 'urn:cairn:error:cases.not-so',
      ...{ title: 'cases.not-so', code: 'cases.not-so', status, detail: 'It cannot be so', requestId: 'request-1' },
    });
  });

  it.each([
    ['a change without its version', new VersionRequiredError(), 428, 'platform.version-required'],
    ['a record that is absent or closed', new NotFoundError(), 404, 'platform.not-found'],
    ['an act no role of theirs allows', new ForbiddenError('reports.read'), 403, 'access.forbidden'],
    ['a route that is not there', new NotFoundException(), 404, 'platform.not-found'],
    ['a large body', new PayloadTooLargeException(), 413, 'platform.too-large'],
    ['an id that is none', new BadRequestException('Validation failed'), 400, 'platform.bad-request'],
    [
      'a body cut off',
      Object.assign(new SyntaxError('JSON'), { status: 400, type: 'entity.parse.failed' }),
      400,
      'platform.bad-request',
    ],
    [
      'a body beyond the bound',
      Object.assign(new Error('too large'), { status: 413, type: 'entity.too.large' }),
      413,
      'platform.too-large',
    ],
    ['a lost connection', new Error('connect ECONNREFUSED 127.0.0.1:5432'), 503, 'platform.unavailable'],
    ['a fault of Nest', new InternalServerErrorException(), 500, 'platform.unavailable'],
    ['anything else', new TypeError('x is not a function'), 500, 'platform.fault'],
    ['what is no error', 'thrown text', 500, 'platform.fault'],
  ])('for %s', (_, thrown, status, code) => {
    expect(answerTo(thrown)).toMatchObject({ status, body: { status, code } });
  });

  it.each([
    ['23505', 409],
    ['23503', 422],
    ['23514', 422],
    ['22P02', 422],
    ['22003', 422],
    ['22021', 422],
    ['40001', 503],
    ['40P01', 503],
    ['57P01', 503],
    ['57014', 503],
    ['25P03', 503],
    ['08006', 503],
    ['53300', 503],
    ['42P01', 500],
    ['42501', 500],
  ])("of PostgreSQL's %s is %i", (code, status) => {
    expect(answerTo(fromPostgres(code)).status).toBe(status);
  });

  it('shows no stack, no statement and no value, whatever was thrown', () => {
    for (const thrown of [
      new TypeError('secret of a person'),
      fromPostgres('23505'),
      fromPostgres('42P01'),
      new Error('Connection terminated by 10.1.2.3'),
    ])
      expect(answerTo(thrown).text).not.toMatch(/secret|family_report|Amal|a name|10\.1|\bat .*:\d+|\.ts/);
  });

  it('is logged with its stack where it is ours, and not where it is theirs', () => {
    answerTo(new Refusal('invalid'));
    expect(logged).toEqual([]);
    answerTo(new TypeError('ours'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('TypeError: ours\n    at ');
  });

  it('says when to come back only where coming back helps', () => {
    expect(answerTo(new Refusal('unavailable')).headers).toEqual({ 'Retry-After': '5' });
    expect(answerTo(new Refusal('conflict')).headers).toEqual({});
  });

  it('shows the loser of an edit the record as it is', () => {
    expect(answerTo(new StaleVersionError({ version: 3 }))).toMatchObject({
      status: 412,
      body: { current: { version: 3 } },
    });
  });

  it('names what was refused, by path and code', () => {
    const errors = [{ path: 'heightCm', code: 'description.too-tall' }];
    expect(answerTo(new InvalidInputError(errors)).body).toMatchObject({ status: 422, errors });
  });
});

describe('the faults of a schema', () => {
  const schema = z.strictObject({
    person: z.strictObject({ height: z.number().max(300, { error: 'description.too-tall' }) }),
    sex: z.enum(['male', 'female']),
  });
  const faults = (value: unknown) => faultsOf(schema.safeParse(value).error!);

  it('have a path each, and our code where the rule has one', () => {
    expect(faults({ person: { height: 400 }, sex: 'male' })).toEqual([
      { path: 'person.height', code: 'description.too-tall' },
    ]);
  });

  it("have zod's own kind as a code otherwise", () => {
    expect(faults({ person: { height: '1,70' }, sex: 'x' })).toMatchObject([
      { path: 'person.height', code: 'platform.invalid-type' },
      { path: 'sex', code: 'platform.invalid-value' },
    ]);
  });

  it('name each unknown field', () => {
    expect(faults({ person: { height: 170, weight: 60 }, sex: 'male', tribe: 1, role: 2 })).toEqual([
      { path: 'person.weight', code: 'platform.unknown-field' },
      { path: 'tribe', code: 'platform.unknown-field' },
      { path: 'role', code: 'platform.unknown-field' },
    ]);
  });

  it('are bounded, however much is wrong', () => {
    const many = z.array(z.number()).safeParse(Array.from({ length: 5000 }, () => 'x')).error!;
    expect(faultsOf(many)).toHaveLength(100);
    const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, n]));
    expect(faultsOf(z.strictObject({}).safeParse(keys).error!)).toHaveLength(20);
  });

  it('reach the client as 422', () => {
    const { error } = schema.safeParse({});
    expect(answerTo(new ZodValidationException(error!))).toMatchObject({
      status: 422,
      body: { code: 'platform.invalid-input', errors: [{ path: 'person' }, { path: 'sex' }] },
    });
  });
});
