import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePages } from './lists';
import { put, request } from './request';

/** Never case data: what kind of thing happened, to which record, when. */
export interface InboxLine {
  readonly id: string;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly reference?: string } | null;
  readonly at: string;
  readonly readAt: string | null;
}
export const useInbox = () => usePages<InboxLine>('/inbox');
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => put<void>(`/inbox/${id}/read`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/inbox'] }),
  });
}

export interface Reject {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly reason: string;
}
export interface ImportResult {
  readonly id: string;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rejects: readonly Reject[];
}
export const importKinds = ['family-reports', 'remains', 'relatives', 'dna-profiles', 'incidents'] as const;
export const sendFile = (
  file: File,
  query: {
    kind: string;
    contactPointId?: string;
    dryRun: boolean;
    allOrNothing: boolean;
    ignoreUnknownColumns: boolean;
  },
) => request<ImportResult>('POST', '/imports', { query, body: file.slice(0, file.size, typeOf(file.name)) });

const typeOf = (name: string): string =>
  name.toLowerCase().endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'text/csv';
