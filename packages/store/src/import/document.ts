/**
 * Taking a file in. The same bytes again are nothing new; other bytes of the same agency, year and stage are the next
 * version. All of a file is written in one transaction, after its original is safely kept: a killed process leaves
 * either everything or an original that nobody asks for yet.
 */
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { type Kysely, sql } from 'kysely';
import { insertLiterals } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import { sha256Of } from '../files.ts';
import type { Store } from '../open.ts';
import { agencyOf, linkUnits, lockAgencies } from './agencies.ts';
import { type DocumentInput, type Prepare, type PreparedDisclosure, prepareDocument } from './prepare.ts';
import { PART_TABLES } from './rows.ts';

export interface ImportedDisclosure {
  readonly id: number;
  readonly agencyId: number;
  readonly year: number | undefined;
  readonly stage: 'budget' | 'final-accounts';
  readonly version: number;
}

export interface ImportResult {
  readonly documentId: number;
  readonly sha256: string;
  readonly disclosures: readonly ImportedDisclosure[];
  /** False where the same bytes were imported before. */
  readonly isNew: boolean;
}

/** @throws UnreadableInput where nothing of the file can be read; then nothing is kept */
export async function importDocument(
  store: Store,
  input: DocumentInput,
  prepare: Prepare = prepareDocument,
): Promise<ImportResult> {
  const sha256 = sha256Of(input.bytes);
  const known = await importedBefore(store.db, sha256);
  if (known) return known;
  const { kind, problems, disclosures } = await prepare(input);
  await store.files.put(input.bytes);
  return store.db.transaction().execute(async (db) => {
    const document = await db
      .insertInto('documents')
      .values({ sha256, name: input.name, kind, bytes_size: input.bytes.length, problems })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .returning('id')
      .executeTakeFirst();
    // Another import of the same bytes was faster.
    if (!document) return (await importedBefore(db, sha256))!;
    const written = await writeDisclosures(db, document.id, disclosures);
    return { documentId: document.id, sha256, disclosures: written, isNew: true };
  });
}

/** Facts already read (`mingsuan read --format json`), kept as such a file. */
export function importReadings(
  store: Store,
  name: string,
  readings: readonly DocumentReading[],
): Promise<ImportResult> {
  return importDocument(store, { name, bytes: Buffer.from(JSON.stringify({ documents: readings })) });
}

async function importedBefore(db: Kysely<Database>, sha256: string): Promise<ImportResult | undefined> {
  const document = await db.selectFrom('documents').select('id').where('sha256', '=', sha256).executeTakeFirst();
  if (!document) return undefined;
  const rows = await db
    .selectFrom('disclosures')
    .select(['id', 'agency_id', 'year', 'stage', 'version'])
    .where('document_id', '=', document.id)
    .orderBy('ordinal')
    .execute();
  const disclosures = rows.map(({ agency_id, year, ...row }) => ({
    ...row,
    agencyId: agency_id,
    year: year ?? undefined,
  }));
  return { documentId: document.id, sha256, disclosures, isNew: false };
}

async function writeDisclosures(
  db: Kysely<Database>,
  documentId: number,
  disclosures: readonly PreparedDisclosure[],
): Promise<ImportedDisclosure[]> {
  await lockAgencies(db, disclosures);
  const agencies = [];
  for (const disclosure of disclosures) agencies.push(await agencyOf(db, disclosure));
  const together = agencies.map(({ id }) => id);
  const fresh = agencies.flatMap(({ id, isNew }) => (isNew ? [id] : []));
  await linkUnits(db, fresh, together);
  const written: ImportedDisclosure[] = [];
  for (const [ordinal, disclosure] of disclosures.entries()) {
    const agencyId = together[ordinal]!;
    const entered = await enterDisclosure(db, documentId, ordinal, agencyId, disclosure);
    await writeParts(db, entered, disclosure);
    written.push(entered);
  }
  return written;
}

/** Enters the next version of the agency's year and stage; it becomes the current one. */
async function enterDisclosure(
  db: Kysely<Database>,
  documentId: number,
  ordinal: number,
  agencyId: number,
  { year, stage, row }: PreparedDisclosure,
): Promise<ImportedDisclosure> {
  const before = await db
    .updateTable('disclosures')
    .set({ is_current: false })
    .where('agency_id', '=', agencyId)
    .where(sql<number>`coalesce(year, 0)`, '=', year ?? 0)
    .where('stage', '=', stage)
    .where('is_current', '=', true)
    .returning('version')
    .executeTakeFirst();
  const version = (before?.version ?? 0) + 1;
  const { id } = await db
    .insertInto('disclosures')
    .values({
      ...row,
      document_id: documentId,
      ordinal,
      agency_id: agencyId,
      year: year ?? null,
      stage,
      version,
      is_current: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, agencyId, year, stage, version };
}

async function writeParts(
  db: Kysely<Database>,
  { id, agencyId }: ImportedDisclosure,
  { parts }: PreparedDisclosure,
): Promise<void> {
  for (const { table, columns, ofAgency } of PART_TABLES) {
    const literals = parts[table];
    const owner = { disclosure_id: id, ...(ofAgency ? { agency_id: agencyId } : {}) };
    if (literals) await insertLiterals(db, table, columns, literals, owner);
  }
}
