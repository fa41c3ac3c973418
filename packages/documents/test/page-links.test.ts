/** Links and days of items of a page. */
import { describe, expect, it } from 'vitest';
import { pageLinks } from '../src/html/page-links.ts';

const AT = 'https://example.gov.cn/news/';
const days = (html: string) => pageLinks(html, AT).days;

describe('the links of a page', () => {
  it('are absolute, each once, pictures too; scripts, mail and places within the page are none', () => {
    const html = `<base href="/a/"><a href="x.html">x</a><a href="x.html#top">again</a><a href="#top">up</a>
      <a href="mailto:a@b.cn">m</a><a href="javascript:void(0)">j</a><img src="//other.gov.cn/p.png"><a href="http://[">bad</a>`;
    expect(pageLinks(html, AT).links).toEqual(['https://example.gov.cn/a/x.html', 'https://other.gov.cn/p.png']);
  });
});

describe('the days of items', () => {
  it.each([
    ['<li><a href="1">通知</a><span>2026-03-02</span></li>', ['2026-03-02']],
    ['<li><span>[2026/3/2]</span> <a href="1">通知</a></li>', ['2026-03-02']],
    ['<div><a href="1">通知</a></div><div>2026年3月2日</div>', ['2026-03-02']],
    ['<div>2026.03.02</div><div><a href="1">通知</a></div>', ['2026-03-02']],
    ['<tr><td><a href="1">通知</a></td><td>2026-03-02 08:30</td></tr>', ['2026-03-02']],
    ['<li><a href="./202603/t20260302_99.html">通知</a></li>', ['2026-03-02']],
    ['<li><a href="/art/2026/3/2/art_1_2.html">通知</a></li>', ['2026-03-02']],
  ])('%s', (html, found) => expect(days(html)).toEqual(found));

  it.each([
    ['a day within a title is what it is about', '<li><a href="1">关于2026年3月1日起施行的通知</a></li>'],
    ['a title begins with the day from which something holds', '<li><a href="1">2026年3月1日起停水</a></li>'],
    ['a day beside no item is the page’s own', '<p>今天是2026年3月2日</p><p>您好</p>'],
    ['what a script would write is not seen', '<li><a href="1">通知</a><script>"2026-03-02"</script></li>'],
    ['there is no such day', '<li><a href="1">通知</a> 2026-13-02</li>'],
    ['a day without a year is of no known year', '<li><a href="1">通知</a> 03-02</li>'],
  ])('%s', (_, html) => expect(days(html)).toEqual([]));
});
