import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { argon2id } from 'hash-wasm';
import { expect, test } from 'vitest';
import { unlock } from '../../src/protected/unlock.ts';
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

const MIMETYPE = 'application/vnd.oasis.opendocument.text';
const content = (): string => new TextDecoder().decode(flat('text', '<text:p>预算</text:p>'));
const packed = (parts: Readonly<Record<string, string | Uint8Array>>, mimetype = true): Uint8Array => {
  const named = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  );
  return zipSync({
    ...(mimetype ? { mimetype: [strToU8(MIMETYPE), { level: 0 }] } : {}),
    ...Object.fromEntries(named),
  });
};

test('a package, and one that was packed again by hand', async () => {
  expect((await read('a.odt', packed({ 'content.xml': content() }))).lines).toEqual(['预算']);
  const manifest = `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIMETYPE}"/></manifest:manifest>`;
  const again = packed({ 'META-INF/manifest.xml': manifest, 'content.xml': content() }, false);
  expect((await read('a.odt', again)).lines).toEqual(['预算']);
  const deflated = packed({ 'content.xml': content(), mimetype: MIMETYPE, 'META-INF/manifest.xml': manifest }, false);
  expect((await read('a.odt', deflated)).lines).toEqual(['预算']);
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const [SALT, START] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)];
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const entry = (path: string, data: string, algorithm: string, start: Buffer, key: string): string =>
  `<manifest:manifest xmlns:manifest="m" xmlns:loext="l"><manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data ${data}><manifest:algorithm manifest:algorithm-name="${algorithm}" manifest:initialisation-vector="${base64(start)}"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/><manifest:key-derivation manifest:key-size="32" manifest:salt="${base64(SALT)}" ${key}/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`;

/** A package whose parts are protected one by one (ODF 1.2). */
function protectedParts(password: string, iterations = 1000): Uint8Array {
  const part = deflateRawSync(content());
  const key = pbkdf2Sync(sha256(password), SALT, Math.min(iterations, 1000), 32, 'sha1');
  const fill = 16 - (part.length % 16);
  const cipher = createCipheriv('aes-256-cbc', key, START).setAutoPadding(false);
  const sealed = Buffer.concat([cipher.update(Buffer.concat([part, Buffer.alloc(fill, fill)])), cipher.final()]);
  const checksum = base64(sha256(part.subarray(0, 1024)));
  const data = `manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="${checksum}"`;
  const derived = `manifest:key-derivation-name="PBKDF2" manifest:iteration-count="${iterations}"`;
  const cbc = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc';
  return packed({ 'META-INF/manifest.xml': entry('content.xml', data, cbc, START, derived), 'content.xml': sealed });
}

/** A package that is protected as a whole, as LibreOffice 24.8 does. */
async function protectedWhole(password: string): Promise<Uint8Array> {
  const start = START.subarray(0, 12);
  const [passes, memory] = [1, 64];
  const key = await argon2id({
    password: sha256(password),
    salt: SALT,
    iterations: passes,
    memorySize: memory,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  const cipher = createCipheriv('aes-256-gcm', key, start);
  const plain = deflateRawSync(packed({ 'content.xml': content() }));
  const sealed = Buffer.concat([start, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const derived = `manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" loext:argon2-iterations="${passes}" loext:argon2-memory="${memory}" loext:argon2-lanes="1"`;
  const gcm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
  return packed({
    'META-INF/manifest.xml': entry('encrypted-package', '', gcm, start, derived),
    'encrypted-package': sealed,
  });
}

test.each([
  ['part by part', () => protectedParts('密码-1')],
  ['as a whole', () => protectedWhole('密码-1')],
])('a package protected %s opens with its password alone', async (_, make) => {
  const bytes = await make();
  await expect(read('a.odt', bytes)).rejects.toMatchObject({
    code: 'encrypted',
    message: expect.stringContaining('--password'),
  });
  await expect(unlock(bytes, '密码-2')).rejects.toMatchObject({
    code: 'encrypted',
    message: expect.stringContaining('密码不对'),
  });
  expect((await read('a.odt', await unlock(bytes, '密码-1'))).lines).toEqual(['预算']);
});

test('a protection that asks for endless work, or is not known, is told', async () => {
  for (const bytes of [
    protectedParts('a', 2_000_000_000),
    packed({
      'META-INF/manifest.xml': entry(
        'content.xml',
        '',
        'Blowfish CFB',
        START,
        'manifest:key-derivation-name="PBKDF2" manifest:iteration-count="1024"',
      ),
      'content.xml': 'x',
    }),
  ])
    await expect(unlock(bytes, 'a')).rejects.toMatchObject({
      code: 'encrypted',
      message: expect.stringContaining('加密方式'),
    });
});
