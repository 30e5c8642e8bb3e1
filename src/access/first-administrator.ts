import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { Config, Database, DomainError, systemActor } from '../platform';
import type { FirstAdministratorDto } from './access.dto';
import { OrganisationsService } from './organisations.service';
import { hashPassword } from './passwords';

/** The one-time code is wrong or used, or there is an administrator already. */
export class SetupRefusedError extends DomainError {
  readonly code = 'access.setup-refused';
  readonly kind = 'forbidden';
  constructor() {
    super('The code is not right, or Cairn has an administrator already');
  }
}

/** An empty Cairn lets the person at its console make the first administrator, once. */
@Injectable()
export class FirstAdministrator {
  private failures = 0;

  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsService,
    private readonly config: Config,
  ) {}

  private get codeFile(): string {
    return path.join(this.config.dataFolder, 'first-administrator-code');
  }

  async isNeeded(): Promise<boolean> {
    return this.database.read(systemActor('set-up', 'http'), async (tx) => {
      const [{ empty }] = (await tx.query(`SELECT NOT EXISTS (SELECT FROM app_user) AS empty`)) as [{ empty: boolean }];
      return empty;
    });
  }

  /** Makes the code for an empty Cairn, readable by this machine's user only; answers it for the console. */
  async prepareCode(): Promise<string | null> {
    if (!(await this.isNeeded())) return null;
    const present = this.presentCode();
    if (present) return present;
    const code = randomBytes(10)
      .toString('hex')
      .toUpperCase()
      .replace(/(.{5})(?=.)/g, '$1-');
    writeFileSync(this.codeFile, `${code}\n`, { mode: 0o600 });
    return code;
  }

  async create(dto: FirstAdministratorDto): Promise<string> {
    // Ten wrong codes close the door until the console starts Cairn again.
    if (this.failures >= 10 || !this.isRightCode(dto.code)) {
      this.failures++;
      throw new SetupRefusedError();
    }
    const passwordHash = await hashPassword(dto.password);
    const id = randomUUID();
    const actor = systemActor('first set-up', 'http');
    await this.database.act(actor, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(7201843)`);
      const [{ empty }] = (await tx.query(`SELECT NOT EXISTS (SELECT FROM app_user) AS empty`)) as [{ empty: boolean }];
      if (!empty) throw new SetupRefusedError();
      const { name, country } = dto.organisation;
      const organisation =
        (await this.organisations.findByName(tx, name, country)) ??
        (await this.organisations.register(tx, actor, randomUUID(), { name, country, agency: 'network' }));
      await tx.query(
        `INSERT INTO app_user (id, organisation_id, email, name, roles, password_hash) VALUES ($1, $2, $3, $4, '{administrator}', $5)`,
        [id, organisation.id, dto.email, dto.name, passwordHash],
      );
      await audit(tx, actor, 'access.first-administrator-created', { subject: id });
    });
    rmSync(this.codeFile, { force: true });
    return id;
  }

  private presentCode(): string | null {
    try {
      return readFileSync(this.codeFile, 'utf8').trim();
    } catch {
      return null;
    }
  }

  private isRightCode(given: string): boolean {
    const code = this.presentCode();
    if (!code) return false;
    const digest = (text: string) =>
      createHash('sha256')
        .update(text.replace(/[^0-9A-Za-z]/g, '').toUpperCase())
        .digest();
    return timingSafeEqual(digest(given), digest(code));
  }
}
