/** JSON Schema of `coverage`, which both outputs print; the TypeScript twin is model/coverage.ts. */
import type { Coverage, TableCoverage, Tally, WordsCoverage } from '../model/coverage.ts';
import { count, described, list, object, oneOf, type Schema, text } from './schema.ts';

const tally = object<Tally>({ printed: count, read: count, generic: count, unread: count }, {});

const tableCoverage = object<TableCoverage>(
  { title: text, state: oneOf('read', 'generic', 'unread'), amounts: tally },
  { page: count, sheet: text, line: count },
);

export const coverage: Schema = described(
  'How much of what is printed was read: printed = read + generic (kept under its shape, not checked) + unread. Absent where nothing was read because it was made.',
  object<Coverage>(
    {
      tables: tally,
      amounts: tally,
      words: object<WordsCoverage>({ figures: count, understood: count }, {}),
      unreadPlaces: described('Places beside tables that were not read; each is told in problems.', count),
      perTable: list(tableCoverage),
    },
    {},
  ),
);
