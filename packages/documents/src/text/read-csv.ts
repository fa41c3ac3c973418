/** Comma-separated values (RFC 4180, also with semicolons) → Layout: a sheet whose rows are records. */

import { positionOf } from '@mingsuan/core/model/cell-address';
import type { Block, Layout, TableCell } from '../layout.ts';
import { pageOf } from '../xlsx/sheet-page.ts';
import { MAX_CELLS, MAX_COLUMN, type SheetCell, tooManyCells } from '../xlsx/workbook.ts';

/** Running text has few commas of this kind: so large a share of the lines has a separator in records. */
const SHARE = 0.7;

/** As separators stand in a line: not those of sentences, which a space follows, nor those of thousands. */
const SEPARATORS: readonly (readonly [string, RegExp])[] = [
  [',', /^(?!\s*\|).*?(?:(?<!\d),(?! )|,(?!\d{3}(?!\d)| ))/],
  [';', /;(?! )/],
];

interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Undefined where the text is no such file. */
export function readCsv(text: string): Layout | undefined {
  const separator = separatorOf(text);
  if (!separator) return undefined;
  const records = recordsOf(text, separator);
  const cells = records.flatMap(({ fields }, row) =>
    fields.slice(0, MAX_COLUMN).flatMap((field, column): SheetCell[] => {
      const shown = field.trim();
      return shown === '' ? [] : [{ row, column, text: shown }];
    }),
  );
  if (cells.length > MAX_CELLS) throw tooManyCells();
  const none: ReadonlySet<number> = new Set();
  const page = pageOf({ name: '', isHidden: false, cells, merges: [], hiddenRows: none, hiddenColumns: none }, 1);
  const lineOf = (address: string) => records[positionOf(address)!.row]!.line;
  return {
    pages: page ? [{ number: 1, blocks: page.blocks.map((block) => onLines(block, lineOf)) }] : [],
    problems: [],
  };
}

/** The fields of a file of separated values, record by record; undefined where the text is no such file. */
export function csvRecords(text: string): readonly (readonly string[])[] | undefined {
  const separator = separatorOf(text);
  return separator === undefined
    ? undefined
    : recordsOf(text, separator).map(({ fields }) => fields.slice(0, MAX_COLUMN).map((field) => field.trim()));
}

function separatorOf(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2 || text.includes('\t') || text.includes('\f')) return undefined;
  return SEPARATORS.find(([separator, inLine]) => {
    const parted = lines.filter((line) => inLine.test(line));
    return recordsAmong(parted, separator).length >= SHARE * lines.length;
  })?.[0];
}

/** A line of prose ends as sentences do; a record may, in its last field, which then has no separator of its own or is quoted. */
const PROSE = /[。！？]\s*$/;

/** Lines with separators but for those of prose: records have as many fields as the first line, which is a header and no sentence. */
function recordsAmong(lines: readonly string[], separator: string): readonly string[] {
  const count = (line: string) => line.split(separator).length;
  const [first = ''] = lines;
  const usual = PROSE.test(first) ? undefined : count(first);
  return lines.filter((line) => !PROSE.test(line) || line.includes('"') || count(line) === usual);
}

/** Records with the line that each begins on; a quoted field may go over several. */
function recordsOf(text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let [line, first] = [1, 1];
  const end = () => {
    records.push({ line: first, fields: [...fields, field] });
    fields = [];
    field = '';
    first = line;
  };
  const plain = text.replace(/\r\n?/g, '\n');
  for (let i = 0; i < plain.length; i++) {
    const character = plain[i]!;
    if (character === '\n') line += 1;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (plain[i + 1] === '"') field += plain[i++];
      else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n') end();
    else field += character;
  }
  if (field !== '' || fields.length > 0) end();
  return records;
}

/** Places in the sheet as lines of the file. */
function onLines(block: Block, lineOf: (address: string) => number): Block {
  const at = ({ address }: { readonly address?: string }) => ({ line: lineOf(address!) });
  if (block.kind === 'paragraph') return { ...block, origin: at(block.origin) };
  const cells = (row: readonly TableCell[]) => row.map((cell) => ({ ...cell, origin: at(cell.origin) }));
  return { ...block, rows: block.rows.map(cells), origin: at(block.origin) };
}
