/** An opened PDF, or an OFD drawn as one, whose pages can be drawn, searched and annotated. */
import { sniffSignature } from '../input/sniff.ts';
import { brokenOff, loadPdfium, pageFrame } from '../pdf/engine.ts';
import type { Box } from '../pdf/geometry.ts';
import type { Pdfium } from '../pdf/pdfium.ts';
import { UnreadableInput } from '../unreadable.ts';

/** A page while it is open; numbers are PDFium's handles. */
export interface OpenPage {
  readonly pdfium: Pdfium;
  readonly handle: number;
  /** What is visible of it, in page space: [left, bottom, right, top]; and the quarter turns it is shown with. */
  readonly frame: Box;
  readonly turns: number;
  /** As displayed, in points. */
  readonly width: number;
  readonly height: number;
  /** Some bytes of PDFium's memory for results. */
  readonly scratch: number;
}

const SCRATCH = 64;

export class OpenPdf {
  readonly pdfium: Pdfium;
  readonly document: number;
  /** Where the file stands in the engine's memory; 0 where the document was drawn. */
  private readonly data: number;
  private isBroken = false;

  private constructor(pdfium: Pdfium, document: number, data: number) {
    this.pdfium = pdfium;
    this.document = document;
    this.data = data;
  }

  /** Undefined where it is no PDF or cannot be opened, as with a wrong password. Close it when done. */
  static async open(bytes: Uint8Array, password = ''): Promise<OpenPdf | undefined> {
    const kind = sniffSignature(bytes);
    if (kind === 'ofd') return OpenPdf.drawn(bytes);
    if (kind === 'picture') return OpenPdf.pictured(bytes);
    if (!isPdf(bytes)) return undefined;
    const pdfium = await loadPdfium();
    const data = pdfium.wasmExports.malloc(bytes.length);
    if (data === 0) return undefined;
    pdfium.HEAPU8.set(bytes, data);
    const document = loadWith(pdfium, data, bytes.length, password);
    if (document !== 0) return new OpenPdf(pdfium, document, data);
    pdfium.wasmExports.free(data);
    return undefined;
  }

  /** Undefined where the picture does not open. */
  private static async pictured(bytes: Uint8Array): Promise<OpenPdf | undefined> {
    try {
      return await OpenPdf.open(await (await import('../picture/as-pdf.ts')).pictureAsPdf(bytes));
    } catch (error) {
      if (error instanceof UnreadableInput) return undefined;
      throw error;
    }
  }

  /** Undefined where the OFD does not open. */
  private static async drawn(bytes: Uint8Array): Promise<OpenPdf | undefined> {
    const [pdfium, { drawOfd }] = await Promise.all([loadPdfium(), import('../ofd/as-pdf.ts')]);
    try {
      return new OpenPdf(pdfium, drawOfd(pdfium, bytes), 0);
    } catch (error) {
      if (error instanceof UnreadableInput) return undefined;
      throw brokenOff(error);
    }
  }

  /**
   * Gives the page, counted from 1, to `use`; undefined where there is no such page.
   * @throws UnreadableInput where the page is more than PDFium can take
   */
  withPage<T>(number: number, use: (page: OpenPage) => T): T | undefined {
    try {
      return this.usePage(number, use);
    } catch (error) {
      this.isBroken = error instanceof WebAssembly.RuntimeError;
      throw brokenOff(error);
    }
  }

  private usePage<T>(number: number, use: (page: OpenPage) => T): T | undefined {
    const { pdfium } = this;
    const handle = pdfium._FPDF_LoadPage!(this.document, number - 1);
    if (handle === 0) return undefined;
    try {
      return this.withMemory(SCRATCH, (scratch) => {
        const frame = pageFrame(pdfium, handle, scratch);
        const turns = pdfium._FPDFPage_GetRotation!(handle) & 3;
        const [wide, high] = [frame[2] - frame[0], frame[3] - frame[1]];
        const [width, height] = turns % 2 === 1 ? [high, wide] : [wide, high];
        return use({ pdfium, handle, frame, turns, width, height, scratch });
      });
    } finally {
      pdfium._FPDF_ClosePage!(handle);
    }
  }

  /** Gives `size` bytes of the engine's memory to `use`. */
  withMemory<T>(size: number, use: (pointer: number) => T): T {
    const pointer = this.pdfium.wasmExports.malloc(size);
    if (pointer === 0) throw new RangeError('PDFium has no memory left');
    try {
      return use(pointer);
    } finally {
      this.pdfium.wasmExports.free(pointer);
    }
  }

  /** The document as bytes, with what was changed in it. */
  saved({ withoutSecurity = false } = {}): Uint8Array {
    const { pdfium, document } = this;
    if (withoutSecurity) pdfium._EPDF_RemoveEncryption!(document);
    const writer = pdfium._PDFiumExt_OpenFileWriter!();
    try {
      pdfium._PDFiumExt_SaveAsCopy!(document, writer);
      const size = pdfium._PDFiumExt_GetFileWriterSize!(writer);
      return this.withMemory(size, (data) => {
        pdfium._PDFiumExt_GetFileWriterData!(writer, data, size);
        return pdfium.HEAPU8.slice(data, data + size);
      });
    } finally {
      pdfium._PDFiumExt_CloseFileWriter!(writer);
    }
  }

  close(): void {
    if (this.isBroken) return;
    this.pdfium._FPDF_CloseDocument!(this.document);
    if (this.data !== 0) this.pdfium.wasmExports.free(this.data);
  }
}

/** The engine's handle of the document in its memory; 0 where it does not open. The password leaves the memory at once. */
function loadWith(pdfium: Pdfium, data: number, size: number, password: string): number {
  if (password === '') return pdfium._FPDF_LoadMemDocument!(data, size, 0);
  const text = Buffer.from(`${password}\0`, 'utf8');
  const pointer = pdfium.wasmExports.malloc(text.length);
  pdfium.HEAPU8.set(text, pointer);
  const document = pdfium._FPDF_LoadMemDocument!(data, size, pointer);
  pdfium.HEAPU8.fill(0, pointer, pointer + text.length);
  pdfium.wasmExports.free(pointer);
  return document;
}

/** Its mark may stand anywhere in the first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-');
}
