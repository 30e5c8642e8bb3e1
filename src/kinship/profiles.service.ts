import { createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { auditMany } from '../audit';
import { type Actor, KeyRing, publish, type SealedPlace, Secrets, type Tx } from '../platform';
import { familyDnaChanged, remainsDnaChanged } from './kinship.events';

/** Whose DNA it is, by the record that holds it. */
export type ProfileSubject =
  | { readonly remainsId: string; readonly reportId?: undefined; readonly person?: undefined }
  /** `person`: a label of the report's family tree; null for the missing person's own trace (a toothbrush, say). */
  | { readonly reportId: string; readonly person: string | null; readonly remainsId?: undefined };

export interface ProfileAnalysis {
  readonly lineage: 'autosomal' | 'y' | 'mitochondrial';
  readonly sample: string | null;
  readonly laboratory: string | null;
  readonly kit: string | null;
  /** EDTF. */
  readonly analysedOn: string | null;
}

export interface ProfileToWrite extends ProfileAnalysis {
  readonly subject: ProfileSubject;
  /** Of the desk that keeps the remains or the report. */
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly country: string;
  readonly markers: readonly {
    readonly marker: string;
    readonly alleles: readonly string[];
    /** What the laboratory says of this reading; left out where it says nothing. */
    readonly quality?: 'good' | 'weak' | 'repeated' | undefined;
  }[];
  /** Made by the client; one is made here where a file has none. */
  readonly id?: string;
  readonly sampleId?: string;
}

export interface StoredProfile extends Omit<ProfileToWrite, 'id' | 'sampleId'> {
  readonly id: string;
  readonly sampleId: string | null;
  /** Kept for review and reversal of a signed conclusion; computed with no more. */
  readonly isReviewOnly: boolean;
  readonly version: number;
}

interface ProfileRow extends Omit<StoredProfile, 'subject' | keyof ProfileAnalysis | 'markers'> {
  readonly remainsId: string | null;
  readonly reportId: string | null;
  readonly person: string | null;
  readonly lineage: ProfileAnalysis['lineage'];
  readonly sealed: Buffer;
  readonly contentMac: Buffer;
  readonly analysisMac: Buffer;
}

type Sealed = Pick<ProfileToWrite, 'sample' | 'laboratory' | 'kit' | 'analysedOn' | 'markers'>;

const columns = `id, organisation_id AS "organisationId", contact_point_id AS "contactPointId", country, remains_id AS "remainsId",
  report_id AS "reportId", person, lineage, profile AS sealed, content_mac AS "contentMac", analysis_mac AS "analysisMac", sample_id AS "sampleId",
  is_review_only AS "isReviewOnly", version`;

/**
 * DNA profiles as laboratories report them: kept here, computed with later. Who may write for the record in question is
 * decided by the caller, whose transaction this is.
 */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly secrets: Secrets,
    private readonly keyRing: KeyRing,
  ) {}

  /** Stores analyses, one outcome each. The same analysis sent again changes nothing; a corrected one keeps the old. */
  async setMany(
    tx: Tx,
    actor: Actor,
    profiles: readonly ProfileToWrite[],
  ): Promise<('created' | 'updated' | 'unchanged')[]> {
    if (profiles.length === 0) return [];
    const macs = profiles.map((profile) => this.analysisMac(profile));
    const rows = (await tx.query(`SELECT ${columns} FROM dna_profile WHERE analysis_mac = ANY($1) FOR UPDATE`, [
      macs,
    ])) as ProfileRow[];
    const present = new Map(rows.map((row) => [row.analysisMac.toString('hex'), row]));
    const outcomes: ('created' | 'updated' | 'unchanged')[] = [];
    const written: { id: string; isNew: boolean; profile: ProfileToWrite; analysis: Buffer; content: Buffer }[] = [];
    for (const [at, profile] of profiles.entries()) {
      const analysis = macs[at]!;
      const row = present.get(analysis.toString('hex'));
      const content = this.contentMac(analysis, profile);
      outcomes.push(row ? (row.contentMac.equals(content) ? 'unchanged' : 'updated') : 'created');
      if (outcomes[at] !== 'unchanged')
        written.push({ id: row?.id ?? profile.id ?? randomUUID(), isNew: !row, profile, analysis, content });
    }
    const sealed = await this.secrets.sealMany(
      tx,
      written.map(({ id, profile }) => ({ place: placeOf(id, profile), value: sealedPart(profile) })),
    );
    for (const [at, one] of written.entries()) await this.write(tx, one, sealed[at]!);
    const entries = written.map(({ profile }) => ({
      subject: profile.subject.remainsId ?? profile.subject.reportId,
      fields: ['dnaProfile'],
    }));
    await auditMany(tx, actor, 'kinship.profile-recorded', entries);
    await this.announce(
      tx,
      written.map(({ profile }) => profile.subject),
    );
    return outcomes;
  }

  /** Whether the stored analysis is this one; a correction keeps sample, laboratory, kit and day. */
  isSameAnalysis(profile: ProfileToWrite, analysisMac: Buffer): boolean {
    return this.analysisMac(profile).equals(analysisMac);
  }

  /** Whether this very reading is on file already. */
  async says(tx: Tx, profile: ProfileToWrite): Promise<boolean> {
    const analysis = this.analysisMac(profile);
    const found = (await tx.query(`SELECT FROM dna_profile WHERE analysis_mac = $1 AND content_mac = $2`, [
      ...[analysis, this.contentMac(analysis, profile)],
    ])) as unknown[];
    return found.length > 0;
  }

  /** Who is to be compared anew; many at once come from a file and wait behind live work. */
  async announce(tx: Tx, subjects: readonly ProfileSubject[]): Promise<void> {
    const remainsIds = new Set(subjects.flatMap(({ remainsId }) => remainsId ?? []));
    const reportIds = new Set(subjects.flatMap(({ reportId }) => reportId ?? []));
    const bulk = remainsIds.size + reportIds.size > 1;
    if (remainsIds.size > 0)
      await publish(
        tx,
        remainsDnaChanged,
        [...remainsIds].map((remainsId) => ({ remainsId })),
        { bulk },
      );
    if (reportIds.size > 0)
      await publish(
        tx,
        familyDnaChanged,
        [...reportIds].map((reportId) => ({ reportId })),
        { bulk },
      );
  }

  /** The profiles of these remains and reports, opened. Who may see them, and the audit entry, are the caller's. */
  async profilesOf(
    tx: Tx,
    of: { readonly remainsIds?: readonly string[]; readonly reportIds?: readonly string[] },
  ): Promise<StoredProfile[]> {
    const rows = (await tx.query(
      `SELECT ${columns} FROM dna_profile WHERE remains_id = ANY($1) OR report_id = ANY($2) ORDER BY recorded_at, id`,
      [of.remainsIds ?? [], of.reportIds ?? []],
    )) as ProfileRow[];
    const subjects = rows.map((row) => subjectOf(row));
    const opened = await this.secrets.openMany<Sealed>(
      tx,
      rows.map((row, at) => ({
        place: placeOf(row.id, { country: row.country, subject: subjects[at]! }),
        sealed: row.sealed,
      })),
    );
    return rows.map(
      ({ id, version, organisationId, contactPointId, country, lineage, sampleId, isReviewOnly }, at) => ({
        ...{ id, version, organisationId, contactPointId, country, lineage, sampleId, isReviewOnly },
        ...opened[at]!,
        subject: subjects[at]!,
      }),
    );
  }

  private async write(
    tx: Tx,
    {
      id,
      isNew,
      profile,
      analysis,
      content,
    }: {
      readonly id: string;
      readonly isNew: boolean;
      readonly profile: ProfileToWrite;
      readonly analysis: Buffer;
      readonly content: Buffer;
    },
    sealed: Buffer,
  ): Promise<void> {
    if (!isNew) {
      await tx.query(
        `INSERT INTO dna_profile_revision (profile_id, version, profile) SELECT id, version, profile FROM dna_profile WHERE id = $1`,
        [id],
      );
      await tx.query(
        `UPDATE dna_profile SET profile = $2, content_mac = $3, markers = $4, version = version + 1 WHERE id = $1`,
        [id, sealed, content, profile.markers.length],
      );
      return;
    }
    const { subject, organisationId, contactPointId, country, lineage, markers } = profile;
    await tx.query(
      `INSERT INTO dna_profile (id, organisation_id, contact_point_id, country, remains_id, report_id, person, lineage, analysis_mac, profile,
         content_mac, markers, sample_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[id, organisationId, contactPointId, country, subject.remainsId ?? null, subject.reportId ?? null],
        ...[subject.person ?? null, lineage, analysis, sealed, content, markers.length],
        profile.sampleId ?? null,
      ],
    );
  }

  private contentMac(analysis: Buffer, { markers }: ProfileToWrite): Buffer {
    return this.mac(`profile|${analysis.toString('hex')}|${JSON.stringify(ordered(markers))}`);
  }

  private analysisMac({ subject, lineage, sample, laboratory, kit, analysedOn }: ProfileToWrite): Buffer {
    const whose = [subject.remainsId ?? null, subject.reportId ?? null, subject.person ?? null];
    return this.mac(`analysis|${JSON.stringify([...whose, lineage, sample, laboratory, kit, analysedOn])}`);
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.keyRing.purposeKey('content')).update(text).digest();
  }
}

/** The order of the rows of a file says nothing. */
const ordered = (markers: ProfileToWrite['markers']) =>
  [...markers]
    .map(({ marker, alleles, quality }) => [marker, [...alleles], ...(quality === undefined ? [] : [quality])] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const sealedPart = ({ sample, laboratory, kit, analysedOn, markers }: ProfileToWrite): Sealed => ({
  ...{ sample, laboratory, kit, analysedOn, markers },
});

/** Under the key of the report or the remains: destroying that destroys the profile. */
const placeOf = (id: string, { subject, country }: Pick<ProfileToWrite, 'subject' | 'country'>): SealedPlace => ({
  scope: subject.remainsId ?? subject.reportId,
  country,
  dataClass: 'dna',
  table: 'dna_profile',
  id,
});

const subjectOf = ({ remainsId, reportId, person }: ProfileRow): ProfileSubject =>
  remainsId === null ? { reportId: reportId!, person } : { remainsId };
