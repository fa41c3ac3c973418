/** Pages of glyphs and rulings (of a PDF, an OFD, a scan that was recognised) → Layout. */
import type { Problem } from '@mingsuan/core/disclosure';
import type { Layout, Page, Table, TableCell } from '../layout.ts';
import { withCodes } from '../scan/codes.ts';
import { asColumns, doubtfulFigures, doubtOf } from '../scan/doubts.ts';
import { UnreadableInput } from '../unreadable.ts';
import { dropCutFigures, isCutOff } from './cut-tables.ts';
import { type RawPage, SCAN_GLYPHS, SCAN_SHARE } from './engine.ts';
import { type Box, type Doubt, type Glyph, type Ruling, rounded, turnBox } from './geometry.ts';
import { fillGrid, type Grid, glyphBox, gridOf } from './grid.ts';
import { footHeader } from './infer/foot-header.ts';
import { type Carried, inferTables, textOfLine } from './infer/infer-tables.ts';
import { leadsInHeader } from './infer/regions.ts';
import { columnedTables } from './infer/ruled-columns.ts';
import { ruledTables } from './infer/ruled-rows.ts';
import { paragraphsOf, withoutPageNumber } from './paragraphs.ts';
import { isUnderlined, lacksRows } from './rowless.ts';
import { connected, mergeRulings, withOpenColumns } from './rulings.ts';
import { joinLines, type Line, linesOf, textOf, withRaisedDigits } from './runs.ts';
import { withGroupSpaces } from './spaced-groups.ts';

/** A page with more lines is a drawing: none of them is taken for the line of a table. */
const MOST_RULINGS = 20_000;
/** So many characters cut through are a line, not the edge of one. */
const CUT_GLYPHS = 6;

/** What messages call a page. */
export type PageName = (page: number) => string;

const PAGE: PageName = (page) => `第 ${page} 页`;

/**
 * Pages as they come; one that could not be opened is its number. `format` names the file in messages, `nameOf` a page.
 * @throws UnreadableInput `scanned` (no page has text) and what the pages throw
 */
export async function readPages(
  raws: AsyncIterable<RawPage | number>,
  format: string,
  nameOf: PageName = PAGE,
): Promise<Layout> {
  const pages: Page[] = [];
  const problems: Problem[] = [];
  let carried: Carried = {};
  /** The last page without the lines at its foot that may head a table on the next. */
  let withoutFoot: Page | undefined;
  let scans = 0;
  let unrecognised: string | undefined;
  let texts = 0;
  /** Pages with text, and those of them whose text cannot be read. */
  let written = 0;
  let ciphers = 0;
  for await (const raw of raws) {
    if (typeof raw === 'number') {
      problems.push({
        code: 'damaged-page',
        message: `${nameOf(raw)}已损坏，读不出来；请核对原文件。`,
        origin: { page: raw },
      });
      continue;
    }
    texts += raw.glyphs.length;
    if (raw.unreadTables) problems.push(unreadTables(raw, nameOf));
    if (raw.unrecognised) {
      unrecognised = raw.unrecognised;
      const message = `${nameOf(raw.number)}是图片，识别时${raw.unrecognised}，没有读入；请看原文，或把这一页另存后再读。`;
      problems.push({ code: 'scanned-page', message, origin: { page: raw.number } });
    } else if (raw.scan) problems.push(recognised(raw, nameOf));
    else if (raw.glyphs.length < SCAN_GLYPHS && raw.imageShare > SCAN_SHARE) {
      scans++;
      problems.push({
        code: 'scanned-page',
        message: `${nameOf(raw.number)}是图片，没有文字，未读入；请用 npm run ocr 装上文字识别后再读，或换用带文字的 PDF。`,
        origin: { page: raw.number },
      });
    }
    if (raw.unmapped > 20 && raw.unmapped * 5 > raw.glyphs.length)
      problems.push({
        code: 'unmapped-text',
        message: `${nameOf(raw.number)}有 ${raw.unmapped} 个字没有编码，读出来可能是乱码；请换用重新导出的 PDF。`,
        origin: { page: raw.number },
      });
    else if (lacksCharacters(raw.glyphs)) {
      ciphers++;
      problems.push({
        code: 'unmapped-text',
        message: `${nameOf(raw.number)}的字体没有文字编码，文字和数读不出来，没有核对；请换用重新导出的 PDF，或先做文字识别。`,
        origin: { page: raw.number },
      });
    }
    if (raw.glyphs.length > 0) written++;
    if (raw.cut.length >= CUT_GLYPHS) problems.push(cutText(raw, nameOf));
    const read = readPage(raw, carried, nameOf);
    if (read.tookFoot) pages[pages.length - 1] = withoutFoot!;
    ({ carried, withoutFoot } = read);
    pages.push(read.page);
    problems.push(...read.problems);
  }
  if (texts === 0)
    throw new UnreadableInput(
      'scanned',
      unrecognised !== undefined
        ? `${format} 是扫描件，识别时${unrecognised}，一页也没有读出；请把文件拆小后再读。`
        : scans > 0
          ? `${format} 是扫描件，只有图片没有文字；请用 npm run ocr 装上文字识别后再读，或取得由电子表格或文档导出的 PDF。`
          : `${format} 里没有文字；请确认文件内容，或取得由电子表格或文档导出的 PDF。`,
    );
  if (ciphers > 0 && ciphers * 10 >= written * 9)
    throw new UnreadableInput(
      'scanned',
      `${format} 的字体没有文字编码，读不出文字和数；请由原来的文档重新导出 PDF，或先做文字识别。`,
    );
  return { pages, problems };
}

/** A box on the straightened page, where it stands on the page as it was scanned. */
function leant(box: Box, skew: number, width: number, height: number): Box {
  if (skew === 0) return box;
  const [x, y] = [(box[0] + box[2] - width) / 2, (box[1] + box[3] - height) / 2];
  const [dx, dy] = [x * Math.cos(skew) - y * Math.sin(skew) - x, x * Math.sin(skew) + y * Math.cos(skew) - y];
  return [box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy];
}

function unreadTables({ number, unreadTables }: RawPage, nameOf: PageName): Problem {
  const message = `${nameOf(number)}有 ${unreadTables} 张表是图片，里面的文字和数没有读；请用 npm run ocr 装上文字识别后再读，或换用带文字的 PDF。`;
  return { code: 'scanned-page', message, origin: { page: number } };
}

function recognised(raw: RawPage, nameOf: PageName): Problem {
  const doubtful = raw.glyphs.filter(({ doubt }) => doubt).length;
  const what = raw.scan?.isPart ? '上图片里的文字由识别得来' : '的文字由图片识别得来';
  const message = `${nameOf(raw.number)}${what}，其中 ${doubtful} 个字把握不大；请对照原文核对。`;
  return { code: 'recognised-page', message, origin: { page: raw.number } };
}

/** A page with fewer characters tells nothing. */
const LEAST_TEXT = 20;
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
const LATIN = /[A-Za-z\d\s.,%()-]/;
/** Of what a page writes in no Chinese this share is neither Latin nor figures where characters are numbers of shapes. */
const STRANGE = 0.25;

/** Whether the page's characters are but the numbers of a font's shapes: signs of all kinds, where people write words and figures. */
function lacksCharacters(glyphs: RawPage['glyphs']): boolean {
  if (glyphs.length < LEAST_TEXT) return false;
  const chinese = glyphs.filter(({ text }) => CHINESE.test(text)).length;
  const strange = glyphs.filter(({ text }) => !CHINESE.test(text) && !LATIN.test(text)).length;
  return chinese * 20 < glyphs.length && strange > STRANGE * glyphs.length;
}

/** A line that a clip cuts through: the page shows its upper or lower part only. */
function cutText(raw: RawPage, nameOf: PageName): Problem {
  const line = linesOf(raw.cut)[0]!;
  const words = textOf(line.runs).slice(0, 16);
  return {
    code: 'cut-text',
    message: `${nameOf(raw.number)}有文字被截断，只显示出一部分（“${words}…”）；请核对版面。`,
    origin: { page: raw.number, box: rounded(turnBox(line.box, raw.turns, ...pageSize(raw))) },
  };
}

const NONE: ReadonlySet<Glyph> = new Set();

/** Width and height in reading direction. */
function pageSize(raw: RawPage): [number, number] {
  return raw.turns % 2 === 1 ? [raw.height, raw.width] : [raw.width, raw.height];
}

function readPage(
  raw: RawPage,
  before: Carried,
  nameOf: PageName,
): { page: Page; withoutFoot: Page | undefined; problems: Problem[]; carried: Carried; tookFoot: boolean } {
  const [width, height] = pageSize(raw);
  const skew = raw.scan?.skew ?? 0;
  const place = (box: Box) => rounded(turnBox(leant(box, skew, width, height), raw.turns, width, height));
  const merged = mergeRulings(raw.rulings);
  const mergedRulings = merged.length > MOST_RULINGS ? [] : merged;
  const groups = withOpenColumns(connected(mergedRulings));
  // Lines hold a character that fake bold prints twice only once; what they drop is no text beside the tables either.
  let left: readonly Glyph[] = linesOf(raw.glyphs).flatMap(({ runs }) => runs.flatMap(withRaisedDigits));
  const grids: Grid[] = [];
  const cut: Grid[] = [];
  const keep = (grid: Grid, placed: ReadonlySet<unknown>) => {
    if (placed.size === 0) return;
    grids.push(grid);
    left = left.filter((glyph) => !placed.has(glyph));
  };
  const rowless: Ruling[] = [];
  for (const group of groups) {
    const grid = gridOf(group);
    const placed = grid ? fillGrid(grid, left) : NONE;
    if (!grid || lacksRows(grid)) rowless.push(...group);
    if (!grid || lacksRows(grid) || isUnderlined(grid)) continue;
    keep(grid, placed);
    if (!isCutOff(grid, group)) continue;
    dropCutFigures(grid);
    cut.push(grid);
  }
  left = withGroupSpaces(withoutHidden(left));
  const across = groups.flatMap((group) => (group.length === 1 && group[0]!.horizontal ? group : []));
  const striped = ruledTables(across, left, before.ruled);
  for (const grid of striped.grids) keep(grid, new Set(grid.cells.flatMap((cell) => cell.glyphs)));
  const columned = columnedTables(rowless, left);
  for (const grid of columned.grids) keep(grid, new Set(grid.cells.flatMap((cell) => cell.glyphs)));
  const beside = withoutPageNumber(linesOf(left), height);
  const inferred = inferTables(beside, mergedRulings, before, grids);
  const ruled = grids.length;
  for (const grid of inferred.grids) keep(grid, new Set(grid.cells.flatMap((cell) => cell.glyphs)));
  const lines = grids.length === ruled ? beside : withoutPageNumber(linesOf(left), height);
  const codes: Problem[] = [];
  const tableIn = (grid: Grid): Table => {
    const table = tableOf(grid, raw.number, place, raw.scan?.unread);
    if (!raw.scan) return table;
    const settled = withCodes(asColumns(table), nameOf(raw.number));
    codes.push(...settled.problems);
    return settled.table;
  };
  const byPlace = (grid: Grid, what: string): Problem => ({
    code: 'columns-by-place',
    message: `${nameOf(raw.number)}${what}，可能分错；请核对读入的数。`,
    origin: { page: raw.number, box: place(grid.box) },
  });
  const tables = grids.map((grid) => ({ y: grid.box[1], block: tableIn(grid) }));
  const pageOf = (printed: readonly Line[]): Page => {
    const paragraphs = paragraphsOf(printed, raw.number, width, place).map(({ y, paragraph }) => ({
      y,
      block: paragraph,
    }));
    const blocks = [...tables, ...paragraphs].sort((a, b) => a.y - b.y).map(({ block }) => block);
    return { number: raw.number, width: raw.width, height: raw.height, blocks };
  };
  const page = pageOf(lines);
  const end = Math.max(0, ...grids.map(({ box }) => box[3]));
  const foot = footHeader(
    lines.filter(({ box }) => box[1] >= end - 1),
    leadsInHeader,
  );
  return {
    page,
    withoutFoot: foot.length > 0 ? pageOf(lines.filter((line) => !foot.includes(line))) : undefined,
    tookFoot: inferred.tookFoot,
    problems: [
      ...codes,
      ...(raw.scan ? doubtfulFigures(page.blocks, nameOf(raw.number)) : []),
      ...inferred.unread.map((box) => ({
        code: 'rows-not-read',
        message: `${nameOf(raw.number)}有带金额的几行像是没有框线的表，分不清行列，未读入；请核对原文。`,
        origin: { page: raw.number, box: place(box) },
      })),
      ...cut.map((grid) => ({
        code: 'cut-table',
        message: `${nameOf(raw.number)}的表右边没有印全，有的栏在纸外；没有印出的栏没有读，请取得印全的文件。`,
        origin: { page: raw.number, box: place(grid.box) },
      })),
      ...striped.grids.map((grid) => byPlace(grid, '的表没有竖线，栏是按位置分的')),
      ...columned.grids.map((grid) => byPlace(grid, '的表没有横线，行是按位置分的')),
      ...inferred.grids.map((grid) => byPlace(grid, '的表没有框线，行和栏是按位置分的')),
      ...[...columned.doubtful, ...inferred.doubtful].map((box) => ({
        code: 'rows-doubtful',
        message: `${nameOf(raw.number)}的表没有横线而且行距很密，有的名称分不清是换行还是另起一行；请核对读入的行。`,
        origin: { page: raw.number, box: place(box) },
      })),
    ],
    carried: {
      ...inferred.carried,
      ...(striped.last ? { ruled: striped.last } : {}),
      ...(foot.length > 0 ? { foot } : {}),
      ...(beside[0] ? { top: textOfLine(beside[0]) } : {}),
    },
  };
}

/** Ink of which nothing was read is doubtful where it stands in an empty cell. */
function unreadIn({ box: [x0, y0, x1, y1] }: Grid['cells'][number], unread: readonly Box[]): Doubt | undefined {
  const isWithin = unread.some(([a, b, c, d]) => a + c > 2 * x0 && a + c < 2 * x1 && b + d > 2 * y0 && b + d < 2 * y1);
  return isWithin ? { confidence: 0, others: [] } : undefined;
}

/** Characters beside the tables without the lines of which nothing is shown, which are the rest of texts in cells. */
const withoutHidden = (glyphs: readonly Glyph[]): readonly Glyph[] =>
  glyphs.some(({ hidden }) => hidden)
    ? linesOf(glyphs).flatMap(({ runs }) => {
        const line = runs.flatMap((run) => run.glyphs);
        return line.some(({ hidden }) => !hidden) ? line : [];
      })
    : glyphs;

function tableOf(grid: Grid, page: number, place: (box: Box) => Box, unread: readonly Box[] = []): Table {
  const rows: TableCell[][] = Array.from({ length: grid.rows }, () => new Array<TableCell>(grid.columns));
  for (const cell of grid.cells) {
    for (let r = 0; r < cell.rowSpan; r++)
      for (let c = 0; c < cell.colSpan; c++)
        rows[cell.row + r]![cell.column + c] = {
          text: '',
          origin: { page, box: place(cell.box) },
          covered: r > 0 ? 'above' : 'left',
        };
    const lines = linesOf(cell.glyphs);
    const text = joinLines(lines.map((line) => textOf(line.runs)));
    const doubt = text === '' ? unreadIn(cell, unread) : doubtOf(cell.glyphs, text);
    rows[cell.row]![cell.column] = {
      text,
      ...(doubt ? { doubt } : {}),
      origin: { page, box: place(glyphBox(cell.glyphs) ?? cell.box) },
      ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
      ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
      ...(isFull(cell, lines.at(-1)) ? { runsOn: true } : {}),
    };
  }
  return {
    kind: 'table',
    rows,
    origin: { page, box: place(grid.box) },
    ...(grid.edges ? { edges: grid.edges } : {}),
    ...(grid.rowEdges ? { rowEdges: grid.rowEdges } : {}),
  };
}

/** Points that a cell keeps free at both sides together. */
const MARGINS = 12;

/** Whether a cell has no room for one more character behind its last line. */
function isFull({ box }: Grid['cells'][number], line: Line | undefined): boolean {
  if (!line) return false;
  const size = line.runs.at(-1)!.glyphs.at(-1)!.size;
  return box[2] - box[0] - (line.box[2] - line.box[0]) < size + MARGINS;
}
