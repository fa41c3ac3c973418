import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleLedger } from '../../src/ledger/example.ts';
import { readLedgerSheets, type SheetText } from '../../src/ledger/read-sheets.ts';
import { arbitraryLedger } from './arbitrary.ts';
import { sheetTexts } from './sheets.ts';
import { SMALL } from './small.ts';

describe('a filled workbook', () => {
  test('is the ledger it was made from', () => {
    fc.assert(
      fc.property(arbitraryLedger(), (ledger) => {
        const { faults, ledger: read } = readLedgerSheets(sheetTexts(ledger));
        expect(faults).toEqual([]);
        expect(read).toEqual(ledger);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['the example', exampleLedger(2023)],
    [
      'a ledger that does not know all: sections, prices, levels; and classes of two tables',
      {
        ...SMALL,
        basic: SMALL.basic.map(({ economic: _, ...line }) => line),
        projects: SMALL.projects.map((project) => ({
          ...project,
          indicators: [{ level1: '', level2: '', level3: '培训人次', target: '≥300人次' }],
        })),
        procurement: [{ item: '货物', code: 'A', amounts: [{ fund: 'general-public' as const, fen: 100 }] }],
        lastYear: { 'general-public[212].total': 100, 'government-fund[212].total': 200 },
      },
    ],
    [
      'a ledger with carried-over money, an item of its own and texts',
      {
        ...SMALL,
        projects: [{ ...SMALL.projects[0]!, name: '甲项目' }],
        procurement: [SMALL.procurement[0]!, SMALL.procurement[0]!].map((item) => ({ ...item, project: '甲项目' })),
        names: { '2019877': '本市自设的科目' },
        left: [{ item: '2019877', fund: 'general-public' as const, fen: 100 }],
        lastYear: { 'balance[收入总计]': 12_345 },
        counts: { 'vehicles[total]': 3, 'performance[projects]': 2 },
        texts: {
          duties: ['第一项。', '第二项。'],
          reasons: { 'three-publics[total]': '压减一般性支出' },
          purposes: { '2010301': '机关日常运转' },
          sections: { others: ['没有其他事项。', '以上。'], '甲项目/plan': ['分两批办理。'] },
          instead: { '国有资产信息#2': ['今年不购置资产。'], '国有资产信息#1.2': ['没有借用的资产。'] },
          glossary: [{ term: '基本支出', text: '为保障机构正常运转的支出。' }],
        },
      },
    ],
  ])('%s', (_, ledger) => expect(readLedgerSheets(sheetTexts(ledger))).toMatchObject({ ledger, faults: [] }));

  test('columns may change places, titles may stand over the head, blank rows may stand between', () => {
    const moved = change(SMALL_SHEETS, '收入', ([title, ...rows]) => [
      ['本局预算台账'],
      [],
      title!,
      ...rows.flatMap((row) => [[], [...row].reverse()]),
    ]);
    expect(readLedgerSheets(moved)).toMatchObject({ ledger: SMALL, faults: [] });
  });
});

const SMALL_SHEETS = sheetTexts(SMALL);

function change(
  sheets: readonly SheetText[],
  name: string,
  to: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[],
): SheetText[] {
  return sheets.map((sheet) => (sheet.name === name ? { name, rows: to(sheet.rows) } : sheet));
}

const cell = (name: string, row: number, column: number, text: string) =>
  change(SMALL_SHEETS, name, (rows) =>
    rows.map((cells, y) => (y === row - 1 ? cells.map((old, x) => (x === column ? text : old)) : cells)),
  );

describe('what is wrong is told by its address', () => {
  test.each<[string, SheetText[], string, string]>([
    ['text for money', cell('收入', 3, 2, '一百万'), '收入!C3', '“一百万”不是金额'],
    ['a fraction of a fen', cell('收入', 3, 2, '1.005'), '收入!C3', '比一分还细'],
    ['a broken formula', cell('收入', 3, 2, '#REF!'), '收入!C3', '公式算不出来'],
    ['an unknown source', cell('收入', 3, 0, '拨款'), '收入!A3', '请从下拉列表选'],
    ['neither yes nor no', cell('收入', 3, 1, '大概'), '收入!B3', '是的填“是”'],
    ['a code too short', cell('基本支出', 4, 0, '20103 政府办公厅'), '基本支出!A4', '七位的项级科目编码'],
    ['a code under another name', cell('基本支出', 4, 0, '2010301 机关服务'), '基本支出!A4', '2010301 是“行政运行”'],
    ['a section of another level', cell('基本支出', 4, 1, '301'), '基本支出!B4', '五位的款级科目编码'],
    ['nothing where something must be', cell('项目支出', 3, 0, ''), '项目支出!A3', '“项目”没有填'],
    ['a year in words', cell('基本信息', 3, 4, '明年'), '基本信息!E3', '不是整数'],
    ['a quantity in words', cell('政府采购', 3, 5, '十台'), '政府采购!F3', '不是数量'],
    ['a code of no catalogue', cell('政府采购', 3, 3, '计算机'), '政府采购!D3', '以 A、B、C 开头'],
  ])('%s', (_, sheets, address, message) => {
    const { faults } = readLedgerSheets(sheets);
    expect(faults.map(({ origin }) => `${origin.sheet}!${origin.address}`)).toEqual([address]);
    expect(faults[0]!.message).toContain(message);
    expect(faults[0]!.message).toMatch(/。$/);
  });

  test('all else is read', () => {
    const { ledger } = readLedgerSheets(cell('收入', 3, 2, '一百万'));
    expect(ledger).toEqual({ ...SMALL, revenue: SMALL.revenue.slice(1) });
  });

  test.each<[string, SheetText[], string]>([
    ['a sheet that is not there', SMALL_SHEETS.filter(({ name }) => name !== '基本支出'), '没有工作表“基本支出”'],
    [
      'a sheet that was renamed',
      SMALL_SHEETS.map((sheet) => (sheet.name === '资产' ? { ...sheet, name: 'Sheet1' } : sheet)),
      '工作表“Sheet1”像是“资产”',
    ],
    ['a sheet without its head', change(SMALL_SHEETS, '收入', (rows) => rows.slice(2)), '找不到表头'],
    [
      'a head that lacks a column',
      change(SMALL_SHEETS, '收入', (rows) => rows.map((row) => row.slice(0, 2))),
      '缺少 “金额” 列',
    ],
  ])('%s', (_, sheets, message) => {
    expect(
      readLedgerSheets(sheets)
        .faults.map((fault) => fault.message)
        .join(),
    ).toContain(message);
  });

  test('a sheet full of mistakes does not drown the others', () => {
    const many = change(SMALL_SHEETS, '收入', ([title, head]) => [
      title!,
      head!,
      ...Array.from({ length: 100_000 }, () => ['拨款', '', '1']),
    ]);
    const { faults, ledger } = readLedgerSheets(many);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.message).toContain('这一列共有 100000 格这样');
    expect(ledger?.basic).toEqual(SMALL.basic);
  });

  test('an empty workbook', () => {
    const { ledger, faults } = readLedgerSheets([]);
    expect(ledger).toBeUndefined();
    expect(faults.length).toBeGreaterThan(5);
  });
});
