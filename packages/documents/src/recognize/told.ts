/** The lines of a document that tell its fields, each with the witness that it is, and what such a line tells. */
import type { Origin, Stage } from '@mingsuan/core/disclosure';
import { stageInTitle } from '@mingsuan/core/model/document-kinds';
import type { Witness } from '@mingsuan/core/model/identity';
import { squeeze } from '@mingsuan/core/text/fold';
import { withYearFigures } from '@mingsuan/core/text/numerals';
import type { Paragraph, TableCell } from '../layout.ts';
import {
  agencyInFileName,
  agencyInLine,
  agencyInPart,
  agencyInSentence,
  isAgencyName,
  withoutSummary,
} from './agency-name.ts';
import { readCaptionLine } from './caption.ts';
import type { LogicalTable } from './logical-tables.ts';
import { leadsThroughSite } from './page-lines.ts';
import { isAmount } from './shape/cells.ts';

/** A line as compared (`squeeze`), and where it stands. */
export interface Line {
  readonly witness: Witness;
  readonly text: string;
  readonly origin?: Origin;
}

/** What says whose document it is beside its stream: its running headers, and last of all the file's name. */
export interface Beside {
  readonly running: readonly string[];
  readonly source?: string;
  /** Of a file with several documents, the lines at its front: a later one is of their year and kind where nothing of its own tells any. */
  readonly front?: readonly Line[];
}

/** A cover has no more lines, and none longer. */
const COVER_LINES = 8;
const LONGEST_COVER_LINE = 60;
/** Where sentences tell their figures of the whole document. */
const TELLING_PARAGRAPHS = 200;

/** What the folder or archive that a file stands in is called: `某局2026年部门预算/报表.xlsx`. Its own name and text come first. */
export function folderLines({ source }: Beside): readonly Line[] {
  const folder = source?.split(/[\\/]/).at(-2);
  return folder === undefined ? [] : [{ witness: 'file', text: squeeze(folder.replace(/\.(?:zip|eml)$/i, '')) }];
}

/** All lines that may tell a field; which one does the readers of lines say. */
export function linesThatTell(
  tables: readonly LogicalTable[],
  text: readonly Paragraph[],
  contents: readonly { readonly text: string }[],
  { running, source }: Beside,
): Line[] {
  const cover = coverOf(text, tables[0]?.origin);
  const of = (witness: Witness, paragraphs: readonly Paragraph[]): Line[] =>
    paragraphs.map(({ text: line, origin }) => ({ witness, text: squeeze(line), origin }));
  const isTold = (paragraph: Paragraph) => !cover.includes(paragraph) && !leadsThroughSite(paragraph.text);
  const statements = tables.filter(({ form }) => form);
  const file = source?.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  return [
    ...of('cover', cover),
    ...of(
      'heading',
      text.filter((paragraph) => isTold(paragraph) && isHeading(paragraph.text)),
    ),
    ...of(
      'words',
      text.slice(0, TELLING_PARAGRAPHS).filter((p) => isTold(p) && !isHeading(p.text)),
    ),
    ...statements.map(({ title, origin }) => ({ witness: 'title' as const, text: squeeze(title), origin })),
    ...statements.flatMap(headersOf),
    ...tables.flatMap(labelledCells),
    ...tables.flatMap(wholeRow),
    ...contents.map(({ text: line }) => ({ witness: 'contents' as const, text: squeeze(line) })),
    ...running.map((line) => ({ witness: 'running' as const, text: squeeze(line) })),
    ...(file === undefined ? [] : [{ witness: 'file' as const, text: squeeze(file) }]),
  ];
}

/** The lines of the first page above the first table: what stands after them is text. */
function coverOf(text: readonly Paragraph[], table: Origin | undefined): readonly Paragraph[] {
  const lines = text.filter(({ text: line }) => !leadsThroughSite(line)).slice(0, COVER_LINES);
  const page = lines[0]?.origin.page;
  const isBelow = ({ line }: Origin) => line !== undefined && table?.line !== undefined && line > table.line;
  const end = lines.findIndex(
    ({ origin, text: line }) =>
      origin.page !== page || isBelow(origin) || line.length > LONGEST_COVER_LINE || /[。；]/.test(line),
  );
  return end < 0 ? lines : lines.slice(0, end);
}

/** A line that names a document or a part of it, and is no sentence. */
function isHeading(line: string): boolean {
  const text = squeeze(line);
  if (text.length > 50 || /[。；，]/.test(text)) return false;
  return (/\d{4}年/.test(text) && /(?:预算|决算)/.test(text)) || agencyInPart(text) !== undefined;
}

/** Headers that say of which year a column is: of several the latest, for the others are compared with it. */
function headersOf({ form, pieces, origin }: LogicalTable): Line[] {
  const texts = [...new Set(pieces[0]?.header.paths.flat())];
  const years = new Set(texts.flatMap((text) => /^20\d\d(?=年)/.exec(text) ?? []).map(Number));
  // Two years beside each other are the document's and the one before; of more years the latest may be one that is planned.
  const isTwo = form?.rows !== 'records' && years.size === 2 && Math.max(...years) - Math.min(...years) === 1;
  const lines = texts
    .filter((text) => isTwo || !YEAR_ALONE.test(text))
    .map((text): Line => ({ witness: 'header', text, origin }));
  const latest = Math.max(...lines.map((line) => yearIn(line) ?? 0));
  return lines.filter((line) => (yearIn(line) ?? latest) === latest);
}

const LABEL =
  /^(?:填报|编报|公开|主管|预算|编制|申报|项目)?(?:主管)?(?:部门|单位)(?:\((?:单位|部门|公章|盖章)\))?(?:名称|全称)?:?$/;
const FIRST_ROWS = 4;
/** 219001-某镇人民政府 */
const CODE_BEFORE = /^\s*\d{3,12}\s*[-－—–_]?\s*/;

/** 部门名称 | 某市商务局: a name right of its label; below a label stand many, and it heads them. */
function labelledCells({ pieces, form }: LogicalTable): Line[] {
  const [first] = pieces;
  if (!first || (form && form.rows !== 'records')) return [];
  return [...first.lead, ...first.headerRows, ...first.rows].slice(0, FIRST_ROWS).flatMap((row) => {
    const filled = row.filter((cell) => !cell.covered && squeeze(cell.text) !== '');
    return filled.flatMap((cell, i) => {
      const next = filled[i + 1];
      if (!next || !LABEL.test(squeeze(cell.text))) return [];
      const named = { ...next, text: next.text.replace(CODE_BEFORE, '') };
      return isAgencyName(named.text) ? [lineOfCell('cell', named)] : [];
    });
  });
}

const lineOfCell = (witness: Witness, { text, origin }: TableCell): Line => ({ witness, text: squeeze(text), origin });

/** The row of a unit that holds as much as the whole table: its 合计, or the only row there is. */
function wholeRow({ pieces, form }: LogicalTable): Line[] {
  if (form?.id !== 'revenue' && form?.id !== 'expenditure') return [];
  const rows = pieces.flatMap((piece) => piece.rows);
  const amountOf = (row: readonly TableCell[]) => squeeze(row.find(isAmount)?.text ?? '');
  const total = rows.find((row) => row.some(({ text }) => /^(?:合计|总计)$/.test(squeeze(text))));
  const named = rows.flatMap((row) => {
    const name = row.find(({ text, covered }) => !covered && isAgencyName(text));
    return name && amountOf(row) !== '' && !row.some(({ text }) => /^\d{7}$/.test(squeeze(text)))
      ? [{ row, name }]
      : [];
  });
  const whole = named.find(({ row }) => (total ? amountOf(row) === amountOf(total) : named.length === 1));
  return whole ? [lineOfCell('row', whole.name)] : [];
}

/** 03-某局2026年部门预算, [303]某局…: files are numbered. */
const FILE_NUMBER = /^(?:\[\d+\]|\d{1,3}[-_.、])/;

/** The names that one line tells. A cover's lines are read together, but for what they label. */
export function namesIn({ witness, text }: Line): string[] {
  const one = (name: string | undefined) => (name === undefined ? [] : [name]);
  switch (witness) {
    case 'cover': {
      const { agencyName } = readCaptionLine({ kind: 'paragraph', text, origin: {} }) ?? {};
      return agencyName !== undefined && isAgencyName(agencyName) ? [plainName(agencyName)] : one(agencyInPart(text));
    }
    case 'running':
      return one(agencyInLine(text));
    case 'file':
      return one(agencyInLine(text.replace(FILE_NUMBER, '')) ?? agencyInFileName(text.replace(FILE_NUMBER, '')));
    case 'heading':
    case 'contents':
      return one(agencyInPart(text) ?? agencyInLine(text));
    case 'title':
      return one(agencyInLine(text));
    case 'cell':
    case 'row':
      return [plainName(text)];
    case 'words':
      return one(agencyInSentence(text));
    default:
      return [];
  }
}

/** A name without what it adds up, or whose seal it has. */
export const plainName = (name: string): string => withoutSummary(name.trim());

/** A year that a plan or account is of; not the month it was printed in, and not what was carried out in it. */
const YEAR =
  /((?:19|20)\d\d)(?:年度?(?!(?:\d{1,2}|[一二三四五六七八九十]+)月|执行|完成|预计)|(?=(?:[省市区县]级|本级)?(?:部门|单位)?(?:综合)?(?:预算|决算)))/;
const PLANNED = /(?<![比较与])((?:19|20)\d\d)年度?[，,]?[^，。；]{0,40}?(?:预算|决算)/;

/** A header that says no more than its year. */
const YEAR_ALONE = /^(20\d\d)年度?(?:计划|安排|测算|预测)?数?$/;

/** The year that one line tells. */
export function yearIn({ witness, text }: Line): number | undefined {
  const line = withYearFigures(text);
  const pattern = witness === 'words' || witness === 'header' || witness === 'contents' ? PLANNED : YEAR;
  if (witness === 'header' && /执行|上年|增减|比上|较上/.test(line)) return undefined;
  if (witness === 'words' && !/^[^。]{0,40}?(?:19|20)\d\d年/.test(line)) return undefined;
  if (witness === 'cell' || witness === 'row') return undefined;
  const found = (pattern.exec(line) ?? (witness === 'header' ? YEAR_ALONE.exec(line) : undefined))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Funds are called 预算 in final accounts, too; 预决算 names both kinds. */
const NO_KIND =
  /(?:一般公共|政府性?基金|国有资本经营|财政拨款)预算|预决算|预算、决算|年初预算|全年预算|调整预算|预算(?:单位|部门|管理|绩效|编码|代码|科目|级次)/g;

/** A file of self-evaluations alone goes with the accounts of its year. */
export const ofEvaluation = ({ witness, text }: Line): Stage | undefined =>
  witness !== 'words' && /自评/.test(text) ? 'final-accounts' : undefined;

/** The kind that one line tells. */
export function stageIn({ witness, text }: Line): Stage | undefined {
  if (witness === 'cell' || witness === 'row' || witness === 'words') return undefined;
  // Targets are set with a budget; what became of them is told by 自评.
  if (/绩效目标/.test(text) && !/自评|决算/.test(text)) return 'budget';
  return stageInTitle(text.replace(NO_KIND, ''));
}
