import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import type { DataSource } from 'typeorm';
import { type Actor, type Agency, Config, type Role } from '../platform';

/** A request, and who is asking once the guard has found out. */
export interface SignedInRequest extends Request {
  id: string;
  actor?: Actor;
}

/** Minutes without a request, and hours in all, after which a session ends. */
const IDLE = '30 minutes';
const ABSOLUTE = '12 hours';

interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly organisation_id: string;
  readonly contact_point_id: string | null;
  readonly country: string;
  readonly agency: Agency;
}

const userColumns = `u.id, u.name, u.roles, u.organisation_id, u.contact_point_id, o.country, o.agency`;
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opaque sessions: a random token in a cookie, its hash in the table, the facts about its user read at each request. */
@Injectable()
export class Sessions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  private get cookie(): string {
    // The prefix binds the cookie to this host over TLS; on a plain local desk a browser would refuse it.
    return this.config.isPublic ? '__Host-cairn' : 'cairn';
  }

  async begin(userId: string, response: Response): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    await this.dataSource.query(`INSERT INTO user_session (token_hash, user_id) VALUES ($1, $2)`, [
      hashOf(token),
      userId,
    ]);
    response.cookie(this.cookie, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.isPublic,
      path: '/',
    });
  }

  async end(request: Request, response: Response): Promise<void> {
    const token = this.tokenOf(request);
    if (token)
      await this.dataSource.query(`UPDATE user_session SET ended_at = now() WHERE token_hash = $1`, [hashOf(token)]);
    response.clearCookie(this.cookie, { path: '/' });
  }

  async actorFor(request: SignedInRequest): Promise<Actor | null> {
    const token = this.tokenOf(request);
    if (!token) return null;
    const [row] = (await this.dataSource.query(
      `SELECT ${userColumns}, s.seen_at < now() - interval '1 minute' AS is_old
       FROM user_session s JOIN app_user u ON u.id = s.user_id JOIN organisation o ON o.id = u.organisation_id
       WHERE s.token_hash = $1 AND s.ended_at IS NULL AND NOT u.is_disabled
         AND s.seen_at > now() - interval '${IDLE}' AND s.created_at > now() - interval '${ABSOLUTE}'`,
      [hashOf(token)],
    )) as (UserRow & { is_old: boolean })[];
    if (!row) return null;
    if (row.is_old)
      await this.dataSource.query(`UPDATE user_session SET seen_at = now() WHERE token_hash = $1`, [hashOf(token)]);
    return actorOf(row, 'http', request.id);
  }

  /** The named user of a command line; null where there is none or the account is closed. */
  async actorNamed(email: string, requestId: string): Promise<Actor | null> {
    const [row] = (await this.dataSource.query(
      `SELECT ${userColumns} FROM app_user u JOIN organisation o ON o.id = u.organisation_id WHERE u.email = lower($1) AND NOT u.is_disabled`,
      [email],
    )) as UserRow[];
    return row ? actorOf(row, 'cli', requestId) : null;
  }

  private tokenOf(request: Request): string | null {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [name, value] = part.trim().split('=');
      if (name === this.cookie && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
    }
    return null;
  }
}

function actorOf(row: UserRow, via: Actor['via'], requestId: string): Actor {
  return {
    userId: row.id,
    name: row.name,
    organisationId: row.organisation_id,
    country: row.country,
    agency: row.agency,
    contactPointId: row.contact_point_id,
    roles: row.roles,
    via,
    isSystem: false,
    requestId,
  };
}
