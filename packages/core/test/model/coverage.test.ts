import { expect, test } from 'vitest';
import {
  type Coverage,
  coverageOf,
  isWhollyRead,
  isWhollyUnderstood,
  joinCoverage,
  type TableCoverage,
} from '../../src/model/coverage.ts';

const table = (read: number, generic: number, unread: number, state: TableCoverage['state']): TableCoverage => ({
  title: '表',
  page: 1,
  state,
  amounts: { printed: read + generic + unread, read, generic, unread },
});
const READ = table(4, 0, 0, 'read');
const WORDS = { figures: 2, understood: 2 };

test.each<[string, Coverage, boolean, boolean]>([
  ['all read', coverageOf([READ], WORDS, 0), true, true],
  [
    'a table kept under its shape is read, but not understood',
    coverageOf([READ, table(0, 3, 0, 'generic')], WORDS, 0),
    true,
    false,
  ],
  ['a table that was not read', coverageOf([READ, table(1, 0, 2, 'unread')], WORDS, 0), false, false],
  ['a page that is a picture', coverageOf([READ], WORDS, 1), false, false],
  ['nothing that could be checked', coverageOf([], { figures: 0, understood: 0 }, 0), true, false],
  ['words not understood', coverageOf([READ], { figures: 2, understood: 1 }, 0), true, false],
])('%s', (_, coverage, read, understood) => {
  expect([isWhollyRead(coverage), isWhollyUnderstood(coverage)]).toEqual([read, understood]);
});

test('tables and their amounts are counted, and documents add up', () => {
  const one = coverageOf([READ, table(1, 1, 2, 'unread')], WORDS, 0);
  expect(one.tables).toEqual({ printed: 2, read: 1, generic: 0, unread: 1 });
  expect(one.amounts).toEqual({ printed: 8, read: 5, generic: 1, unread: 2 });
  expect(joinCoverage([one, one])?.amounts).toEqual({ printed: 16, read: 10, generic: 2, unread: 4 });
  expect(joinCoverage([one, undefined])).toBeUndefined();
});
