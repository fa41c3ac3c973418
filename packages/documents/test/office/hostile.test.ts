/** Files made to hurt: each ends in one clear line, without its weight being unpacked or its structure followed. */
import { CFB } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { UnreadableInput } from '../../src/unreadable.ts';
import { docx, p, shown, xlsx, zip } from './make-office.ts';

const table = (cell: string, rows = 1): string => `<w:tbl>${`<w:tr>${cell}</w:tr>`.repeat(rows)}</w:tbl>`;
const sheet = (rows: string[], after = '') => xlsx({ sheets: [{ name: '收入总表', rows, after }] });

/** Changes what the zip's directory says of its last part: the size it unpacks to. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  const at = [...bytes.keys()].findLast((i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50)!;
  view.setUint32(at + 24, size, true);
  return bytes;
}

function ole(stream: string, content: readonly number[]): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, new Uint8Array(content));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

const BOF = [0x09, 0x08, 16, 0, 0, 6, 5, 0, ...new Array(12).fill(0)];
const FILE_PASS = [0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4];

test.each<[string, string, () => Uint8Array, string]>([
  [
    'a zip bomb that says less',
    'a.docx',
    () => claiming(zip({ 'word/document.xml': `<d>${'x'.repeat(1e6)}</d>` }), 100),
    'damaged',
  ],
  [
    'a zip bomb that says so: four gigabytes',
    'a.docx',
    () => claiming(zip({ 'word/document.xml': '<d/>' }), 0xfffffff0),
    'too-large',
  ],
  ['a truncated zip', 'a.docx', () => docx(p('预算').repeat(99)).slice(0, -60), 'damaged'],
  ['a zip without a document', 'a.docx', () => zip({ 'word/other.xml': '<x/>' }), 'damaged'],
  ['broken XML', 'a.docx', () => docx('<w:p><w:r>'), 'damaged'],
  [
    'entities in entities',
    'a.docx',
    () => zip({ 'word/document.xml': '<!DOCTYPE d [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]><d>&b;</d>' }),
    'damaged',
  ],
  ['elements without end', 'a.docx', () => docx(`${'<w:x>'.repeat(9999)}${'</w:x>'.repeat(9999)}`), 'damaged'],
  [
    'a table as wide as can be',
    'a.docx',
    () =>
      docx(table(`<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${p('x')}</w:tc><w:tc>${p('y')}</w:tc>`, 2000)),
    'too-large',
  ],
  [
    'a sheet as wide and long as can be',
    'a.xlsx',
    () =>
      sheet(
        Array.from(
          { length: 3000 },
          (_, i) =>
            `<row r="${i * 300 + 1}"><c r="A${i * 300 + 1}"><v>1</v></c><c r="OA${i * 300 + 1}"><v>1</v></c></row>`,
        ),
      ),
    'too-large',
  ],
  ['600,000 strings', 'a.xlsx', () => xlsx({ sheets: [], strings: new Array(600_000).fill('') }), 'too-large'],
  ['a workbook with a password', 'a.xlsx', () => ole('EncryptedPackage', [1, 2, 3]), 'encrypted'],
  ['an old workbook with a password', 'a.xls', () => ole('Workbook', [...BOF, ...FILE_PASS]), 'encrypted'],
  [
    'an old workbook that is noise',
    'a.xls',
    () =>
      ole(
        'Workbook',
        Array.from({ length: 999 }, (_, i) => (i * 7919) % 256),
      ),
    'damaged',
  ],
  ['a web page without end tags', 'a.html', () => Buffer.from(`<html>${'<div>'.repeat(1e5)}预算`), 'damaged'],
  [
    'a web page of spans',
    'a.html',
    () => Buffer.from(`<table>${`<tr>${'<td rowspan=99999 colspan=99999>x'.repeat(3)}`.repeat(3000)}</table>`),
    'too-large',
  ],
])('%s', async (_, name, made, code) => {
  const error = await readDocument(name, made()).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnreadableInput);
  expect(error).toMatchObject({ code, message: expect.stringMatching(/^[^\n]+请[^\n]+。$/) });
});

test('what looks dangerous and is not', async () => {
  const { readDocx } = await import('../../src/docx/read-docx.ts');
  const { readXlsx } = await import('../../src/xlsx/read-workbook.ts');
  const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(60)}${p('里面')}${'</w:tc></w:tr></w:tbl>'.repeat(60)}`;
  expect(shown(readDocx(docx(nested)))).toEqual(['里面']);
  const corners = [
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
    '<row r="1048576"><c r="A1048576"><v>3</v></c></row>',
  ];
  const merged = sheet(corners, '<mergeCells><mergeCell ref="B1:XFD1048576"/></mergeCells>');
  expect(shown(await readXlsx(merged))).toEqual(['| 1 | 2 |', '| 3 | ^ |']);
  const outside = zip({
    '../../etc/passwd': 'x',
    'word\\document.xml': '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>预算</w:t></w:r></w:p></w:body></w:document>',
  });
  expect(shown(readDocx(outside))).toEqual(['预算']);
});
