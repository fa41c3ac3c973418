/** A text under review: its place in its process, its files, what was found in it and said of it. */

import type { Finding } from '@mingsuan/core/finding';
import type { ReviewFindingState, ReviewState } from '@mingsuan/core/process/reviews';
import type { Role } from '@mingsuan/core/process/roles';
import type { CorrectionBook } from '@mingsuan/documents/scan/correction-book';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { allOf, listOf } from '../queries/sql.ts';

type Db = Kysely<Database>;

export interface ReviewItem {
  readonly id: number;
  readonly batchId: number;
  readonly unitId: number;
  /** Of the file as it first came. */
  readonly name: string;
  /** As the newest file tells; null where it does not. */
  readonly agency: string | null;
  readonly code: string | null;
  readonly year: number | null;
  readonly stage: string | null;
  readonly reviewerId: number | null;
  readonly reviewer: string | null;
  readonly state: ReviewState;
  readonly round: number;
  readonly revision: number;
  /** Of the newest file: whether it was checked, or why it was not read. */
  readonly isChecked: boolean;
  readonly problem: string | null;
  /** Of the newest round, by state; errors among those that are open. */
  readonly open: number;
  readonly errors: number;
  readonly told: number;
  readonly fixed: number;
  readonly dismissed: number;
}

const COUNT = (state: ReviewFindingState) => sql`cast(count(*) filter (where g.state = ${state}) as integer)`;

const FROM = sql`from review_documents d join review_batches b on b.id = d.batch_id
  join review_files f on f.document_id = d.id and f.round = d.round
  left join people p on p.id = d.reviewer_id
  left join lateral (select ${COUNT('open')} as open, ${COUNT('told')} as told, ${COUNT('fixed')} as fixed,
    ${COUNT('dismissed')} as dismissed,
    cast(count(*) filter (where g.state = 'open' and g.severity = 'error') as integer) as errors
    from review_findings g where g.document_id = d.id) n on true`;

const ITEM = sql`d.id, d.batch_id as "batchId", b.unit_id as "unitId", d.name, d.agency, d.code, d.year, d.stage,
  d.reviewer_id as "reviewerId", p.name as reviewer, d.state, d.round, d.revision, f.is_checked as "isChecked", f.problem,
  n.open, n.errors, n.told, n.fixed, n.dismissed`;

/** Of a batch, in the order of their codes and names; those assigned to a person alone where one is named. */
export async function listReviews(db: Db, batchId: number, personId?: number): Promise<readonly ReviewItem[]> {
  const { rows } = await sql<ReviewItem>`select ${ITEM} ${FROM} where ${allOf([
    sql`d.batch_id = ${batchId}`,
    personId !== undefined && sql`d.reviewer_id = ${personId}`,
  ])} order by d.code nulls last, d.name, d.id`.execute(db);
  return rows;
}

/** Undefined where there is none. */
export async function getReview(db: Db, id: number): Promise<ReviewItem | undefined> {
  const { rows } = await sql<ReviewItem>`select ${ITEM} ${FROM} where d.id = ${id}`.execute(db);
  return rows[0];
}

export interface ReviewFile {
  readonly id: number;
  readonly documentId: number;
  readonly round: number;
  readonly name: string;
  readonly sha256: string;
  readonly readingSha256: string | null;
  readonly recognisedSha256: string | null;
  readonly corrections: CorrectionBook | null;
  readonly identities: unknown;
  readonly pages: unknown;
  readonly coverage: unknown;
  readonly problem: string | null;
  readonly isChecked: boolean;
  readonly personId: number;
  readonly person: string;
  readonly role: Role;
  readonly at: string;
}

const FILE = sql`f.id, f.document_id as "documentId", f.round, f.name, f.sha256, f.reading_sha256 as "readingSha256", f.recognised_sha256 as "recognisedSha256", f.corrections, f.identities,
  f.pages, f.coverage, f.problem, f.is_checked as "isChecked", f.person_id as "personId", f.person, f.role, f.at`;

async function filesWhere(db: Db, condition: RawBuilder<unknown>): Promise<readonly ReviewFile[]> {
  const { rows } = await sql<Omit<ReviewFile, 'at'> & { at: Date }>`select ${FILE} from review_files f
    join review_documents d on d.id = f.document_id where ${condition} order by f.document_id, f.round`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The texts of all rounds, the first first. */
export const reviewFiles = (db: Db, documentId: number): Promise<readonly ReviewFile[]> =>
  filesWhere(db, sql`f.document_id = ${documentId}`);

/** Undefined where there is none. */
export const getReviewFile = async (db: Db, id: number): Promise<ReviewFile | undefined> =>
  (await filesWhere(db, sql`f.id = ${id}`))[0];

/** The newest texts of a batch that were read. */
export const readInBatch = (db: Db, batchId: number): Promise<readonly ReviewFile[]> =>
  filesWhere(db, sql`d.batch_id = ${batchId} and f.round = d.round and f.reading_sha256 is not null`);

interface Told {
  readonly event: string;
  readonly name: string;
  readonly person: string;
  readonly at: string;
  readonly round: number;
  readonly reason: string | null;
}

/** `isMatched`: what comparing with the corrected text showed, which nobody decided. */
export interface FindingStep extends Told {
  readonly isMatched: boolean;
}

export interface ReviewFinding {
  readonly id: number;
  readonly documentId: number;
  readonly finding: Finding;
  readonly isOwn: boolean;
  readonly firstRound: number;
  readonly lastRound: number;
  readonly state: ReviewFindingState;
  readonly revision: number;
  readonly person: string | null;
}

const FINDING = sql`id, document_id as "documentId", finding, is_own as "isOwn", first_round as "firstRound",
  last_round as "lastRound", state, revision, person`;

/** In the order that they were found in; those of these numbers alone where they are named. */
export async function reviewFindings(
  db: Db,
  documents: readonly number[],
  ids?: readonly number[],
): Promise<readonly ReviewFinding[]> {
  const { rows } = await sql<ReviewFinding>`select ${FINDING} from review_findings
    where document_id = any(${listOf(documents, 'integer')})
    and ${ids === undefined ? sql`true` : sql`id = any(${listOf(ids, 'integer')})`}
    order by document_id, first_round, id`.execute(db);
  return rows;
}

/** What happened to the findings of a text, by finding, the first first. */
export async function findingSteps(db: Db, documentId: number): Promise<ReadonlyMap<number, readonly FindingStep[]>> {
  const { rows } = await sql<
    Omit<FindingStep, 'at'> & { findingId: number; at: Date }
  >`select s.finding_id as "findingId",
    s.event, s.name, s.person, s.at, s.round, s.reason, s.is_matched as "isMatched" from review_finding_steps s
    join review_findings g on g.id = s.finding_id where g.document_id = ${documentId}
    order by s.finding_id, s.number`.execute(db);
  const steps = new Map<number, FindingStep[]>();
  for (const { findingId, at, ...step } of rows)
    steps.set(findingId, [...(steps.get(findingId) ?? []), { ...step, at: at.toISOString() }]);
  return steps;
}

export interface ReviewStep extends Told {
  readonly number: number;
  readonly personId: number;
  readonly role: Role;
  readonly from: ReviewState;
  readonly to: ReviewState;
  readonly content: string;
}

/** What happened to a text, the first first. */
export async function reviewSteps(db: Db, documentId: number): Promise<readonly ReviewStep[]> {
  const { rows } = await sql<Omit<ReviewStep, 'at'> & { at: Date }>`select number, event, name, person_id as "personId",
    person, role, from_state as "from", to_state as "to", at, round, content, reason
    from review_steps where document_id = ${documentId} order by number`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export interface ReviewComment {
  readonly id: number;
  readonly findingId: number | null;
  readonly person: string;
  readonly text: string;
  readonly at: string;
}

/** What was said of a text or one of its findings, the first first. */
export async function reviewComments(db: Db, documentId: number): Promise<readonly ReviewComment[]> {
  const rows = await db
    .selectFrom('review_comments')
    .select(['id', 'finding_id', 'person', 'text', 'at'])
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute();
  return rows.map(({ finding_id: findingId, at, ...row }) => ({ ...row, findingId, at: (at as Date).toISOString() }));
}

export interface ReviewVerdict {
  readonly documentId: number;
  readonly item: string;
  readonly met: boolean | null;
  readonly note: string;
  readonly person: string;
}

/** What reviewers said of the items of the checklist. */
export async function reviewVerdicts(db: Db, documents: readonly number[]): Promise<readonly ReviewVerdict[]> {
  const { rows } = await sql<ReviewVerdict>`select document_id as "documentId", item, met, note, person
    from review_verdicts where document_id = any(${listOf(documents, 'integer')}) order by document_id, item`.execute(
    db,
  );
  return rows;
}
