import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { writeHtml } from '../../src/html/write-html.ts';
import { disclosure, row, statement } from '../compose/make.ts';

const made = disclosure({
  statements: [
    statement(
      'general-public',
      ['total', 'basic', 'project'],
      [
        row('total', '合计', { total: '30.00', basic: '10.00', project: '20.00' }),
        row('213', '农林水支出 <A&B>', { total: '30.00', basic: '10.00', project: '20.00' }),
      ],
    ),
  ],
  explanation: [
    { number: '一', title: '总体情况', text: '3<5 & "7"', paragraphs: [{ text: '3<5 & "7"', origin: {} }], origin: {} },
  ],
});
const unit = { ...made, agency: { code: '101001', name: '石家庄市鹿泉区水利局', level: 'unit' as const } };
const html = writeHtml(compose([made, unit]));

describe('a web page', () => {
  it('says its language and title', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(html).toContain('<title>2023年部门预算信息公开 101 石家庄市鹿泉区水利局</title>');
  });

  it('needs nothing from elsewhere, and keeps to its own content security policy', () => {
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bstyle=|\bon\w+=|url\(/);
    const style = /<style>([\s\S]*)<\/style>/.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`);
  });

  it('can be passed over and found one’s way in: skip link, landmarks, one first heading', () => {
    expect(html).toContain('href="#main"');
    expect(html.match(/<main id="main">/g)).toHaveLength(1);
    expect(html).toContain('role="doc-toc" aria-label="目录"');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('its links lead somewhere, and each target is there once', () => {
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/\bhref="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, label] of html.matchAll(/\baria-labelledby="([^"]+)"/g)) expect(ids).toContain(label);
  });

  it('escapes text', () => {
    expect(html).toContain('<p>3&lt;5 &amp; &quot;7&quot;</p>');
    expect(html).toContain('农林水支出 &lt;A&amp;B&gt;');
  });
});

describe('a table', () => {
  const table = /<table>[\s\S]*?<\/table>/.exec(html)![0];

  it('has its title and the lines below it as caption', () => {
    expect(table).toMatch(/<caption><div class="title" id="p\d+">一般公共预算支出表<\/div>/);
    expect(table).toContain('<div>101 石家庄市鹿泉区水利局</div><div>预算年度：2023</div><div>单位：万元</div>');
  });

  it('its header cells say what they head', () => {
    const head = /<thead>[\s\S]*<\/thead>/.exec(table)![0];
    expect(head).toContain('<th scope="colgroup" colspan="2">功能分类科目</th>');
    expect(head).toContain('<th scope="col" rowspan="2">合计</th>');
    expect(table).toContain('<th scope="row">合计</th>');
  });

  it('its rows have as many columns as its grid', () => {
    for (const [, cells] of table.replace(/<thead>[\s\S]*<\/thead>/, '').matchAll(/<tr>(.*?)<\/tr>/g))
      expect(cells!.match(/<t[hd]/g)).toHaveLength(6);
  });
});

describe('on paper', () => {
  it('wide tables lie on their side', () => {
    const ids = [
      'total',
      'subtotal',
      'appropriation',
      'special-account',
      'institutional',
      'business',
      'superior-subsidy',
    ];
    const wide = statement(
      'revenue',
      [...ids, 'affiliate-payment', 'other', 'carryover'],
      [row('213', '农林水支出', Object.fromEntries(ids.map((id) => [id, '12345.67'])))],
    );
    expect(writeHtml(compose([disclosure({ statements: [wide] })]))).toContain('<section class="page landscape">');
    expect(html).not.toContain('<section class="page landscape">');
    expect(html).toContain('@page landscape { size: A4 landscape;');
  });
});
