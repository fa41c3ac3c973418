/** Overseas travel, vehicles and hospitality: as printed, beside the budget where final accounts print it too. */

import { partsOf, THREE_PUBLICS_ITEMS } from '@mingsuan/core/vocabulary/index';
import { useMemo } from 'react';
import type { DisclosureAnswer, TrendPoint } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Explained } from '../../components/explained.tsx';
import { useNames } from '../../components/names.ts';
import { ScaledBy, UnitNote } from '../../components/scale.tsx';
import { PlacedMoney } from '../../components/source/placed-money.tsx';
import { Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { FormFindings } from './form-findings.tsx';
import { figureOf, type Printed } from './places.ts';

const ITEMS = [...THREE_PUBLICS_ITEMS, 'total'] as const;
const PARTS = partsOf('vehicles');

interface Item {
  readonly id: (typeof ITEMS)[number];
  readonly printed: Printed | undefined;
  /** What the words say where no table prints it. */
  readonly said: Printed | undefined;
  readonly budget: Printed | undefined;
}

interface Props {
  readonly content: DisclosureAnswer;
  readonly points: readonly TrendPoint[];
}

/** What the words of this disclosure say of an item; the whole is the measure, the others are called as in the table. */
function saidOf({ id: disclosure, year, stage }: DisclosureAnswer, points: readonly TrendPoint[], id: string) {
  const measure = id === 'total' ? 'three-publics' : id;
  const point = points.find(
    (one) =>
      one.measure === measure &&
      one.year === year &&
      one.stage === stage &&
      one.disclosureId === disclosure &&
      one.from === 'words',
  );
  const { text = '', origin } = point?.place ?? {};
  return point && origin ? { fen: point.fen, text, origin } : undefined;
}

/** Small beside all else that is spent: told in a unit of its own. */
export function ThreePublics({ content, points }: Props) {
  const t = useText();
  const names = useNames();
  const items = useMemo(
    () =>
      ITEMS.map((id): Item => {
        const quantity = `three-publics[${id}]`;
        const printed = figureOf(content, quantity);
        return {
          id,
          printed,
          said: printed ? undefined : saidOf(content, points, id),
          budget: figureOf(content, quantity, true),
        };
      }),
    [content, points],
  );
  const nameOf = ({ id }: Item) => names.column('three-publics', id);
  const most = Math.max(
    ...items.flatMap(({ printed, said, budget }) => [printed, said, budget].map((one) => one?.fen ?? 0)),
  );
  const hasBudget = items.some(({ budget }) => budget);
  const amount = (key: 'printed' | 'budget', title: string): Column<Item> => ({
    key,
    title,
    numeric: true,
    cell: (item) => {
      const cell = item[key] ?? (key === 'printed' ? item.said : undefined);
      return (
        <>
          <PlacedMoney fen={cell?.fen} label={`${nameOf(item)} ${title}`} cell={cell} />
          {cell && cell === item.said && <span className="change faint small">{t('compare.words')}</span>}
        </>
      );
    },
  });
  return (
    <ScaledBy fen={most}>
      <Card title={t('publics.title')} term="“三公”经费" lead={<UnitNote />}>
        <FormFindings content={content} forms={['three-publics']} />
        {items.every(({ printed, said, budget }) => !printed && !said && !budget) ? (
          <Nothing>{t('publics.none')}</Nothing>
        ) : (
          <DataTable
            caption={t('publics.title')}
            rows={items}
            rowKey={({ id }) => id}
            rowClass={({ id }) => (id === 'total' ? 'row-total' : PARTS.includes(id) ? 'level-2' : undefined)}
            columns={[
              {
                key: 'name',
                title: t('column.name'),
                heads: true,
                cell: (item) => (
                  <>
                    <Explained term={names.term('three-publics', item.id)}>{nameOf(item)}</Explained>
                    {item.printed && item.id !== 'total' && (
                      <span className="bar bar-wide" aria-hidden="true">
                        <span style={{ width: `${most > 0 ? (100 * item.printed.fen) / most : 0}%` }} />
                      </span>
                    )}
                  </>
                ),
              },
              ...(hasBudget ? [amount('budget', t('stage.budget'))] : []),
              amount('printed', hasBudget ? t('stage.final-accounts') : t('column.amount')),
            ]}
          />
        )}
      </Card>
    </ScaledBy>
  );
}
