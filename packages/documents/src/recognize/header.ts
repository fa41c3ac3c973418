/** The header of a table: which rows are header, and what each grid column means. */
import { codesByName } from '@mingsuan/core/classification/index';
import { asCode, FORMS, type FormDefinition, headerKey, isTotalLabel } from '@mingsuan/core/forms/index';
import { parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import { isNumbered } from '@mingsuan/core/text/numbering';
import { fundNamed, isHeaderOf, namesThreePublics } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../layout.ts';
import { cellKind, codeIn, isAmount } from './shape/cells.ts';

type Row = readonly TableCell[];

/** A header above its columns: for each grid column the header texts from top to bottom, as `headerKey` gives them. */
export interface Header {
  readonly rowCount: number;
  readonly paths: readonly (readonly string[])[];
}

/** Whether two columns stand under the same texts. */
export const isSamePath = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

const STRUCTURAL =
  /^(?:序号|行次|栏次|栏目|项目|类|款|项|收入|支出|本年收入|本年支出|科目|名称|编码|资金性质|评价标准|.*(?:科目|分类).*|.*(?:编码|代码)|.*预算数|.*决算数|.*支出预算|.*收入预算|(?:\d{4}年度?)?(?:年初)?(?:预算|决算|执行)(?:安排)?数?|\d{4}年度?|财政拨款(?:收入|支出)|政府采购.*|[一二三四]级指标|绩效指标|.*指标(?:值|描述|说明|解释|名称|内容|确定依据).*|绩效目标|备注|收入项目|支出项目|金额|本年.*|.*年初.*|.*年末.*|合计|小计|总计|功能分类.*|当年.*|其中|其中:|.*安排资金.*|年度|度量单位|计量单位|指标(?:性质|方向|方向性)|权重|项目总额|年度(?:绩效)?目标|总体目标)$/;

/** First levels of performance targets: what a row is about, never what a column is. */
export const INDICATOR_LEVEL = /^(?:产出|效益|满意度|成本)指标$/;

const isColumnHeader = isHeaderOf(FORMS.flatMap((form) => form.columns));

/** A class of the economic classifications, be it with its code: 501机关工资福利支出. */
const isEconomicClass = (key: string): boolean =>
  (['economic', 'economic-gov'] as const).some((list) =>
    codesByName(list, codeIn(key)?.name || key).some((code) => code.length === 3),
  );

/** An upper header may name what its columns are parts of: a fund, or the three publics. */
const namesWhole = (key: string): boolean => fundNamed(key) !== undefined || namesThreePublics(key);

/** Whether a text is one that stands above columns. */
export function isHeaderWord(text: string): boolean {
  const key = headerKey(text).replace(/^\d{4}年度?(?=[\u4e00-\u9fff])/, '');
  if (isNumbered(key) || key.length > 40) return false;
  return isColumnHeader(key) || STRUCTURAL.test(key) || namesWhole(key) || isEconomicClass(key);
}

/** Printed in the place of the labels where columns are numbered: ** | 1 | 2; of a picture one star may be read as a letter. */
export const LABELS_MARK = /^(?:[*※]+.?|.[*※]+|栏次|[甲乙丙丁])$/;

/** The end of a header that had no room in its own row: 码栏次 | 1 | 2, 入6. */
const REST_OF_HEADER = /^\p{Script=Han}{1,2}(?=栏次$|\d$)/u;

/** A row of column numbers: 栏次 | 1 | 2 | 3, or bare consecutive numbers. */
export function isIndexRow(row: Row): boolean {
  if (row.some(({ figure }) => figure !== undefined)) return false;
  // Numbers set closer than their columns may share a cell; words are set wide: 栏　次.
  const all = row
    .flatMap(({ text }) => (/\d/.test(text) ? text.split(/\s+/) : [text]))
    .map((text) => squeeze(text).replace(REST_OF_HEADER, ''))
    .filter((text) => text !== '');
  // Left of the word that counts columns the row's own number or unit may stand.
  const filled = all.slice(Math.max(0, all.indexOf('栏次')));
  if (filled.length < 2) return false;
  const numbers = filled.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  const rest = filled.filter(
    (text) => !/^\d{1,2}(?:=.*)?$/.test(text) && !/^(?:[A-Z]|[—-]+)$/.test(text) && !LABELS_MARK.test(text),
  );
  if (rest.some((text) => !/^(?:栏次|行次|类|款|项|合计)$/.test(text))) return false;
  // One number counts the columns where a mark stands in the place of the labels' own: ** | 1.
  const marked = LABELS_MARK.test(filled[0]!) && numbers[0] === 1;
  return numbers.length >= (marked ? 1 : 2) && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
}

function isHeaderRow(row: Row, carried: ReadonlySet<number>, first: boolean): boolean {
  const filled = row.filter((cell) => squeeze(cell.text) !== '');
  if (filled.length === 0) return carried.size > 0;
  if (
    filled.length < row.length &&
    row.every((cell) => cell.covered === 'above' || squeeze(cell.text) !== '') &&
    carried.size > 0
  )
    return true;
  if (filled.some((cell) => INDICATOR_LEVEL.test(squeeze(cell.text)))) return false;
  if (filled.some((cell) => asCode(cell.text) !== undefined)) return false;
  if (filled.some((cell) => isAmount(cell) || (/\d\.\d/.test(cell.text) && parseAmount(cell.text, '元')))) return false;
  if (isTotalLabel(filled[0]!.text) && filled.length === 1) return false;
  if (
    !first &&
    isTotalLabel(filled[0]!.text) &&
    row.indexOf(filled[0]!) <= 1 &&
    filled.slice(1).every((cell) => parseAmount(cell.text, '元'))
  )
    return false;
  const words = filled.filter((cell) => isHeaderWord(cell.text)).length;
  return words * 2 > filled.length || (words * 2 === filled.length && words > 1);
}

/** Whether several headers stand beside each other in a row: what no line over a table is. */
export const isRowOfHeaders = (row: Row): boolean =>
  row.filter((cell) => squeeze(cell.text) !== '').length > 1 && isHeaderRow(row, new Set(), true);

/** Whether a first row, of whose words half are known, stands over a row of headers that has more of them: what it calls them is the place's own word. */
function standsOverHeaders(row: Row, below: Row | undefined): boolean {
  const filled = row.filter((cell) => squeeze(cell.text) !== '');
  const under = below?.filter((cell) => squeeze(cell.text) !== '').length ?? 0;
  const words = filled.filter((cell) => isHeaderWord(cell.text)).length;
  return words > 0 && words * 2 >= filled.length && under > filled.length && isRowOfHeaders(below!);
}

/** Reads the header rows from the top of the grid; `rowCount` 0 where the table begins with data. */
export function readHeader(rows: readonly Row[]): Header {
  let end = 0;
  let carried: ReadonlySet<number> = new Set<number>();
  while (end < rows.length && end < 8) {
    const row = rows[end]!;
    if (end > 0 && isIndexRow(row)) {
      // In final accounts 类 款 项 stand beside 栏次 and are merged with the 合计 row below.
      end++;
      break;
    }
    if (!isHeaderRow(row, carried, end === 0) && !(end === 0 && standsOverHeaders(row, rows[1]))) break;
    if (end > 0 && isLineBelow(row, rows[end - 1]!)) break;
    const side = sideLabel(row);
    carried = new Set(
      row.flatMap((cell, i) => (i > side && ((cell.rowSpan ?? 1) > 1 || cell.covered === 'above') ? [i] : [])),
    );
    end++;
  }
  while (end > 0 && rows[end - 1]!.every((cell) => squeeze(cell.text) === '')) end--;
  if (end === 1 && isRestOfName(rows)) end = 0;
  end = Math.max(end, headerByCells(rows));
  const side = end === 1 ? sideLabel(rows[0]!) : -1;
  return { rowCount: end, paths: columnPaths(rows.slice(0, end)).map((path, c) => (c <= side ? [] : path)) };
}

/** Whether of a row nothing but its first cell is filled, below the header of that cell: a line without amounts, whatever its words. */
function isLineBelow([first, ...rest]: Row, above: Row): boolean {
  const isFilled = ({ text }: TableCell) => squeeze(text) !== '';
  return (
    isFilled(first!) &&
    !rest.some((cell) => isFilled(cell) || cell.covered) &&
    above.filter(isFilled).length > 1 &&
    isFilled(above[0]!)
  );
}

/** Whether a first row is but one narrow cell over no figures: the end of a name that a page break tore (工资福利 / 支出). */
function isRestOfName([first, ...rows]: readonly Row[]): boolean {
  const filled = first!.filter((cell) => squeeze(cell.text) !== '');
  const [only] = filled;
  if (filled.length !== 1 || (only!.colSpan ?? 1) > 1 || (only!.rowSpan ?? 1) > 1 || first!.length < 4) return false;
  const at = first!.indexOf(only!);
  return rows.length > 0 && rows.every((row) => row[at] === undefined || cellKind(row[at]) !== 'amount');
}

/** A label that stands beside all rows of a block is longer than a header is high. */
const SHORTEST_SIDE = 3;

/** The last column of a label that goes on beside the rows below a header whose other cells all end with it; -1 where there is none. */
function sideLabel(row: Row): number {
  const own = row.filter((cell) => !cell.covered && squeeze(cell.text) !== '');
  const [first, ...rest] = own;
  if (!first || row[0] !== first || (first.rowSpan ?? 1) < SHORTEST_SIDE || rest.length < 3) return -1;
  const isLow = rest.every(({ rowSpan = 1, colSpan = 1 }) => rowSpan === 1 && colSpan <= 2);
  return isLow ? (first.colSpan ?? 1) - 1 : -1;
}

/** A header has at most so many rows. */
const MOST_HEADER_ROWS = 6;

/**
 * How many rows stand above the first that holds an amount or a code, whatever their words: 0 unless they head every column that it
 * fills, and none of them is a line, a total or an indicator. Words that no list knows are a header by where they stand.
 */
function headerByCells(rows: readonly Row[]): number {
  const data = rows.findIndex((row) => row.some((cell) => cellKind(cell) === 'amount') || isOfCode(row));
  if (data <= 0 || data > MOST_HEADER_ROWS) return 0;
  const above = rows.slice(0, data);
  if (above.every((row) => isIndexRow(row)) || !above.every((row, i) => isIndexRow(row) || mayHead(row, i))) return 0;
  const paths = columnPaths(above);
  const figures = rows[data]!.flatMap((cell, i) => (cellKind(cell) === 'amount' ? [i] : []));
  const headed = figures.filter((i) => paths[i]!.length > 0).length;
  // A single column of amounts is headed by a word that says so.
  const isOne = figures.length === 1 && isHeaderWord(paths[figures[0]!]!.at(-1) ?? '');
  return (figures.length > 1 || isOne) && headed === figures.length ? data : 0;
}

/** A row has one code, or one in each panel beside figures; several names with their codes and no figure head columns. */
function isOfCode(row: Row): boolean {
  const coded = row.filter((cell) => cellKind(cell) === 'code');
  return coded.length > 0 && !(coded.length > 1 && coded.every(({ text }) => codeIn(text)?.name));
}

function mayHead(row: Row, index: number): boolean {
  const filled = row.filter((cell) => squeeze(cell.text) !== '');
  // A number alone counts the rows, and a 合计 beside it labels one.
  if (filled.some((cell) => cellKind(cell) === 'integer')) return false;
  if (filled.every((cell) => isTotalLabel(cell.text) && row.indexOf(cell) <= 1)) return false;
  if (filled.length < 2 && index > 0 && !row.some((cell) => cell.covered === 'above')) return false;
  return filled.every(({ text }) => {
    const plain = squeeze(text);
    return plain.length <= 40 && !INDICATOR_LEVEL.test(plain) && !isNumbered(plain) && !/[。；]/.test(plain);
  });
}

/**
 * Undoes what text formats do to merged headers: a first header row printed without its blanks
 * (来源 | 品名 | 金额 above 项目 | 资金 | _ | 合计 | 拨款) is stretched over the second, one text for each run of filled cells
 * and one for each blank. Undefined where the counts do not agree.
 */
export function stretchHeader(collapsed: Row, below: Row): Row | undefined {
  const texts = collapsed.filter((cell) => squeeze(cell.text) !== '');
  const stretched: TableCell[] = [];
  let next = -1;
  let inRun = false;
  for (const cell of below) {
    const filled = squeeze(cell.text) !== '';
    const startsRun = !filled || !inRun;
    if (startsRun) next++;
    const text = texts[next];
    if (!text) return undefined;
    stretched.push(startsRun ? text : { text: '', origin: text.origin, covered: 'left' });
    inRun = filled;
  }
  return next === texts.length - 1 ? stretched : undefined;
}

function columnPaths(header: readonly Row[]): string[][] {
  const width = header[0]?.length ?? 0;
  const texts = header
    .filter((row, i) => i === 0 || !isIndexRow(row))
    .map((row) => row.map((cell) => headerKey(cell.text)));
  const cells = header.filter((row, i) => i === 0 || !isIndexRow(row));
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    for (let row = 0; row < texts.length; row++) {
      const text = ownerText(texts, cells, row, column);
      if (text && path.at(-1) !== text) path.push(text);
    }
    return path;
  });
}

/** The text that stands over a column in one header row: its own, that of the merge that covers it, or that of the group to its left. */
function ownerText(texts: readonly string[][], cells: readonly Row[], row: number, column: number): string {
  const own = texts[row]![column]!;
  if (own) return own;
  const cell = cells[row]![column]!;
  if (cell.covered === 'above') return '';
  if (cell.covered === 'left') {
    for (let c = column - 1; c >= 0; c--) if (!cells[row]![c]!.covered) return texts[row]![c]!;
    return '';
  }
  // Without merges a blank continues the group to its left as long as both have a header below and none begins above in between.
  const below = (c: number) => texts.slice(row + 1).some((r) => r[c]);
  const beginsAbove = (c: number) => texts.slice(0, row).some((r) => r[c]);
  if (!below(column)) return '';
  for (let c = column - 1; c >= 0 && !beginsAbove(c + 1); c--) {
    if (texts[row]![c]) return below(c) ? texts[row]![c]! : '';
    if (!below(c)) return '';
  }
  return '';
}

/** What is printed above a column, from top to bottom; nothing where no text stands there. */
export const headed = (path: readonly string[] | undefined): { readonly header?: string } =>
  path && path.length > 0 ? { header: path.join('/') } : {};

/** The form whose signature headers all stand in the header, where a table has no title. */
export function formOfHeader(header: Header, title: string | undefined): FormDefinition | undefined {
  const keys = header.paths.flat();
  return FORMS.find(
    (form) =>
      form.signature?.every((sign) => keys.some((key) => (typeof sign === 'string' ? key === sign : sign.test(key)))) &&
      !(title && form.notTitle?.test(title)),
  );
}
