import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { OrganisationsService } from '../access';
import { audit } from '../audit';
import { type Actor, Database, decodeCursor, encodeCursor, NotFoundError, requireVersion, type Tx } from '../platform';
import type {
  ContactPointDto,
  ContactPointsQuery,
  ContactPointsView,
  ContactPointView,
  DeskKind,
} from './contact-points.dto';
import { CodeTakenError, DeskKindError } from './contact-points.errors';

const columns = `c.id, c.organisation_id AS "organisationId", o.name AS "organisationName", c.code, c.name, c.country, c.kind,
  c.languages, c.countries, c.routes, c.places, c.reached_by AS "reachedBy", c.is_open AS "isOpen", c.version`;
const from = `FROM contact_point c JOIN organisation o ON o.id = c.organisation_id`;

/** The desks of the organisations: whom they serve and how they are reached. Everybody signed in may look a desk up. */
@Injectable()
export class ContactPointsService {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsService,
  ) {}

  async list(actor: Actor, query: ContactPointsQuery): Promise<ContactPointsView> {
    const after = decodeCursor(query.cursor, [z.string(), z.uuid()]);
    return this.database.read(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${columns} ${from}
         WHERE ($1::text IS NULL OR (c.name, c.id) > ($1, $2::uuid))
           AND ($3::text IS NULL OR c.country = $3 OR $3 = ANY(c.countries)) AND ($4::text IS NULL OR c.kind = $4)
           AND ($5::text IS NULL OR $5 = ANY(c.languages)) AND ($6::text IS NULL OR $6 = ANY(c.routes))
           AND ($7::text IS NULL OR strpos(lower(c.name || ' ' || c.code || ' ' || c.places), lower($7)) > 0)
         ORDER BY c.name, c.id LIMIT $8`,
        [
          ...[after?.[0] ?? null, after?.[1] ?? null, query.country ?? null, query.kind ?? null],
          ...[query.language ?? null, query.route ?? null, query.q ?? null, query.limit + 1],
        ],
      )) as ContactPointView[];
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      return { items, next: rows.length > query.limit && last ? encodeCursor([last.name, last.id]) : null };
    });
  }

  async get(actor: Actor, id: string): Promise<ContactPointView> {
    return this.database.read(actor, async (tx) => {
      const desk = await this.find(tx, id);
      if (!desk) throw new NotFoundError();
      return desk;
    });
  }

  async put(actor: Actor, id: string, dto: ContactPointDto, version: number | null): Promise<ContactPointView> {
    return this.database.act(actor, async (tx) => {
      const present = await this.find(tx, id);
      if (present) return this.change(tx, actor, present, dto, version);
      return this.register(tx, actor, id, dto);
    });
  }

  /** Registers a desk by its code, and its organisation where that is new: what an operator does on the command line. */
  async add(
    actor: Actor,
    desk: { code: string; name: string; country: string; kind: DeskKind },
  ): Promise<{ desk: ContactPointView; isNew: boolean }> {
    return this.database.act(actor, async (tx) => {
      const present = await this.findByCode(tx, desk.code);
      if (present) {
        if (present.name !== desk.name || present.country !== desk.country || present.kind !== desk.kind)
          throw new CodeTakenError();
        return { desk: present, isNew: false };
      }
      const organisation =
        (await this.organisations.findByName(tx, desk.name, desk.country)) ??
        (await this.organisations.register(tx, actor, randomUUID(), {
          name: desk.name,
          country: desk.country,
          agency: desk.kind,
        }));
      const made = await this.register(tx, actor, randomUUID(), {
        ...desk,
        organisationId: organisation.id,
        languages: [],
        countries: [],
        routes: [],
        places: '',
        reachedBy: '',
        isOpen: true,
      });
      return { desk: made, isNew: true };
    });
  }

  async find(tx: Tx, id: string): Promise<ContactPointView | null> {
    const [row] = (await tx.query(`SELECT ${columns} ${from} WHERE c.id = $1`, [id])) as ContactPointView[];
    return row ?? null;
  }

  async findByCode(tx: Tx, code: string): Promise<ContactPointView | null> {
    const [row] = (await tx.query(`SELECT ${columns} ${from} WHERE c.code = $1`, [code])) as ContactPointView[];
    return row ?? null;
  }

  private async register(tx: Tx, actor: Actor, id: string, dto: ContactPointDto): Promise<ContactPointView> {
    const organisation = await this.organisations.find(tx, dto.organisationId);
    if (!organisation) throw new NotFoundError();
    if (organisation.agency !== dto.kind || organisation.country !== dto.country) throw new DeskKindError();
    const made = (await tx.query(
      `INSERT INTO contact_point (id, organisation_id, code, name, country, kind, languages, countries, routes, places, reached_by, is_open)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (code) DO NOTHING RETURNING id`,
      [
        ...[
          id,
          dto.organisationId,
          dto.code,
          dto.name,
          dto.country,
          dto.kind,
          dto.languages,
          dto.countries,
          dto.routes,
        ],
        ...[dto.places, dto.reachedBy, dto.isOpen],
      ],
    )) as unknown[];
    if (made.length === 0) throw new CodeTakenError();
    await audit(tx, actor, 'contact-points.registered', { subject: id });
    return (await this.find(tx, id))!;
  }

  private async change(
    tx: Tx,
    actor: Actor,
    present: ContactPointView,
    dto: ContactPointDto,
    version: number | null,
  ): Promise<ContactPointView> {
    const { id, organisationName: _, version: presentVersion, ...fields } = present;
    if (Object.entries(fields).every(([key, value]) => String(value) === String(dto[key as keyof typeof dto])))
      return present;
    requireVersion(version, presentVersion, () => present);
    if (present.kind !== dto.kind || present.country !== dto.country || present.organisationId !== dto.organisationId)
      throw new DeskKindError();
    const other = await this.findByCode(tx, dto.code);
    if (other && other.id !== id) throw new CodeTakenError();
    await tx.query(
      `UPDATE contact_point SET code = $2, name = $3, languages = $4, countries = $5, routes = $6, places = $7, reached_by = $8, is_open = $9,
         version = version + 1 WHERE id = $1`,
      [id, dto.code, dto.name, dto.languages, dto.countries, dto.routes, dto.places, dto.reachedBy, dto.isOpen],
    );
    await audit(tx, actor, 'contact-points.changed', { subject: id });
    return (await this.find(tx, id))!;
  }
}
