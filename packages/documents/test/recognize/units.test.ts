import { expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const EXPENDITURE = '部门支出总表';
const PUBLICS = '财政拨款“三公”经费支出表';

const table = (title: string, unit: string | undefined, rows: string) =>
  `${title}\n\n${unit ? `单位：${unit}\n\n` : ''}${rows.replaceAll('|', '\t')}\n`;
const expenditure = (unit?: string) =>
  table(EXPENDITURE, unit, '科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|3|2|1\n|合计|3|2|1');
const revenue = (unit?: string) =>
  table('部门收入总表', unit, '科目编码|科目名称|合计|财政拨款收入\n201|一般公共服务支出|3|3\n|合计|3|3');
const publics = (unit?: string) =>
  table(PUBLICS, unit, '合计|因公出国（境）费|公务接待费|公务用车购置及运行费\n1.00|0.50|0.30|0.20');

const unitsOf = (...tables: string[]) =>
  recognize(readText(`某市某局2024年部门预算\n\n${tables.join('\n')}`)).disclosures[0]!.statements.map(
    ({ form, unit }) => `${form} ${unit}`,
  );

/** A wrong unit is a factor of ten thousand; a table that prints none is in that of its neighbours. */
it.each<[what: string, tables: string[], units: string[]]>([
  ['its own', [expenditure('元'), revenue('万元')], ['expenditure 元', 'revenue 万元']],
  ['that of another table', [expenditure(), revenue('元')], ['expenditure 元', 'revenue 元']],
  [
    'never that of the three publics, which many print in 万元 beside tables in 元',
    [expenditure(), publics('万元'), revenue('元')],
    ['expenditure 元', 'three-publics 万元', 'revenue 元'],
  ],
  ['万元 where nothing is said', [expenditure(), revenue()], ['expenditure 万元', 'revenue 万元']],
  [
    '万元 where only the three publics say another',
    [expenditure(), publics('元')],
    ['expenditure 万元', 'three-publics 元'],
  ],
])('the unit of a table is %s', (_, tables, units) => expect(unitsOf(...tables)).toEqual(units));

const rowsIn = (rows: string) =>
  recognize(
    readText(`某市某局2024年部门预算\n\n${table(EXPENDITURE, '万元', rows)}`),
  ).disclosures[0]!.statements.flatMap(({ rows: read }) =>
    read.map(({ key, unit }) => (unit ? `${unit}:${key}` : key)),
  );

/** A unit's number among the codes of its items is no code, though its department's may be that of a class. */
it.each<[what: string, rows: string, keys: string[]]>([
  [
    'head their own items',
    `科目编码|科目名称|合计|基本支出|项目支出
|合计|5.00|3.00|2.00
226|某市某局|5.00|3.00|2.00
226001|某市某局本级|3.00|2.00|1.00
204|公共安全支出|3.00|2.00|1.00
226002|某市某中心|2.00|1.00|1.00
204|公共安全支出|2.00|1.00|1.00`,
    ['total', '某市某局', '某市某局本级', '某市某局本级:204', '某市某中心', '某市某中心:204'],
  ],
  [
    'are none where a section is printed with its own digits',
    `科目编码|科目名称|合计|基本支出|项目支出
208|社会保障和就业支出|3.00|2.00|1.00
05|行政事业单位养老支出|3.00|2.00|1.00
2080501|行政单位离退休|3.00|2.00|1.00`,
    ['208', '20805', '2080501'],
  ],
])('numbers of units %s', (_, rows, keys) => expect(rowsIn(rows)).toEqual(keys));
