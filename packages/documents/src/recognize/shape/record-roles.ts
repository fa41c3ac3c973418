/** The columns of a record table by what stands in them, as the fields of its kind say: the second witness beside the words of the header. */
import { codesByName } from '@mingsuan/core/classification/index';
import { type CellField, cellFields, type Fields } from '@mingsuan/core/kinds/field';
import { squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../../layout.ts';
import type { ColumnRole } from '../columns.ts';
import { cellKind, codeIn } from './cells.ts';
import { codeKindOf, isMost, isSplitCode, textsAt } from './columns.ts';
import { isSumOf } from './sums.ts';

type Rows = readonly (readonly TableCell[])[];

/** Gives columns that no header tells the fields that their cells tell; roles that headers gave stay, but for money that is yes or no. */
export function recordRoles(fields: Fields, roles: readonly ColumnRole[], rows: Rows): ColumnRole[] {
  const money = new Set(
    cellFields(fields).flatMap(([id, { type, column = id }]) => (type === 'money' ? [column] : [])),
  );
  const found = roles.map(
    (role, c): ColumnRole =>
      role.kind === 'value' && money.has(role.id) && isAnswered(rows, c) ? { kind: 'blank' } : role,
  );
  const isOpen = (c: number) => found[c]!.kind === 'unknown' || found[c]!.kind === 'blank';
  const columns = () => found.map((_, c) => c).filter((c) => isOpen(c) && textsAt(rows, c).length > 0);
  const isTaken = (id: string) => found.some((role) => role.kind === 'value' && role.id === id);
  const give = (c: number | undefined, id: string) => {
    if (c !== undefined) found[c] = { kind: 'value', id };
  };
  const all = cellFields(fields).map(([id, field]) => ({ id: field.column ?? id, field }));
  const missing = () => all.filter(({ id }) => !isTaken(id));
  for (const { id, field } of missing()) {
    const { codes, holds: pattern, after } = field;
    if (codes) {
      const at = columns().find((c) => codeKindOf(rows, c) === codes);
      give(at, id);
      for (let c = at ?? found.length; c + 1 < found.length && isOpen(c + 1) && isSplitCode(rows, c + 1); c += 1)
        give(c + 1, id);
    } else if (pattern && !after)
      give(
        firstOf(columns(), (c) => holds(rows, c, pattern)),
        id,
      );
  }
  for (const { id, field } of missing()) {
    const { after, isName, isLong, isWhole } = field;
    if (after) give(nextColumn(rows, found, columns(), field), id);
    else if (isName)
      give(
        firstOf(columns(), (c) => isNames(rows, c)),
        id,
      );
    else if (isLong)
      give(
        firstOf(columns(), (c) => isSentences(rows, c)),
        id,
      );
    else if (isWhole) give(wholeColumn(rows, found, columns(), all), id);
  }
  return found;
}

/** 是否面向中小企业: its cells answer, and are no money. */
function isAnswered(rows: Rows, c: number): boolean {
  const filled = textsAt(rows, c);
  return filled.length > 0 && filled.every((text) => /^[是否]$/.test(squeeze(text)));
}

const firstOf = (columns: readonly number[], fits: (c: number) => boolean): number | undefined => columns.find(fits);

/** The next open column right of the one that a field stands after; none where the field does. */
function nextColumn(
  rows: Rows,
  roles: readonly ColumnRole[],
  open: readonly number[],
  { after = [], holds: pattern }: CellField,
): number | undefined {
  const before = after
    .map((id) => roles.findLastIndex((role) => role.kind === 'value' && role.id === id))
    .find((c) => c >= 0);
  if (before === undefined) return undefined;
  return open.find((c) => c > before && (pattern === undefined || holds(rows, c, pattern)));
}

/** Whether rows are those of a sheet's grid by cells that its fields tell: the levels of indicators, comparison signs. */
export function holdsGrid(fields: Fields, rows: Rows): boolean {
  const patterns = cellFields(fields).flatMap(([, { holds: pattern, after }]) => (pattern && !after ? [pattern] : []));
  const telling = rows.filter((row) => row.some(({ text }) => patterns.some((pattern) => pattern.test(squeeze(text)))));
  return isMost(telling.length, rows.length);
}

const holds = (rows: Rows, c: number, pattern: RegExp): boolean => {
  const filled = textsAt(rows, c);
  return isMost(filled.filter((text) => pattern.test(text)).length, filled.length);
};

/** Longer texts are sentences. */
const LONGEST_NAME = 25;

/** Most cells hold words that no classification has, and that most of them do not repeat. */
function isNames(rows: Rows, c: number): boolean {
  const words = rows.flatMap((row) => (cellKind(row[c] ?? { text: '' }) === 'text' ? [squeeze(row[c]!.text)] : []));
  const own = words.filter((text) => text.length > 1 && text.length <= LONGEST_NAME * 2 && !isItemName(text));
  const isSaidAgain = new Set(own).size * 2 < own.length;
  const printed = rows.filter((row) => row[c]?.covered !== 'above');
  return words.length * 2 >= printed.length && words.length > 0 && own.length * 2 > words.length && !isSaidAgain;
}

function isSentences(rows: Rows, c: number): boolean {
  const filled = textsAt(rows, c).filter((text) => text.length > 1);
  return filled.length > 0 && filled.filter((text) => text.length > LONGEST_NAME).length * 2 > filled.length;
}

/** Whether a text is the name of an item of the functional or the economic classification, or begins with its code. */
export const isItemName = (text: string): boolean =>
  codeIn(text) !== undefined ||
  ['function', 'economic'].some((kind) => codesByName(kind as 'function', squeeze(text)).length > 0);

/** The only column of amounts, or the one that the others add up to. */
function wholeColumn(
  rows: Rows,
  roles: readonly ColumnRole[],
  candidates: readonly number[],
  open: readonly { readonly id: string; readonly field: CellField }[],
): number | undefined {
  const money = new Set(open.flatMap(({ id, field }) => (field.type === 'money' ? [id] : [])));
  const isMoney = (c: number) => {
    const kinds = rows.map((row) => cellKind(row[c] ?? { text: '' })).filter((kind) => kind !== 'blank');
    const amounts = kinds.filter((kind) => kind === 'amount').length;
    return amounts > 0 && amounts * 2 >= kinds.length;
  };
  const wholes = candidates.filter(isMoney);
  const parts = roles.flatMap((role, c) => (role.kind === 'value' && money.has(role.id) ? [c] : []));
  if (parts.length === 0 && wholes.length === 1) return wholes[0];
  return wholes.find(
    (c) => isSumOf(rows, c, [...parts, ...wholes.filter((other) => other !== c)]) || isSumOf(rows, c, parts),
  );
}
