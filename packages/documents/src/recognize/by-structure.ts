/**
 * The statement that a table without a telling title is, by its cells: what its rows are keyed by, which columns its headers and sums
 * tell, what its codes are of, and whose totals it repeats. A title that speaks of something else keeps its table from being any.
 */
import { classByName } from '@mingsuan/core/classification/index';
import {
  bareTitle,
  type FormDefinition,
  formById,
  formOfTitle,
  isTotalLabel,
  STATEMENTS,
} from '@mingsuan/core/forms/index';
import { parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import { lineKey, numberingDepth } from '@mingsuan/core/text/numbering';
import { conceptOfLine, FUND_IDS, type FundId, fundNamed, SOURCE_IDS } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../layout.ts';
import { footerColumns } from './coded-rows.ts';
import type { ColumnRole } from './columns.ts';
import { figuresTaken } from './figures-taken.ts';
import type { LogicalTable } from './logical-table.ts';
import { piecesAs, type TablePiece } from './pieces.ts';
import { agreesWith } from './shape/agrees.ts';
import { saysNothingElse } from './shape/bare-title.ts';
import { type CodeKind, cellKind, codeOf } from './shape/cells.ts';
import { hasAmounts } from './shape/columns.ts';
import { isItemName } from './shape/record-roles.ts';

type FormId = string;

/** Tables with the statements that structure tells them to be; those that have a form keep it. */
export function namedByStructure(tables: readonly LogicalTable[]): LogicalTable[] {
  const named = [...tables];
  const taken = new Set(tables.flatMap(({ form }) => (form ? [form.id] : [])));
  const give = (at: number, found: LogicalTable | undefined) => {
    if (!found) return;
    named[at] = found;
    taken.add(found.form!.id);
  };
  // A title that names a form names no other: the table is a second one of its form, or not what it says. A line above it is no title.
  const open = (at: number) =>
    !named[at]!.form &&
    (named[at]!.caption.title === undefined || formOfTitle(named[at]!.title) === undefined) &&
    saysNothingElse(named[at]!.caption.title, named[at]!.title) &&
    hasFigures(named[at]!);
  // The balances first: their totals tell the others apart.
  for (const at of named.keys()) if (open(at)) give(at, asBalance(named[at]!, taken));
  for (const at of named.keys()) if (open(at)) give(at, asClassified(named, at, taken));
  return named.map((table) => (table.form || isCopy(table, tables) ? table : (asListed(table) ?? table)));
}

/** Whether a table prints another one of a form once more, cell by cell. */
const isCopy = (table: LogicalTable, tables: readonly LogicalTable[]): boolean =>
  tables.some((other) => other.form && other.title === table.title && textsOf(other) === textsOf(table));

const textsOf = (table: LogicalTable): string =>
  rowsOf(table)
    .flatMap((row) => row.map(({ text }) => squeeze(text)))
    .join('|');

const rowsOf = ({ pieces }: LogicalTable): readonly (readonly TableCell[])[] => pieces.flatMap(({ rows }) => rows);

const hasFigures = (table: LogicalTable): boolean =>
  rowsOf(table).some((row) => row.some((cell) => cellKind(cell) === 'amount'));

const as = (table: LogicalTable, id: FormId): LogicalTable => {
  const form: FormDefinition = formById(id as never);
  return { ...table, form, pieces: piecesAs(form, table.pieces) };
};

/** Fewer known lines are an accident. */
const FEWEST_LINES = 3;

/** Whether a table prints labelled lines of revenue beside others, and closes with their sums. */
export const isBalance = (table: LogicalTable): boolean => revenueLines(table) !== undefined;

/** The concepts of the lines on the left of a table with two sides; undefined where it is none. */
function revenueLines(table: LogicalTable): ReadonlySet<string> | undefined {
  const rows = rowsOf(table);
  const labels = rows.map((row) =>
    row.flatMap((cell) => (['text', 'code'].includes(cellKind(cell)) ? [cell.text] : [])),
  );
  const concepts = labels.map(([first]) =>
    first === undefined ? undefined : conceptOfLine('revenue', lineKey(first)),
  );
  const ids = new Set(concepts.flatMap((concept) => concept?.id ?? []));
  const isSplit = labels.filter((line) => line.length >= 2).length >= 2;
  const numbered = labels.flat().filter((label) => numberingDepth(label) > 0).length;
  const closes = labels.some((line) =>
    line.some((label) => /(?:收入|支出)(?:总计|合计)|^[总合]计$/.test(squeeze(label))),
  );
  const isKnown = ids.size >= FEWEST_LINES && numbered >= 2;
  return isSplit && closes && (isKnown || isOverClasses(labels)) ? ids : undefined;
}

/** Whether numbered lines stand left of the classes of expenditure, whatever those of revenue are called. */
function isOverClasses(labels: readonly (readonly string[])[]): boolean {
  const numbered = labels.filter(([left]) => left !== undefined && numberingDepth(left) > 0);
  const classes = labels.filter(([, right]) => right !== undefined && classByName(lineKey(right)) !== undefined);
  return numbered.length >= 2 && classes.length >= 2;
}

/** Lines on two sides: with money of other sources than the budget's funds it is 收支总表, with none 财政拨款收支总表. */
function asBalance(table: LogicalTable, taken: ReadonlySet<FormId>): LogicalTable | undefined {
  const ids = revenueLines(table);
  if (!ids) return undefined;
  const beside = SOURCE_IDS.slice(FUND_IDS.length).some((id) => ids.has(id));
  const id = beside ? 'balance' : 'appropriation-balance';
  if (taken.has(id)) return undefined;
  const found = as(table, id);
  return hasRoles(found.pieces, ['label', 'value']) ? found : undefined;
}

const hasRoles = (pieces: readonly TablePiece[], kinds: readonly string[]): boolean =>
  kinds.every((kind) => pieces.some(({ roles }) => roles.some((role) => role.kind === kind)));

/** Rows by items of a classification: the form whose columns take most of the figures, and that nothing speaks against. */
function asClassified(
  tables: readonly LogicalTable[],
  at: number,
  taken: ReadonlySet<FormId>,
): LogicalTable | undefined {
  const table = tables[at]!;
  const list = listOf(table);
  if (!list) return asSourcesOfUnits(table, taken);
  const fitting = STATEMENTS.filter(({ id, rows }) => rows === list && !taken.has(id))
    .map((form) => as(table, form.id))
    .filter((found) => agreesWith(found.form!, found.pieces) && figuresTaken(found.pieces) > 0.5 && fits(found));
  const best = Math.max(0, ...fitting.map(({ pieces }) => figuresTaken(pieces)));
  const wanted = list === 'function' ? ofFunctions(tables, at, taken) : ofEconomic(table);
  return wanted
    .flatMap((id) => fitting.find(({ form }) => form!.id === id) ?? [])
    .find(({ pieces }) => figuresTaken(pieces) === best);
}

/**
 * A table that nobody knows, whatever its title says, or a second one of its form: its rows are items of a classification, and most of
 * its columns are told.
 */
function asListed(table: LogicalTable): LogicalTable | undefined {
  const list = hasFigures(table) ? (listOf(table) ?? emptyListOf(table)) : undefined;
  if (!list) return undefined;
  const found = as(table, list === 'function' ? 'by-function' : 'by-economic');
  const isTold =
    figuresTaken(found.pieces) > 0.5 && found.pieces.some(({ roles }) => roles.some((role) => isColumn(role, 'total')));
  return isTold && agreesWith(found.form!, found.pieces) ? found : undefined;
}

/** A row for each unit under the sources of its money: what it receives, and where that is told already what it spends. */
function asSourcesOfUnits(table: LogicalTable, taken: ReadonlySet<FormId>): LogicalTable | undefined {
  const isSpent = taken.has('revenue') || /支出/.test(table.caption.title ?? '');
  const id = isSpent ? 'expenditure' : 'revenue';
  if (taken.has(id)) return undefined;
  const found = as(table, id);
  const sources = found.pieces[0]!.roles.flatMap((role) =>
    role.kind === 'value' && SOURCES.has(role.id) ? [role.id] : [],
  );
  const isTold = new Set(sources).size >= FEWEST_SOURCES && (isSpent ? hasTotal(found) : fits(found));
  return isTold && rowsOf(table).every(isOfUnit) ? found : undefined;
}

const hasTotal = ({ pieces }: LogicalTable): boolean =>
  pieces.some(({ roles }) => roles.some((role) => isColumn(role, 'total')));

const SOURCES: ReadonlySet<string> = new Set([...SOURCE_IDS, 'carryover']);

/** Fewer sources stand in other tables too. */
const FEWEST_SOURCES = 4;

/** A row that only names whose figures it has, if anything: neither a code nor a line. */
const isOfUnit = (row: readonly TableCell[]): boolean =>
  row.filter((cell) => cellKind(cell) === 'text').length <= 2 &&
  row.every((cell) => codeOf(cell) === undefined && numberingDepth(cell.text) === 0);

/** The classification that a header says the rows are of, where a 合计 row of nothing is all that there is. */
function emptyListOf(table: LogicalTable): 'function' | undefined {
  const rows = rowsOf(table).filter((row) => row.some((cell) => cellKind(cell) === 'amount'));
  const isNothing = rows.every((row) =>
    row.every((cell) => isTotalLabel(cell.text) || cellKind(cell) === 'blank' || /^[0.]+$/.test(squeeze(cell.text))),
  );
  const heads = table.pieces.flatMap(({ header }) => header.paths.flat());
  const isOfFunctions = heads.some((head) => /^(?:.*功能分类.*|科目编码|科目代码)$/.test(head));
  return rows.length > 0 && isNothing && isOfFunctions && !heads.some((head) => /经济/.test(head))
    ? 'function'
    : undefined;
}

/** The classification that most rows are items of. */
function listOf(table: LogicalTable): 'function' | 'economic' | undefined {
  const rows = rowsWithFigures(table);
  const kinds = rows.map((row) => new Set<CodeKind>(row.flatMap((cell) => codeOf(cell)?.kind ?? [])));
  const share = (kind: CodeKind) => kinds.filter((each) => each.has(kind)).length * 2 >= rows.length;
  if (rows.length < 2) return undefined;
  if (share('function')) return 'function';
  if (share('economic') || share('governmental')) return 'economic';
  const names = rows.filter((row) => row.some(({ text }) => text.length > 1 && isItemName(lineKey(text))));
  if (names.length * 2 < rows.length) return splitList(rows);
  return names.some((row) => row.some(({ text }) => /^(?:工资福利支出|商品和服务支出)$/.test(lineKey(text))))
    ? 'economic'
    : 'function';
}

/** Rows with an amount, or with a whole number where amounts begin: a workbook shows money so that has no decimals. */
function rowsWithFigures(table: LogicalTable): readonly (readonly TableCell[])[] {
  const rows = rowsOf(table);
  const begins = Math.min(
    ...rows.map((row) => row.findIndex((cell) => cellKind(cell) === 'amount')).filter((c) => c >= 0),
  );
  return rows.filter((row) => row.some((cell, c) => c >= begins && ['amount', 'integer'].includes(cellKind(cell))));
}

/** Codes printed level by level: the class stands alone in its first row. */
function splitList(rows: readonly (readonly TableCell[])[]): 'function' | 'economic' | undefined {
  const levels = rows.filter((row) => row.slice(0, 4).some(({ text }) => /^\d{2}$/.test(squeeze(text))));
  const classes = rows.flatMap((row) => row.slice(0, 4).flatMap((cell) => codeOf(cell)?.kind ?? []));
  if (levels.length === 0 || (levels.length + classes.length) * 2 < rows.length) return undefined;
  return classes.includes('function') ? 'function' : classes.includes('economic') ? 'economic' : undefined;
}

/** Whether a table has the columns that make a form what it is. */
function fits(table: LogicalTable): boolean {
  const id = table.form!.id;
  const ids = new Set([
    ...table.pieces.flatMap(({ roles }) => roles.flatMap((role) => (role.kind === 'value' ? [role.id] : []))),
    ...footerColumns(table),
  ]);
  const has = (...some: readonly string[]) => some.some((column) => ids.has(column));
  if (!ids.has('total')) return false;
  switch (id) {
    case 'revenue':
      return has(...SOURCE_IDS, 'appropriation') && !has('basic', 'project');
    case 'basic':
    case 'appropriation-basic':
    case 'basic-function':
      return has('personnel', 'operating') && !has('project');
    case 'basic-sources':
      return has(...SOURCE_IDS, 'appropriation');
    case 'appropriation':
      return has(...FUND_IDS);
    default:
      return has('basic', 'project');
  }
}

/** What a table by economic items may be, the likeliest first. What is spent by sources is basic expenditure only where its title does not say more. */
function ofEconomic({ title }: LogicalTable): readonly FormId[] {
  const isBasic = /基本支出/.test(title);
  if (isBasic && !/一般公共预算|公共财政|财政拨款/.test(title)) return ['basic', 'basic-sources'];
  const isOfMore = !isBasic && /支出/.test(title);
  return isOfMore ? ['basic', 'general-economic'] : ['basic', 'general-economic', 'basic-sources'];
}

/** What a table by functional items may be, the likeliest first: by its words, by its codes, by whose totals it repeats, by where it stands. */
function ofFunctions(tables: readonly LogicalTable[], at: number, taken: ReadonlySet<FormId>): readonly FormId[] {
  const table = tables[at]!;
  const fund = [table.title, ...headOfAll(table)]
    .map((word) => fundNamed(bareTitle(word)))
    .find((id) => id !== undefined);
  const codes = rowsOf(table).flatMap((row) => row.flatMap((cell) => codeOf(cell)?.code ?? []));
  if (codes.length > 0 && codes.every((code) => code.startsWith('223'))) return ['state-capital'];
  if (fund && fund !== 'general-public') return [fund];
  const total = totalOf(table);
  const general: FormId[] = ['general-public', 'basic-function'];
  const all: FormId[] = ['revenue', 'expenditure'];
  if (fund) return [...general, 'appropriation'];
  const [balance, appropriations] = ['balance', 'appropriation-balance'].map((id) =>
    tables.find(({ form }) => form?.id === id),
  );
  if (total !== undefined && appropriations) {
    const paid = FUND_IDS.slice(1).find((id) => sumsOf(appropriations, id).has(total));
    if (paid && !sumsOf(appropriations, 'general-public').has(total)) return [paid];
  }
  // A figure that no table repeats tells nothing, and where a table has others it speaks against it.
  const repeats = (whole: LogicalTable | undefined) => total === undefined || !whole || sumsOf(whole).has(total);
  const isAfter = appropriations !== undefined && tables.indexOf(appropriations) < at;
  if (!repeats(balance)) return repeats(appropriations) && appropriations ? general : [];
  if (!repeats(appropriations)) return all;
  return isAfter || taken.has('expenditure') ? ['revenue', ...general] : [...all, ...general];
}

/** What stands above all columns with figures. */
function headOfAll({ pieces: [piece] }: LogicalTable): readonly string[] {
  if (!piece) return [];
  const paths = piece.header.paths.filter((_, c) => hasAmounts(piece.rows, c));
  const [first] = paths;
  return first && paths.every((path) => path[0] === first[0]) ? first.slice(0, 1) : [];
}

/** The first figure of the 合计 row, or of the first row where that names no item: the unit's own. */
function totalOf(table: LogicalTable): number | undefined {
  const rows = rowsOf(table).filter((row) => row.some((cell) => cellKind(cell) === 'amount'));
  const row = rows.find((cells) => cells.some(({ text }) => isTotalLabel(text))) ?? rows.slice(0, 1).find(isOfUnit);
  const cell = row?.find((each) => cellKind(each) === 'amount');
  return cell === undefined ? undefined : parseAmount(cell.text, '元')?.fen;
}

/** Figures of the lines that add up a side; of one fund those of its column. */
function sumsOf({ pieces }: LogicalTable, fund?: FundId): ReadonlySet<number> {
  const figures = pieces.flatMap(({ rows, roles }) =>
    rows
      .filter((row) => row.some(({ text }) => /(?:总计|合计)$|^[一二]、本年(?:收入|支出)/.test(squeeze(text))))
      .flatMap((row) => row.filter((_, c) => fund === undefined || isColumn(roles[c], fund))),
  );
  return new Set(
    figures.flatMap((cell) => (cellKind(cell) === 'amount' ? (parseAmount(cell.text, '元')?.fen ?? []) : [])),
  );
}

const isColumn = (role: ColumnRole | undefined, id: string): boolean => role?.kind === 'value' && role.id === id;
