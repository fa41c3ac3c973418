import { useQuery } from '@tanstack/react-query';
import { rules } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.tsx';

/** What a rule is called in the reader's language; a rule of a user's own has its id only. */
export function useRuleTitle(): (id: string) => string {
  const { language } = useLanguage();
  const known = useQuery(rules()).data ?? [];
  return (id) => known.find((rule) => rule.id === id)?.[language === 'en' ? 'english' : 'title'] ?? id;
}
