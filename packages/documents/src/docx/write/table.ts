/** A composed table as a Word table: its head repeats on every page, no row breaks over two. */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { alignOf, isHeadRow, rowsRepeated } from '../../cell-align.ts';
import type { Table as LayoutTable } from '../../layout.ts';

/** `width` is the room between the margins, `padding` what rows have above and below their text, in twentieths of a point. */
export function tableOf(table: LayoutTable, width: number, padding: number): Table {
  const { rows, print } = table;
  const count = rows[0]?.length ?? 0;
  const columns = print?.columns ?? Array.from({ length: count }, () => ({ width: 1, align: 'left' as const }));
  const repeated = rowsRepeated(table);
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map((column) => Math.round((column.width / total) * width)),
    margins: { left: 60, right: 60, top: padding, bottom: padding },
    rows: rows.map(
      (row, y) =>
        new TableRow({
          ...(y < repeated ? { tableHeader: true } : {}),
          cantSplit: true,
          children: row.flatMap((cell, x) => {
            const { text, colSpan = 1, rowSpan = 1, covered } = cell;
            return covered
              ? []
              : [
                  new TableCell({
                    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
                    ...(rowSpan > 1 ? { rowSpan } : {}),
                    verticalAlign: VerticalAlignTable.CENTER,
                    children: [
                      new Paragraph({
                        text,
                        style: 'TableText',
                        alignment: ALIGN[alignOf(cell, columns[x]?.align, isHeadRow(print, y))],
                      }),
                    ],
                  }),
                ];
          }),
        }),
    ),
  });
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
