import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['scripts/test-setup.mjs'],
    // Only for what never ends: a busy machine may be slow. How quick things are is for the benches to say.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Loading the program anew for each file costs more than most files' tests, and no test changes a module.
    isolate: false,
    maxWorkers: '100%',
  },
});
