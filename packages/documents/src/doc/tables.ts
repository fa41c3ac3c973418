/** Paragraphs that say how deep in tables they stand and what they end → tables in the flow. */
import type { Flow } from '../flow/flow.ts';
import type { DocParagraph } from './paragraphs.ts';
import { type RowShape, rowShape, shapesOf } from './rows.ts';
import { SPRM, sprms } from './sprms.ts';

export interface FlowEvents {
  paragraph(paragraph: DocParagraph): void;
  /** Outside all tables, behind a paragraph or a table. */
  betweenBlocks(): void;
}

interface Placed {
  readonly paragraph: DocParagraph;
  readonly depth: number;
  readonly endsCell: boolean;
  readonly endsRow: boolean;
}

/** A table that is read: cells hold paragraphs and tables. */
interface DocTable {
  readonly rows: { readonly cells: (DocParagraph | DocTable)[][]; readonly shape: RowShape | undefined }[];
}

const MOST_DEPTH = 20;

/** Tells the flow of all paragraphs and tables in order. */
export function tableFlow(paragraphs: readonly DocParagraph[], flow: Flow, events: FlowEvents): void {
  const placed = paragraphs.map(placeOf);
  for (let at = 0; at < placed.length; ) {
    if (placed[at]!.depth === 0) {
      events.paragraph(placed[at]!.paragraph);
      at += 1;
    } else {
      const { table, end } = tableAt(placed, at, 1);
      tell(table, flow, events);
      at = Math.max(end, at + 1);
    }
    events.betweenBlocks();
  }
}

function placeOf(paragraph: DocParagraph): Placed {
  let [isIn, depth] = [false, 0];
  let [rowEnd, innerCell, innerRow] = [false, false, false];
  for (const [code, value] of sprms(paragraph.changes)) {
    if (code === SPRM.inTable) isIn = value[0] !== 0;
    else if (code === SPRM.depth) depth = value.readInt32LE(0);
    else if (code === SPRM.rowEnd) rowEnd = value[0] !== 0;
    else if (code === SPRM.innerCellEnd) innerCell = value[0] !== 0;
    else if (code === SPRM.innerRowEnd) innerRow = value[0] !== 0;
  }
  const deep = isIn || depth > 0 ? Math.min(Math.max(1, depth), MOST_DEPTH) : 0;
  const isInner = deep > 1;
  const endsRow = isInner ? innerRow : rowEnd && paragraph.endsCell;
  return { paragraph, depth: deep, endsRow, endsCell: (isInner ? innerCell : paragraph.endsCell) && !endsRow };
}

/** The table of this depth that begins at `start`, and where the next thing begins. */
function tableAt(placed: readonly Placed[], start: number, depth: number): { table: DocTable; end: number } {
  const table: DocTable = { rows: [] };
  let cells: DocTable['rows'][number]['cells'] = [];
  let content: (DocParagraph | DocTable)[] = [];
  let at = start;
  const endRow = (shape: RowShape | undefined) => {
    if (content.length > 0) cells.push(content);
    if (cells.length > 0) table.rows.push({ cells, shape });
    cells = [];
    content = [];
  };
  while (at < placed.length && placed[at]!.depth >= depth) {
    const { paragraph, depth: own, endsCell, endsRow } = placed[at]!;
    if (own > depth) {
      const inner = tableAt(placed, at, depth + 1);
      content.push(inner.table);
      at = Math.max(inner.end, at + 1);
      continue;
    }
    if (endsRow) endRow(rowShape(paragraph.changes));
    else {
      content.push(paragraph);
      if (endsCell) {
        cells.push(content);
        content = [];
      }
    }
    at += 1;
  }
  endRow(undefined);
  return { table, end: at };
}

function tell(table: DocTable, flow: Flow, events: FlowEvents): void {
  const shapes = shapesOf(table.rows.map(({ shape }) => shape));
  flow.openTable();
  table.rows.forEach(({ cells }, r) => {
    flow.openRow();
    cells.forEach((content, c) => {
      const shape = shapes[r]?.[c];
      // What a merge to the left covers shows nothing.
      if (shapes[r] && c < shapes[r].length && !shape) return;
      flow.openCell(shape ?? {});
      for (const item of content) {
        if ('rows' in item) tell(item, flow, events);
        else events.paragraph(item);
      }
    });
  });
  flow.closeTable();
}
