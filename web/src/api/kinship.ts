import { useQuery } from '@tanstack/react-query';
import type * as Api from './generated';
import { usePages } from './lists';
import { every, get, post, put } from './request';

export type FamilyDna = Api.FamilyDnaView;
export type KinshipResult = Api.ResultView;
export type Band = KinshipResult['band'];
export type ResultItem = Api.ResultsView['items'][number];

export const bands = every<Band>()('supports_strongly', 'supports', 'inconclusive', 'excludes');

export const useDnaFamilies = () =>
  usePages<Api.KinshipControllerListFamiliesData, Api.FamiliesDnaView>('/api/kinship/families', {});
export const useFamilyDna = (id: string) =>
  useQuery({
    queryKey: ['/kinship/families', id],
    queryFn: () => get<Api.KinshipControllerGetFamilyData, FamilyDna>('/api/kinship/families/{id}', { path: { id } }),
    // A computation under way is looked at again until it ends.
    refetchInterval: (query) => (query.state.data?.runs[0]?.state === 'running' ? 2000 : false),
  });
export const useResults = (reportId: string) =>
  usePages<Api.KinshipControllerListResultsData, Api.ResultsView>('/api/kinship/results', { reportId });
export const useKinshipResult = (id: string) =>
  useQuery({
    queryKey: ['/kinship/results', id],
    queryFn: () =>
      get<Api.KinshipControllerGetResultData, KinshipResult>('/api/kinship/results/{id}', { path: { id } }),
  });
export const recompute = (id: string) =>
  get<Api.KinshipControllerRecomputeData, Api.RecomputationView>('/api/kinship/results/{id}/recomputation', {
    path: { id },
  });
export const cancelRun = (id: string) =>
  put<Api.KinshipControllerCancelRunData, Api.RunView>('/api/kinship/runs/{id}/cancellation', { path: { id } });
export const signResult = (id: string, signatureId: string, ifMatch: number, body: Api.ResultSignatureDto) =>
  put<Api.KinshipControllerSignData, KinshipResult>('/api/kinship/results/{id}/signatures/{signatureId}', {
    path: { id, signatureId },
    body,
    ifMatch,
  });
export const useBands = (remainsId: string) =>
  useQuery({
    queryKey: ['/kinship/remains', remainsId],
    queryFn: () =>
      get<Api.KinshipControllerBandsData, Api.BandsView>('/api/kinship/remains/{id}/bands', {
        path: { id: remainsId },
      }),
  });
export const useFrequencies = () =>
  useQuery({
    queryKey: ['/kinship/frequencies'],
    queryFn: () => get<Api.FrequenciesControllerListData, Api.FrequenciesView>('/api/kinship/frequencies', {}),
  });
export const uploadFrequencies = (body: Api.FrequencyUploadDto) =>
  post<Api.FrequenciesControllerUploadData, Api.FrequencyUploaded>('/api/kinship/frequencies', { body });
export const setFrequencyUse = (checksum: string, ifMatch: number, body: Api.FrequencyUseDto) =>
  put<Api.FrequenciesControllerUseData, Api.FrequenciesView>('/api/kinship/frequencies/{checksum}/use', {
    path: { checksum },
    body,
    ifMatch,
  });
