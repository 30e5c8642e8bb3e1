import { useQuery } from '@tanstack/react-query';
import type * as Api from './generated';
import { usePages } from './lists';
import { every, get, put } from './request';

/** One of three shapes, told apart by `side`; what a side may not see at its stage is absent. */
export type Proposal = Api.ProposalViewDto;
export type FamilyProposal = Extract<Proposal, { side: 'family' }>;
export type RemainsProposal = Extract<Proposal, { side: 'remains' }>;
export type Comparison = Extract<Proposal, { side: 'both' }>;
export type CoarseFeatures = FamilyProposal['remains'];
export type Evidence = FamilyProposal['evidence'] | Comparison['evidence'];
/** How one comparison came out; told apart on the screen by shape and word. */
export type Part = FamilyProposal['evidence']['parts'][number] &
  Partial<Pick<Comparison['evidence']['parts'][number], 'anteMortem' | 'postMortem'>>;
export type PartState = Part['state'];
export type ProposalItem = Api.ProposalsView['items'][number];
export type ProposalState = ProposalItem['state'];
export type ProposalAct = Proposal['next'][number];
export type ProposalTimeline = Api.ProposalTimelineView;
export type ProposalFilter = NonNullable<Api.MatchingControllerListData['query']>;
export type Coverage = Api.CoverageView;

export const proposalStates = every<ProposalState>()(
  'proposed',
  'in_review',
  'needs_information',
  'comparison_requested',
  'supported',
  'excluded',
  'inconclusive',
  'withdrawn',
);

export const useProposals = (filter: ProposalFilter = {}, enabled = true) =>
  usePages<Api.MatchingControllerListData, Api.ProposalsView>('/api/proposals', filter, enabled);
export const useProposal = (id: string) =>
  useQuery({
    queryKey: ['/proposals', id],
    queryFn: () => get<Api.MatchingControllerGetData, Proposal>('/api/proposals/{id}', { path: { id } }),
  });
export const useProposalTimeline = (id: string) =>
  useQuery({
    queryKey: ['/proposals', id, 'timeline'],
    queryFn: () =>
      get<Api.MatchingControllerTimelineData, ProposalTimeline>('/api/proposals/{id}/timeline', { path: { id } }),
  });

export const beginReview = (id: string, ifMatch: number) =>
  put<Api.MatchingControllerReviewData, Proposal>('/api/proposals/{id}/review', { path: { id }, ifMatch });
export const expressInterest = (id: string, interestId: string, ifMatch: number, body: Api.InterestDto) =>
  put<Api.MatchingControllerAskData, Proposal>('/api/proposals/{id}/interest/{interestId}', {
    path: { id, interestId },
    body,
    ifMatch,
  });
export const nameSpecialist = (id: string, ifMatch: number, specialistId: string) =>
  put<Api.MatchingControllerNameSpecialistData, Proposal>('/api/proposals/{id}/specialist', {
    path: { id },
    body: { specialistId },
    ifMatch,
  });
export const changeProposalState = (id: string, actId: string, ifMatch: number, body: Api.ProposalStateDto) =>
  put<Api.MatchingControllerChangeStateData, Proposal>('/api/proposals/{id}/state-changes/{actId}', {
    path: { id, actId },
    body,
    ifMatch,
  });
export const releaseForComparison = (id: string, releaseId: string, ifMatch: number, body: Api.ReleaseDto) =>
  put<Api.MatchingControllerReleaseData, Proposal>('/api/proposals/{id}/release/{releaseId}', {
    path: { id, releaseId },
    body,
    ifMatch,
  });

export const useCaseCoverage = (caseId: string) =>
  useQuery({
    queryKey: ['/coverage/cases', caseId],
    queryFn: () =>
      get<Api.MatchingControllerOfCaseData, Api.CaseCoverageView>('/api/coverage/cases/{id}', { path: { id: caseId } }),
  });
export const useCoverage = () =>
  useQuery({
    queryKey: ['/coverage'],
    queryFn: () => get<Api.MatchingControllerStatementData, Coverage>('/api/coverage', {}),
  });

export type Candidates = Api.CandidatesView;
export type Power = Api.PowerView;
export type Tracing = Api.TracingView;
export type IncidentOverview = Api.IncidentOverviewView;

export const useCandidates = (caseId: string) =>
  useQuery({
    queryKey: ['/cases', caseId, 'candidates'],
    queryFn: () =>
      get<Api.MatchingControllerCandidatesData, Candidates>('/api/cases/{id}/candidates', { path: { id: caseId } }),
  });
/** What would help a case most; asked once a visit, since it changes with what is recorded and not with the minute. */
export const usePower = (caseId: string) =>
  useQuery({
    queryKey: ['/cases', caseId, 'power'],
    queryFn: () => get<Api.MatchingControllerPowerOfData, Power>('/api/cases/{id}/power', { path: { id: caseId } }),
    staleTime: 300_000,
  });
export const useTracing = (remainsId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['/remains', remainsId, 'tracing'],
    queryFn: () =>
      get<Api.MatchingControllerTraceBackData, Tracing>('/api/remains/{id}/tracing', { path: { id: remainsId } }),
    enabled,
  });
export const useIncidentOverview = (id: string) =>
  useQuery({
    queryKey: ['/incidents', id, 'overview'],
    queryFn: () =>
      get<Api.MatchingControllerIncidentData, IncidentOverview>('/api/incidents/{id}/overview', { path: { id } }),
  });
