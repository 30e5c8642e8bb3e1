import { useQuery } from '@tanstack/react-query';
import type * as Api from './generated';
import { usePages } from './lists';
import { every, get, put } from './request';

/** Fields beyond the first ones are left out where this reader may not see them. */
export type Identification = Api.IdentificationView;
export type IdentificationItem = Api.IdentificationsView['items'][number];
export type Line = NonNullable<Identification['lines']>[number];
export type Signature = NonNullable<Identification['signatures']>[number];
export type Outcome = NonNullable<Identification['outcomes']>[number]['outcome'];
export type IdentificationAct = Identification['next'][number];
export type Certificate = Api.CertificateView;

export const lineKinds = every<Line['kind']>()(
  ...(['dna', 'dental', 'fingerprint', 'pathology', 'anthropology', 'marks'] as const),
  ...(['visual', 'documents', 'effects', 'circumstances'] as const),
);
export const findings = every<Line['finding']>()('agrees', 'discrepancy', 'no_information');
export const conclusions = every<Signature['conclusion']>()('same_person', 'not_same_person', 'inconclusive');
export const outcomes = every<Outcome>()('presumptive', 'excluded', 'inconclusive');
export const waysOfTelling = every<Api.TellingDto['how']>()('in_person', 'by_trusted_person', 'phone');
export const authorityDecisions = every<Api.AuthorityDecisionDto['decision']>()('confirmed', 'refused');

export const useIdentifications = (
  filter: NonNullable<Api.IdentificationControllerListData['query']> = {},
  enabled = true,
) => usePages<Api.IdentificationControllerListData, Api.IdentificationsView>('/api/identifications', filter, enabled);
export const useIdentification = (id: string) =>
  useQuery({
    queryKey: ['/identifications', id],
    queryFn: () =>
      get<Api.IdentificationControllerGetData, Identification>('/api/identifications/{id}', { path: { id } }),
  });
export const useCertificate = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['/identifications', id, 'certificate'],
    queryFn: () =>
      get<Api.IdentificationControllerCertificateData, Certificate>('/api/identifications/{id}/certificate', {
        path: { id },
      }),
    enabled,
  });

export const openIdentification = (id: string, proposalId: string) =>
  put<Api.IdentificationControllerOpenData, Identification>('/api/identifications/{id}', {
    path: { id },
    body: { proposalId },
  });
export const recordLine = (id: string, lineId: string, ifMatch: number, body: Api.LineDto) =>
  put<Api.IdentificationControllerPutLineData, Identification>('/api/identifications/{id}/lines/{lineId}', {
    path: { id, lineId },
    body,
    ifMatch,
  });
export const attest = (id: string, attestationId: string, body: Api.AttestationDto) =>
  put<Api.IdentificationControllerAttestData, Identification>(
    '/api/identifications/{id}/attestations/{attestationId}',
    {
      path: { id, attestationId },
      body,
    },
  );
export const nameThird = (id: string, userId: string) =>
  put<Api.IdentificationControllerNameThirdData, Identification>('/api/identifications/{id}/third-specialist', {
    path: { id },
    body: { userId },
  });
export const releaseToThird = (id: string, releaseId: string, body: Api.ThirdReleaseDto) =>
  put<Api.IdentificationControllerReleaseToThirdData, Identification>(
    '/api/identifications/{id}/third-specialist/release/{releaseId}',
    { path: { id, releaseId }, body },
  );
export const sign = (id: string, signatureId: string, ifMatch: number, body: Api.SignatureDto) =>
  put<Api.IdentificationControllerSignData, Identification>('/api/identifications/{id}/signatures/{signatureId}', {
    path: { id, signatureId },
    body,
    ifMatch,
  });
export const conclude = (id: string, outcomeId: string, ifMatch: number, body: Api.OutcomeDto) =>
  put<Api.IdentificationControllerConcludeData, Identification>('/api/identifications/{id}/outcomes/{outcomeId}', {
    path: { id, outcomeId },
    body,
    ifMatch,
  });
export const recordAuthorityDecision = (id: string, ifMatch: number, body: Api.AuthorityDecisionDto) =>
  put<Api.IdentificationControllerDecideData, Identification>('/api/identifications/{id}/authority-decision', {
    path: { id },
    body,
    ifMatch,
  });
export const recordTelling = (id: string, body: Api.TellingDto) =>
  put<Api.IdentificationControllerTellData, Identification>('/api/identifications/{id}/telling', {
    path: { id },
    body,
  });
export const recordTellingOf = (id: string, caseId: string, body: Api.TellingDto) =>
  put<Api.IdentificationControllerTellOfLinkedData, Identification>(
    '/api/identifications/{id}/linked-cases/{caseId}/telling',
    { path: { id, caseId }, body },
  );
export const reverseIdentification = (id: string, reversalId: string, reason: string) =>
  put<Api.IdentificationControllerReverseData, Identification>('/api/identifications/{id}/reversal/{reversalId}', {
    path: { id, reversalId },
    body: { reason },
  });
export const setTaskDone = (id: string, taskId: string, isDone: boolean) =>
  put<Api.IdentificationControllerSetTaskDoneData, Identification>('/api/identifications/{id}/tasks/{taskId}', {
    path: { id, taskId },
    body: { isDone },
  });
