import { agencyKindById } from '@mingsuan/core/vocabulary/index';
import { useMemo } from 'react';
import type { Peers } from '../../api/types.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';

type Group = Pick<Peers, 'level' | 'kind'>;

/** What a group of peers is called: its kind with its level, or the level alone. */
export function usePeerName(): (group: Group) => string {
  const t = useText();
  const { language } = useLanguage();
  return useMemo(
    () =>
      ({ level, kind }) => {
        const own = agencyKindById(kind);
        const name = own && (language === 'en' ? own.english : own.name);
        return name ? t('compare.group', { kind: name, level: t(`level.${level}`) }) : t(`level.${level}`);
      },
    [t, language],
  );
}

export const groupKey = ({ level, kind }: Group): string => `${level} ${kind ?? ''}`;
