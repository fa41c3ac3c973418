/** What a visitor set aside in a check, and why: downloads leave it out. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Dismissal, putDismissals } from '../../api/check.ts';
import { check as checkQuery } from '../../api/queries.ts';
import type { CheckAnswer, CheckedFinding } from '../../api/types.ts';

export function useDismissals(check: string) {
  const cache = useQueryClient();
  const { queryKey } = checkQuery(check);
  const write = useMutation({
    mutationFn: (dismissals: readonly Dismissal[]) => putDismissals(check, dismissals),
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  /** Without a reason the findings count again. */
  const change = (findings: readonly CheckedFinding[], reason: string | undefined) => {
    const changed = new Set(findings.flatMap(({ id }) => id ?? []));
    if (changed.size === 0) return;
    const known = cache.getQueryData<CheckAnswer>(queryKey)?.documents.flatMap((document) => document.findings) ?? [];
    const others = known.flatMap((one): Dismissal[] =>
      one.id !== undefined && !changed.has(one.id) && one.dismissed !== undefined
        ? [{ id: one.id, reason: one.dismissed }]
        : [],
    );
    write.mutate(reason === undefined ? others : [...others, ...[...changed].map((id) => ({ id, reason }))]);
  };
  return { change, error: write.error };
}
