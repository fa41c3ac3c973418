/** What the office asks and does: by the session's cookie, and kept no longer than the page. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Query, send } from '../api/client.ts';
import type { Account } from '../api/types.ts';

/**
 * An answer of the office; `enabled` false: not asked yet; asked again every so many milliseconds; `keeps`: what was answered
 * before stays until the next answer, so that what is being written beside it is not lost.
 */
export const useOfficeAnswer = <T>(path: string, query: Query = {}, enabled = true, every?: number, keeps = false) =>
  useQuery({
    queryKey: ['office', path, query],
    queryFn: ({ signal }) => ask<T>(path, query, { signal }),
    staleTime: 0,
    gcTime: 0,
    enabled,
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
  });

/** Who is signed in. */
export const useAccount = () => useOfficeAnswer<Account>('/account');

interface Write {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** What is done shows on every page of the office, also where it was refused: somebody else was quicker. */
export function useOfficeWrite<T = unknown>() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Write) => send<T>(method, path, body),
    onSettled: () => cache.invalidateQueries({ queryKey: ['office'] }),
  });
}
