/** Rows of the forms that print labelled lines on two sides. */
import { classByName, codesByName } from '@mingsuan/core/classification/index';
import type { Row, Side } from '@mingsuan/core/disclosure';
import { withBalanceParents } from '@mingsuan/core/forms/index';
import { lineKey, numberingDepth } from '@mingsuan/core/text/numbering';
import { conceptOfLine } from '@mingsuan/core/vocabulary/index';
import { isBlank, type StatementContext } from './amounts.ts';
import type { GridRow, LogicalTable } from './logical-tables.ts';
import { originOf, type Panel, panels, reportUnlabelled, textAt, valuesOf } from './panels.ts';

/** The labelled lines of a balance form, panel by panel. A panel that nobody can name is reported, for its lines would be added twice. */
export function lineRows(table: LogicalTable, context: StatementContext): Row[] {
  const sides = new Map<Side, Row[]>();
  const named = sidesOf(table);
  let unnamed = 0;
  for (const piece of table.pieces) {
    panels(piece.roles, (role) => role.kind === 'label').forEach((panel, p) => {
      const side = named[p];
      if (side === undefined) {
        unnamed += piece === table.pieces[0] ? 1 : 0;
        return;
      }
      const rows = sides.get(side) ?? [];
      sides.set(side, rows);
      for (const row of piece.rows) rows.push(...(lineRow(row, panel, side, table, context) ?? []));
    });
  }
  if (unnamed > 0)
    context.problems.push({
      code: 'column-not-recognised',
      message: `“${table.title}”除收入、支出两栏外另有 ${unnamed} 栏，按原样保留，没有核对。`,
      origin: table.origin,
    });
  return [...sides.values()].flatMap((side) => withBalanceParents(withParts(side)));
}

function lineRow(
  row: GridRow,
  panel: Panel,
  side: Side,
  table: LogicalTable,
  context: StatementContext,
): readonly Row[] | undefined {
  // A bare number is the line's index in a column that was not told apart.
  const label = textAt(row, panel.names).replace(/^\d{1,3}$/, '');
  const values = valuesOf(row, panel, context, table.title);
  const columns = [...panel.names, ...panel.values.map(([i]) => i)];
  if (label === '' || isBlank(label)) {
    reportUnlabelled(table, values.cells, originOf(row, columns), context);
    return undefined;
  }
  const key = lineKey(label);
  const code = codeOf(side, key, context.year);
  return [{ key, label, side, ...(code ? { code } : {}), ...values, origin: originOf(row, columns) }];
}

/** The class that a line names in the classification of its side. */
function codeOf(side: Side, key: string, year: number | undefined): string | undefined {
  switch (side) {
    case 'expenditure':
      return classByName(key, year);
    case 'economic':
      return codesByName('economic', key, year).find((code) => code.length === 3);
    case 'governmental':
      return codesByName('economic-gov', key, year).find((code) => code.length === 3);
    default:
      return undefined;
  }
}

/** Further panels, by what most of their lines name. */
const FURTHER: readonly (readonly [Side, (key: string, year?: number) => boolean])[] = [
  ['expenditure', (key) => codeOf('expenditure', key, undefined) !== undefined],
  ['economic', (key) => codeOf('economic', key, undefined) !== undefined],
  ['governmental', (key) => codeOf('governmental', key, undefined) !== undefined],
  ['use', (key) => USES.has(conceptOfLine('expenditure', key)?.id ?? '')],
];
const USES: ReadonlySet<string> = new Set([
  'basic',
  'project',
  'personnel',
  'operating',
  'business-expenditure',
  'remittance',
  'affiliate-subsidy',
]);
/** Fewer lines name nothing. */
const FEWEST = 2;

/** Which side each panel is: the first is revenue, the next expenditure; of further ones each is what its lines say, once. */
function sidesOf({ pieces }: LogicalTable): readonly (Side | undefined)[] {
  const found: (Side | undefined)[] = ['revenue'];
  const [, second, ...further] = panels(pieces[0]?.roles ?? [], (role) => role.kind === 'label');
  if (!second || further.length === 0) return [...found, 'expenditure'];
  for (const panel of [second, ...further]) {
    const keys = pieces.flatMap((piece) => piece.rows.map((row) => lineKey(textAt(row, panel.names))));
    const told = FURTHER.map(([side, isOf]) => [side, keys.filter((key) => key !== '' && isOf(key)).length] as const);
    const [side, count] = told.reduce((best, each) => (each[1] > best[1] ? each : best));
    const free = !found.includes(side) && count >= FEWEST;
    found.push(free ? side : panel === second ? 'expenditure' : undefined);
  }
  return found;
}

const SUM = /合计|总计|结转|结余/;

/**
 * Lines without number below a numbered one, or below the name of a class, are its parts where none is more than it: 一、财政拨款收入
 * with 一般公共预算收入 below it, a class with its sections and their items below them.
 */
function withParts(rows: readonly Row[]): Row[] {
  const isTop = (row: Row) => numberingDepth(row.label) > 0 || row.code !== undefined || SUM.test(row.label);
  const parts = new Map<Row, string>();
  rows.forEach((top, i) => {
    if (!isTop(top) || SUM.test(top.label)) return;
    const end = rows.findIndex((row, j) => j > i && isTop(row));
    const below = rows.slice(i + 1, end < 0 ? undefined : end);
    if (below.length > 0 && areWithin(top, below)) for (const row of below) parts.set(row, top.key);
  });
  return rows.map((row) => (parts.has(row) ? { ...row, partOf: parts.get(row)! } : row));
}

/** Whether no line is more than the one above them all: what is part of it cannot be. */
function areWithin(top: Row, below: readonly Row[]): boolean {
  return below.every(({ cells }) =>
    Object.entries(cells).every(([id, { fen }]) => Math.abs(fen) <= Math.abs(top.cells[id]?.fen ?? 0)),
  );
}
