import type { Stage } from '../api/types.ts';
import type { Text } from '../i18n/index.tsx';

/** `2021 年预算`. */
export const whenOf = (t: Text, year: number | null, stage: Stage): string =>
  year === null ? `${t('year.unknown')} ${t(`stage.${stage}`)}` : t('year.stage', { year, stage: t(`stage.${stage}`) });
