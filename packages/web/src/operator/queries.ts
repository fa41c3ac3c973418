/** What only the operator asks and does: with the token, and never from what an earlier visitor of this browser was told. */
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Query, send } from '../api/client.ts';
import { useOperator, withToken } from './operator.tsx';

const operatorQuery = <T>(token: string | undefined, path: string, query: Query, since: unknown) =>
  queryOptions({
    queryKey: ['operator', token, path, query, since ?? ''],
    queryFn: ({ signal }) => ask<T>(path, query, { signal, headers: withToken(token ?? '') }),
    enabled: token !== undefined,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

interface Options<T> {
  /** Asked again as long as this says so of the answer. */
  readonly whilst?: (answer: T) => boolean;
  /** Asked again when this is another. */
  readonly since?: unknown;
}

const EVERY_MS = 1500;

/** Nothing is asked before somebody signed in. */
export function useOperatorAnswer<T>(path: string, query: Query = {}, { whilst, since }: Options<T> = {}) {
  const { token } = useOperator();
  return useQuery({
    ...operatorQuery<T>(token, path, query, since),
    refetchInterval: ({ state: { data } }) => (data !== undefined && whilst?.(data as T) ? EVERY_MS : false),
  });
}

interface Write {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Sent as a form instead, with what `fields` says of them. */
  readonly files?: readonly File[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** What the operator changes shows on many pages. */
export function useOperatorWrite<T = unknown>() {
  const { token } = useOperator();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body, files, fields = {} }: Write) => {
      const headers = withToken(token ?? '');
      if (!files) return send<T>(method, path, body, headers);
      const form = new FormData();
      for (const file of files) form.append('files', file);
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return ask<T>(path, undefined, { method, headers, body: form });
    },
    onSettled: () => cache.invalidateQueries(),
  });
}
