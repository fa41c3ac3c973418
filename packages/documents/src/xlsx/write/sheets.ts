/** A composed layout cut into sheets: one for each table with what stands over and under it, one for each run of text. */
import { joinOverTable, type OverTable } from '../../compose/over-table.ts';
import type { Block, Layout, Page, Paragraph, Table } from '../../layout.ts';

export interface Sheet {
  readonly name: string;
  readonly wide: boolean;
  readonly above: readonly (Paragraph | OverTable)[];
  readonly table?: Table;
  readonly below: readonly Paragraph[];
}

type Draft = {
  name?: string | undefined;
  wide: boolean;
  above: (Paragraph | OverTable)[];
  table?: Table;
  below: Paragraph[];
};

/** The sheets of a layout, in order, each with a name that Excel takes. */
export function sheetsOf({ pages }: Layout): readonly Sheet[] {
  const drafts = pages.flatMap(draftsOf);
  const taken = new Set<string>();
  return drafts.map((draft, i) => ({ ...draft, name: freeName(draft.name ?? `第${i + 1}页`, taken) }));
}

function draftsOf(page: Page): readonly Draft[] {
  const drafts: Draft[] = [];
  const begin = (): Draft => {
    const draft: Draft = { wide: (page.width ?? 0) > (page.height ?? 0), above: [], below: [] };
    drafts.push(draft);
    return draft;
  };
  for (const block of joinOverTable(page.blocks)) {
    let draft = drafts.at(-1) ?? begin();
    if (beginsSheet(block, draft)) draft = begin();
    if (block.kind === 'table') {
      draft.table = block;
      draft.name = block.print?.name ?? draft.name ?? '表';
    } else if (draft.table && block.kind === 'paragraph') draft.below.push(block);
    else {
      draft.above.push(block);
      draft.name ??= nameOf(block);
    }
  }
  return drafts;
}

/** A caption begins one, with the number above it; so does a second table, and what stands under a table and is no note of it. */
function beginsSheet(block: Block | OverTable, draft: Draft): boolean {
  if (draft.above.length === 0 && !draft.table) return false;
  if (block.kind !== 'paragraph') return draft.table !== undefined;
  if (block.style?.is === 'caption') return draft.table !== undefined || !draft.above.every(isNumber);
  return isNumber(block) || (draft.table !== undefined && block.style?.is !== 'note');
}

const isNumber = (block: Block | OverTable): boolean => block.kind === 'paragraph' && block.style?.is === 'number';

function nameOf(block: Paragraph | OverTable): string | undefined {
  if (block.kind === 'over-table') return undefined;
  switch (block.style?.is) {
    case 'cover':
      return '封面';
    case 'contents':
      return '目录';
    case 'number':
      return undefined;
    default:
      return block.text;
  }
}

/** At most 31 characters, none of those that Excel refuses, and no name twice. */
function freeName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\'\s]+/g, ' ')
      .trim()
      .slice(0, 31) || '表';
  let name = plain;
  for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${plain.slice(0, 30 - String(i).length)} ${i}`;
  taken.add(name.toLowerCase());
  return name;
}
