import { useQuery } from '@tanstack/react-query';
import type * as Api from './generated';
import { usePages } from './lists';
import { every, get, put } from './request';

export type CaseRecord = Api.CaseView;
export type CaseItem = Api.CasesView['items'][number];
export type CaseStatus = CaseItem['status'];
export type SearchLogEntry = CaseRecord['searchLog'][number];
export type Task = CaseRecord['tasks'][number];
export type Duplicate = Api.DuplicatesView['items'][number];
export type CaseFilter = NonNullable<Api.CasesControllerListData['query']>;
export type ConsulateCase = Api.ConsulateCasesView['items'][number];

export const caseStatuses = every<CaseStatus>()(
  'open',
  'tracing',
  'suspended',
  'located_alive',
  'identified',
  'fate_clarified',
  'closed',
);
export const dueWithin = every<NonNullable<CaseFilter['due']>>()('overdue', 'today', 'week');

export const useCases = (filter: CaseFilter = {}, enabled = true) =>
  usePages<Api.CasesControllerListData, Api.CasesView>('/api/cases', filter, enabled);
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['/cases', id],
    queryFn: () => get<Api.CasesControllerGetData, CaseRecord>('/api/cases/{id}', { path: { id } }),
  });
export const useCaseTimeline = (id: string) =>
  useQuery({
    queryKey: ['/cases', id, 'timeline'],
    queryFn: () =>
      get<Api.CasesControllerTimelineData, Api.CaseTimelineView>('/api/cases/{id}/timeline', { path: { id } }),
  });
export const useDuplicates = (id: string) =>
  useQuery({
    queryKey: ['/cases', id, 'duplicates'],
    queryFn: () =>
      get<Api.CasesControllerListDuplicatesData, Api.DuplicatesView>('/api/cases/{id}/duplicates', { path: { id } }),
  });

export const changeCaseStatus = (id: string, actId: string, ifMatch: number, body: Api.CaseStatusChangeDto) =>
  put<Api.CasesControllerChangeStatusData, CaseRecord>('/api/cases/{id}/status-changes/{actId}', {
    path: { id, actId },
    body,
    ifMatch,
  });
export const setReviewDate = (id: string, ifMatch: number, body: Api.ReviewDateDto) =>
  put<Api.CasesControllerSetReviewDateData, CaseRecord>('/api/cases/{id}/review-date', { path: { id }, body, ifMatch });
export const setCaseOwner = (id: string, ifMatch: number, body: Api.OwnerDto) =>
  put<Api.CasesControllerGiveToData, CaseRecord>('/api/cases/{id}/owner', { path: { id }, body, ifMatch });
export const logSearch = (id: string, entryId: string, body: Api.SearchEntryDto) =>
  put<Api.CasesControllerLogSearchData, CaseRecord>('/api/cases/{id}/search-log/{entryId}', {
    path: { id, entryId },
    body,
  });
export const saveTask = (id: string, taskId: string, body: Api.TaskDto, version?: number) =>
  put<Api.CasesControllerPutTaskData, CaseRecord>('/api/cases/{id}/tasks/{taskId}', {
    path: { id, taskId },
    body,
    ifMatch: version,
  });
export const decideDuplicate = (id: string, otherId: string, body: Api.DuplicateDecisionDto) =>
  put<Api.CasesControllerDecideDuplicateData, Api.DuplicatesView>('/api/cases/{id}/duplicates/{otherId}', {
    path: { id, otherId },
    body,
  });

/** What a consulate sees: the status of its nationals' cases where the family consents, and nothing more. */
export const useConsulateCases = () =>
  usePages<Api.CasesControllerListForConsulateData, Api.ConsulateCasesView>('/api/consulate/cases', {});
