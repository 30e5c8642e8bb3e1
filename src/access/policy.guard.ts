import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiCookieAuth } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Actor, DomainError, ForbiddenError } from '../platform';
import { isAllowed, type PolicyName } from './core/policies';
import { Sessions, type SignedInRequest } from './sessions';

export const POLICY = 'cairn:policy';

/** The policy a route asks for. `open` needs no login, and is for health, sign-in and first set-up only. */
export const Policy = (name: PolicyName | 'open') =>
  name === 'open' ? SetMetadata(POLICY, name) : applyDecorators(SetMetadata(POLICY, name), ApiCookieAuth());

/** Who is asking; present on every route whose policy is not `open`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new SignInNeededError();
  return actor;
});

export class SignInNeededError extends DomainError {
  readonly code = 'access.sign-in-needed';
  readonly kind = 'unauthenticated';
  constructor() {
    super('Nobody is signed in, or the session has ended');
  }
}

/** A page of another site made this browser ask. */
export class ForeignOriginError extends DomainError {
  readonly code = 'access.foreign-origin';
  readonly kind = 'forbidden';
  constructor() {
    super('The request came from another site');
  }
}

/** Reads who is asking from facts of this moment, and whether the route is open to them. Without a declared policy: closed. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.get<PolicyName | 'open' | undefined>(POLICY, context.getHandler());
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    if (name === undefined) throw new ForbiddenError(context.getHandler().name);
    refuseForeignOrigin(request);
    if (name === 'open') return true;
    const actor = await this.sessions.actorFor(request);
    if (!actor) throw new SignInNeededError();
    if (!isAllowed(actor, name)) throw new ForbiddenError(name);
    request.actor = actor;
    return true;
  }
}

/** Beside SameSite=Strict: a browser that says the request came from elsewhere is believed. */
function refuseForeignOrigin(request: Request): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ForeignOriginError();
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== 'null' && URL.canParse(origin) && new URL(origin).host !== host)
    throw new ForeignOriginError();
}
