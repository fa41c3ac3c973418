/** Whether the conditions of an equation are true of a book. */
import { fixedRows } from './bind.ts';
import type { Book } from './book.ts';
import type { Condition, Equation, Ref, SimpleCondition } from './syntax.ts';
import { judge } from './verdict.ts';

/** Whether any alternative of a condition is true of a document's book. */
export function conditionHolds(condition: Condition, book: Book): boolean {
  return condition.some((simple) => simpleHolds(simple, book));
}

function simpleHolds(condition: SimpleCondition, book: Book): boolean {
  switch (condition.kind) {
    case 'stage':
      return (book.disclosure.stage === condition.stage) !== condition.negated;
    case 'printed':
      return isPrinted(condition.ref, book, false) !== condition.negated;
    case 'filled':
      return isPrinted(condition.ref, book, true) !== condition.negated;
    case 'holds':
      return equationHolds(condition.equation, book);
  }
}

/** Whether any of the rows and columns named is printed, and with `filled` has a figure. */
function isPrinted(ref: Ref, book: Book, filled: boolean): boolean {
  const sheet = book.sheets.get(ref.sheet);
  if (!sheet) return false;
  const columns = ref.columns[0] === '*' ? sheet.columns : ref.columns;
  const indexes = columns.map((column) => sheet.columnIndex.get(column)).filter((column) => column !== undefined);
  const rows = fixedRows(sheet, { ...ref, fold: 'sum' });
  if (!filled) return indexes.length > 0 && rows.length > 0;
  return rows.some((row) => indexes.some((column) => sheet.cells[row * sheet.columns.length + column] !== undefined));
}

/** Here an unprinted row or column counts zero; a missing form makes it false, unless its term is marked `?`. */
function equationHolds(equation: Equation, book: Book): boolean {
  let total = 0;
  let tolerance2 = 0;
  for (const [terms, sign] of [[equation.left, 1] as const, [equation.right, -1] as const]) {
    for (const { coefficient, ref, constant = 0 } of terms) {
      if (!ref) {
        total += sign * coefficient * constant;
        continue;
      }
      const sheet = book.sheets.get(ref.sheet);
      if (!sheet && ref.presence !== 'option') return false;
      if (!sheet) continue;
      for (const row of fixedRows(sheet, ref)) {
        for (const column of ref.columns) {
          const index = sheet.columnIndex.get(column);
          const cell = index === undefined ? undefined : sheet.cells[row * sheet.columns.length + index];
          if (!cell) continue;
          total += sign * coefficient * cell.fen;
          tolerance2 += Math.abs(coefficient) * sheet.step;
        }
      }
    }
  }
  return judge(total, tolerance2, equation.operator) !== 'violated';
}
