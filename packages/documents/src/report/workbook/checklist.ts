/** One disclosure's checklist as a sheet: 检查内容, 符合要求, 问题, 问题截图. */
import type { Checklist, ChecklistRow } from '@mingsuan/core/checklist/checklist';
import type { Severity } from '@mingsuan/core/finding';
import type { Coverage } from '@mingsuan/core/model/coverage';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { REPORT_WORDS } from '../html/words.ts';
import type { IllustratedFinding } from '../illustrate.ts';
import type { Grid, GridCell, GridRow, PlacedPicture } from './grid.ts';
import { HIGHEST_ROW, pixelsOf, type StyleName, textHeight } from './style.ts';

const WIDTHS = [7, 23, 6, 42, 60] as const;
const PROBLEM = 3;
const PICTURE = 4;

/** Around and between pictures, in pixels, and how high a whole page is shown. */
const GAP = 4;
const HIGHEST_PICTURE = 160;
const PIXELS_A_POINT = 4 / 3;
const SMALLEST_ROW = 20;
const MOST_CONSEQUENCES = 3;

export type Sorted = Checklist<IllustratedFinding>;

/** `source` is the file's name; `name` the sheet's. */
export function checklistGrid(name: string, source: string, checklist: Sorted, coverage?: Coverage): Grid {
  const { agency, rows } = checklist;
  const [read] = REPORT_WORDS.coverage;
  const file = `公开文本：${source.split(/[\\/]/).at(-1)}${coverage ? `\n读出情况：${read(coverage)}` : ''}`;
  const head: GridRow[] = [
    row(['title', titleOf(checklist)], 30),
    { height: 20, cells: aboutCells(agency, rows) },
    row(['about', file], textHeight(file, 120)),
    { height: 34, cells: ['检查内容', '', '符合要求', '问题', '问题截图'].map((text) => ({ text, style: 'head' })) },
  ];
  const merges: [number, number, number, number][] = [
    [0, 0, 0, PICTURE],
    [1, 0, 1, 2],
    [2, 0, 2, PICTURE],
    [3, 0, 3, 1],
  ];
  const scale = scaleOf(rows.flatMap(({ findings }) => findings));
  const body: GridRow[] = [];
  let groupStart = head.length;
  rows.forEach((item, i) => {
    const start = head.length + body.length;
    body.push(...itemRows(item, rows[i - 1]?.group !== item.group, scale));
    const end = head.length + body.length - 1;
    if (end > start) for (const column of [1, 2]) merges.push([start, column, end, column]);
    if (rows[i + 1]?.group === item.group) return;
    if (end > groupStart) merges.push([groupStart, 0, end, 0]);
    groupStart = end + 1;
  });
  const remarkRow = head.length + body.length;
  merges.push([remarkRow, 0, remarkRow, PICTURE]);
  const remark = row(['remark', REMARK], textHeight(REMARK, 120));
  return { name, widths: WIDTHS, rows: [...head, ...body, remark], merges, headRow: head.length - 1 };
}

const REMARK = [
  '说明：“是”表示程序的规则在读出的部分没有发现问题，“否”表示有错误或警告；空白的由人工检查后填写，“供参考”的提示由人工判断。',
  '问题由明算根据公开文本的文字和表格自动得出，截图中红框是问题所在，蓝框是依据，请核对后使用。',
].join('\n');

function titleOf({ year, region, agency, stage }: Sorted): string {
  const level = agency.level === 'unit' ? '单位' : '部门';
  return `${year ? `${year}年度` : ''}${region ?? ''}${level}${kindOf(stage).name}公开情况检查表`;
}

function aboutCells({ name, code, level }: Sorted['agency'], rows: Sorted['rows']): GridCell[] {
  const level1 = level === 'unit' ? '单位' : '部门';
  const counted = countOf(rows.flatMap(({ findings }) => findings));
  return [
    { text: `${level1}名称：${name}`, style: 'about' },
    { style: 'about' },
    { style: 'about' },
    { text: code ? `${level1}编码：${code}` : '', style: 'about' },
    { text: `问题：错误 ${counted.error} 个，警告 ${counted.warning} 个，提示 ${counted.notice} 个`, style: 'about' },
  ];
}

/** How many findings of each severity there are. */
export function countOf(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** An item takes a row for each of its findings, that each stands beside its pictures. */
function itemRows(item: ChecklistRow<IllustratedFinding>, startsGroup: boolean, scale: number): GridRow[] {
  const { title, group, met, note = '', findings } = item;
  const verdict: GridCell = {
    text: met === undefined ? '' : met ? '是' : '否',
    style: met === false ? 'unmet' : 'met',
  };
  const cells = (first: boolean, ...last: GridCell[]): GridCell[] => [
    { text: first && startsGroup ? group : '', style: 'center' },
    { text: first ? title : '', style: 'center' },
    first ? verdict : { style: verdict.style },
    ...last,
  ];
  if (findings.length === 0) {
    const height = Math.max(SMALLEST_ROW, textHeight(note, WIDTHS[PROBLEM]), textHeight(title, WIDTHS[1]));
    return [{ height, cells: cells(true, { text: note, style: 'note' }, { style: 'text' }) }];
  }
  return findings.map((finding, i) => {
    const text = `${findings.length > 1 ? `${i + 1}.` : ''}${problemText(finding)}`;
    const quote = finding.pictures.length > 0 ? '' : quoteOf(finding);
    const { pictures, height } = placePictures(finding, scale);
    const needed = [textHeight(text, WIDTHS[PROBLEM]), textHeight(quote, WIDTHS[PICTURE]), height, SMALLEST_ROW];
    const own = i === 0 ? textHeight(title, WIDTHS[1]) : 0;
    return {
      height: Math.min(HIGHEST_ROW, Math.max(own, ...needed)),
      pictures,
      cells: cells(i === 0, { text, style: 'text' }, { text: quote, style: 'text' }),
    };
  });
}

function problemText({ severity, message, suggestion, consequences = [], evidence }: IllustratedFinding): string {
  const pages = [
    ...new Set(
      evidence.flatMap(({ origin: { page, source } }) => (page === undefined || source !== undefined ? [] : [page])),
    ),
  ];
  return [
    severity === 'notice' ? '（供参考）' : '',
    ended(message),
    suggestion ? ended(suggestion) : '',
    consequences.length > 0 ? ended(`由此还有：${consequences.slice(0, MOST_CONSEQUENCES).join('；')}`) : '',
    pages.length > 0 ? `（第${pages.join('、')}页）` : '',
  ].join('');
}

const ended = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`);

/** A text has no pages to show: its lines are quoted. */
function quoteOf({ evidence }: IllustratedFinding): string {
  return evidence
    .filter(({ text }) => text !== '')
    .slice(0, 3)
    .map(({ text, origin }) => `${origin.line ? `第${origin.line}行：` : ''}${text}`)
    .join('\n');
}

/** Pixels a point for all of a checklist: the widest picture fits the column, and a figure is as large in one as in another. */
function scaleOf(findings: readonly IllustratedFinding[]): number {
  const wide = pixelsOf(WIDTHS[PICTURE]) - 2 * GAP - 2;
  return Math.min(...findings.flatMap(({ pictures }) => pictures.map(({ width }) => wide / width)));
}

/** Below each other, no higher than a row can be. */
function placePictures(
  { pictures, rule }: IllustratedFinding,
  shared: number,
): { pictures: PlacedPicture[]; height: number } {
  // A whole page is an overview: smaller.
  const scale = Math.min(shared, ...pictures.map(({ height }) => HIGHEST_PICTURE / height));
  const natural = pictures.map((picture) => ({
    picture,
    width: picture.width * scale,
    height: picture.height * scale,
  }));
  const room = HIGHEST_ROW * PIXELS_A_POINT - GAP * (pictures.length + 1);
  const shrink = Math.min(
    1,
    room /
      Math.max(
        1,
        natural.reduce((sum, { height }) => sum + height, 0),
      ),
  );
  let y = GAP;
  const placed = natural.map(({ picture, width, height }): PlacedPicture => {
    const title = `${picture.source ? `${picture.source} ` : ''}第${picture.page}页截图（${rule}）`;
    const at = { picture, column: PICTURE, x: GAP, y, width: width * shrink, height: height * shrink, title };
    y += at.height + GAP;
    return at;
  });
  return { pictures: placed, height: placed.length > 0 ? y / PIXELS_A_POINT : 0 };
}

function row([style, text]: readonly [StyleName, string], height: number): GridRow {
  return { height, cells: [{ text, style }, ...Array.from({ length: PICTURE }, (): GridCell => ({ style }))] };
}
