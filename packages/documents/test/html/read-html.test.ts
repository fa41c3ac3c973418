import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/html/read-html.ts';
import { readDocument } from '../../src/read.ts';
import { shown } from '../office/make-office.ts';

const read = (html: string): string[] => shown(readHtml(html));

describe('readHtml', () => {
  test.each([
    [
      'paragraphs, breaks, white space',
      '<p>一、\n  概况&nbsp;&nbsp;甲</p>二<br>三<div>四</div>',
      ['一、 概况  甲', '二', '三', '四'],
    ],
    ['inline elements join', '<p>预算<b>12</b><span>.50</span>万元</p>', ['预算12.50万元']],
    [
      'scripts, styles, menus, hidden parts',
      '<head><title>站</title></head><script>a</script><style>p{}</style><nav>首页</nav><p style="display: none">内</p><p hidden>内</p><p>文</p>',
      ['文'],
    ],
    [
      'lines of links to elsewhere',
      '<ul><li><a href="/">首页</a> &gt; <a href="/a">公开</a></li></ul><p>见<a href="/b">附件</a></p>',
      ['见附件'],
    ],
    ['links within the page', '<p><a href="#a">一、概况……3</a></p>', ['一、概况……3']],
    [
      'the record of what a site publishes, which is no table',
      '<table><tr><td>[ 索引号 ]</td><td>1115/2026-6</td><td>主题分类:</td><td>财政</td></tr><tr><td>[ 名称 ]</td><td>某局2026年部门预算</td><td>[ 文号 ]</td><td></td></tr></table>',
      ['索引号：1115/2026-6', '主题分类：财政', '名称：某局2026年部门预算'],
    ],
    ['preformatted text', '<pre>一\n二  三</pre>', ['一', '二  三']],
    ['entities', '<p>&lt;1&gt; &#65;&amp;&yen;</p>', ['<1> A&¥']],
  ])('%s', (_, html, lines) => expect(read(html)).toEqual(lines));

  test.each([
    [
      'spans',
      '<table><tr><th colspan=2>项目<th rowspan=2>合计<tr><td>类<td>款<tr><td>201<td>03<td>1.00</table>',
      ['| 项目 | < | 合计 |', '| 类 | 款 | ^ |', '| 201 | 03 | 1.00 |'],
    ],
    ['a span beyond the table', '<table><tr><td rowspan=9>甲<td>1<tr><td>2</table>', ['| 甲 | 1 |', '| ^ | 2 |']],
    ['rowspan 0', '<table><tr><td rowspan=0>甲<td>1<tr><td>2</table>', ['| 甲 | 1 |', '| ^ | 2 |']],
    ['lines in a cell', '<table><tr><td><p>教育</p><p>支出</p><td>1<br>2</table>', ['| 教育⏎支出 | 1⏎2 |']],
    [
      'a table that lays out the page',
      '<table><tr><td><a href=/>首页</a><td>收入总表<table><tr><td>201<td>1</table></table>',
      ['收入总表', '| 201 | 1 |'],
    ],
    ['a table of menus', '<table><tr><td><a href=/a>机构</a><td><a href=/b>政策</a></table><p>文</p>', ['文']],
    ['a caption', '<table><caption>收入总表</caption><tr><td>201<td>1</table>', ['收入总表', '| 201 | 1 |']],
    ['no end tags at all', '<table><tr><td>1<td>2', ['| 1 | 2 |']],
  ])('%s', (_, html, lines) => expect(read(html)).toEqual(lines));

  test('a page whose tables are in attachments says so', () => {
    const { problems } = readHtml('<p>2024年部门预算</p><a href="P0202.pdf">附件1</a><a href="x.xlsx?d=1">附件2</a>');
    expect(problems).toEqual([{ code: 'attachments', message: expect.stringContaining('2 个附件') }]);
  });

  test('at the foot of a page a picture as large as a table is told, a sign of the site is not', () => {
    const codes = (picture: string) => readHtml(`<p>收入总表</p><p>${picture}</p>`).problems.map(({ code }) => code);
    expect(codes('<img src=a.gif width=750 height=843>')).toEqual(['pictures']);
    expect(codes('<img src=a.gif style="width: 750px; height:301px;">')).toEqual(['pictures']);
    expect(codes('<img src=a.gif style="max-width:750px" height=843>')).toEqual([]);
    expect(codes('<img src=sign.png width=80 height=80>')).toEqual([]);
  });
});

test.each([
  ['gbk', '<html><head><meta charset="gb2312"></head>'],
  ['utf-8', '<!DOCTYPE html><html>'],
])('a page in %s becomes a statement', async (encoding, head) => {
  const rows = '<tr><td>科目编码<td>科目名称<td>合计<td>财政拨款收入<tr><td>201<td>一般公共服务支出<td>12.50<td>12.50';
  const html = `${head}<body><p>部门收入总表</p><p>单位：万元</p><table>${rows}</table></body></html>`;
  const { disclosures } = await readDocument(
    '公开.html',
    encoding === 'gbk' ? gbk(html) : new TextEncoder().encode(html),
  );
  expect(disclosures[0]?.statements[0]).toMatchObject({
    form: 'revenue',
    rows: [{ key: '201', cells: { total: { fen: 12500000 } } }],
  });
});

describe('what a page calls itself', () => {
  test.each([
    ['<meta name="ArticleTitle" content="临溪市商务局2024年度部门决算公开">', '临溪市商务局2024年度部门决算公开'],
    ['<title>临溪市商务局2024年度部门决算公开_部门决算_临溪市人民政府</title>', '临溪市商务局2024年度部门决算公开'],
    ['<title>临溪市商务局2024年部门预算 - 临溪市政府门户网站</title>', '临溪市商务局2024年部门预算'],
    // A file saved by an office program, and a column of the site.
    ['<title>临溪市商务局2023年部门预算</title>', undefined],
    ['<title>部门预算_临溪市人民政府</title>', undefined],
  ])('%s', (head, title) => {
    expect(readHtml(`<head>${head}</head><body><p>文</p></body>`).title).toBe(title);
  });

  test('names a document whose text does not', async () => {
    const page = (head: string) =>
      `<head><meta charset="utf-8">${head}</head><body><p>第一部分 部门概况</p><p>负责全市商务工作。</p><p>本年收入合计10.00万元，其中财政拨款收入决算10.00万元。</p></body>`;
    const named = await readDocument(
      '1.html',
      new TextEncoder().encode(page('<meta name="ArticleTitle" content="临溪市商务局2024年度部门决算">')),
    );
    expect(named.disclosures[0]).toMatchObject({
      agency: { name: '临溪市商务局' },
      year: 2024,
      stage: 'final-accounts',
    });
    expect(named.problems.map(({ code }) => code)).not.toContain('agency-unknown');
    const nameless = await readDocument('1.html', new TextEncoder().encode(page('')));
    expect(nameless.problems.map(({ code }) => code)).toContain('agency-unknown');
  });
});

/** Node decodes GBK and does not encode it: two-byte codes are looked up by decoding them all. */
function gbk(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gbk');
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) codes.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  return new Uint8Array([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}
