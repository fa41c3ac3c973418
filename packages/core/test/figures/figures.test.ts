import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import { alsoMeant, figure, figures, stepOf } from '../../src/figures/index.ts';
import { addressOf, itemOf, listed, listedUnder, thingOf } from '../../src/model/quantity.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { WORD_FIGURE_RULES } from '../../src/rules/words/word-figures.ts';
import { assets, doc, empty, lines, procurement, table } from '../rules/make.ts';
import { saying } from '../words/make-words.ts';

const BUDGET = doc(
  lines('balance', '收 本年收入合计 100.00\n收 收入总计 120.00\n支 支出总计 120.00'),
  table('expenditure', 'total basic project', 'total 合计 120.00 70.00 50.00\n2010301 行政运行 70.00 70.00 -'),
  table('general-public', 'total basic', 'total 合计 - -\n2010301 行政运行 70.00 70.00'),
  table('three-publics', 'total total@previous hospitality hospitality@previous', 'total 合计 9.00 8.50 1.20 -'),
  empty('government-fund'),
  procurement('合计 - - - - 30.00 30.00 5.00'),
  assets('固定资产总额 250.00'),
);

const told = (
  disclosure: Disclosure,
  quantity: string,
  ...period: Parameters<typeof addressOf> extends [string, ...infer P] ? P : never
) => {
  const { state, figure: found } = figure(disclosure, addressOf(quantity, ...period));
  return found ? `${state} ${found.form}[${found.row}].${found.column} ${found.text}`.trim() : state;
};

describe('the figure at an address', () => {
  it.each([
    ['balance[收入总计]', 'printed balance[收入总计].amount 120.00'],
    ['expenditure[total].basic', 'printed expenditure[total].basic 70.00'],
    ['expenditure[2010301].total', 'printed expenditure[2010301].total 70.00'],
    ['general-public[2010301].basic', 'printed general-public[2010301].basic 70.00'],
    ['three-publics[hospitality]', 'printed three-publics[total].hospitality 1.20'],
    ['general-public[total].basic', 'blank general-public[total].basic'],
    ['government-fund[total].total', 'blank government-fund[total].total'],
    ['state-capital[total].total', 'not-printed'],
    ['three-publics[overseas]', 'not-printed'],
    ['agency-operating', 'not-printed'],
    ['procurement[total]', 'printed procurement[total].total 30.00'],
    ['procurement[sme]', 'printed procurement[total].sme 5.00'],
    ['assets[value]', 'printed assets[固定资产总额].value 250.00'],
    ['vehicles[total]', 'not-printed'],
  ])('%s: %s', (quantity, expected) => expect(told(BUDGET, quantity)).toBe(expected));

  it('of last year, where the table prints it', () => {
    expect(told(BUDGET, 'three-publics[total]', 'previous')).toBe('printed three-publics[total].total@previous 8.50');
    expect(told(BUDGET, 'three-publics[hospitality]', 'previous')).toBe(
      'blank three-publics[total].hospitality@previous',
    );
    expect(told(BUDGET, 'three-publics[total]', 'budget')).toBe('not-printed');
  });

  it('words may mean of an item that each unit prints that of all of them, and beside a carry-over that of the year', () => {
    const units = table(
      'general-public',
      'total total-share-1',
      'total 合计 90.00 80.00\n2010301 行政运行 70.00 70.00',
    );
    const rows = [
      ...units.rows,
      ...[30, 20].map((amount, i) => ({
        ...units.rows[1]!,
        key: '2210201',
        label: '住房公积金',
        unit: `30100${i}`,
        cells: {
          total: { fen: amount * 1_000_000, text: `${amount}.00`, origin: {} },
          'total-share-1': { fen: amount * 900_000, text: `${amount * 0.9}.00`, origin: {} },
        },
      })),
    ];
    const columns = [
      { id: 'total', header: '合计' },
      { id: 'total-share-1', header: '当年财政拨款安排' },
    ];
    const of = (header: string) =>
      alsoMeant(
        doc({ ...units, rows, columns: columns.with(1, { ...columns[1]!, header }) }),
        addressOf('general-public[2210201].total'),
      ).map(({ fen }) => fen / 1_000_000);
    expect(of('当年财政拨款安排')).toEqual([50, 30, 20, 45, 27, 18]);
    expect(of('上年结转安排')).toEqual([50, 30, 20]);
  });

  it('is not the total of three publics that counts meetings and training too', () => {
    const of = (more: string) =>
      told(
        doc(table('three-publics', 'total overseas vehicles hospitality training', `total 合计 ${more}`)),
        'three-publics[total]',
      );
    expect(of('32.08 0.00 9.10 1.00 21.98')).toBe('not-printed');
    expect(of('10.10 0.00 9.10 1.00 21.98')).toBe('printed three-publics[total].total 10.10');
  });

  it('of one unit, where a table lists several', () => {
    const units = doc(
      table('expenditure', 'total', '302001:2010301 行政运行 40.00\n302002:2010301 行政运行 30.00\ntotal 合计 70.00'),
    );
    const of = (unit: string) => figure(units, { form: 'expenditure', row: '2010301', column: 'total', unit });
    expect(of('302002').figure?.fen).toBe(30_000_000);
    expect(of('302003').state).toBe('not-printed');
    expect(told(units, 'expenditure[2010301].total')).toBe('not-printed');
  });

  it('a printed place goes before a blank one, and all places are told', () => {
    const twice = doc(lines('balance', '支 支出总计 -'), table('expenditure', 'total', 'total 合计 120.00'));
    expect(told(twice, 'balance[支出总计]')).toBe('printed expenditure[total].total 120.00');
    expect(figures(twice, addressOf('balance[支出总计]')).map(({ text }) => text)).toEqual(['', '120.00']);
  });

  it('what is not read is not nothing', () => {
    const statement = table('expenditure', 'total basic', 'total 合计 120.00 -');
    const unread = doc({ ...statement, rows: statement.rows.map((row) => ({ ...row, unread: ['basic'] })) });
    expect(told(unread, 'expenditure[total].basic')).toBe('not-read');
    expect(told(unread, 'expenditure[total].total')).toBe('printed expenditure[total].total 120.00');
  });
});

describe('quantities of the words', () => {
  it('name a code, a whole and its listed part, or a thing', () => {
    expect(itemOf('general-public[2010301].total')).toBe('2010301');
    expect(itemOf('general-public[total].total')).toBeUndefined();
    expect(listed(listedUnder('expenditure[total].project', '道路/桥梁'))).toEqual({
      whole: 'expenditure[total].project',
      name: '道路/桥梁',
    });
    expect(addressOf('expenditure[total].project/道路')).toBeUndefined();
    expect(thingOf('vehicles[total]')).toBe('vehicles');
  });
});

describe('how finely a table prints', () => {
  const whole = '2010301 行政运行 6415 4416\n2010302 一般行政管理事务 820 820\ntotal 合计 7236 5237';

  it('is told by its figures', () => {
    const document = doc(table('expenditure', 'total basic', whole));
    expect(stepOf(document, document.statements[0]!)).toBe(1_000_000);
  });

  it('of few figures, by the tables beside it', () => {
    const few = table('three-publics', 'total hospitality', 'total 合计 5 1');
    const beside = (text: string) => doc(few, table('expenditure', 'total basic', text));
    expect(stepOf(beside(whole), few)).toBe(1_000_000);
    expect(stepOf(beside(whole.replaceAll(/\d{3,4}(?= |\n|$)/g, '$&.50')), few)).toBe(10_000);
    expect(stepOf(doc(few), few)).toBe(10_000);
  });

  it('is what words are held against: rounded to whole 万元 is no mistake', () => {
    const find = (text: string) =>
      WORD_FIGURE_RULES.flatMap((rule) =>
        rule.run(new DocumentContext(saying(text, table('expenditure', 'total basic', whole)))),
      );
    expect(find('2026年支出预算7235.61万元，其中：基本支出5236.52万元。')).toEqual([]);
    expect(find('2026年支出预算7238.61万元。').map(({ rule }) => rule)).toEqual(['words-table']);
  });
});
