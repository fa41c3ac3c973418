/**
 * Grids of the balance forms: each side by itself. Lines are sums (本年合计、总计), lines of the year before the year's
 * sum, lines after it (结转、结余分配), and lines below other lines (1. 一般公共预算, 其中：…), told by their numbering.
 */

import type { Row, Side, Statement } from '../disclosure.ts';
import type { Printing } from '../figures/precision.ts';
import { columnIds } from '../model/columns.ts';
import type { RowDraft } from '../model/row-draft.ts';
import type { Fen } from '../money.ts';
import { numberingDepth } from '../text/numbering.ts';
import { conceptById, conceptsOfSide } from '../vocabulary/index.ts';
import type { LineParts } from './line-parts.ts';
import { APPROPRIATION_ROLES, isBareSum, isFundRole } from './line-roles.ts';
import { treeBySums } from './line-tree.ts';
import { layOut, type TableGrid } from './table-grid.ts';

const GRAND_TOTALS: readonly string[] = ['收入总计', '支出总计'];
const YEAR_SUMS: readonly string[] = ['本年收入合计', '本年支出合计'];
const CARRIED: readonly string[] = ['上年结转', '年终结转'];
const PART_OF = /^\s*其中/;
/** What a carry-over has of appropriations: 其中：财政拨款资金结转, beside 非财政拨款结余. */
const APPROPRIATION_PART = /^财政拨款.*(?:结转|结余)/;

/** One side of a balance form for the equations: lines with roles, sums and parts told apart; `told` are parts that its amounts bear out. */
export function balanceGrid(statement: Statement, side: Side, printing: Printing, told?: LineParts): TableGrid {
  const rows = statement.rows.filter((row) => row.side === side);
  const roles = assignRoles(rows, side);
  const depths = nesting(rows, roles, printing.step);
  const drafts = rows.map((row, r) => draftRow(row, roles[r], told?.codes.get(r)));
  const groups = new Map<string, number[]>();
  const put = (group: string, r: number) => groups.get(group)?.push(r) ?? groups.set(group, [r]);
  const yearSum = roles.findIndex((role) => role !== undefined && YEAR_SUMS.includes(role));
  const body = bodyOf(rows, roles);
  let top: number | undefined;
  rows.forEach((row, r) => {
    put('*', r);
    const role = roles[r];
    if (role !== undefined && (YEAR_SUMS.includes(role) || GRAND_TOTALS.includes(role))) {
      top = undefined;
      return;
    }
    if (depths[r]! > 0 && top !== undefined) {
      drafts[r]!.partOf = top;
      return;
    }
    top = r;
    put('top', r);
    put(r < body.from || r >= body.to ? 'after' : 'lines', r);
    if (row.code) put('class', r);
    if (side === 'revenue' && !APPROPRIATION_ROLES.has(role ?? '')) put('other-sources', r);
  });
  completeParts(drafts, roles);
  if (statement.unread || hasHeading(drafts) || !isUnambiguous(rows, roles, depths, yearSum))
    for (const group of ['lines', 'top']) groups.delete(group);
  for (const [r, code] of told?.codes ?? []) put(code.length === 5 ? 'section' : 'item', r);
  for (const [whole, parts] of told?.parts ?? []) {
    drafts[whole]!.children = [...parts];
    for (const part of parts) delete drafts[part]!.partOf;
  }
  return layOut({
    name: `${statement.form}.${side}`,
    form: statement.form,
    side,
    unit: statement.unit,
    printing,
    columns: sideColumns(statement, side),
    rows: drafts,
    groups,
  });
}

function assignRoles(rows: readonly Row[], side: Side): (string | undefined)[] {
  const total = side === 'revenue' ? '收入总计' : '支出总计';
  const sum = side === 'revenue' ? '本年收入合计' : '本年支出合计';
  const roles = conceptsOfSide(
    side,
    rows.map((row) => (row.code ? undefined : row.key)),
  ).map((concept) => concept?.role);
  const bare = rows.filter(({ key }) => isBareSum(key));
  rows.forEach((row, r) => {
    if (!isBareSum(row.key) || (row.key === '小计' && (bare.length > 1 || roles.includes(sum)))) return;
    roles[r] = roles.includes(total) ? sum : total;
  });
  let carried: string | undefined;
  roles.forEach((role, r) => {
    if (isFundRole(role) && carried) roles[r] = `${carried}·${role}`;
    else if (role === undefined && carried && APPROPRIATION_PART.test(rows[r]!.key))
      roles[r] = `${carried}·${conceptById('appropriation').role}`;
    else if (role !== undefined && CARRIED.includes(role)) carried = role;
    else if (role !== undefined) carried = undefined;
  });
  return roles;
}

/**
 * 0 for a line of the side itself, more for a line below another: the numbering that comes first is the side's own. Where the
 * lines do not add up so, and do as wholes with their parts below them, the amounts tell.
 */
function nesting(rows: readonly Row[], roles: readonly (string | undefined)[], step: Fen): number[] {
  const byNumbering = numberedNesting(rows, roles);
  const { from, to, sum } = bodyOf(rows, roles);
  const column = ['amount', 'total'].find((id) => rows[sum]?.cells[id]);
  if (column === undefined) return byNumbering;
  const amounts = rows.slice(from, to).map((row) => row.cells[column]?.fen ?? 0);
  const total = rows[sum]!.cells[column]!.fen;
  const flat = amounts.reduce((all, fen, r) => (byNumbering[from + r] === 0 ? all + fen : all), 0);
  if (Math.abs(flat - total) * 2 <= (to - from + 1) * step) return byNumbering;
  const parents = treeBySums(amounts, total, step);
  if (!parents) return byNumbering;
  return byNumbering.map((depth, r) => (r < from || r >= to ? depth : parents[r - from]! < 0 ? 0 : 1));
}

/**
 * The lines of the year (from, to) and the sum they make: those above the first sum, or where nothing is printed above it
 * those below, up to what is carried over.
 */
function bodyOf(rows: readonly Row[], roles: readonly (string | undefined)[]) {
  const isSum = (role: string | undefined) =>
    role !== undefined && (YEAR_SUMS.includes(role) || GRAND_TOTALS.includes(role));
  const sum = roles.findIndex(isSum);
  if (sum < 0) return { from: 0, to: rows.length, sum };
  const isAbove = rows.slice(0, sum).some((row) => Object.keys(row.cells).length > 0);
  // A printed zero is the sum of the blank lines above it.
  const printed = Object.values(rows[sum]!.cells);
  const isNothing = sum > 0 && printed.length > 0 && printed.every(({ fen }) => fen === 0);
  if (isAbove || isNothing) return { from: 0, to: sum, sum };
  const next = roles.findIndex((role, r) => r > sum && role !== undefined && (isSum(role) || CARRIED.includes(role)));
  return { from: sum + 1, to: next < 0 ? rows.length : next, sum };
}

function numberedNesting(rows: readonly Row[], roles: readonly (string | undefined)[]): number[] {
  const own = numberingDepth(rows.find((row) => numberingDepth(row.label) > 0)?.label ?? '');
  const tops = new Set(rows.flatMap((row) => (numberingDepth(row.label) > 0 || row.code ? [row.key] : [])));
  return rows.map((row, r) => {
    if (PART_OF.test(row.label) || roles[r]?.includes('·')) return 1;
    if (row.partOf !== undefined && numberingDepth(row.label) === 0 && tops.has(row.partOf)) return 1;
    const depth = numberingDepth(row.label);
    return depth > own ? 1 : 0;
  });
}

function draftRow(row: Row, role: string | undefined, code = row.code): RowDraft {
  const names = [row.key, code, role].filter((name) => name !== undefined);
  return {
    key: code ?? role ?? row.key,
    source: row.key,
    label: row.label,
    origin: row.origin,
    names: [...new Set(names)],
    cells: row.cells,
    ...(row.unread ? { unread: row.unread } : {}),
    children: [],
    aggregate: role !== undefined && (YEAR_SUMS.includes(role) || GRAND_TOTALS.includes(role)),
  };
}

/** Parts that name the funds are all there are; other parts may be a selection, and stay below their whole only. */
function completeParts(drafts: readonly RowDraft[], roles: readonly (string | undefined)[]): void {
  const funds = new Map<number, number[]>();
  drafts.forEach((draft, r) => {
    if (draft.partOf === undefined) return;
    const role = roles[r]?.split('·').at(-1);
    if (isFundRole(role) && !PART_OF.test(draft.label))
      funds.set(draft.partOf, [...(funds.get(draft.partOf) ?? []), r]);
  });
  for (const [parent, parts] of funds) {
    const all = drafts.filter((draft) => draft.partOf === parent);
    if (parts.length < 2 || parts.length !== all.length) continue;
    drafts[parent]!.children = parts;
    for (const part of parts) delete drafts[part]!.partOf;
  }
}

/** A line of its own without a figure, above parts that have some: a heading, whose amount is not printed. */
function hasHeading(drafts: readonly RowDraft[]): boolean {
  const isFilled = ({ cells }: RowDraft) => Object.values(cells).some((cell) => cell.fen !== 0);
  const isBlank = ({ cells }: RowDraft) => Object.keys(cells).length === 0;
  return drafts.some((draft) => draft.partOf !== undefined && isFilled(draft) && isBlank(drafts[draft.partOf]!));
}

/**
 * Whether the side's own lines are certain. They are not where a filled line without number and known meaning stands
 * among numbered ones (it may be a part), where a carry-over stands before the year's sum, or where classes and other
 * lines are mixed (some tables list 基本支出 and 项目支出 beside the classes, and the same money twice).
 */
function isUnambiguous(
  rows: readonly Row[],
  roles: readonly (string | undefined)[],
  depths: readonly number[],
  yearSum: number,
): boolean {
  const numbered = rows.some((row) => numberingDepth(row.label) > 0);
  const classes = rows.some((row) => row.code);
  return rows.every((row, r) => {
    if (Object.values(row.cells).every((cell) => cell.fen === 0)) return true;
    if (r < yearSum && CARRIED.includes(roles[r] ?? '')) return false;
    if (depths[r]! > 0 || roles[r] !== undefined || row.code) return true;
    return !classes && !(numbered && numberingDepth(row.label) === 0);
  });
}

/** Columns of the side: `amount`, or the funds; of the columns that one side alone uses, only its own. */
function sideColumns(statement: Statement, side: Side): readonly string[] {
  const uses = (column: string) => statement.rows.some((row) => row.side === side && row.cells[column]);
  const ids = columnIds(statement);
  if (side === 'revenue') return ['amount', ...ids.filter((id) => id !== 'amount' && uses(id))];
  return ids.filter((id) => id !== 'amount' || uses('amount') || ids.length === 1);
}
