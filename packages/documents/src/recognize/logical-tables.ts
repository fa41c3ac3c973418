/**
 * Blocks → logical tables and the running text between them: each table gets its caption and form, pieces that a page
 * break tore apart are joined, notes are attached. Nothing is dropped: what is not understood stays as an unknown table.
 */
import type { Origin, Problem } from '@mingsuan/core/disclosure';
import { formOfTitle } from '@mingsuan/core/forms/index';
import { kindOf } from '@mingsuan/core/kinds/index';
import { type MoneyUnit, PRINTED_UNIT } from '@mingsuan/core/money';
import type { PrintedForms } from '@mingsuan/core/templates/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Layout, Paragraph, Table, TableCell } from '../layout.ts';
import { isBalance } from './by-structure.ts';
import { type Caption, isNote, readCaption, readCaptionLine } from './caption.ts';
import { completesHeader, continues, formUnderLead, repeatsTotal } from './continuation.ts';
import { type FigureColumns, withFigures } from './figure-columns.ts';
import { formOfHeader, type Header, isRowOfHeaders, readHeader } from './header.ts';
import { withHeaderOfTotal } from './header-total.ts';
import { asItemList } from './item-list.ts';
import type { LogicalTable, StreamItem } from './logical-table.ts';
import { withoutHollow } from './moved.ts';
import { fittest, otherwise } from './otherwise.ts';
import { type GridRow, leadRows, piecesOf } from './pieces.ts';
import { asNamedRecords, asRecords } from './record-form.ts';
import { agreesWith } from './shape/agrees.ts';
import { unstacked } from './stacked.ts';
import { joinTornRows } from './torn-rows.ts';

export type { LogicalTable, StreamItem } from './logical-table.ts';
export type { GridRow, TablePiece } from './pieces.ts';

/** Lines that may stand between a table and its note, such as a page's furniture. */
const MOST_CAPTIONS = 50;

/** Pieces of one table: as many pages as no table has. */
const MOST_PIECES = 1000;

/**
 * The tables and paragraphs of a layout in order; what was joined or printed twice is told in `problems`. `forms` tells how the
 * known places print a form.
 */
export function logicalTables(layout: Layout, forms: PrintedForms, problems: Problem[]): StreamItem[] {
  const stream: StreamItem[] = [];
  let pending: Paragraph[] = [];
  let last: LogicalTable | undefined;
  let name: string | undefined;
  let figures: FigureColumns = [];
  let sheet: { readonly from: Origin; readonly unit?: MoneyUnit } | undefined;
  for (const block of layout.pages.flatMap((page) => [page, ...page.blocks.flatMap(unstacked)])) {
    if (!('kind' in block)) {
      name = block.name;
      if (name === undefined || !formOfTitle(name)) continue;
      // A sheet named for a form begins anew: neither text nor table goes on from the one before.
      for (const item of pending) stream.push(item);
      pending = [];
      last = undefined;
      continue;
    }
    if (block.kind === 'paragraph') {
      if (last && isNote(block.text) && pending.length <= MOST_CAPTIONS && pending.every((p) => readCaptionLine(p))) {
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
    const bare = withoutCaptionRows(block);
    const told = withFigures(block.edges ? bare.rows : withoutHollow(bare.rows), figures);
    const table = { ...bare, rows: withHeaderOfTotal(told.rows) };
    figures = told.columns;
    const { caption: printed, used } = readCaption([...pending, ...table.caption]);
    const caption = ofSheet(named(printed, name), block.cutFrom === sheet?.from ? sheet?.unit : undefined);
    sheet = block.cutFrom && { from: block.cutFrom, ...(caption.unit ? { unit: caption.unit } : {}) };
    name = undefined;
    const own = Math.max(0, used - table.caption.length);
    const between = pending.slice(0, pending.length - own);
    const text = last && isSideLabel(last, between) ? [] : between;
    if (table.rows.length === 0) {
      pending.push(...table.caption);
      continue;
    }
    const header = readHeader(table.rows);
    const torn = last && text.length === 0 ? last : undefined;
    if (torn && caption.goal && !caption.title) torn.goal = caption.goal;
    const continued =
      last && text.length === 0 && last.pieces.length < MOST_PIECES && continues(last, caption, header, table.rows);
    if (last && continued === 'duplicate') {
      problems.push({
        code: 'duplicate-table',
        message: `“${last.title}”在文件中重复出现，后一张未重复计入；请核对后只保留一张。`,
        origin: block.origin,
      });
      const { form: _, ...copy } = newTable(block, caption, header, table.rows, text, table.note, forms);
      stream.push(copy);
    } else if (last && text.length === 0 && completesHeader(last, caption, table.rows)) {
      // done: the piece was rebuilt with the stretched header
    } else if (last && continued) {
      const again = repeatsTotal(last, header, table.rows) ? table.rows[header.rowCount]! : undefined;
      if (again) last.repeated.push(again);
      const rows = table.rows.filter((row) => row !== again);
      last.pieces.push(...piecesOf(last.form, header, rows, last.pieces));
      if (table.note) last.note = table.note;
    } else {
      for (const item of text) stream.push(item);
      last = newTable(block, caption, header, table.rows, text, table.note, forms);
      stream.push(last);
    }
    pending = [];
  }
  for (const item of pending) stream.push(item);
  return stream.map((item) =>
    item.kind === 'paragraph' ? item : proven({ ...item, pieces: joinTornRows(item.form, item.pieces) }),
  );
}

/** A label beside the rows of a sheet that a page break left outside its grid, set character by character or line by line. */
const isSideLabel = ({ form }: LogicalTable, lines: readonly Paragraph[]): boolean =>
  kindOf(form?.id)?.isSheet === true && lines.every(({ text }) => /^[\u4e00-\u9fff]{1,6}$/.test(squeeze(text)));

/** A table whose cells prove that it is not of its form is of the next one that its title may name, of the kind of records that they fit, or of none. */
function proven(printed: LogicalTable): LogicalTable {
  if (printed.form && agreesWith(printed.form, printed.pieces)) return asNamedRecords(printed) ?? fittest(printed);
  const other = otherwise(printed);
  if (other.form) return other;
  const records = isBalance(other) ? undefined : (asItemList(other) ?? asRecords(other));
  return records ? { ...records, pieces: joinTornRows(records.form, records.pieces) } : other;
}

const ofSheet = (caption: Caption, unit: MoneyUnit | undefined): Caption =>
  unit === undefined || caption.unit ? caption : { ...caption, unit };

/** A sheet's name is the title of its first table, where no line above the table is one. */
function named(caption: Caption, name: string | undefined): Caption {
  const form = caption.form || name === undefined ? undefined : formOfTitle(name);
  return form && name !== undefined ? { ...caption, title: name, form } : caption;
}

/** A table of contents set as a table: titles and page numbers only. Its rows become lines of text. */
function contentsRows(table: Table): Paragraph[] | undefined {
  const lines = table.rows.map((row) => row.filter((cell) => squeeze(cell.text) !== ''));
  const filled = lines.filter((line) => line.some((cell) => !/^-+$/.test(squeeze(cell.text))));
  const numbered = numberedContents(filled);
  if (numbered) return numbered;
  const entry = (line: readonly TableCell[]) =>
    line.length === 2 &&
    /^(?:\d{1,4}|错误[!！].*)$/.test(squeeze(line[1]!.text)) &&
    !/\d$/.test(squeeze(line[0]!.text));
  const titles = filled.filter((line) =>
    /(?:表|说明|情况|信息|事项|解释|概况|职能|职责)[.．…·]*$/.test(squeeze(line[0]?.text ?? '')),
  );
  if (filled.length < 3 || !filled.every(entry) || titles.length * 2 < filled.length) return undefined;
  return filled.map((line) => ({
    kind: 'paragraph',
    text: line.map((cell) => cell.text).join('\t'),
    origin: line[0]!.origin,
  }));
}

/** 序号 | 表名, as a sheet of a workbook has its contents: each line is a number and a title, and there are no pages to tell. */
function numberedContents(lines: readonly (readonly TableCell[])[]): Paragraph[] | undefined {
  const head = lines.findIndex((line) =>
    line.every(({ text }) => /^(?:序号|编号|表号|表名|名称)$/.test(squeeze(text))),
  );
  const entries = lines.slice(head + 1);
  const isEntry = ([number, title, ...more]: readonly TableCell[]) =>
    title !== undefined &&
    more.length === 0 &&
    /^.{0,6}[\d一二三四五六七八九十]{1,3}表?$/.test(squeeze(number!.text)) &&
    /表$/.test(squeeze(title.text));
  if (head < 0 || head > 1 || entries.length < 3 || !entries.every(isEntry)) return undefined;
  return entries.map(([number, title]) => ({
    kind: 'paragraph',
    text: `${title!.text}\t${squeeze(number!.text).replace(/\D/g, '')}`,
    origin: title!.origin,
  }));
}

/** Title, unit and note rows that stand inside the grid as one merged cell each. */
function withoutCaptionRows(table: Table): { rows: readonly GridRow[]; caption: Paragraph[]; note?: string } {
  const rows = table.rows.filter((row) => row.some((cell) => squeeze(cell.text) !== ''));
  const caption: Paragraph[] = [];
  let start = 0;
  for (; start < rows.length; start++) {
    const filled = rows[start]!.filter((cell) => squeeze(cell.text) !== '');
    if (filled.length > 3 || isRowOfHeaders(rows[start]!)) break;
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

function newTable(
  block: Table,
  caption: Caption,
  header: Header,
  rows: readonly GridRow[],
  text: readonly Paragraph[],
  note: string | undefined,
  forms: PrintedForms,
): LogicalTable {
  const titled = caption.form;
  const lead = titled?.rows === 'records' && header.rowCount === 0 ? leadRows(rows) : 0;
  const under = lead > 0 ? readHeader(rows.slice(lead)) : header;
  const named = caption.title ?? lastLine(text);
  const known =
    titled ??
    (named === undefined ? undefined : forms.titled(named)) ??
    formOfHeader(under, caption.title) ??
    formUnderLead(rows);
  const form = known && forms.of(known);
  const title = named ?? form?.name ?? '';
  const above = kindOf(form?.id)?.isSheet ? leadRows(rows) : 0;
  const headerUnit =
    unitIn(
      rows
        .slice(0, Math.max(1, above + header.rowCount))
        .flatMap((row) => row.map((cell) => cell.text))
        .join(' '),
    ) ?? unitIn(title);
  const table: LogicalTable = {
    kind: 'logical-table',
    ...(form ? { form } : {}),
    title,
    caption,
    pieces: [],
    repeated: [],
    origin: block.origin,
    ...(headerUnit ? { headerUnit } : {}),
  };
  table.pieces.push(...piecesOf(form, header, rows, []));
  if (note) table.note = note;
  return table;
}

const HEADER_UNIT = new RegExp(`\\((?:金额)?(?:单位:?)?${PRINTED_UNIT}\\)`);

/** A unit in brackets or after 单位： among header texts. */
function unitIn(text: string): MoneyUnit | undefined {
  return HEADER_UNIT.exec(squeeze(text))?.groups?.unit as MoneyUnit | undefined;
}

function lastLine(text: readonly Paragraph[]): string | undefined {
  const line = text.at(-1)?.text;
  return line && line.length <= 40 && !/[。；，]$/.test(line) ? line : undefined;
}
