import { write as writeBook } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { joinPictures } from '../../src/html/pictures-beside.ts';
import { membersOf } from '../../src/input/members.ts';
import { sniffSignature } from '../../src/input/sniff.ts';
import { readDocuments } from '../../src/read.ts';
import { docx, p, zip } from '../office/make-office.ts';

const TEXT = '示例市教育局2026年部门预算\n部门支出总表\t单位：万元\n科目编码\t科目名称\t合计\n205\t教育支出\t1.00\n';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a zip is a folder of the documents in it, whatever else it holds', async () => {
  const inner = zip({ '深.txt': TEXT });
  const made = zip({ '甲/预算.txt': TEXT, '内.zip': inner, '坏.pdf': '%PDF-1.7', '~$锁.docx': 'x', 'a.exe': 'MZ' });
  const readings = await readDocuments('公开.zip', made);
  expect(readings.map(({ source, disclosures }) => [source, disclosures.length])).toEqual([
    ['公开.zip/内.zip/深.txt', 1],
    ['公开.zip/坏.pdf', 0],
    ['公开.zip/甲/预算.txt', 1],
  ]);
  expect(readings[1]!.problems).toMatchObject([{ code: 'unreadable' }]);
});

test('names in GBK', async () => {
  const made = zip({ 'AAAA.txt': TEXT });
  const name = Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]);
  const raw = Buffer.from(made);
  for (let at = raw.indexOf('AAAA'); at >= 0; at = raw.indexOf('AAAA', at + 1)) raw.set(name, at);
  expect((await membersOf(raw))?.map((member) => member.name)).toEqual(['预算.txt']);
});

test('a zip of which one document is encrypted says so; whether something else in it is does not matter', async () => {
  const locked = (name: string) => {
    const raw = Buffer.from(zip({ 'A.txt': TEXT, 'B.txt': TEXT, 'C.exe': 'MZ' }));
    // The flags of an entry stand 38 bytes before its name in the directory at the end.
    raw[raw.lastIndexOf(name) - 38]! |= 1;
    return raw;
  };
  await expect(membersOf(locked('B.txt'))).rejects.toThrow('加了密码');
  expect((await membersOf(locked('C.exe')))?.map(({ name }) => name)).toEqual(['A.txt', 'B.txt']);
});

test('an e-mail: what is attached, or else what it says', async () => {
  const head = 'From: a@example.com\r\nSubject: =?utf-8?B?6aKE566X?=\r\nMIME-Version: 1.0\r\n';
  const attached = `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n见附件\r\n--b\r\nContent-Type: application/octet-stream; name="=?utf-8?B?6aKE566XLnR4dA==?="\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(TEXT).toString('base64')}\r\n--b--\r\n`;
  expect((await readDocuments('a.eml', bytes(attached))).map(({ source }) => source)).toEqual(['a.eml/预算.txt']);
  const alone = `${head}Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td>205</td><td>教育支出</td></tr></table>`;
  expect((await readDocuments('a.eml', bytes(alone))).map(({ source }) => source)).toEqual(['a.eml/正文.html']);
});

test('a zip that packs nothing is a zip, whatever packages and PDFs stand in it as they are', async () => {
  const packed = (names: Parameters<typeof zip>[0]) => new Uint8Array(zipSync(unzipSync(zip(names)), { level: 0 }));
  const made = packed({
    '1.pdf': '%PDF-1.7',
    '内.docx': docx(p('预算')),
    'word/document.txt': TEXT,
    'OFD/OFD.xml': TEXT,
  });
  expect((await membersOf(made))?.map(({ name }) => name)).toEqual([
    '1.pdf',
    'OFD/OFD.xml',
    'word/document.txt',
    '内.docx',
  ]);
  expect(sniffSignature(packed({ 'OFD.xml': '<OFD/>', 'Doc_0/word/a.xml': '' }))).toBe('ofd');
});

test('a message passed on as an attachment is opened too', async () => {
  const head = 'From: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n';
  const inner = `${head}Content-Type: multipart/mixed; boundary="i"\r\n\r\n--i\r\nContent-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment; filename="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(TEXT).toString('base64')}\r\n--i--\r\n`;
  const made = `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${inner}\r\n--b--\r\n`;
  expect((await readDocuments('a.eml', bytes(made))).map(({ source }) => source)).toEqual(['a.eml/附件1/a.txt']);
});

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const HELD = `src="data:image/png;base64,${Buffer.from(PNG).toString('base64')}"`;
const text = (member: { readonly bytes: Uint8Array } | undefined) => Buffer.from(member?.bytes ?? []).toString('utf8');

test('a page saved with its pictures holds those that it shows, and no others', async () => {
  const page = '<p>表</p><img src="预算_files/1.png"><img src=../密.png><img src="https://example.com/a.png">';
  const made = zip({ '甲/预算.html': page, '甲/预算_files/1.png': PNG, '密.png': PNG, '甲/别的.png': PNG });
  const members = await membersOf(made);
  expect(members?.map(({ name }) => name)).toEqual(['甲/预算.html']);
  expect(text(members?.[0])).toBe(page.replace('src="预算_files/1.png"', HELD));
});

test('a page saved as one file holds its parts, by where they came from or by their numbers', async () => {
  const part = (head: string) =>
    `--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n${head}\r\n\r\n${Buffer.from(PNG).toString('base64')}\r\n`;
  const page = '<p>表</p><img src="https://example.com/1.png"><img src="cid:2@x">';
  const made = `From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}\r\n${part('Content-Location: https://example.com/1.png')}${part('Content-ID: <2@x>')}--b--\r\n`;
  const [member] = (await membersOf(bytes(made)))!;
  expect(text(member).trim()).toBe(`<p>表</p><img ${HELD}><img ${HELD}>`);
});

test.each([
  ['nothing to read', zip({ 'a.exe': 'MZ' }), 'empty'],
  ['cut', zip({ 'a.txt': TEXT }).slice(0, -30), 'damaged'],
  [
    'itself without end',
    zip({ 'a.zip': zip({ 'a.zip': zip({ 'a.zip': zip({ 'a.zip': zip({ 'a.txt': TEXT }) }) }) }) }),
    'unsupported',
  ],
])('%s', async (_, made, code) => {
  await expect(readDocuments('a.zip', made)).rejects.toMatchObject({ code });
});

test('a binary workbook', async () => {
  const sheet = {
    '!ref': 'A1:B2',
    A1: { t: 's', v: '科目名称' },
    B1: { t: 's', v: '合计' },
    A2: { t: 's', v: '教育支出' },
    B2: { t: 'n', v: 1.5, z: '0.00' },
  };
  const book = { SheetNames: ['支出总表'], Sheets: { 支出总表: sheet } } as unknown as Parameters<typeof writeBook>[0];
  const made = new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer);
  const [reading] = await readDocuments('a.xlsb', made);
  expect(JSON.stringify(reading)).toContain('1.50');
});

test('pages given together with loose pictures hold those that they alone show; the others stay', () => {
  const file = (name: string, content: string | Uint8Array) => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  });
  const page = file('预算.html', '<p>表</p><img src="预算_files/1.png"><img src="预算_files/共.png">');
  const other = file('说明.htm', '<img src="说明_files/共.png">');
  const [shown, shared, scan] = ['1.png', '共.png', '扫描件.jpg'].map((name) => file(name, PNG));
  const joined = joinPictures([page, shown!, other, shared!, scan!]);
  expect(joined.map(({ name }) => name)).toEqual(['预算.html', '说明.htm', '共.png', '扫描件.jpg']);
  expect(text(joined[0])).toBe(text(page).replace('src="预算_files/1.png"', HELD));
  expect(joined.slice(1)).toEqual([other, shared, scan]);
});
