/** Whose disclosure it is: agency, level, year and stage from captions, titles and the cover. */
import type { Agency, Stage } from '@mingsuan/core/disclosure';
import { stageInTitle } from '@mingsuan/core/model/document-kinds';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Paragraph } from '../layout.ts';
import { agencyInLine, agencyOnCover, withoutSummary } from './agency-name.ts';
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

/** What says whose document it is beside its stream: its running headers, and last of all the file's name. */
export interface Beside {
  readonly running: readonly string[];
  readonly source?: string;
}

/**
 * The fields of a document by the most of what names it: captions, then its cover, headings and running headers, and the file's
 * name where nothing in it does. An agency that nothing names has the empty name, which equals no other.
 */
export function identify(
  tables: readonly LogicalTable[],
  text: readonly Paragraph[],
  { running, source }: Beside = { running: [] },
): Identity {
  const statements = tables.filter((table) => table.form && table.form.rows !== 'records');
  const front = text.slice(0, 12).map((paragraph) => paragraph.text);
  const headings = text.filter(isHeading).map((paragraph) => paragraph.text);
  const titles = [...statements.map((table) => table.title), ...front, ...headings];
  const captions = [
    ...tables.map((table) => table.caption),
    ...text.slice(0, 12).flatMap((p) => readCaptionLine(p) ?? []),
  ];
  const file = source === undefined ? [] : [source.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')];
  const name =
    mostCommon(
      captions.flatMap((c) => (c.agencyName && isNamed(c.agencyName) ? [withoutSummary(c.agencyName)] : [])),
    ) ??
    agencyOnCover(cover(text)) ??
    [...running, ...headings].map(agencyInLine).find((found) => found !== undefined) ??
    nameInHeadings([...front, ...headings]) ??
    file.map(agencyInLine).find((found) => found !== undefined);
  const code = mostCommon(
    captions.flatMap((c) => (c.agencyCode && (!name || c.agencyName === name) ? [c.agencyCode] : [])),
  );
  const years = [...captions.flatMap((c) => (c.year ? [c.year] : [])), ...titles.flatMap(yearsIn)];
  const year = mostCommon(years) ?? mostCommon([...running, ...file].flatMap(yearsIn));
  const stage = mostCommon(titles.flatMap((title) => stageInTitle(title) ?? []));
  return {
    agency: { ...(code ? { code } : {}), name: name ?? '', level: levelOf(titles) },
    ...(year ? { year } : {}),
    stage: stage ?? 'budget',
  };
}

/** A name in a caption is as it is printed; only what is a sum of money, a unit or a sentence is none. */
const isNamed = (name: string) =>
  !/^(?:万|亿)?元(?:\(.*\))?$|^万$|[。；！？]/.test(squeeze(name)) && squeeze(name).length > 1;

/** The lines of the first page: what stands after them is text. */
function cover(text: readonly Paragraph[]): readonly string[] {
  const page = text[0]?.origin.page;
  return text
    .slice(0, 8)
    .filter(({ origin, text: line }) => origin.page === page && line.length <= 60)
    .map(({ text: line }) => line);
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
    if (match && !/^(?:第|[一二三四五六七八九十]+[、.])|^(?:部门|单位|本)/.test(match[1]!)) return match[1];
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
