import { expect, it } from 'vitest';
import type { TableCell } from '../../src/layout.ts';
import { readHeader } from '../../src/recognize/header.ts';
import { withHeaderOfTotal } from '../../src/recognize/header-total.ts';

const grid = (text: string): TableCell[][] =>
  text.split('\n').map((line) => line.split('|').map((each) => ({ text: each, origin: {} })));

const HEAD = '项目||年初结转和结余|本年收入|本年支出|||年末结转和结余\n科目编码|科目名称||||||';

it('the headers that stand in a row of 合计 head their columns', () => {
  const rows = withHeaderOfTotal(
    grid(`${HEAD}\n合计||0|2002.80|合计|基本支出|项目支出|0\n207|文化支出|0|2.80|2.80||2.80|0`),
  );
  const { rowCount, paths } = readHeader(rows);
  expect(rowCount).toBe(3);
  expect(paths.slice(4, 7).map((path) => path.join('/'))).toEqual([
    '本年支出/合计',
    '本年支出/基本支出',
    '本年支出/项目支出',
  ]);
  expect(rows[3]!.map(({ text }) => text).join('|')).toBe('合计||0|2002.80|合计|基本支出|项目支出|0');
});

it.each([
  ['a row of amounts', '合计||0|2002.80|2002.80||2002.80|0'],
  ['no sum', '207|文化支出|0|2.80|合计|基本支出|项目支出|0'],
  ['words that head nothing', '合计||0|2002.80|见附件|见附件|0|0'],
])('%s is left as it is', (_, row) => {
  const rows = grid(`${HEAD}\n${row}`);
  expect(withHeaderOfTotal(rows)).toBe(rows);
});
