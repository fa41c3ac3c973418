/** The comparison as CSV that spreadsheets open as UTF-8; amounts in yuan, exact. */
import { formatAmount } from '@mingsuan/core/money';
import type { Comparison } from '../../api/types.ts';
import type { Text } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';
import { peersAt, standing } from './judge.ts';

const BOM = '\uFEFF';

/** A field that a spreadsheet would run as a formula is kept a text. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const yuan = (fen: number): string => formatAmount(fen, '元');

export function csvOf(
  t: Text,
  { rows, peers }: Comparison,
  agencies: readonly ChosenAgency[],
  measureName: (measure: string) => string,
): string {
  const head = [
    t('compare.agencies'),
    t('column.year'),
    t('compare.stage'),
    t('compare.measures'),
    `${t('column.amount')} (元)`,
    t('trend.from'),
    t('compare.peers'),
    `${t('compare.median')} (元)`,
    t('compare.outliers'),
  ];
  const lines = rows.map(({ agency, year, stage, measure, fen, from }) => {
    const whose = agencies.find(({ id }) => id === agency);
    const own = peersAt(peers, whose?.level, measure, year);
    const apart = standing(fen, own);
    return [
      field(whose?.name ?? agency),
      year,
      t(`stage.${stage}`),
      field(measureName(measure)),
      yuan(fen),
      t(`trend.from.${from}`),
      own?.count ?? '',
      own ? yuan(own.median) : '',
      apart ? t(`compare.${apart}`) : '',
    ];
  });
  return BOM + [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}
