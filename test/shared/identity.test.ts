import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout, Paragraph } from '@mingsuan/documents/layout';
import { openLayout } from '@mingsuan/documents/read';
import { recognize } from '@mingsuan/documents/recognize/recognize';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../shared/samples/cities');
const isThere = existsSync(folder);
if (!isThere) console.log('跳过：没有 ../shared，单位、年度逐个证据缺失的测试未运行');

/** One of each manner of cover and caption; the others are like one of them. */
const MANNERS = /^(?:中共重庆|北京市财政局.*说明|广州市信访|杭州|深圳市民政|福州市医疗|西安市信访|重庆市水利)/;
const names = isThere ? readdirSync(folder).filter((name) => MANNERS.test(name)) : [];

const eachParagraph = (layout: Layout, change: (paragraph: Paragraph) => Paragraph): Layout => ({
  ...layout,
  pages: layout.pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => (block.kind === 'paragraph' ? change(block) : block)),
  })),
});
const NAMED = /((?:部门|单位)[^:：]{0,8}[:：])[^\t]+/;
const WITHOUT: Readonly<Record<string, (layout: Layout) => Layout>> = {
  'the file’s name': (layout) => layout,
  'its cover': (layout) => ({ ...layout, pages: layout.pages.slice(1) }),
  'its captions': (layout) =>
    eachParagraph(layout, (paragraph) =>
      paragraph.text.length < 80 && /局|部|会/.test(NAMED.exec(paragraph.text)?.[0] ?? '')
        ? { ...paragraph, text: paragraph.text.replace(NAMED, '$1') }
        : paragraph,
    ),
};

describe.skipIf(!isThere)('whose a document is, and of when', () => {
  it.each(names)('%s is told by what is left when a witness is missing', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const opened = (await openLayout(name, bytes)) as { readonly layout: Layout };
    const told = (layout: Layout, source?: string) => {
      const { agency, year, stage } = recognize(layout, undefined, source).disclosures[0]!;
      return [agency.name.replace(/[(（].*$/, ''), year, stage];
    };
    const whole = told(opened.layout, name);
    for (const [witness, change] of Object.entries(WITHOUT))
      expect(told(change(opened.layout), witness === 'the file’s name' ? undefined : name), witness).toEqual(whole);
    expect(told(opened.layout, '江口市统计局2019年度部门决算.pdf'), 'another’s name').toEqual(whole);
  });
});
