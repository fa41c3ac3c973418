/** What reviewers do: assign, decide on findings, add their own, comment, sign items of the checklist, hand on, write to the agency. */

import { REVIEW, REVIEW_FINDING } from '@mingsuan/core/process/reviews';
import type { Role } from '@mingsuan/core/process/roles';
import type { Letter } from '@mingsuan/core/review/letter';
import { type OwnFinding, ownFinding } from '@mingsuan/core/review/own-finding';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit } from '../people/audit.ts';
import type { Worker } from '../work/steps.ts';
import { assureOffice, type ReviewBatch } from './batches.ts';
import { type ReviewItem, reviewFindings } from './items.ts';
import { actingOn, auditReview, findingRow, heldReview, moveFinding, moveReview } from './moves.ts';

type Db = Kysely<Database>;

const MAKING: readonly Role[] = ['reviewer', 'bureau-office'];

/** As whom somebody works on what a review holds now. @throws ChangeRefused */
function makerOf(item: ReviewItem, worker: Worker): Role {
  const role = MAKING.find((one) => actingOn(item, worker).includes(one));
  if (!role) throw new ChangeRefused('要由分派到的评审专家或财政业务处来做。');
  if (!REVIEW.editable.includes(item.state))
    throw new ChangeRefused(`现在是“${REVIEW.states[item.state]}”，不能再改；要改请先退回或撤回。`);
  return role;
}

/** Gives texts of a batch to a person, or to nobody. @throws ChangeRefused */
export async function assignReviews(
  { db }: Pick<Store, 'db'>,
  batch: Pick<ReviewBatch, 'id' | 'unitId' | 'title'>,
  documents: readonly number[],
  reviewer: { readonly id: number; readonly name: string } | undefined,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  assureOffice(worker);
  await db.transaction().execute(async (tx) => {
    const rows = await tx
      .updateTable('review_documents')
      .set({ reviewer_id: reviewer?.id ?? null, changed_at: now })
      .where('batch_id', '=', batch.id)
      .where('id', 'in', [...documents])
      .where('state', '<>', 'closed')
      .returning(['id', 'name'])
      .execute();
    if (rows.length === 0) throw new ChangeRefused('请先选要分派的文本；办结的不再分派。');
    const title = `${batch.title}：${rows.length} 份${reviewer ? `分派给${reviewer.name}` : '不再分派'}`;
    const entry = { kind: 'review', subject: batch.id, unitId: batch.unitId, role: 'bureau-office', title } as const;
    await audit(tx, worker, { ...entry, after: { documents: rows.map(({ name }) => name) } }, now);
  });
}

/** A step of a review that brings nothing along: handing on, returning, closing. @throws ChangeRefused */
export function stepReview(
  { db }: Pick<Store, 'db'>,
  id: number,
  question: { readonly revision: number; readonly event: string; readonly reason?: string | undefined },
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const item = await heldReview(tx, id, question.revision);
    if (['edit', 'tell', 'receive'].includes(question.event)) throw new ChangeRefused('这一步要连同内容一起做。');
    const moved = await moveReview(tx, item, question, worker, now);
    const { name, roles } = REVIEW.transitions.find((one) => one.from === item.state && one.event === question.event)!;
    const role = roles.find((one) => actingOn(item, worker).includes(one))!;
    const title = `${name}${question.reason ? `，${question.reason}` : ''}`;
    const states = { before: { state: REVIEW.states[item.state] }, after: { state: REVIEW.states[moved.state] } };
    await auditReview(tx, item, worker, role, { title, ...states }, now);
  });
}

export interface Decision {
  readonly event: string;
  readonly reason?: string | undefined;
  /** Each as it was seen. */
  readonly findings: readonly { readonly id: number; readonly revision: number }[];
}

/** Decides on findings of a review, on all of them or none: 不予采纳、恢复、已改、没改. @throws ChangeRefused */
export function decideFindings(
  { db }: Pick<Store, 'db'>,
  id: number,
  { event, reason, findings }: Decision,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const item = await heldReview(tx, id);
    const role = makerOf(item, worker);
    if (event === 'tell' || event === 'recur') throw new ChangeRefused('告知由发函来做，又出现由改正稿来看。');
    const found = await reviewFindings(
      tx,
      [id],
      findings.map((one) => one.id),
    );
    const seen = new Map(findings.map((one) => [one.id, one.revision]));
    if (found.length === 0 || found.length < seen.size) throw new ChangeRefused('有的问题已经不在了，请刷新。');
    if (found.some((one) => one.revision !== seen.get(one.id)))
      throw new ChangeRefused('有的问题别人刚刚办过，请刷新后看过再做。');
    for (const one of found) await moveFinding(tx, item, one, { event, reason }, worker, actingOn(item, worker), now);
    const { name, to } = REVIEW_FINDING.transitions.find((one) => one.from === found[0]!.state && one.event === event)!;
    const title = `${name} ${found.length} 个问题${reason ? `，${reason}` : ''}`;
    const told = (one: (typeof found)[number]) => ({ id: one.finding.id, message: one.finding.message });
    await auditReview(
      tx,
      item,
      worker,
      role,
      {
        title,
        before: found.map((one) => ({ ...told(one), state: REVIEW_FINDING.states[one.state] })),
        after: { state: REVIEW_FINDING.states[to] },
      },
      now,
    );
  });
}

/** A finding that a reviewer made by eye. @returns its number @throws ChangeRefused */
export function addOwnFinding(
  { db }: Pick<Store, 'db'>,
  id: number,
  own: OwnFinding,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const item = await heldReview(tx, id);
    const role = makerOf(item, worker);
    const { rows } = await sql<{ count: number }>`select cast(count(*) as integer) as count from review_findings
      where document_id = ${id} and is_own`.execute(tx);
    const finding = ownFinding(own, `own-${rows[0]!.count + 1}`);
    const made = await tx
      .insertInto('review_findings')
      .values({
        document_id: id,
        ...findingRow(finding),
        is_own: true,
        first_round: item.round,
        last_round: item.round,
        state: 'open',
        person: worker.person,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const told = { title: `另加一个问题：${own.message}`, after: finding };
    await auditReview(tx, item, worker, role, told, now);
    return made.id;
  });
}

/** Says something of a review, or of one of its findings. @throws ChangeRefused */
export function commentReview(
  { db }: Pick<Store, 'db'>,
  id: number,
  { findingId, text }: { readonly findingId?: number | undefined; readonly text: string },
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const item = await heldReview(tx, id);
    const role = MAKING.find((one) => actingOn(item, worker).includes(one));
    if (!role) throw new ChangeRefused('要由分派到的评审专家或财政业务处来写。');
    if (findingId !== undefined && (await reviewFindings(tx, [id], [findingId])).length === 0)
      throw new ChangeRefused('这个问题已经不在了，请刷新。');
    await tx
      .insertInto('review_comments')
      .values({
        document_id: id,
        finding_id: findingId ?? null,
        person_id: worker.personId,
        person: worker.person,
        text,
        at: now,
      })
      .execute();
    await auditReview(tx, item, worker, role, { title: '写意见', after: { text } }, now);
  });
}

/** What a reviewer says of an item of the checklist. @throws ChangeRefused */
export function signItem(
  { db }: Pick<Store, 'db'>,
  id: number,
  { item: itemId, met, note }: { readonly item: string; readonly met: boolean | null; readonly note: string },
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const item = await heldReview(tx, id);
    const role = makerOf(item, worker);
    const row = { met, note, person_id: worker.personId, person: worker.person, at: now };
    const before = await tx
      .selectFrom('review_verdicts')
      .select(['met', 'note'])
      .where('document_id', '=', id)
      .where('item', '=', itemId)
      .executeTakeFirst();
    await tx
      .insertInto('review_verdicts')
      .values({ document_id: id, item: itemId, ...row })
      .onConflict((conflict) => conflict.columns(['document_id', 'item']).doUpdateSet(row))
      .execute();
    const told = { title: `检查清单“${itemId}”`, before: before ?? null, after: { met, note } };
    await auditReview(tx, item, worker, role, told, now);
  });
}

export interface ReviewLetter extends Letter {
  readonly id: number;
  readonly round: number;
  readonly number: string | null;
  readonly day: string;
  readonly person: string;
  readonly at: string;
}

export interface NewLetter extends Letter {
  readonly revision: number;
  readonly number?: string | undefined;
  readonly day: string;
}

/** Sends the letter: it stands from then on, and what is open is told. @returns its number @throws ChangeRefused */
export function sendLetter(
  { db }: Pick<Store, 'db'>,
  id: number,
  { revision, title, paragraphs, number, day }: NewLetter,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const item = await heldReview(tx, id, revision);
    await moveReview(tx, item, { event: 'tell' }, worker, now);
    const open = (await reviewFindings(tx, [id])).filter(({ state }) => state === 'open');
    for (const one of open) await moveFinding(tx, item, one, { event: 'tell' }, worker, ['bureau-office'], now);
    const made = await tx
      .insertInto('review_letters')
      .values({
        document_id: id,
        round: item.round,
        number: number ?? null,
        day,
        title,
        paragraphs: JSON.stringify(paragraphs),
        findings: JSON.stringify(open.map((one) => one.id)),
        person_id: worker.personId,
        person: worker.person,
        at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const told = { title: `告知单位，${open.length} 个问题`, after: { letter: made.id, number, day } };
    await auditReview(tx, item, worker, 'bureau-office', told, now);
    return made.id;
  });
}

/** Letters of a review, the first first. */
export async function reviewLetters(db: Db, documentId: number): Promise<readonly ReviewLetter[]> {
  const rows = await db
    .selectFrom('review_letters')
    .select(['id', 'round', 'number', 'day', 'title', 'paragraphs', 'person', 'at'])
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: (at as Date).toISOString() }));
}
