import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { ReportDocument } from '../../src/report/document.ts';
import type { IllustratedFinding } from '../../src/report/illustrate.ts';
import { encodePng } from '../../src/report/png.ts';
import { writeWorkbook } from '../../src/report/workbook/write-workbook.ts';
import { finding } from './pages.ts';

const png = encodePng({ width: 2, height: 1, data: new Uint8Array(8) });
const picture = { png, width: 420, height: 60, page: 9 };
const illustrated = (parts: Partial<IllustratedFinding>): IllustratedFinding => ({
  ...finding(parts),
  pictures: [],
  ...parts,
});

type Row = ReportDocument['checklists'][number]['rows'][number];
const row = (title: string, parts: Partial<Row> = {}): Row => ({
  id: 'explanation',
  group: '内容规范性',
  title,
  findings: [],
  ...parts,
});

function documentOf(name: string, rows: readonly Row[], source = `资料/${name}.pdf`): ReportDocument {
  const agency = { name, code: '201', level: 'department' as const };
  return { source, problems: [], checklists: [{ agency, region: '某区', year: 2026, stage: 'budget', rows }] };
}

const ROWS: readonly Row[] = [
  row('及时公开部门预算', { group: '及时性', note: '请人工检查。' }),
  row('目录', { met: true }),
  row('预算编制说明', {
    met: false,
    findings: [
      illustrated({
        message: '年份有误',
        suggestion: '改为 2025 年',
        evidence: [{ text: '比2026年', origin: { page: 9 } }],
        pictures: [picture, picture],
      }),
      illustrated({ severity: 'notice', message: '似有重复', evidence: [{ text: '预算预算', origin: { line: 7 } }] }),
    ],
  }),
  row('其他相关说明', { met: false, findings: [illustrated({ message: '=HYPERLINK("http://x") & <b>\u0001' })] }),
];

test('a sheet as the reviewers have it', async () => {
  const { sheets } = await readXlsx(await writeWorkbook([documentOf('某局', ROWS)]));
  expect(sheets.map(({ name }) => name)).toEqual(['某局']);
  const [sheet] = sheets;
  const lines = sheet!.rows.map((cells) => cells.map((cell) => cell ?? '').join('|'));
  expect(lines.slice(0, -1)).toEqual([
    '2026年度某区部门预算公开情况检查表||||',
    '部门名称：某局|||部门编码：201|问题：错误 2 个，警告 0 个，提示 1 个',
    '公开文本：某局.pdf||||',
    '检查内容||符合要求|问题|问题截图',
    '及时性|及时公开部门预算||请人工检查。|',
    '内容规范性|目录|是||',
    '|预算编制说明|否|1.年份有误。改为 2025 年。（第9页）|',
    '|||2.（供参考）似有重复。|第7行：预算预算',
    '|其他相关说明|否|=HYPERLINK("http://x") & <b>\u0001。|',
  ]);
  expect(sheet!.pageSetup).toMatchObject({
    paperSize: 'a4',
    orientation: 'landscape',
    fitToWidth: 1,
    printTitlesRow: '$4:$4',
  });
  const merged = sheet!.merges!.map(({ startRow, startCol, endRow, endCol }) =>
    [startRow, startCol, endRow, endCol].join(),
  );
  expect(merged).toEqual(expect.arrayContaining(['6,1,7,1', '6,2,7,2', '5,0,8,0']));
});

test('pictures stand in their cell, below each other, and the row has room for them', async () => {
  const workbook = await writeWorkbook([documentOf('某局', ROWS)]);
  const drawing = strFromU8(unzipSync(workbook)['xl/drawings/drawing1.xml']!);
  const anchors = [
    ...drawing.matchAll(
      /<xdr:oneCellAnchor><xdr:from><xdr:col>(\d+)<.*?<xdr:row>(\d+)<\/xdr:row><xdr:rowOff>(\d+)<.*?<xdr:ext cx="(\d+)" cy="(\d+)"/g,
    ),
  ];
  const [first, second] = anchors.map(([, column, line, offset, cx, cy]) => ({
    ...{ column: Number(column), row: Number(line) },
    ...{ top: Number(offset) / 12_700, width: Number(cx), height: Number(cy) / 12_700 },
  }));
  expect(anchors).toHaveLength(2);
  expect([first!.column, first!.row, second!.row]).toEqual([4, 6, 6]);
  expect(second!.top).toBeGreaterThan(first!.top + first!.height);
  expect(first!.width / 12_700 / first!.height).toBeCloseTo(420 / 60, 0);
  const { sheets } = await readXlsx(workbook);
  expect(sheets[0]!.rowDefs!.get(6)!.height).toBeGreaterThan(second!.top + second!.height);
  expect(sheets[0]!.images).toHaveLength(2);
});

test('pictures never need more than a row can have', async () => {
  const high = { png, width: 300, height: 900, page: 1 };
  const rows = [row('目录', { met: false, findings: [illustrated({ pictures: [high, high, high] })] })];
  const { sheets } = await readXlsx(await writeWorkbook([documentOf('某局', rows)]));
  const { height } = sheets[0]!.rowDefs!.get(4)!;
  expect(height).toBeLessThanOrEqual(409);
  const sum = sheets[0]!.images!.reduce((total, image) => total + image.height!, 0);
  expect(sum * 0.75).toBeLessThan(height!);
});

test('several documents have an overview with their sheets', async () => {
  const long = '某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某局[1]';
  const documents = [
    documentOf('某局', ROWS),
    documentOf('某局', []),
    documentOf(long, []),
    { ...documentOf('空', []), checklists: [] },
  ];
  const unread = [{ source: '坏.pdf', why: 'PDF 已损坏' }];
  const { sheets } = await readXlsx(await writeWorkbook(documents, unread));
  expect(sheets.map(({ name }) => name)).toEqual(['汇总', '某局', '某局（2）', long.slice(0, 31)]);
  const lines = sheets[0]!.rows.map((cells) => cells.map((cell) => cell ?? '').join('|'));
  expect(lines[2]).toBe('1|某局|2026年部门预算|资料/某局.pdf|2|0|1|预算编制说明、其他相关说明');
  expect(lines[5]).toBe('4|||资料/空.pdf||||没有认出预决算公开的内容，请人工检查。');
  expect(lines[6]).toBe('5|||坏.pdf||||没有读成：PDF 已损坏');
  expect(sheets[0]!.cells!.get('3,1')!.hyperlink).toMatchObject({ location: "'某局（2）'!A1" });
});
