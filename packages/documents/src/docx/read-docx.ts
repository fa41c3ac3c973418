/**
 * DOCX (ECMA-376 WordprocessingML, transitional and strict) → Layout: the document as it reads when all tracked changes are
 * accepted. Headers, footers and comments are left out; footnotes stand after the paragraph or table that refers to them.
 */
import type { Problem } from '@mingsuan/core/disclosure';
import { Flow } from '../flow/flow.ts';
import { HIDDEN_TEXT, TRACKED_CHANGES } from '../flow/problems.ts';
import type { Layout } from '../layout.ts';
import { relationships } from '../office/xml.ts';
import { damaged, unzip } from '../office/zip.ts';
import { readBody, type Seen } from './body.ts';
import { readNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

const PARTS = /^(?:_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels)|word\/media\/[^/]+\.(?:png|jpe?g|tiff?))$/;

/** @throws UnreadableInput */
export function readDocx(bytes: Uint8Array): Layout {
  const parts = unzip(bytes, (path) => PARTS.test(path));
  const main = mainPart(parts.text('_rels/.rels'));
  const xml = parts.text(main);
  if (xml === undefined) throw damaged();
  const folder = main.slice(0, main.lastIndexOf('/'));
  const links = relationships(parts.text(`${folder}/_rels${main.slice(folder.length)}.rels`), folder);
  const linked = (type: string) => parts.text([...links.values()].find((link) => link.type === type)?.path ?? '');
  const flow = new Flow();
  const seen = readBody(xml, flow, {
    numbering: readNumbering(linked('numbering')),
    placeOfStyle: readStyles(linked('styles')),
    pictureOf: (id) => parts.bytes(links.get(id ?? '')?.path ?? ''),
    notes: new Map([...readNotes(linked('footnotes'), 'footnote'), ...readNotes(linked('endnotes'), 'endnote')]),
  });
  const { blocks, pictures } = flow.content();
  return { pages: [{ number: 1, blocks }], problems: problemsOf(seen), pictures };
}

function mainPart(xml: string | undefined): string {
  const link = [...relationships(xml, '').values()].find(({ type }) => type === 'officeDocument');
  return link?.path ?? 'word/document.xml';
}

function problemsOf({ isRevised, isHidden, embedded, pictures }: Seen): Problem[] {
  const problems: Problem[] = [...pictures.problems()];
  if (isRevised) problems.push(TRACKED_CHANGES);
  if (isHidden) problems.push(HIDDEN_TEXT);
  if (embedded > 0)
    problems.push({
      code: 'embedded-object',
      message: `文档里嵌入了 ${embedded} 个对象（例如 Excel 表格），没有读；请把其中的表改成 Word 表格后再读。`,
    });
  return problems;
}
