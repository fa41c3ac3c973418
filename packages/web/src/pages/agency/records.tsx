/** The record tables of a disclosure, as their kinds say that a page shows them. */

import type { RecordRow, Shown, ShownColumn, TableFormId, TableKind } from '@mingsuan/core/kinds/index';
import type { TableInfo } from '@mingsuan/core/model/published';
import { type ReactNode, useState } from 'react';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FigureLink, SourceLink } from '../../components/source/figure-link.tsx';
import { unitName } from '../../components/unit-name.ts';
import { useLanguage } from '../../i18n/index.tsx';
import { entryId, useHashEntry } from './hash-place.ts';

interface Props {
  readonly kind: TableKind<RecordRow, TableFormId>;
  readonly rows: readonly RecordRow[];
  readonly table: TableInfo | undefined;
}

/** All rows of a kind in one card. */
export function Records({ kind, rows, table }: Props) {
  const { language, t } = useLanguage();
  const { title, isLong = false } = kind.shown;
  const name = title[language === 'zh' ? 0 : 1];
  const lead = [table?.unit && t('tables.unit', { unit: unitName(t, table.unit) }), table?.asOf]
    .filter(Boolean)
    .join('　');
  return (
    <Card title={name} term={title[0]} lead={lead || undefined}>
      {kind.isSheet ? (
        <Sheets shown={kind.shown} rows={rows} />
      ) : (
        <Rows shown={kind.shown} rows={rows} caption={name} stacks={isLong} />
      )}
    </Card>
  );
}

function Rows({
  shown,
  rows,
  caption,
  stacks,
}: {
  readonly shown: Shown<RecordRow>;
  readonly rows: readonly RecordRow[];
  readonly caption: string;
  readonly stacks: boolean;
}) {
  const { id, columns, first } = shown;
  const chosen = useHashEntry(id);
  const isFar = first !== undefined && chosen !== undefined && chosen >= first;
  return (
    <DataTable
      caption={caption}
      stacks={stacks}
      rows={rows}
      {...(first === undefined ? {} : { first: isFar ? rows.length : first })}
      rowId={(_, i) => entryId(id, i)}
      rowKey={(_, i) => i}
      rowClass={(row) => (shown.isTotal?.(row) ? 'row-total' : shown.isPart?.(row) ? 'level-2' : undefined)}
      columns={useColumns(columns, rows)}
    />
  );
}

/** Columns that the document leaves empty are left out where they may be. */
function useColumns(columns: readonly ShownColumn<RecordRow>[], rows: readonly RecordRow[]): Column<RecordRow>[] {
  const { language } = useLanguage();
  const nameOf = (row: RecordRow) => String(columns[0]!.value(row) ?? '');
  return columns
    .filter((column) => !column.isOptional || rows.some((row) => column.value(row)))
    .map((column, i) => ({
      key: column.title[1],
      title: column.title[language === 'zh' ? 0 : 1],
      ...(i === 0 ? { heads: true } : {}),
      ...(column.isNumber ? { numeric: true } : {}),
      cell: (row) => cellOf(column, row, nameOf(row)),
    }));
}

function cellOf(column: ShownColumn<RecordRow>, row: RecordRow, name: string): ReactNode {
  const value = column.value(row);
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string')
    return (
      <>
        <FigureLink label={name} text={value.text} origin={value.origin} /> {column.beside?.(row)}
      </>
    );
  if (column.isCode) return <span className="money">{value}</span>;
  if (!column.isPlace) return <AsPrinted>{value}</AsPrinted>;
  return value === name ? (
    <>
      <AsPrinted>{value}</AsPrinted> <SourceLink label={value} text={value} origin={row.origin} />
    </>
  ) : (
    <FigureLink label={name} text={value} origin={row.origin} />
  );
}

function Sheets({ shown, rows }: { readonly shown: Shown<RecordRow>; readonly rows: readonly RecordRow[] }) {
  const { language, t } = useLanguage();
  const { id, columns, first = rows.length } = shown;
  const chosen = useHashEntry(id);
  const [all, setAll] = useState(chosen !== undefined && chosen >= first);
  const [name] = columns;
  return (
    <>
      {(all ? rows : rows.slice(0, first)).map((row, i) => {
        const label = String(name!.value(row) ?? name!.title[language === 'zh' ? 0 : 1]);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: tables keep their order
          <details key={i} id={entryId(id, i)} className="target" open={rows.length === 1 || i === chosen}>
            <summary>
              <AsPrinted>{label}</AsPrinted>
            </summary>
            <Sheet shown={shown} row={row} label={label} />
          </details>
        );
      })}
      {!all && rows.length > first && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('action.more', { count: rows.length })}
        </button>
      )}
    </>
  );
}

function Sheet({
  shown,
  row,
  label,
}: {
  readonly shown: Shown<RecordRow>;
  readonly row: RecordRow;
  readonly label: string;
}) {
  const { language, t } = useLanguage();
  return (
    <div>
      {shown.words?.map(({ title, text }) => {
        const words = text(row);
        return (
          words && (
            <p key={title[1]}>
              <span className="faint">
                {title[language === 'zh' ? 0 : 1]}
                {t('text.colon')}
              </span>
              <AsPrinted>{words}</AsPrinted> <SourceLink label={label} text={label} origin={row.origin} />
            </p>
          )
        );
      })}
      {shown.grids?.map((grid) => (
        <Grid
          key={grid.columns[0]!.title[1]}
          columns={grid.columns as readonly ShownColumn<RecordRow>[]}
          rows={grid.rows(row)}
          caption={label}
        />
      ))}
    </div>
  );
}

function Grid({
  columns,
  rows,
  caption,
}: {
  readonly columns: readonly ShownColumn<RecordRow>[];
  readonly rows: readonly RecordRow[];
  readonly caption: string;
}) {
  const shown = useColumns(columns, rows);
  return rows.length === 0 ? undefined : (
    <DataTable caption={caption} stacks rows={rows} rowKey={(_, i) => i} columns={shown} />
  );
}
