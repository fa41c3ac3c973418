/** The body of an OpenDocument text → paragraphs and tables, in order, as it reads when all tracked changes are accepted. */
import type { Problem } from '@mingsuan/core/disclosure';
import { Flow } from '../flow/flow.ts';
import { type Levels, numberingOf } from '../flow/lists.ts';
import { Pictures } from '../flow/pictures.ts';
import { HIDDEN_TEXT, TRACKED_CHANGES } from '../flow/problems.ts';
import type { Layout } from '../layout.ts';
import { type Attributes, readXml } from '../office/xml.ts';
import { superscript } from '../superscript.ts';
import { type Look, type OdfStyles, OUTLINE } from './styles.ts';

interface OpenParagraph {
  text: string;
  /** Its number; empty once it is printed or where there is none. */
  number: string;
  /** Pictures on its line: their bytes, or undefined where the file does not hold them. */
  pictures: (Uint8Array | undefined)[];
  readonly notes: string[];
}

interface OpenList {
  readonly id: string;
  readonly style: string;
  /** Set where the next paragraph is the first of an item. */
  isNew: boolean;
}

/** A picture by its path in the package; undefined where it is none that can be read. */
export type PictureOf = (path: string | undefined) => Uint8Array | undefined;

/** Spaces and columns that are said once and meant several times: more are mistakes. */
const MOST_REPEATED = 400;

/** Elements whose text is none of the document's: deleted text, notes of reviewers, marks of notes, scripts. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'title',
  'desc',
  'script',
  'ruby-text',
  'forms',
]);

/** The body as a layout of one page. @throws UnreadableInput */
export function readTextBody(xml: string, styles: OdfStyles, pictureOf: PictureOf = () => undefined): Layout {
  const flow = new Flow();
  const pictures = new Pictures();
  const paragraphs: OpenParagraph[] = [];
  const open: OpenList[] = [];
  const rows: { column: number }[] = [];
  const pendingNotes: string[] = [];
  const numbers = listNumbers(styles);
  let skipped = 0;
  let isBody = false;
  let notes = 0;
  let isRevised = false;
  let isHidden = false;
  const spans: (Look | undefined)[] = [];

  const add = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || text === '') return;
    if (spans.some((look) => look?.isHidden)) {
      isHidden ||= text.trim() !== '';
      return;
    }
    paragraph.text += paragraph.number + (spans.some((look) => look?.isRaised) ? superscript(text) : text);
    paragraph.number = '';
  };
  const endLine = () => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    if (paragraph.text.trim() !== '') pictures.text();
    else pictures.stand(paragraph.pictures.filter((bytes) => bytes === undefined).length);
    if (notes > 0) paragraphs.at(-2)?.notes.push(paragraph.text.trim());
    else flow.paragraph(paragraph.text);
    for (const bytes of paragraph.pictures) if (bytes) flow.picture(bytes);
    paragraph.text = '';
    paragraph.pictures = [];
  };
  const openParagraph = (attributes: Attributes, isHeading: boolean) => {
    paragraphs.push({ text: '', number: numberOf(attributes, isHeading), pictures: [], notes: [] });
  };
  const numberOf = (attributes: Attributes, isHeading: boolean): string => {
    const item = open.at(-1);
    if (item) {
      if (!item.isNew) return '';
      item.isNew = false;
      return numbers.next(item.id, styles.listOf(attributes['style-name'] ?? '') || item.style, open.length - 1);
    }
    if (!isHeading || attributes['is-list-header'] === 'true') return '';
    return numbers.next(OUTLINE, OUTLINE, Number(attributes['outline-level'] ?? 1) - 1);
  };
  const flushNotes = () => {
    if (rows.length > 0 || paragraphs.length > 0) return;
    for (const text of pendingNotes.splice(0)) if (text !== '') flow.paragraph(text);
  };

  const openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    p: (attributes) => openParagraph(attributes, false),
    h: (attributes) => openParagraph(attributes, true),
    s: ({ c = '1' }) => add(' '.repeat(Math.min(Number(c) || 1, MOST_REPEATED))),
    tab: () => add('\t'),
    'line-break': endLine,
    span: ({ 'style-name': style = '' }) => spans.push(styles.lookOf(style)),
    image: ({ href }) => {
      paragraphs.at(-1)?.pictures.push(pictureOf(href));
    },
    'note-body'() {
      notes += 1;
    },
    list(attributes) {
      const outer = open.at(-1);
      const style = attributes['style-name'] ?? outer?.style ?? '';
      const id = outer ? outer.id : numbers.open(attributes, style);
      open.push({ id, style, isNew: false });
    },
    'list-item'({ 'start-value': start }) {
      const list = open.at(-1);
      if (!list) return;
      list.isNew = true;
      if (start !== undefined) numbers.restart(list.id, open.length - 1, Number(start));
    },
    table() {
      flow.openTable();
    },
    'table-row'() {
      flow.openRow();
      rows.push({ column: 0 });
    },
    'table-cell'(attributes) {
      const row = rows.at(-1);
      if (!row) return;
      const colSpan = repeated(attributes['number-columns-spanned']);
      flow.openCell({ column: row.column, colSpan, rowSpan: repeated(attributes['number-rows-spanned'], 100_000) });
      row.column += repeated(attributes['number-columns-repeated']);
    },
    'covered-table-cell'({ 'number-columns-repeated': count }) {
      const row = rows.at(-1);
      if (row) row.column += repeated(count);
    },
  };
  const endParagraph = () => {
    endLine();
    const closed = paragraphs.pop();
    if (notes > 0) return;
    pendingNotes.push(...(closed?.notes ?? []));
    flushNotes();
  };
  const closers: Readonly<Record<string, () => void>> = {
    p: endParagraph,
    h: endParagraph,
    'note-body'() {
      notes -= 1;
    },
    span: () => spans.pop(),
    list: () => open.pop(),
    'table-row': () => rows.pop(),
    table() {
      flow.closeTable();
      flushNotes();
    },
  };
  readXml(xml, {
    open(name, attributes, path) {
      if (name === 'tracked-changes' && isBody) isRevised = true;
      if (name === 'text' && path.at(-2) === 'body') isBody = true;
      if (SKIPPED.has(name)) skipped += 1;
      if (isBody && skipped === 0) openers[name]?.(attributes);
    },
    text(text) {
      if (isBody && skipped === 0 && paragraphs.length > 0) add(text.replace(/[\t\r\n ]+/g, ' '));
    },
    close(name, path) {
      if (isBody && skipped === 0) closers[name]?.();
      if (SKIPPED.has(name)) skipped -= 1;
      if (name === 'text' && path.at(-2) === 'body') isBody = false;
    },
  });
  const { blocks, pictures: held } = flow.content();
  return {
    pages: [{ number: 1, blocks }],
    problems: [...pictures.problems(), ...problemsOf(isRevised, isHidden)],
    pictures: held,
  };
}

function problemsOf(isRevised: boolean, isHidden: boolean): Problem[] {
  const problems: Problem[] = [];
  if (isRevised) problems.push(TRACKED_CHANGES);
  if (isHidden) problems.push(HIDDEN_TEXT);
  return problems;
}

const repeated = (value: string | undefined, most = MOST_REPEATED): number =>
  Math.min(most, Math.max(1, Math.trunc(Number(value ?? 1)) || 1));

/** Counts the items of lists: each list by itself, unless it says that it goes on with another. */
function listNumbers({ levels }: OdfStyles) {
  const known = new Map<string, Levels>([[OUTLINE, levels.get(OUTLINE) ?? new Map()]]);
  const together = new Map<string, string>();
  const lastOfStyle = new Map<string, string>();
  const numbering = numberingOf({ levels: known, abstractOf: together, styles: new Map() });
  let count = 0;
  return {
    /** The list's name for counting. */
    open(attributes: Attributes, style: string): string {
      count += 1;
      const id = attributes.id ?? `\n${count}`;
      const earlier =
        attributes['continue-list'] ??
        (attributes['continue-numbering'] === 'true' ? lastOfStyle.get(style) : undefined);
      if (earlier !== undefined) together.set(id, together.get(earlier) ?? earlier);
      lastOfStyle.set(style, id);
      return id;
    },
    next(id: string, style: string, level: number): string {
      known.set(id, levels.get(style) ?? new Map());
      return numbering.next(id, level);
    },
    restart(id: string, level: number, start: number): void {
      numbering.restart(together.get(id) ?? id, level, start);
    },
  };
}
