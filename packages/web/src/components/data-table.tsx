/** A plain table: numbers to the right in even figures, scrolling sideways by itself where the screen is narrow. */

import { type Key, type ReactNode, useState } from 'react';
import { useText } from '../i18n/index.tsx';
import { AsPrinted } from './as-printed.tsx';

export interface Column<T> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: T, index: number) => ReactNode;
  readonly numeric?: boolean;
  /** Names the row for a screen reader. */
  readonly heads?: boolean;
  /** What the rows may be sorted by. */
  readonly sort?: (a: T, b: T) => number;
}

export interface DataTableProps<T> {
  /** What the table shows, for whoever cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T, index: number) => Key;
  readonly rowClass?: (row: T) => string | undefined;
  /** So many rows at first; the others when they are asked for. */
  readonly first?: number;
  /** What a link to a row may name. */
  readonly rowId?: (row: T, index: number) => string;
  /** Where `rows` are not all yet: how many there are, and what has them all come, to be shown or sorted. */
  readonly rest?: { readonly count: number; readonly onAll: () => void } | undefined;
  /** On a phone each row becomes a list of its cells: for tables that are read row by row. */
  readonly stacks?: boolean;
}

interface Order {
  readonly key: string;
  readonly down: boolean;
}

export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  rowClass,
  rowId,
  first = rows.length,
  rest,
  stacks = false,
}: DataTableProps<T>) {
  const t = useText();
  const [order, setOrder] = useState<Order>();
  const [all, setAll] = useState(false);
  const shown = sorted(rows, columns, order).slice(0, all ? rows.length : first);
  return (
    // biome-ignore lint/a11y/useSemanticElements: named like the part of the page around it, so no landmark beside it, nor fields
    <div
      className="table-scroll"
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={stacks ? 'table stacks' : 'table'}>
        <caption className="unseen">
          <AsPrinted>{caption}</AsPrinted>
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, title, numeric, sort }) => {
              const down = order?.key === key ? order.down : undefined;
              const onSort =
                sort &&
                (() => {
                  setOrder({ key, down: down === undefined ? numeric === true : !down });
                  rest?.onAll();
                });
              return <Head key={key} title={title} numeric={numeric} down={down} onSort={onSort} />;
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <tr key={rowKey(row, i)} id={rowId?.(row, i)} className={rowClass?.(row)}>
              {columns.map(({ key, title, cell, numeric, heads }) =>
                heads ? (
                  <th key={key} scope="row">
                    {cell(row, i)}
                  </th>
                ) : (
                  <td
                    key={key}
                    data-label={stacks && typeof title === 'string' ? title : undefined}
                    className={numeric ? 'numeric' : undefined}
                  >
                    {cell(row, i)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {(rest || shown.length < rows.length) && (
        <p className="more">
          <button
            type="button"
            className="button"
            onClick={() => {
              setAll(true);
              rest?.onAll();
            }}
          >
            {t('action.more', { count: rest?.count ?? rows.length })}
          </button>
        </p>
      )}
    </div>
  );
}

function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], order: Order | undefined): readonly T[] {
  const sort = columns.find(({ key }) => key === order?.key)?.sort;
  if (!sort) return rows;
  return [...rows].sort(order?.down ? (a, b) => sort(b, a) : sort);
}

interface HeadProps {
  readonly title: ReactNode;
  readonly numeric: boolean | undefined;
  /** How this column is sorted now; undefined: not by this one. */
  readonly down: boolean | undefined;
  /** Absent where the column does not sort. */
  readonly onSort: (() => void) | undefined;
}

function Head({ title, numeric, down, onSort }: HeadProps) {
  const direction = down ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={numeric ? 'numeric' : undefined}
      {...(onSort ? { 'aria-sort': down === undefined ? 'none' : direction } : {})}
    >
      {onSort ? (
        <button type="button" className="sort" onClick={onSort}>
          {title}
          <span aria-hidden="true">{down === undefined ? '↕' : down ? '↓' : '↑'}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}
