import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import {
  type Actor,
  Database,
  decodeCursor,
  DomainError,
  encodeCursor,
  NotFoundError,
  requireVersion,
  type Tx,
} from '../platform';
import { z } from 'zod';
import type {
  ColleaguesView,
  DisableDto,
  Method,
  QualificationDto,
  SessionView,
  SpecialistsView,
  UserDto,
  UsersView,
  UserView,
} from './access.dto';
import { hashPassword } from './passwords';

/** Another account uses this address. */
export class EmailTakenError extends DomainError {
  readonly code = 'access.email-taken';
  readonly kind = 'conflict';
  constructor() {
    super('Another account uses this e-mail address');
  }
}

/** Nobody gives rights to himself. */
export class OwnRightsError extends DomainError {
  readonly code = 'access.own-rights';
  readonly kind = 'forbidden';
  constructor() {
    super('An administrator cannot change his or her own roles, nor close the own account');
  }
}

export interface Qualification {
  readonly id: string;
  readonly method: Method;
  readonly mandate: string;
}

const columns = `u.id, u.name, u.email, u.language, u.roles, u.organisation_id AS "organisationId", o.name AS "organisationName",
  u.contact_point_id AS "contactPointId", u.is_disabled AS "isDisabled", u.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'method', q.method, 'mandate', q.mandate, 'grantedBy', q.granted_by,
    'validUntil', q.valid_until) ORDER BY q.created_at) FROM qualification q WHERE q.user_id = u.id AND q.withdrawn_at IS NULL), '[]') AS qualifications`;

/** The people of the organisations: accounts, roles, and what they are qualified and mandated to sign. */
@Injectable()
export class UsersService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, page: { cursor?: string | undefined; limit: number }): Promise<UsersView> {
    const after = decodeCursor(page.cursor, [z.string(), z.uuid()]);
    return this.database.read(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${columns} FROM app_user u JOIN organisation o ON o.id = u.organisation_id
         WHERE ($1::text IS NULL OR (u.name, u.id) > ($1, $2::uuid)) ORDER BY u.name, u.id LIMIT $3`,
        [after?.[0] ?? null, after?.[1] ?? null, page.limit + 1],
      )) as UserView[];
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      return { items, next: rows.length > page.limit && last ? encodeCursor([last.name, last.id]) : null };
    });
  }

  /** People of the actor's own organisation who can sign in: whom a case or a task may be given to. */
  async listColleagues(actor: Actor): Promise<ColleaguesView> {
    return this.database.read(actor, async (tx) => ({
      items: (await tx.query(
        `SELECT id, name, roles FROM app_user WHERE organisation_id = $1 AND NOT is_disabled ORDER BY name LIMIT 500`,
        [actor.organisationId],
      )) as ColleaguesView['items'],
    }));
  }

  async listSpecialists(actor: Actor, country: string): Promise<SpecialistsView> {
    return this.database.read(actor, async (tx) => ({ items: await this.specialists(tx, { country }) }));
  }

  async put(actor: Actor, id: string, dto: UserDto, version: number | null): Promise<UserView> {
    const passwordHash = dto.password === undefined ? null : await hashPassword(dto.password);
    return this.database.act(actor, async (tx) => {
      const present = await this.find(tx, id);
      if (present) return this.change(tx, actor, present, dto, passwordHash, version);
      const made = (await tx.query(
        `INSERT INTO app_user (id, organisation_id, contact_point_id, email, name, language, roles, password_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (email) DO NOTHING RETURNING id`,
        [id, dto.organisationId, dto.contactPointId, dto.email, dto.name, dto.language, dto.roles, passwordHash],
      )) as unknown[];
      if (made.length === 0) throw new EmailTakenError();
      await audit(tx, actor, 'access.user-registered', {
        subject: id,
        fields: ['name', 'email', 'roles', 'organisationId'],
      });
      return (await this.find(tx, id))!;
    });
  }

  async disable(actor: Actor, id: string, dto: DisableDto): Promise<UserView> {
    if (actor.userId === id) throw new OwnRightsError();
    return this.database.act(actor, async (tx) => {
      if (!(await this.find(tx, id))) throw new NotFoundError();
      await tx.query(`UPDATE app_user SET is_disabled = $2, version = version + 1 WHERE id = $1`, [id, dto.disabled]);
      if (dto.disabled)
        await tx.query(`UPDATE user_session SET ended_at = now() WHERE user_id = $1 AND ended_at IS NULL`, [id]);
      await audit(tx, actor, dto.disabled ? 'access.user-disabled' : 'access.user-enabled', {
        subject: id,
        reason: dto.reason,
      });
      return (await this.find(tx, id))!;
    });
  }

  /** Records what a person is qualified for and who mandated it; without one nobody can sign by that method. */
  async qualify(actor: Actor, userId: string, id: string, dto: QualificationDto): Promise<UserView> {
    if (actor.userId === userId) throw new OwnRightsError();
    return this.database.act(actor, async (tx) => {
      if (!(await this.find(tx, userId))) throw new NotFoundError();
      const made = (await tx.query(
        `INSERT INTO qualification (id, user_id, method, mandate, granted_by, valid_until) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [id, userId, dto.method, dto.mandate, dto.grantedBy, dto.validUntil],
      )) as unknown[];
      if (made.length > 0)
        await audit(tx, actor, 'access.qualification-recorded', { subject: userId, fields: ['method', 'mandate'] });
      return (await this.find(tx, userId))!;
    });
  }

  async session(actor: Actor): Promise<SessionView> {
    return this.database.read(actor, async (tx) => {
      const user = await this.find(tx, actor.userId ?? '');
      if (!user) throw new NotFoundError();
      const [organisation] = (await tx.query(`SELECT id, name, country, agency FROM organisation WHERE id = $1`, [
        user.organisationId,
      ])) as [SessionView['organisation']];
      const [contactPoint] = (await tx.query(`SELECT id, code, name FROM contact_point WHERE id = $1`, [
        user.contactPointId,
      ])) as SessionView['contactPoint'][];
      const { id, name, email, language, roles } = user;
      return {
        user: { id, name, email, language, roles },
        organisation,
        contactPoint: contactPoint ?? null,
        qualifications: user.qualifications,
      };
    });
  }

  /** The live qualification that lets this person sign by the method, or null. Called in the signing act's transaction. */
  async qualificationFor(tx: Tx, userId: string, qualificationId: string): Promise<Qualification | null> {
    const [row] = (await tx.query(
      `SELECT id, method, mandate FROM qualification
       WHERE id = $1 AND user_id = $2 AND withdrawn_at IS NULL AND (valid_until IS NULL OR valid_until >= current_date)`,
      [qualificationId, userId],
    )) as Qualification[];
    return row ?? null;
  }

  /** People of a country with a live qualification, who may be named to compare the two files of a pair. */
  async specialists(
    tx: Tx,
    where: { readonly country: string; readonly id?: string },
  ): Promise<SpecialistsView['items']> {
    return (await tx.query(
      `SELECT u.id, u.name, o.id AS "organisationId", o.name AS "organisationName", o.country, array_agg(DISTINCT q.method ORDER BY q.method) AS methods
       FROM app_user u JOIN organisation o ON o.id = u.organisation_id JOIN qualification q ON q.user_id = u.id
       WHERE o.country = $1 AND ($2::uuid IS NULL OR u.id = $2) AND NOT u.is_disabled AND q.withdrawn_at IS NULL
         AND (q.valid_until IS NULL OR q.valid_until >= current_date) AND o.agency IN ('family', 'forensic')
       GROUP BY u.id, u.name, o.id, o.name, o.country ORDER BY u.name LIMIT 200`,
      [where.country, where.id ?? null],
    )) as SpecialistsView['items'];
  }

  /** Name and organisation of a colleague, for owners, signatories and specialists to be chosen and shown. */
  async person(
    tx: Tx,
    userId: string,
  ): Promise<{
    id: string;
    name: string;
    organisationId: string;
    country: string;
    agency: string;
    roles: string[];
    isDisabled: boolean;
  } | null> {
    const [row] = (await tx.query(
      `SELECT u.id, u.name, u.organisation_id AS "organisationId", o.country, o.agency, u.roles, u.is_disabled AS "isDisabled"
       FROM app_user u JOIN organisation o ON o.id = u.organisation_id WHERE u.id = $1`,
      [userId],
    )) as NonNullable<Awaited<ReturnType<UsersService['person']>>>[];
    return row ?? null;
  }

  private async change(
    tx: Tx,
    actor: Actor,
    present: UserView,
    dto: UserDto,
    passwordHash: string | null,
    version: number | null,
  ): Promise<UserView> {
    const same =
      passwordHash === null &&
      present.email === dto.email &&
      present.name === dto.name &&
      present.language === dto.language &&
      present.organisationId === dto.organisationId &&
      present.contactPointId === dto.contactPointId &&
      present.roles.join() === dto.roles.join();
    if (same) return present;
    requireVersion(version, present.version, () => present);
    if (actor.userId === present.id && present.roles.join() !== dto.roles.join()) throw new OwnRightsError();
    await tx.query(
      `UPDATE app_user SET organisation_id = $2, contact_point_id = $3, email = $4, name = $5, language = $6, roles = $7,
         password_hash = coalesce($8, password_hash), version = version + 1 WHERE id = $1`,
      [present.id, dto.organisationId, dto.contactPointId, dto.email, dto.name, dto.language, dto.roles, passwordHash],
    );
    // Whoever knew the old password is signed out.
    if (passwordHash !== null)
      await tx.query(`UPDATE user_session SET ended_at = now() WHERE user_id = $1 AND ended_at IS NULL`, [present.id]);
    await audit(tx, actor, 'access.user-changed', {
      subject: present.id,
      fields: ['name', 'email', 'roles', 'organisationId'],
    });
    return (await this.find(tx, present.id))!;
  }

  private async find(tx: Tx, id: string): Promise<UserView | null> {
    const [row] = (await tx.query(
      `SELECT ${columns} FROM app_user u JOIN organisation o ON o.id = u.organisation_id WHERE u.id = $1`,
      [id],
    )) as UserView[];
    return row ?? null;
  }
}
