/** Disclosures → Layout: the whole document as its template prints it, for any writer. */
import type { Disclosure, ExplanationSection, TableFormId } from '@mingsuan/core/disclosure';
import { formById } from '@mingsuan/core/forms/index';
import { type Template, templateById } from '@mingsuan/core/templates/index';
import type { Block, Layout, Paragraph } from '../layout.ts';
import { captionedStatement, recordTables, type TableScene } from './captioned.ts';
import { contentsParagraphs, type OutlineEntry } from './contents.ts';
import { isWide, pagesOf, type Sheet } from './flow.ts';
import { isPart, orderOf } from './order.ts';
import { headingText, paragraph } from './paragraphs.ts';
import { statementTable } from './statement-table.ts';
import { withSums } from './sums.ts';
import { tableNames } from './table-names.ts';
import { wordsFor } from './wording.ts';

/**
 * Composes a published document: a department first, then its units. Each is printed by its own template, or all by
 * `template` where it is given; what a template has no layout for is printed by the columns that the data have.
 */
export function compose(document: readonly Disclosure[], template?: Template): Layout {
  const outline = new Outline();
  const names = tableNames();
  const parts = document.map((disclosure, i) => {
    const prefix = i === 0 ? '' : (disclosure.agency.code ?? disclosure.agency.name);
    return composeOne(disclosure, template ?? templateById(disclosure.template), outline, i === 0, (name) =>
      names(prefix, name),
    );
  });
  const sheets = parts.flatMap(({ cover, body }, i) => {
    const { contents } = document[i]!;
    const page = i === 0 || contents.length > 0 ? contentsParagraphs(contents, outline.entries) : [];
    return [{ blocks: cover, landscape: false, alone: true }, { blocks: page, landscape: false, alone: true }, ...body];
  });
  return { pages: pagesOf(sheets), problems: [] };
}

/** Collects what contents may lead to, and names the targets. */
class Outline {
  readonly entries: OutlineEntry[] = [];

  add(title: string, level: OutlineEntry['level'], listed: boolean): string {
    const target = `p${this.entries.length + 1}`;
    this.entries.push({ title, level, target, listed });
    return target;
  }
}

interface Composed {
  readonly cover: readonly Paragraph[];
  readonly body: readonly Sheet[];
}

const TABLES: readonly TableFormId[] = ['organization', 'performance', 'duty-performance', 'procurement', 'assets'];

function composeOne(
  disclosure: Disclosure,
  template: Template | undefined,
  outline: Outline,
  isFirst: boolean,
  nameOf: (name: string) => string,
): Composed {
  const words = wordsFor(disclosure, template);
  const { sections, cover } = coverOf(disclosure, words.cover, isFirst);
  const scene: TableScene = {
    disclosure,
    template,
    words,
    nameOf,
    caption: (title, listed) => paragraph(title, { is: 'caption', target: outline.add(title, 2, isFirst && listed) }),
  };
  const order = orderOf({ ...disclosure, explanation: sections }, template);
  if (!isFirst && cover.length > 0) outline.add(cover[0]!.text, 1, true);
  const projects = template?.sections.filter((title) => title.includes('{project}')) ?? [];
  const sheets: Sheet[] = [];
  let headings: Paragraph[] = [];
  const put = (blocks: readonly Block[], alone: boolean) => {
    sheets.push({ blocks: [...headings, ...blocks], landscape: isWide(blocks), alone });
    headings = [];
  };
  const tablesAfter = (count: number) => {
    if (count === order.statements)
      for (const blocks of statementBlocks(disclosure, template, scene)) put(blocks, true);
    for (const form of TABLES)
      if (order.tables.get(form) === count) for (const blocks of recordTables(form, scene)) put(blocks, false);
  };
  tablesAfter(0);
  sections.forEach((section, i) => {
    const heading = headingOf(section, outline, isFirst, projects);
    if (heading) headings.push(heading);
    const text = section.paragraphs.map((block) => paragraph(block.text, { is: 'body' }));
    if (text.length > 0) put(text, false);
    tablesAfter(i + 1);
  });
  put([], false);
  return { cover, body: sheets };
}

/** An untitled first section is the cover as printed; else one is made, unless a heading opens a unit's part. */
function coverOf(
  { explanation }: Disclosure,
  lines: readonly string[],
  isFirst: boolean,
): { readonly cover: Paragraph[]; readonly sections: readonly ExplanationSection[] } {
  const [first, ...rest] = explanation;
  const asCover = (texts: readonly string[]) => texts.map((text) => paragraph(text, { is: 'cover' }));
  if (first && first.title === '' && first.paragraphs.every(({ text }) => text.length <= 60 && !/[。；]/.test(text)))
    return { cover: asCover(first.paragraphs.map(({ text }) => text)), sections: rest };
  const opened = !isFirst && first !== undefined && isPart(first) && first.paragraphs.length === 0;
  return { cover: opened ? [] : asCover(lines), sections: explanation };
}

function headingOf(
  section: ExplanationSection,
  outline: Outline,
  isFirst: boolean,
  projects: readonly string[],
): Paragraph | undefined {
  if (section.title === '') return undefined;
  const text = headingText(section);
  const level = isPart(section) ? 1 : 2;
  const ofProject = projects.some((pattern) => section.part?.endsWith(pattern.split('}').at(-1)!));
  const listed = isPart(section) ? isFirst || section.paragraphs.length === 0 : isFirst && !ofProject;
  return paragraph(text, { is: 'heading', level, target: outline.add(text, level, listed) });
}

function statementBlocks(disclosure: Disclosure, template: Template | undefined, scene: TableScene): Block[][] {
  const { stage, year, agency } = disclosure;
  const tables = disclosure.statements.map((statement) => {
    const form = template?.forms.find(
      (candidate) => candidate.form === statement.form && (candidate.level ?? agency.level) === agency.level,
    );
    return statementTable(statement, scene.nameOf(formById(statement.form).name), {
      stage,
      ...(year ? { year } : {}),
      ...(form ? { template: form } : {}),
    });
  });
  return withSums(disclosure, tables).map((table, i) => captionedStatement(disclosure.statements[i]!, table, scene));
}
