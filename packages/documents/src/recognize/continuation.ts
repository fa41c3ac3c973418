/** Whether a table goes on with the one before it: over a page break, with or without a repeated header, or torn within the header. */

import { type FormDefinition, headerKey } from '@mingsuan/core/forms/index';
import { columnsOf } from '@mingsuan/core/kinds/field';
import { KINDS, kindOf } from '@mingsuan/core/kinds/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { isHeaderOf } from '@mingsuan/core/vocabulary/index';
import type { Caption } from './caption.ts';
import { formOfHeader, type Header, readHeader, stretchHeader } from './header.ts';
import type { LogicalTable } from './logical-table.ts';
import {
  type GridRow,
  hasValues,
  lastHeader,
  leadRows,
  pieceOf,
  rolesInOrder,
  sameHeader,
  startsGoal,
} from './pieces.ts';
import { rolesByPlace } from './places.ts';
import { codeOf } from './shape/cells.ts';
import { holdsGrid } from './shape/record-roles.ts';
import { gridFields } from './shape/roles.ts';

/** Whether a table goes on with the last one, or prints it once more. */
export function continues(
  last: LogicalTable,
  caption: Caption,
  header: Header,
  rows: readonly GridRow[],
): boolean | 'duplicate' {
  const sameAgency =
    caption.agencyName === undefined ||
    last.caption.agencyName === undefined ||
    squeeze(caption.agencyName) === squeeze(last.caption.agencyName);
  if (!sameAgency) return false;
  if (caption.agencyCode && last.caption.agencyCode && caption.agencyCode !== last.caption.agencyCode) return false;
  if (caption.number && last.caption.number && caption.number !== last.caption.number) return false;
  const isSheet = kindOf(last.form?.id)?.isSheet ?? false;
  // The lines and indicators of a sheet go on with no table of rows.
  if (!isSheet && kindOf(formUnderLead(rows)?.id)?.isSheet) return false;
  if (caption.title !== undefined) {
    if (
      caption.form?.id !== last.form?.id ||
      squeeze(caption.title).replace(/\(?续表?\)?$/, '') !== squeeze(last.title)
    )
      return false;
    if (isSheet) return false;
    return sameRows(last, header, rows) ? 'duplicate' : rowsGoOn(last, header, rows);
  }
  // A page break within the lines of a sheet: its grid is still to come.
  if (isSheet && !last.pieces.some(hasValues))
    return !startsGoal(rows) || last.pieces.every((piece) => piece.rows.length === 0);
  const width = rows[0]!.length;
  const lastWidth = last.pieces.at(-1)!.rows[0]?.length ?? last.pieces.at(-1)!.header.paths.length;
  if (header.rowCount > 0) {
    if (isSheet && startsGoal(rows)) return last.pieces.every((piece) => piece.rows.length === 0);
    return (
      (sameHeader(lastHeader(last.pieces), header) &&
        (isSheet || (rowsGoOn(last, header, rows) && isOfSameList(last, rows)))) ||
      (last.form !== undefined && formOfHeader(header, undefined)?.id === last.form.id)
    );
  }
  if (isSheet && startsGoal(rows)) return last.pieces.every((piece) => piece.rows.length === 0);
  const headed = last.pieces.filter((piece) => piece.header.rowCount > 0);
  if (isSheet && holdsGrid(gridFields(last.form!), rows)) return true;
  return (
    Math.abs(width - lastWidth) <= (last.form ? 1 : 0) ||
    rolesInOrder(headed, rows[0]!) !== undefined ||
    rolesByPlace(headed, rows) !== undefined
  );
}

/**
 * A header without rows is completed by the table that follows: a page break tore it from the rest of the header, or it
 * stands alone, narrower than the table below it, and is stretched over that.
 */
export function completesHeader(last: LogicalTable, caption: Caption, rows: readonly GridRow[]): boolean {
  const head = last.pieces.at(-1)!;
  if (caption.title || head.rows.length > 0 || head.headerRows.length === 0 || last.note) return false;
  const all =
    head.headerRows[0]!.length === rows[0]!.length
      ? [...head.lead, ...head.headerRows, ...rows]
      : stretched(head.headerRows, rows);
  if (!all) return false;
  const earlier = last.pieces.slice(0, -1);
  const piece = pieceOf(last.form, readHeader(all), all, earlier);
  if (piece.headerRows.length < head.headerRows.length) return false;
  last.pieces[last.pieces.length - 1] = piece;
  return true;
}

function stretched(headerRows: readonly GridRow[], rows: readonly GridRow[]): GridRow[] | undefined {
  const row = headerRows.length === 1 ? stretchHeader(headerRows[0]!, rows[0]!) : undefined;
  return row && [row, ...rows];
}

function firstTexts(rows: readonly GridRow[]): string {
  return rows
    .slice(0, 3)
    .map((row) => row.map((cell) => squeeze(cell.text)).join('|'))
    .join('\n');
}

function sameRows(last: LogicalTable, header: Header, rows: readonly GridRow[]): boolean {
  const first = last.pieces[0]!;
  return first.rows.length > 0 && firstTexts(first.rows) === firstTexts(rows.slice(header.rowCount));
}

/** Items of another classification are another table's, whatever the headers say. */
function isOfSameList({ pieces }: LogicalTable, rows: readonly GridRow[]): boolean {
  const listOf = (grid: readonly GridRow[]) =>
    new Set(grid.flatMap((row) => row.flatMap((cell) => codeOf(cell)?.kind ?? [])));
  const [before, after] = [listOf(pieces.flatMap((piece) => piece.rows)), listOf(rows)];
  return before.size === 0 || after.size === 0 || [...after].some((kind) => before.has(kind));
}

/** A repeated title goes on with the same table unless its rows begin anew with 合计, and not with the same one printed again. */
function rowsGoOn(last: LogicalTable, header: Header, rows: readonly GridRow[]): boolean {
  const isNew = begins(last.pieces[0]!.rows[0]) && begins(rows[header.rowCount]);
  return !isNew || repeatsTotal(last, header, rows);
}

const begins = (row: GridRow | undefined): boolean =>
  row?.some((cell) => /^(?:合计|总计)$/.test(squeeze(cell.text))) ?? false;

/** Whether the 合计 row above everything is printed once more below the repeated header, as a sheet repeats its first rows on each page. */
export function repeatsTotal(last: LogicalTable, header: Header, rows: readonly GridRow[]): boolean {
  const [first] = last.pieces[0]!.rows;
  const [again, ...others] = rows.slice(header.rowCount);
  if (!first || !again || others.length === 0 || !begins(first) || header.rowCount === 0) return false;
  const textOf = (row: GridRow) => row.map((cell) => squeeze(cell.text)).join('|');
  if (!/[1-9]/.test(textOf(first)) || textOf(first) !== textOf(again)) return false;
  // Rows told already are those of the table printed anew.
  const nameOf = (row: GridRow) => textOf(row.filter(({ text }) => !/\.\d/.test(text)));
  const told = new Set(last.pieces.flatMap((piece) => piece.rows.map(nameOf)));
  return !others.some((row) => told.has(nameOf(row)));
}

/** The form of rows that stand under the lines of a sheet. */
export function formUnderLead(rows: readonly GridRow[]): FormDefinition | undefined {
  const at = leadRows(rows);
  const form = at > 0 ? formOfHeader(readHeader(rows.slice(at)), undefined) : undefined;
  return form && kindOf(form.id)?.isSheet ? sheetOfLines(form, rows.slice(0, at)) : form;
}

/** Of the sheets that have such indicators the one that knows more labels of the lines: 年度主要任务 are the whole agency's. */
function sheetOfLines(form: FormDefinition, lines: readonly GridRow[]): FormDefinition {
  const labels = new Set(lines.flatMap((row) => row.map(({ text }) => headerKey(text).replace(/:$/, ''))));
  const knownTo = ({ id }: FormDefinition) => [...labels].filter(isHeaderOf(columnsOf(kindOf(id)!.fields))).length;
  const others = KINDS.filter(({ isSheet, signature, alsoRead }) => isSheet && !signature && alsoRead);
  return others.reduce<FormDefinition>((best, other) => (knownTo(other) > knownTo(best) ? other : best), form);
}
