/** Whether a reconstructed ledger compiles into the figures that were published. */
import type { Disclosure, Problem, Statement } from '../disclosure.ts';
import { formById } from '../forms/index.ts';
import { type Fen, formatAmount } from '../money.ts';

export interface CellDifference {
  readonly form: Statement['form'];
  readonly row: string;
  readonly column: string;
  readonly published: Fen;
  readonly compiled: Fen;
}

/** Cells of the statements that differ; a blank cell is nothing, and a missing row is all blank. */
export function differingCells(published: Disclosure, compiled: Disclosure): CellDifference[] {
  return published.statements.flatMap((statement) => {
    const { form } = statement;
    const own = cellsOf(statement);
    const other = cellsOf(compiled.statements.find((each) => each.form === form));
    return [...new Set([...own.keys(), ...other.keys()])].flatMap((id): CellDifference[] => {
      const [a, b] = [own.get(id) ?? 0, other.get(id) ?? 0];
      const [row = '', column = ''] = id.split('\u0000').slice(1);
      return a === b ? [] : [{ form, row, column, published: a, compiled: b }];
    });
  });
}

/** Cells by side and parent, row and column; a class line by its code, any other without what brackets add. */
function cellsOf(statement: Statement | undefined): Map<string, Fen> {
  const cells = new Map<string, Fen>();
  for (const { side = '', partOf = '', code, key, cells: printed } of statement?.rows ?? []) {
    for (const [column, { fen }] of Object.entries(printed)) {
      if (fen !== 0) cells.set([`${side}${partOf}`, code ?? key, column].join('\u0000'), fen);
    }
  }
  return cells;
}

/** Where tables compiled from a restored ledger differ from the published ones, cell by cell. */
export function reproductionProblems(published: Disclosure, compiled: Disclosure): Problem[] {
  const differing = differingCells(published, compiled);
  const [first] = differing;
  if (!first) return [];
  const forms = [...new Set(differing.map(({ form }) => formById(form).name))].join('、');
  const row = published.statements
    .find(({ form }) => form === first.form)
    ?.rows.find(({ key, code }) => (code ?? key) === first.row);
  const column = formById(first.form).columns.find(({ id }) => id === first.column)?.name ?? first.column;
  const message = `${forms}有 ${differing.length} 格不能由台账还原，公开的数字之间不一致，或含台账没有的内容；例如${formById(first.form).name} ${row?.label ?? first.row} ${column}公开为 ${formatAmount(first.published, '万元')} 万元，还原为 ${formatAmount(first.compiled, '万元')} 万元，请核对。`;
  return [{ code: 'not-reproduced', message }];
}
