import type { AnteMortemProfile, PostMortemProfile } from './profile';
import type { Day } from './reading/days';
import type { MatchingSettings } from './settings';

/** Why a pair cannot be one person: by logic, or because people said so and signed. Never by unlikelihood. */
export type Exclusion =
  | { readonly reason: 'died-before-last-contact'; readonly daysBetween: number }
  | { readonly reason: 'alive-later'; readonly daysBetween: number }
  | { readonly reason: 'expert'; readonly method: ExpertMethod; readonly reference: string };

export const expertMethods = ['dna', 'fingerprints', 'dental', 'medical', 'other'] as const;
export type ExpertMethod = (typeof expertMethods)[number];

/** What is known of a pair beside its two records: recorded exclusions, and proof of life of the person sought. */
export interface PairKnowledge {
  /** The last day on which the person is proven to have lived, by somebody who answers for it. */
  readonly provenAliveOn?: Day | null;
  readonly expertExclusion?: { readonly method: ExpertMethod; readonly reference: string } | null;
}

/**
 * Excludes by logic alone: a body found before the person was last heard of, or proven alive. The day of recovery is a fact; an estimate
 * of the time of death is not, and families confuse months, so the earliest day of contact must lie after the last day of recovery by more
 * than the tolerance. A contact dated after the report that tells of it is a slip and excludes nothing.
 */
export function exclusionOf(
  contact: AnteMortemProfile['contact'],
  death: PostMortemProfile['death'],
  settings: MatchingSettings,
  knowledge: PairKnowledge = {},
): Exclusion | null {
  if (knowledge.expertExclusion) return { reason: 'expert', ...knowledge.expertExclusion };
  if (death === null) return null;
  const alive = knowledge.provenAliveOn;
  if (alive !== null && alive !== undefined && Number.isFinite(alive) && alive > death.foundBy)
    return { reason: 'alive-later', daysBetween: alive - death.foundBy };
  const daysBetween = earliestCredible(contact) - death.foundBy;
  return daysBetween > settings.numbers.time.toleranceDays ? { reason: 'died-before-last-contact', daysBetween } : null;
}

/** The first day on which the person was surely heard of; -Infinity where no day is sure. */
export const earliestCredible = (contact: AnteMortemProfile['contact']): number =>
  contact !== null && contact.isCredible ? contact.earliest : Number.NEGATIVE_INFINITY;
