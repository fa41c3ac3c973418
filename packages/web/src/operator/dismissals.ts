/** Setting aside, for all readers, what checking found in a published document. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../api/client.ts';
import type { FindingItem } from '../api/types.ts';
import { withToken } from './operator.tsx';

interface Change {
  readonly id: number;
  /** Without one the finding counts again. */
  readonly reason: string | undefined;
}

export function useOperatorDismissals(token: string | undefined) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: Change) => {
      const path = `/findings/${id}/dismiss`;
      const headers = withToken(token ?? '');
      return reason === undefined
        ? send<FindingItem>('DELETE', path, undefined, headers)
        : send<FindingItem>('POST', path, { reason }, headers);
    },
    // Counts stand on many pages.
    onSettled: () => cache.invalidateQueries(),
  });
}
