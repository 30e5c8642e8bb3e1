import { useInfiniteQuery } from '@tanstack/react-query';
import { get, type Page } from './request';

type Filter = Readonly<Record<string, string | number | boolean | undefined>>;

/** A list by cursor; `items` grows as pages are asked for, so that nothing jumps under the reader. */
export function usePages<T>(path: string, filter: Filter = {}, enabled = true) {
  const pages = useInfiniteQuery({
    queryKey: [path, filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<T>>(path, { ...filter, limit: 50, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
  return { ...pages, items: pages.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** For a record that a form holds while it is typed: read once when the form opens, and nothing comes between after that. */
export const heldByForm = {
  gcTime: 0,
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
