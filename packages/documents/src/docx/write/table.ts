/** A composed table as a Word table: its head repeats on every page, no row breaks over two. */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { alignOf, isHeadRow, rowsRepeated } from '../../cell-align.ts';
import { fitColumns } from '../../fit-columns.ts';
import type { Table as LayoutTable } from '../../layout.ts';
import { TABLE_SIZE } from './styles.ts';

/** Twentieths of a point. */
const INSET = 60;

/**
 * `width` is the room between the margins, `padding` what rows have above and below their text, in twentieths of a point; `usual` the
 * size of its type in points, where a place has its own.
 */
export function tableOf(table: LayoutTable, width: number, padding: number, usual = TABLE_SIZE): Table {
  const { rows, print } = table;
  const count = rows[0]?.length ?? 0;
  const columns = print?.columns ?? Array.from({ length: count }, () => ({ width: 1, align: 'left' as const }));
  const repeated = rowsRepeated(table);
  const fitted = fitColumns(table, { width: width / 20, size: usual, inset: INSET / 20 });
  const beside = Math.round(fitted.inset * 20);
  const size = fitted.size < usual ? Math.floor(fitted.size * 2) : undefined;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: fitted.columns.map((points) => Math.round(points * 20)),
    margins: { left: beside, right: beside, top: padding, bottom: padding },
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
                        children: [new TextRun({ text, ...(size === undefined ? {} : { size }) })],
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
