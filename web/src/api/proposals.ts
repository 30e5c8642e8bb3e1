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
  /** The reader's own reference: of the case, or of the remains. */
  readonly reference: string;
  readonly name: string | null;
  /** Null on the remains' side, which sees no score. */
  readonly grade: string | null;
  readonly agreeing: readonly string[];
  readonly changedOn: string;
  readonly ageDays: number;
  readonly waitsFor: 'you' | 'others' | 'nobody';
  readonly version: number;
}
interface Person {
  readonly id: string;
  readonly name: string;
}
/** One of three shapes, told apart by `side`; what a side may not see at its stage is absent. */
export interface Proposal {
  readonly id: string;
  readonly side: 'family' | 'remains' | 'both';
  readonly stage: string;
  readonly state: ProposalState;
  readonly version: number;
  readonly proposedOn: string;
  readonly next: readonly string[];
  readonly case?: { readonly id: string; readonly reference: string; readonly name: string | null };
  /** Coarse features at S1 and S2 on the family's side; otherwise id and reference. */
  readonly remains: Readonly<Record<string, unknown>>;
  readonly evidence?: Evidence;
  readonly agreeing?: readonly string[];
  readonly askedOn?: string | null;
  readonly askedBy?: { readonly contactPoint: string; readonly country: string };
  readonly specialists?: { readonly family: Person | boolean | null; readonly remains: Person | null };
  /** From S5a, for the two named specialists: both records, where the API gives them whole. */
  readonly sideBySide?: { readonly anteMortem: AnteMortem; readonly postMortem: PostMortem } | null;
}

export type ProposalFilter = {
  readonly state?: string;
  readonly caseId?: string;
  readonly remainsId?: string;
  readonly waiting?: string;
};
export const useProposals = (filter: ProposalFilter = {}, enabled = true) =>
  usePages<ProposalItem>('/proposals', filter, enabled);
export const useProposal = (id: string) =>
  useQuery({ queryKey: ['/proposals', id], queryFn: () => get<Proposal>(`/proposals/${id}`) });

const act = (id: string, rest: string, version: number, body: object) =>
  put<Proposal>(`/proposals/${id}/${rest}`, body, version);
export const beginReview = (id: string, version: number) => act(id, 'review', version, {});
export const expressInterest = (
  id: string,
  iid: string,
  version: number,
  body: { specialistId: string | null; reason?: string },
) => act(id, `interest/${iid}`, version, body);
export const nameSpecialist = (id: string, version: number, specialistId: string) =>
  act(id, 'specialist', version, { specialistId });
export const changeProposalState = (id: string, sid: string, version: number, body: { to: string; reason: string }) =>
  act(id, `state-changes/${sid}`, version, body);
export const releaseForComparison = (
  id: string,
  rid: string,
  version: number,
  body: { specialistId: string; authorityReference: string | null; reason?: string },
) => act(id, `release/${rid}`, version, body);
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
