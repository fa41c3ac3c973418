/** XLSX (ECMA-376 SpreadsheetML, transitional and strict; macro-enabled ones too, whose macros are not looked at) → Workbook. */
import { isOn, readXml, relationships } from '../office/xml.ts';
import { damaged, unzip, type ZipParts } from '../office/zip.ts';
import { readSheet, type SheetContext } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { type Sheet, tooManyCells, type Workbook } from './workbook.ts';

const PARTS = /^(?:_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/;

/** A department's workbook has some twenty. */
const MAX_SHEETS = 2000;

interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** @throws UnreadableInput */
export function readXlsxWorkbook(bytes: Uint8Array): Workbook {
  const parts = unzip(bytes, (path) => PARTS.test(path));
  const book = parts.text('xl/workbook.xml');
  if (book === undefined) throw damaged();
  const links = relationships(parts.text('xl/_rels/workbook.xml.rels'), 'xl');
  const linked = (type: string) => [...links.values()].find((link) => link.type === type)?.path ?? `xl/${type}.xml`;
  const { entries, is1904 } = readBook(book, links);
  const context: SheetContext = {
    strings: readSharedStrings(parts.text(linked('sharedStrings'))),
    styles: readStyles(parts.text(linked('styles')), is1904),
    budget: { cells: 0 },
  };
  if (entries.length > MAX_SHEETS) throw tooManyCells();
  return { sheets: entries.map((entry) => sheetOf(entry, parts, context)) };
}

function sheetOf({ name, isHidden, path }: SheetEntry, parts: ZipParts, context: SheetContext): Sheet {
  const xml = parts.text(path);
  if (xml === undefined) throw damaged();
  return { name, isHidden, ...readSheet(xml, context) };
}

function readBook(xml: string, links: ReturnType<typeof relationships>): { entries: SheetEntry[]; is1904: boolean } {
  const entries: SheetEntry[] = [];
  let is1904 = false;
  readXml(xml, {
    open(element, { name = '', state, id = '', date1904 }) {
      if (element === 'workbookPr' && date1904 !== undefined) is1904 = isOn(date1904);
      const link = element === 'sheet' ? links.get(id) : undefined;
      // Sheets of a chart or a dialogue hold no cells.
      if (link?.type !== 'worksheet' || entries.some(({ path }) => path === link.path)) return;
      entries.push({ name: name.trim(), isHidden: state === 'hidden' || state === 'veryHidden', path: link.path });
    },
  });
  return { entries, is1904 };
}
