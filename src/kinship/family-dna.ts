import { Injectable } from '@nestjs/common';
import { type Eligibility, FamiliesService, type Relative } from '../families';
import { type RemainsForMatching, RemainsRecords } from '../forensic-remains';
import type { Tx } from '../platform';
import type { RemainsInputs } from './core/family/comparison';
import { type FamilyInputs, type Genotypes, mergedGenotypes, type Notice } from './core/family/family-inputs';
import { KinshipInputError } from './core/kinship-input-error';
import { type PersonDescription, readPedigree, type Sex } from './core/pedigree';
import { ProfilesService, type StoredProfile } from './profiles.service';

/** Why a family is not compared at this moment. */
export type Reason =
  | 'kinship.report-not-open'
  | 'kinship.no-profile'
  | 'kinship.no-consent'
  | 'kinship.no-missing-person'
  | 'kinship.pedigree-refused';

/** A family's DNA as it may be used now: profiles whose donor consents, and the tree that joins them. */
export interface FamilyDna {
  readonly reportId: string;
  readonly organisationId: string | null;
  readonly eligibility: Eligibility | null;
  readonly relatives: readonly Relative[];
  readonly profiles: readonly StoredProfile[];
  /** Profiles whose donor does not consent (any more), or that are kept for review only. */
  readonly withheld: readonly string[];
  readonly inputs: FamilyInputs | null;
  readonly reason: Reason | null;
}

export interface RemainsDna extends RemainsInputs {
  readonly country: string;
  readonly organisationId: string;
  readonly profileIds: readonly string[];
}

const sexOf = (sex: string | null | undefined): Sex => (sex === 'male' || sex === 'female' ? sex : 'unknown');
const MISSING = 'missing person';

/** Reads families and remains for comparison. Consent is asked here, each time, of the transaction that computes or stores. */
@Injectable()
export class DnaOnFile {
  constructor(
    private readonly families: FamiliesService,
    private readonly remains: RemainsRecords,
    private readonly profiles: ProfilesService,
  ) {}

  async family(tx: Tx, reportId: string): Promise<FamilyDna> {
    const all = await this.profiles.profilesOf(tx, { reportIds: [reportId] });
    const [eligibility] = await this.families.eligibility(tx, [reportId]);
    const summary = await this.families.reportSummary(tx, reportId);
    const { persons: relatives, pedigree } = await this.families.relativesOf(tx, reportId);
    const mayUse = new Set(await this.consented(tx, reportId, all, relatives));
    const profiles = all.filter(({ id }) => mayUse.has(id));
    const found = {
      ...{ reportId, organisationId: summary?.organisationId ?? null },
      ...{ eligibility: eligibility ?? null, relatives, profiles },
      withheld: all.filter(({ id }) => !mayUse.has(id)).map(({ id }) => id),
    };
    const refuse = (reason: Reason): FamilyDna => ({ ...found, inputs: null, reason });
    if (!eligibility?.isOpen) return refuse('kinship.report-not-open');
    if (all.length === 0) return refuse('kinship.no-profile');
    const autosomal = profiles.filter(({ lineage }) => lineage === 'autosomal');
    if (autosomal.length === 0) return refuse(profiles.length === 0 ? 'kinship.no-consent' : 'kinship.no-profile');
    const persons: PersonDescription[] = pedigree.map(({ person, father, mother, sex }) => ({
      ...{ id: person, father, mother, sex: sexOf(sex) },
    }));
    const missing = relatives.find(({ isMissingPerson }) => isMissingPerson)?.person ?? null;
    if (missing === null && !autosomal.some(({ subject }) => subject.person === null))
      return refuse('kinship.no-missing-person');
    if (missing === null) persons.push({ id: MISSING, father: null, mother: null, sex: sexOf(summary?.sex) });
    try {
      readPedigree(persons);
    } catch (error) {
      if (error instanceof KinshipInputError) return refuse('kinship.pedigree-refused');
      throw error;
    }
    return { ...found, inputs: typedFamily(persons, missing ?? MISSING, autosomal), reason: null };
  }

  async allProfiles(tx: Tx, reportId: string): Promise<StoredProfile[]> {
    return this.profiles.profilesOf(tx, { reportIds: [reportId] });
  }

  /** Remains that may be compared at all, with what was typed of them. */
  async remainsWithProfiles(tx: Tx, only?: readonly string[]): Promise<RemainsDna[]> {
    const ids =
      only ??
      (
        (await tx.query(
          `SELECT DISTINCT remains_id AS id FROM dna_profile WHERE remains_id IS NOT NULL AND lineage = 'autosomal' AND NOT is_review_only`,
        )) as { id: string }[]
      ).map(({ id }) => id);
    const found: RemainsDna[] = [];
    for (let from = 0; from < ids.length; from += 500) {
      const page = ids.slice(from, from + 500);
      const open = (await this.remains.remainsForMatching(tx, page)).filter(({ isOpen }) => isOpen);
      const profiles = await this.profiles.profilesOf(tx, { remainsIds: open.map(({ id }) => id) });
      for (const one of open) found.push(...remainsInputs(one, profiles));
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Reports that have any profile, in the order of their ids. */
  async reportsWithProfiles(tx: Tx): Promise<string[]> {
    const rows = (await tx.query(
      `SELECT DISTINCT report_id AS id FROM dna_profile WHERE report_id IS NOT NULL AND lineage = 'autosomal' AND NOT is_review_only ORDER BY 1`,
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Why the family may not be compared with remains in this country; null where it may. */
  async refusalOfCountry(tx: Tx, { reportId, eligibility }: FamilyDna, country: string): Promise<string | null> {
    if (!eligibility?.isOpen) return 'kinship.report-not-open';
    if (country === eligibility.country) return null;
    if (!eligibility.consents.dnaMatchAbroad) return 'kinship.no-consent-abroad';
    if (eligibility.doNotShareWith.length > 0 && (await this.families.isKeptFrom(tx, reportId, country)))
      return 'kinship.kept-from-country';
    return null;
  }

  private async consented(
    tx: Tx,
    reportId: string,
    profiles: readonly StoredProfile[],
    relatives: readonly Relative[],
  ): Promise<string[]> {
    const isSamplingGiven = await this.families.isConsentGiven(tx, reportId, 'dna_sampling');
    const rows = (await tx.query(
      `SELECT p.id FROM dna_profile p LEFT JOIN dna_sample s ON s.id = p.sample_id
       WHERE p.id = ANY($1) AND NOT p.is_review_only AND s.withdrawn_at IS NULL AND ($2 OR NOT p.sampling_seen)`,
      [profiles.map(({ id }) => id), isSamplingGiven],
    )) as { id: string }[];
    const usable = new Set(rows.map(({ id }) => id));
    const consenting = new Set(
      relatives.filter(({ consentDna }) => consentDna === 'given').map(({ person }) => person),
    );
    return profiles
      .filter(({ id, subject }) => usable.has(id) && (subject.person === null || consenting.has(subject.person ?? '')))
      .map(({ id }) => id);
  }
}

function typedFamily(
  persons: readonly PersonDescription[],
  missing: string,
  profiles: readonly StoredProfile[],
): FamilyInputs {
  const typed: Record<string, Genotypes> = {};
  const notices: Notice[] = [];
  const labels = new Set(persons.map(({ id }) => id));
  const byPerson = new Map<string, StoredProfile[]>();
  for (const profile of profiles) {
    const person = profile.subject.person ?? missing;
    if (!labels.has(person)) notices.push({ code: 'kinship.person-not-in-pedigree', person });
    else byPerson.set(person, [...(byPerson.get(person) ?? []), profile]);
  }
  for (const [person, own] of [...byPerson].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const merged = mergedGenotypes(
      own.map(({ id, markers }) => ({ profileId: id, markers })),
      person,
    );
    typed[person] = merged.genotypes;
    notices.push(...merged.notices);
  }
  return { persons, missing, typed, profileIds: profiles.map(({ id }) => id).sort(), notices };
}

function remainsInputs(remains: RemainsForMatching, profiles: readonly StoredProfile[]): RemainsDna[] {
  const own = profiles.filter(({ subject, lineage }) => subject.remainsId === remains.id && lineage === 'autosomal');
  if (own.length === 0) return [];
  const { genotypes } = mergedGenotypes(
    own.map(({ id, markers }) => ({ profileId: id, markers })),
    remains.reference,
  );
  const { id, country, organisationId } = remains;
  return [
    {
      ...{ id, country, organisationId, genotypes, profileIds: own.map((one) => one.id).sort() },
      // Bones mislead about sex often enough that they keep nothing apart.
      sex: sexByDna(own) ?? (isSeen(remains.postMortem.sexBasis) ? sexOf(remains.postMortem.sex) : 'unknown'),
    },
  ];
}

const isSeen = (basis: string | undefined): boolean => basis === 'dna' || basis === 'external' || basis === 'internal';

/** Amelogenin shows it better than bones do; a Y that fell out makes a man look like a woman, so X alone says nothing. */
function sexByDna(profiles: readonly StoredProfile[]): Sex | null {
  const hasY = profiles.some(({ markers }) =>
    markers.some(({ marker, alleles }) => marker === 'AMEL' && alleles.includes('Y')),
  );
  return hasY ? 'male' : null;
}
