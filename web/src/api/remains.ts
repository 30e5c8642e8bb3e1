import { useQuery } from '@tanstack/react-query';
import type * as Api from './generated';
import { heldByForm, usePages } from './lists';
import { every, get, put, type Kept } from './request';

export type RemainsRecord = Kept<Api.RemainsView>;
export type RemainsItem = Api.RemainsListView['items'][number];
export type RemainsStatus = RemainsItem['status'];
export type PostMortem = Api.RemainsDto['postMortem'];
export type Grave = NonNullable<Kept<Api.RemainsDto>['grave']>;
export type Examination = RemainsRecord['examinations'][number];
export type Whereabouts = RemainsRecord['whereabouts'];
export type RemainsFilter = NonNullable<Api.ForensicRemainsControllerListData['query']>;

export const remainsStatuses = every<RemainsStatus>()(
  'reported',
  'recorded',
  'examined',
  'presumptive',
  'identified',
  'released',
  'repatriated',
  'buried',
);
export const examinationKinds = every<Examination['kind']>()(
  ...(['external', 'internal', 'dental', 'fingerprints', 'dna'] as const),
  ...(['radiology', 'anthropology', 'effects', 'other'] as const),
);
export const examinationStates = every<Examination['state']>()(
  'not_started',
  'assigned',
  'in_progress',
  'done',
  'not_possible',
);

export const useRemainsList = (filter: RemainsFilter) =>
  usePages<Api.ForensicRemainsControllerListData, Api.RemainsListView>('/api/remains', filter);
export const useRemains = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['/remains', id],
    queryFn: () => get<Api.ForensicRemainsControllerGetData, RemainsRecord>('/api/remains/{id}', { path: { id } }),
    enabled,
    ...heldByForm,
  });
export const useRemainsTimeline = (id: string) =>
  useQuery({
    queryKey: ['/remains', id, 'timeline'],
    queryFn: () =>
      get<Api.ForensicRemainsControllerTimelineData, Api.TimelineView>('/api/remains/{id}/timeline', { path: { id } }),
  });
export const saveRemains = (id: string, ifMatch: number | null, body: Kept<Api.RemainsDto>) =>
  put<Api.ForensicRemainsControllerPutData, RemainsRecord>('/api/remains/{id}', { path: { id }, body, ifMatch });
export const changeRemainsStatus = (id: string, changeId: string, ifMatch: number, body: Api.StatusChangeDto) =>
  put<Api.ForensicRemainsControllerChangeStatusData, RemainsRecord>('/api/remains/{id}/status-changes/{changeId}', {
    path: { id, changeId },
    body,
    ifMatch,
  });
export const recordExamination = (id: string, examinationId: string, body: Api.ExaminationDto) =>
  put<Api.ForensicRemainsControllerPutExaminationData, RemainsRecord>(
    '/api/remains/{id}/examinations/{examinationId}',
    {
      path: { id, examinationId },
      body,
    },
  );
export const recordSample = (id: string, sampleId: string, body: Api.SampleDto) =>
  put<Api.ForensicRemainsControllerTakeSampleData, RemainsRecord>('/api/remains/{id}/samples/{sampleId}', {
    path: { id, sampleId },
    body,
  });
export const recordCustody = (id: string, handoverId: string, body: Api.CustodyDto) =>
  put<Api.ForensicRemainsControllerHandOverData, RemainsRecord>('/api/remains/{id}/custody/{handoverId}', {
    path: { id, handoverId },
    body,
  });
/** What was entered wrongly is struck, with the reason; the replacement stands in its place. */
export const correctEntry = (
  id: string,
  correctionId: string,
  body: Api.ForensicRemainsControllerCorrectData['body'],
) =>
  put<Api.ForensicRemainsControllerCorrectData, RemainsRecord>('/api/remains/{id}/corrections/{correctionId}', {
    path: { id, correctionId },
    body,
  });
