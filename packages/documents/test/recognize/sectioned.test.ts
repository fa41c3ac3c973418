/** 机构运行信息表: “三公”经费, operating costs, vehicles and purchases in one grid, and counts among amounts. */
import type { ProcurementRow } from '@mingsuan/core/kinds/index';
import { expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const read = (...rows: readonly string[]) => {
  const body = `临溪市水利局2024年度部门决算\n\n机构运行信息表\n\n公开11表\n\n金额单位：万元\n\n${rows.join('\n')}`;
  const { disclosures, problems } = recognize(readText(body.replaceAll('|', '\t')));
  const [{ statements, tables, generic = [] }] = disclosures as [(typeof disclosures)[0]];
  return {
    statements: statements.map(({ form, rows: lines }) => [
      form,
      ...lines.flatMap(({ key, cells }) => (cells.total ? [`${key} ${cells.total.text}`] : [])),
    ]),
    assets: tables.flatMap((row) =>
      row.form === 'assets' ? row.rows.flatMap((each) => JSON.stringify(each).match(/"text":"(\d+)"/)?.[1] ?? []) : [],
    ),
    purchases: tables.flatMap(({ form, rows: lines }) =>
      form === 'procurement'
        ? (lines as unknown as ProcurementRow[]).map(({ kind, cells }) => `${kind} ${cells.total?.text}`)
        : [],
    ),
    counts: generic.map(({ title, rows: lines }) => [title, ...lines.map(({ cells }) => Object.keys(cells).length)]),
    problems: problems
      .map(({ code }) => code)
      .filter((code) => code !== 'unknown-template' && code !== 'stage-doubtful'),
  };
};

const PUBLICS = [
  '一、“三公”经费支出|1|—|—',
  '（一）支出合计|2|31.47|19.86',
  '1．因公出国（境）费|3|0.00|0.00',
  '2．公务用车购置及运行维护费|4|30.67|19.56',
  '3．公务接待费|5|0.80|0.30',
  '（二）相关统计数|6|—|—',
  '1．因公出国（境）团组数（个）|7|—|0',
  '2．公务用车保有量（辆）|8|—|9',
  '3．国内公务接待批次（个）|9|—|3',
  '4．国内公务接待人次（人）|9|—|24',
];
const OTHERS = [
  '二、机关运行经费|10|184.65',
  '（一）行政单位|11|184.65',
  '三、国有资产占用情况|12|—',
  '（一）车辆数合计（辆）|13|9',
  '1．机要通信用车|14|3',
  '2．执法执勤用车|15|6',
  '四、政府采购支出信息|16|—',
  '（一）政府采购支出合计|17|251.25',
  '1．政府采购货物支出|18|251.25',
  '（二）政府采购授予中小企业合同金额|19|4.79',
];
const READ = {
  statements: [
    ['three-publics', '支出合计 19.86', '因公出国（境）费 0.00', '公务用车购置及运行维护费 19.56', '公务接待费 0.30'],
    ['operating', '机关运行经费 184.65', '行政单位 184.65'],
  ],
  assets: ['9', '3', '6'],
  purchases: ['total 251.25', 'item 251.25'],
  counts: [
    ['相关统计数表', 0, 0, 0, 0],
    ['授予中小企业合同金额表', 1],
  ],
  problems: ['other-table', 'other-table'],
};

it('sections in two panels are tables of their own, and counts are no money', () => {
  const panels = PUBLICS.map((row, i) => `${row}|${OTHERS[i]}`);
  expect(read('项  目|行次|预算数|统计数|项  目|行次|统计数', '栏  次||1|2|栏  次||3', ...panels)).toEqual(READ);
});

it('and in one', () => {
  const below = OTHERS.map((row) => row.replace(/\|([^|]*)$/, '|—|$1'));
  expect(read('项  目|行次|预算数|统计数', '栏  次||1|2', ...PUBLICS, ...below)).toEqual(READ);
});

it('counts below “三公”经费 are kept apart; a list of projects and a balance stay whole', () => {
  const alone = read('项  目|行次|预算数|统计数', ...PUBLICS);
  expect([alone.statements, alone.counts]).toEqual([[READ.statements[0]], [READ.counts[0]]]);
  const projects = read('项目|金额', '一、购置公务用车（辆）|3.00', '二、政府采购服务|4.00', '三、日常维护|5.00');
  expect(projects.counts.flat()).not.toContain('相关统计数表');
});
