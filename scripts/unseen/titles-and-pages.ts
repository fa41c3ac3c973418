/** The same document with its tables elsewhere: without titles or with them inside, on other pages, in another order. */
import { squeeze } from '@mingsuan/core/text/fold';
import type { Block, Page, Paragraph, Table, TableCell } from '../../packages/documents/src/layout.ts';
import { readHeader } from '../../packages/documents/src/recognize/header.ts';
import { type Distortion, isTitle, withBlocks } from './distortion.ts';

/** No line above a table, nor in its first rows, says what it is; a contents list stays. */
export const untitled: Distortion = (layout) =>
  withBlocks({ ...layout, pages: layout.pages.map(({ name: _, ...page }) => page) }, ({ blocks }) =>
    blocks.flatMap((block, i): Block[] => {
      if (block.kind === 'paragraph') {
        const next = blocks.slice(i + 1).findIndex(({ kind }) => kind === 'table');
        return next >= 0 && next < 5 && isTitle(block.text) ? [] : [block];
      }
      const filled = (row: readonly TableCell[]) => row.filter(({ text }) => squeeze(text) !== '');
      const rows = block.rows.filter((row, r) => r > 3 || filled(row).length !== 1 || !isTitle(filled(row)[0]!.text));
      return rows.length > 0 ? [{ ...block, rows }] : [];
    }),
  );

/** A table's title stands in its grid as the first row, one cell over all columns. */
export const titleInside: Distortion = (layout) =>
  withBlocks(layout, ({ blocks }) => {
    const titles = new Map<Block, Paragraph>();
    blocks.forEach((block, i) => {
      const at = blocks.findIndex(({ kind }, j) => j > i && kind === 'table');
      if (block.kind === 'paragraph' && at > 0 && at - i < 5 && isTitle(block.text)) titles.set(blocks[at]!, block);
    });
    const moved = new Set<Block>(titles.values());
    return blocks.flatMap((block): Block[] => {
      const title = titles.get(block);
      if (block.kind === 'paragraph') return moved.has(block) ? [] : [block];
      if (!title) return [block];
      const [width, { origin }] = [block.rows[0]!.length, title];
      const row = Array.from(
        { length: width },
        (_, c): TableCell =>
          c === 0
            ? { text: title.text, origin, ...(width > 1 ? { colSpan: width } : {}) }
            : { text: '', origin, covered: 'left' },
      );
      return [{ ...block, rows: [row, ...block.rows] }];
    });
  });

/** The unit stands in the line of the title: 部门收支总表　　　　单位：万元. */
export const unitBeside: Distortion = (layout) =>
  withBlocks(layout, ({ blocks }) =>
    blocks.flatMap((block, i): Block[] => {
      const [before, next] = [blocks[i - 1], blocks[i + 1]];
      if (block.kind !== 'paragraph') return [block];
      if (next?.kind === 'paragraph' && isTitle(block.text) && isUnit(next.text))
        return [{ kind: 'paragraph', text: `${block.text}　　　　${next.text.trim()}`, origin: block.origin }];
      return before?.kind === 'paragraph' && isTitle(before.text) && isUnit(block.text) ? [] : [block];
    }),
  );

const isUnit = (text: string): boolean => /^(?:金额)?单位[:：]\S{1,6}$/.test(squeeze(text));

/** A page ends within each longer table, whose header is not printed again. */
export const broken: Distortion = (layout, random) => ({
  ...layout,
  pages: layout.pages.flatMap((page): Page[] => {
    const at = page.blocks.findLastIndex((block) => block.kind === 'table');
    const table = page.blocks[at] as Table | undefined;
    if (!table || table.rows.length < 10) return [page];
    const head = readHeader(table.rows).rowCount + 2;
    const cuts = table.rows.flatMap((row, r) =>
      r > head && row.every(({ covered }) => covered !== 'above') ? [r] : [],
    );
    const cut = cuts[Math.floor(random() * cuts.length)];
    if (cut === undefined) return [page];
    const rest: Table = { ...table, rows: table.rows.slice(cut), origin: table.rows[cut]![0]!.origin };
    return [
      { ...page, blocks: [...page.blocks.slice(0, at), { ...table, rows: table.rows.slice(0, cut) }] },
      { ...page, blocks: [rest, ...page.blocks.slice(at + 1)] },
    ];
  }),
});

/** The tables stand in another order: each with the pages that it goes on over, its title printed again or not. */
export const shuffled: Distortion = (layout, random) => {
  const hasTable = (page: Page) => page.blocks.some(({ kind }) => kind === 'table');
  const titleOf = ({ blocks }: Page) => {
    const first = blocks.findIndex(({ kind }) => kind === 'table');
    return blocks.slice(0, first).findLast((block) => block.kind === 'paragraph' && isTitle(block.text)) as
      | Paragraph
      | undefined;
  };
  const runs: Page[][] = [];
  let title = '';
  for (const page of layout.pages) {
    const own = hasTable(page) ? squeeze(titleOf(page)?.text ?? '') : '';
    const begins = own !== '' && own !== title;
    if (own !== '') title = own;
    if (runs.length > 0 && (hasTable(page) ? !begins : !hasTable(runs.at(-1)![0]!))) runs.at(-1)!.push(page);
    else runs.push([page]);
  }
  const places = runs.flatMap((run, i) => (hasTable(run[0]!) ? [i] : []));
  const moved = places.map((i) => [random(), i] as const).sort(([a], [b]) => a - b);
  return {
    ...layout,
    pages: runs.flatMap((run, i) => (places.includes(i) ? runs[moved[places.indexOf(i)]![1]]! : run)),
  };
};
