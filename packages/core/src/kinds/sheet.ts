/**
 * Reading a sheet from its fields: labelled lines (项目名称 | 办公设备购置) and grids, each under a header of its own, one below the
 * other in one printed table.
 */
import { headerKey } from '../forms/label.ts';
import { derived } from '../memo.ts';
import { printedNumber, quantityOf } from '../quantity.ts';
import { isHeaderOf } from '../vocabulary/index.ts';
import { type CellField, cellFields, type Fields, isWords, type RowOf, rowsFields } from './field.ts';
import type { PrintedCell, PrintedTable } from './kind.ts';
import { given } from './read.ts';

type Line = readonly PrintedCell[];
type Values = Record<string, unknown>;

/** A grid that lines go on with: its columns from left to right. */
interface Open {
  readonly id: string;
  readonly fields: Fields;
  readonly columns: readonly { readonly from: number; readonly id: string }[];
  readonly above: Values;
  /** The column left of the grid in which one label stands beside all its lines. */
  readonly side?: number;
}

/** The row that a sheet is. Lines that no field knows are passed over. */
export function readSheet<F extends Fields>(fields: F, table: PrintedTable): RowOf<F> {
  const groups = rowsFields(fields);
  const read: Values = { title: table.title, ...Object.fromEntries(groups.map(([id]) => [id, []])) };
  let open: Open | undefined;
  for (const line of table.grid) {
    if (line.every(({ text }) => text === '')) continue;
    const header = groups.map(([id, group]) => headed(id, group.fields, line)).find((found) => found !== undefined);
    if (header) {
      open = header;
      continue;
    }
    // Another label beside the lines than the one beside the header: what follows is of something else.
    if (open?.side !== undefined && isFilled(line[open.side])) open = undefined;
    const told = labelled(fields, line, table);
    if (Object.keys(told).length > 0) Object.assign(read, { ...told, ...read });
    else if (open && !isLabelAlone(fields, line)) {
      const row = readLine(open, line, table);
      if (row) (read[open.id] as unknown[]).push(row);
    }
  }
  return { ...read, origin: table.origin } as unknown as RowOf<F>;
}

const isFilled = (cell: PrintedCell | undefined): boolean => cell !== undefined && !cell.covered && cell.text !== '';

const testOf = derived((headers: readonly string[]) => isHeaderOf([{ id: '', headers }]));

/** Whether a text is one of a field's headers. */
const isHeader = ({ headers }: CellField, text: string): boolean => testOf(headers)(headerKey(text));

/** A label beside which nothing was filled in: it is no row of the grid above it. */
function isLabelAlone(fields: Fields, line: Line): boolean {
  const [first, ...others] = line.filter(({ text }) => text !== '');
  return (
    first !== undefined && others.length === 0 && cellFields(fields).some(([, field]) => isHeader(field, first.text))
  );
}

/** The cells of fields that stand in lines, each behind its label; of several lines that have a label the first counts. */
export function labelledIn<F extends Fields>(
  fields: F,
  lines: readonly Line[],
  table: PrintedTable,
): Partial<RowOf<F>> {
  const told = lines.map((line) => labelled(fields, line, table)).toReversed();
  return Object.assign({}, ...told) as Partial<RowOf<F>>;
}

/** A line is the header of a grid where most of its cells, and two at least, head its columns. */
function headed(id: string, fields: Fields, line: Line): Open | undefined {
  const columns = line.flatMap(({ text }, from) => {
    const found = text === '' ? undefined : cellFields(fields).find(([, field]) => isHeader(field, text));
    return found ? [{ from, id: found[0] }] : [];
  });
  const filled = line.filter(({ text }) => text !== '').length;
  if (columns.length < 2 || columns.length * 2 < filled) return undefined;
  const [name, field] = cellFields(fields)[0]!;
  // The column of the rows' names has no header in most forms.
  const isNamed = columns.some((column) => column.id === name) || !field.isName;
  // 年度预算 | 资金总额 | 财政拨款: amounts beside a label of several lines are of that label, not of rows with names.
  // Where a blank cell stands between, the names have a column: 项目资金 | (blank) | 年初预算数 | 全年预算数.
  const before = line.slice(0, columns[0]!.from).findLast(({ covered }) => covered !== 'left');
  const hasNames = before !== undefined && !before.covered && before.text === '';
  if (!isNamed && !hasNames && line.slice(0, columns[0]!.from).some(({ isSide }) => isSide)) return undefined;
  const side = line.slice(0, columns[0]!.from).findLastIndex(isFilled);
  return {
    id,
    fields,
    columns: isNamed ? columns : [{ from: 0, id: name }, ...columns],
    above: {},
    ...(isNamed && side >= 0 ? { side } : {}),
  };
}

/** Pairs of a label and the cell after it; of a line of several figures the last one where the field says so. */
function labelled(fields: Fields, line: Line, table: PrintedTable): Values {
  const filled = line.filter(({ text }) => text !== '');
  const labelOf = ({ text }: PrintedCell) =>
    cellFields(fields).find(([, field]) => isHeader(field, text.replace(/[:：]$/, '')));
  // Another label ends it: 总分 | 100 | 95 | 等级 | 优.
  const lastBehind = (at: number) => {
    const next = filled.findIndex((cell, i) => i > at && labelOf(cell) !== undefined);
    return filled[(next < 0 ? filled.length : next) - 1];
  };
  const pairs = filled.flatMap((cell, i) => {
    const found = labelOf(cell);
    const value = found?.[1].isLast ? lastBehind(i) : filled[i + 1];
    if (!found || !value || value === cell) return [];
    return [[found[0], valueIn(found[1], value, table)] as const];
  });
  return given(Object.fromEntries(pairs));
}

/** A line of a grid; a column reaches to where the next begins, and of the name's the last text is meant. */
function readLine({ fields, columns, above }: Open, line: Line, table: PrintedTable): Values | undefined {
  const cells = columns.map(({ from, id }, i) => {
    const filled = line.slice(from, columns[i + 1]?.from).filter(({ text }) => text !== '');
    return [id, (fields[id] as CellField).isName ? filled.at(-1) : filled[0]] as const;
  });
  const first = cells.find(([, cell]) => cell !== undefined)?.[1];
  if (!first) return undefined;
  const row: Values = {};
  for (const [id, cell] of cells) {
    const field = fields[id] as CellField;
    const value = cell && valueIn(field, cell, table);
    row[id] = value ?? (field.down ? above[id] : undefined) ?? (field.required ? '' : undefined);
    if (field.down) above[id] = row[id];
  }
  return { ...given(row), origin: first.origin };
}

function valueIn(field: CellField, cell: PrintedCell, table: PrintedTable): unknown {
  if (isWords(field)) return cell.text;
  return field.type === 'money' ? table.amount(cell) : quantityOf(printedNumber(cell.text), cell);
}
