/** Where the tables print each figure that words name, as data: the most telling place first. */
import type { Side, StatementFormId } from '../disclosure.ts';
import { formatAddress } from '../model/address.ts';
import { addressOf } from '../model/quantity.ts';
import { columnIdOf, conceptById, FUND_IDS, type FundId, partsOf } from '../vocabulary/index.ts';
import { PUBLICS } from './three-publics.ts';

/** A cell by form, side, row and column: a line by its concept, of a classified form the 合计 row. */
export interface Path {
  readonly form: StatementFormId;
  readonly side?: Side;
  readonly row: string;
  readonly column: string;
}

const path = (form: Path['form'], row: string, column: string, side?: Side): Path => ({
  form,
  row,
  column,
  ...(side ? { side } : {}),
});
const TOTAL = 'total';
const SUM_IN = 'revenue-total';
const SUM_OUT = 'expenditure-total';
const YEAR_IN = 'year-revenue';
const YEAR_OUT = 'year-expenditure';

const revenue = (row: string, column?: string): readonly Path[] => [
  path('balance', row, 'amount', 'revenue'),
  ...(column ? [path('revenue', TOTAL, column)] : []),
];
const fund = (id: FundId): readonly Path[] => [
  ...revenue(id, id),
  path('appropriation-balance', id, 'amount', 'revenue'),
];

const spentBy = (column: string): readonly Path[] => [
  path('appropriation-balance', SUM_OUT, column, 'expenditure'),
  path('appropriation-balance', YEAR_OUT, column, 'expenditure'),
  ...(column === 'total' ? [] : [path(column as Path['form'], TOTAL, 'total')]),
];
const columns = (form: Path['form'], names: readonly string[]): Record<string, readonly Path[]> =>
  Object.fromEntries(names.map((name) => [`${form}[total].${name}`, [path(form, TOTAL, name)]]));

/** Sources that have a line in the balance and a column in 收入总表, whatever the fund. */
const OWN_SOURCES = [...partsOf('year-revenue').filter((id) => id !== 'appropriation'), 'unit-funds', 'carryover'];

const spentOfFund = (id: FundId): readonly (readonly [string, readonly Path[]])[] => [
  [`appropriation-balance[支出总计].${id}`, spentBy(id)],
  ...Object.entries(columns(id, partsOf(`${id}-expenditure`))),
  [`${id}[total].total`, [path(id, TOTAL, 'total'), ...spentBy(id), ...(id === 'general-public' ? fund(id) : [])]],
];

/** By quantity, as the sentence patterns name it. */
const PATHS: Readonly<Record<string, readonly Path[]>> = {
  'balance[收入总计]': [...revenue(SUM_IN, 'total'), path('revenue', TOTAL, 'subtotal'), ...revenue(YEAR_IN)],
  'balance[本年收入合计]': [...revenue(YEAR_IN, 'subtotal'), path('revenue', TOTAL, 'total'), ...revenue(SUM_IN)],
  'balance[支出总计]': [
    path('balance', SUM_OUT, 'amount', 'expenditure'),
    path('expenditure', TOTAL, 'total'),
    path('balance', YEAR_OUT, 'amount', 'expenditure'),
  ],
  'balance[本年支出合计]': [
    path('balance', YEAR_OUT, 'amount', 'expenditure'),
    path('expenditure', TOTAL, 'total'),
    path('balance', SUM_OUT, 'amount', 'expenditure'),
  ],
  'balance[总计]': [
    path('balance', SUM_OUT, 'amount', 'expenditure'),
    path('balance', SUM_IN, 'amount', 'revenue'),
    path('expenditure', TOTAL, 'total'),
  ],
  'balance[使用非财政拨款结余]': revenue('non-appropriation-surplus'),
  'balance[结余分配]': [path('balance', 'surplus-distribution', 'amount', 'expenditure')],
  'balance[年末结转和结余]': [path('balance', 'year-end', 'amount', 'expenditure')],
  'revenue[total].appropriation': [
    ...revenue('appropriation', 'appropriation'),
    path('appropriation-balance', YEAR_IN, 'amount', 'revenue'),
    path('appropriation-balance', SUM_IN, 'amount', 'revenue'),
  ],
  ...Object.fromEntries(FUND_IDS.map((id) => [`revenue[total].${id}`, fund(id)])),
  ...Object.fromEntries(OWN_SOURCES.map((id) => [`revenue[total].${id}`, revenue(id, id)])),
  'expenditure[total].personnel': [path('basic', TOTAL, 'personnel')],
  'expenditure[total].operating': [path('basic', TOTAL, 'operating')],
  ...columns(
    'expenditure',
    partsOf('year-expenditure').map((id) => columnIdOf(conceptById(id))),
  ),
  'appropriation-balance[总计]': [
    path('appropriation-balance', SUM_OUT, 'total', 'expenditure'),
    path('appropriation-balance', SUM_IN, 'amount', 'revenue'),
  ],
  'appropriation-balance[本年收入合计].amount': [path('appropriation-balance', YEAR_IN, 'amount', 'revenue')],
  'appropriation-balance[支出总计].total': spentBy('total'),
  ...Object.fromEntries(FUND_IDS.flatMap(spentOfFund)),
  'basic[total].total': [path('basic', TOTAL, 'total'), path('general-public', TOTAL, 'basic')],
  ...columns('basic', partsOf('basic')),
};

const BY_ADDRESS: ReadonlyMap<string, readonly Path[]> = new Map(
  Object.entries(PATHS).map(([quantity, paths]) => [formatAddress(addressOf(quantity)!), paths]),
);

/** The places of a figure by its printed address; undefined where the address itself is the only one. */
export const pathsOf = (address: string): readonly Path[] | undefined => BY_ADDRESS.get(address);

/** Every quantity that tables print whatever the agency; figures of single items are `general-public[code].total` beside them. */
export const TABLE_QUANTITIES: readonly string[] = [
  ...Object.keys(PATHS),
  ...PUBLICS.map((item) => `three-publics[${item}]`),
  'agency-operating',
];
