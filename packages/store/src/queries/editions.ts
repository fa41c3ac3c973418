/** How often a text was published. */
import type { Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { DisclosureSource } from '../import/beside.ts';

type Versioned = Pick<
  Selectable<Database['disclosures']>,
  'id' | 'agency_id' | 'year' | 'stage' | 'version' | 'document_id' | 'sources'
>;

/** By the disclosures' numbers, of all versions of an agency's texts: another edition begins where a file of the version before is no longer in it. */
export function editionsOf(rows: readonly Versioned[]): ReadonlyMap<number, number> {
  const editions = new Map<number, number>();
  const last = new Map<string, { readonly files: readonly number[]; readonly edition: number }>();
  for (const row of [...rows].sort((a, b) => a.version - b.version)) {
    const key = `${row.agency_id} ${row.year} ${row.stage}`;
    const files = [row.document_id, ...((row.sources ?? []) as DisclosureSource[]).map(({ document }) => document)];
    const before = last.get(key);
    const isAnother = before?.files.some((file) => !files.includes(file)) ?? false;
    const edition = (before?.edition ?? 1) + (isAnother ? 1 : 0);
    editions.set(row.id, edition);
    last.set(key, { files, edition });
  }
  return editions;
}
