/** The main part of a Word document → paragraphs and tables, in order. */
import type { Flow } from '../flow/flow.ts';
import type { Numbering } from '../flow/lists.ts';
import { Pictures } from '../flow/pictures.ts';
import { type Attributes, isOn, readXml } from '../office/xml.ts';
import { superscript } from '../superscript.ts';
import type { ListPlace } from './styles.ts';

/** What a document holds that is not read as it stands. */
export interface Seen {
  isRevised: boolean;
  isHidden: boolean;
  embedded: number;
  readonly pictures: Pictures;
}

export interface BodyContext {
  readonly numbering: Numbering;
  readonly placeOfStyle: (style: string) => ListPlace;
  /** Notes by `footnote 2`. */
  readonly notes: ReadonlyMap<string, string>;
  /** A picture by the id of its relationship; undefined where it is none that can be read. */
  readonly pictureOf: (id: string | undefined) => Uint8Array | undefined;
}

interface OpenParagraph {
  text: string;
  style: string;
  readonly place: { list?: string; level?: number };
  isNumbered: boolean;
  /** Pictures on its line: their bytes, or undefined where the file does not hold them. */
  pictures: (Uint8Array | undefined)[];
  /** Notes it refers to stand after it. */
  readonly notes: string[];
}

interface OpenCell {
  colSpan: number;
  goesOn: boolean;
  isOpen: boolean;
}

/** Elements whose content is no text of the document: deleted, moved away, a copy for older programs, a reading. */
const SKIPPED = new Set(
  ['del', 'moveFrom', 'Fallback', 'rt', 'instrText', 'delText', 'delInstrText', 'pPrChange'].concat(
    'rPrChange',
    'tblPrChange',
    'trPrChange',
    'tcPrChange',
    'sectPrChange',
  ),
);

/** Reads the main part into the flow, and says what of it is not read as it stands. */
export function readBody(xml: string, flow: Flow, context: BodyContext): Seen {
  const seen: Seen = { isRevised: false, isHidden: false, embedded: 0, pictures: new Pictures() };
  const paragraphs: OpenParagraph[] = [];
  const rows: { column: number; isDropped: boolean }[] = [];
  const cells: OpenCell[] = [];
  const pendingNotes: string[] = [];
  let skipped = 0;
  let isRunHidden = false;
  let isRunRaised = false;
  let runText = '';

  const add = (text: string) => {
    runText += text;
  };
  const endLine = () => {
    endRun();
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    openCell();
    if (paragraph.text.trim() !== '') seen.pictures.text();
    else seen.pictures.stand(paragraph.pictures.filter((bytes) => bytes === undefined).length);
    flow.paragraph(paragraph.text);
    for (const bytes of paragraph.pictures) if (bytes) flow.picture(bytes);
    paragraph.text = '';
    paragraph.pictures = [];
  };
  const endRun = () => {
    const paragraph = paragraphs.at(-1);
    if (isRunHidden && runText.trim() !== '') seen.isHidden = true;
    else if (paragraph && runText !== '')
      paragraph.text += numberOf(paragraph, context) + (isRunRaised ? superscript(runText) : runText);
    runText = '';
  };
  /** A cell opens with its first paragraph: its shape stands before that. */
  const openCell = () => {
    const cell = cells.at(-1);
    const row = rows.at(-1);
    if (!cell || !row || cell.isOpen) return;
    flow.openCell({ column: row.column, colSpan: cell.colSpan, goesOn: cell.goesOn });
    row.column += cell.colSpan;
    cell.isOpen = true;
  };

  const openers: Readonly<Record<string, (attributes: Attributes, path: readonly string[]) => void>> = {
    p() {
      endRun();
      paragraphs.push({ text: '', style: '', place: {}, isNumbered: false, pictures: [], notes: [] });
    },
    pStyle({ val = '' }) {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.style = val;
    },
    numId({ val = '' }, path) {
      const paragraph = paragraphs.at(-1);
      if (paragraph && path.at(-2) === 'numPr') paragraph.place.list = val;
    },
    ilvl({ val = '0' }, path) {
      const paragraph = paragraphs.at(-1);
      if (paragraph && path.at(-2) === 'numPr') paragraph.place.level = Number(val);
    },
    r() {
      isRunHidden = false;
      isRunRaised = false;
    },
    vertAlign({ val }, path) {
      if (path.at(-2) === 'rPr' && path.at(-3) === 'r') isRunRaised = val === 'superscript';
    },
    blip: ({ embed }) => picture(embed),
    imagedata: ({ id }) => picture(id),
    vanish({ val }, path) {
      if (path.at(-2) === 'rPr' && path.at(-3) === 'r') isRunHidden = isOn(val);
    },
    tab(_, path) {
      if (path.at(-2) === 'r') add('\t');
    },
    ptab: () => add('\t'),
    br({ type }) {
      if (type === undefined || type === 'textWrapping') endLine();
    },
    cr: () => endLine(),
    noBreakHyphen: () => add('-'),
    sym({ char = '' }) {
      const code = Number.parseInt(char, 16);
      // Symbol fonts keep their signs in a private block; what they look like is not to be known from the code.
      if (code > 0 && (code < 0xe000 || code > 0xf8ff)) add(String.fromCodePoint(code));
    },
    footnoteReference: ({ id = '' }) => note(`footnote ${id}`),
    endnoteReference: ({ id = '' }) => note(`endnote ${id}`),
    OLEObject() {
      seen.embedded += 1;
    },
    altChunk() {
      seen.embedded += 1;
    },
    tbl() {
      openCell();
      flow.openTable();
    },
    tr() {
      flow.openRow();
      rows.push({ column: 0, isDropped: false });
    },
    gridBefore({ val = '0' }) {
      const row = rows.at(-1);
      if (row) row.column += Number(val);
    },
    tc: () => cells.push({ colSpan: 1, goesOn: false, isOpen: false }),
    gridSpan({ val = '1' }) {
      const cell = cells.at(-1);
      if (cell) cell.colSpan = Math.max(1, Number(val) || 1);
    },
    vMerge({ val = 'continue' }) {
      const cell = cells.at(-1);
      if (cell) cell.goesOn = val === 'continue';
    },
    hidden({ val }, path) {
      const row = rows.at(-1);
      if (!row || path.at(-2) !== 'trPr' || !isOn(val)) return;
      row.isDropped = true;
      seen.isHidden = true;
    },
  };
  const closers: Readonly<Record<string, () => void>> = {
    r: endRun,
    p() {
      endLine();
      // An empty paragraph is counted too.
      if (paragraphs.at(-1)) numberOf(paragraphs.at(-1)!, context);
      pendingNotes.push(...(paragraphs.pop()?.notes ?? []));
      flushNotes();
    },
    tc() {
      openCell();
      cells.pop();
    },
    tr() {
      if (rows.pop()?.isDropped) flow.dropRow();
    },
    tbl() {
      flow.closeTable();
      flushNotes();
    },
  };
  const picture = (id: string | undefined) => {
    paragraphs.at(-1)?.pictures.push(context.pictureOf(id));
  };
  const note = (key: string) => {
    const text = context.notes.get(key);
    if (text !== undefined) paragraphs.at(-1)?.notes.push(text);
  };
  /** Notes of a table's cells stand under the table. */
  const flushNotes = () => {
    if (rows.length > 0 || paragraphs.length > 0) return;
    for (const text of pendingNotes.splice(0)) flow.paragraph(text);
  };

  readXml(xml, {
    open(name, attributes, path) {
      if (name === 'ins' || name === 'del' || name === 'moveFrom' || name === 'moveTo') seen.isRevised = true;
      if (name === 'del' && path.at(-2) === 'trPr') {
        const row = rows.at(-1);
        if (row) row.isDropped = true;
      }
      if (SKIPPED.has(name)) skipped += 1;
      if (skipped === 0) openers[name]?.(attributes, path);
    },
    text(text, path) {
      if (skipped === 0 && path.at(-1) === 't') add(text);
    },
    close(name) {
      if (skipped === 0) closers[name]?.();
      if (SKIPPED.has(name)) skipped -= 1;
    },
  });
  return seen;
}

/** The number that Word prints before the paragraph's first words. */
function numberOf(paragraph: OpenParagraph, { numbering, placeOfStyle }: BodyContext): string {
  const { place, style, isNumbered } = paragraph;
  paragraph.isNumbered = true;
  if (isNumbered) return '';
  const styled = style === '' ? {} : placeOfStyle(style);
  const list = place.list ?? styled.list;
  if (list === undefined || list === '0') return '';
  const level = place.level ?? styled.level ?? numbering.levelOfStyle(list, style) ?? 0;
  return numbering.next(list, level);
}
