import { useQuery } from '@tanstack/react-query';
import type { PostMortem } from '../../../src/forensic-remains/core/post-mortem';
import type { TimelineEntry } from './cases';
import { heldByForm, usePages } from './lists';
import { get, put } from './request';

export type { PostMortem };

export const remainsStatuses = [
  'reported',
  'recorded',
  'examined',
  'presumptive',
  'identified',
  'released',
  'repatriated',
  'buried',
] as const;
export type RemainsStatus = (typeof remainsStatuses)[number];

export interface Grave {
  readonly cemetery?: string;
  readonly plot?: string;
  readonly row?: string;
  readonly number?: string;
}
export interface RemainsItem {
  readonly id: string;
  readonly reference: string;
  readonly status: RemainsStatus;
  readonly recoveredOn?: string | null;
  readonly recoveryPlace?: string | null;
  readonly country?: string;
  readonly ageDays?: number;
  readonly version: number;
}
export interface Examination {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly by: string;
  readonly state: string;
  readonly findings?: string | null;
}
export interface Sample {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly takenOn?: string | null;
  readonly site?: string | null;
}
export interface CustodyEvent {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly place: string;
  readonly reason: string;
  readonly seal?: string | null;
}
export interface RemainsRecord extends RemainsItem {
  readonly draft: boolean;
  readonly postMortem: PostMortem;
  readonly location?: string | null;
  readonly grave?: Grave | null;
  readonly examinations?: readonly Examination[];
  readonly samples?: readonly Sample[];
  readonly custody?: readonly CustodyEvent[];
  readonly nextStatuses?: readonly RemainsStatus[];
}
export interface RemainsBody {
  readonly reference: string;
  readonly draft: boolean;
  readonly postMortem: PostMortem;
  readonly location?: string;
  readonly grave?: Grave;
}

export type RemainsFilter = { readonly mine?: boolean; readonly status?: string; readonly q?: string };
export const useRemainsList = (filter: RemainsFilter) => usePages<RemainsItem>('/remains', filter);
export const useRemains = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['/remains', id],
    queryFn: () => get<RemainsRecord>(`/remains/${id}`),
    enabled,
    ...heldByForm,
  });
export const useRemainsTimeline = (id: string) =>
  useQuery({
    queryKey: ['/remains', id, 'timeline'],
    queryFn: () => get<{ items: TimelineEntry[] }>(`/remains/${id}/timeline`),
  });
export const saveRemains = (id: string, version: number | null, body: RemainsBody) =>
  put<RemainsRecord>(`/remains/${id}`, body, version);
export const changeRemainsStatus = (
  id: string,
  sid: string,
  version: number,
  body: { to: RemainsStatus; reason: string; on: string; authorityReference?: string },
) => put<RemainsRecord>(`/remains/${id}/status-changes/${sid}`, body, version);
export const recordExamination = (id: string, eid: string, body: Omit<Examination, 'id'>) =>
  put<void>(`/remains/${id}/examinations/${eid}`, body);
export const recordSample = (id: string, sid: string, body: Omit<Sample, 'id'>) =>
  put<void>(`/remains/${id}/samples/${sid}`, body);
export const recordCustody = (id: string, cid: string, body: Omit<CustodyEvent, 'id'>) =>
  put<void>(`/remains/${id}/custody/${cid}`, body);
