/** Overseas travel, vehicles and hospitality: as printed, beside the budget where final accounts print it too. */

import { partsOf, THREE_PUBLICS_ITEMS } from '@mingsuan/core/vocabulary/index';
import { useMemo } from 'react';
import type { DisclosureAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Explained } from '../../components/explained.tsx';
import { useNames } from '../../components/names.ts';
import { UnitNote } from '../../components/scale.tsx';
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
  readonly budget: Printed | undefined;
}

export function ThreePublics({ content }: { readonly content: DisclosureAnswer }) {
  const t = useText();
  const names = useNames();
  const items = useMemo(
    () =>
      ITEMS.map((id): Item => {
        const quantity = `three-publics[${id}]`;
        return { id, printed: figureOf(content, quantity), budget: figureOf(content, quantity, true) };
      }),
    [content],
  );
  const nameOf = ({ id }: Item) => names.column('three-publics', id);
  const most = Math.max(...items.flatMap(({ printed, budget }) => [printed?.fen ?? 0, budget?.fen ?? 0]));
  const hasBudget = items.some(({ budget }) => budget);
  const amount = (key: 'printed' | 'budget', title: string): Column<Item> => ({
    key,
    title,
    numeric: true,
    cell: (item) => <PlacedMoney fen={item[key]?.fen} label={`${nameOf(item)} ${title}`} cell={item[key]} />,
  });
  return (
    <Card title={t('publics.title')} term="“三公”经费" lead={<UnitNote />}>
      <FormFindings content={content} forms={['three-publics']} />
      {items.every(({ printed, budget }) => !printed && !budget) ? (
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
  );
}
