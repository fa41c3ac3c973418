/**
 * Bundles the programs into the dist folders of their packages. The command line takes its libraries along, but for engines
 * with wasm or native files of their own; dynamic imports become chunks, so that a text is checked without loading the PDF
 * engine. The server leaves every library where it is installed. What the programs' own data amount to is worked out here once.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { root, say } from './lib.mjs';

const PROGRAMS = [
  {
    name: 'cli',
    entries: { main: 'main.ts', worker: 'work/worker.ts' },
    external: [/^node:/, /^@embedpdf\/pdfium/, /^@myriaddreamin\//],
  },
  {
    name: 'server',
    entries: { main: 'main.ts', child: 'engine/child.ts' },
    // The bundler's own helpers are no library.
    external: [/^node:/, /^(?!@mingsuan\/|@oxc-project\/)[@a-z]/],
  },
];

const started = performance.now();
const { rolldown } = await import('rolldown');

const PREBUILT = join(root, 'packages/core/src/prebuilt-data.ts');
const { built } = await tsImport('./prebuilt.ts', import.meta.url);
const prebuilt = {
  name: 'prebuilt',
  load: (id) => (id === PREBUILT ? `export const BUILT = ${JSON.stringify(built)};` : null),
};

async function build({ name, entries, external }) {
  const folder = join(root, 'packages', name);
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(entries).map(([entry, file]) => [entry, join(folder, 'src', file)])),
    platform: 'node',
    external,
    plugins: [prebuilt],
    logLevel: 'warn',
  });
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  await bundle.write({ dir: join(folder, 'dist'), format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await bundle.close();
}

try {
  for (const program of PROGRAMS) await build(program);
} catch (error) {
  console.error(`构建失败 / build failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
say(`构建完成，用时 ${Math.round(performance.now() - started)} 毫秒`, 'built');
