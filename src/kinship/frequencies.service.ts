import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { type Actor, Database, NotFoundError, requireVersion, type Tx } from '../platform';
import type { PricedDatabase } from './core/family/comparison';
import { checksumOf, type FrequencyDatabase } from './core/family/frequency-database';
import { defaultKinshipSettings, type KinshipSettings, settingsIdOf } from './core/family/settings';
import { KinshipRefusal } from './kinship.errors';
import shippedDatabases from './frequencies/nist1036.json';

/** A database as a list shows it, without its numbers. */
export interface FrequencySummary extends Omit<FrequencyDatabase, 'markers'> {
  readonly checksum: string;
  readonly markers: readonly string[];
  readonly isShipped: boolean;
  readonly isInUse: boolean;
  readonly reason: string | null;
  readonly version: number;
}

/** What a run computes with, under one name. */
export interface Basis {
  readonly id: string;
  readonly settings: KinshipSettings;
  readonly databases: readonly PricedDatabase[];
}

const shipped: readonly PricedDatabase[] = (shippedDatabases as unknown as FrequencyDatabase[]).map((database) => ({
  checksum: checksumOf(database),
  database,
}));

interface Stored extends FrequencyDatabase {
  readonly checksum: string;
}
interface Use {
  readonly checksum: string;
  readonly isInUse: boolean;
  readonly reason: string;
  readonly version: number;
}

/** Allele frequency databases: what is shipped, what laboratories add, and which of them are computed with. */
@Injectable()
export class FrequenciesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<FrequencySummary[]> {
    return this.database.read(actor, async (tx) => {
      const uses = await this.uses(tx);
      return (await this.all(tx)).map(({ checksum, database: { markers, ...said } }) => ({
        ...{ ...said, checksum, markers: markers.map(({ name }) => name) },
        isShipped: shipped.some((one) => one.checksum === checksum),
        isInUse: isInUse(checksum, uses),
        reason: uses.get(checksum)?.reason ?? null,
        version: uses.get(checksum)?.version ?? 0,
      }));
    });
  }

  /** One with its numbers, to be checked against its source. */
  async get(actor: Actor, checksum: string): Promise<PricedDatabase> {
    return this.database.read(actor, async (tx) => {
      const found = (await this.all(tx)).find((one) => one.checksum === checksum);
      if (!found) throw new NotFoundError();
      return found;
    });
  }

  /** Keeps an uploaded database under the name of its content. It is computed with once somebody says so. */
  async upload(actor: Actor, database: FrequencyDatabase): Promise<string> {
    const checksum = checksumOf(database);
    await this.database.act(actor, async (tx) => {
      await this.store(tx, [{ checksum, database }], actor.userId);
      await audit(tx, actor, 'kinship.frequencies-uploaded', { fields: ['frequencies'], reason: checksum });
    });
    return checksum;
  }

  async use(
    actor: Actor,
    checksum: string,
    { isInUse: wanted, reason }: { readonly isInUse: boolean; readonly reason: string },
    version: number | null,
  ): Promise<void> {
    await this.database.act(actor, async (tx) => {
      if (!(await this.all(tx)).some((one) => one.checksum === checksum)) throw new NotFoundError();
      const uses = await this.uses(tx);
      const present = uses.get(checksum);
      if (present?.isInUse === wanted && present.reason === reason) return;
      requireVersion(version, present?.version ?? 0, () => ({ version: present?.version ?? 0 }));
      const others = (await this.all(tx)).filter((one) => one.checksum !== checksum && isInUse(one.checksum, uses));
      if (!wanted && others.length === 0)
        throw new KinshipRefusal('kinship.no-frequencies-left', 'conflict', 'One database at least stays in use');
      await tx.query(
        `INSERT INTO frequency_use (checksum, is_in_use, reason, actor_id) VALUES ($1, $2, $3, $4)
         ON CONFLICT (checksum) DO UPDATE SET is_in_use = $2, reason = $3, actor_id = $4, changed_at = now(), version = frequency_use.version + 1`,
        [checksum, wanted, reason, actor.userId],
      );
      await audit(tx, actor, wanted ? 'kinship.frequencies-taken-into-use' : 'kinship.frequencies-put-aside', {
        reason: `${checksum}: ${reason}`,
      });
    });
  }

  /** What is computed with now. */
  async basis(tx: Tx): Promise<Basis> {
    const uses = await this.uses(tx);
    const databases = (await this.all(tx)).filter(({ checksum }) => isInUse(checksum, uses));
    const settings = defaultKinshipSettings;
    return {
      ...{ settings, databases },
      id: settingsIdOf(
        settings,
        databases.map(({ checksum }) => checksum),
      ),
    };
  }

  /** What a result was computed with, however long ago. */
  async basisOf(tx: Tx, id: string): Promise<Basis> {
    const [row] = (await tx.query(`SELECT settings FROM kinship_settings WHERE id = $1`, [id])) as {
      settings: { settings: KinshipSettings; databases: string[] };
    }[];
    if (!row) throw new NotFoundError();
    const all = await this.all(tx);
    const databases = row.settings.databases.map((checksum) => all.find((one) => one.checksum === checksum));
    if (databases.some((one) => one === undefined)) throw new NotFoundError();
    return { id, settings: row.settings.settings, databases: databases as PricedDatabase[] };
  }

  /** Keeps settings and databases for as long as results name them. */
  async keep(tx: Tx, { id, settings, databases }: Basis): Promise<void> {
    await this.store(tx, databases, null);
    await tx.query(`INSERT INTO kinship_settings (id, settings) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      id,
      JSON.stringify({ settings, databases: databases.map(({ checksum }) => checksum) }),
    ]);
  }

  private async store(tx: Tx, databases: readonly PricedDatabase[], by: string | null): Promise<void> {
    for (const { checksum, database } of databases)
      await tx.query(
        `INSERT INTO frequency_database (checksum, name, population, source, licence, persons, markers, uploaded_by)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS (SELECT FROM frequency_database WHERE checksum = $1) ON CONFLICT DO NOTHING`,
        [
          ...[checksum, database.name, database.population, database.source, database.licence, database.persons],
          ...[JSON.stringify(database.markers), by],
        ],
      );
  }

  private async all(tx: Tx): Promise<PricedDatabase[]> {
    const rows = (await tx.query(
      `SELECT checksum, name, population, source, licence, persons, markers FROM frequency_database ORDER BY uploaded_at, checksum`,
    )) as Stored[];
    const uploaded = rows.filter(({ checksum }) => !shipped.some((one) => one.checksum === checksum));
    return [...shipped, ...uploaded.map(({ checksum, ...database }) => ({ checksum, database }))];
  }

  private async uses(tx: Tx): Promise<Map<string, Use>> {
    const rows = (await tx.query(
      `SELECT checksum, is_in_use AS "isInUse", reason, version FROM frequency_use`,
    )) as Use[];
    return new Map(rows.map((use) => [use.checksum, use]));
  }
}

const isInUse = (checksum: string, uses: ReadonlyMap<string, Use>): boolean =>
  uses.get(checksum)?.isInUse ?? shipped.some((one) => one.checksum === checksum);
