/** Last year's figures as a ledger gives them: under other names of the same sum, as sums of parts, and blank for nothing. */
import type { Address } from '../model/address.ts';
import { addressOf, itemOf, listed } from '../model/quantity.ts';
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

const SUMS: Readonly<Record<string, readonly string[]>> = {
  'balance[本年支出合计]': partsOf('year-expenditure').map((id) => `expenditure[total].${columnIdOf(conceptById(id))}`),
  'three-publics[vehicles]': partsOf('vehicles').map((id) => `three-publics[${id}]`),
  'three-publics[total]': partsOf('three-publics').map((id) => `three-publics[${id}]`),
};

const ITEM_FORMS: readonly string[] = ['expenditure', ...FUND_IDS];

type Test = (quantity: string) => boolean;

const at =
  (test: (address: Address) => boolean): Test =>
  (quantity) => {
    const address = addressOf(listed(quantity)?.whole ?? quantity);
    return address !== undefined && test(address);
  };

const isPublics = at(({ form, row }) => form === 'three-publics' && row !== 'agency-operating');
const isItem: Test = (quantity) => itemOf(quantity) !== undefined;
const isOfForm = at(({ form, row }) => form === 'expenditure' && row === 'total');
const OTHER_FUNDS: readonly string[] = FUND_IDS.filter((id) => id !== 'general-public');

/** Lists in which what is left blank is nothing, where the list is given at all. */
const LISTS: readonly (readonly [quantity: Test, given: Test])[] = [
  [isPublics, isPublics],
  [isItem, isItem],
  [
    at(({ form, column }) => OTHER_FUNDS.includes(form) || OTHER_FUNDS.includes(column)),
    at(({ form, row, column }) => (form === 'general-public' && row === 'total') || column === 'general-public'),
  ],
  [(quantity) => isOfForm(quantity) || quantity === 'balance[本年支出合计]', isOfForm],
];

function otherNames(quantity: string): readonly string[] {
  const code = itemOf(quantity);
  if (code) return ITEM_FORMS.map((form) => `${form}[${code}].total`);
  return [quantity, ...SAME.filter((names) => names.includes(quantity)).flat()];
}

/** Reads a table by quantity, under its own or another name. */
export function underAnyName<T>(table: Readonly<Record<string, T>>, quantity: string, suffix = ''): T | undefined {
  if (table[quantity + suffix] !== undefined) return table[quantity + suffix];
  const name = otherNames(quantity).find((other) => table[other + suffix] !== undefined);
  return name === undefined ? undefined : table[name + suffix];
}

/** Last year's figure; undefined where nobody gave it. */
export function lastOf(lastYear: LastYear, quantity: string): Fen | undefined {
  const given = underAnyName(lastYear, quantity);
  if (given !== undefined) return given;
  const names = Object.keys(lastYear).filter((name) => !name.includes(':'));
  const inList = LISTS.some(([own, list]) => own(quantity) && names.some(list));
  if (!inList) return undefined;
  return (SUMS[quantity] ?? []).reduce((sum, part) => sum + (lastOf(lastYear, part) ?? 0), 0);
}
