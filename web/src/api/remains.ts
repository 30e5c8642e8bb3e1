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
  readonly cemetery?: string | null;
  readonly plot?: string | null;
  readonly row?: string | null;
  readonly number?: string | null;
  readonly from?: string | null;
}
export interface RemainsItem {
  readonly id: string;
  readonly reference: string;
  readonly status: RemainsStatus;
  readonly draft: boolean;
  readonly recoveredYear: number | null;
  readonly recoveredMonth: number | null;
  readonly sex: string | null;
  readonly country: string;
  readonly contactPointCode: string;
  readonly reviewOn: string | null;
  readonly version: number;
}
export interface Examination {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly on: string | null;
  readonly by: string | null;
  readonly findings: string | null;
  readonly why: string | null;
  readonly version: number;
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
  readonly from: string | null;
  readonly to: string;
  readonly on: string;
  readonly place: string | null;
  readonly reason: string | null;
  readonly seal: string | null;
  readonly enteredLater: boolean;
}
export interface Whereabouts {
  readonly kind: string;
  readonly place: string | null;
  readonly holder: string | null;
  readonly since: string | null;
}
export interface RemainsRecord extends RemainsItem {
  readonly postMortem: PostMortem;
  /** Fields that the remains cannot show in their condition. */
  readonly notExaminable: readonly string[];
  readonly location: string | null;
  readonly source: string | null;
  readonly grave: Grave | null;
  readonly examinations: readonly Examination[];
  readonly samples: readonly Sample[];
  readonly custody: readonly CustodyEvent[];
  readonly custodyGaps: readonly {
    readonly lastHolder: string | null;
    readonly since: string | null;
    readonly until: string;
  }[];
  readonly whereabouts: Whereabouts;
  readonly nextStatuses: readonly RemainsStatus[];
  /** What of the minimum set of evidence is neither taken nor recorded as impossible. */
  readonly missingEvidence: readonly string[];
}
export interface RemainsBody {
  readonly reference: string;
  readonly draft: boolean;
  readonly postMortem: PostMortem;
  readonly location?: string | null;
  readonly grave?: Grave | null;
  readonly sighting?: { readonly source: string; readonly reviewOn: string };
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
  body: {
    to: RemainsStatus;
    reason: string;
    on: string;
    authorityReference: string | null;
    disposal: 'burial' | 'cremation' | null;
  },
) => put<RemainsRecord>(`/remains/${id}/status-changes/${sid}`, body, version);
export const recordExamination = (id: string, eid: string, body: Omit<Examination, 'id' | 'version'>) =>
  put<void>(`/remains/${id}/examinations/${eid}`, body);
export const recordSample = (id: string, sid: string, body: Omit<Sample, 'id'>) =>
  put<void>(`/remains/${id}/samples/${sid}`, body);
export const recordCustody = (id: string, cid: string, body: Omit<CustodyEvent, 'id'>) =>
  put<void>(`/remains/${id}/custody/${cid}`, body);
