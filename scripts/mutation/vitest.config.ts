/** The project's tests over a source with one mutant in it. Nothing on the disk changes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Mutant } from './mutants.ts';

const root = join(import.meta.dirname, '../..');
const { file, start, end, replacement } = JSON.parse(process.env.MINGSUAN_MUTANT ?? '{}') as Mutant & { file?: string };

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (_, id) => {
        if (file === undefined || id.split('?')[0] !== join(root, file)) return;
        const source = readFileSync(join(root, file), 'utf8');
        return source.slice(0, start) + replacement + source.slice(end);
      },
    },
  ],
  test: {
    include: ['packages/*/test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
    maxWorkers: 1,
    bail: 1,
  },
});
