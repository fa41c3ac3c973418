/**
 * Layout → OFD (GB/T 33190): Typst sets the pages as for a PDF, and what stands on them is written as OFD's text and lines.
 * Fonts are named, not embedded: 宋体 is on every machine that opens an OFD.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Layout } from '../../layout.ts';
import { pdfPages, type RawPage } from '../../pdf/engine.ts';
import type { Ruling } from '../../pdf/geometry.ts';
import { linesOf, type Run } from '../../pdf/runs.ts';
import { type PdfOptions, writePdf } from '../../pdf/write/write-pdf.ts';
import { POINTS } from '../matrix.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const FONT = 1;
const FIRST_PAGE = 100;
/** Millimetres. */
const LINE_WIDTH = 0.2;
/** Of an em square: so much stands above the baseline. */
const ABOVE = 0.86;

/** @throws Error where Typst refuses its input, which is a bug of ours */
export async function writeOfd(layout: Layout, options: PdfOptions): Promise<Uint8Array> {
  const pages: RawPage[] = [];
  for await (const page of pdfPages(await writePdf(layout, options))) if (typeof page !== 'number') pages.push(page);
  return ofdOf(pages, options);
}

/** A package of pages that stand upright. */
export function ofdOf(pages: readonly RawPage[], { title, author }: PdfOptions): Uint8Array {
  let id = FIRST_PAGE + pages.length;
  const next = (): number => {
    id += 1;
    return id;
  };
  const contents = pages.map((page) => contentOf(page, next));
  const parts: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${docId(title, pages)}</ofd:DocID><ofd:Title>${escaped(title)}</ofd:Title><ofd:Author>${escaped(author)}</ofd:Author><ofd:Creator>明算</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/PublicRes.xml': `<ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="${FONT}" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
    ...Object.fromEntries(contents.map((xml, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, xml])),
    'Doc_0/Document.xml': `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>${next()}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${pages
      .map((_, i) => `<ofd:Page ID="${FIRST_PAGE + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
      .join('')}</ofd:Pages></ofd:Document>`,
  };
  const files: Zippable = {};
  for (const [path, xml] of Object.entries(parts)) files[path] = strToU8(HEAD + xml);
  // The same document is the same bytes, whenever it is written.
  return zipSync(files, { mtime: new Date(2020, 0, 1) });
}

/** An id that the content gives. */
function docId(title: string, pages: readonly RawPage[]): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  const mix = (text: string): void => {
    for (const character of text) {
      a = Math.imul(a ^ character.codePointAt(0)!, 0x01000193) >>> 0;
      b = Math.imul(b ^ a, 0x85ebca6b) >>> 0;
    }
  };
  mix(title);
  for (const { glyphs } of pages) for (const { text } of glyphs) mix(text);
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  return (hex(a) + hex(b)).repeat(2);
}

function contentOf({ width, height, glyphs, rulings }: RawPage, next: () => number): string {
  const lines = rulings.map((ruling) => pathOf(ruling, next()));
  const texts = linesOf(glyphs).flatMap(({ runs }) => runs.map((run) => textOf(run, next())));
  const layer = `<ofd:Layer ID="${next()}">${lines.join('')}${texts.join('')}</ofd:Layer>`;
  return `<ofd:Page ${NAMESPACE}><ofd:Area><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:Area><ofd:Content>${layer}</ofd:Content></ofd:Page>`;
}

/** Points as millimetres, to a thousandth. */
const mm = (points: number): string => String(Math.round((points / POINTS) * 1000) / 1000);

function pathOf({ horizontal, at, from, to }: Ruling, id: number): string {
  const box = horizontal ? [from, at, to - from, 0.6] : [at, from, 0.6, to - from];
  const [x, y] = horizontal ? [mm(to - from), '0'] : ['0', mm(to - from)];
  return `<ofd:PathObject ID="${id}" Boundary="${box.map(mm).join(' ')}" LineWidth="${LINE_WIDTH}"><ofd:AbbreviatedData>M 0 0 L ${x} ${y}</ofd:AbbreviatedData></ofd:PathObject>`;
}

function textOf({ glyphs, box, size }: Run, id: number): string {
  const [first] = glyphs;
  const deltas = glyphs.slice(1).map((glyph, i) => mm(glyph.x0 - glyphs[i]!.x0));
  const boundary = [box[0], first!.y0, box[2] - box[0], size].map(mm).join(' ');
  const steps = deltas.length === 0 ? '' : ` DeltaX="${deltas.join(' ')}"`;
  const words = escaped(glyphs.map(({ text }) => text).join(''));
  return `<ofd:TextObject ID="${id}" Boundary="${boundary}" Font="${FONT}" Size="${mm(size)}"><ofd:TextCode X="0" Y="${mm(ABOVE * size)}"${steps}>${words}</ofd:TextCode></ofd:TextObject>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
