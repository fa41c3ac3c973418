/** Layout → XLSX: one sheet a table, exact numbers, live formulas where the table itself adds up, ready to print on A4. */
import type { Cell, MergeRange, RowDef, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { OverTable } from '../../compose/over-table.ts';
import type { Layout, Paragraph, Table } from '../../layout.ts';
import { columnName, writtenCell } from './cells.ts';
import { type Sheet, sheetsOf } from './sheets.ts';
import { columnWidths, heightOf, sharesOf, styleOfText, TEXT_WIDTH } from './styles.ts';

export interface WorkbookOptions {
  readonly title: string;
  /** The agency that publishes. */
  readonly author: string;
}

/** A workbook of a layout. */
export async function writeWorkbook(layout: Layout, { title, author }: WorkbookOptions): Promise<Uint8Array> {
  return writeXlsx({
    properties: { title, creator: author },
    defaultFont: { name: '宋体', size: 10 },
    sheets: sheetsOf(layout).map(writtenSheet),
  });
}

function writtenSheet({ name, wide, above, table, below }: Sheet): WriteSheet {
  const widths = table ? columnWidths(relativeWidths(table), wide) : [TEXT_WIDTH];
  const page = new SheetPage(widths);
  for (const block of above) block.kind === 'paragraph' ? page.line(block) : page.parts(block);
  const first = page.row;
  const headRows = table ? (table.print?.headRows ?? 1) : 0;
  if (table) page.table(table, headRows);
  for (const block of below) page.line(block);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    cells: page.cells,
    merges: page.merges,
    rowDefs: page.rowDefs,
    ...(table ? { freezePane: { rows: first + headRows } } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: wide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printArea: `$A$1:$${columnName(widths.length - 1)}$${Math.max(1, page.row)}`,
      ...(headRows > 0 ? { printTitlesRow: `$${first + 1}:$${first + headRows}` } : {}),
    },
  };
}

const relativeWidths = ({ rows, print }: Table): readonly number[] =>
  print?.columns.map(({ width }) => width) ?? (rows[0] ?? []).map(() => 1);

/** The cells of a sheet, filled from the top. */
class SheetPage {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: MergeRange[] = [];
  readonly rowDefs = new Map<number, RowDef>();
  row = 0;
  readonly #widths: readonly number[];

  constructor(widths: readonly number[]) {
    this.#widths = widths;
  }

  /** A paragraph over the whole width. */
  line({ text, style }: Paragraph): void {
    const look = styleOfText(style);
    const room = this.#widths.reduce((sum, width) => sum + width, 0);
    this.#put(0, { value: text, type: 'string', style: look });
    this.#merge(0, 1, this.#widths.length);
    this.rowDefs.set(this.row, { height: heightOf(text, room, look.font?.size ?? 10) });
    this.row += 1;
  }

  /** Agency, period and unit: each has its share of the width. */
  parts({ parts }: OverTable): void {
    const count = this.#widths.length;
    const starts = sharesOf(this.#widths, parts.length);
    const start = (i: number) => starts[i] ?? count;
    const fits = parts.length <= count;
    for (const [i, part] of parts.entries()) {
      if (!fits) this.line(part);
      else {
        this.#put(start(i), { value: part.text, type: 'string', style: styleOfText(part.style) });
        this.#merge(start(i), 1, start(i + 1) - start(i));
      }
    }
    if (fits) this.row += 1;
  }

  table({ rows, print }: Table, headRows: number): void {
    const first = this.row;
    for (const [y, cells] of rows.entries()) {
      const isHead = y < headRows;
      for (const [x, cell] of cells.entries()) {
        const align = isHead ? 'center' : (print?.columns[x]?.align ?? 'left');
        this.#put(x, writtenCell(cell, { first, isHead, align }));
        this.#merge(x, cell.rowSpan ?? 1, cell.colSpan ?? 1);
      }
      this.rowDefs.set(this.row, { height: this.#rowHeight(cells) });
      this.row += 1;
    }
  }

  #rowHeight(cells: Table['rows'][number]): number {
    const heights = cells.map(({ text, colSpan = 1, rowSpan = 1 }, x) => {
      const width = this.#widths.slice(x, x + colSpan).reduce((sum, each) => sum + each, 0);
      return heightOf(text, width, 9) / rowSpan;
    });
    return Math.max(...heights);
  }

  #put(column: number, cell: Partial<Cell>): void {
    this.cells.set(`${this.row},${column}`, cell);
  }

  #merge(column: number, rowSpan: number, colSpan: number): void {
    if (rowSpan * colSpan === 1) return;
    const [startRow, startCol] = [this.row, column];
    this.merges.push({ startRow, startCol, endRow: startRow + rowSpan - 1, endCol: startCol + colSpan - 1 });
  }
}
