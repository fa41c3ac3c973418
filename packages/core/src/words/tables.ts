/** The table cells that a quantity of the words is printed in: what a figure of the explanation must equal. */
import type { Disclosure, FormId, Origin, Row, Side, Statement } from '../disclosure.ts';
import type { Fen, MoneyUnit } from '../money.ts';
import { nounKey } from '../text/fold.ts';

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

/** A cell by form, side, row label and column; rows are told by their key. */
interface Path {
  readonly form: Statement['form'];
  readonly side?: Side;
  readonly row: RegExp;
  readonly column: string;
}

const path = (form: Path['form'], row: RegExp, column: string, side?: Side): Path => ({
  form,
  row,
  column,
  ...(side ? { side } : {}),
});
const TOTAL = /^total$/;
const SUM_IN = /^(?:收入)?总计$/;
const SUM_OUT = /^(?:支出)?总计$/;
const YEAR_IN = /^本年收入合计$/;
const YEAR_OUT = /^本年支出合计$/;

const revenue = (row: RegExp, column?: string): readonly Path[] => [
  path('balance', row, 'amount', 'revenue'),
  ...(column ? [path('revenue', TOTAL, column)] : []),
];
const fund = (row: RegExp, column: string): readonly Path[] => [
  ...revenue(row, column),
  path('appropriation-balance', row, 'amount', 'revenue'),
];
const GENERAL = /^(?:本年)?一般公共预算(?:财政)?(?:拨款)?(?:收入|资金)?$/;
const FUND = /^(?:本年)?政府性?基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/;
const STATE = /^(?:本年)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/;

const spentBy = (column: string): readonly Path[] => [
  path('appropriation-balance', SUM_OUT, column, 'expenditure'),
  path('appropriation-balance', YEAR_OUT, column, 'expenditure'),
  ...(column === 'total' ? [] : [path(column as Path['form'], TOTAL, 'total')]),
];
const columns = (form: Path['form'], names: readonly string[]): Record<string, readonly Path[]> =>
  Object.fromEntries(names.map((name) => [`${form}[total].${name}`, [path(form, TOTAL, name)]]));

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
  'balance[使用非财政拨款结余]': revenue(/^使用非财政拨款结余/),
  'balance[结余分配]': [path('balance', /^结余分配$/, 'amount', 'expenditure')],
  'balance[年末结转和结余]': [path('balance', /^(?:年末结转和结余|年终结转结余|结转下年)$/, 'amount', 'expenditure')],
  'revenue[total].appropriation': [
    ...revenue(/^财政拨款收入$/, 'appropriation'),
    path('appropriation-balance', YEAR_IN, 'amount', 'revenue'),
    path('appropriation-balance', SUM_IN, 'amount', 'revenue'),
  ],
  'revenue[total].general-public': fund(GENERAL, 'general-public'),
  'revenue[total].government-fund': fund(FUND, 'government-fund'),
  'revenue[total].state-capital': fund(STATE, 'state-capital'),
  'revenue[total].special-account': revenue(/^财政专户(?:管理资金|核拨|拨款)?(?:资金)?收入$/, 'special-account'),
  'revenue[total].institutional': revenue(/^事业收入$/, 'institutional'),
  'revenue[total].business': revenue(/^(?:事业单位)?经营收入$/, 'business'),
  'revenue[total].superior-subsidy': revenue(/^上级补助收入$/, 'superior-subsidy'),
  'revenue[total].affiliate-payment': revenue(/^附属单位上缴收入$/, 'affiliate-payment'),
  'revenue[total].other': revenue(/^其他(?:来源)?收入$/, 'other'),
  'revenue[total].unit-funds': revenue(/^单位资金(?:收入)?$/, 'unit-funds'),
  'revenue[total].carryover': revenue(/^(?:上年结转(?:结余|收入)?|年初结转和结余)$/, 'carryover'),
  'expenditure[total].personnel': [path('basic', TOTAL, 'personnel')],
  'expenditure[total].operating': [path('basic', TOTAL, 'operating')],
  ...columns('expenditure', ['basic', 'project', 'business', 'remittance', 'affiliate-subsidy']),
  'appropriation-balance[总计]': [
    path('appropriation-balance', SUM_OUT, 'total', 'expenditure'),
    path('appropriation-balance', SUM_IN, 'amount', 'revenue'),
  ],
  'appropriation-balance[支出总计].total': spentBy('total'),
  'appropriation-balance[支出总计].general-public': spentBy('general-public'),
  'appropriation-balance[支出总计].government-fund': spentBy('government-fund'),
  'appropriation-balance[支出总计].state-capital': spentBy('state-capital'),
  ...columns('general-public', ['basic', 'project']),
  ...columns('government-fund', ['basic', 'project']),
  ...columns('state-capital', ['basic', 'project']),
  'general-public[total].total': [
    path('general-public', TOTAL, 'total'),
    ...spentBy('general-public'),
    ...fund(GENERAL, 'general-public'),
  ],
  'government-fund[total].total': [path('government-fund', TOTAL, 'total'), ...spentBy('government-fund')],
  'state-capital[total].total': [path('state-capital', TOTAL, 'total'), ...spentBy('state-capital')],
  'basic[total].total': [path('basic', TOTAL, 'total'), path('general-public', TOTAL, 'basic')],
  ...columns('basic', ['personnel', 'operating']),
};

const PUBLICS: Readonly<Record<string, RegExp>> = {
  total: /^(?:total|“?三公”?经费(?:小计|合计)?)$/,
  overseas: /^因公出国/,
  vehicles: /^公务用车购置(?:及|和)运/,
  'vehicle-purchase': /^公务用车购置(?:费|支出)?$/,
  'vehicle-running': /^公务用车运/,
  hospitality: /^公务接待/,
};

/** Every quantity that tables print whatever the agency; figures of single items are `general-public[code].total` beside them. */
export const TABLE_QUANTITIES: readonly string[] = [
  ...Object.keys(PATHS),
  ...Object.keys(PUBLICS).map((item) => `three-publics[${item}]`),
  'agency-operating',
];

/** All places of the tables that print the quantity; `initial` asks for the 年初预算数 of final accounts. */
export function tableFigures(disclosure: Disclosure, quantity: string, initial = false): readonly TableFigure[] {
  const publics = /^three-publics\[(.+)\]$/.exec(quantity);
  if (publics) return publicFigures(disclosure, publics[1]!, initial);
  if (initial) return [];
  const item = /^(expenditure|general-public|appropriation-balance)\[(\d+)\]\.total$/.exec(quantity);
  if (item?.[1] === 'appropriation-balance') return classFigures(disclosure, item[2]!);
  if (item) return itemFigures(disclosure, item[2]!, item[1] === 'general-public');
  if (quantity === 'agency-operating') return publicFigures(disclosure, 'agency-operating', false);
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
      const row = statement.rows.find(
        (r) => (side === undefined || r.side === side) && !/结转/.test(r.partOf ?? '') && wanted.test(nounKey(r.key)),
      );
      return row && (row.cells[column] || statement.columns.includes(column)) ? [figureOf(statement, row, column)] : [];
    });
}

function itemFigures(disclosure: Disclosure, code: string, appropriated: boolean): readonly TableFigure[] {
  const forms: readonly Statement['form'][] = appropriated
    ? ['general-public', 'appropriation-balance']
    : ['expenditure', 'general-public', 'government-fund', 'state-capital', 'appropriation-balance'];
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
function publicFigures(
  disclosure: Disclosure,
  item: string,
  initial: boolean,
  suffix = initial ? '-budget' : '',
): readonly TableFigure[] {
  const wanted = PUBLICS[item];
  return disclosure.statements
    .filter(({ form }) => form === 'three-publics')
    .flatMap((statement) => {
      const oneRow = statement.columns.some((column) => column === 'hospitality' || column === 'vehicle-running');
      if (!oneRow) {
        const row =
          initial || !wanted ? undefined : statement.rows.find((r) => wanted.test(nounKey(r.key)) || r.key === item);
        return row?.cells[`total${suffix}`] || (row && suffix === '')
          ? [figureOf(statement, row, `total${suffix}`)]
          : [];
      }
      const column = item + suffix;
      const row = statement.rows.find((r) => r.key === 'total') ?? statement.rows[0];
      return row && statement.columns.includes(column) ? [figureOf(statement, row, column)] : [];
    });
}

/** What the 三公 table prints of the year before. */
export function previousPublics(disclosure: Disclosure, quantity: string): readonly TableFigure[] {
  const item = /^three-publics\[(.+)\]$/.exec(quantity)?.[1];
  return item ? publicFigures(disclosure, item, false, '-previous').filter(({ text }) => text !== '') : [];
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
