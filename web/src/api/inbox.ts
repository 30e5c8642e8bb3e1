import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as Api from './generated';
import { usePages } from './lists';
import { every, post, put } from './request';

/** Never case data: what kind of thing happened, to which record, when. */
export type InboxLine = Api.InboxView['items'][number];
export type ImportResult = Api.ImportView;
export type Reject = ImportResult['rejects'][number];

export const useInbox = () => usePages<Api.InboxControllerListData, Api.InboxView>('/api/inbox', {});
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      put<Api.InboxControllerMarkReadData, InboxLine>('/api/inbox/{id}/read', { path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/inbox'] }),
  });
}

type Query = Api.ExchangeControllerImportData['query'];
export const importKinds = every<Query['kind']>()(
  'family-reports',
  'remains',
  'relatives',
  'dna-profiles',
  'incidents',
);
export const sendFile = (
  file: File,
  how: {
    kind: Query['kind'];
    contactPointId?: string;
    dryRun: boolean;
    allOrNothing: boolean;
    ignoreUnknownColumns: boolean;
  },
) =>
  post<Api.ExchangeControllerImportData, ImportResult>('/api/imports', {
    query: {
      kind: how.kind,
      contactPointId: how.contactPointId,
      dryRun: String(how.dryRun),
      allOrNothing: String(how.allOrNothing),
      ignoreUnknownColumns: String(how.ignoreUnknownColumns),
    },
    body: file.slice(0, file.size, typeOf(file.name)),
  });
/** All that was refused, as the API keeps it. */
export const rejectsAddress = (id: string): Api.ExchangeControllerRejectsData['url'] =>
  `/api/imports/${id}/rejects.csv` as Api.ExchangeControllerRejectsData['url'];

const typeOf = (name: string): string =>
  name.toLowerCase().endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : /\.(xml|fam)$/i.test(name)
      ? 'application/octet-stream'
      : 'text/csv';
