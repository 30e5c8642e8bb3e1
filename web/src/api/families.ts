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
  readonly by: string;
  readonly on: string;
  readonly how: 'in_person' | 'phone' | 'writing';
  readonly textVersion: string;
  readonly withdrawnAt?: string | null;
}
export interface FamilyReport {
  readonly id: string;
  readonly reference: string;
  readonly registeredOn: string | null;
  readonly draft: boolean;
  readonly anteMortem: AnteMortem;
  readonly enquirer: Enquirer | null;
  readonly doNotShareWith: readonly string[];
  readonly consents?: readonly Consent[];
  readonly caseId?: string | null;
  readonly version: number;
}
export type FamilyReportBody = Pick<FamilyReport, 'reference' | 'registeredOn' | 'draft' | 'anteMortem'> & {
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

export const giveConsent = (reportId: string, id: string, body: Omit<Consent, 'id' | 'withdrawnAt'>) =>
  put<void>(`/family-reports/${reportId}/consents/${id}`, body);
export const withdrawConsent = (reportId: string, id: string, reason?: string) =>
  put<void>(`/family-reports/${reportId}/consents/${id}/withdrawal`, reason ? { reason } : {});
