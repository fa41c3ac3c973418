/** In which order a disclosure's sections and tables stand. */
import type { Disclosure, ExplanationSection, RecordTable } from '@mingsuan/core/disclosure';
import { KINDS } from '@mingsuan/core/kinds/index';
import type { Template } from '@mingsuan/core/templates/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { listedAt } from './listed.ts';

/** The statements stand after the first `statements` sections, the other tables where `places` says. */
export interface Order {
  readonly statements: number;
  readonly places: ReadonlyMap<RecordTable, Place>;
}

/** After so many sections, or within the statements after so many of them. */
export type Place = { readonly sections: number } | { readonly statements: number };

/** Where statements and other tables stand among the sections: as the contents that the disclosure prints list them, else as its template has them. */
export function orderOf(
  { contents, statements, tables }: Pick<Disclosure, 'contents' | 'statements' | 'tables'>,
  sections: readonly ExplanationSection[],
  template: Template | undefined,
): Order {
  const listed = (title: string) => listedAt(contents, title);
  const atStatements = statements.map(({ title }) => listed(title));
  const first =
    announcedAfter(sections) ??
    listedAfter(sections, listed, Math.min(...atStatements.filter((at) => at >= 0))) ??
    usuallyAfter(sections, template?.tablesAfter);
  const home = (pattern: RegExp) =>
    sections.findIndex((section) => !isPart(section) && pattern.test(section.title)) + 1 ||
    sections.findIndex((section) => pattern.test(section.title)) + 1 ||
    Math.max(first, sections.length);
  const homes = new Map<string, number>(KINDS.map(({ id, home: pattern }) => [id, home(pattern)]));
  const placeOf = ({ form, title }: RecordTable): Place => {
    const at = listed(title);
    const before = at < 0 ? -1 : atStatements.findLastIndex((each) => each >= 0 && each < at);
    const isWithin = before >= 0 && atStatements.some((each) => each > at);
    return isWithin ? { statements: before + 1 } : { sections: homes.get(form) ?? sections.length };
  };
  return { statements: first, places: new Map(tables.map((table) => [table, placeOf(table)])) };
}

/** Whether a section is the heading of a part, which sections stand under. */
export const isPart = (section: ExplanationSection) => section.part !== undefined && section.part === section.title;

/** After a heading of nothing but the tables. */
function announcedAfter(sections: readonly ExplanationSection[]): number | undefined {
  const announced = sections.findIndex((section) => isPart(section) && isBare(section) && TABLES.test(section.title));
  return announced < 0 ? undefined : announced + 1;
}

/** Before the first section that the contents list behind the first statement; the heading of its part goes with it. */
function listedAfter(
  sections: readonly ExplanationSection[],
  listed: (title: string) => number,
  firstStatement: number,
): number | undefined {
  const at = sections.map(({ title }) => listed(title));
  if (!Number.isFinite(firstStatement) || at.every((each) => each < 0)) return undefined;
  let next = at.findIndex((each) => each > firstStatement);
  if (next < 0) return sections.length;
  while (next > 0 && at[next - 1]! < 0 && isPart(sections[next - 1]!)) next -= 1;
  return next;
}

/** As the template has them; else before the text. */
function usuallyAfter(sections: readonly ExplanationSection[], after: string | undefined): number {
  const named = after && titleKey(after);
  const last = named
    ? sections.findLastIndex((section) => titleKey(section.part ?? section.title).endsWith(named))
    : -1;
  if (last >= 0) return last + 1;
  const text = sections.findIndex((section) => section.title !== '' && !isDivider(section));
  return text < 0 ? sections.length : text;
}

const TABLES = /(?:预算|决算)(?:公开)?(?:报|附)?表$/;

const isBare = (section: ExplanationSection) => section.paragraphs.length === 0;

/** 第一部分 部门预算, 一、某某中心收支预算: headings that the tables follow. */
export const isDivider = (section: ExplanationSection) =>
  isPart(section) && isBare(section) && /(?:预算|决算)$/.test(section.title);

/** A section's title without its number, its agency, year and level. */
const titleKey = (title: string) =>
  squeeze(title.replace(/\{\w+\}/g, ''))
    .replace(/^第.部分/, '')
    .replace(/\d{4}年度?/g, '')
    .replace(/^年度?/, '')
    .replace(/(?:部门|单位)/g, '');
