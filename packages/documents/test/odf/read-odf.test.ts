import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openLayout } from '../../src/read.ts';
import { shown } from '../office/make-office.ts';

const NAMES = ['office', 'text', 'table', 'style', 'fo'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
const flat = (kind: string, body: string, styles = ''): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`,
  );

async function read(name: string, bytes: Uint8Array) {
  const opened = await openLayout(name, bytes);
  if (!('layout' in opened)) throw new Error('no layout');
  return { lines: shown(opened.layout), codes: opened.layout.problems.map(({ code }) => code) };
}

const LISTS = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）"/></text:list-style>`;
const item = (text: string, inner = ''): string => `<text:list-item><text:p>${text}</text:p>${inner}</text:list-item>`;

test.each<[string, string, readonly string[]]>([
  [
    'lists count, and go on where they say so',
    `<text:list xml:id="a" text:style-name="L">${item('职能', `<text:list>${item('甲')}${item('乙')}</text:list>`)}</text:list><text:p>间</text:p><text:list text:style-name="L" text:continue-list="a">${item('机构')}</text:list><text:list text:style-name="L">${item('又')}</text:list>`,
    ['一、职能', '（1）甲', '（2）乙', '间', '二、机构', '一、又'],
  ],
  [
    'spaces, tabs, breaks, notes, hidden and raised text',
    '<text:p>收入<text:s text:c="2"/>12<text:span text:style-name="up">3</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note><text:tab/>万元<text:line-break/>下<text:span text:style-name="off">藏</text:span></text:p>',
    ['收入  12³\t万元', '下', '注'],
  ],
  [
    'merges and covered cells',
    '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>项目</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-rows-spanned="2"><text:p>合计</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>201</text:p></table:table-cell><table:table-cell><text:p>名</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>',
    ['| 项目 | < | 合计 |', '| 201 | 名 | ^ |'],
  ],
])('a text: %s', async (_, body, lines) => {
  const looks =
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="off"><style:text-properties text:display="none"/></style:style>';
  expect((await read('a.fodt', flat('text', body, LISTS + looks))).lines).toEqual(lines);
});

const cell = (text: string, more = ''): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;

test('a spreadsheet: what is shown, repeats, what is hidden, formulas without a value', async () => {
  const rows = [
    `<table:table-row>${cell('编码')}${cell('合计', 'table:number-columns-spanned="2"')}<table:covered-table-cell/><table:table-cell table:number-columns-repeated="16381"/></table:table-row>`,
    `<table:table-row><table:table-cell office:value-type="float" office:value="201"><text:p>201</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.5" table:number-columns-repeated="2"><text:p>50.0%</text:p></table:table-cell></table:table-row>`,
    `<table:table-row table:visibility="collapse">${cell('藏')}${cell('藏')}</table:table-row>`,
    `<table:table-row>${cell('公式')}<table:table-cell table:formula="of:=[.A1]"/></table:table-row>`,
    '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
  ];
  const { lines, codes } = await read(
    'a.fods',
    flat('spreadsheet', `<table:table table:name="表">${rows.join('')}</table:table>`),
  );
  expect(lines).toEqual(['| 编码 | 合计 | < |', '| 201 | 50.0% | 50.0% |', '| 公式 | =? |  |']);
  expect(codes).toContain('hidden-content');
});

test('a package, and one with a password', async () => {
  const packed = (parts: Readonly<Record<string, string>>): Uint8Array => {
    const named = Object.entries(parts).map(([name, part]) => [name, strToU8(part)] as const);
    const mimetype = strToU8('application/vnd.oasis.opendocument.text');
    return zipSync({ mimetype: [mimetype, { level: 0 }], ...Object.fromEntries(named) });
  };
  const content = new TextDecoder().decode(flat('text', '<text:p>预算</text:p>'));
  expect((await read('a.odt', packed({ 'content.xml': content }))).lines).toEqual(['预算']);
  const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
  await expect(
    read('a.odt', packed({ 'content.xml': content, 'META-INF/manifest.xml': manifest })),
  ).rejects.toMatchObject({ code: 'encrypted' });
});
