/**
 * Last year's figures as a ledger gives them: under other names of the same sum, as sums of parts, and as nothing where the
 * parts that are given come to the whole that is given. What is left blank is not nothing by itself.
 */
import { itemOf } from '../model/quantity.ts';
import type { Fen } from '../money.ts';
import { columnIdOf, conceptById, FUND_IDS, partsOf } from '../vocabulary/index.ts';

export type LastYear = Readonly<Record<string, Fen>>;

const FUND_TOTALS = (fund: string) => [
  `${fund}[total].total`,
  `appropriation-balance[支出总计].${fund}`,
  `revenue[total].${fund}`,
];

/** Names of one sum, as far as budgets go: what comes in goes out. */
const SAME: readonly (readonly string[])[] = [
  ['balance[总计]', 'balance[收入总计]', 'balance[支出总计]', 'expenditure[total].total'],
  ['balance[本年支出合计]', 'expenditure[total].total'],
  ['appropriation-balance[总计]', 'appropriation-balance[支出总计].total', 'revenue[total].appropriation'],
  ['agency-operating', 'basic[total].operating'],
  ['expenditure[total].basic', 'basic[total].total'],
  ...FUND_IDS.map(FUND_TOTALS),
];

const OF_YEAR = partsOf('year-expenditure').map((id) => `expenditure[total].${columnIdOf(conceptById(id))}`);

const SUMS: Readonly<Record<string, readonly string[]>> = {
  'balance[本年支出合计]': OF_YEAR,
  // Besides, what was carried on.
  'balance[总计]': [...OF_YEAR, 'balance[年终结转结余]'],
  'appropriation-balance[总计]': FUND_IDS.map((fund) => `${fund}[total].total`),
  'three-publics[vehicles]': partsOf('vehicles').map((id) => `three-publics[${id}]`),
  'three-publics[total]': partsOf('three-publics').map((id) => `three-publics[${id}]`),
};

const ITEM_FORMS: readonly string[] = ['expenditure', ...FUND_IDS];

function otherNames(quantity: string): readonly string[] {
  const code = itemOf(quantity);
  if (code) return ITEM_FORMS.map((form) => `${form}[${code}].total`);
  return [quantity, ...SAME.filter((names) => names.includes(quantity)).flat()];
}

/** A figure of last year that is asked for, and whether there is nothing of it this year. */
export interface AskedLast {
  readonly quantity: string;
  readonly isNothing: boolean;
}

/**
 * Whether a figure need not be asked for beside others that are: the same sum under another name before it, or a part or
 * whole of them of which there is nothing this year, for it most likely is what the others leave over.
 */
export function goesWithoutAsking({ quantity, isNothing }: AskedLast, all: readonly AskedLast[]): boolean {
  const before = all.slice(
    0,
    all.findIndex((each) => each.quantity === quantity),
  );
  if (before.some((each) => sameQuantity(each.quantity, quantity))) return true;
  if (!isNothing) return false;
  const families = Object.entries(SUMS).map(([whole, parts]) => [whole, ...parts]);
  const related = families.filter((names) => names.includes(quantity)).flat();
  return all.some((each) => !each.isNothing && related.includes(each.quantity));
}

/** Whether two quantities are names of one sum. */
export const sameQuantity = (a: string, b: string): boolean => otherNames(a).includes(b);

/** Reads a table by quantity, under its own or another name. */
export function underAnyName<T>(table: Readonly<Record<string, T>>, quantity: string, suffix = ''): T | undefined {
  if (table[quantity + suffix] !== undefined) return table[quantity + suffix];
  const name = otherNames(quantity).find((other) => table[other + suffix] !== undefined);
  return name === undefined ? undefined : table[name + suffix];
}

/** Last year's figure; undefined where nobody gave it and nothing that was given leaves no doubt of it. */
export function lastOf(lastYear: LastYear, quantity: string): Fen | undefined {
  return known(lastYear, quantity) ?? (isBesideAll(lastYear, quantity) ? 0 : undefined);
}

/** Given, or the sum of parts that all are known. */
function known(lastYear: LastYear, quantity: string): Fen | undefined {
  const given = underAnyName(lastYear, quantity);
  const parts = SUMS[quantity];
  if (given !== undefined || !parts) return given;
  const amounts = parts.map((part) => lastOf(lastYear, part));
  return amounts.every((fen) => fen !== undefined) ? amounts.reduce((sum, fen) => sum + fen, 0) : undefined;
}

/** Whether the given parts of a given whole come to all of it, so that nothing is left for this one. */
function isBesideAll(lastYear: LastYear, quantity: string): boolean {
  const code = itemOf(quantity);
  if (code?.length === 7) return isBesideItems(lastYear);
  const names = otherNames(quantity);
  return Object.entries(SUMS).some(([whole, parts]) => {
    if (!parts.some((part) => names.includes(part))) return false;
    const all = underAnyName(lastYear, whole);
    const told = parts.reduce<Fen>((sum, part) => sum + (given(lastYear, part) ?? 0), 0);
    return all === undefined ? isBesideAll(lastYear, whole) : told === all;
  });
}

/** Given itself or, as far as they are given, its parts. */
function given(lastYear: LastYear, quantity: string): Fen | undefined {
  const own = underAnyName(lastYear, quantity);
  const parts = SUMS[quantity];
  if (own !== undefined || !parts) return own;
  const amounts = parts.flatMap((part) => given(lastYear, part) ?? []);
  return amounts.length > 0 ? amounts.reduce((sum, fen) => sum + fen, 0) : undefined;
}

/** Whether the items that are given come to all that appropriations paid for last year. */
function isBesideItems(lastYear: LastYear): boolean {
  const byCode = new Map<string, Fen>();
  for (const [name, fen] of Object.entries(lastYear)) {
    const code = name.includes(':') ? undefined : itemOf(name);
    if (code?.length === 7) byCode.set(code, fen);
  }
  const funds = FUND_IDS.map((fund) => lastYear[`${fund}[total].total`]);
  if (byCode.size === 0 || funds[0] === undefined) return false;
  const all = funds.reduce<Fen>((sum, fen) => sum + (fen ?? 0), 0);
  return [...byCode.values()].reduce((sum, fen) => sum + fen, 0) === all;
}
