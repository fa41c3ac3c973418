import { describe, expect, test } from 'vitest';
import { checkSize, MAX_PDF_BYTES, MAX_TEXT_BYTES } from '../../src/input/limits.ts';
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
    ['a Word document', 'PK\x03\x04word/document.xml', 'unsupported'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'unsupported'],
    ['an archive', 'PK\x03\x04a.pdf', 'unsupported'],
    ['a web page', '<!doctype html><html>', 'unsupported'],
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
  [undefined, MAX_TEXT_BYTES, true],
  [undefined, MAX_TEXT_BYTES + 1, false],
] as const)('the size limit of %s at %d', (kind, size, fits) => {
  if (fits) expect(() => checkSize(kind, size)).not.toThrow();
  else expect(() => checkSize(kind, size)).toThrow(/上限/);
});
