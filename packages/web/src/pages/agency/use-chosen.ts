/** Choices on the page as its address has them. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { AgencySearch } from './address.ts';

type Change = { readonly [K in keyof AgencySearch]?: AgencySearch[K] | undefined };

export function useChosen(): readonly [AgencySearch, (change: Change) => void] {
  const chosen = useSearch({ strict: false }) as AgencySearch;
  const navigate = useNavigate();
  const choose = useCallback(
    (change: Change) =>
      void navigate({
        to: '.',
        search: ((old: object) => ({ ...old, ...change })) as never,
        replace: true,
        resetScroll: false,
        hashScrollIntoView: false,
      }),
    [navigate],
  );
  return [chosen, choose];
}
