import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OrganisationsService, UsersService } from '../../access';
import { ContactPointsService } from '../../contact-points';
import { BulkRegistration } from '../../families';
import { RemainsBulkRegistration } from '../../forensic-remains';
import { type Actor, Database, type Role, systemActor } from '../../platform';
import { Imports } from '../imports.service';
import { demonstrationId } from './chance';
import { demonstrationDesks, demonstrationUsers, type DemonstrationDesk, type DemonstrationUser } from './desks';
import { demonstrationStories } from './stories';

/** One way to sign in to a demonstration. */
export interface DemonstrationLogin {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly desk: string;
  readonly country: string;
}

/** `empty`: nobody uses it yet. `begun`: a demonstration that was interrupted. `filled`: it is one. `in-use`: it is not. */
export type DemonstrationState = 'empty' | 'begun' | 'filled' | 'in-use';

export interface Filled {
  readonly organisations: number;
  readonly users: number;
  readonly incidents: number;
  readonly reports: number;
  readonly remains: number;
  /** Pairs of a report and remains that are one fictitious person. */
  readonly truePairs: number;
}

/**
 * Fills an empty system with fictitious people on real incidents, through the same acts that people do. Every record says
 * that it is fictitious: references begin with DEMO, organisations and persons end with (demonstration). Filling again
 * changes nothing, so that an interrupted one is simply finished.
 */
@Injectable()
export class Demonstration {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsService,
    private readonly users: UsersService,
    private readonly contactPoints: ContactPointsService,
    private readonly families: BulkRegistration,
    private readonly remains: RemainsBulkRegistration,
    private readonly imports: Imports,
  ) {}

  async state(): Promise<DemonstrationState> {
    const ours = demonstrationDesks.map(({ name }) => demonstrationId(`organisation ${name}`));
    return this.database.read(systemActor('demonstration', 'cli'), async (tx) => {
      const [{ begun, filled, used, others }] = (await tx.query(
        `SELECT EXISTS (SELECT FROM demonstration) AS begun, EXISTS (SELECT FROM demonstration WHERE filled_at IS NOT NULL) AS filled,
           EXISTS (SELECT FROM organisation) OR EXISTS (SELECT FROM app_user) OR EXISTS (SELECT FROM incident) AS used,
           EXISTS (SELECT FROM organisation WHERE id <> ALL($1)) AS others`,
        [ours],
      )) as [{ begun: boolean; filled: boolean; used: boolean; others: boolean }];
      if (others) return 'in-use';
      if (filled) return 'filled';
      if (begun) return 'begun';
      return used ? 'in-use' : 'empty';
    });
  }

  /** Passwords for all demonstration users; those of an interrupted demonstration are kept. */
  logins(kept: readonly DemonstrationLogin[]): DemonstrationLogin[] {
    return demonstrationUsers.map(({ email, roles, desk, methods }) => {
      const { country, code } = deskNamed(desk);
      const role = [...roles, ...(methods ? ['specialist'] : [])].join(', ').replaceAll('_', ' ');
      const password = kept.find((login) => login.email === email)?.password ?? newPassword();
      return { role, email, password, desk: code ?? '', country };
    });
  }

  /** Organisations, desks, people, the register of incidents, reports and remains. Cases follow by themselves, in the worker. */
  async fill(
    operator: Actor,
    register: AsyncIterable<Uint8Array>,
    logins: readonly DemonstrationLogin[],
    onProgress: (what: string) => void = () => undefined,
  ): Promise<Filled> {
    await this.database.act(operator, (tx) =>
      tx.query(`INSERT INTO demonstration (only_one) VALUES (true) ON CONFLICT DO NOTHING`),
    );
    onProgress('organisations, desks and people');
    for (const desk of demonstrationDesks) await this.registerDesk(operator, desk);
    await this.registerUsers(operator, logins);
    onProgress('the register of incidents');
    const incidents = await this.imports.run(operator, { kind: 'incidents' }, register);
    onProgress('family reports and remains');
    const { reports, remains, pairs } = demonstrationStories();
    for (const [code, drafts] of reports)
      await this.families.registerMany(this.someoneOf(code), deskIdOf(deskNamed(code)), drafts);
    for (const [code, drafts] of remains)
      await this.remains.registerMany(this.someoneOf(code), deskIdOf(deskNamed(code)), drafts);
    const sum = (lists: ReadonlyMap<string, readonly unknown[]>) =>
      [...lists.values()].reduce((all, { length }) => all + length, 0);
    return {
      organisations: demonstrationDesks.length,
      users: demonstrationUsers.length,
      incidents: incidents.created + incidents.updated + incidents.unchanged,
      reports: sum(reports),
      remains: sum(remains),
      truePairs: pairs.length,
    };
  }

  async finish(operator: Actor): Promise<void> {
    await this.database.act(operator, (tx) =>
      tx.query(`UPDATE demonstration SET filled_at = coalesce(filled_at, clock_timestamp())`),
    );
  }

  /** The person of a desk who does its daily work, as an actor: the trail names her, and not the operator. */
  someoneOf(code: string): Actor {
    const user = demonstrationUsers.find(
      ({ desk, roles }) => desk === code && roles.some((role) => role.endsWith('_officer')),
    )!;
    return actorOf(user);
  }

  private async registerDesk(operator: Actor, desk: DemonstrationDesk): Promise<void> {
    const { code, name, country, agency, languages, countries, routes, places } = desk;
    const organisationId = organisationIdOf(desk);
    await this.organisations.put(operator, organisationId, { name, country, agency }, null);
    if (code === null || agency === 'network') return;
    const said = { languages: [...languages], countries: [...countries], routes: [...routes], places };
    const reachedBy = 'Fictitious: this desk exists in the demonstration only';
    const dto = { ...said, organisationId, code, name, country, kind: agency, reachedBy, isOpen: true };
    await this.contactPoints.put(operator, deskIdOf(desk), dto, null);
  }

  private async registerUsers(operator: Actor, logins: readonly DemonstrationLogin[]): Promise<void> {
    const { items } = await this.users.list(operator, { limit: 100 });
    const versions = new Map(items.map(({ id, version }) => [id, version]));
    // Hashing a password takes its time on purpose; two at once use both cores of a small machine.
    for (let at = 0; at < demonstrationUsers.length; at += 2)
      await Promise.all(
        demonstrationUsers.slice(at, at + 2).map((user) => {
          const { password } = logins.find(({ email }) => email === user.email)!;
          return this.registerUser(operator, user, password, versions.get(userIdOf(user)) ?? null);
        }),
      );
  }

  private async registerUser(
    operator: Actor,
    user: DemonstrationUser,
    password: string,
    version: number | null,
  ): Promise<void> {
    const desk = deskNamed(user.desk);
    const { name, email, language, roles, methods = [] } = user;
    const at = { organisationId: organisationIdOf(desk), contactPointId: desk.code === null ? null : deskIdOf(desk) };
    await this.users.put(
      operator,
      userIdOf(user),
      { name, email, language, roles: [...roles], password, ...at },
      version,
    );
    for (const method of methods)
      await this.users.qualify(operator, userIdOf(user), demonstrationId(`qualification ${email} ${method}`), {
        ...{ method, validUntil: null },
        mandate: 'Demonstration mandate: signs fictitious identifications only',
        grantedBy: 'Cairn demonstration',
      });
  }
}

function deskNamed(name: string): DemonstrationDesk {
  const desk = demonstrationDesks.find((one) => one.code === name || one.name === name);
  if (!desk) throw new Error(`The demonstration has no desk ${name}`);
  return desk;
}

const organisationIdOf = ({ name }: DemonstrationDesk): string => demonstrationId(`organisation ${name}`);
const deskIdOf = ({ code }: DemonstrationDesk): string => demonstrationId(`desk ${code}`);
const userIdOf = ({ email }: DemonstrationUser): string => demonstrationId(`user ${email}`);

function actorOf(user: DemonstrationUser): Actor {
  const desk = deskNamed(user.desk);
  return {
    ...systemActor(user.name, 'cli'),
    userId: userIdOf(user),
    organisationId: organisationIdOf(desk),
    country: desk.country,
    agency: desk.agency,
    contactPointId: deskIdOf(desk),
    roles: user.roles as readonly Role[],
    isSystem: false,
  };
}

/** Three groups of six from letters and digits that are not mistaken for one another: 88 bits. */
const newPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const pick = () => Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join('');
  return `${pick()}-${pick()}-${pick()}`;
};
