/**
 * Columns that only their place has a name for, told by the sums that hold: what stands beside known columns under one header, and is
 * needed for them to add up to the whole of it, is a share of that.
 */
import { cellKey, columnAt } from '@mingsuan/core/model/address';
import { shareColumn } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../../layout.ts';
import type { ColumnRole } from '../columns.ts';
import { hasAmounts } from './columns.ts';
import { lastDigitOf, valueAt } from './sums.ts';

type Rows = readonly (readonly TableCell[])[];
type Paths = readonly (readonly string[])[];

const WHOLE = /^(?:.*(?:小计|合计)|总计|金额|总额|总数)$/;
const SUMS: ReadonlySet<string> = new Set(['total', 'amount', 'subtotal', 'grand-total']);

/** Roles with the unknown columns of figures that sums tell to be shares, level by level from the whole down. */
export function withShares(roles: readonly ColumnRole[], rows: Rows, paths: Paths): ColumnRole[] {
  const found = [...roles];
  const isOpen = (c: number) => (found[c]!.kind === 'unknown' || found[c]!.kind === 'blank') && holdsNumbers(rows, c);
  if (!found.some((_, c) => isOpen(c) && (paths[c] ?? []).length > 0)) return found;
  const isFigure = (c: number) => found[c]!.kind === 'value' || isOpen(c);
  const byDepth = found.map((_, c) => c).toSorted((a, b) => (paths[a] ?? []).length - (paths[b] ?? []).length);
  for (const whole of byDepth) {
    const role = found[whole]!;
    const group = role.kind === 'value' ? groupOf(role.id, paths[whole] ?? []) : undefined;
    if (role.kind !== 'value' || group === undefined) continue;
    const members = found.flatMap((_, c) => (c !== whole && isFigure(c) && isWithin(paths[c] ?? [], group) ? [c] : []));
    const parts = representatives(members, paths, group.length);
    const open = parts.filter(isOpen);
    if (open.length === 0 || !addUp(rows, whole, parts, open)) continue;
    const { column, ...at } = columnAt(role.id);
    for (const c of open)
      found[c] = { kind: 'value', id: cellKey({ column: shareColumn(column, parts.indexOf(c) + 1), ...at }) };
  }
  dividedAgain(found, rows, paths, isOpen);
  return found;
}

/** Amounts, or numbers alone, for a workbook shows those without decimals as whole ones: the sums tell which are money. */
const holdsNumbers = (rows: Rows, c: number): boolean =>
  hasAmounts(rows, c) ||
  (rows.every((row) => valueAt(row, c) !== undefined) && rows.some((row) => (valueAt(row, c) ?? 0) !== 0));

/** The whole divided once more under a header of its own: by town, by quarter. */
function dividedAgain(found: ColumnRole[], rows: Rows, paths: Paths, isOpen: (c: number) => boolean): void {
  const whole = found.findIndex((role) => role.kind === 'value' && role.id === 'total');
  if (whole < 0) return;
  for (const head of new Set(paths.flatMap(([first], c) => (isOpen(c) && first !== undefined ? [first] : [])))) {
    const members = paths.flatMap((path, c) => (path[0] === head && path.length > 1 ? [c] : []));
    const parts = members.filter(isOpen);
    const isWhole = members.every((c) => isOpen(c) || !hasAmounts(rows, c));
    if (parts.length < 2 || !isWhole || !addUp(rows, whole, parts, parts)) continue;
    for (const c of parts) found[c] = { kind: 'value', id: shareColumn('total', c + 1) };
  }
}

/** The headers that a whole is of: 基本支出 / 小计 is of 基本支出, 合计 of all. Undefined where it is the whole of no group. */
function groupOf(id: string, path: readonly string[]): readonly string[] | undefined {
  const leaf = path.at(-1);
  if (leaf === undefined) return undefined;
  return WHOLE.test(leaf) || SUMS.has(columnAt(id).column) ? path.slice(0, -1) : undefined;
}

const isWithin = (path: readonly string[], group: readonly string[]): boolean =>
  path.length > group.length && group.every((text, i) => path[i] === text);

/** One column for each header at a depth: the only one under it, the whole of it, or all that stand for the headers below. */
function representatives(columns: readonly number[], paths: Paths, depth: number): readonly number[] {
  const groups = new Map<string, number[]>();
  for (const c of columns) {
    const key = paths[c]![depth]!;
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return group;
    const whole = group.find((c) => paths[c]!.length === depth + 2 && WHOLE.test(paths[c]!.at(-1)!));
    if (whole !== undefined) return [whole];
    const below = group.filter((c) => paths[c]!.length > depth + 1);
    return below.length === group.length ? representatives(group, paths, depth + 1) : group;
  });
}

/** Fewer sums that hold prove nothing. */
const FEWEST = 2;

/**
 * Whether the parts add up to the whole in the rows where the open ones have a figure; a slip in a row or two of many speaks against
 * none, for what is wrong in a document is not what its columns mean.
 */
function addUp(rows: Rows, whole: number, parts: readonly number[], open: readonly number[]): boolean {
  const told = rows.flatMap((row) => {
    const [sum, ...values] = [whole, ...parts].map((c) => valueAt(row, c));
    if (sum === undefined || values.some((value) => value === undefined)) return [];
    const all = values as number[];
    if (sum === 0 && all.every((value) => value === 0)) return [];
    const holds = Math.abs(sum - all.reduce((a, b) => a + b, 0)) <= parts.length * lastDigitOf(row, [whole, ...parts]);
    return [{ holds, filled: open.filter((c) => all[parts.indexOf(c)] !== 0) }];
  });
  if (told.filter(({ holds }) => holds).length < FEWEST) return false;
  const verdicts = open.map((c) => {
    const own = told.filter(({ filled }) => filled.includes(c));
    const held = own.filter(({ holds }) => holds).length;
    // Nothing but zeros speaks neither for a column nor against it.
    return own.length === 0 ? undefined : held > 2 * (own.length - held);
  });
  return verdicts.includes(true) && !verdicts.includes(false);
}
