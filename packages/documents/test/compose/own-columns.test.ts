import { expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText, writeText } from '../../src/text/index.ts';
import { disclosure, row, statement } from './make.ts';

const back = (given: ReturnType<typeof statement>) => {
  const text = writeText(compose([disclosure({ year: 2026, template: 'shenzhen-2026', statements: [given] })]));
  return { text, rows: recognize(readText(text)).disclosures[0]!.statements[0]!.rows };
};
const figures = (rows: ReturnType<typeof statement>['rows']) =>
  rows.map(({ key, cells }) => [key, Object.fromEntries(Object.entries(cells).map(([id, { fen }]) => [id, fen]))]);

it('columns that the template lacks are written under the document’s own headers, and a whole named for its unit is the whole', () => {
  const cells = { total: '30.00', basic: '10.00', project: '20.00', procurement: '5.00', sme: '3.00' };
  const rows = [row('total', '某局（本级）', cells), row('213', '农林水支出', cells)];
  const given = statement('expenditure', Object.keys(cells), rows);
  const headers: Record<string, string> = {
    procurement: '2026年政府采购项目/小计',
    sme: '2026年政府采购项目/预留给中小企业',
  };
  const columns = given.columns
    .map((each) => ({ ...each, header: headers[each.id] ?? '' }))
    .map(({ header, ...each }) => (header ? { ...each, header } : each));
  const said = back({ ...given, columns });
  expect(said.text).toContain('预留给中小企业');
  expect(figures(said.rows)).toEqual(figures(rows));
  // Without headers of its own they have their names, never their ids.
  const named = back(given);
  expect(named.text).not.toMatch(/procurement|sme/);
  expect(figures(named.rows)).toEqual(figures(rows));
});

it('a first row that the classes do not add up to is no whole', () => {
  const rows = [row('某局', '某局', { total: '31.00' }), row('213', '农林水支出', { total: '30.00' })];
  expect(figures(back(statement('expenditure', ['total'], rows)).rows)).toEqual(figures(rows));
});

it('items that the document prints a row a year of are printed so', () => {
  const cells = { total: '3.00', hospitality: '3.00', 'total@previous': '4.00', 'hospitality@previous': '4.00' };
  const rows = [row('total', '2026年', cells)];
  const given = { ...statement('three-publics', Object.keys(cells), rows), title: '财政拨款“三公”经费支出表' };
  const { text, rows: read } = back(given);
  expect(text).toContain('2025年');
  expect(figures(read)).toEqual(figures(rows));
});

it('columns under their years keep their own headers, beside none of a template of one year', () => {
  const ids = ['total@previous', 'hospitality@previous', 'total', 'hospitality', 'total-change', 'hospitality-change'];
  const groups = ['上年', '上年', '当年', '当年', '增减变化情况', '增减变化情况'];
  const rows = [row('total', '合计', Object.fromEntries(ids.map((id, i) => [id, `${i + 1}.00`])))];
  const given = { ...statement('three-publics', ids, rows), title: '一般公共预算“三公”经费支出表' };
  const columns = ids.map((id, i) => ({ id, header: `${groups[i]}/${i % 2 ? '公务接待费' : '“三公”经费合计'}` }));
  const { text, rows: read } = back({ ...given, columns });
  expect(text).toContain('当年');
  expect(figures(read)).toEqual(figures(rows));
});

it('a part that its document alone names is printed under that name, never under its id', () => {
  const cells = { total: '9.00', 'general-public': '9.00', 'general-public-of-which': '5.00', other: '0.00' };
  const given = statement('revenue', Object.keys(cells), [row('total', '合计', cells)]);
  const headers: Record<string, string> = { 'general-public-of-which': '一般公共预算拨款/专项资金列入部门预算项目' };
  const columns = given.columns.map((each) => (headers[each.id] ? { ...each, header: headers[each.id]! } : each));
  const { text } = back({ ...given, columns });
  expect(text).toContain('专项资金列入部门预算项目');
  expect(text).not.toMatch(/of-which/);
});

it('names that stand in a column alone have their numbers beside them', () => {
  const organization = [
    { unit: '甲局（本级）', origin: {} },
    { unit: '甲中心', origin: {} },
  ];
  const text = writeText(compose([disclosure({ year: 2026, template: 'xian-2026', organization })]));
  expect(text).toMatch(/序号\t单位名称\n1\t甲局（本级）\n2\t甲中心/);
});
