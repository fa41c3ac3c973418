/** Files that somebody might upload to do harm, or that a broken program wrote. */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { chinesePdf, encryptedPdf, pdf as makePdf, scannedPdf, truncatedPdf } from '../../cli/test/pdf-samples.ts';
import { docx, p, xlsx, zip } from '../../documents/test/office/make-office.ts';

/** A budget with a figure that contradicts itself, on three pages. */
export const faultyPdf = chinesePdf([
  ['示例市司法局2026年部门预算'],
  ['示例市司法局主要职能', '示例市司法局是市政府的工作部门，主管全市法治宣传工作。。', '负责人民调解。'],
  [
    '2026年部门预算编制说明',
    '2026年，示例市司法局收入预算100.00万元，其中：财政拨款收入100.00万元，比2026年预算增加20.00万元。',
  ],
]);

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (extra = '', box = '0 0 595 842') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R ${extra} >>`;
const stream = (data: Buffer | string, extra = '', length?: number) => {
  const bytes = Buffer.from(data as string, 'latin1');
  return `<< /Length ${length ?? bytes.length} ${extra} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
};
const MEGABYTE = 1024 * 1024;

const PDFS: Record<string, Uint8Array> = {
  截断: truncatedPdf,
  加密: encryptedPdf,
  扫描: scannedPdf,
  只有头: Buffer.from('%PDF-1.7\n'),
  头后乱码: Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
  ]),
  页树成环: makePdf([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 >>']),
  页数是假的: makePdf([CATALOG, '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>', page(), stream('')]),
  页面无边: makePdf([CATALOG, PAGES, page('', '0 0 99999999999 99999999999'), stream('0 0 m 9 9 l S')]),
  页面为负: makePdf([CATALOG, PAGES, page('', '500 500 -500 -500'), stream('')]),
  括号套括号: makePdf([CATALOG, PAGES, page(`/X ${'['.repeat(20_000)}`), stream('')]),
  内容套内容: makePdf([CATALOG, PAGES, page(), stream(`${'q '.repeat(200_000)}`)]),
  长度不对: makePdf([CATALOG, PAGES, page(), stream('BT ET', '', 999_999_999)]),
  压缩炸弹: makePdf([
    CATALOG,
    PAGES,
    page(),
    stream(deflateSync(Buffer.alloc(60 * MEGABYTE, 32)), '/Filter /FlateDecode'),
  ]),
  图形套自己: makePdf([
    CATALOG,
    PAGES,
    page('/Resources << /XObject << /F 5 0 R >> >>'),
    stream('/F Do'),
    stream('/F Do /F Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>'),
  ]),
  带脚本: makePdf([
    CATALOG.replace('>>', '/OpenAction << /S /JavaScript /JS (app.launchURL\\("file:///etc/passwd"\\)) >> >>'),
    PAGES,
    page(),
    stream(''),
  ]),
  要开文件: makePdf([
    CATALOG.replace('>>', '/OpenAction << /S /Launch /F (/etc/passwd) >> >>'),
    PAGES,
    page(),
    stream(''),
  ]),
  引用成环: makePdf([CATALOG, '3 0 R', '2 0 R']),
};

const T = (cells: string) => `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
const C = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const LAUGHS = `<!DOCTYPE x [${Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}<!ENTITY e0 "哈">]>`;

const OFFICE: Record<string, Uint8Array> = {
  '炸弹.docx': zip({ 'word/document.xml': new Uint8Array(150 * MEGABYTE), '_rels/.rels': '<Relationships/>' }),
  '穿越.docx': zip({
    '../../../../tmp/evil.txt': 'evil',
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': '<x/>',
  }),
  '实体.docx': zip({ 'word/document.xml': `${LAUGHS}<w:document>&e12;</w:document>` }),
  '表套表.docx': docx(Array.from({ length: 400 }).reduce<string>((inside) => T(C(inside + p('深'))), p('底'))),
  '跨列无边.docx': docx(T(C(p('甲'), '<w:gridSpan w:val="2000000000"/>')).repeat(3)),
  '空壳.docx': zip({ 'word/document.xml': '' }),
  '半截.docx': docx(p('预算')).subarray(0, 200),
  '标签不闭.docx': docx('<w:p><w:r><w:t>预算'),
  '字很多.docx': docx(p('收入预算100万元，'.repeat(5000))),
  '单元格无边.xlsx': xlsx({
    sheets: [{ name: '表', rows: ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'] }],
  }),
  '合并无边.xlsx': xlsx({
    sheets: [
      {
        name: '表',
        rows: ['<c r="A1"><v>1</v></c>'],
        after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      },
    ],
  }),
  '字串越界.xlsx': xlsx({ sheets: [{ name: '表', rows: ['<c r="A1" t="s"><v>99999999</v></c>'] }] }),
  '数很大.xlsx': xlsx({ sheets: [{ name: '表', rows: [`<c r="A1"><v>${'9'.repeat(400)}e999</v></c>`] }] }),
  '炸弹.xlsx': zip({ 'xl/workbook.xml': new Uint8Array(150 * MEGABYTE) }),
  '套娃.zip': zip({ 'a.zip': zip({ 'b.zip': zip({ 'c.txt': '预算' }) }) }),
  '乱.xls': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096, 0xff)]),
  '短.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
};

const TEXTS: Record<string, Uint8Array | string> = {
  '层层.html': `${'<div>'.repeat(50_000)}预算`,
  '表层层.html': `${'<table><tr><td>'.repeat(2000)}预算`,
  '跨列.html': '<table><tr><td colspan="999999999" rowspan="999999999">收入</td></tr></table>',
  '脚本.html': '<script>while(true){}</script><h1 onclick="alert(1)">部门预算</h1>',
  '属性.html': `<p title="${'a'.repeat(MEGABYTE)}">预算</p>`,
  '空字符.txt': '预算\u0000收入\u0000支出'.repeat(1000),
  '长行.txt': '收入预算'.repeat(100_000),
  '行很多.txt': '收\n'.repeat(120_000),
  '金额很多.txt': `示例市教育局2026年部门预算\n一、收入预算情况说明\n${'收入预算100万元，'.repeat(5000)}`,
  '制表符.txt': `收入\t${'1\t'.repeat(300_000)}`,
  '数字.txt': `收入预算${'9'.repeat(200_000)}.${'9'.repeat(200_000)}万元。`,
  '逗号.txt': `其中：${'教育支出1万元，'.repeat(5000)}`,
  '括号.txt': '（'.repeat(100_000),
  '编码.txt': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0xff]),
  '层层.json': `${'['.repeat(200_000)}`,
  '别的.json': '{"documents": [{"source": 1, "disclosures": "x", "problems": null}]}',
  '原型.json':
    '{"__proto__": {"polluted": true}, "documents": [{"source": "a", "disclosures": [{"__proto__": {"x": 1}}], "problems": []}]}',
  '../../../../etc/passwd': 'root:x:0:0',
  '\u202efdp.exe': 'MZ',
  [`${'长'.repeat(300)}.pdf`]: '%PDF-',
};

/** Files that reach for another on the same machine: what stands in it must never come back. */
function reaching(secret: string): Record<string, Uint8Array | string> {
  const url = `file://${secret}`;
  const body = '<w:body><w:p><w:r><w:t>示例市教育局2026年部门预算</w:t></w:r></w:p></w:body>';
  const external = (type: string) =>
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${url}" TargetMode="External"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="../../../..${secret}"/></Relationships>`;
  const entity = `<!DOCTYPE x [<!ENTITY f SYSTEM "${url}"><!ENTITY % p SYSTEM "${url}"> %p;]>`;
  return {
    '外部实体.docx': zip({ 'word/document.xml': `${entity}<w:document>&f;</w:document>` }),
    '外部实体.xlsx': zip({ 'xl/workbook.xml': `${entity}<workbook>&f;</workbook>` }),
    '外部部分.docx': zip({
      'word/document.xml': `<w:document xmlns:r="r">${body.replace('</w:body>', '<w:altChunk r:id="r1"/><w:altChunk r:id="r2"/></w:body>')}</w:document>`,
      'word/_rels/document.xml.rels': external('footnotes'),
    }),
    '外部主体.docx': zip({
      '_rels/.rels': external('officeDocument'),
      'word/document.xml': `<w:document>${body}</w:document>`,
    }),
    '链接.docx': zipSync({
      'word/document.xml': [strToU8(secret), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
      'word/styles.xml': [strToU8(`../../../..${secret}`), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
    }),
    '工作表.xml': `<?xml version="1.0"?>${entity}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&f;</Data></Cell></Row></Table></Worksheet></Workbook>`,
    '偷看.html': `<iframe src="${url}"></iframe><object data="${url}"></object><img src="http://169.254.169.254/latest/meta-data/"><link rel="import" href="${url}"><!--#include file="${secret}" --><xi:include href="${url}" parse="text"/><h1>示例市教育局2026年部门预算</h1>`,
    '偷看.md': `![预算](${url})\n\n[预算](${url})\n\n示例市教育局2026年部门预算`,
    '外部数据.pdf': makePdf([CATALOG, PAGES, page(), `<< /Length 0 /F (${secret}) >>\nstream\n\nendstream`]),
    '外部图形.pdf': makePdf([
      CATALOG,
      PAGES,
      page('/Resources << /XObject << /F 5 0 R >> >>'),
      stream('/F Do'),
      `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (${secret}) /Page 0 >> /Length 0 >>\nstream\n\nendstream`,
    ]),
    '来源.json': JSON.stringify({ documents: [{ source: secret, disclosures: [], problems: [] }] }),
  };
}

/** `secret`: the path of a file that none of them may read. */
export function hostileFiles(secret: string): Record<string, Uint8Array | string> {
  const pdfs = Object.entries(PDFS).map(([name, bytes]) => [`${name}.pdf`, bytes] as const);
  return { ...Object.fromEntries(pdfs), ...OFFICE, ...TEXTS, ...reaching(secret) };
}
