/** The comparison as CSV that spreadsheets open as UTF-8; amounts in yuan, exact. */
import { formatAmount } from '@mingsuan/core/money';
import type { Comparison } from '../../api/types.ts';
import type { Text } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';

const BOM = '\uFEFF';

/** A field that a spreadsheet would run as a formula is kept a text. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(
  t: Text,
  { rows }: Comparison,
  agencies: readonly ChosenAgency[],
  measureName: (measure: string) => string,
): string {
  const head = [
    t('compare.agencies'),
    t('column.year'),
    t('compare.stage'),
    t('compare.measures'),
    `${t('column.amount')} (元)`,
  ];
  const lines = rows.map(({ agency, year, stage, measure, fen }) => [
    field(agencies.find(({ id }) => id === agency)?.name ?? agency),
    year,
    t(`stage.${stage}`),
    field(measureName(measure)),
    formatAmount(fen, '元'),
  ]);
  return BOM + [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}
