/** Whose disclosure it is: agency, level, year and stage from captions, titles and the cover. */
import type { Agency, Stage } from '@mingsuan/core/disclosure';
import { stageInTitle } from '@mingsuan/core/model/document-kinds';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Paragraph } from '../layout.ts';
import { readCaptionLine } from './caption.ts';
import type { LogicalTable } from './logical-tables.ts';

export interface Identity {
  readonly agency: Agency;
  readonly year?: number;
  readonly stage: Stage;
}

/** The value that occurs most often; the first one where several do. */
function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}

/** Whose document it is, with what was doubtful. */
export function identify(tables: readonly LogicalTable[], text: readonly Paragraph[]): Identity {
  const statements = tables.filter((table) => table.form && table.form.rows !== 'records');
  const front = text.slice(0, 12).map((paragraph) => paragraph.text);
  const headings = text.filter(isHeading).map((paragraph) => paragraph.text);
  const titles = [...statements.map((table) => table.title), ...front, ...headings];
  const captions = [
    ...tables.map((table) => table.caption),
    ...text.slice(0, 12).flatMap((p) => readCaptionLine(p) ?? []),
  ];
  const name =
    mostCommon(captions.flatMap((c) => (c.agencyName ? [c.agencyName] : []))) ??
    nameInHeadings([...front, ...headings]);
  const code = mostCommon(
    captions.flatMap((c) => (c.agencyCode && (!name || c.agencyName === name) ? [c.agencyCode] : [])),
  );
  const years = [...captions.flatMap((c) => (c.year ? [c.year] : [])), ...titles.flatMap(yearsIn)];
  const year = mostCommon(years);
  const stage = mostCommon(titles.flatMap((title) => stageInTitle(title) ?? []));
  return {
    agency: { ...(code ? { code } : {}), name: name ?? '', level: levelOf(titles) },
    ...(year ? { year } : {}),
    stage: stage ?? 'budget',
  };
}

function isHeading(paragraph: Paragraph): boolean {
  const text = squeeze(paragraph.text);
  return text.length <= 50 && /\d{4}年/.test(text) && /(?:预算|决算)/.test(text) && !/[。；，]/.test(text);
}

/** Chinese year numbers (二〇二四年) are read too. */
function yearsIn(title: string): number[] {
  const digits = title.replace(/[〇○零一二三四五六七八九]{4}(?=年)/, (s) =>
    [...s].map((c) => '〇一二三四五六七八九'.indexOf(c.replace(/[○零]/, '〇'))).join(''),
  );
  const match = /((?:19|20)\d\d)\s*年/.exec(digits);
  return match ? [Number(match[1])] : [];
}

function nameInHeadings(headings: readonly string[]): string | undefined {
  for (const heading of headings) {
    const match = /^(.{3,40}?)(?:关于)?(?:(?:19|20)\d\d年度?)(?:部门|单位|区级|市级|省级|本级)*(?:预算|决算)/.exec(
      squeeze(heading),
    );
    if (match && !/^(?:第|[一二三四五六七八九十]+[、.])/.test(match[1]!)) return match[1];
  }
  return undefined;
}

function levelOf(titles: readonly string[]): Agency['level'] {
  let unit = 0;
  let department = 0;
  for (const title of titles) {
    const s = squeeze(title);
    if (/单位(?:财务|预算|决算|收支|收入|支出|财政|一般|政府|国有|"?三公|基本)|预算单位:/.test(s)) unit++;
    else if (/部门(?:财务|预算|决算|收支|收入|支出|财政|一般|政府|国有|"?三公|基本)|主管部门:/.test(s)) department++;
  }
  return unit > department ? 'unit' : 'department';
}
