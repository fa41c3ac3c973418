/** Files that LibreOffice, officecrypto-tool and qpdf protected: each opens with its password alone. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unlock } from '../../src/protected/unlock.ts';
import { decryptWorkbook } from '../../src/protected/xls.ts';
import { openLayout } from '../../src/read.ts';
import { shown } from '../office/make-office.ts';

const PASSWORD = 'mima-123';

const fileOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url)));

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const opened = await openLayout(name, bytes);
  return 'layout' in opened ? shown(opened.layout).join('\n') : '';
}

test.each(['agile.docx', 'standard.xlsx', 'rc4.xls', 'user40.pdf', 'user256.pdf'])('%s', async (name) => {
  const bytes = fileOf(name);
  await expect(openLayout(name, bytes)).rejects.toMatchObject({ code: 'encrypted' });
  const wrong = await unlock(bytes, 'mima-124').catch((error: Error & { code: string }) => error);
  expect(wrong).toMatchObject({ code: 'encrypted', message: '密码不对，打不开这个文件；请核对打开密码。' });
  const open = await unlock(bytes, PASSWORD);
  expect(await textOf(name, open)).toMatch(/120\.5/);
  expect(await unlock(open, PASSWORD)).toBe(open);
});

test.each([
  ['the password that Excel opens unasked', 'velvet.xlsx'],
  ['a PDF that only its owner may change', 'owner128.pdf'],
])('%s is not asked for', async (_, name) => {
  expect(await textOf(name, fileOf(name))).toMatch(/120\.5/);
  expect(await textOf(name, await unlock(fileOf(name), 'any'))).toMatch(/120\.5/);
});

test('a workbook whose records are only obfuscated', () => {
  // A key of Excel's own for the password abc: its verifier is 0xCC1A.
  const plain = Buffer.from('hello, budget!');
  const [key, end] = [0x5a3c, 4 + 6 + 4 + plain.length];
  const fill = [0x61, 0x62, 0x63, 0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf];
  const turn = (value: number, by: number) => ((value << by) | (value >> (8 - by))) & 255;
  const array = fill.map((value, i) => turn(value ^ ((i % 2 ? key >> 8 : key) & 255), 2));
  const sealed = plain.map((value, i) => turn(value ^ array[(end + i) % 16]!, 5));
  const stream = Buffer.concat([
    Buffer.from([0x2f, 0, 6, 0, 0, 0, key & 255, key >> 8, 0x1a, 0xcc, 0x40, 0, plain.length, 0]),
    sealed,
  ]);
  expect(Buffer.from(decryptWorkbook(stream, 'abc')!).subarray(-plain.length).toString()).toBe('hello, budget!');
  expect(decryptWorkbook(stream, 'abd')).toBeUndefined();
});
