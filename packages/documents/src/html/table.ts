/** A table as HTML: header cells say what they head, merged cells span, widths come from classes. */
import type { Table, TableCell } from '../layout.ts';
import { escapeHtml } from './escape.ts';

/** A table as markup, its texts escaped. */
export function tableHtml(table: Table, caption: string): string {
  const { rows, print } = table;
  const headRows = print?.headRows ?? 0;
  const headings = rowHeadings(table);
  const head = rows.slice(0, headRows).map((row) => `<tr>${row.map(headCell).join('')}</tr>`);
  const body = rows.slice(headRows).map((row, i) => {
    if (print?.headerAt && i + headRows === print.headerAt)
      return `<tr class="head">${row.map(headCell).join('')}</tr>`;
    const blank = row.every((cell) => cell.text === '' && !cell.covered);
    return `<tr${blank ? ' class="blank"' : ''}>${row.map((cell, c) => bodyCell(cell, c, table, headings)).join('')}</tr>`;
  });
  return [
    `<table>${caption}`,
    `<colgroup>${widthClasses(table)
      .map((name) => `<col class="${name}">`)
      .join('')}</colgroup>`,
    head.length > 0 ? `<thead>${head.join('\n')}</thead>` : '',
    `<tbody>${body.join('\n')}</tbody></table>`,
  ].join('\n');
}

/** Widths in percent, as names of classes: a strict content security policy takes no style attributes. */
export function widthClasses({ print }: Table): string[] {
  const columns = print?.columns ?? [];
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => `w${Math.max(1, Math.round((width / all) * 100))}`);
}

/** Columns whose cells name their rows: each that stands before figures, else the first. */
function rowHeadings({ print }: Table): ReadonlySet<number> {
  const columns = print?.columns ?? [];
  const named = columns.flatMap(({ align }, i) => (align === 'left' && columns[i + 1]?.align === 'right' ? [i] : []));
  return new Set(named.length > 0 ? named : [0]);
}

function headCell(cell: TableCell): string {
  if (cell.covered) return '';
  const scope = (cell.colSpan ?? 1) > 1 ? 'colgroup' : 'col';
  return cell.text === ''
    ? `<td${spans(cell)}></td>`
    : `<th scope="${scope}"${spans(cell)}>${escapeHtml(cell.text)}</th>`;
}

function bodyCell(cell: TableCell, column: number, { print }: Table, headings: ReadonlySet<number>): string {
  if (cell.covered) return '';
  const align = cell.amount ? 'right' : print?.columns[column]?.align;
  const name = align === 'right' ? ' class="r"' : align === 'center' ? ' class="c"' : '';
  const heads = headings.has(column) && cell.text !== '' && align !== 'right';
  if (!heads) return `<td${name}${spans(cell)}>${escapeHtml(cell.text)}</td>`;
  const scope = (cell.rowSpan ?? 1) > 1 ? 'rowgroup' : 'row';
  return `<th scope="${scope}"${name}${spans(cell)}>${escapeHtml(cell.text)}</th>`;
}

function spans({ colSpan = 1, rowSpan = 1 }: TableCell): string {
  return `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
}
