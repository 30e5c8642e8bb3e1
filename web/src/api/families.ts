import { useQuery } from '@tanstack/react-query';
import type * as Api from './generated';
import { heldByForm } from './lists';
import { get, put, type Kept } from './request';

export type FamilyReport = Kept<Api.FamilyReportView>;
export type AnteMortem = NonNullable<Api.FamilyReportDto['anteMortem']>;
export type Enquirer = Kept<NonNullable<Api.FamilyReportDto['enquirer']>>;
export type Consent = FamilyReport['consents'][number];
export type ConsentBody = Kept<Api.ConsentDto>;
export type Relative = Api.RelativesDto['persons'][number];

/** `as` tells apart what is read anew while a form already holds the report. */
export const useFamilyReport = (id: string, enabled = true, as: 'held' | 'present' = 'held') =>
  useQuery({
    queryKey: as === 'held' ? ['/family-reports', id] : ['/family-reports', id, as],
    queryFn: () => get<Api.FamiliesControllerGetData, FamilyReport>('/api/family-reports/{id}', { path: { id } }),
    enabled,
    ...heldByForm,
  });
export const saveFamilyReport = (id: string, ifMatch: number | null, body: Kept<Api.FamilyReportDto>) =>
  put<Api.FamiliesControllerPutData, FamilyReport>('/api/family-reports/{id}', { path: { id }, body, ifMatch });
export const setRelatives = (id: string, ifMatch: number | null, persons: Api.RelativesDto['persons']) =>
  put<Api.FamiliesControllerSetRelativesData, Api.RelativesView>('/api/family-reports/{id}/relatives', {
    path: { id },
    body: { persons },
    ifMatch,
  });
export const giveConsent = (id: string, consentId: string, body: ConsentBody) =>
  put<Api.FamiliesControllerGiveConsentData, Api.ConsentView>('/api/family-reports/{id}/consents/{consentId}', {
    path: { id, consentId },
    body,
  });
export const withdrawConsent = (id: string, consentId: string, reason?: string) =>
  put<Api.FamiliesControllerWithdrawConsentData, Api.ConsentView>(
    '/api/family-reports/{id}/consents/{consentId}/withdrawal',
    { path: { id, consentId }, body: reason ? { reason } : {} },
  );
/** The family takes the whole report back: it is no longer compared with anything. */
export const withdrawReport = (id: string, reason?: string) =>
  put<Api.FamiliesControllerWithdrawData, FamilyReport>('/api/family-reports/{id}/withdrawal', {
    path: { id },
    body: reason ? { reason } : {},
  });
