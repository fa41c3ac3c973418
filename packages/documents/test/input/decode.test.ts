import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/input/clean.ts';
import { decodeText, plausibility } from '../../src/input/decode.ts';

const TEXT =
  '2021年部门预算公开\r\n收支总表\t单位：万元\r\n一、一般公共预算拨款收入\t4279.86\r\n本年支出合计\t4279.86\r\n';

/** TEXT in GBK; Node has no encoder for it. */
const GBK = Buffer.from(
  '32303231c4eab2bfc3c5d4a4cbe3b9abbfaa0d0acad5d6a7d7dcb1ed09b5a5cebba3bacdf2d4aa0d0ad2bba1a2d2bbb0e3b9abb9b2d4a4cbe3b2a6bfeecad5c8eb09343237392e38360d0ab1bec4ead6a7b3f6bacfbcc609343237392e38360d0a',
  'hex',
);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decodeText finds the encoding', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${TEXT}`), 'utf-16be'],
    ['UTF-16 LE', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', utf16be(TEXT), 'utf-16be'],
    ['GBK', GBK, 'gb18030'],
  ] as const)('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding, undecodable: 0 });
  });

  test('a four-byte GB18030 character survives', () => {
    const rare = Buffer.from([0x81, 0x39, 0xef, 0x30]); // 㐁
    expect(decodeText(Buffer.concat([GBK, rare]))?.text).toBe(`${TEXT}㐁`);
  });

  test('a GBK text cut in the middle of a character keeps the rest', () => {
    const cut = decodeText(Buffer.concat([GBK, Buffer.from([0xc4])]));
    expect(cut).toEqual({ text: `${TEXT}\ufffd`, encoding: 'gb18030', undecodable: 1 });
  });

  test('UTF-8 with a broken byte stays UTF-8', () => {
    const broken = decodeText(Buffer.concat([Buffer.from(TEXT.repeat(20)), Buffer.from([0xff]), Buffer.from(TEXT)]));
    expect(broken).toMatchObject({ encoding: 'utf-8', undecodable: 1 });
  });

  test.each([
    ['NUL bytes', Buffer.alloc(64)],
    ['an executable', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0', 'latin1')],
    ['noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 31 + i * 17) % 256))],
  ])('%s is no text', (_, bytes) => expect(decodeText(bytes)).toBeUndefined());
});

test('official Chinese reads plausible, a wrong decoding does not', () => {
  expect(plausibility(TEXT)).toBeGreaterThan(0.8);
  expect(plausibility(new TextDecoder('gb18030').decode(Buffer.from(TEXT)))).toBeLessThan(0.6);
  expect(plausibility('')).toBe(0);
});

describe('cleanText takes out what nobody sees', () => {
  test('clean text stays as it is', () => {
    expect(cleanText('甲\t乙\r\n\f丙')).toEqual({ text: '甲\t乙\r\n\f丙', problems: [] });
  });

  test('control characters go, lines stay, and the first one is told', () => {
    const { text, problems } = cleanText('收入\r\n支\u0007出\u200b\n合\u0000计');
    expect(text).toBe('收入\r\n支出\n合计');
    expect(problems).toEqual([
      { code: 'control-characters', message: expect.stringContaining('3 个'), origin: { line: 2 } },
    ]);
  });
});
