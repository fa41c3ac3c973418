import { expect, it } from 'vitest';
import type { Block, Layout, TableCell } from '../../src/layout.ts';
import { readDocument } from '../../src/read.ts';
import { recognize } from '../../src/recognize/recognize.ts';

const grid = (...rows: string[]): Block => {
  const cells = rows.map((row) =>
    row.split('|').map((text): TableCell => ({ text: text.trim(), origin: { page: 2 } })),
  );
  return { kind: 'table', rows: cells, origin: { page: 2 } };
};
const titled = (title: string, ...pages: Block[][]): Layout => ({
  pages: [
    { number: 1, blocks: [{ kind: 'paragraph', text: '某市某局2026年部门预算', origin: { page: 1 } }] },
    {
      number: 2,
      blocks: [
        { kind: 'paragraph', text: title, origin: { page: 2 } },
        { kind: 'paragraph', text: '单位：万元', origin: { page: 2 } },
        ...pages[0]!,
      ],
    },
    ...pages.slice(1).map((blocks, i) => ({ number: i + 3, blocks })),
  ],
  problems: [],
});
const targetsOf = (layout: Layout) => {
  const { disclosures, coverage } = recognize(layout);
  const rows = disclosures[0]!.tables.flatMap((table) => (table.form === 'performance' ? table.rows : []));
  return { rows: rows as unknown as readonly Record<string, unknown>[], amounts: coverage.amounts };
};

it('the sums of a list of targets, of all and of each unit, stand with the project below them', () => {
  const { rows, amounts } = targetsOf(
    titled('项目支出绩效目标表', [
      grid(
        '项目名称 | 总计 | 财政拨款 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
        '合计 | 9.50 | 9.50 |  |  |  |  | ',
        '甲中心 | 9.50 | 9.50 |  |  |  |  | ',
        '热线运行 | 4.50 | 4.50 | 保障热线 | 产出指标 | 数量指标 | 坐席 | ≥20',
        '物业管理 | 5.00 | 5.00 | 保障办公 | 产出指标 | 数量指标 | 面积 | ≥30',
      ),
    ]),
  );
  expect(rows.map(({ project }) => project)).toEqual(['热线运行', '物业管理']);
  const sums = rows[0]!.sums as readonly { name: string; amount: { text: string } }[];
  expect(sums.map(({ name, amount }) => `${name} ${amount.text}`)).toEqual([
    '合计 9.50',
    '合计 9.50',
    '甲中心 9.50',
    '甲中心 9.50',
  ]);
  expect(amounts).toMatchObject({ printed: 8, read: 8 });
});

it('a figure that a target holds with its sign and unit is read', () => {
  const { rows, amounts } = targetsOf(
    titled('项目支出绩效目标表', [
      grid(
        '项目名称 | 项目总额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 指标值 | 度量单位',
        '热线运行 | 4.50 | 保障热线 | 成本指标 | 经济成本指标 | 坐席费用 | ≤ | 11.632 | 万元',
        ' |  |  | 产出指标 | 数量指标 | 坐席 | ≥ | 20 | 个',
      ),
    ]),
  );
  expect(rows[0]!.indicators).toMatchObject([{ target: '≤11.632万元' }, { target: '≥20个' }]);
  expect(amounts).toMatchObject({ printed: 2, read: 2 });
});

it('a page break within the lines above the indicators parts no sheet', () => {
  const { rows, amounts } = targetsOf(
    titled(
      '项目支出绩效目标表',
      [grid('项目名称 | 热线运行 |  | ', '主管部门 | 某局 | 实施单位 | 甲中心')],
      [
        grid(
          '项目资金 | 年度资金总额： | 4.50 | ',
          '绩效目标 | 保障热线 |  | ',
          '一级指标 | 二级指标 | 三级指标 | 指标值',
          '产出指标 | 数量指标 | 坐席 | ≥20',
        ),
      ],
    ),
  );
  expect(rows).toMatchObject([
    { project: '热线运行', unit: '甲中心', goal: '保障热线', indicators: [{ target: '≥20' }] },
  ]);
  expect(amounts).toMatchObject({ printed: 1, read: 1 });
});

it('a list’s header may be two rows high beside the levels of its indicators', async () => {
  const html = `<h1>某市某局2026年部门预算</h1><p>项目支出绩效目标表</p><p>单位：万元</p><table border="1">
<tr><td rowspan="2">单位名称</td><td rowspan="2">项目名称</td><td rowspan="2">项目金额</td><td rowspan="2">年度绩效目标</td><td colspan="4">绩效指标</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
<tr><td rowspan="2">某市某局</td><td rowspan="2">系统运维</td><td rowspan="2">86.00</td><td rowspan="2">保障运行</td><td>产出指标</td><td>数量指标</td><td>系统</td><td>≥6套</td></tr>
<tr><td>效益指标</td><td>社会效益指标</td><td>时限</td><td>≤3天</td></tr>
<tr><td>某市某局</td><td>会计培训</td><td>24.50</td><td>提升业务</td><td>产出指标</td><td>数量指标</td><td>人次</td><td>≥400人次</td></tr></table>`;
  const { disclosures } = await readDocument('a.html', new TextEncoder().encode(html));
  const rows = disclosures[0]!.tables.flatMap((table) => (table.form === 'performance' ? table.rows : []));
  const told = rows as unknown as readonly { project: string; unit: string; goal: string; indicators: unknown[] }[];
  expect(told.map(({ project, unit, goal, indicators }) => [project, unit, goal, indicators.length])).toEqual([
    ['系统运维', '某市某局', '保障运行', 2],
    ['会计培训', '某市某局', '提升业务', 1],
  ]);
});
