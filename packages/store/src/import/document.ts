/**
 * Taking a file in. The same bytes again are nothing new; other bytes of the same agency, year and stage are the next
 * version, joined with the files that hold what these do not; what is nobody's figures waits with its original. All of a file is written in one transaction, after its original is safely kept: a killed process leaves
 * either everything or an original that nobody asks for yet.
 */
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { followersOf, type Stage } from '@mingsuan/core/model/document-kinds';
import { publishReading } from '@mingsuan/core/model/published';
import type { CorrectionBook } from '@mingsuan/documents/scan/correction-book';
import { type Kysely, sql } from 'kysely';
import { insertOf, integerOf, literalsOf } from '../database/bulk.ts';
import { PREPARED } from '../database/prepared.ts';
import type { Database } from '../database/schema.ts';
import { sha256Of } from '../files.ts';
import { isRejected, type Ruling } from '../identity/ruling.ts';
import { type Kept, orderVersions } from '../identity/versions.ts';
import { keepingFiles } from '../kept-files.ts';
import type { Store } from '../open.ts';
import { recount } from '../queries/findings.ts';
import { timesOf } from '../queries/sql.ts';
import { keepRecognised, keptRecognised } from '../recognised.ts';
import { agencyOf, linkUnits, lockAgencies } from './agencies.ts';
import { besideOf, type DisclosureSource, type Held } from './beside.ts';
import { enterItems, INDEX_VERSION, insertValues } from './items.ts';
import {
  type DocumentInput,
  type Prepare,
  type PreparedDisclosure,
  type PreparedDocument,
  prepareDocument,
} from './prepare.ts';
import { PART_TABLES, placedAs } from './rows.ts';
import { enterTexts } from './texts.ts';

export interface ImportedDisclosure {
  readonly id: number;
  readonly agencyId: number;
  readonly year: number | undefined;
  readonly stage: Stage;
  readonly version: number;
}

export interface ImportResult {
  readonly documentId: number;
  readonly sha256: string;
  readonly disclosures: readonly ImportedDisclosure[];
  /** What was not published: nobody tells for sure whose it is, of which year or kind. */
  readonly held: readonly Held[];
  /** False where the same bytes were imported before. */
  readonly isNew: boolean;
}

/** Others may bring or take parts meanwhile; so often it is looked again. */
const MOST_LOOKS = 5;

/** @throws UnreadableInput where nothing of the file can be read; then nothing is kept */
export async function importDocument(
  store: Store,
  input: DocumentInput,
  prepare: Prepare = prepareDocument,
): Promise<ImportResult> {
  const sha256 = sha256Of(input.bytes);
  const known = await importedBefore(store.db, sha256);
  if (known) return known;
  const result = await takeIn(store, { ...input, sha256 }, prepare);
  return result ?? (await importedBefore(store.db, sha256))!;
}

/**
 * Reads a file that is known again, under what is ruled of it; nothing of it is published when this begins. What it published before
 * keeps its numbers. @throws UnreadableInput
 */
export async function takeInAgain(store: Store, documentId: number, prepare: Prepare = prepareDocument): Promise<void> {
  const [file] = await filesOf(store, [documentId]);
  if (file) await takeIn(store, { ...file, documentId }, prepare);
}

type Taken = DocumentInput & {
  readonly sha256: string;
  /** Of one that is known already. */
  readonly documentId?: number;
};

/** Undefined where another import of the same bytes was faster. */
async function takeIn(store: Store, input: Taken, prepare: Prepare): Promise<ImportResult | undefined> {
  let beside: readonly number[] = [];
  for (let look = 1; ; look += 1) {
    const prepared = await prepare(beside.length > 0 ? { ...input, beside: await filesOf(store, beside) } : input);
    if (look === 1) await store.files.put(input.bytes);
    const written = await write(store, input, prepared, beside, look === MOST_LOOKS);
    if (!written || !('beside' in written)) return written;
    beside = written.beside;
  }
}

/** Files in the store under names of their own, by which places in them are told. */
async function filesOf(store: Store, ids: readonly number[]) {
  const rows = await store.db
    .selectFrom('documents')
    .select(['id', 'name', 'sha256', 'ruling', 'recognised_sha256', 'corrections'])
    .where('id', 'in', ids)
    .execute();
  const files = await Promise.all(
    ids.map(async (id) => {
      const row = rows.find((one) => one.id === id);
      const bytes = row && (await store.files.get(row.sha256));
      if (!bytes) return [];
      const { name, sha256, ruling } = row;
      const settled = await settledOf(store, row);
      return [
        { name, bytes, sha256, ...(ruling ? { ruling: ruling as Ruling } : {}), ...(settled ? { settled } : {}) },
      ];
    }),
  );
  return files.flat();
}

/** Of a file of which people settled figures, the places that they did it at; undefined of others, which are read anew. */
async function settledOf(
  store: Store,
  { recognised_sha256, corrections }: { readonly recognised_sha256: string | null; readonly corrections: unknown },
): Promise<DocumentInput['settled']> {
  const book = corrections as CorrectionBook | null;
  if (!book || book.corrections.length === 0) return undefined;
  const recognised = await keptRecognised(store, recognised_sha256);
  return recognised && { recognised, corrections: book.corrections };
}

/** Writes all of a file at once, or says which files it is to be joined with first. */
function write(
  store: Store,
  input: Taken,
  prepared: PreparedDocument,
  beside: readonly number[],
  isLast: boolean,
): Promise<ImportResult | { readonly beside: readonly number[] } | undefined> {
  const { disclosures, held } = prepared;
  return store.db.transaction().execute(async (db) => {
    await lockAgencies(db, [...disclosures, ...held]);
    const needed = await besideOf(db, [...disclosures, ...held], input.documentId);
    if (!isLast && String(needed) !== String(beside)) return { beside: needed };
    const document = await writeDocument(store, db, input, prepared);
    if (!document) return undefined;
    const written = await writeDisclosures(db, document, disclosures, beside);
    const joined = disclosures.flatMap((disclosure) => disclosure.joined.map(({ at }) => beside[at]!));
    if (joined.length > 0) await db.updateTable('documents').set({ held: null }).where('id', 'in', joined).execute();
    return { documentId: document.id, sha256: input.sha256, disclosures: written, held, isNew: true };
  });
}

/** A document and the numbers that its disclosures had before. */
interface Entered {
  readonly id: number;
  readonly kept: readonly Kept[];
  /** Whether it came in before. */
  readonly isKnown: boolean;
}

/** Undefined where another import of the same bytes was faster. */
async function writeDocument(
  store: Store,
  db: Kysely<Database>,
  { documentId, name, bytes, sha256, ruling }: Taken,
  { kind, problems, coverage, held, recognised }: PreparedDocument,
): Promise<Entered | undefined> {
  if (recognised) await keepingFiles(db);
  const scan = { recognised_sha256: await keepRecognised(store, recognised) };
  const read = { kind, problems, coverage, held: held.length > 0 ? JSON.stringify(held) : null, ...scan };
  if (documentId === undefined) {
    const entered = await db
      .insertInto('documents')
      .values({
        sha256,
        name,
        bytes_size: bytes.length,
        ...read,
        ruling: ruling ? JSON.stringify(ruling) : null,
        corrections: null,
      })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .returning('id')
      .executeTakeFirst();
    return entered && { id: entered.id, kept: [], isKnown: false };
  }
  const { kept } = await db
    .selectFrom('documents')
    .select('kept')
    .where('id', '=', documentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await db
    .updateTable('documents')
    // What was taken back is missed under the numbers that it had, and comes back under them.
    .set(isRejected(ruling) ? read : { ...read, kept: null })
    .where('id', '=', documentId)
    .execute();
  return { id: documentId, kept: (kept ?? []) as Kept[], isKnown: true };
}

/** Facts already read (`mingsuan read --format json`), kept as such a file. */
export function importReadings(
  store: Store,
  name: string,
  readings: readonly DocumentReading[],
): Promise<ImportResult> {
  return importDocument(store, {
    name,
    bytes: Buffer.from(JSON.stringify({ documents: readings.map(publishReading) })),
  });
}

/** The file in the store with the very same bytes; undefined where there is none. */
export async function sameFile(
  { db }: Pick<Store, 'db'>,
  bytes: Uint8Array,
): Promise<{ readonly id: number; readonly name: string } | undefined> {
  return db.selectFrom('documents').select(['id', 'name']).where('sha256', '=', sha256Of(bytes)).executeTakeFirst();
}

async function importedBefore(db: Kysely<Database>, sha256: string): Promise<ImportResult | undefined> {
  const document = await db
    .selectFrom('documents')
    .select(['id', 'held'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
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
  return { documentId: document.id, sha256, disclosures, held: (document.held ?? []) as Held[], isNew: false };
}

async function writeDisclosures(
  db: Kysely<Database>,
  { id: documentId, kept, isKnown }: Entered,
  disclosures: readonly PreparedDisclosure[],
  beside: readonly number[],
): Promise<ImportedDisclosure[]> {
  const agencies = [];
  for (const disclosure of disclosures) agencies.push(await agencyOf(db, disclosure));
  const together = agencies.map(({ id }) => id);
  const fresh = agencies.flatMap(({ id, isNew }) => (isNew ? [id] : []));
  await linkUnits(db, disclosures.length > 1 ? together : fresh, together);
  const written: ImportedDisclosure[] = [];
  for (const [i, disclosure] of disclosures.entries()) {
    const before = kept.find(({ ordinal }) => ordinal === disclosure.ordinal);
    const identity = { documentId, agencyId: together[i]!, number: before?.id };
    const entered = await writeDisclosure(db, identity, disclosure, beside);
    // Findings are drafts but for those that a rule or the policy releases.
    await recount(db, sql`d.id = ${entered.id}`);
    if (isKnown) await orderVersions(db, entered);
    written.push(entered);
  }
  return written;
}

interface Identity {
  readonly documentId: number;
  readonly agencyId: number;
  /** That it had before it was made again. */
  readonly number: number | undefined;
}

/**
 * Enters the next version of the agency's year and stage with all its parts; it becomes the current one, and what it is
 * compared with is marked for a recheck. All in one statement: a round trip for each table would cost more than most tables' rows.
 */
async function writeDisclosure(
  db: Kysely<Database>,
  { documentId, agencyId, number }: Identity,
  { ordinal, year, stage, row, parts, lines, texts, holding, joined }: PreparedDisclosure,
  beside: readonly number[],
): Promise<ImportedDisclosure> {
  const sources = [
    { document: documentId, holding },
    ...joined.map((file): DisclosureSource => ({ document: beside[file.at]!, holding: file.holding })),
  ];
  const agency = integerOf(agencyId);
  const after = year === undefined ? [] : followersOf({ stage, year });
  const constants = { disclosure_id: sql`(select id from entered)` };
  await enterItems(db, lines);
  await enterTexts(db, texts, { agency, year: year ?? 0 });
  const inserts = PART_TABLES.map(({ table, columns, isPlaced }) => {
    const literals = parts[table] ?? literalsOf(columns, []);
    const own = { ...constants, ...(isPlaced ? placedAs(agency, year) : {}) };
    return sql`${sql.ref(`into_${table}`)} as (${insertOf({ table, columns, literals, constants: own })})`;
  });
  const names = Object.keys(row).map((name) => sql.ref(name));
  const before = sql`before as (
    update disclosures set is_current = false
    where agency_id = ${agency} and coalesce(year, 0) = ${integerOf(year ?? 0)} and stage = ${stage} and is_current
    returning version)`;
  const entered = sql`entered as (
    insert into disclosures (id, created_at, document_id, ordinal, agency_id, year, stage, version, is_current, indexed, sources, ${sql.join(names)})
    values (coalesce(${integerOf(number ?? null)}, cast(nextval(pg_get_serial_sequence('disclosures', 'id')) as integer)),
      (select max(imported_at) from documents where id in (${sql.join(sources.map(({ document }) => document))})), ${documentId}, ${ordinal}, ${agencyId}, ${year ?? null}, ${stage},
      coalesce((select version from before), 0) + 1, true, ${integerOf(INDEX_VERSION)}, cast(${JSON.stringify(sources)} as json),
      ${sql.join(Object.values(row))})
    returning id, version)`;
  const marks = sql`marks as (
    insert into rechecks (agency_id, year, stage)
    select ${agency}, ${integerOf(year ?? 0)}, cast(${stage} as text)
    union all select agency_id, year, stage from disclosures
    where agency_id = ${agency} and is_current and (coalesce(year, 0), stage) in (select * from ${timesOf(after)}))`;
  const subject = { id: sql`(select id from entered)`, agency, year: year ?? 0, stage };
  const values = sql`into_item_values as (${insertValues(subject, lines)})`;
  const { rows } = await sql<{ id: number; version: number }>`${sql.raw(PREPARED)}
     with ${sql.join([before, entered, marks, ...inserts, values])} select id, version from entered`.execute(db);
  return { ...rows[0]!, agencyId, year, stage };
}
