/** The paragraphs of a Word document: characters with what hides or raises them, fields as their results, notes. */
import { superscript } from '../superscript.ts';
import { type DocFile, type DocPart, positionsOf } from './fib.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { characterStretches, finderOf, paragraphStretches } from './properties.ts';
import { SPRM, sprms } from './sprms.ts';

export interface DocParagraph {
  /** Lines as broken by hand. */
  readonly lines: readonly string[];
  /** Whether it ends a cell (or, so its properties say, a row). */
  readonly endsCell: boolean;
  readonly style: number;
  readonly changes: Buffer;
  /** Pictures in it. */
  readonly pictures: number;
  /** Places of the marks of its notes, and of its text boxes. */
  readonly noteRefs: readonly number[];
  readonly boxRefs: readonly number[];
}

export interface DocText {
  readonly body: readonly DocParagraph[];
  /** The paragraphs of a note by the place of its mark. */
  readonly notes: ReadonlyMap<number, readonly string[]>;
  /** What text boxes hold, by the place that they hang on. */
  readonly boxes: ReadonlyMap<number, readonly DocParagraph[]>;
  /** Of boxes that hang on no place of the body: those of grouped shapes. */
  readonly loose: readonly DocParagraph[];
  readonly seen: { isRevised: boolean; isHidden: boolean };
}

const CELL_END = '\x07';
const LINE = '\x0b';
const PARAGRAPH_ENDS = new Set(['\r', CELL_END, '\f']);
const [FIELD_BEGIN, FIELD_RESULT, FIELD_END] = ['\x13', '\x14', '\x15'];
const PICTURES = new Set(['\x01', '\x08']);
/** Signs that stand for others. */
const SIGNS: Readonly<Record<string, string>> = { '\x1e': '-', '\x1f': '', '\x02': '', '\x05': '', '\x0e': '' };

/** @throws UnreadableInput `damaged` */
export function documentText(file: DocFile): DocText {
  const pieces = piecesOf(file);
  const seen = { isRevised: false, isHidden: false };
  const refs = new Set([...marksOf(file, 'footnoteRefs'), ...marksOf(file, 'endnoteRefs')]);
  const places = boxPlaces(file);
  const paragraphs = readerOf(file, pieces, { refs, boxes: new Set(places.map(({ at }) => at)) }, seen);
  const { body, footnotes, headers, comments, endnotes } = file.lengths;
  const notes = new Map<number, string[]>();
  const addNotes = (marks: DocPart, texts: DocPart, start: number) => {
    const bounds = positionsOf(file.part(texts), 0);
    marksOf(file, marks).forEach((mark, i) => {
      const [from, to] = [bounds[i], bounds[i + 1]];
      if (from === undefined || to === undefined) return;
      const lines = paragraphs(start + from, start + to).flatMap((paragraph) =>
        paragraph.lines.map((line) => line.trim()),
      );
      notes.set(
        mark,
        lines.filter((line) => line !== ''),
      );
    });
  };
  addNotes('footnoteRefs', 'footnoteTexts', body);
  addNotes('endnoteRefs', 'endnoteTexts', body + footnotes + headers + comments);
  const boxes = new Map<number, DocParagraph[]>();
  const loose: DocParagraph[] = [];
  const behind = body + footnotes + headers + comments + endnotes;
  for (const { at, from, to } of places) {
    const inBox = paragraphs(behind + from, behind + Math.min(to, file.lengths.boxes));
    if (at === undefined) loose.push(...inBox);
    else boxes.set(at, [...(boxes.get(at) ?? []), ...inBox]);
  }
  return { body: paragraphs(0, body), notes, boxes, loose, seen };
}

/** Bytes of an anchor (SPA) and of a box (FTXBXS), and where the latter has its shape's number ([MS-DOC] 2.8.33, 2.9.298). */
const ANCHOR = 26;
const BOX = 22;
const SHAPE_IN_BOX = 14;

interface BoxPlace {
  /** Of the body; undefined for the box of a shape that is no anchor's own. */
  readonly at: number | undefined;
  /** Within the texts of boxes. */
  readonly from: number;
  readonly to: number;
}

/** Where the text boxes of the body hang; none where it has none. */
function boxPlaces(file: DocFile): readonly BoxPlace[] {
  if (file.lengths.boxes === 0) return [];
  const [anchors, boxes] = [file.part('anchors'), file.part('boxTexts')];
  const [anchorAt, boxAt] = [positionsOf(anchors, ANCHOR), positionsOf(boxes, BOX)];
  const shapes = new Map(
    anchorAt.slice(0, -1).map((at, i) => [anchors.readUInt32LE(4 * anchorAt.length + ANCHOR * i), at] as const),
  );
  // The last one is an end mark.
  return boxAt.slice(0, -2).map((from, i) => ({
    at: shapes.get(boxes.readUInt32LE(4 * boxAt.length + BOX * i + SHAPE_IN_BOX)),
    from,
    to: boxAt[i + 1]!,
  }));
}

const marksOf = (file: DocFile, part: DocPart): number[] => positionsOf(file.part(part), 2).slice(0, -1);

/** Hands out the paragraphs between two places. */
function readerOf(
  file: DocFile,
  pieces: readonly Piece[],
  { refs, boxes }: { readonly refs: ReadonlySet<number>; readonly boxes: ReadonlySet<number | undefined> },
  seen: DocText['seen'],
) {
  const paragraphAt = finderOf(paragraphStretches(file));
  const charactersAt = finderOf(characterStretches(file));
  return (from: number, to: number): DocParagraph[] => {
    const found: DocParagraph[] = [];
    /** Open fields; true where their result has begun. */
    const fields: boolean[] = [];
    let lines = [''];
    let pictures = 0;
    let noteRefs: number[] = [];
    let boxRefs: number[] = [];
    const end = (place: number, endsCell: boolean) => {
      const stretch = paragraphAt(place);
      found.push({
        lines,
        endsCell,
        style: stretch?.style ?? 0,
        changes: stretch?.list ?? Buffer.alloc(0),
        pictures,
        noteRefs,
        boxRefs,
      });
      lines = [''];
      pictures = 0;
      noteRefs = [];
      boxRefs = [];
    };
    let last = 0;
    for (const { text, start, place, width } of pieces) {
      let look: Look = SHOWN;
      let until = -1;
      for (let i = Math.max(0, from - start); i < text.length && start + i < to; i++) {
        const at = place + i * width;
        if (at >= until) {
          const stretch = charactersAt(at);
          look = stretch ? lookOf(stretch.list) : SHOWN;
          until = stretch?.to ?? at + 1;
        }
        last = at;
        const character = text[i]!;
        if (refs.has(start + i)) noteRefs.push(start + i);
        if (boxes.has(start + i)) boxRefs.push(start + i);
        if (look.isRevised) seen.isRevised = true;
        if (PARAGRAPH_ENDS.has(character)) {
          // A deleted end of a paragraph joins it with the next; one of a cell stays.
          if (!look.isDeleted || character === CELL_END) end(at, character === CELL_END);
          continue;
        }
        if (character === FIELD_BEGIN) fields.push(false);
        else if (character === FIELD_RESULT) fields.splice(-1, 1, true);
        else if (character === FIELD_END) fields.pop();
        else if (fields.includes(false) || look.isDeleted) continue;
        else if (PICTURES.has(character)) pictures += boxes.has(start + i) ? 0 : 1;
        else if (look.isHidden) seen.isHidden ||= character.trim() !== '';
        else if (character === LINE) lines.push('');
        else lines[lines.length - 1] += SIGNS[character] ?? (look.isRaised ? superscript(character) : character);
      }
    }
    if (lines.length > 1 || lines[0] !== '') end(last, false);
    return found;
  };
}

interface Look {
  readonly isDeleted: boolean;
  readonly isRevised: boolean;
  readonly isHidden: boolean;
  readonly isRaised: boolean;
}

const SHOWN: Look = { isDeleted: false, isRevised: false, isHidden: false, isRaised: false };

function lookOf(changes: Buffer): Look {
  const on = new Map<number, boolean>();
  for (const [code, value] of sprms(changes)) on.set(code, value[0] === 1);
  const is = (code: number): boolean => on.get(code) === true;
  const isDeleted = is(SPRM.deleted);
  return { isDeleted, isRevised: isDeleted || is(SPRM.inserted), isHidden: is(SPRM.hidden), isRaised: is(SPRM.raised) };
}
