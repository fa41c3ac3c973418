/**
 * Blocks → logical tables and the running text between them: each table gets its caption and form, pieces that a page
 * break tore apart are joined, notes are attached. Nothing is dropped: what is not understood stays as an unknown table.
 */

import type { Origin, Problem } from '@mingsuan/core/disclosure';
import { type FormDefinition, headerKey, squeeze } from '@mingsuan/core/forms/index';
import type { MoneyUnit } from '@mingsuan/core/money';
import type { Block, Layout, Paragraph, Table, TableCell } from '../layout.ts';
import { type Caption, isNote, readCaption, readCaptionLine } from './caption.ts';
import { type ColumnRole, columnRoles } from './columns.ts';
import { formOfHeader, type Header, readHeader, stretchHeader } from './header.ts';

export type GridRow = readonly TableCell[];

/** Rows of one printed piece, with the column roles that hold for it. */
export interface TablePiece {
  readonly header: Header;
  readonly headerRows: readonly GridRow[];
  readonly roles: readonly ColumnRole[];
  readonly rows: readonly GridRow[];
  /** Rows printed above the header: key–value lines of performance forms. */
  readonly lead: readonly GridRow[];
}

export interface LogicalTable {
  readonly kind: 'logical-table';
  readonly form?: FormDefinition;
  readonly title: string;
  readonly caption: Caption;
  readonly pieces: TablePiece[];
  readonly origin: Origin;
  /** The unit that a header names: 价值（金额单位：万元）. */
  readonly headerUnit?: MoneyUnit;
  note?: string;
}

export type StreamItem = LogicalTable | Paragraph;

export function logicalTables(layout: Layout, problems: Problem[]): StreamItem[] {
  const stream: StreamItem[] = [];
  let pending: Paragraph[] = [];
  let last: LogicalTable | undefined;
  const blocks: Block[] = layout.pages.flatMap((page) => page.blocks);
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (last && pending.every((p) => readCaptionLine(p)) && isNote(block.text)) {
        last.note = last.note ? `${last.note}\n${block.text}` : block.text;
        pending = [];
      } else pending.push(block);
      continue;
    }
    const contents = contentsRows(block);
    if (contents) {
      pending.push(...contents);
      continue;
    }
    const table = withoutCaptionRows(block);
    const { caption, used } = readCaption([...pending, ...table.caption]);
    const own = Math.max(0, used - table.caption.length);
    const text = pending.slice(0, pending.length - own);
    if (table.rows.length === 0) continue;
    const header = readHeader(table.rows);
    const continued = last && text.length === 0 && continues(last, caption, header, table.rows);
    if (last && continued === 'duplicate') {
      problems.push({
        code: 'duplicate-table',
        message: `“${last.title}”在文件中重复出现，后一张未重复计入；请核对后只保留一张。`,
        origin: block.origin,
      });
    } else if (last && text.length === 0 && completesHeader(last, caption, table.rows)) {
      // done: the piece was rebuilt with the stretched header
    } else if (last && continued) {
      last.pieces.push(...piecesOf(last.form, header, table.rows, last));
      if (table.note) last.note = table.note;
    } else {
      stream.push(...text);
      last = newTable(block, caption, header, table.rows, text, table.note);
      stream.push(last);
    }
    pending = [];
  }
  stream.push(...pending);
  return stream;
}

/** A table of contents set as a table: titles and page numbers only. Its rows become lines of text. */
function contentsRows(table: Table): Paragraph[] | undefined {
  const lines = table.rows.map((row) => row.filter((cell) => squeeze(cell.text) !== ''));
  const filled = lines.filter((line) => line.some((cell) => !/^-+$/.test(squeeze(cell.text))));
  const entry = (line: readonly TableCell[]) =>
    line.length === 2 &&
    /^(?:\d{1,4}|错误[!！].*)$/.test(squeeze(line[1]!.text)) &&
    !/\d$/.test(squeeze(line[0]!.text));
  const titles = filled.filter((line) =>
    /(?:表|说明|情况|信息|事项|解释|概况|职能|职责)$/.test(squeeze(line[0]?.text ?? '')),
  );
  if (filled.length < 3 || !filled.every(entry) || titles.length * 2 < filled.length) return undefined;
  return filled.map((line) => ({
    kind: 'paragraph',
    text: line.map((cell) => cell.text).join('\t'),
    origin: line[0]!.origin,
  }));
}

/** Title, unit and note rows that stand inside the grid as one merged cell each. */
function withoutCaptionRows(table: Table): { rows: readonly GridRow[]; caption: Paragraph[]; note?: string } {
  const rows = table.rows.filter((row) => row.some((cell) => squeeze(cell.text) !== ''));
  const caption: Paragraph[] = [];
  let start = 0;
  for (; start < rows.length; start++) {
    const filled = rows[start]!.filter((cell) => squeeze(cell.text) !== '');
    if (filled.length > 3) break;
    const paragraph: Paragraph = {
      kind: 'paragraph',
      text: filled.map((cell) => cell.text).join('\t'),
      origin: filled[0]!.origin,
    };
    if (!readCaptionLine(paragraph) || /^\d+$/.test(squeeze(paragraph.text))) break;
    caption.push(paragraph);
  }
  let end = rows.length;
  let note: string | undefined;
  while (end > start) {
    const filled = rows[end - 1]!.filter((cell) => squeeze(cell.text) !== '');
    if (filled.length !== 1 || !isNote(filled[0]!.text)) break;
    note = note ? `${filled[0]!.text}\n${note}` : filled[0]!.text;
    end--;
  }
  return { rows: rows.slice(start, end), caption, ...(note ? { note } : {}) };
}

/** Whether a table goes on with the last one, or prints it once more. */
function continues(
  last: LogicalTable,
  caption: Caption,
  header: Header,
  rows: readonly GridRow[],
): boolean | 'duplicate' {
  const sameAgency =
    caption.agencyName === undefined ||
    last.caption.agencyName === undefined ||
    squeeze(caption.agencyName) === squeeze(last.caption.agencyName);
  if (!sameAgency) return false;
  if (caption.agencyCode && last.caption.agencyCode && caption.agencyCode !== last.caption.agencyCode) return false;
  if (caption.title !== undefined) {
    if (
      caption.form?.id !== last.form?.id ||
      squeeze(caption.title).replace(/\(?续表?\)?$/, '') !== squeeze(last.title)
    )
      return false;
    if (last.form?.id === 'performance') return false;
    return sameRows(last, header, rows) ? 'duplicate' : rowsGoOn(last, header, rows);
  }
  const width = rows[0]!.length;
  const lastWidth = last.pieces.at(-1)!.rows[0]?.length ?? last.pieces.at(-1)!.header.paths.length;
  if (header.rowCount > 0) {
    if (last.form?.id === 'performance' && startsGoal(rows))
      return last.pieces.every((piece) => piece.rows.length === 0);
    return (
      sameHeader(lastHeader(last), header) ||
      (last.form !== undefined && formOfHeader(header, undefined)?.id === last.form.id)
    );
  }
  if (last.form?.id === 'performance' && startsGoal(rows)) return last.pieces.every((piece) => piece.rows.length === 0);
  return (
    Math.abs(width - lastWidth) <= (last.form ? 1 : 0) ||
    rolesInOrder(
      last.pieces.filter((piece) => piece.header.rowCount > 0),
      rows[0]!,
    ) !== undefined
  );
}

/**
 * A header without rows is completed by the table that follows: a page break tore it from the rest of the header, or it
 * stands alone, narrower than the table below it, and is stretched over that.
 */
function completesHeader(last: LogicalTable, caption: Caption, rows: readonly GridRow[]): boolean {
  const head = last.pieces.at(-1)!;
  if (caption.title || head.rows.length > 0 || head.headerRows.length === 0 || last.note) return false;
  const all =
    head.headerRows[0]!.length === rows[0]!.length ? [...head.headerRows, ...rows] : stretched(head.headerRows, rows);
  if (!all) return false;
  const earlier = last.pieces.slice(0, -1);
  const piece = pieceOf(last.form, readHeader(all), all, earlier.length > 0 ? { ...last, pieces: earlier } : undefined);
  if (piece.headerRows.length < head.headerRows.length) return false;
  last.pieces[last.pieces.length - 1] = piece;
  return true;
}

function stretched(headerRows: readonly GridRow[], rows: readonly GridRow[]): GridRow[] | undefined {
  const row = headerRows.length === 1 ? stretchHeader(headerRows[0]!, rows[0]!) : undefined;
  return row && [row, ...rows];
}

function startsGoal(rows: readonly GridRow[]): boolean {
  return /^(?:年度)?绩效目标$|^项目名称/.test(squeeze(rows[0]![0]!.text));
}

function lastHeader(table: LogicalTable): Header | undefined {
  return table.pieces.findLast((piece) => piece.header.rowCount > 0)?.header;
}

function sameHeader(a: Header | undefined, b: Header): boolean {
  if (!a) return false;
  const left = new Set(a.paths.flat());
  const right = new Set(b.paths.flat());
  const common = [...right].filter((key) => left.has(key)).length;
  return common * 10 >= Math.min(left.size, right.size) * 7 && right.size > 0;
}

function firstTexts(rows: readonly GridRow[]): string {
  return rows
    .slice(0, 3)
    .map((row) => row.map((cell) => squeeze(cell.text)).join('|'))
    .join('\n');
}

function sameRows(last: LogicalTable, header: Header, rows: readonly GridRow[]): boolean {
  const first = last.pieces[0]!;
  return first.rows.length > 0 && firstTexts(first.rows) === firstTexts(rows.slice(header.rowCount));
}

/** A repeated title goes on with the same table unless its rows begin anew with 合计. */
function rowsGoOn(last: LogicalTable, header: Header, rows: readonly GridRow[]): boolean {
  const begins = (row: GridRow | undefined) => row?.some((cell) => /^(?:合计|总计)$/.test(squeeze(cell.text))) ?? false;
  return !(begins(last.pieces[0]!.rows[0]) && begins(rows[header.rowCount]));
}

function newTable(
  block: Table,
  caption: Caption,
  header: Header,
  rows: readonly GridRow[],
  text: readonly Paragraph[],
  note: string | undefined,
): LogicalTable {
  const titled = caption.form;
  const lead = titled?.rows === 'records' && header.rowCount === 0 ? leadRows(rows) : 0;
  const under = lead > 0 ? readHeader(rows.slice(lead)) : header;
  const form = titled ?? formOfHeader(under, caption.title) ?? formUnderLead(rows);
  const title = caption.title ?? lastLine(text) ?? form?.name ?? '';
  const headerUnit =
    unitIn(
      rows
        .slice(0, Math.max(1, header.rowCount))
        .flatMap((row) => row.map((cell) => cell.text))
        .join(' '),
    ) ?? unitIn(title);
  const table: LogicalTable = {
    kind: 'logical-table',
    ...(form ? { form } : {}),
    title,
    caption,
    pieces: [],
    origin: block.origin,
    ...(headerUnit ? { headerUnit } : {}),
  };
  table.pieces.push(...piecesOf(form, header, rows, undefined));
  if (note) table.note = note;
  return table;
}

/** A unit in brackets or after 单位： among header texts. */
function unitIn(text: string): MoneyUnit | undefined {
  return /[(（](?:金额)?(?:单位[:：]?)?(亿元|万元|元)[)）]/.exec(text)?.[1] as MoneyUnit | undefined;
}

function lastLine(text: readonly Paragraph[]): string | undefined {
  const line = text.at(-1)?.text;
  return line && line.length <= 40 && !/[。；，]$/.test(line) ? line : undefined;
}

/** Performance forms print 项目名称, 预算资金 and 绩效目标 above the indicators. */
function leadRows(rows: readonly GridRow[]): number {
  const at = rows.findIndex((row) => row.some((cell) => headerKey(cell.text) === '一级指标'));
  return Math.max(0, at);
}

function formUnderLead(rows: readonly GridRow[]): FormDefinition | undefined {
  const at = leadRows(rows);
  return at > 0 ? formOfHeader(readHeader(rows.slice(at)), undefined) : undefined;
}

/** The pieces of a table: one, or several where its header is printed again between the rows. */
function piecesOf(
  form: FormDefinition | undefined,
  header: Header,
  rows: readonly GridRow[],
  last: LogicalTable | undefined,
): TablePiece[] {
  const first = pieceOf(form, header, rows, last);
  const model = first.header.rowCount > 0 ? first.header : last && lastHeader(last);
  const keys = new Set(model?.paths.flat());
  const again = first.rows.findIndex((row) => repeatsHeader(row, keys));
  if (!form || again < 0) return [first];
  const rest = first.rows.slice(again);
  const before = { ...first, rows: first.rows.slice(0, again) };
  return [before, ...piecesOf(form, readHeader(rest), rest, undefined)];
}

function repeatsHeader(row: GridRow, keys: ReadonlySet<string>): boolean {
  const filled = row.map((cell) => headerKey(cell.text)).filter((key) => key !== '');
  return filled.length >= 3 && filled.every((key) => keys.has(key));
}

function pieceOf(
  form: FormDefinition | undefined,
  header: Header,
  rows: readonly GridRow[],
  last: LogicalTable | undefined,
): TablePiece {
  const leadCount = form?.id === 'performance' && (!last || startsGoal(rows)) ? leadRows(rows) : 0;
  const own = leadCount > 0 ? readHeader(rows.slice(leadCount)) : header;
  const lead = rows.slice(0, leadCount);
  const data = rows.slice(leadCount + own.rowCount);
  const headerRows = rows.slice(leadCount, leadCount + own.rowCount);
  const piece = { header: own, headerRows, rows: data, lead };
  if (!form) return { ...piece, roles: [] };
  // The first printing of a header is the best: repeated ones on later pages are often damaged.
  const width = rows[0]?.length ?? 0;
  const headed = last?.pieces.filter((candidate) => candidate.header.rowCount > 0) ?? [];
  const model = headed.find((candidate) => candidate.header.paths.length === width);
  if (model && (own.rowCount === 0 || sameHeader(model.header, own))) return { ...piece, roles: model.roles };
  const inOrder = own.rowCount === 0 && rows[0] ? rolesInOrder(headed, rows[0]) : undefined;
  if (inOrder) return { ...piece, roles: inOrder };
  return { ...piece, roles: columnRoles(form, own) };
}

/**
 * The roles for a table without a header that goes on with a headed one drawn on another grid: cell by cell as printed,
 * where both have as many cells in a row.
 */
function rolesInOrder(headed: readonly TablePiece[], row: GridRow): ColumnRole[] | undefined {
  const cells = row.flatMap((cell, i) => (cell.covered === 'left' ? [] : [i]));
  for (const piece of headed) {
    const lowest = piece.headerRows.at(-1) ?? [];
    const printed = piece.roles.filter((_, i) => lowest[i]?.covered !== 'left');
    if (printed.length === cells.length)
      return row.map((_, i): ColumnRole => (cells.includes(i) ? printed[cells.indexOf(i)]! : { kind: 'blank' }));
  }
  return undefined;
}
