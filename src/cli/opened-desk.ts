import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { isAllowed, type PolicyName, Sessions } from '../access';
import { AppModule } from '../app.module';
import { type Desk, openDesk } from '../desk';
import { type Actor, Config, ForbiddenError, type PlatformResources, systemActor } from '../platform';
import { RefusedError } from './exit-codes';
import type { CommonOptions } from './terminal';

/** The configuration of a command. Its logs go to standard error, and are few unless more are asked for. */
export const commandConfig = (level = 'warn'): Config =>
  Config.from({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || level });

/** Opens the desk for one command and leaves it again, whatever happens. */
export async function withDesk<T>(
  work: (desk: { readonly app: INestApplicationContext; readonly held: Desk }) => Promise<T>,
  logLevel?: string,
): Promise<T> {
  const held = await openDesk(commandConfig(logLevel), 'cairn-cli');
  try {
    const app = await NestFactory.createApplicationContext(AppModule.on(held.resources), {
      bufferLogs: true,
      abortOnError: false,
    });
    app.useLogger(app.get(Logger));
    try {
      return await work({ app, held });
    } finally {
      await app.close();
    }
  } finally {
    await held.release();
  }
}

/** The same, as a person or as the operator, for an act that a policy guards. */
export async function asActor<T>(
  options: CommonOptions,
  policy: PolicyName,
  work: (desk: { readonly app: INestApplicationContext; readonly held: Desk; readonly actor: Actor }) => Promise<T>,
): Promise<T> {
  return withDesk(async ({ app, held }) => {
    const actor = await actorOf(app, held, options);
    if (!isAllowed(actor, policy)) throw new ForbiddenError(policy);
    return work({ app, held, actor });
  });
}

/**
 * Who acts: the user named by `--as`, under that user's policies. On an embedded desk whoever can read its key file may
 * act as its operator (without the key the desk would not have opened), and the trail says so.
 */
export async function actorOf(app: INestApplicationContext, held: Desk, { as }: CommonOptions): Promise<Actor> {
  const operator = systemActor('operator of this desk', 'cli');
  if (as !== undefined) {
    const named = await app.get(Sessions).actorNamed(as, operator.requestId);
    if (!named) throw new RefusedError('cli.user-unknown', `There is no open account with the address ${as}`);
    return named;
  }
  if (held.database.embedded === null)
    throw new RefusedError(
      'cli.user-needed',
      'This database is not the embedded one: say as whom you act, with --as E-MAIL of a user of Cairn',
    );
  return operator;
}

/** What the worker runs on, in this process, beside the command's own application or instead of it. */
export const workerResources = (held: Desk): PlatformResources => {
  const databaseUrl = held.database.workerUrl;
  const { resources } = held;
  return {
    ...resources,
    databaseUrl,
    queueBackend:
      resources.queueBackend.kind === 'postgres' ? { kind: 'postgres', url: databaseUrl } : resources.queueBackend,
  };
};
