/** The pages of a document, one picture at a time, for a reader beside its figures. */
import { sniffSignature } from '../input/sniff.ts';
import type { Box } from '../pdf/geometry.ts';
import { OpenPdf } from './pdfium.ts';
import { takePicture } from './render.ts';

/** As displayed, in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** So many pages are told; no disclosure has more. */
const MOST_PAGES = 2000;

/** Empty where the bytes are no PDF or OFD that can be opened. */
export async function pageSizes(bytes: Uint8Array): Promise<readonly PageSize[]> {
  if (sniffSignature(bytes) === 'ofd') return (await import('../ofd/package.ts')).ofdSizes(bytes).slice(0, MOST_PAGES);
  const pdf = await OpenPdf.open(bytes);
  if (!pdf) return [];
  try {
    const count = Math.min(MOST_PAGES, pdf.pdfium._FPDF_GetPageCount!(pdf.document));
    return pdf.withMemory(8, (size) => Array.from({ length: count }, (_, i) => sizeOf(pdf, i, size)));
  } finally {
    pdf.close();
  }
}

/** Without reading what the page shows. */
function sizeOf({ pdfium, document }: OpenPdf, index: number, size: number): PageSize {
  if (!pdfium._FPDF_GetPageSizeByIndexF!(document, index, size)) return { width: 0, height: 0 };
  const [width, height] = pdfium.HEAPF32.subarray(size >> 2, (size >> 2) + 2);
  return { width: width!, height: height! };
}

/** A page as PNG with red frames, and blue ones for `witnesses`, `scale` pixels a point; undefined where there is no such page. */
export async function pagePicture(
  bytes: Uint8Array,
  page: number,
  frames: readonly Box[],
  scale: number,
  witnesses: readonly Box[] = [],
): Promise<Uint8Array | undefined> {
  const pdf = await OpenPdf.open(bytes);
  if (!pdf) return undefined;
  try {
    const size = pdf.withPage(page, ({ width, height }) => [width, height] as const);
    return size && takePicture(pdf, { page, region: [0, 0, ...size], frames, witnesses, scale })?.png;
  } finally {
    pdf.close();
  }
}
