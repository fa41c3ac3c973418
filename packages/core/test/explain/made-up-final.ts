/** Made-up statements of final accounts in the national layout. */

import { randomOf } from '../../../../bench/generate.ts';
import { type Amounts, byClass, CLASSES, columnSums, draw, type Item } from '../../../../bench/made-up/draw.ts';
import type { Cell, Row, Side, Statement, StatementFormId } from '../../src/disclosure.ts';
import { columnsOf } from '../../src/model/columns.ts';
import { formatAmount } from '../../src/money.ts';
import { lineKey } from '../../src/text/numbering.ts';

const STEP = 10_000;
const FUNDS = ['general-public', 'government-fund', 'state-capital'] as const;

function cellsOf(amounts: Amounts): Record<string, Cell> {
  const entries = Object.entries(amounts).filter(([, fen]) => fen !== 0);
  return Object.fromEntries(
    entries.map(([column, exact]) => {
      const fen = Math.round(exact / STEP) * STEP;
      return [column, { fen, text: formatAmount(fen, '万元'), origin: {} }];
    }),
  );
}

const statement = (form: StatementFormId, columns: string, rows: readonly Row[], note?: string): Statement => ({
  form,
  title: form,
  unit: '万元',
  columns: columnsOf(columns.split(' ')),
  rows,
  ...(note ? { note } : {}),
  origin: {},
});

const line = (side: Side, label: string, amounts: Amounts, more: Partial<Row> = {}): Row => ({
  key: lineKey(label),
  label,
  side,
  cells: cellsOf(amounts),
  origin: {},
  ...more,
});

/** Classes, sections and items with the row of sums at the end. */
function rowsOf(items: readonly Item[], sections: ReadonlyMap<string, string>): readonly Row[] {
  const names = new Map([...CLASSES, ...sections]);
  const codes = items.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]);
  const rows = [...new Set(codes)].map((code) => {
    const own = items.filter((item) => item.code.startsWith(code));
    const label = own.find((item) => item.code === code)?.name ?? names.get(code)!;
    return { key: code, label, cells: cellsOf(columnSums(own)), origin: {} };
  });
  return [...rows, { key: 'total', label: '合计', cells: cellsOf(columnSums(items)), origin: {} }];
}

export function finalStatements(seed: number): readonly Statement[] {
  const random = randomOf(seed);
  const { items, fundItems, economic, sections, other, carryover } = draw(random);
  const [general = 0, fund = 0] = [items, fundItems].map((list) => columnSums(list).total ?? 0);
  const all = [...items, ...fundItems].sort((a, b) => (a.code < b.code ? -1 : 1));
  const spent = general + fund;
  const [year, whole] = [spent + other, spent + other + carryover];
  const byFund = (item: Item): Amounts => {
    const isFund = fundItems.includes(item);
    const total = item.amounts.total!;
    return { total, 'general-public': isFund ? 0 : total, 'government-fund': isFund ? total : 0 };
  };
  const classes = [...byClass(all.map((item) => ({ ...item, amounts: byFund(item) })))];
  const classLines = (pick: (amounts: Amounts) => Amounts) =>
    classes.map(([code, amounts]) =>
      line('expenditure', CLASSES.find(([known]) => known === code)![1], pick(amounts), { code }),
    );
  const received = all.map((item, i) => {
    const extra = i === 0 ? other : 0;
    return {
      ...item,
      amounts: { total: item.amounts.total! + extra, appropriation: item.amounts.total!, other: extra },
    };
  });
  const balance = [
    line('revenue', '一、一般公共预算财政拨款收入', { amount: general }),
    line('revenue', '二、政府性基金预算财政拨款收入', { amount: fund }),
    line('revenue', '八、其他收入', { amount: other }),
    line('revenue', '本年收入合计', { amount: year }),
    line('revenue', '使用非财政拨款结余（含专用结余）', {}),
    line('revenue', '年初结转和结余', { amount: carryover }),
    line('revenue', '总计', { amount: whole }),
    ...classLines(({ total }) => ({ amount: total! })),
    line('expenditure', '本年支出合计', { amount: spent }),
    line('expenditure', '结余分配', {}),
    line('expenditure', '年末结转和结余', { amount: other + carryover }),
    line('expenditure', '总计', { amount: whole }),
  ];
  const both = { total: spent, 'general-public': general, 'government-fund': fund };
  const appropriation = [
    line('revenue', '一、一般公共预算财政拨款', { amount: general }),
    line('revenue', '二、政府性基金预算财政拨款', { amount: fund }),
    line('revenue', '本年收入合计', { amount: spent }),
    line('revenue', '年初财政拨款结转和结余', {}),
    line('revenue', '总计', { amount: spent }),
    ...classLines((amounts) => amounts),
    line('expenditure', '本年支出合计', both),
    line('expenditure', '年末财政拨款结转和结余', {}),
    line('expenditure', '总计', both),
  ];
  const flow = fundItems.map((item) => ({ ...item, amounts: { revenue: item.amounts.total!, ...item.amounts } }));
  return [
    statement('balance', 'amount', balance),
    statement(
      'revenue',
      'total appropriation superior-subsidy institutional business affiliate-payment other',
      rowsOf(received, sections),
    ),
    statement('expenditure', 'total basic project remittance business affiliate-subsidy', rowsOf(all, sections)),
    statement('appropriation-balance', `amount total ${FUNDS.join(' ')}`, appropriation),
    statement('general-public', 'total basic project', rowsOf(items, sections)),
    statement('basic', 'total personnel operating', economicRows(economic)),
    publics(random),
    fundItems.length > 0
      ? statement('government-fund', 'carryover revenue total basic project year-end', rowsOf(flow, sections))
      : statement(
          'government-fund',
          'carryover revenue total basic project year-end',
          [],
          '注：无政府性基金预算财政拨款，本表无数据。',
        ),
    statement(
      'state-capital',
      'carryover revenue total basic project year-end',
      [],
      '注：无国有资本经营预算财政拨款，本表无数据。',
    ),
  ];
}

/** Printed side by side: classes and sections with one amount, and no row of sums. */
function economicRows(economic: readonly Item[]): readonly Row[] {
  const names: Readonly<Record<string, string>> = {
    301: '工资福利支出',
    302: '商品和服务支出',
    303: '对个人和家庭的补助',
  };
  const rows = economic.flatMap(({ code, name, amounts }): Item[] => [
    { code, name, amounts: { total: amounts.total! } },
  ]);
  return Object.entries(names).flatMap(([code, label]) => {
    const own = rows.filter((row) => row.code.startsWith(code));
    const head = { key: code, label, cells: cellsOf(columnSums(own)), origin: {} };
    return [head, ...own.map((row) => ({ key: row.code, label: row.name, cells: cellsOf(row.amounts), origin: {} }))];
  });
}

function publics(random: () => number): Statement {
  const some = () => (random() < 0.4 ? 0 : Math.round(random() * 900) * STEP);
  const items = (['overseas', 'vehicle-purchase', 'vehicle-running', 'hospitality'] as const).map((item) => {
    const spent = some();
    return { item, spent, planned: spent + some() };
  });
  const amounts: Amounts = {};
  for (const { item, spent, planned } of items)
    for (const sum of ['total', item.startsWith('vehicle') ? 'vehicles' : '', item].filter((name) => name !== '')) {
      amounts[sum] = (amounts[sum] ?? 0) + spent;
      amounts[`${sum}@budget`] = (amounts[`${sum}@budget`] ?? 0) + planned;
    }
  const columns = ['total', 'overseas', 'vehicles', 'vehicle-purchase', 'vehicle-running', 'hospitality'];
  return statement('three-publics', columns.flatMap((c) => [`${c}@budget`, c]).join(' '), [
    { key: 'total', label: '合计', cells: cellsOf(amounts), origin: {} },
  ]);
}
