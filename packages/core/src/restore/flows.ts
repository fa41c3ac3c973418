/**
 * What an item got from last year and leaves for the next. Revenue by item says what the year brings in, expenditure what it
 * takes: carried over − left = spent − received, for appropriations and for all other sources apart. Where revenue by item
 * does not tell, carry-over follows the spending, and the largest item is taken to leave what is left.
 */

import { APPROPRIATIONS, FUNDS, type Fund, SURPLUS } from '../ledger/ledger.ts';
import type { Fen } from '../money.ts';
import { conceptById, FUND_IDS } from '../vocabulary/index.ts';
import { type CodedTable, columnSum, type LineFigures } from './published.ts';
import { type OfCell, spread } from './spread.ts';

export const OWN_FUNDS: readonly Fund[] = FUNDS.filter((fund) => !APPROPRIATIONS.includes(fund));

const FUND_ROLES = FUND_IDS.map((id) => conceptById(id).role!);

/** Amounts by appropriation, in the order of `APPROPRIATIONS`, and of all other sources last. */
export type BySource = readonly Fen[];

export interface Flow {
  readonly carried: BySource;
  readonly left: BySource;
  readonly certain: boolean;
}

export interface Money {
  readonly items: readonly string[];
  /** Spent by item and source, without what is left. */
  readonly spent: readonly BySource[];
  readonly revenue: CodedTable | undefined;
  readonly line: LineFigures;
}

/** The sum of amounts in fen. */
export const sum = (values: readonly Fen[]): Fen => values.reduce((total, fen) => total + fen, 0);

/** What each item received from last year and left for the next, by source, in fen. */
export function flowsOf(money: Money): readonly Flow[] {
  const { items, spent, revenue } = money;
  const left = leftBySource(money);
  const carried = carriedBySource(money, left);
  if (sum(carried) === 0 && sum(left) === 0) {
    const none = spent[0]?.map(() => 0) ?? [];
    return items.map(() => ({ carried: none, left: none, certain: true }));
  }
  const groups = groupsOf(revenue);
  const byGroup = groups && balanceItems(money, groups, carried);
  if (!byGroup || !adds(byGroup.left, groups, left) || !adds(byGroup.carried, groups, carried))
    return followSpending(spent, carried, left);
  const cells = items.map(() => ({ carried: carried.map(() => 0), left: left.map(() => 0) }));
  let certain = byGroup.certain;
  groups.forEach((group, g) => {
    const split = splitGroup(
      spent.map((row) => group.map((s) => row[s]!)),
      group.map((s) => carried[s]!),
      group.map((s) => left[s]!),
      byGroup,
      g,
    );
    certain &&= split.certain;
    items.forEach((_, i) => {
      group.forEach((s, c) => {
        cells[i]!.carried[s] = split.carried[i]![c]!;
        cells[i]!.left[s] = split.left[i]![c]!;
      });
    });
  });
  return cells.map((each) => ({ ...each, certain }));
}

function carriedBySource({ spent, revenue, line }: Money, left: BySource): BySource {
  const grid = 'appropriation-balance.revenue';
  const byFund = FUND_ROLES.map((role) => line(grid, `上年结转·${role}`, 'amount') ?? 0);
  const whole = line(grid, '上年结转', 'amount') ?? 0;
  // Printed as one sum, each fund's part is what it spends and leaves beyond what the year brings it.
  const needed = FUND_ROLES.map((role, f) =>
    Math.max(0, sum(spent.map((row) => row[f]!)) + left[f]! - (line(grid, role, 'amount') ?? 0)),
  );
  const unsplit = sum(needed) === whole ? needed : [whole, 0, 0];
  const appropriated = sum(byFund) === 0 ? unsplit : byFund;
  const stated = line('balance.revenue', '上年结转', 'amount') ?? columnSum(revenue, 'carryover');
  const saved = line('balance.revenue', conceptById(SURPLUS).role!, 'amount') ?? columnSum(revenue, SURPLUS);
  const all = Math.max(stated, beyondYear(line) - saved);
  return [...appropriated, Math.max(0, all - sum(appropriated)) + saved];
}

/** What revenue holds beyond the year's, where all sources are of the year: places name lines of their own for it (上年实户资金余额). */
function beyondYear(line: LineFigures): Fen {
  const amount = (role: string) => line('balance.revenue', role, 'amount');
  const [year, all] = [amount('本年收入合计'), amount('收入总计')];
  const own = OWN_FUNDS.filter((fund) => fund !== SURPLUS).map((fund) => amount(conceptById(fund).role!) ?? 0);
  const sources = sum([...FUND_ROLES.map((role) => amount(role) ?? 0), ...own]);
  return year !== undefined && all !== undefined && sources === year ? all - year : 0;
}

function leftBySource({ spent, line }: Money): BySource {
  const grid = 'appropriation-balance.expenditure';
  const printed = APPROPRIATIONS.map((fund) => line(grid, '年终结转', fund) ?? 0);
  const whole = line(grid, '年终结转', 'amount') ?? line(grid, '年终结转', 'total') ?? 0;
  // Printed as one sum, each fund leaves what the year and the year before bring it beyond what it spends.
  const had = (role: string) => line('appropriation-balance.revenue', role, 'amount') ?? 0;
  const beyond = FUND_ROLES.map((role, f) =>
    Math.max(0, had(role) + had(`上年结转·${role}`) - sum(spent.map((row) => row[f]!))),
  );
  const unsplit = sum(beyond) === whole ? beyond : [whole, 0, 0];
  const byFund = sum(printed) === 0 ? unsplit : printed;
  const all = line('balance.expenditure', '年终结转', 'amount') ?? 0;
  const distributed = line('balance.expenditure', '结余分配', 'amount') ?? 0;
  return [...byFund, Math.max(0, all - sum(byFund)) + distributed];
}

/** Sources that revenue by item tells apart, as numbers into `BySource`: each appropriation, or all of them as one. */
function groupsOf(revenue: CodedTable | undefined): readonly (readonly number[])[] | undefined {
  if (!revenue || revenue.leaves.size === 0) return undefined;
  const own = APPROPRIATIONS.length;
  const isByFund = APPROPRIATIONS.every((fund) => revenue.columns.has(fund));
  if (revenue.columns.has('appropriation') && !isByFund) return [APPROPRIATIONS.map((_, s) => s), [own]];
  return [...APPROPRIATIONS.map((_, s) => [s]), [own]];
}

function received(cells: Readonly<Record<string, Fen>>, group: readonly number[]): Fen {
  const [first] = group;
  if (first === APPROPRIATIONS.length) return sum(OWN_FUNDS.map((fund) => (fund === SURPLUS ? 0 : (cells[fund] ?? 0))));
  return group.length > 1 ? (cells.appropriation ?? 0) : (cells[APPROPRIATIONS[first!]!] ?? 0);
}

/** What an item has from before the year: carried over, and saved. */
const savedBefore = (cells: Readonly<Record<string, Fen>> = {}): Fen => (cells.carryover ?? 0) + (cells[SURPLUS] ?? 0);

interface ByGroup {
  readonly received: readonly (readonly Fen[])[];
  readonly carried: readonly (readonly Fen[])[];
  readonly left: readonly (readonly Fen[])[];
  readonly certain: boolean;
}

/** Each item must have got at least what it spends beyond its revenue, and what it saved itself; more where its carry-over says so. */
function balanceItems(
  { items, spent, revenue }: Money,
  groups: readonly (readonly number[])[],
  carried: BySource,
): ByGroup {
  const got = items.map((item) => groups.map((group) => received(revenue!.leaves.get(item) ?? {}, group)));
  const lacking = got.map((row, i) => row.map((fen, g) => sum(groups[g]!.map((s) => spent[i]![s]!)) - fen));
  const saved = (i: number, g: number): Fen =>
    groups[g]![0] === APPROPRIATIONS.length ? (revenue!.leaves.get(items[i]!)?.[SURPLUS] ?? 0) : 0;
  const least = lacking.map((row, i) => row.map((fen, g) => Math.max(saved(i, g), fen)));
  const rows = items.map((item, i) => Math.max(0, savedBefore(revenue!.leaves.get(item)) - sum(least[i]!)));
  const columns = groups.map((group, g) =>
    Math.max(0, sum(group.map((s) => carried[s]!)) - sum(least.map((row) => row[g]!))),
  );
  // Accounts print what came from before as a sum only.
  const more = revenue!.columns.has('carryover')
    ? spread(rows, columns, () => 1)
    : bySpending(
        spent.map((row) => groups.map((group) => sum(group.map((s) => row[s]!)))),
        columns,
      );
  const all = least.map((row, i) => row.map((fen, g) => fen + more.cells[i]![g]!));
  return {
    received: got,
    carried: all,
    left: all.map((row, i) => row.map((fen, g) => fen - lacking[i]![g]!)),
    certain: more.certain,
  };
}

/** Whether the items come to what the balances print. */
function adds(byItem: readonly (readonly Fen[])[], groups: readonly (readonly number[])[], totals: BySource): boolean {
  return groups.every((group, g) => sum(byItem.map((row) => row[g]!)) === sum(group.map((s) => totals[s]!)));
}

/**
 * Splits a group's flows over its sources. What was carried over goes where the source spends; the year's revenue then
 * covers what is still to be paid, and spreads for the rest; what nothing is spent of is left.
 */
function splitGroup(
  spent: readonly BySource[],
  carried: BySource,
  left: BySource,
  byGroup: ByGroup,
  g: number,
): { readonly carried: readonly BySource[]; readonly left: readonly BySource[]; readonly certain: boolean } {
  const brought = carried.map((fen, s) => sum(spent.map((row) => row[s]!)) + left[s]! - fen);
  const most: OfCell = (i, s) => spent[i]![s]! + byGroup.left[i]![g]!;
  const before = spread(
    byGroup.carried.map((row) => row[g]!),
    carried,
    (i, s) => spent[i]![s]! + 1,
    most,
  );
  const cells = before.cells.map((row) => [...row]);
  carried.forEach((fen, s) => {
    // What a source spends beyond what the year brings it is paid with what it had before.
    const must = Math.min(fen, Math.max(0, sum(spent.map((row) => row[s]!)) - brought[s]!));
    payBefore(cells, s, must, spent, most);
  });
  const unpaid = spent.map((row, i) => row.map((fen, s) => Math.max(0, fen - cells[i]![s]!)));
  const rows = unpaid.map((row, i) => Math.max(0, byGroup.received[i]![g]! - sum(row)));
  const columns = brought.map((fen, s) => Math.max(0, fen - sum(unpaid.map((row) => row[s]!))));
  const more = spread(rows, columns, () => 1);
  return {
    carried: cells,
    left: spent.map((row, i) => row.map((fen, s) => unpaid[i]![s]! + more.cells[i]![s]! + cells[i]![s]! - fen)),
    certain: before.certain && more.certain,
  };
}

/** Exchanges carry-over between items, sums as they are, until a source's pays `must` of what the items spend of it. */
function payBefore(cells: Fen[][], s: number, must: Fen, spent: readonly BySource[], most: OfCell): void {
  let lacking = must - sum(cells.map((row, i) => Math.min(row[s]!, spent[i]![s]!)));
  for (const [i, row] of cells.entries()) {
    for (const t of row.keys()) {
      for (const [j, other] of cells.entries()) {
        if (t === s || j === i) continue;
        const amount = Math.min(
          lacking,
          spent[i]![s]! - row[s]!,
          row[t]!,
          other[s]! - spent[j]![s]!,
          most(j, t) - other[t]!,
        );
        if (amount <= 0) continue;
        row[s]! += amount;
        row[t]! -= amount;
        other[s]! -= amount;
        other[t]! += amount;
        lacking -= amount;
      }
    }
  }
}

function followSpending(spent: readonly BySource[], carried: BySource, left: BySource): readonly Flow[] {
  const { cells, largest } = bySpending(spent, carried);
  return spent.map((_, i) => ({
    carried: cells[i]!,
    left: i === largest ? left : left.map(() => 0),
    certain: false,
  }));
}

/** Shares sums out by what items spend of each; what is more than all spending came from before and is left again. */
function bySpending(
  spent: readonly BySource[],
  sums: readonly Fen[],
): { readonly cells: readonly (readonly Fen[])[]; readonly certain: boolean; readonly largest: number } {
  const all = spent.map(sum);
  const largest = all.indexOf(Math.max(...all));
  const columns = sums.map((whole, s) => {
    const weights = spent.map((row) => row[s]!);
    const cells = spread(weights, [whole], (i) => weights[i]!).cells.map(([fen]) => fen!);
    cells[largest]! += whole - sum(cells);
    return cells;
  });
  const certain = sum(sums) === 0 || spent.length === 1;
  return { cells: spent.map((_, i) => columns.map((column) => column[i]!)), certain, largest };
}
