/** One agency's part of a document: its cover, and its sections and tables in the order of its template. */
import type { Disclosure, ExplanationSection } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { KINDS } from '@mingsuan/core/kinds/index';
import { tablesOf } from '@mingsuan/core/model/tables';
import type { Template } from '@mingsuan/core/templates/index';
import type { Block, Paragraph } from '../layout.ts';
import { captionedRecords, captionedStatement, type TableScene } from './captioned.ts';
import { isWide, type Sheet } from './flow.ts';
import { isDivider, isPart, orderOf, type Place } from './order.ts';
import type { Outline } from './outline.ts';
import { headingText, paragraph } from './paragraphs.ts';
import { statementTable } from './statement-table.ts';
import { withSums } from './sums.ts';
import { inOneSet } from './widths.ts';
import { wordsFor } from './wording.ts';

export interface AgencyPart {
  readonly cover: readonly Paragraph[];
  readonly body: readonly Sheet[];
}

export interface PartOptions {
  readonly jurisdictions: Jurisdictions;
  readonly template: Template | undefined;
  readonly outline: Outline;
  /** Whether cells say which others they are the sum of. */
  readonly sums: boolean;
  /** Whether the document opens with it; the others stand in the contents with one line. */
  readonly isFirst: boolean;
  readonly nameOf: (name: string) => string;
}

/** The blocks of one agency's part, in its template's order. */
export function agencyPart(disclosure: Disclosure, options: PartOptions): AgencyPart {
  const { template, outline, isFirst, nameOf, jurisdictions, sums } = options;
  const words = wordsFor(disclosure, template, jurisdictions);
  const { lines, sections } = coverOf(disclosure.explanation, words.cover, isFirst);
  const target = !isFirst && lines.length > 0 ? outline.add(words.title, 1, true) : undefined;
  const cover = lines.map((line, i) =>
    paragraph(line, { is: 'cover', ...(i === 0 && target ? { target } : {}), ...(i > 0 ? { below: true } : {}) }),
  );
  const scene: TableScene = {
    disclosure,
    template,
    words,
    nameOf,
    caption: (title, listed) =>
      paragraph(title, { is: 'caption', target: outline.add(title, 2, isFirst && listed, true) }),
  };
  const order = orderOf(disclosure, sections, template);
  const body: Sheet[] = [];
  let headings: Paragraph[] = [];
  const put = (blocks: readonly Block[], alone: boolean) => {
    const fresh =
      template?.parts === 'apart' && headings.some(({ style }) => style?.is === 'heading' && style.level === 1);
    const landscape = template?.page === 'landscape' || isWide(blocks);
    body.push({ blocks: [...headings, ...blocks], landscape, alone, ...(fresh ? { fresh } : {}) });
    headings = [];
  };
  const putRecords = (isHere: (place: Place) => boolean) => {
    for (const kind of KINDS)
      for (const table of tablesOf(disclosure, kind))
        if (isHere(order.places.get(table)!)) put(captionedRecords(kind, table, scene), false);
  };
  const putTables = (after: number) => {
    if (after === order.statements)
      statements(scene, sums).forEach((blocks, i) => {
        put(blocks, true);
        putRecords((place) => 'statements' in place && place.statements === i + 1);
      });
    putRecords((place) => 'sections' in place && place.sections === after);
  };
  const firstText = sections.findIndex((section) => !isDivider(section));
  putTables(0);
  sections.forEach((section, i) => {
    const opens = cover.length === 0 && i < firstText;
    headings.push(...headingOf(section, outline, isFirst ? isListed(section, template) : opens));
    const text = section.paragraphs.map((block) => paragraph(block.text, { is: 'body' }));
    if (text.length > 0) put(text, false);
    putTables(i + 1);
  });
  put([], false);
  return { cover, body: sharingWidths(body) };
}

/** The sheets of all projects in one set of columns. */
function sharingWidths(body: readonly Sheet[]): Sheet[] {
  const blocks = inOneSet(body.flatMap((sheet) => sheet.blocks));
  let at = 0;
  return body.map((sheet) => {
    const from = at;
    at += sheet.blocks.length;
    return { ...sheet, blocks: blocks.slice(from, at) };
  });
}

/** An untitled first section is the cover as printed; else one is made, unless a heading opens a unit's part. */
function coverOf(
  explanation: readonly ExplanationSection[],
  made: readonly string[],
  isFirst: boolean,
): { readonly lines: readonly string[]; readonly sections: readonly ExplanationSection[] } {
  const [first, ...rest] = explanation;
  if (first && first.title === '' && first.paragraphs.every(({ text }) => text.length <= 60 && !/[。；]/.test(text)))
    return { lines: first.paragraphs.map(({ text }) => text), sections: rest };
  const isOpened = !isFirst && first !== undefined && isDivider(first);
  return { lines: isOpened ? [] : made, sections: explanation };
}

function headingOf(section: ExplanationSection, outline: Outline, listed: boolean): Paragraph[] {
  if (section.title === '') return [];
  const text = headingText(section);
  const level = isPart(section) ? 1 : 2;
  return [paragraph(text, { is: 'heading', level, target: outline.add(text, level, listed) })];
}

/** Contents list every section but those within the description of a project. */
function isListed(section: ExplanationSection, template: Template | undefined): boolean {
  if (template?.contents?.partsOnly && !isPart(section)) return false;
  const projects = template?.sections.filter((title) => title.startsWith('{project}')) ?? [];
  return isPart(section) || !projects.some((title) => section.part?.endsWith(title.replace('{project}', '')));
}

function statements(scene: TableScene, sums: boolean): Block[][] {
  const { disclosure, template } = scene;
  const { stage, year, agency } = disclosure;
  const made = disclosure.statements.map((statement) => {
    const form = template?.forms.find(
      (candidate) => candidate.form === statement.form && (candidate.level ?? agency.level) === agency.level,
    );
    return statementTable(statement, scene.nameOf(formById(statement.form).name), {
      stage,
      ...(year ? { year } : {}),
      ...(form ? { template: form } : {}),
    });
  });
  const tables = sums ? withSums(disclosure, made) : made.map(({ table }) => table);
  return tables.map((table, i) => captionedStatement(disclosure.statements[i]!, table, scene));
}
