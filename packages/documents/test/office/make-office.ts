/** Office files made of XML strings, and layouts printed so that a test can be read. */
import { strToU8, zipSync } from 'fflate';
import type { Layout } from '../../src/layout.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const rels = (entries: Readonly<Record<string, string>>): string =>
  `<Relationships>${Object.entries(entries)
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${R}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A Word document of its body's XML; `parts` are further parts by relationship type (styles, numbering, footnotes). */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const wrapped = Object.entries(parts).map(([type, xml]) => [
    `word/${type}.xml`,
    `<w:${type} xmlns:w="${W}">${xml}</w:${type}>`,
  ]);
  return zip({
    '_rels/.rels': rels({ officeDocument: 'word/document.xml' }),
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': rels(Object.fromEntries(Object.keys(parts).map((type) => [type, `${type}.xml`]))),
    ...Object.fromEntries(wrapped),
  });
}

/** `<w:p>` of a text; a tab in it is a tab. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r>${text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${part}</w:t>`)
    .join('<w:tab/>')}</w:r></w:p>`;

export interface SheetXml {
  readonly name: string;
  readonly state?: string;
  /** Rows of `<c>` XML, or whole `<row>` elements. */
  readonly rows: readonly string[];
  /** What stands before and after the rows: `<cols>`, `<mergeCells>`. */
  readonly before?: string;
  readonly after?: string;
}

export interface BookXml {
  readonly sheets: readonly SheetXml[];
  readonly strings?: readonly string[];
  /** Number format codes; style i uses the i-th, and style `formats.length + i` the same with borders. */
  readonly formats?: readonly string[];
  readonly properties?: string;
}

export function xlsx({ sheets, strings = [], formats = [], properties = '' }: BookXml): Uint8Array {
  const entries = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"${state ? ` state="${state}"` : ''}/>`,
  );
  const links = sheets.map(
    (_, i) => `<Relationship Id="s${i}" Type="${R}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
  );
  const codes = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`);
  const xfs = [0, 1].flatMap((border) => formats.map((_, i) => `<xf numFmtId="${200 + i}" borderId="${border}"/>`));
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="${R}">${properties}<sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes.join('')}</numFmts><borders><border/><border><left style="thin"/></border></borders><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i}.xml`, sheetXml(sheet)])),
  });
}

function sheetXml({ rows, before = '', after = '' }: SheetXml): string {
  const data = rows.map((row) => (row.startsWith('<row') ? row : `<row>${row}</row>`));
  return `<worksheet>${before}<sheetData>${data.join('')}</sheetData>${after}</worksheet>`;
}

/** A cell: a number by its style, a text as it stands; an empty text is no cell. */
export function c(value: string | number, style = 0): string {
  if (typeof value === 'number') return `<c s="${style}"><v>${value}</v></c>`;
  return `<c s="${style}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Paragraphs as they are; table rows as `| a | b |`, with `<` and `^` where a merge covers. */
export function shown({ pages }: Pick<Layout, 'pages'>): string[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.rows.map(
            (row) =>
              `| ${row.map(({ text, covered }) => (covered === 'left' ? '<' : covered === 'above' ? '^' : text.replaceAll('\n', '⏎'))).join(' | ')} |`,
          ),
    ),
  );
}
