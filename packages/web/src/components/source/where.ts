import type { Origin } from '../../api/types.ts';
import type { Text } from '../../i18n/index.tsx';

/** A place in words: page, sheet and cell, or line. */
export function whereOf(t: Text, { source, ...place }: Origin): string {
  const within = placeOf(t, place);
  return source === undefined ? within : `${source} ${within}`;
}

function placeOf(t: Text, { page, sheet, address, line, picture }: Origin): string {
  if (page !== undefined) return t('source.page', { page });
  if (picture !== undefined) return t('source.picture', { picture });
  if (address !== undefined) return t('source.sheet', { sheet: sheet ?? '', address });
  return line === undefined ? t('source.nowhere') : t('source.line', { line });
}
