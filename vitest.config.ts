import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['scripts/test-setup.mjs'],
    testTimeout: 60_000,
    // Loading the program anew for each file costs more than most files' tests, and no test changes a module.
    isolate: false,
    maxWorkers: '100%',
  },
});
