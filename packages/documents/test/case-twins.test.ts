/** Twins of the cases: the same faults in other documents, with other words, numbers and layouts. */
import { checkDocument } from '@mingsuan/core/check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../src/layout.ts';
import { readPdf } from '../src/pdf/read-pdf.ts';
import { readDocument } from '../src/read.ts';
import { line, makePdf, text } from './pdf/make-pdf.ts';

const bytes = (words: string) => new TextEncoder().encode(words);

/** The rows of the tables of a page, a cell that another covers empty. */
const rowsOf = async (content: string, resources = '', more: readonly string[] = []) => {
  const { pages } = await readPdf(makePdf([{ content, resources }], more));
  const tables = pages[0]!.blocks.filter((block) => block.kind === 'table') as Table[];
  return tables.flatMap(({ rows }) => rows.map((row) => row.map((cell) => (cell.covered ? '' : cell.text)).join('|')));
};

const COLUMNS = [40, 120, 160, 200, 240, 280];
const LINES = [180, 200, 220];
const GRID = [...COLUMNS.map((x) => line(x, 180, x, 220)), ...LINES.map((y) => line(40, y, 280, y))].join('\n');

describe('a header that no list knows (c05)', () => {
  const document = (others: string) =>
    readDocument(
      '某县档案馆2025年预算.html',
      bytes(
        `<p>某县档案馆2025年单位预算</p><h2>单位收入总表</h2><p>单位：万元</p><table>
<tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>一般公共预算拨款收入</td><td>馆藏修复专款划拨</td><td>其他收入</td></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>873.15</td><td>640.02</td><td>213.08</td><td>20.05</td></tr>
<tr><td>20126</td><td>档案事务</td><td>873.15</td><td>640.02</td><td>213.08</td><td>20.05</td></tr>
<tr><td>2012604</td><td>档案馆</td><td>873.15</td><td>640.02</td><td>213.08</td><td>20.05</td></tr>
<tr><td></td><td>合计</td><td>873.15</td><td>640.02</td><td>213.08</td><td>${others}</td></tr></table>`,
      ),
    );

  it('no sum is judged across its column', async () => {
    const { findings } = checkDocument(await document('20.05'));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  it('what adds up without it is judged', async () => {
    const { findings } = checkDocument(await document('26.05'));
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});

it('numbers that run into the next cell are as many as were printed (c06)', async () => {
  const bold = (x: number, words: string) => `2 Tr 0.3 w ${text(x, 186, words, 8)}`;
  const numbers = [bold(121, '73,415.06'), bold(157.5, '48,209.51'), bold(194, '25,205.55')].join('\n');
  const rows = await rowsOf(
    `${GRID}\n${text(45, 206, 'Item')}\n${text(125, 206, 'Total')}\n0 Tr ${text(45, 186, 'Sum')}\n${numbers}`,
  );
  expect(rows.at(-1)).toBe('Sum|73,415.06|48,209.51|25,205.55|');
});

it('a font whose characters nobody knows is told and not read as others (s09)', async () => {
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [7 0 R] >>';
  const descendant =
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>';
  const descriptor =
    '<< /Type /FontDescriptor /FontName /ABCDEF+Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>';
  const codes = Array.from({ length: 40 }, (_, i) => (0x1a0 + 7 * i).toString(16).padStart(4, '0')).join('');
  const content = [260, 240, 220, 200].map((y) => `BT /F2 10 Tf 20 ${y} Td <${codes}> Tj ET`).join('\n');
  const page = { content, resources: '>> /Font << /F1 3 0 R /F2 6 0 R >> /X <<' };
  await expect(readDocument('某局.pdf', makePdf([page], [font, descendant, descriptor]))).rejects.toThrow(
    '字体没有文字编码',
  );
});

it('a mark printed across the page is no text of its tables (s10)', async () => {
  const words = [text(45, 206, 'Code'), text(125, 206, 'Total'), text(45, 186, '20406'), text(125, 186, '517.34')].join(
    '\n',
  );
  const mark = 'q 0.8 g BT /F1 34 Tf 0.819 0.574 -0.574 0.819 60 90 Tm (INTERNAL DRAFT ONLY) Tj ET Q';
  const plain = await rowsOf(`${GRID}\n${words}`);
  expect(plain.at(-1)).toBe('20406|517.34|||');
  expect(await rowsOf(`${GRID}\n${mark}\n${words}`)).toEqual(plain);
});

describe('a page laid out by tables (s13)', () => {
  const inner = `<p>某市园林中心2024年单位预算</p><h3>一般公共预算支出表</h3><p>单位：万元</p><table border="1">
<tr><th>科目编码</th><th>科目名称</th><th>合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td>212</td><td>城乡社区支出</td><td>418.77</td><td>318.40</td><td>100.37</td></tr>
<tr><td></td><td>合计</td><td>418.77</td><td>318.40</td><td>100.37</td></tr></table>`;
  const page = `<html><body><center><table><tr><td>政府网</td><td>首页</td></tr></table><table width="960"><tr>
<td valign="top"><table><tr><td>通知公告</td></tr><tr><td>预决算公开</td></tr></table></td>
<td><table><tr><td><h1>某市园林中心</h1></td></tr><tr><td><div>${inner}</div></td></tr></table></td></tr></table>
<table><tr><td>主办单位：某市园林中心</td><td>网站地图</td></tr></table></center></body></html>`;

  it('is read as if it were not', async () => {
    const statementsOf = async (html: string) =>
      (await readDocument('某市园林中心2024年单位预算.html', bytes(html))).disclosures.flatMap(({ statements }) =>
        statements.map(({ form, rows }) => [
          form,
          rows.map(({ key, cells }) => [key, Object.values(cells).map((cell) => cell.text)]),
        ]),
      );
    const alone = await statementsOf(inner);
    expect(alone).toHaveLength(1);
    expect(await statementsOf(page)).toEqual(alone);
  });
});
