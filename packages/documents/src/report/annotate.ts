/**
 * The document with its findings as annotations: what is in question highlighted in the severity's colour, what speaks against it
 * underlined, the finding as the note. What was in the document stays as it was.
 */
import type { Finding, Severity } from '@mingsuan/core/finding';
import type { Box } from '../pdf/geometry.ts';
import { type OpenPage, OpenPdf } from './pdfium.ts';
import { type PagePlace, placeFinder } from './places.ts';

const AUTHOR = '明算';
const SEVERITIES: Record<Severity, { readonly name: string; readonly color: readonly [number, number, number] }> = {
  error: { name: '错误', color: [255, 160, 160] },
  warning: { name: '警告', color: [255, 214, 102] },
  notice: { name: '提示', color: [160, 210, 255] },
};

/** Kinds of annotations and modes, as PDFium numbers them. */
const TEXT_NOTE = 1;
const HIGHLIGHT = 9;
const UNDERLINE = 10;
const WITNESS_COLOR = [31, 95, 168] as const;
const STROKE_COLOR = 0;
const MULTIPLY = 1;
const PRINTED = 4;
/** A note that speaks of a whole page stands in its corner. */
const NOTE: Box = [12, 12, 32, 32];

/** Undefined where the bytes are no PDF that can be opened. */
export async function annotatePdf(bytes: Uint8Array, findings: readonly Finding[]): Promise<Uint8Array | undefined> {
  const pdf = await OpenPdf.open(bytes);
  if (!pdf) return undefined;
  try {
    if (findings.length === 0) return bytes;
    const placesOf = placeFinder(pdf);
    const notes = findings.flatMap((finding, i) => {
      const places = placesOf(finding).flatMap(apart);
      // What stands nowhere is told on the first page.
      return (places.length > 0 ? places : [{ page: 1, marks: [] }]).map((place, part) => ({
        finding,
        place,
        name: `mingsuan-${finding.id ?? i + 1}${part > 0 ? `-${part}` : ''}`,
      }));
    });
    for (const page of new Set(notes.map(({ place }) => place.page)))
      pdf.withPage(page, (open) => {
        const whole = notes.filter(({ place }) => place.page === page && place.marks.length === 0);
        for (const { finding, place, name } of notes)
          if (place.page === page)
            addNote(
              pdf,
              open,
              finding,
              place,
              name,
              whole.findIndex((note) => note.finding === finding),
            );
      });
    return pdf.saved();
  } finally {
    pdf.close();
  }
}

/** What is in question on a page, and what speaks against it. */
function apart({ page, marks }: PagePlace): readonly PagePlace[] {
  const witnesses = marks.filter(({ isWitness }) => isWitness);
  const suspects = marks.filter(({ isWitness }) => !isWitness);
  return [
    ...(suspects.length > 0 || marks.length === 0 ? [suspects] : []),
    ...(witnesses.length > 0 ? [witnesses] : []),
  ].map((own) => ({ page, marks: own }));
}

function addNote(
  pdf: OpenPdf,
  page: OpenPage,
  finding: Finding,
  { marks }: PagePlace,
  name: string,
  row: number,
): void {
  const { pdfium } = page;
  const isWitness = marks.some((mark) => mark.isWitness);
  const kind = marks.length === 0 ? TEXT_NOTE : isWitness ? UNDERLINE : HIGHLIGHT;
  const annotation = pdfium._EPDFPage_CreateAnnot!(page.handle, kind);
  if (annotation === 0) return;
  const color = isWitness ? WITNESS_COLOR : SEVERITIES[finding.severity].color;
  const boxes = marks.length > 0 ? marks.map(({ box }) => box) : [below(NOTE, row)];
  const placed = boxes.map((box) => toPage(page, box));
  if (marks.length > 0) for (const box of placed) appendQuad(pdf, annotation, box);
  setRect(pdf, annotation, placed);
  pdfium._EPDFAnnot_SetColor!(annotation, STROKE_COLOR, ...color);
  pdfium._FPDFAnnot_SetFlags!(annotation, PRINTED);
  setText(pdf, annotation, 'T', AUTHOR);
  setText(pdf, annotation, 'NM', name);
  setText(pdf, annotation, 'Subj', `${SEVERITIES[finding.severity].name} ${finding.rule}`);
  setText(pdf, annotation, 'Contents', `${isWitness ? '依据　' : ''}${noteOf(finding)}`);
  pdfium._EPDFAnnot_GenerateAppearanceWithBlend!(annotation, MULTIPLY);
  pdfium._FPDFPage_CloseAnnot!(annotation);
}

function noteOf({ id, message, suggestion, consequences, severity, rule }: Finding): string {
  return [
    `【${SEVERITIES[severity].name}】${message}`,
    ...(suggestion ? [`建议：${suggestion}`] : []),
    ...(consequences ? [`连带：${consequences.join('；')}`] : []),
    `规则：${rule}${id ? ` [${id}]` : ''}`,
  ].join('\n');
}

/** Several notes on one page do not hide each other. */
const below = ([x0, y0, x1, y1]: Box, row: number): Box => [x0, y0 + 24 * row, x1, y1 + 24 * row];

/** A box from the top left of the displayed page → page space: [left, bottom, right, top]. */
function toPage({ frame: [left, bottom, right, top], turns }: OpenPage, box: Box): Box {
  const point = (x: number, y: number): readonly [number, number] => {
    if (turns === 1) return [left + y, bottom + x];
    if (turns === 2) return [right - x, bottom + y];
    if (turns === 3) return [right - y, top - x];
    return [left + x, top - y];
  };
  const [ax, ay] = point(box[0], box[1]);
  const [bx, by] = point(box[2], box[3]);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/** Corners in the order that every viewer takes: top left, top right, bottom left, bottom right. */
function appendQuad(pdf: OpenPdf, annotation: number, [left, bottom, right, top]: Box): void {
  withFloats(pdf, [left, top, right, top, left, bottom, right, bottom], (quad) =>
    pdf.pdfium._FPDFAnnot_AppendAttachmentPoints!(annotation, quad),
  );
}

function setRect(pdf: OpenPdf, annotation: number, boxes: readonly Box[]): void {
  const side = (i: number, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[i]!));
  const [left, bottom] = [side(0, Math.min), side(1, Math.min)];
  const [right, top] = [side(2, Math.max), side(3, Math.max)];
  withFloats(pdf, [left, top, right, bottom], (rect) => pdf.pdfium._FPDFAnnot_SetRect!(annotation, rect));
}

function withFloats(pdf: OpenPdf, values: readonly number[], use: (pointer: number) => void): void {
  pdf.withMemory(4 * values.length, (pointer) => {
    pdf.pdfium.HEAPF32.set(values, pointer >> 2);
    use(pointer);
  });
}

/** PDFium takes UTF-16 with a zero at its end; the key is ASCII. */
function setText(pdf: OpenPdf, annotation: number, key: string, text: string): void {
  const name = Buffer.from(`${key}\0`, 'latin1');
  const value = Buffer.from(`${text}\0`, 'utf16le');
  pdf.withMemory(name.length + 1 + value.length, (pointer) => {
    const at = pointer + name.length + (name.length % 2);
    pdf.pdfium.HEAPU8.set(name, pointer);
    pdf.pdfium.HEAPU8.set(value, at);
    pdf.pdfium._FPDFAnnot_SetStringValue!(annotation, pointer, at);
  });
}
