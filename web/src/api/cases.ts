import { useQuery } from '@tanstack/react-query';
import { get, put } from './request';
import { usePages } from './lists';

export const caseStatuses = [
  'open',
  'tracing',
  'suspended',
  'located_alive',
  'identified',
  'fate_clarified',
  'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export interface CaseItem {
  readonly id: string;
  readonly reference: string;
  readonly name: string | null;
  readonly status: CaseStatus;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly contactPoint: { readonly id: string; readonly code?: string; readonly name: string };
  readonly country: string;
  readonly openedOn: string;
  readonly ageDays: number;
  readonly reviewOn: string | null;
  readonly isOverdue: boolean;
  readonly version: number;
}
export interface SearchLogEntry {
  readonly id: string;
  readonly on: string;
  readonly asked: string;
  readonly how: string;
  readonly answer?: string | null;
  readonly minutes?: number | null;
}
export interface Task {
  readonly id: string;
  readonly what: string;
  readonly dueOn: string;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly isDone: boolean;
  readonly isOverdue: boolean;
  readonly version: number;
}
export interface CaseRecord extends CaseItem {
  readonly reportIds: readonly string[];
  readonly linkedCases: readonly { readonly id: string; readonly reference: string }[];
  readonly searchLog: readonly SearchLogEntry[];
  readonly tasks: readonly Task[];
  /** Statuses that the state machine allows next. */
  readonly mayBecome: readonly CaseStatus[];
}
/** As both records tell it: an act of a case, or a kind of event of remains. */
export interface TimelineEntry {
  readonly at: string;
  readonly by: string | null;
  readonly act?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  readonly kind?: string;
  readonly what?: string;
}
export interface Duplicate {
  readonly caseId: string;
  readonly reference: string;
  readonly name: string | null;
  readonly log10Lr: number | null;
  readonly reason: string | null;
  readonly decision: 'same_person' | 'different_persons' | null;
}

export type CaseFilter = {
  readonly mine?: boolean;
  readonly status?: string;
  readonly due?: string;
  readonly olderThanDays?: number;
  readonly q?: string;
};

export const useCases = (filter: CaseFilter = {}, enabled = true) => usePages<CaseItem>('/cases', filter, enabled);
export const useCase = (id: string) =>
  useQuery({ queryKey: ['/cases', id], queryFn: () => get<CaseRecord>(`/cases/${id}`) });
export const useCaseTimeline = (id: string) =>
  useQuery({
    queryKey: ['/cases', id, 'timeline'],
    queryFn: () => get<{ items: TimelineEntry[] }>(`/cases/${id}/timeline`),
  });
export const useDuplicates = (id: string) =>
  useQuery({
    queryKey: ['/cases', id, 'duplicates'],
    queryFn: () => get<{ items: Duplicate[] }>(`/cases/${id}/duplicates`),
  });

export const changeCaseStatus = (id: string, sid: string, version: number, body: { to: CaseStatus; reason: string }) =>
  put<CaseRecord>(`/cases/${id}/status-changes/${sid}`, body, version);
export const setReviewDate = (id: string, version: number, body: { on: string; reason: string }) =>
  put<CaseRecord>(`/cases/${id}/review-date`, body, version);
export const setCaseOwner = (id: string, version: number, body: { userId: string; reason: string }) =>
  put<CaseRecord>(`/cases/${id}/owner`, body, version);
export const logSearch = (id: string, eid: string, body: Omit<SearchLogEntry, 'id'>) =>
  put<void>(`/cases/${id}/search-log/${eid}`, body);
export const saveTask = (
  id: string,
  tid: string,
  body: { what: string; dueOn: string; assigneeId: string | null; isDone: boolean },
  version?: number,
) => put<CaseRecord>(`/cases/${id}/tasks/${tid}`, body, version ?? null);
export const decideDuplicate = (id: string, other: string, body: { decision: string; reason: string }) =>
  put<void>(`/cases/${id}/duplicates/${other}`, body);

/** What a consulate sees: the status of its nationals' cases where the family consents, and nothing more. */
export interface ConsulateCase {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly since: string;
  readonly contactPoint: { readonly name: string; readonly country: string; readonly reachedBy: string };
}
export const useConsulateCases = () => usePages<ConsulateCase>('/consulate/cases');
