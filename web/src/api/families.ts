import { useQuery } from '@tanstack/react-query';
import type { AnteMortem } from '../../../src/families/core/ante-mortem';
import { heldByForm } from './lists';
import { get, put } from './request';

export type { AnteMortem };

export interface Enquirer {
  readonly name?: string;
  readonly relationship?: string;
  readonly phone?: string;
  readonly language?: string;
}
export interface Consent {
  readonly id: string;
  readonly purpose: string;
  readonly state?: string | null;
  readonly institution?: string | null;
  readonly by: string | null;
  readonly on: string | null;
  readonly how: 'in_person' | 'phone' | 'writing' | null;
  readonly textVersion: string | null;
  /** Named in a file without who, when, how and what was shown: takes no effect until the desk confirms it. */
  readonly isClaim: boolean;
  readonly inEffect: boolean;
  readonly withdrawnAt: string | null;
  readonly replacedBy: string | null;
}
export interface FamilyReport {
  readonly id: string;
  readonly reference: string;
  readonly registeredOn: string | null;
  readonly status: 'draft' | 'registered' | 'withdrawn';
  /** Whether it is compared at present: registered, and a consent to search is in effect. */
  readonly isOpen: boolean;
  readonly anteMortem: AnteMortem;
  readonly enquirer: Enquirer;
  readonly doNotShareWith: readonly string[];
  readonly consents: readonly Consent[];
  readonly version: number;
}
export type FamilyReportBody = Pick<FamilyReport, 'reference' | 'anteMortem'> & {
  readonly registeredOn?: string;
  readonly draft: boolean;
  readonly enquirer?: Enquirer;
  readonly doNotShareWith: readonly string[];
};

export const useFamilyReport = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['/family-reports', id],
    queryFn: () => get<FamilyReport>(`/family-reports/${id}`),
    enabled,
    ...heldByForm,
  });
export const saveFamilyReport = (id: string, version: number | null, body: FamilyReportBody) =>
  put<FamilyReport>(`/family-reports/${id}`, body, version);

export type ConsentBody = {
  readonly purpose: string;
  readonly state?: string;
  readonly institution?: string;
  readonly by: string;
  readonly on: string;
  readonly how: 'in_person' | 'phone' | 'writing';
  readonly textVersion: string;
};
export const giveConsent = (reportId: string, id: string, body: ConsentBody) =>
  put<void>(`/family-reports/${reportId}/consents/${id}`, body);
export const withdrawConsent = (reportId: string, id: string, reason?: string) =>
  put<void>(`/family-reports/${reportId}/consents/${id}/withdrawal`, reason ? { reason } : {});
/** The family takes the whole report back: it is no longer compared with anything. */
export const withdrawReport = (reportId: string, reason?: string) =>
  put<FamilyReport>(`/family-reports/${reportId}/withdrawal`, reason ? { reason } : {});
