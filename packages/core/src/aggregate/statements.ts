/** Statements of units added up: the department's statements, cell by cell. */
import type { Cell, Disclosure, Row, Statement } from '../disclosure.ts';
import { formById } from '../forms/index.ts';
import { formatAmount, type MoneyUnit } from '../money.ts';
import { fill, formsOf, type Printing } from '../templates/fill.ts';
import { lineKey, numberingDepth } from '../text/numbering.ts';
import { numeral } from '../text/numerals.ts';
import { addStatement, openTable, type SumRow, type SumTable } from './sum-table.ts';

/** Adds up the units' statements by form, in the order in which the units print them. */
export function sumStatements(units: readonly Disclosure[]): Map<string, SumTable> {
  const tables = new Map<string, SumTable>();
  for (const { statements } of units) {
    for (const statement of statements) {
      const table = tables.get(statement.form) ?? openTable(statement);
      tables.set(statement.form, table);
      addStatement(table, statement);
    }
  }
  return tables;
}

/** How the department words what the units print: by its template, or by the units' own words where it has none. */
export function printStatement(table: SumTable, unit: MoneyUnit, printing: Printing | undefined): Statement {
  const { first, columns } = table;
  const rows = table.rows.map((sumRow) => printRow(sumRow, unit));
  const form = printing && formsOf(printing.template, printing.agency.level).find((each) => each.form === first.form);
  const note = form?.emptyNote ? fill(form.emptyNote, printing!) : first.note && levelWords(first.note);
  return {
    form: first.form,
    title: form ? fill(form.title, printing!) : levelWords(first.title),
    unit,
    ...(rows.length === 0 && note ? { note } : {}),
    columns: [...columns],
    rows: table.grown && formById(first.form).rows === 'lines' ? renumbered(rows) : rows,
    origin: {},
  };
}

/** Whether the template prints the units of a department one below the other in this form. */
export const listsUnits = ({ form }: Statement, printing: Printing | undefined): boolean =>
  printing !== undefined &&
  formsOf(printing.template, printing.agency.level).some((each) => each.form === form && each.rows === 'units');

/** The 合计 row of the sum, and below it each unit with its own total and its own rows; `unit` of a row says whose it is. */
export function withUnits(sum: Statement, units: readonly Disclosure[]): Statement {
  const total = sum.rows.filter(({ key }) => key === 'total');
  const listed = units.flatMap(({ agency, statements }) => {
    const rows = statements.find(({ form }) => form === sum.form)?.rows ?? [];
    const unit = agency.code ?? agency.name;
    return rows.map((row): Row => {
      const cells = Object.fromEntries(
        Object.entries(row.cells).map(([id, { fen }]) => [id, { fen, text: formatAmount(fen, sum.unit), origin: {} }]),
      );
      const own = row.key === 'total' ? { key: lineKey(agency.name), label: agency.name } : { unit };
      return { ...row, ...own, cells, origin: {} };
    });
  });
  return { ...sum, rows: [...total, ...listed] };
}

function levelWords(text: string): string {
  return text.replace(/(?:预算)?单位(?=预算|决算|财务|收|支|财政|一般|政府|国有|[“"]?三公|\d{4}年|无)/, '部门');
}

function printRow({ row: { unread: _, ...row }, sums, unread }: SumRow, unit: MoneyUnit): Row {
  const cells: Record<string, Cell> = {};
  for (const [column, fen] of Object.entries(sums)) {
    if (!unread.has(column)) cells[column] = { fen, text: formatAmount(fen, unit), origin: {} };
  }
  return { ...row, cells, ...(unread.size > 0 ? { unread: [...unread] } : {}), origin: {} };
}

const NUMBERED = /^(\s*[（(]?)[一二三四五六七八九十]+([、.．）)])/;

/** Lines that units number each for itself get the numbers of the whole list. */
function renumbered(rows: readonly Row[]): Row[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    if (row.side !== 'expenditure' || !NUMBERED.test(row.label)) return row;
    const list = `${numberingDepth(row.label)}|${row.partOf ?? ''}`;
    const n = (counts.get(list) ?? 0) + 1;
    counts.set(list, n);
    return { ...row, label: row.label.replace(NUMBERED, (_, open, close) => `${open}${numeral(n)}${close}`) };
  });
}
