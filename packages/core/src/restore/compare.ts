/** Whether a reconstructed ledger compiles into the figures that were published. */
import type { Disclosure, Problem, Row, Statement } from '../disclosure.ts';
import { isFundRole } from '../equations/line-roles.ts';
import { stepOf } from '../figures/index.ts';
import { formById } from '../forms/index.ts';
import { hasItemColumns } from '../forms/three-publics.ts';
import { type Fen, formatAmount, printingStep } from '../money.ts';
import { conceptsOfSide } from '../vocabulary/index.ts';

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

/**
 * Cells that a ledger does not give back: printed by both documents, and apart by more than sums of rounded figures may be.
 * What the template has no table, column or line for is not compared: it is neither given back nor denied.
 */
export function unreproduced(published: Disclosure, compiled: Disclosure): CellDifference[] {
  const parts = Math.max(0, ...published.statements.map((statement) => leafCount(rowsById(statement))));
  return published.statements.flatMap((statement) => {
    const other = compiled.statements.find(({ form }) => form === statement.form);
    if (!other) return [];
    const [own, theirs] = [rowsById(statement), rowsById(other)];
    const isBalance = statement.rows.some(({ side }) => side !== undefined);
    if (isBalance && [...own.values()].every(({ size }) => size === 0)) return [];
    // Rows of several units are parts of what a ledger has as one.
    const units = [...own.keys()].filter((row) => !isCode(row) && row !== 'total');
    const isByUnit =
      formById(statement.form).rows === 'function' || hasItemColumns(statement.columns.map(({ id }) => id));
    const hasUnits = !isBalance && isByUnit && units.length > 1;
    const columns = columnsOf(statement).filter((column) => columnsOf(other).includes(column));
    const [step, printed] = [stepOf(published, statement), printingStep(other.unit, 2)];
    const reprinting = printed > step ? printed / 2 : 0;
    return [...new Set([...own.keys(), ...theirs.keys()])].flatMap((row) => {
      if (!isComparable(row, own.get(row), theirs.get(row)) || (hasUnits && units.includes(row))) return [];
      // A leaf of one table is a rounded figure of another.
      const isLeaf = isCode(row) && !isBalance && isLowest(row, own);
      const most = (isLeaf ? step : ((parts + 1) * step) / 2) + reprinting;
      return columns.flatMap((column): CellDifference[] => {
        const [a = 0, b = 0] = [own.get(row)?.get(column), theirs.get(row)?.get(column)];
        return Math.abs(a - b) <= most ? [] : [{ form: statement.form, row, column, published: a, compiled: b }];
      });
    });
  });
}

type RowsById = ReadonlyMap<string, ReadonlyMap<string, Fen>>;

const isCode = (row: string) => /^\d+$/.test(row);
const isLowest = (row: string, rows: RowsById) =>
  ![...rows.keys()].some((other) => other !== row && other.startsWith(row));
const leafCount = (rows: RowsById) => [...rows.keys()].filter((row) => isCode(row) && isLowest(row, rows)).length;

/**
 * Codes are compared wherever the document prints them, those of a further panel where both have its heading; lines only where
 * both forms have them, and not a blank heading.
 */
function isComparable(
  row: string,
  own: ReadonlyMap<string, Fen> | undefined,
  theirs: ReadonlyMap<string, Fen> | undefined,
): boolean {
  if (isCode(row)) return own !== undefined;
  if (!own || !theirs) return false;
  return own.size > 0 || !/合计$|总计$|total$/.test(row);
}

/** Lines of a balance print their amount in a column of one name or another. */
const columnKey = (id: string) => (id === 'amount' ? 'total' : id);
const columnsOf = ({ columns }: Statement) => [...new Set(columns.map(({ id }) => columnKey(id)))];

/** Rows by code, by the meaning of their line, or by their words; rows of one code are added up. */
function rowsById(statement: Statement): RowsById {
  const rows = new Map<string, Map<string, Fen>>();
  const isEconomic = formById(statement.form).rows === 'economic';
  const all = statement.rows.filter(({ unit }) => unit === undefined);
  let carried: string | undefined;
  let heading = '';
  const roles = rolesOf(all.length > 0 ? all : statement.rows);
  const codes = new Set(statement.rows.map(({ key }) => key));
  for (const row of all.length > 0 ? all : statement.rows) {
    const { side, code, key, cells } = row;
    const role = roles.get(row);
    const isFund = isFundRole(role);
    if (side && !isFund) carried = role === '上年结转' || role === '年终结转' ? role : undefined;
    const own = code ?? key.replace(/^.*:(?=\d+$)/, '');
    const name = isEconomic && isCode(own) ? own.slice(0, 5) : own;
    // A section's own items say its money once more.
    if (name !== own && codes.has(name)) continue;
    if (side && !code) heading = `${side} ${role ?? key}`;
    const isPanel = side !== undefined && side !== 'revenue' && side !== 'expenditure';
    const line = `${side} ${isFund && carried ? `${carried} ` : ''}${role ?? key}`;
    const id = side && !code ? line : isPanel ? `${heading} ${name}` : name;
    const sums = rows.get(id) ?? new Map<string, Fen>();
    rows.set(id, sums);
    for (const [column, { fen }] of Object.entries(cells))
      if (fen !== 0) sums.set(columnKey(column), (isCode(id) && !side ? (sums.get(columnKey(column)) ?? 0) : 0) + fen);
  }
  return rows;
}

/** What the lines of each side mean, each told beside the others of its side. */
function rolesOf(rows: readonly Row[]): ReadonlyMap<Row, string | undefined> {
  const sides = [...new Set(rows.flatMap(({ side }) => side ?? []))];
  return new Map(
    sides.flatMap((side) => {
      const own = rows.filter((row) => row.side === side);
      const concepts = conceptsOfSide(
        side,
        own.map(({ key }) => key),
      );
      return own.map((row, i) => [row, concepts[i]?.role] as const);
    }),
  );
}

/** Where tables compiled from a restored ledger differ from the published ones, cell by cell. */
export function reproductionProblems(published: Disclosure, compiled: Disclosure): Problem[] {
  const differing = unreproduced(published, compiled);
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
