import { describe, expect, it } from 'vitest';
import type { Block, Layout } from '../../src/layout.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { misread } from '../places/expected.ts';
import { national } from '../places/national.ts';

/** The labels of a layout with words of another language beside or under them. */
const withOther = (layout: Layout, both: (text: string) => string): Layout => {
  const said = (text: string) => (/\p{Script=Han}/u.test(text) && text.length < 40 ? both(text) : text);
  return {
    ...layout,
    pages: layout.pages.map((page) => ({
      ...page,
      blocks: page.blocks.map(
        (block): Block =>
          block.kind === 'table'
            ? { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: said(cell.text) }))) }
            : { ...block, text: said(block.text) },
      ),
    })),
  };
};

describe('documents in two languages are read by their Chinese', () => {
  it.each<[language: string, both: (text: string) => string]>([
    ['Tibetan below', (text) => `${text}\nབསྡོམས་འབོར།`],
    ['Tibetan before', (text) => `བསྡོམས་འབོར། སྔོན་རྩིས ${text}`],
    ['Uyghur behind', (text) => `${text} (ئومۇمىي سومما)`],
    ['Mongolian below', (text) => `${text}\nᠨᠡᠶᠢᠲᠡ ᠳ᠋ᠦᠨ`],
    ['Korean beside', (text) => `${text} 합계 금액`],
    ['English beside', (text) => `${text} Total Budget of 2026`],
    ['English below', (text) => `${text}\nUnit: 10,000 yuan (General Public)`],
    ['English in brackets', (text) => `${text}（Revenue from appropriations）`],
    ['Zhuang before', (text) => `Cungj suenq cienzngaenz ${text}`],
  ])('%s', (_, both) => {
    const { disclosures, coverage } = recognize(withOther(national(), both), undefined, 'a.pdf');
    const [one] = disclosures;
    expect(disclosures.flatMap(misread)).toEqual([]);
    expect(coverage.amounts.read).toBe(coverage.amounts.printed);
    expect([one!.agency.name, one!.year]).toEqual(['青山县司法局', 2026]);
  });

  it('English in a row of its own below each header', () => {
    const layout = national();
    const below = (block: Block): Block => {
      if (block.kind !== 'table') return block;
      const head = block.print!.headRows;
      const english = block.rows[0]!.map(({ origin }) => ({ text: 'Total amount', origin: { ...origin, line: 1 } }));
      return { ...block, rows: [...block.rows.slice(0, head), english, ...block.rows.slice(head)] };
    };
    const pages = layout.pages.map((page) => ({ ...page, blocks: page.blocks.map(below) }));
    const { coverage, disclosures } = recognize({ ...layout, pages }, undefined, 'a.pdf');
    expect(disclosures.flatMap(misread)).toEqual([]);
    expect(coverage.amounts.read).toBe(coverage.amounts.printed);
  });

  it('words in Latin letters in a document in Chinese stay', () => {
    const layout = national();
    const line: Block = { kind: 'paragraph', text: '一、说明\n本单位购置Windows系统。', origin: { page: 1 } };
    const [cover, ...rest] = layout.pages;
    const { disclosures } = recognize({ ...layout, pages: [{ ...cover!, blocks: [...cover!.blocks, line] }, ...rest] });
    expect(JSON.stringify(disclosures[0]!.explanation)).toContain('Windows');
  });

  it('a name in another script in a document in Chinese stays', () => {
    const layout = national();
    const [cover, ...rest] = layout.pages;
    const line: Block = { kind: 'paragraph', text: '一、说明\n本单位与합작社签订协议。', origin: { page: 1 } };
    const { disclosures } = recognize({ ...layout, pages: [{ ...cover!, blocks: [...cover!.blocks, line] }, ...rest] });
    expect(JSON.stringify(disclosures[0]!.explanation)).toContain('합작社');
  });
});

it('the numbers of columns are no figures where the row has a number of its own', () => {
  const layout = national();
  const numbered: Layout = {
    ...layout,
    pages: layout.pages.map((page) => ({
      ...page,
      blocks: page.blocks.map((block): Block => {
        if (block.kind !== 'table') return block;
        const head = block.print!.headRows;
        const index = block.rows[0]!.map((cell, c) => ({
          text: c === 0 ? '226001' : c === 1 ? '栏次' : String(c - 1),
          origin: { ...cell.origin, box: [0, 0, c, 1] as const },
        }));
        const isCoded = block.rows.some(([cell]) => /^2\d{6}$/.test(cell!.text));
        return isCoded ? { ...block, rows: [...block.rows.slice(0, head), index, ...block.rows.slice(head)] } : block;
      }),
    })),
  };
  expect(recognize(numbered, undefined, 'a.pdf').disclosures.flatMap(misread)).toEqual([]);
});
