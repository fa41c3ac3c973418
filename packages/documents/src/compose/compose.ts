/** Disclosures → Layout: the whole document as its template prints it, for any writer. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { type Template, templateById } from '@mingsuan/core/templates/index';
import type { Layout } from '../layout.ts';
import { agencyPart } from './agency-part.ts';
import { contentsParagraphs } from './contents.ts';
import { pagesOf } from './flow.ts';
import { Outline } from './outline.ts';
import { tableNames } from './table-names.ts';

/**
 * Composes a published document: a department first, then its units. Each is printed by its own template, or all by
 * `template` where it is given; what a template has no layout for is printed by the columns that the data have.
 * Nothing is made up: a note, a section or a table that the disclosure lacks is not printed. Cover, contents and the
 * lines between a table's title and the table are the template's, and contents that the disclosure has are kept. With
 * `sums` cells that the table itself adds up say of which cells: only workbooks write formulas.
 */
export function compose(
  document: readonly Disclosure[],
  template?: Template,
  jurisdictions: Jurisdictions = bundled(),
  { sums = false }: { readonly sums?: boolean } = {},
): Layout {
  const outline = new Outline();
  const names = tableNames();
  const used = document.map((disclosure) => template ?? templateById(disclosure.template, jurisdictions));
  const parts = document.map((disclosure, i) => {
    const prefix = i === 0 ? '' : (disclosure.agency.code ?? disclosure.agency.name);
    return agencyPart(disclosure, {
      jurisdictions,
      template: used[i],
      outline,
      sums,
      isFirst: i === 0,
      nameOf: (name) => names(prefix, name),
    });
  });
  const sheets = parts.flatMap(({ cover, body }, i) => {
    const { contents } = document[i]!;
    const entries =
      i === 0 || contents.length > 0 ? contentsParagraphs(contents, outline.entries, used[i]?.contents) : [];
    const landscape = used[i]?.page === 'landscape';
    return [{ blocks: cover, landscape, alone: true }, { blocks: entries, landscape, alone: true }, ...body];
  });
  const style = used[0]?.style;
  return { pages: pagesOf(sheets), problems: [], ...(style ? { style } : {}) };
}
