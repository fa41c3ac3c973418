/** What is worth breaking: the files whose mistakes would cost most, and the tests that stand beside them. */

export interface Area {
  /** Globs of files, from the project's root. */
  readonly files: readonly string[];
  /** Beginnings of paths of tests; those that walk through many documents take too long for each line. */
  readonly tests: readonly string[];
}

export const AREAS: Readonly<Record<string, Area>> = {
  money: {
    files: ['packages/core/src/money.ts'],
    tests: ['packages/core/test/money.test.ts', 'packages/core/test/compile', 'packages/core/test/words/fit.test.ts'],
  },
  equations: {
    files: ['packages/core/src/equations/', 'packages/core/src/repair/'],
    tests: ['packages/core/test/equations', 'packages/core/test/repair', 'packages/core/test/rules/c'],
  },
  figures: {
    files: ['packages/core/src/figures/', 'packages/core/src/rules/words/'],
    tests: ['packages/core/test/words', 'packages/core/test/figures', 'packages/core/test/rules/c'],
  },
  recognition: {
    files: ['packages/documents/src/recognize/'],
    tests: ['packages/documents/test/recognize', 'packages/documents/test/compose/law.test.ts'],
  },
  access: {
    files: [
      'packages/server/src/http/visitor.ts',
      'packages/server/src/http/operator.ts',
      'packages/server/src/http/rate-limit.ts',
      'packages/server/src/http/upload.ts',
      'packages/store/src/files.ts',
    ],
    tests: [
      'packages/server/test/limits.test.ts',
      'packages/server/test/owasp.test.ts',
      'packages/store/test/files.test.ts',
    ],
  },
};
