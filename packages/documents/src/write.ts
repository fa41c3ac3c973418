/** Disclosures → the bytes of a document, in any format that is written. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import type { Template } from '@mingsuan/core/templates/index';
import { compose } from './compose/compose.ts';
import type { Layout } from './layout.ts';
import type { WriteFormat } from './write-formats.ts';

interface Names {
  readonly title: string;
  /** The agency that publishes. */
  readonly author: string;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Loaded when they are asked for: each brings libraries of its own. */
const WRITERS: Readonly<Record<WriteFormat, (layout: Layout, names: Names) => Promise<Uint8Array>>> = {
  docx: async (layout, names) => (await import('./docx/write/write-docx.ts')).writeDocx(layout, names),
  pdf: async (layout, names) => (await import('./pdf/write/write-pdf.ts')).writePdf(layout, names),
  ofd: async (layout, names) => (await import('./ofd/write/write-ofd.ts')).writeOfd(layout, names),
  xlsx: async (layout, names) => (await import('./xlsx/write/write-workbook.ts')).writeWorkbook(layout, names),
  html: async (layout) => encode((await import('./html/write-html.ts')).writeHtml(layout)),
  md: async (layout) => encode((await import('./markdown/write-markdown.ts')).writeMarkdown(layout)),
  txt: async (layout) => encode((await import('./text/write-text.ts')).writeText(layout)),
};

/** Writes a document: one disclosure, or a department's with its units' after it. */
export async function writeDocument(
  disclosures: readonly Disclosure[],
  format: WriteFormat,
  template?: Template,
  jurisdictions?: Jurisdictions,
): Promise<Uint8Array> {
  const layout = compose(disclosures, template, jurisdictions, { sums: format === 'xlsx' });
  return writeLayout(layout, format, namesOf(disclosures));
}

/** The bytes of a composed layout in a format. */
export function writeLayout(layout: Layout, format: WriteFormat, names: Names): Promise<Uint8Array> {
  return WRITERS[format](layout, names);
}

/** A document's title and author, as formats keep them beside the text. */
export function namesOf([first]: readonly Disclosure[]): Names {
  if (!first) return { title: '', author: '' };
  const { agency, year, stage } = first;
  const what = `${agency.level === 'unit' ? '单位' : '部门'}${kindOf(stage).name}`;
  return { title: `${agency.name}${year ? `${year}年` : ''}${what}`, author: agency.name };
}
