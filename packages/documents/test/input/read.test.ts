import { describe, expect, test } from 'vitest';
import { checkSize, MAX_OFFICE_BYTES, MAX_PDF_BYTES, MAX_TEXT_BYTES } from '../../src/input/limits.ts';
import { readDocument, readDocuments } from '../../src/read.ts';
import { UnreadableInput } from '../../src/unreadable.ts';

const TEXT = `2021年部门预算

部门预算收支总表

302 示例市数据资源管理局

预算年度：2021

单位：万元

序号\t收入\t\t支出\t
\t项 目\t预算数\t项 目\t预算数
栏次\t1\t2\t3\t4
1\t一、一般公共预算拨款收入\t100.00\t一、一般公共服务支出\t100.00
2\t本年收入合计\t100.00\t本年支出合计\t100.00
3\t收入总计\t100.00\t支出总计\t100.00
`;

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');

const XML_WORKBOOK = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="部门支出总表"><Table>${[
  ['科目编码', '科目名称', '合计'],
  ['201', '一般公共服务支出', '12.50'],
]
  .map((row) => `<Row>${row.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`)
  .join('')}</Table></Worksheet></Workbook>`;

const bytes = (text: string): Uint8Array => Buffer.from(text);

async function failure(source: string, content: Uint8Array): Promise<UnreadableInput> {
  const error = await readDocuments(source, content).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnreadableInput)) throw new Error(`not an UnreadableInput: ${error}`);
  return error;
}

describe('what can be read', () => {
  test('a text becomes a disclosure', async () => {
    const { source, disclosures, problems } = await readDocument('公开/302.txt', bytes(TEXT));
    expect(source).toBe('公开/302.txt');
    expect(problems).toEqual([]);
    expect(disclosures[0]?.agency).toMatchObject({ code: '302', name: '示例市数据资源管理局' });
    expect(disclosures[0]?.statements[0]).toMatchObject({ form: 'balance', unit: '万元' });
  });

  test('the encoding does not matter', async () => {
    const expected = await readDocument('a.txt', bytes(TEXT));
    expect(await readDocument('a.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le'))).toEqual(expected);
    expect(await readDocument('a.txt', Buffer.from(TEXT, 'utf16le').swap16())).toEqual(expected);
  });

  test('a wrong extension is read by content and told', async () => {
    const { disclosures, problems } = await readDocument('302.pdf', bytes(TEXT));
    expect(disclosures).toHaveLength(1);
    expect(problems).toContainEqual({ code: 'wrong-extension', message: expect.stringContaining('.pdf') });
  });

  test('what finance systems call .xls is read by content', async () => {
    const rows = '<tr><td>科目编码<td>科目名称<td>合计<tr><td>201<td>一般公共服务支出<td>12.50';
    const html = await readDocument('表.xls', bytes(`<table><caption>部门支出总表（万元）</caption>${rows}</table>`));
    const text = await readDocument(
      '表.xls',
      bytes('部门支出总表\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t12.50\n'),
    );
    const xml = await readDocument('表.xls', bytes(XML_WORKBOOK));
    for (const { disclosures, problems } of [html, text, xml]) {
      expect(disclosures[0]?.statements).toMatchObject([{ form: 'expenditure', rows: [{ key: '201' }] }]);
      expect(problems.map(({ code }) => code)).not.toContain('wrong-extension');
    }
  });

  test('control characters are left out and told', async () => {
    const { problems } = await readDocument('302.txt', bytes(TEXT.replace('收支总表', '收支\u0001总表')));
    expect(problems.map(({ code }) => code)).toContain('control-characters');
  });
});

describe('our own JSON', () => {
  test('is taken back as it was written, each document under its own source', async () => {
    const first = await readDocument('甲.txt', bytes(TEXT));
    const second = await readDocument('乙.pdf', bytes(TEXT));
    const json = bytes(JSON.stringify({ documents: [first, second] }));
    expect(await readDocuments('样例.json', json)).toEqual(JSON.parse(JSON.stringify([first, second])));
    const joined = await readDocument('样例.json', json);
    expect(joined.source).toBe('样例.json');
    expect(joined.disclosures).toHaveLength(2);
  });

  test('what was changed on its way is told, not taken silently', async () => {
    const json = JSON.stringify({ documents: [await readDocument('甲.txt', bytes(TEXT))] });
    const told = async (changed: string) => {
      expect(changed).not.toBe(json);
      return (await readDocument('样例.json', bytes(changed))).problems.map(({ message }) => message).join();
    };
    expect((await readDocument('样例.json', bytes(json))).problems).toEqual([]);
    expect(await told(json.replace('"fen":100000000', '"fen":200000000'))).toMatch(
      /记作 200000000 分，印的是“100.00”万元/,
    );
    expect(await told(json.replaceAll('"text":"100.00"', '"text":"160.00"'))).toMatch(/印的是“160.00”万元等 \d 处/);
    expect(await told(json.replace('"amount":{"fen"', '"qmount":{"fen"'))).toMatch(/qmount 不是表里的一栏/);
    const torn = Buffer.from(json);
    torn[torn.indexOf('局')] = 0xff;
    expect(await failure('样例.json', torn)).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('无法解码'),
    });
  });

  test.each([
    ['{"documents": [{"source": "a", "disclosures": []}]}', 'documents[0].problems 缺少这一项'],
    ['{"documents": [{"source": 1, "disclosures": [], "problems": []}]}', 'documents[0].source 应当是文字'],
    ['{"documents": [], "more": 1}', 'more 不认识这一项'],
    ['{"documents": [', '语法错误'],
  ])('%s is refused: %s', async (json, message) => {
    expect(await failure('样例.json', bytes(json))).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(message),
    });
  });
});

describe('what cannot be read says what, and what to do', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \r\n\t\n', 'empty'],
    ['a Word document that ends early', 'PK\x03\x04word/document.xml', 'damaged'],
    ['a Word document of before 2007 that ends early', `${OLE}${utf16('WordDocument')}`, 'damaged'],
    ['an Office file with a password', `${OLE}${utf16('EncryptedPackage')}`, 'encrypted'],
    [
      'an OpenDocument text that ends early',
      'PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text',
      'damaged',
    ],
    ['OpenDocument slides', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.presentation', 'unsupported'],
    ['a picture that is cut off', '\x89PNG\r\n\x1a\n', 'damaged'],
    ['a picture of another kind', 'GIF89a', 'unsupported'],
    ['a zip that ends early', 'PK\x03\x04a.pdf', 'damaged'],
    ['an archive that is no zip', 'Rar!\x1a\x07\x00', 'unsupported'],
    ['a web page saved as one file, without the page', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'empty'],
    ['the XML of Word 2003', '<?xml version="1.0"?><w:wordDocument>', 'unsupported'],
    ['another JSON', '{"name": "x"}', 'unsupported'],
    ['binary', '\0\x01\x02\x03\0\0\0\0\x7f\xfe', 'unsupported'],
  ])('%s', async (_, content, code) => {
    const error = await failure('预算.pdf', Buffer.from(content, 'latin1'));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[^\n]+请[^\n]+。$|^[^\n]+可以[^\n]+。$/);
  });
});

test.each([
  ['pdf', MAX_PDF_BYTES, true],
  ['pdf', MAX_PDF_BYTES + 1, false],
  ['xlsx', MAX_OFFICE_BYTES, true],
  ['xlsx', MAX_OFFICE_BYTES + 1, false],
  [undefined, MAX_TEXT_BYTES, true],
  [undefined, MAX_TEXT_BYTES + 1, false],
] as const)('the size limit of %s at %d', (kind, size, fits) => {
  if (fits) expect(() => checkSize(kind, size)).not.toThrow();
  else expect(() => checkSize(kind, size)).toThrow(/上限/);
});
