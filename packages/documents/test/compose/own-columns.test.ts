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
