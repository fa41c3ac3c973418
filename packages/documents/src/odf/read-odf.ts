/** OpenDocument (ISO/IEC 26300) → Layout: texts (odt, fodt) and spreadsheets (ods, fods), as packages or as one flat XML. */
import type { Layout } from '../layout.ts';
import { damaged, unzip } from '../office/zip.ts';
import { locked } from '../protected/wrong.ts';
import { layoutOf } from '../xlsx/read-workbook.ts';
import type { Workbook } from '../xlsx/workbook.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { readOdfStyles } from './styles.ts';
import { type PictureOf, readTextBody } from './text-body.ts';

const PARTS = /^(?:(?:content|styles|meta-inf\/manifest)\.xml|pictures\/[^/]+\.(?:png|jpe?g|tiff?))$/;

export type OdfKind = 'odt' | 'ods';

/** A package. @throws UnreadableInput */
export function readOdf(kind: OdfKind, bytes: Uint8Array): Layout {
  const { content, styles, pictureOf } = partsOf(bytes);
  return layout(kind, content, styles, pictureOf);
}

/** What a spreadsheet says, sheet by sheet. @throws UnreadableInput */
export const readOdsWorkbook = (bytes: Uint8Array): Workbook => ({ sheets: readSpreadsheet(partsOf(bytes).content) });

interface Parts {
  readonly content: string;
  readonly styles: string | undefined;
  readonly pictureOf: PictureOf;
}

function partsOf(bytes: Uint8Array): Parts {
  const parts = unzip(bytes, (path) => PARTS.test(path));
  if (/<[\w:]*encryption-data\b/.test(parts.text('META-INF/manifest.xml') ?? '')) throw locked(undefined);
  const content = parts.text('content.xml');
  if (content === undefined) throw damaged();
  return { content, styles: parts.text('styles.xml'), pictureOf: (path = '') => parts.bytes(path) };
}

/** The same as one XML text. @throws UnreadableInput */
export const readFlatOdf = (kind: OdfKind, xml: string): Layout => layout(kind, xml);

function layout(kind: OdfKind, content: string, styles?: string, pictureOf?: PictureOf): Layout {
  if (kind === 'ods') return layoutOf({ sheets: readSpreadsheet(content) });
  return readTextBody(content, readOdfStyles(styles === undefined ? [content] : [styles, content]), pictureOf);
}
