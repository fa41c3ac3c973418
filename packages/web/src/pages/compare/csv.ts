/** The comparison as CSV that spreadsheets open as UTF-8; amounts in yuan, exact, each with where it is printed. */
import { BOM, csvLine } from '@mingsuan/core/csv';
import { formatAmount } from '@mingsuan/core/money';
import type { ComparedBy, Comparison } from '../../api/types.ts';
import type { Names } from '../../components/names.ts';
import type { Text } from '../../i18n/index.tsx';
import type { ChosenAgency } from './chosen-agency.ts';
import { sourceOf } from './figure.tsx';
import { enough, peersAt, standing } from './judge.ts';

const yuan = (fen: number): string => formatAmount(fen, '元');

/** Exact, in 元; shares in per cent to the last digit. */
const writtenBy = (by: ComparedBy, value: number): string =>
  by === 'share' ? (value / 10_000).toFixed(4) : yuan(value);

export function csvOf(
  t: Text,
  names: Names,
  { by, rows, peers }: Pick<Comparison, 'by' | 'rows' | 'peers'>,
  agencies: readonly ChosenAgency[],
  measureName: (measure: string) => string,
): string {
  const measured = by === 'amount' ? [] : [t(`compare.by.${by}`)];
  const head = [
    t('compare.agencies'),
    t('column.year'),
    t('compare.stage'),
    t('compare.measures'),
    `${t('column.amount')} (元)`,
    ...measured,
    t('trend.from'),
    t('compare.peers'),
    t('compare.median'),
    t('compare.outliers'),
    t('compare.source'),
    t('compare.address'),
  ];
  const lines = rows.map((row) => {
    const { agency, year, stage, measure, fen, value, from, disclosureId, isPartial } = row;
    const whose = agencies.find(({ id }) => id === agency);
    const own = peersAt(peers, whose, row);
    const apart = standing(value, own);
    return [
      whose?.name ?? agency,
      year,
      t(`stage.${stage}`),
      measureName(measure),
      yuan(fen),
      ...(by === 'amount' ? [] : [value === null ? undefined : writtenBy(by, value)]),
      t(`trend.from.${from}`),
      own?.count,
      enough(own) ? writtenBy(by, own.median) : undefined,
      apart && t(`compare.${apart}`),
      [sourceOf(t, names, row), isPartial ? t('figure.partial') : ''].filter(Boolean).join(' · '),
      `/disclosure/${disclosureId}`,
    ];
  });
  return BOM + [head, ...lines].map(csvLine).join('');
}
