import { useQuery } from '@tanstack/react-query';
import { rules } from '../../api/queries.ts';

/** What a rule is called; a rule of a user's own has its id only. */
export function useRuleTitle(): (id: string) => string {
  const known = useQuery(rules()).data ?? [];
  return (id) => known.find((rule) => rule.id === id)?.title ?? id;
}
