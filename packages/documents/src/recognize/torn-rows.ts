/** A row that a page break tore: its rest stands at the top of the next piece, below a repeated header or not. */
import { asCode, type FormDefinition, isTotalLabel } from '@mingsuan/core/forms/index';
import { kindOf } from '@mingsuan/core/kinds/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../layout.ts';
import type { GridRow, TablePiece } from './pieces.ts';

/** Joins the rest of a torn row to the last row before it. The pieces are those of one table, in order. */
export function joinTornRows(form: FormDefinition | undefined, pieces: readonly TablePiece[]): TablePiece[] {
  const joined: TablePiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const head = before?.rows.at(-1);
    const rest = piece.rows[0];
    const restOf = (_: TableCell, i: number) => rest?.[partner(before!, piece, i)];
    if (
      form &&
      before &&
      head &&
      rest &&
      isRest(form, piece, rest) &&
      sameColumns(before, piece) &&
      mayGoOn(form, head, head.map(restOf))
    ) {
      const whole = head.map((cell, i) => joinCells(cell, restOf(cell, i)));
      joined[joined.length - 1] = { ...before, rows: [...before.rows.slice(0, -1), whole] };
      joined.push({ ...piece, rows: piece.rows.slice(1) });
    } else joined.push(piece);
  }
  return joined;
}

/** The rest of a row has text, but nothing that a row of its own would have. */
function isRest(form: FormDefinition, piece: TablePiece, row: GridRow): boolean {
  const filled = row.filter((cell) => squeeze(cell.text) !== '');
  if (filled.length === 0 || filled.some((cell) => isTotalLabel(cell.text) || /小计$/.test(squeeze(cell.text))))
    return false;
  const at = (id: string) => row.filter((_, i) => valueId(piece, i) === id).some((cell) => squeeze(cell.text) !== '');
  const kind = kindOf(form.id);
  if (kind) return kind.isTorn?.({ has: at, texts: filled.map((cell) => cell.text) }) ?? false;
  if (form.rows !== 'function' && form.rows !== 'economic') return false;
  return row.every((cell, i) => {
    const kind = piece.roles[i]?.kind;
    return (
      squeeze(cell.text) === '' || (kind === 'name' && asCode(cell.text) === undefined && !/^\d{3}/.test(cell.text))
    );
  });
}

/** Words of several cells go on where the page left those above no room; one cell's may begin a sentence, and a name's are told by its column. */
function mayGoOn(form: FormDefinition, head: GridRow, rest: readonly (TableCell | undefined)[]): boolean {
  const filled = head.filter((_, i) => squeeze(rest[i]?.text ?? '') !== '');
  return !kindOf(form.id) || filled.length < 2 || filled.every(({ runsOn }) => runsOn);
}

function valueId(piece: TablePiece, column: number): string | undefined {
  const role = piece.roles[column];
  return role?.kind === 'value' ? role.id : role?.kind;
}

const meanings = (piece: TablePiece) =>
  piece.roles.map((_, i) => valueId(piece, i)).filter((id) => id !== 'blank' && id !== 'unknown');

function sameColumns(a: TablePiece, b: TablePiece): boolean {
  return meanings(a).join() === meanings(b).join();
}

/** The column of `b` that means what column `i` of `a` means; grids of two pages may differ. */
function partner(a: TablePiece, b: TablePiece, i: number): number {
  const id = valueId(a, i);
  const rank = a.roles.slice(0, i).filter((_, c) => valueId(a, c) === id).length;
  let seen = 0;
  return b.roles.findIndex((_, c) => valueId(b, c) === id && seen++ === rank);
}

function joinCells(head: TableCell, rest: TableCell | undefined): TableCell {
  return rest && squeeze(rest.text) !== '' ? { ...head, text: head.text + rest.text } : head;
}
