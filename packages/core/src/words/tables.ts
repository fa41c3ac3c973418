/** The table cells that a quantity of the words is printed in: what a figure of the explanation must equal. */
import type { Disclosure, FormId, Origin, Row, Side, Statement } from '../disclosure.ts';
import { hasItemColumns } from '../forms/three-publics.ts';
import { inPeriod } from '../model/address.ts';
import type { Period } from '../model/period.ts';
import type { Fen, MoneyUnit } from '../money.ts';
import {
  columnIdOf,
  conceptById,
  conceptOfLine,
  FUND_IDS,
  type FundId,
  partsOf,
  THREE_PUBLICS_ITEMS,
} from '../vocabulary/index.ts';

/** A printed cell, or a blank one of a printed row and column (`text` is empty and it counts as nothing). */
export interface TableFigure {
  readonly form: FormId;
  readonly row: string;
  readonly column: string;
  readonly fen: Fen;
  /** Fen of the last digit that the table prints at most. */
  readonly step: Fen;
  readonly text: string;
  readonly origin: Origin;
}

/** A cell by form, side, row and column: a line by its concept, of a classified form the 合计 row. */
interface Path {
  readonly form: Statement['form'];
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

/** Where each quantity of the patterns is printed, the most telling place first. */
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
  'appropriation-balance[支出总计].total': spentBy('total'),
  ...Object.fromEntries(FUND_IDS.flatMap(spentOfFund)),
  'basic[total].total': [path('basic', TOTAL, 'total'), path('general-public', TOTAL, 'basic')],
  ...columns('basic', partsOf('basic')),
};

/** The items of the three publics, and their whole. */
const PUBLICS: readonly string[] = ['total', ...THREE_PUBLICS_ITEMS];

/** Whether a row of the three-publics table is the item; the whole may be named, or be the 合计. */
function isItem(row: Row, item: string): boolean {
  if (row.key === item) return true;
  const id = conceptOfLine('three-publics', row.key)?.id;
  return item === 'total' ? id === 'three-publics' : id === item;
}

/** Every quantity that tables print whatever the agency; figures of single items are `general-public[code].total` beside them. */
export const TABLE_QUANTITIES: readonly string[] = [
  ...Object.keys(PATHS),
  ...PUBLICS.map((item) => `three-publics[${item}]`),
  'agency-operating',
];

/** All places of the tables that print the quantity; `initial` asks for the 年初预算数 of final accounts. */
export function tableFigures(disclosure: Disclosure, quantity: string, initial = false): readonly TableFigure[] {
  const publics = /^three-publics\[(.+)\]$/.exec(quantity);
  if (publics) return publicFigures(disclosure, publics[1]!, initial ? 'budget' : undefined);
  if (initial) return [];
  const item = /^(expenditure|general-public|appropriation-balance)\[(\d+)\]\.total$/.exec(quantity);
  if (item?.[1] === 'appropriation-balance') return classFigures(disclosure, item[2]!);
  if (item) return itemFigures(disclosure, item[2]!, item[1] === 'general-public');
  if (quantity === 'agency-operating') return publicFigures(disclosure, 'agency-operating');
  if (quantity === 'agency-operating-at-most') return figuresAt(disclosure, path('basic', TOTAL, 'operating'));
  if (OF_ALL_BASIC.test(quantity) && !basicIsAll(disclosure)) return [];
  return (PATHS[quantity] ?? []).flatMap((at) => figuresAt(disclosure, at));
}

const OF_ALL_BASIC = /^expenditure\[total\]\.(?:personnel|operating)$/;

/** The table of basic expenditure covers one fund only; it speaks for all where its total is all basic expenditure. */
function basicIsAll(disclosure: Disclosure): boolean {
  const [all] = figuresAt(disclosure, path('expenditure', TOTAL, 'basic'));
  const [table] = figuresAt(disclosure, path('basic', TOTAL, 'total'));
  return !all || !table || Math.abs(all.fen - table.fen) <= all.step + table.step;
}

function figuresAt(disclosure: Disclosure, { form, side, row: wanted, column }: Path): readonly TableFigure[] {
  return disclosure.statements
    .filter((statement) => statement.form === form)
    .flatMap((statement) => {
      if (statement.rows.length === 0) return statement.note ? [figureOf(statement, undefined, column)] : [];
      const row = statement.rows.find((r) =>
        side === undefined
          ? r.key === wanted
          : r.side === side && !/结转/.test(r.partOf ?? '') && isLine(r, side, wanted),
      );
      return row && (row.cells[column] || statement.columns.includes(column)) ? [figureOf(statement, row, column)] : [];
    });
}

/** A class line is known by its code, whatever its name holds. */
const isLine = (row: Row, side: Side, concept: string): boolean =>
  row.code === undefined && conceptOfLine(side, row.key)?.id === concept;

function itemFigures(disclosure: Disclosure, code: string, appropriated: boolean): readonly TableFigure[] {
  const forms: readonly Statement['form'][] = appropriated
    ? ['general-public', 'appropriation-balance']
    : ['expenditure', ...FUND_IDS, 'appropriation-balance'];
  return disclosure.statements
    .filter(({ form }) => forms.includes(form))
    .flatMap((statement) => {
      const row = statement.rows.find((r) => r.key === code || r.code === code);
      const column = appropriated && statement.form === 'appropriation-balance' ? 'general-public' : 'total';
      return row?.cells[column] ? [figureOf(statement, row, column)] : [];
    });
}

/** A class line of the appropriation balance, whose amount is one column or the sum of the funds'. */
function classFigures(disclosure: Disclosure, code: string): readonly TableFigure[] {
  return disclosure.statements
    .filter(({ form }) => form === 'appropriation-balance')
    .flatMap((statement) => {
      const row = statement.rows.find((r) => r.code === code && r.side === 'expenditure');
      const column = ['total', 'amount'].find((id) => row?.cells[id]);
      return row && column ? [figureOf(statement, row, column)] : [];
    });
}

/** Items stand in rows (with columns by fund), or in the columns of one row. */
function publicFigures(disclosure: Disclosure, item: string, period?: Period): readonly TableFigure[] {
  return disclosure.statements
    .filter(({ form }) => form === 'three-publics')
    .flatMap((statement) => {
      const oneRow = hasItemColumns(statement.columns);
      if (!oneRow) {
        const row =
          period === 'budget' || !PUBLICS.includes(item) ? undefined : statement.rows.find((r) => isItem(r, item));
        const total = inPeriod('total', period);
        return row?.cells[total] || (row && period === undefined) ? [figureOf(statement, row, total)] : [];
      }
      const column = inPeriod(item, period);
      const row = statement.rows.find((r) => r.key === 'total') ?? statement.rows[0];
      return row && statement.columns.includes(column) ? [figureOf(statement, row, column)] : [];
    });
}

/** What the 三公 table prints of the year before. */
export function previousPublics(disclosure: Disclosure, quantity: string): readonly TableFigure[] {
  const item = /^three-publics\[(.+)\]$/.exec(quantity)?.[1];
  return item ? publicFigures(disclosure, item, 'previous').filter(({ text }) => text !== '') : [];
}

const STEPS: Readonly<Record<MoneyUnit, Fen>> = { 元: 1, 万元: 10_000, 亿元: 1_000_000 };

function figureOf(statement: Statement, row: Row | undefined, column: string): TableFigure {
  const cell = row?.cells[column];
  return {
    form: statement.form,
    row: row?.key ?? 'total',
    column,
    fen: cell?.fen ?? 0,
    step: STEPS[statement.unit],
    text: cell?.text ?? '',
    origin: cell?.origin ?? row?.origin ?? statement.origin,
  };
}
