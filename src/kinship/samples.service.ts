import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { canonicalJson } from '../description';
import { FamiliesService } from '../families';
import {
  type Actor,
  Database,
  KeyRing,
  NotFoundError,
  requireVersion,
  type SealedPlace,
  Secrets,
  type Tx,
} from '../platform';
import type {
  DestructionDto,
  LaboratoriesView,
  LaboratoryDto,
  LaboratoryView,
  ProfileDto,
  ProfileView,
  SampleDto,
  SampleEventDto,
  SamplesQuery,
  SampleView,
} from './kinship.dto';
import { alreadyRecorded, KinshipRefusal, labelTaken, sampleWithdrawn } from './kinship.errors';
import { Laboratory, type Subject } from './laboratory';
import { ProfilesService, type StoredProfile } from './profiles.service';
import { Withdrawals } from './withdrawals';

interface SampleRow extends Omit<SampleView, 'events'> {
  readonly organisationId: string;
  readonly country: string;
  readonly contentMac: Buffer;
}

const columns = `s.id, s.organisation_id AS "organisationId", s.country, s.remains_id AS "remainsId", s.report_id AS "reportId", s.person, s.kind, s.label,
  s.collected_on::text AS "collectedOn", l.name AS laboratory, s.laboratory_id AS "laboratoryId", s.consent IS NOT NULL AS "isConsented",
  to_char(s.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "withdrawnAt",
  to_char(s.destruction_asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "destructionAskedAt",
  s.destroyed_on::text AS "destroyedOn", s.destroyed_by AS "destroyedBy", s.version, s.content_mac AS "contentMac"`;
const from = `FROM dna_sample s LEFT JOIN dna_laboratory l ON l.id = s.laboratory_id`;

/** Samples from the donor's yes to the laboratory's word that they are destroyed, and the profiles typed from them. */
@Injectable()
export class SamplesService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly keyRing: KeyRing,
    private readonly laboratory: Laboratory,
    private readonly families: FamiliesService,
    private readonly profiles: ProfilesService,
    private readonly withdrawals: Withdrawals,
  ) {}

  async laboratories(actor: Actor): Promise<LaboratoriesView> {
    return this.database.read(actor, async (tx) => ({
      items: (await tx.query(
        `SELECT id, name, country, contact, version FROM dna_laboratory WHERE organisation_id = $1 ORDER BY name LIMIT 500`,
        [actor.organisationId],
      )) as LaboratoriesView['items'],
    }));
  }

  async putLaboratory(actor: Actor, id: string, dto: LaboratoryDto, version: number | null): Promise<LaboratoryView> {
    return this.database.act(actor, async (tx) => {
      const find = async () =>
        (
          (await tx.query(
            `SELECT id, name, country, contact, version FROM dna_laboratory WHERE id = $1 AND organisation_id = $2 FOR UPDATE`,
            [id, actor.organisationId],
          )) as LaboratoryView[]
        )[0];
      const present = await find();
      if (!present) {
        const made = (await tx.query(
          `INSERT INTO dna_laboratory (id, organisation_id, name, country, contact) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
          [id, actor.organisationId, dto.name, dto.country, dto.contact],
        )) as unknown[];
        if (made.length === 0)
          throw new KinshipRefusal(
            'kinship.laboratory-listed',
            'conflict',
            'A laboratory of this name is listed already',
          );
        await audit(tx, actor, 'kinship.laboratory-recorded', { subject: id });
      } else if (present.name !== dto.name || present.country !== dto.country || present.contact !== dto.contact) {
        requireVersion(version, present.version, () => present);
        await tx.query(
          `UPDATE dna_laboratory SET name = $2, country = $3, contact = $4, version = version + 1 WHERE id = $1`,
          [id, dto.name, dto.country, dto.contact],
        );
        await audit(tx, actor, 'kinship.laboratory-changed', { subject: id });
      }
      return (await find())!;
    });
  }

  async list(actor: Actor, query: SamplesQuery): Promise<SampleView[]> {
    return this.database.act(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${columns} ${from} WHERE s.organisation_id = $1 AND ($2::uuid IS NULL OR s.report_id = $2) AND ($3::uuid IS NULL OR s.remains_id = $3)
           AND ($4::boolean IS NULL OR (s.destruction_asked_at IS NOT NULL AND s.destroyed_on IS NULL))
         ORDER BY s.recorded_at DESC, s.id LIMIT 200`,
        [
          ...[actor.organisationId, query.reportId ?? null, query.remainsId ?? null],
          query.waiting === 'destruction' ? true : null,
        ],
      )) as SampleRow[];
      await audit(tx, actor, 'kinship.samples-listed', { purpose: 'dna_comparison' });
      return this.views(tx, rows);
    });
  }

  /** Records a sample once. Of a relative, only with the donor's own consent, asked alone. */
  async put(actor: Actor, id: string, dto: SampleDto): Promise<SampleView> {
    return this.database.act(actor, async (tx) => {
      const { remainsId = null, reportId = null, person, kind, label, collectedOn, laboratoryId, consent } = dto;
      const subject = await this.laboratory.ownSubject(tx, actor, { remainsId, reportId });
      const mac = this.mac(`sample|${id}|${canonicalJson(dto)}`);
      const present = await this.find(tx, id);
      if (present) {
        if (present.organisationId !== actor.organisationId) throw new NotFoundError();
        if (!present.contentMac.equals(mac)) throw alreadyRecorded();
        return this.view(tx, id);
      }
      if (reportId !== null && person !== null) await this.knownRelative(tx, reportId, person);
      await this.ownLaboratory(tx, actor, laboratoryId);
      const sealed = consent && (await this.secrets.seal(tx, placeOf(id, subject), consent));
      const made = (await tx.query(
        `INSERT INTO dna_sample (id, organisation_id, contact_point_id, country, remains_id, report_id, person, kind, label, collected_on, laboratory_id,
           consent, content_mac) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[id, subject.organisationId, subject.contactPointId, subject.country, remainsId, reportId],
          ...[person, kind, label, collectedOn, laboratoryId, sealed, mac],
        ],
      )) as unknown[];
      if (made.length === 0) throw labelTaken();
      await audit(tx, actor, 'kinship.sample-recorded', {
        subject: reportId ?? remainsId!,
        fields: ['sample', 'consent'],
      });
      return this.view(tx, id);
    });
  }

  async putEvent(actor: Actor, id: string, eventId: string, dto: SampleEventDto): Promise<SampleView> {
    return this.database.act(actor, async (tx) => {
      const sample = await this.own(tx, actor, id);
      const made = (await tx.query(
        `INSERT INTO dna_sample_event (id, sample_id, act, happened_on, holder, actor_id, actor_name) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT DO NOTHING RETURNING id`,
        [eventId, id, dto.act, dto.on, dto.holder, actor.userId, actor.name],
      )) as unknown[];
      if (made.length > 0)
        await audit(tx, actor, `kinship.sample-${dto.act}`, { subject: sample.reportId ?? sample.remainsId! });
      else {
        const [same] = (await tx.query(
          `SELECT FROM dna_sample_event WHERE id = $1 AND sample_id = $2 AND act = $3 AND happened_on = $4 AND holder = $5`,
          [eventId, id, dto.act, dto.on, dto.holder],
        )) as unknown[];
        if (!same) throw alreadyRecorded();
      }
      return this.view(tx, id);
    });
  }

  /** The donor takes it back. No reason is asked; profile and tables are gone with this act. */
  async withdraw(actor: Actor, id: string, reason: string | undefined): Promise<SampleView> {
    return this.database.act(actor, async (tx) => {
      const sample = await this.own(tx, actor, id);
      if (sample.reportId === null)
        throw new KinshipRefusal(
          'kinship.remains-have-no-donor',
          'conflict',
          'Samples of remains have no donor to take them back',
        );
      if (sample.withdrawnAt === null) {
        await this.withdrawals.ofSample(tx, actor, sample);
        await audit(tx, actor, 'kinship.sample-withdrawn', { subject: sample.reportId, ...(reason ? { reason } : {}) });
        await this.profiles.announce(tx, [{ reportId: sample.reportId, person: sample.person }]);
      }
      return this.view(tx, id);
    });
  }

  /** The laboratory's word that sample and extract are destroyed. */
  async confirmDestruction(actor: Actor, id: string, dto: DestructionDto): Promise<SampleView> {
    return this.database.act(actor, async (tx) => {
      await this.laboratory.qualified(tx, actor);
      const sample = await this.own(tx, actor, id);
      if (sample.destructionAskedAt === null)
        throw new KinshipRefusal(
          'kinship.destruction-not-asked',
          'conflict',
          'Nobody asked for this sample to be destroyed',
        );
      if (sample.destroyedOn === dto.on && sample.destroyedBy === dto.by) return this.view(tx, id);
      if (sample.destroyedOn !== null) throw alreadyRecorded();
      await tx.query(
        `UPDATE dna_sample SET destroyed_on = $2, destroyed_by = $3, version = version + 1 WHERE id = $1`,
        [...[id, dto.on, dto.by]],
      );
      await audit(tx, actor, 'kinship.sample-destroyed', {
        subject: sample.reportId ?? sample.remainsId!,
        fields: ['sample', 'extract'],
      });
      return this.view(tx, id);
    });
  }

  /** What the laboratory read of a sample; a corrected reading keeps the old one. */
  async putProfile(actor: Actor, id: string, dto: ProfileDto, version: number | null): Promise<ProfileView> {
    return this.database.act(actor, async (tx) => {
      await this.laboratory.qualified(tx, actor);
      const sample = await this.own(tx, actor, dto.sampleId);
      if (sample.withdrawnAt !== null) throw sampleWithdrawn();
      const subject = await this.laboratory.ownSubject(tx, actor, sample);
      const twice = dto.markers.find(({ marker }, at) => dto.markers.findIndex((one) => one.marker === marker) !== at);
      if (twice)
        throw new KinshipRefusal('kinship.marker-listed-twice', 'invalid', `${twice.marker} is listed twice`, [
          { path: `markers.${dto.markers.indexOf(twice)}.marker`, code: 'kinship.marker-listed-twice' },
        ]);
      if (dto.lineage !== 'mitochondrial')
        for (const [at, { alleles }] of dto.markers.entries())
          if (alleles.length > 2)
            throw new KinshipRefusal(
              'kinship.not-two-alleles',
              'invalid',
              'A genotype has two alleles; have a mixture resolved first',
              [{ path: `markers.${at}.alleles`, code: 'kinship.not-two-alleles' }],
            );
      const [present] = (await tx.query(
        `SELECT version, sample_id AS "sampleId", analysis_mac AS "analysisMac" FROM dna_profile WHERE id = $1 FOR UPDATE`,
        [id],
      )) as {
        version: number;
        sampleId: string | null;
        analysisMac: Buffer;
      }[];
      if (present && present.sampleId !== dto.sampleId) throw new NotFoundError();
      const { organisationId, contactPointId, country } = subject;
      const toWrite = {
        ...{ id, sampleId: dto.sampleId, organisationId, contactPointId, country },
        ...{
          lineage: dto.lineage,
          sample: sample.label,
          laboratory: dto.laboratory,
          kit: dto.kit,
          analysedOn: dto.analysedOn,
        },
        markers: dto.markers,
        subject:
          sample.reportId === null
            ? { remainsId: sample.remainsId! }
            : { reportId: sample.reportId, person: sample.person },
      };
      if (present && !this.profiles.isSameAnalysis(toWrite, present.analysisMac)) throw alreadyRecorded();
      if (present && !(await this.profiles.says(tx, toWrite)))
        requireVersion(version, present.version, () => ({ id, version: present.version }));
      await this.profiles.setMany(tx, actor, [toWrite]);
      const stored = await this.profiles.profilesOf(
        tx,
        sample.reportId === null ? { remainsIds: [sample.remainsId!] } : { reportIds: [sample.reportId] },
      );
      const found = stored.find((one) => one.id === id);
      // The same analysis lies here already under another id, from a file say.
      if (!found) throw alreadyRecorded();
      return profileView(found, true);
    });
  }

  async samplesOf(
    tx: Tx,
    where: { readonly reportId: string } | { readonly remainsId: string },
  ): Promise<SampleView[]> {
    const [column, id] = 'reportId' in where ? ['report_id', where.reportId] : ['remains_id', where.remainsId];
    return this.views(
      tx,
      (await tx.query(`SELECT ${columns} ${from} WHERE s.${column} = $1 ORDER BY s.recorded_at, s.id`, [
        id,
      ])) as SampleRow[],
    );
  }

  private async knownRelative(tx: Tx, reportId: string, person: string): Promise<void> {
    const { persons } = await this.families.relativesOf(tx, reportId);
    if (!persons.some((relative) => relative.person === person))
      throw new KinshipRefusal(
        'kinship.person-not-in-pedigree',
        'invalid',
        'The family tree has nobody by this label',
        [{ path: 'person', code: 'kinship.person-not-in-pedigree' }],
      );
  }

  private async ownLaboratory(tx: Tx, actor: Actor, id: string | null): Promise<void> {
    if (id === null) return;
    const [known] = (await tx.query(`SELECT FROM dna_laboratory WHERE id = $1 AND organisation_id = $2`, [
      ...[id, actor.organisationId],
    ])) as unknown[];
    if (!known)
      throw new KinshipRefusal('kinship.laboratory-unknown', 'invalid', 'No such laboratory is listed', [
        { path: 'laboratoryId', code: 'kinship.laboratory-unknown' },
      ]);
  }

  private async own(tx: Tx, actor: Actor, id: string): Promise<SampleRow> {
    const row = await this.find(tx, id, 'FOR UPDATE OF s');
    if (!row || (!actor.isSystem && row.organisationId !== actor.organisationId)) throw new NotFoundError();
    return row;
  }

  private async find(tx: Tx, id: string, lock = ''): Promise<SampleRow | null> {
    const [row] = (await tx.query(`SELECT ${columns} ${from} WHERE s.id = $1 ${lock}`, [id])) as SampleRow[];
    return row ?? null;
  }

  private async view(tx: Tx, id: string): Promise<SampleView> {
    return (await this.views(tx, [(await this.find(tx, id))!]))[0]!;
  }

  private async views(tx: Tx, rows: readonly SampleRow[]): Promise<SampleView[]> {
    const events = (await tx.query(
      `SELECT id, sample_id AS "sampleId", act, happened_on::text AS on, holder, actor_name AS by,
         to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
       FROM dna_sample_event WHERE sample_id = ANY($1) ORDER BY happened_on, recorded_at`,
      [rows.map(({ id }) => id)],
    )) as (SampleView['events'][number] & { sampleId: string })[];
    return rows.map(({ organisationId: _, country: __, contentMac: ___, ...shown }) => ({
      ...shown,
      events: events.filter(({ sampleId }) => sampleId === shown.id).map(({ sampleId: ____, ...event }) => event),
    }));
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.keyRing.purposeKey('content')).update(text).digest();
  }
}

const placeOf = (id: string, { reportId, remainsId, country }: Subject): SealedPlace => ({
  ...{ scope: reportId ?? remainsId!, country, dataClass: 'dna', table: 'dna_sample', id },
});

export const profileView = (profile: StoredProfile, isUsed: boolean): ProfileView => ({
  ...{ id: profile.id, person: profile.subject.person ?? null, sampleId: profile.sampleId, sample: profile.sample },
  ...{ lineage: profile.lineage, laboratory: profile.laboratory, kit: profile.kit, analysedOn: profile.analysedOn },
  ...{ isReviewOnly: profile.isReviewOnly, isUsed, version: profile.version },
  markers: profile.markers.map(({ marker, alleles, quality }) => ({
    ...{ marker, alleles: [...alleles] },
    ...(quality === undefined ? {} : { quality }),
  })),
});
