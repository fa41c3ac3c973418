import { OWN_RULE } from '@mingsuan/core/review/own-finding';
import { useQuery } from '@tanstack/react-query';
import { rules } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.tsx';

/** What a rule is called in the reader's language; a rule of a user's own has its id only. */
export function useRuleTitle(): (id: string) => string {
  const { language, t } = useLanguage();
  const known = useQuery(rules()).data ?? [];
  return (id) =>
    id === OWN_RULE
      ? t('check.byHand')
      : (known.find((rule) => rule.id === id)?.[language === 'en' ? 'english' : 'title'] ?? id);
}
