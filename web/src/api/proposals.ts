import { useQuery } from '@tanstack/react-query';
import type { AnteMortem } from './families';
import { usePages } from './lists';
import type { PostMortem } from './remains';
import { get, put } from './request';

export const proposalStates = [
  'proposed',
  'in_review',
  'needs_information',
  'comparison_requested',
  'supported',
  'excluded',
  'inconclusive',
  'withdrawn',
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** How one comparison came out; told apart on the screen by shape and word. */
export type PartState = 'agrees' | 'disagrees' | 'silent' | 'not_examinable';
export interface Part {
  readonly comparison: string;
  readonly state: PartState;
  /** The named level the pair fell into, a stable word: `same`, `overlap`, … */
  readonly level?: string | null;
  readonly log10Lr: number | null;
  /** Where the numbers come from. */
  readonly source?: string | null;
  /** What each side holds, as text; at S1 the post-mortem value is coarse, on the remains' side before S5a the other is absent. */
  readonly anteMortem?: string | null;
  readonly postMortem?: string | null;
}
export interface Evidence {
  readonly log10Lr: number;
  readonly posterior: number;
  readonly prior: { readonly persons: number; readonly source: string };
  readonly grade: string;
  /** How many random reports would reach this log10 LR. */
  readonly expectedRandom?: number | null;
  readonly parts: readonly Part[];
}
export interface ProposalItem {
  readonly id: string;
  readonly side: 'family' | 'remains' | 'both';
  readonly stage: string;
  readonly state: ProposalState;
  readonly version?: number;
  readonly case?: { readonly id: string; readonly reference: string; readonly name?: string | null } | null;
  readonly remains?: { readonly id?: string; readonly reference?: string } | null;
  readonly grade?: string | null;
  readonly log10Lr?: number | null;
  readonly proposedOn?: string;
  readonly askedOn?: string | null;
  readonly dueOn?: string | null;
  readonly owner?: { readonly id: string; readonly name: string } | null;
  readonly waitingFor?: string | null;
}
export interface Proposal extends Omit<ProposalItem, 'remains' | 'version'> {
  readonly version: number;
  /** At S1 coarse features and no identity; from S5a the reference as well. */
  readonly remains: Readonly<Record<string, unknown>>;
  readonly evidence?: Evidence | null;
  /** The remains' side at S2: classes of evidence that agree, without a number. */
  readonly agreeing?: readonly string[];
  /** From S5a, for the two named specialists: both records. */
  readonly sideBySide?: { readonly anteMortem: AnteMortem; readonly postMortem: PostMortem } | null;
  readonly next: readonly string[];
  readonly identificationId?: string | null;
}

export type ProposalFilter = {
  readonly side?: string;
  readonly state?: string;
  readonly caseId?: string;
  readonly remainsId?: string;
  readonly waiting?: string;
};
export const useProposals = (filter: ProposalFilter = {}, enabled = true) =>
  usePages<ProposalItem>('/proposals', filter, enabled);
export const useProposal = (id: string) =>
  useQuery({ queryKey: ['/proposals', id], queryFn: () => get<Proposal>(`/proposals/${id}`) });

export const beginReview = (id: string, version: number) =>
  put<Proposal>(`/proposals/${id}/review`, { version }, version);
export const expressInterest = (id: string, iid: string, version: number, note?: string) =>
  put<Proposal>(`/proposals/${id}/interest/${iid}`, note ? { note } : {}, version);
export const changeProposalState = (id: string, sid: string, version: number, body: { to: string; reason: string }) =>
  put<Proposal>(`/proposals/${id}/state-changes/${sid}`, body, version);
export const releaseForComparison = (
  id: string,
  version: number,
  body: { familySpecialistId: string; remainsSpecialistId: string; authorityReference?: string },
) => put<Proposal>(`/proposals/${id}/release`, body, version);
export const openIdentification = (id: string, proposalId: string) =>
  put<{ id: string }>(`/identifications/${id}`, { proposalId });

export interface Coverage {
  readonly comparedWith: number;
  readonly asOf: string;
  readonly holes: number | readonly unknown[];
  readonly sentence?: string;
}
export const useCaseCoverage = (caseId: string) =>
  useQuery({ queryKey: ['/coverage/cases', caseId], queryFn: () => get<Coverage>(`/coverage/cases/${caseId}`) });
export const useCoverage = () =>
  useQuery({ queryKey: ['/coverage'], queryFn: () => get<Readonly<Record<string, unknown>>>('/coverage') });
