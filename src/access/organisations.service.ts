import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { audit } from '../audit';
import { type Actor, Database, decodeCursor, DomainError, encodeCursor, requireVersion, type Tx } from '../platform';
import type { OrganisationDto, OrganisationsView, OrganisationView } from './access.dto';

/** An organisation's kind decides what it may ever see; changing it would re-label a police unit as a forensic one. */
export class AgencyFixedError extends DomainError {
  readonly code = 'access.agency-fixed';
  readonly kind = 'conflict';
  constructor() {
    super('The kind and country of an organisation cannot be changed; register another organisation');
  }
}

const columns = `id, name, country, agency, version`;

@Injectable()
export class OrganisationsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, page: { cursor?: string | undefined; limit: number }): Promise<OrganisationsView> {
    const after = decodeCursor(page.cursor, [z.string(), z.uuid()]);
    return this.database.read(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${columns} FROM organisation WHERE ($1::text IS NULL OR (name, id) > ($1, $2::uuid)) ORDER BY name, id LIMIT $3`,
        [after?.[0] ?? null, after?.[1] ?? null, page.limit + 1],
      )) as OrganisationView[];
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      return { items, next: rows.length > page.limit && last ? encodeCursor([last.name, last.id]) : null };
    });
  }

  async put(actor: Actor, id: string, dto: OrganisationDto, version: number | null): Promise<OrganisationView> {
    return this.database.act(actor, async (tx) => {
      const present = await this.find(tx, id);
      if (!present) return this.register(tx, actor, id, dto);
      if (present.country !== dto.country || present.agency !== dto.agency) throw new AgencyFixedError();
      if (present.name === dto.name) return present;
      requireVersion(version, present.version, () => present);
      await tx.query(`UPDATE organisation SET name = $2, version = version + 1 WHERE id = $1`, [id, dto.name]);
      await audit(tx, actor, 'access.organisation-renamed', { subject: id, fields: ['name'] });
      return (await this.find(tx, id))!;
    });
  }

  /** Registers an organisation inside a larger act, a desk's registration say. */
  async register(tx: Tx, actor: Actor, id: string, dto: OrganisationDto): Promise<OrganisationView> {
    await tx.query(`INSERT INTO organisation (id, name, country, agency) VALUES ($1, $2, $3, $4)`, [
      id,
      dto.name,
      dto.country,
      dto.agency,
    ]);
    await audit(tx, actor, 'access.organisation-registered', { subject: id, fields: ['name', 'country', 'agency'] });
    return (await this.find(tx, id))!;
  }

  async find(tx: Tx, id: string): Promise<OrganisationView | null> {
    const [row] = (await tx.query(`SELECT ${columns} FROM organisation WHERE id = $1`, [id])) as OrganisationView[];
    return row ?? null;
  }

  async findByName(tx: Tx, name: string, country: string): Promise<OrganisationView | null> {
    const [row] = (await tx.query(`SELECT ${columns} FROM organisation WHERE name = $1 AND country = $2`, [
      name,
      country,
    ])) as OrganisationView[];
    return row ?? null;
  }
}
