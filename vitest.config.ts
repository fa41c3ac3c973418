import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that work with databases, browsers and processes take the longest: begun last, one would be waited for alone. */
const ORDER = ['store', 'web', 'server', 'cli', 'documents', 'core'].map((name) => `/packages/${name}/`);
const WHOLE_PROJECT = ORDER.length - 2;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = ORDER.findIndex((part) => moduleId.includes(part));
      return at < 0 ? WHOLE_PROJECT : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['scripts/test-setup.mjs'],
    setupFiles: ['scripts/test-seed.ts'],
    // Only for what never ends: a busy machine may be slow. How quick things are is for the benches to say.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What a browser shows comes when it comes: asked again until it is there.
    expect: { poll: { timeout: 60_000 } },
    // Loading the program anew for each file costs more than most files' tests, and no test changes a module.
    isolate: false,
    // Two more than cores: many tests wait for a database, a browser or a process; with one more a fifth of the cores' time was idle.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
  },
});
