/** Whether a table is by its cells what its title or header says: 基本支出 by functional items is not the table by economic ones. */

import { codesByName } from '@mingsuan/core/classification/index';
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { cellFields } from '@mingsuan/core/kinds/field';
import { kindOf, type TableKind } from '@mingsuan/core/kinds/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { numberingDepth } from '@mingsuan/core/text/numbering';
import type { TableCell } from '../../layout.ts';
import type { TablePiece } from '../pieces.ts';
import { columnsOfLines } from '../transposed.ts';
import { COUNTED, type CodeKind, cellKind, codeOf } from './cells.ts';
import { isItemName } from './record-roles.ts';

/** Fewer coded rows prove nothing. */
const FEWEST = 3;

/** False where cells prove that the table is another one than its form. */
export function agreesWith(form: FormDefinition, pieces: readonly TablePiece[]): boolean {
  const rows = pieces.flatMap((piece) => piece.rows);
  const coded = pieces.flatMap((piece) => piece.rows.flatMap((row) => codedRow(row, piece) ?? []));
  const of = (kind: CodeKind) => coded.filter((kinds) => kinds.has(kind)).length;
  switch (form.rows) {
    case 'function':
      if (of('function') === 0 && coded.length >= FEWEST) return false;
      return (
        form.id === 'revenue' ||
        coded.length > 0 ||
        rows.length < FEWEST ||
        isListOfFunctions(rows, pieces) ||
        columnsOfLines(form, rows.map(labelOf)) !== undefined
      );
    case 'economic':
      return coded.length < FEWEST || of('economic') + of('governmental') > 0;
    case 'records':
      return agreesAsRecords(form, pieces, of('function'));
    case 'items':
      // Columns headed by items of an economic class (差旅费, 公务接待费) beside rows of functional items.
      return of('function') + codedInLevels(rows) < FEWEST;
    default:
      return true;
  }
}

const labelOf = (row: readonly TableCell[]): string =>
  (row.find((cell) => cellKind(cell) === 'text')?.text ?? '').trim();

/** A list without money has no amounts; a list of purchases names what is bought, and is not one of functional items. */
function agreesAsRecords(form: FormDefinition, pieces: readonly TablePiece[], functions: number): boolean {
  const rows = pieces.flatMap((piece) => piece.rows);
  const kind = kindOf(form.id);
  if (!kind) return true;
  if (!kind.hasUnit && !kind.isSheet) return !rows.some((row) => row.some((cell) => cellKind(cell) === 'amount'));
  if (kind.hasFreeNames && areLabels(pieces)) return false;
  if (kind.hasFreeNames && !hasFreeNames(kind, pieces)) return false;
  const { itemColumn } = kind;
  if (!itemColumn) return true;
  const names = pieces.some(({ roles }) => roles.some((role) => role.kind === 'value' && role.id === itemColumn));
  const levels = rows.filter((row) => row.slice(0, 3).some(isLevel)).length;
  return names || functions === 0 || (functions + levels) * 2 < rows.length;
}

/** Whether rows go by lines numbered in several depths (一、 above 1．) or by things counted (保有量（辆）): labels, and names of nothing. */
function areLabels(pieces: readonly TablePiece[]): boolean {
  const names = pieces.flatMap(({ rows }) =>
    rows.flatMap((row) => row.find((cell) => cellKind(cell) === 'text')?.text.trim() ?? []),
  );
  const depths = new Set(names.map(numberingDepth).filter((depth) => depth > 0));
  const labels = names.filter((name) => COUNTED.test(squeeze(name)) || (depths.size > 1 && numberingDepth(name) > 0));
  return labels.length > 1 && labels.length * 2 >= names.length;
}

/** Most of the names that its rows go by are no items of a classification; of few of them, any one. A table without rows has none that are. */
function hasFreeNames({ fields }: TableKind, pieces: readonly TablePiece[]): boolean {
  const ids = cellFields(fields).flatMap(([id, { isName, column = id }]) => (isName ? [column] : []));
  const names = pieces.flatMap(({ roles, rows }) => {
    const at = roles.findIndex((role) => role.kind === 'value' && ids.includes(role.id));
    return at < 0
      ? []
      : rows.map((row) => squeeze(row[at]?.text ?? '')).filter((text) => text !== '' && !isTotalLabel(text));
  });
  const isEmpty = pieces.every(({ rows }) => rows.every((row) => row.every((cell) => cellKind(cell) !== 'amount')));
  const items = names.filter(isItemName).length;
  return isEmpty || items * 2 < names.length || (names.length < FEWEST && items < names.length);
}

/** Rows whose code is printed level by level: the class in one cell, its section and item beside it. */
const codedInLevels = (rows: readonly (readonly TableCell[])[]): number =>
  rows.filter((row) => row.slice(0, 4).filter(isLevel).length > 1).length;

const isLevel = ({ text, figure }: TableCell): boolean => figure === undefined && /^\d{2}$/.test(squeeze(text));

/** The classifications that a row's codes are of; three digits of money behind the row's name (205 in a column of figures) are none. */
function codedRow(row: readonly TableCell[], { roles }: TablePiece): ReadonlySet<CodeKind> | undefined {
  const name = row.findIndex((cell) => cellKind(cell) === 'text');
  const isFigure = ({ text }: TableCell, c: number) =>
    name >= 0 && c > name && roles[c]?.kind === 'value' && /^\s*\d{3}\s*$/.test(text);
  const kinds = new Set(row.flatMap((cell, c) => (isFigure(cell, c) ? [] : (codeOf(cell)?.kind ?? []))));
  return kinds.size > 0 ? kinds : undefined;
}

/**
 * Without codes: rows named after functional items, or a row per unit. A list of projects in words, with one column of amounts, is
 * neither, whatever its title ends in.
 */
function isListOfFunctions(rows: readonly (readonly TableCell[])[], pieces: readonly TablePiece[]): boolean {
  const values = new Set(
    pieces.flatMap(({ roles }) => roles.flatMap((role) => (role.kind === 'value' ? [role.id] : []))),
  );
  if (values.size > 1) return true;
  return rows.some((row) =>
    row.some((cell) => cellKind(cell) === 'text' && codesByName('function', squeeze(cell.text)).length > 0),
  );
}
