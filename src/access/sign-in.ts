import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { DataSource } from 'typeorm';
import { DomainError } from '../platform';
import { passwordMatches } from './passwords';

/** The address or the password is wrong; which of the two is not said. */
export class SignInFailedError extends DomainError {
  readonly code = 'access.sign-in-failed';
  readonly kind = 'unauthenticated';
  constructor() {
    super('The address or the password is not right');
  }
}

/** Seconds to wait after n failures: none up to five, then doubling, up to a quarter of an hour. Slows a guesser, never locks the user out for good. */
export const secondsToWait = (failures: number): number => (failures < 5 ? 0 : Math.min(900, 2 ** (failures - 4)));

/** Local login by passport: e-mail address and password. */
@Injectable()
export class LocalSignIn extends PassportStrategy(Strategy) {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    super({ usernameField: 'email', passwordField: 'password' });
  }

  async validate(email: string, password: string): Promise<{ userId: string }> {
    if (typeof email !== 'string' || typeof password !== 'string' || email.length > 320 || password.length > 128)
      throw new SignInFailedError();
    const [user] = (await this.dataSource.query(
      `SELECT id, password_hash, is_disabled, failed_logins, extract(epoch FROM now() - last_failed_at)::float AS since
       FROM app_user WHERE email = lower($1)`,
      [email],
    )) as {
      id: string;
      password_hash: string | null;
      is_disabled: boolean;
      failed_logins: number;
      since: number | null;
    }[];
    const mustWait = user !== undefined && (user.since ?? Infinity) < secondsToWait(user.failed_logins);
    const matches = await passwordMatches(user?.password_hash ?? null, password);
    if (!user || !matches || user.is_disabled || mustWait) {
      if (user && !mustWait)
        await this.dataSource.query(
          `UPDATE app_user SET failed_logins = failed_logins + 1, last_failed_at = now() WHERE id = $1`,
          [user.id],
        );
      throw new SignInFailedError();
    }
    if (user.failed_logins > 0)
      await this.dataSource.query(`UPDATE app_user SET failed_logins = 0 WHERE id = $1`, [user.id]);
    return { userId: user.id };
  }
}
