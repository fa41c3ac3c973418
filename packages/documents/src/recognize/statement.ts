/** A logical table of one of the nine statutory forms → Statement. */

import type { Column, Row, Statement, StatementFormId } from '@mingsuan/core/disclosure';
import { type MoneyUnit, parseAmount } from '@mingsuan/core/money';
import { unspaced } from '@mingsuan/core/text/fold';
import type { TableCell } from '../layout.ts';
import type { StatementContext } from './amounts.ts';
import { codedRows, footerColumns } from './coded-rows.ts';
import { headed } from './header.ts';
import { itemRows } from './item-rows.ts';
import { lineRows } from './line-rows.ts';
import type { LogicalTable } from './logical-tables.ts';
import { isAmount } from './shape/cells.ts';
import { asColumns } from './transposed.ts';

/** Undefined, and reported, where a table has figures of which none could be given to a column. */
export function readStatement(table: LogicalTable, context: StatementContext): Statement | undefined {
  const form = table.form!;
  if (isUnread(table, context)) {
    context.problems.push({
      code: 'table-not-recognised',
      message: `没有认出“${table.title}”的表头，表中的数按原样保留，没有核对；请核对表头。`,
      origin: table.origin,
    });
    return undefined;
  }
  reportUnknownColumns(table, context);
  const rows =
    form.rows === 'lines'
      ? lineRows(table, context)
      : form.rows === 'items'
        ? itemRows(table, context)
        : asColumns(form, codedRows(table, context));
  const empty =
    form.rows !== 'lines' &&
    rows.every((row) => Object.keys(row.cells).length === 0 && (row.key === 'total' || row.label === ''));
  return {
    form: form.id as StatementFormId,
    title: unspaced(table.title),
    unit: context.unit,
    ...(table.note ? { note: table.note } : {}),
    columns: printedColumns(table, rows),
    rows: empty ? [] : [...rows],
    origin: table.origin,
  };
}

/** The columns that a table prints or fills, under the headers of the piece that first has them. */
function printedColumns(table: LogicalTable, rows: readonly Row[]): readonly Column[] {
  const paths = new Map<string, readonly string[]>();
  for (const { roles, header } of table.pieces)
    roles.forEach((role, i) => {
      if (role.kind === 'value' && !paths.has(role.id)) paths.set(role.id, header.paths[i]!);
    });
  const beside = table.form!.rows === 'economic' ? footerColumns(table) : [];
  const ids = new Set([...paths.keys(), ...beside, ...rows.flatMap((row) => Object.keys(row.cells))]);
  return [...ids].map((id) => ({ id, ...headed(paths.get(id)) }));
}

function isUnread({ pieces }: LogicalTable, { unit }: StatementContext): boolean {
  const meant = pieces.some(({ roles }) => roles.some(({ kind }) => kind === 'value'));
  return (
    !meant &&
    pieces.some(({ rows }) => rows.some((row) => row.some((cell) => isAmount(cell) && parseAmount(cell.text, unit))))
  );
}

/** Whether a cell is a number that no column says to be something else than money. */
const mayBeAmount = ({ text, figure }: TableCell, unit: MoneyUnit): boolean =>
  figure !== 'other' && parseAmount(text, unit) !== undefined;

function reportUnknownColumns(table: LogicalTable, context: StatementContext): void {
  const { header, roles, rows } = table.pieces[0]!;
  roles.forEach((role, i) => {
    if (role.kind !== 'unknown' || !rows.some((row) => row[i] && mayBeAmount(row[i], context.unit))) return;
    context.problems.push({
      code: 'column-not-recognised',
      message: `“${table.title}”的“${header.paths[i]!.join('/')}”一栏没有认出，其中的数按原样保留，没有核对；请核对表头。`,
      origin: rows[0]?.[i]?.origin ?? table.origin,
    });
  });
  for (const piece of table.pieces) {
    const lost = piece.rows
      .flatMap((row) => row.filter((_, i) => (piece.roles[i]?.kind ?? 'blank') === 'blank'))
      .find((cell) => isAmount(cell) && parseAmount(cell.text, context.unit));
    if (lost)
      context.problems.push({
        code: 'column-without-header',
        message: `“${table.title}”有一栏数字上面没有认出表头，其中的数按原样保留，没有核对；请核对表头。`,
        origin: lost.origin,
      });
  }
}
