/** In which order a disclosure's sections and tables stand. */
import type { ExplanationSection, TableFormId } from '@mingsuan/core/disclosure';
import { KINDS } from '@mingsuan/core/kinds/index';
import type { Template } from '@mingsuan/core/templates/index';
import { squeeze } from '@mingsuan/core/text/fold';

/** The statements stand after the first `statements` sections; each other table after as many as `tables` says. */
export interface Order {
  readonly statements: number;
  readonly tables: ReadonlyMap<TableFormId, number>;
}

/** Where statements and other tables stand among the sections. */
export function orderOf(explanation: readonly ExplanationSection[], template: Template | undefined): Order {
  const statements = statementsAfter(explanation, template?.tablesAfter);
  const after = (home: RegExp) =>
    explanation.findIndex((section) => !isPart(section) && home.test(section.title)) + 1 ||
    explanation.findIndex((section) => home.test(section.title)) + 1 ||
    Math.max(statements, explanation.length);
  return { statements, tables: new Map(KINDS.map(({ id, home }) => [id, after(home)])) };
}

/** Whether a section is the heading of a part, which sections stand under. */
export const isPart = (section: ExplanationSection) => section.part !== undefined && section.part === section.title;

function statementsAfter(sections: readonly ExplanationSection[], after: string | undefined): number {
  const announced = sections.findIndex((section) => isPart(section) && isBare(section) && TABLES.test(section.title));
  if (announced >= 0) return announced + 1;
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
