/** Columns of several years: which is the document's own, which the year before, which is neither. */
import { describe, expect, it } from 'vitest';
import { readMade } from '../kinds/made.ts';

const read = async (...years: readonly [string, string, string]) => {
  const { disclosure } = await readMade(`部门支出总表

单位：万元

科目编码|科目名称|${years.join('|')}
201|一般公共服务支出|11.00|20.00|30.00
20103|政府办公厅（室）及相关机构事务|11.00|20.00|30.00
2010301|行政运行|11.00|20.00|30.00
合计||11.00|20.00|30.00
`);
  const [statement] = disclosure.statements;
  const total = statement!.rows.find(({ key }) => key === 'total')!;
  return {
    cells: Object.fromEntries(Object.entries(total.cells).map(([id, { text }]) => [id, text])),
    kept: (disclosure.generic ?? []).flatMap(({ columns }) => columns.flatMap(({ header }) => header ?? [])),
    unread: statement!.unread?.columns ?? [],
  };
};

describe('columns of several years', () => {
  it.each([
    [['2026年', '2027年', '2028年'], { total: '11.00' }, ['2027年', '2028年']],
    [['2025年', '2026年', '2027年'], { 'total@previous': '11.00', total: '20.00' }, ['2027年']],
    [['2024年决算数', '2025年预算数', '2026年预算数'], { 'total@previous': '20.00', total: '30.00' }, ['2024年决算数']],
  ] as const)('%j of a budget of 2026', async (years, cells, other) => {
    const { kept, unread, ...own } = await read(...(years as readonly [string, string, string]));
    expect(own.cells).toEqual(cells);
    expect(unread).toEqual(other);
    expect(kept).toEqual(expect.arrayContaining([...other]));
  });
});

it('the one year that a header speaks of is the one before, where a column without a year is of the document’s own', async () => {
  const table = (title: string, year: string, last: string) => `某市某局${title}

部门支出总表

单位：万元

科目编码|科目名称|${year}|${last}|基本支出|项目支出
201|一般公共服务支出|11.00|20.00|15.00|5.00
20103|政府办公厅（室）及相关机构事务|11.00|20.00|15.00|5.00
2010301|行政运行|11.00|20.00|15.00|5.00
合计||11.00|20.00|15.00|5.00
`;
  const idsOf = async (text: string) => (await readMade(text)).disclosure.statements[0]!.columns.map(({ id }) => id);
  expect(await idsOf(table('2026年部门预算', '2025年执行数', '合计'))).toEqual([
    'total@previous',
    'total',
    'basic',
    'project',
  ]);
  // A year that nobody brought up to date stays the document's own.
  expect(await idsOf(table('2026年部门预算', '2025年预算数', '备注'))).toContain('total');
});

it('of purchases planned and made, final accounts tell those made', async () => {
  const { disclosure } = await readMade(`某市某局2024年度部门决算

政府采购情况表

单位：万元

项目|采购预算||采购决算|
|总计|一般公共预算|总计|一般公共预算
合计|22.00|22.00|20.00|20.00
货物|12.00|12.00|11.00|11.00
服务|10.00|10.00|9.00|9.00
`);
  const rows = disclosure.tables.flatMap((t) => (t.form === 'procurement' ? t.rows : [])) as {
    cells?: Record<string, { text: string }>;
  }[];
  expect(rows.map(({ cells }) => Object.values(cells ?? {})[0]?.text)).toEqual(['20.00', '11.00', '9.00']);
});
