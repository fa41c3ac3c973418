/**
 * Bundles the command line and its worker thread into packages/cli/dist. Dynamic imports become chunks, so that a text is
 * checked without loading the PDF engine; engines with wasm or native files of their own stay outside.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './lib.mjs';

const started = performance.now();
const cli = join(root, 'packages/cli');
const { rolldown } = await import('rolldown');

try {
  const bundle = await rolldown({
    cwd: root,
    input: { main: join(cli, 'src/main.ts'), worker: join(cli, 'src/worker.ts') },
    platform: 'node',
    external: [/^node:/, /^@embedpdf\/pdfium/, /^@myriaddreamin\//],
    logLevel: 'warn',
  });
  rmSync(join(cli, 'dist'), { recursive: true, force: true });
  await bundle.write({ dir: join(cli, 'dist'), format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await bundle.close();
} catch (error) {
  console.error(`构建失败 / build failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
say(`构建完成，用时 ${Math.round(performance.now() - started)} 毫秒`, 'built');
