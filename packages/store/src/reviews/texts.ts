/** Texts that come into a batch, and their corrected ones: kept with the file store, read by jobs that outlive the process. */
import type { Finding } from '@mingsuan/core/finding';
import { matchRounds } from '@mingsuan/core/review/match-rounds';
import type { Recognised } from '@mingsuan/documents/read';
import type { CorrectionBook } from '@mingsuan/documents/scan/correction-book';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { sha256Of } from '../files.ts';
import { ChangeRefused } from '../identity/changes.ts';
import { enqueueIn } from '../jobs/queue.ts';
import { keepingFiles } from '../kept-files.ts';
import type { Store } from '../open.ts';
import { audit } from '../people/audit.ts';
import { keepRecognised } from '../recognised.ts';
import type { Worker } from '../work/steps.ts';
import { assureOffice, type ReviewBatch } from './batches.ts';
import { getReviewFile, type ReviewFile, type ReviewFinding, type ReviewItem, reviewFindings } from './items.ts';
import { auditReview, findingRow, heldReview, moveFinding, moveReview } from './moves.ts';
import { noticeRules } from './rules.ts';

type Db = Kysely<Database>;

/** Reads and checks a file of a review: `{"file": 3}`. */
export const REVIEW_FILE = 'review-file';

export interface ReviewText {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a scan of the portal, what people settled there: it goes along, with the recognised scan that it stands in. */
  readonly settled?: SettledScan | undefined;
}

export interface SettledScan {
  readonly recognisedSha256: string;
  readonly book: CorrectionBook;
}

/** Puts texts into a batch; one that is there by its bytes is not put again. @returns how many are new @throws ChangeRefused */
export function addReviewTexts(
  store: Store,
  batch: Pick<ReviewBatch, 'id' | 'unitId' | 'title'>,
  texts: readonly ReviewText[],
  worker: Worker,
  now = new Date(),
): Promise<number> {
  return store.db.transaction().execute(async (tx) => {
    assureOffice(worker);
    await tx.selectFrom('review_batches').select('id').where('id', '=', batch.id).forUpdate().executeTakeFirstOrThrow();
    await keepingFiles(tx);
    const { rows } = await sql<{ sha256: string }>`select f.sha256 from review_files f
      join review_documents d on d.id = f.document_id where d.batch_id = ${batch.id}`.execute(tx);
    const known = new Set(rows.map(({ sha256 }) => sha256));
    const files: number[] = [];
    for (const text of texts) {
      const sha256 = sha256Of(text.bytes);
      if (known.has(sha256)) continue;
      known.add(sha256);
      const { id } = await tx
        .insertInto('review_documents')
        .values({
          batch_id: batch.id,
          name: text.name,
          agency: null,
          code: null,
          year: null,
          stage: null,
          reviewer_id: null,
          state: 'open',
          changed_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      files.push(await enterFile(store, tx, { documentId: id, round: 1, ...text }, worker, now));
    }
    if (files.length === 0) return 0;
    await enqueueFiles(tx, batch.title, files);
    const title = `${batch.title}：收入 ${files.length} 份文本`;
    await audit(
      tx,
      worker,
      { kind: 'review', subject: batch.id, unitId: batch.unitId, role: 'bureau-office', title },
      now,
    );
    return files.length;
  });
}

const enqueueFiles = (tx: Db, title: string, files: readonly number[]) =>
  enqueueIn(
    tx,
    REVIEW_FILE,
    `审核：${title}`,
    files.map((file) => ({ file })),
  );

async function enterFile(
  { files }: Store,
  tx: Db,
  { documentId, round, name, bytes, settled }: ReviewText & { readonly documentId: number; readonly round: number },
  worker: Worker,
  now: Date,
): Promise<number> {
  // Read anew meanwhile, a file of the portal stands in another recognised scan.
  const along = settled && (await files.get(settled.recognisedSha256)) ? settled : undefined;
  const { id } = await tx
    .insertInto('review_files')
    .values({
      document_id: documentId,
      round,
      name,
      sha256: await files.put(bytes),
      size: bytes.length,
      reading_sha256: null,
      recognised_sha256: along?.recognisedSha256 ?? null,
      corrections: along ? JSON.stringify(along.book) : null,
      identities: null,
      pages: null,
      coverage: null,
      problem: null,
      person_id: worker.personId,
      person: worker.person,
      role: worker.roles.includes('bureau-office') ? 'bureau-office' : 'reviewer',
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The corrected text of an agency that was told: the review begins its next round with it. @throws ChangeRefused */
export function receiveCorrected(
  store: Store,
  id: number,
  text: ReviewText,
  revision: number,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return store.db.transaction().execute(async (tx) => {
    await keepingFiles(tx);
    const item = await heldReview(tx, id, revision);
    const same = await tx
      .selectFrom('review_files')
      .select('round')
      .where('document_id', '=', id)
      .where('sha256', '=', sha256Of(text.bytes))
      .executeTakeFirst();
    if (same) throw new ChangeRefused(`这个文件和第 ${same.round} 轮的一样，没有改过。`);
    const round = item.round + 1;
    const moved = await moveReview(tx, item, { event: 'receive' }, worker, now);
    await tx.updateTable('review_documents').set({ round }).where('id', '=', id).execute();
    const file = await enterFile(store, tx, { documentId: id, round, ...text }, worker, now);
    await enqueueFiles(tx, text.name, [file]);
    const role = worker.roles.includes('bureau-office') ? 'bureau-office' : 'reviewer';
    const title = `收到第 ${round} 轮的改正稿 ${text.name}`;
    await auditReview(tx, moved, worker, role, { title, after: { round } }, now);
  });
}

/** What a file was read into; `problem`: why it was not. */
export interface ReviewReading {
  readonly readingBytes?: Uint8Array;
  /** Of a scan with doubtful figures. */
  readonly recognised?: Recognised | undefined;
  readonly identities?: unknown;
  readonly pages?: unknown;
  readonly coverage?: unknown;
  readonly problem?: string;
  readonly agency?: { readonly name: string; readonly code?: string | undefined } | undefined;
  readonly year?: number | undefined;
  readonly stage?: string | undefined;
}

/** Enters what was read of a file. Done again, it is the same. */
export function enterReviewReading(store: Store, file: ReviewFile, reading: ReviewReading): Promise<void> {
  return store.db.transaction().execute(async (tx) => {
    await keepingFiles(tx);
    await setReading(store, tx, file, reading);
  });
}

/** The same, within a transaction that keeps files. */
export async function setReading(store: Store, tx: Db, file: ReviewFile, reading: ReviewReading): Promise<void> {
  const { readingBytes, recognised, identities, pages, coverage, problem, agency, year, stage } = reading;
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  const updated = await tx
    .updateTable('review_files')
    .set({
      reading_sha256: readingBytes ? await store.files.put(readingBytes) : null,
      recognised_sha256: await keepRecognised(store, recognised),
      identities: json(identities),
      pages: json(pages),
      coverage: json(coverage),
      problem: problem ?? null,
    })
    .where('id', '=', file.id)
    .returning('id')
    .executeTakeFirst();
  if (!updated || !agency) return;
  await tx
    .updateTable('review_documents')
    .set({ agency: agency.name, code: agency.code ?? null, year: year ?? null, stage: stage ?? null })
    .where('id', '=', file.documentId)
    .where('round', '=', file.round)
    .execute();
}

/**
 * Enters what was found in the text of a file: the first time against the round before (改了, 没改, 新出现), later, where texts beside
 * it came in, against what was found of it already. What a person decided stands. Nothing is entered of a review that was handed on.
 */
export function enterReviewFindings(
  { db }: Pick<Store, 'db'>,
  fileId: number,
  found: readonly Finding[],
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const file = await getReviewFile(tx, fileId);
    if (!file) return;
    const item = await heldReview(tx, file.documentId);
    if (item.state !== 'open' || item.round !== file.round) return;
    const notices = await noticeRules(tx, item.unitId);
    const graded = found.map((finding) =>
      notices.has(finding.rule) ? { ...finding, severity: 'notice' as const } : finding,
    );
    const before = (await reviewFindings(tx, [item.id])).filter(({ isOwn }) => !isOwn);
    if (file.isChecked) await enterBeside(tx, file, before, graded);
    else await enterRound(tx, item, file, before, graded);
    await tx.updateTable('review_files').set({ is_checked: true }).where('id', '=', fileId).execute();
  });
}

/** The first time of a round. */
async function enterRound(
  tx: Db,
  item: ReviewItem,
  { documentId, round, personId, person, role }: ReviewFile,
  before: readonly ReviewFinding[],
  found: readonly Finding[],
): Promise<void> {
  const byId = new Map(before.map((one) => [one.finding.id!, one]));
  const { stays, gone, appeared } = matchRounds(
    before.map(({ finding }) => finding),
    found,
  );
  const now = new Date();
  const move = async (one: ReviewFinding, events: Readonly<Record<string, string>>) => {
    const event = events[one.state];
    if (event) await moveFinding(tx, item, one, { event, isMatched: true }, { personId, person }, [role], now);
  };
  for (const finding of gone) await move(byId.get(finding.id!)!, { told: 'mend', open: 'mend' });
  for (const { before: was, after } of stays) {
    const one = byId.get(was.id!)!;
    await move(one, { told: 'remain', fixed: 'recur' });
    await keepFinding(tx, one.id, after, round);
  }
  await addFindings(tx, documentId, round, appeared);
}

/** A text beside it came in: what nobody touched follows what is found now. */
async function enterBeside(
  tx: Db,
  { documentId, round }: ReviewFile,
  before: readonly ReviewFinding[],
  found: readonly Finding[],
): Promise<void> {
  const known = new Map(before.map((one) => [one.finding.id!, one]));
  const now = new Set(found.map(({ id }) => id));
  const untouched = before.filter(
    ({ finding, state, revision, firstRound }) =>
      state === 'open' && revision === 0 && firstRound === round && !now.has(finding.id),
  );
  if (untouched.length > 0)
    await tx
      .deleteFrom('review_findings')
      .where(
        'id',
        'in',
        untouched.map(({ id }) => id),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('review_comments')
              .select('review_comments.id')
              .whereRef('review_comments.finding_id', '=', 'review_findings.id'),
          ),
        ),
      )
      .execute();
  for (const finding of found) {
    const one = known.get(finding.id!);
    if (one && one.lastRound === round) await keepFinding(tx, one.id, finding, round);
  }
  await addFindings(
    tx,
    documentId,
    round,
    found.filter(({ id }) => !known.has(id!)),
  );
}

const keepFinding = (tx: Db, id: number, finding: Finding, round: number) =>
  tx
    .updateTable('review_findings')
    .set({ ...findingRow(finding), last_round: round })
    .where('id', '=', id)
    .execute();

async function addFindings(tx: Db, documentId: number, round: number, found: readonly Finding[]): Promise<void> {
  if (found.length === 0) return;
  const values = found.map((finding) => ({
    document_id: documentId,
    ...findingRow(finding),
    first_round: round,
    last_round: round,
    state: 'open' as const,
    person: null,
  }));
  await tx
    .insertInto('review_findings')
    .values(values)
    .onConflict((conflict) => conflict.columns(['document_id', 'key']).doNothing())
    .execute();
}

/** Files of the portal of a region and year: what was collected there already, by bytes. */
export async function collectedTexts(
  store: Store,
  regionCode: string,
  year: number,
  stage: string,
): Promise<readonly (Omit<ReviewText, 'bytes'> & { readonly sha256: string })[]> {
  const { rows } = await sql<{
    id: number;
    name: string;
    sha256: string;
    recognised: string | null;
    book: CorrectionBook | null;
  }>`select o.id, o.name, o.sha256, o.recognised_sha256 as recognised, o.corrections as book from documents o
    where o.id in (select d.document_id from disclosures d join agencies a on a.id = d.agency_id
      where a.region = ${regionCode} and d.year = ${year} and d.stage = ${stage} and d.is_current)
    order by o.name, o.id`.execute(store.db);
  return rows.map(({ name, sha256, recognised, book }) => ({
    name,
    sha256,
    ...(recognised !== null && book && book.log.length > 0 ? { settled: { recognisedSha256: recognised, book } } : {}),
  }));
}
