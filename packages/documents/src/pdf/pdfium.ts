/** The parts of PDFium's module that reading uses: its functions with their raw numbers, and its memory. */
import type { init } from '@embedpdf/pdfium';

export type Pdfium = Awaited<ReturnType<typeof init>>['pdfium'] & {
  wasmExports: {
    malloc(size: number): number;
    free(pointer: number): void;
    memory: WebAssembly.Memory;
    [name: `FPDF${string}`]: (...args: number[]) => number;
  };
  HEAPU8: Uint8Array;
  HEAP32: Int32Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
} & Record<`_${string}`, (...args: number[]) => number>;
