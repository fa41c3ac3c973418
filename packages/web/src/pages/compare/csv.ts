/** The comparison as CSV that spreadsheets open as UTF-8; amounts in yuan, exact. */
import { BOM, csvLine } from '@mingsuan/core/csv';
import { formatAmount } from '@mingsuan/core/money';
import type { Comparison } from '../../api/types.ts';
import type { Text } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agencies.ts';
import { peersAt, standing } from './judge.ts';

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
      whose?.name ?? agency,
      year,
      t(`stage.${stage}`),
      measureName(measure),
      yuan(fen),
      t(`trend.from.${from}`),
      own?.count,
      own && yuan(own.median),
      apart && t(`compare.${apart}`),
    ];
  });
  return BOM + [head, ...lines].map(csvLine).join('');
}
