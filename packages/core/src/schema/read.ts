/** What `mingsuan read --format json` prints. */
import { z } from 'zod';
import { list, type Naming, text, word, yearNumber } from './define.ts';
import { defineDocument } from './document.ts';
import { defineRecords } from './records.ts';

/** The files of a reading. Rows of a kind are absent where a document was read before there was such a kind. */
export function defineReading(named: Naming) {
  const parts = defineDocument(named);
  const { table, rows } = defineRecords(named, parts);
  const optional = Object.fromEntries(Object.entries(rows).map(([property, schema]) => [property, schema.optional()]));
  const disclosure = named(
    'disclosure',
    parts.disclosure
      .extend({
        agency: parts.agency.extend({ name: text.nullable() }).describe('name: null where nobody tells it.'),
        year: yearNumber.nullable().optional().describe('Null where nobody tells it.'),
        tables: list(table),
        ...optional,
      })
      .describe('One agency’s published document of one year and stage.'),
  );
  const document = named(
    'document',
    z
      .strictObject({
        source: word,
        coverage: parts.coverage.optional(),
        disclosures: list(disclosure),
        problems: list(parts.problem),
      })
      .describe('One file. A file that could not be read has no disclosures and one problem that says why.'),
  );
  return z.strictObject({ documents: list(document) });
}
