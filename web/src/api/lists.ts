import { useInfiniteQuery } from '@tanstack/react-query';
import { get, type Asked, type Kept, type Page, type Route } from './request';

/** A list by cursor; `items` grows as pages are asked for, so that nothing jumps under the reader. */
export function usePages<Of extends Route, Reply extends Page<unknown>>(
  url: Of['url'],
  filter: Kept<Of['query']>,
  enabled = true,
) {
  const pages = useInfiniteQuery({
    queryKey: [url.slice('/api'.length), filter],
    queryFn: ({ pageParam, signal }) =>
      get<Of, Reply>(url, {
        query: { ...(filter as object), limit: 50, cursor: pageParam ?? undefined },
        signal,
      } as unknown as Asked<Of>),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
  return { ...pages, items: (pages.data?.pages ?? []).flatMap((page) => page.items as Reply['items'][number][]) };
}

/** For a record that a form holds while it is typed: read once when the form opens, and nothing comes between after that. */
export const heldByForm = {
  gcTime: 0,
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
