/**
 * Statement sets as departments publish them, made up but exact: amounts are drawn in fen, every printed figure is
 * rounded from its own exact sum, so that rounding differs between tables as it does in life. Clean sets break no rule.
 */

import type { Cell, Disclosure, Row, Side, Statement, StatementFormId } from '@mingsuan/core/disclosure';
import { columnsOf } from '@mingsuan/core/model/columns';
import { type Fen, formatAmount, type MoneyUnit, printingStep } from '@mingsuan/core/money';
import {
  type Amounts,
  type Base,
  byClass,
  CLASSES,
  columnSums,
  draw,
  ECONOMIC_CLASSES,
  type Item,
  randomOf,
} from './made-up/draw.ts';

export { randomOf };

export type Shape = 'hebei' | 'shanghai';

export interface GenerateOptions {
  readonly seed: number;
  readonly shape: Shape;
  /** How many fields of work the department has: more make longer tables. */
  readonly functions?: number;
}

export function generate({ seed, shape, functions }: GenerateOptions): Disclosure {
  const random = randomOf(seed);
  const base = draw(random, functions);
  const print = new Printer(shape === 'hebei' ? '万元' : '元', shape === 'shanghai');
  return {
    agency: { code: String(100 + (seed % 900)), name: `第${seed}号局`, level: 'department' },
    year: 2023,
    stage: 'budget',
    template: shape === 'hebei' ? 'hebei-2021' : 'shanghai',
    statements: statements(base, shape, print, random),
    contents: [],
    tables: [],
    explanation: [],
  };
}

/** Prints exact fen in a table's unit. */
class Printer {
  readonly unit: MoneyUnit;
  readonly printsZero: boolean;
  #line = 0;
  constructor(unit: MoneyUnit, printsZero: boolean) {
    this.unit = unit;
    this.printsZero = printsZero;
  }
  cell(exact: Fen, unit: MoneyUnit = this.unit): Cell | undefined {
    if (exact === 0 && !this.printsZero) return undefined;
    const step = printingStep(unit, 2);
    const fen = Math.round(exact / step) * step;
    this.#line += 1;
    return { fen, text: formatAmount(fen, unit), origin: { line: this.#line } };
  }
  cells(amounts: Amounts, unit?: MoneyUnit): Record<string, Cell> {
    const cells: Record<string, Cell> = {};
    for (const [column, fen] of Object.entries(amounts)) {
      const cell = this.cell(fen, unit);
      if (cell) cells[column] = cell;
    }
    return cells;
  }
}

function statements(base: Base, shape: Shape, print: Printer, random: () => number): readonly Statement[] {
  const { items, fundItems, economic, sections, other, carryover } = base;
  const general = columnSums(items);
  const fund = columnSums(fundItems);
  // Money from other sources and from the year before pays for one more item.
  const extra: Item[] =
    other + carryover > 0
      ? [
          {
            code: '2299999',
            name: '其他支出',
            amounts: { total: other + carryover, basic: 0, project: other + carryover },
          },
        ]
      : [];
  const all = [...items, ...fundItems, ...extra].sort((a, b) => (a.code < b.code ? -1 : 1));
  const names = new Map([...sections, ...(extra.length > 0 ? [['22999', '其他支出'] as const] : [])]);
  const revenue = all.map((item): Item => {
    const isExtra = item.code === '2299999';
    const own = isExtra ? 0 : item.amounts.total!;
    const [o, c] = isExtra ? [other, carryover] : [0, 0];
    const flow = shape === 'hebei' ? { subtotal: own + o, carryover: c } : { carryover: c };
    return { ...item, amounts: { total: own + o + c, ...flow, appropriation: own, other: o } };
  });
  const fundsOf = (item: Item): Amounts => ({
    total: item.amounts.total!,
    'general-public': fundItems.includes(item) ? 0 : item.amounts.total!,
    'government-fund': fundItems.includes(item) ? item.amounts.total! : 0,
  });
  const appropriated = [...items, ...fundItems].map((item) => ({ ...item, amounts: fundsOf(item) }));
  const result = [
    balance(shape, print, { general: general.total ?? 0, fund: fund.total ?? 0, other, carryover }, byClass(all)),
    classified('revenue', print, revenue, names, shape === 'hebei' ? REVENUE_HEBEI : REVENUE_SHANGHAI),
    classified('expenditure', print, all, names, shape === 'hebei' ? EXPENDITURE_HEBEI : EXPENDITURE_SHANGHAI),
    appropriationBalance(shape, print, { general: general.total ?? 0, fund: fund.total ?? 0 }, byClass(appropriated)),
    classified('general-public', print, items, sections, ['total', 'basic', 'project']),
    classified('basic', print, economic, ECONOMIC_CLASSES, ['total', 'personnel', 'operating']),
    fundItems.length > 0
      ? classified('government-fund', print, fundItems, sections, ['total', 'basic', 'project'])
      : emptyStatement('government-fund', '政府性基金', print),
    emptyStatement('state-capital', '国有资本经营', print),
    threePublics(shape, print, economic, random),
  ];
  return result;
}

const REVENUE_HEBEI = ['total', 'subtotal', 'appropriation', 'special-account', 'institutional', 'other', 'carryover'];
const REVENUE_SHANGHAI = ['total', 'appropriation', 'institutional', 'other', 'carryover'];
const EXPENDITURE_HEBEI = ['total', 'basic', 'project', 'business', 'remittance', 'affiliate-subsidy'];
const EXPENDITURE_SHANGHAI = ['total', 'basic', 'project'];

function classified(
  form: StatementFormId,
  print: Printer,
  items: readonly Item[],
  names: ReadonlyMap<string, string>,
  columns: readonly string[],
): Statement {
  const rows: Row[] = [];
  const push = (key: string, label: string, amounts: Amounts) =>
    rows.push({ key, label, cells: print.cells(only(amounts, columns)), origin: {} });
  const under = (code: string) => columnSums(items.filter((item) => item.code.startsWith(code)));
  const seen = new Set<string>();
  const first = (code: string) => !seen.has(code) && seen.add(code);
  if (print.unit === '万元') push('total', '合计', columnSums(items));
  for (const item of items) {
    const [cls, sec] = [item.code.slice(0, 3), item.code.slice(0, 5)];
    const className = CLASSES.find(([code]) => code === cls)?.[1] ?? names.get(cls)!;
    if (first(cls)) push(cls, className, under(cls));
    if (item.code.length > 5 && first(sec)) push(sec, names.get(sec)!, under(sec));
    push(item.code, item.name, item.amounts);
  }
  if (print.unit === '元') push('total', '合计', columnSums(items));
  return { form, title: form, unit: print.unit, columns: columnsOf(columns), rows, origin: {} };
}

function only(amounts: Amounts, columns: readonly string[]): Amounts {
  return Object.fromEntries(columns.map((column) => [column, amounts[column] ?? 0]));
}

function emptyStatement(form: StatementFormId, name: string, { unit }: Printer): Statement {
  const note = `注：无${name}预算财政拨款，空表列示。`;
  return { form, title: form, unit, note, columns: columnsOf(['total', 'basic', 'project']), rows: [], origin: {} };
}

const NUMERALS = '一二三四五六七八九十';

function numeral(n: number): string {
  if (n <= 10) return NUMERALS[n - 1]!;
  return `${n >= 20 ? NUMERALS[Math.floor(n / 10) - 1] : ''}十${n % 10 ? NUMERALS[(n % 10) - 1] : ''}`;
}

function line(side: Side, label: string, cells: Record<string, Cell>, code?: string): Row {
  const key = label.replace(/^([一二三四五六七八九十]+、|\d+\. )/, '');
  return { key, label, side, ...(code ? { code } : {}), cells, origin: {} };
}

function balance(
  shape: Shape,
  print: Printer,
  money: { general: Fen; fund: Fen; other: Fen; carryover: Fen },
  classes: ReadonlyMap<string, Amounts>,
): Statement {
  const { general, fund, other, carryover } = money;
  const year = general + fund + other;
  const at = (fen: Fen) => print.cells({ amount: fen });
  const revenue: [string, Fen][] =
    shape === 'hebei'
      ? [
          ['一、一般公共预算拨款收入', general],
          ['二、政府性基金预算拨款收入', fund],
          ['三、国有资本经营预算拨款收入', 0],
          ['四、财政专户管理资金收入', 0],
          ['五、事业收入', 0],
          ['六、事业单位经营收入', 0],
          ['七、上级补助收入', 0],
          ['八、附属单位上缴收入', 0],
          ['九、其他收入', other],
          ['本年收入合计', year],
          ['上年结转结余', carryover],
          ['收入总计', year + carryover],
        ]
      : [
          ['一、财政拨款收入', general + fund],
          ['1. 一般公共预算', general],
          ['2. 政府性基金', fund],
          ['3. 国有资本经营预算', 0],
          ['二、事业收入', 0],
          ['三、事业单位经营收入', 0],
          ['四、其他收入', other],
          ['五、上年结转', carryover],
          ['收入总计', year + carryover],
        ];
  const rows = revenue.map(([label, fen]) => line('revenue', label, at(fen)));
  rows.push(...classLines(shape, classes, (amounts) => at(amounts.total ?? 0)));
  const spent = at(year + carryover);
  if (shape === 'hebei') {
    rows.push(line('expenditure', '本年支出合计', spent), line('expenditure', '年终结转结余', {}));
  }
  rows.push(line('expenditure', '支出总计', at(year + carryover)));
  return { form: 'balance', title: 'balance', unit: print.unit, columns: columnsOf(['amount']), rows, origin: {} };
}

function classLines(
  shape: Shape,
  classes: ReadonlyMap<string, Amounts>,
  cells: (amounts: Amounts) => Record<string, Cell>,
): Row[] {
  const printed = shape === 'hebei' ? CLASSES : CLASSES.filter(([code]) => classes.has(code));
  return printed.map(([code, name], i) =>
    line('expenditure', `${numeral(i + 1)}、${name}`, cells(classes.get(code) ?? {}), code),
  );
}

function appropriationBalance(
  shape: Shape,
  print: Printer,
  { general, fund }: { general: Fen; fund: Fen },
  classes: ReadonlyMap<string, Amounts>,
): Statement {
  const columns = ['total', 'general-public', 'government-fund', 'state-capital'];
  const at = (fen: Fen) => print.cells({ amount: fen });
  const rows = [
    line('revenue', '一、一般公共预算拨款', at(general)),
    line('revenue', '二、政府性基金预算拨款', at(fund)),
    line('revenue', '三、国有资本经营预算拨款', at(0)),
    ...classLines(shape, classes, (amounts) => print.cells(only(amounts, columns))),
  ];
  const all = { total: general + fund, 'general-public': general, 'government-fund': fund };
  const total = () => print.cells(only(all, columns));
  if (shape === 'hebei') {
    rows.push(line('revenue', '本年收入合计', at(general + fund)), line('revenue', '年初财政拨款结转和结余', {}));
    for (const label of ['一、一般公共预算拨款', '二、政府性基金预算拨款', '三、国有资本经营预算拨款'])
      rows.push(line('revenue', label, {}));
    rows.push(line('expenditure', '本年支出合计', total()), line('expenditure', '年末财政拨款结转和结余', {}));
  }
  rows.push(line('revenue', '收入总计', at(general + fund)), line('expenditure', '支出总计', total()));
  return {
    form: 'appropriation-balance',
    title: '',
    unit: print.unit,
    columns: columnsOf(['amount', ...columns]),
    rows,
    origin: {},
  };
}

function threePublics(shape: Shape, print: Printer, economic: readonly Item[], random: () => number): Statement {
  const [overseas, purchase, running, hospitality] = [0.2, 0.2, 0.8, 0.8].map((chance) =>
    random() < chance ? Math.round(random() * 300_000) * 100 : 0,
  ) as [Fen, Fen, Fen, Fen];
  const vehicles = purchase + running;
  const total = overseas + vehicles + hospitality;
  if (shape === 'shanghai') {
    const operating = columnSums(economic).operating ?? 0;
    const cells = print.cells(
      {
        total,
        overseas,
        vehicles,
        'vehicle-purchase': purchase,
        'vehicle-running': running,
        hospitality,
        'agency-operating': operating,
      },
      '万元',
    );
    return {
      form: 'three-publics',
      title: '',
      unit: '万元',
      columns: columnsOf(Object.keys(cells)),
      rows: [{ key: 'total', label: '合计', cells, origin: {} }],
      origin: {},
    };
  }
  const lines: [string, Fen][] = [
    ['合计', total],
    ['一、因公出国（境）费', overseas],
    ['二、公务用车购置及运维费', vehicles],
    ['其中：公务用车购置费', purchase],
    ['公务用车运行维护费', running],
    ['三、公务接待费', hospitality],
  ];
  const rows = lines.map(([label, fen]) => {
    const key = label === '合计' ? 'total' : label.replace(/^([一二三]、|其中：)/, '');
    return { key, label, cells: print.cells({ total: fen, 'general-public': fen }), origin: {} };
  });
  return {
    form: 'three-publics',
    title: '',
    unit: '万元',
    columns: columnsOf(['total', 'general-public', 'government-fund', 'state-capital']),
    rows,
    origin: {},
  };
}
