/** Where several documents are checked: one line for each, with a link to its sheet. */
import { type Coverage, isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import type { UnreadDocument } from '../document.ts';
import { REPORT_WORDS } from '../html/words.ts';
import { countOf, type Sorted } from './checklist.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { textHeight } from './style.ts';

export interface Listed {
  readonly source: string;
  readonly coverage?: Coverage | undefined;
  /** Absent where no disclosure was recognised in the file. */
  readonly sheet?: { readonly name: string; readonly checklist: Sorted };
}

const WIDTHS = [6, 30, 14, 40, 7, 7, 7, 37] as const;
const HEAD = ['序号', '部门（单位）', '公开文本', '文件', '错误', '警告', '提示', '不符合要求的检查内容'];

/** The sheet that lists all documents with their counts. */
export function overviewGrid(name: string, listed: readonly Listed[], unread: readonly UnreadDocument[]): Grid {
  const lines: GridCell[][] = [
    ...listed.map((each, i) => lineOf(i + 1, each)),
    ...unread.map(({ source, why }, i) => failedLine(listed.length + i + 1, source, `没有读成：${why}`)),
  ];
  const blank = (count: number, style: GridCell['style']) => Array.from({ length: count }, (): GridCell => ({ style }));
  const rows: GridRow[] = [
    { height: 30, cells: [{ text: '公开情况检查汇总', style: 'title' }, ...blank(WIDTHS.length - 1, 'title')] },
    { height: 22, cells: HEAD.map((text) => ({ text, style: 'head' })) },
    ...lines.map((cells) => ({
      height: Math.max(20, ...cells.map(({ text = '' }, i) => textHeight(String(text), WIDTHS[i]!))),
      cells,
    })),
  ];
  return { name, widths: WIDTHS, rows, merges: [[0, 0, 0, WIDTHS.length - 1]], headRow: 1 };
}

function lineOf(number: number, { source, coverage, sheet }: Listed): GridCell[] {
  if (!sheet) return failedLine(number, source, '没有认出预决算公开的内容，请人工检查。');
  const { agency, year, stage, rows } = sheet.checklist;
  const { error, warning, notice } = countOf(rows.flatMap(({ findings }) => findings));
  const unmet = rows.filter(({ met }) => met === false).map(({ title }) => title);
  const level = agency.level === 'unit' ? '单位' : '部门';
  return [
    { text: number, style: 'center' },
    { text: agency.name, style: 'link', link: { target: '', location: `${quoted(sheet.name)}!A1` } },
    { text: `${year ? `${year}年` : ''}${level}${kindOf(stage).name}`, style: 'center' },
    { text: source, style: 'text' },
    { text: error, style: error > 0 ? 'unmet' : 'center' },
    { text: warning, style: 'center' },
    { text: notice, style: 'center' },
    { text: `${unmet.join('、') || '没有'}${inPart(coverage)}`, style: 'text' },
  ];
}

/** How much was read, where that is not all. */
function inPart(coverage: Coverage | undefined): string {
  const [read] = REPORT_WORDS.coverage;
  return coverage && !isWhollyUnderstood(coverage) ? `（${read(coverage)}）` : '';
}

function failedLine(number: number, source: string, why: string): GridCell[] {
  const none: GridCell = { style: 'center' };
  return [
    { text: number, style: 'center' },
    none,
    none,
    { text: source, style: 'text' },
    none,
    none,
    none,
    { text: why, style: 'note' },
  ];
}

/** A sheet's name in a reference. */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;
