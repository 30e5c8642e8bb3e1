import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Page } from '../shell/Page';

interface Props<Kept> {
  readonly id: string;
  /** Asked for as new: its id was made on this device, and nothing is read. */
  readonly asNew: boolean;
  readonly read: (id: string, enabled: boolean) => UseQueryResult<Kept>;
  readonly collection: '/family-reports' | '/remains';
  readonly words: { readonly title: string; readonly windowTitle: string; readonly fetching: string };
  readonly children: (start: Kept | null, onReload: (() => void) | undefined) => ReactNode;
}

/** Opens a record for its interview, or begins a new one; the interview then holds it. */
export function Opened<Kept>({ id, asNew, read, collection, words, children }: Props<Kept>) {
  // Decided when the page is entered: the address forgets `new` once the first entry is saved, and the form stays.
  const [isNew] = useState(asNew);
  const queries = useQueryClient();
  const kept = read(id, !isNew);
  if (isNew) return children(null, undefined);
  if (kept.data) return children(kept.data, () => void queries.resetQueries({ queryKey: [collection, id] }));
  return (
    <Page title={words.title} windowTitle={words.windowTitle}>
      {kept.isError ? (
        <Failure fault={kept.error} act={() => void kept.refetch()} />
      ) : (
        <Fetching what={words.fetching} />
      )}
    </Page>
  );
}
