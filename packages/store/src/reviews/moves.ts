/** The moves of a review and of its findings: each by its table, upon what was seen, with its place in the history. */
import { createHash } from 'node:crypto';
import type { Finding } from '@mingsuan/core/finding';
import { REVIEW, REVIEW_FINDING, type ReviewCondition, type ReviewState } from '@mingsuan/core/process/reviews';
import type { Role } from '@mingsuan/core/process/roles';
import { type HistoryEntry, step } from '@mingsuan/core/process/step';
import { actionsOf } from '@mingsuan/core/process/tables';
import { CONDITIONS } from '@mingsuan/core/process/transition-table';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import { audit } from '../people/audit.ts';
import { announce, type OfficeEvent } from '../webhooks/outbox.ts';
import type { Worker } from '../work/steps.ts';
import {
  getReview,
  type ReviewFinding,
  type ReviewItem,
  type ReviewStep,
  reviewFindings,
  reviewSteps,
} from './items.ts';

type Db = Kysely<Database>;

/** What a person may act as upon a review: as an expert only where it is assigned to that person. */
export const actingOn = (
  { reviewerId }: Pick<ReviewItem, 'reviewerId'>,
  { personId, roles }: Worker,
): readonly Role[] => roles.filter((role) => role !== 'reviewer' || reviewerId === personId);

/** The review, held until the end of the transaction. @throws ChangeRefused where it is gone, or another was quicker */
export async function heldReview(tx: Db, id: number, revision?: number): Promise<ReviewItem> {
  await tx.selectFrom('review_documents').select('id').where('id', '=', id).forUpdate().execute();
  const item = await getReview(tx, id);
  if (!item) throw new ChangeRefused('这份文本已经不在了，请刷新。');
  if (revision !== undefined && item.revision !== revision) {
    const last = (await reviewSteps(tx, id)).at(-1);
    throw new ChangeRefused(`${last?.person ?? '别人'}刚刚${last?.name ?? '改动'}过，请刷新后看过再做。`);
  }
  return item;
}

/** Everybody whose doing the review's steps sign: its own history with who decided on findings, in order of time. */
async function historyOf(
  tx: Db,
  id: number,
  known?: readonly ReviewStep[],
): Promise<readonly HistoryEntry<ReviewState>[]> {
  const steps = (known ?? (await reviewSteps(tx, id))).map(
    ({ event, at, content, personId, role, from, to }): HistoryEntry<ReviewState> => ({
      event,
      at,
      content,
      person: String(personId),
      role,
      from,
      to,
    }),
  );
  const { rows } = await sql<{ personId: number; role: Role; at: Date }>`select s.person_id as "personId", s.role, s.at
    from review_finding_steps s join review_findings g on g.id = s.finding_id
    where g.document_id = ${id} and s.event <> 'tell' and not s.is_matched order by s.at`.execute(tx);
  const edits = rows.map(({ personId, role, at }): HistoryEntry<ReviewState> => {
    const moment = at.toISOString();
    const state = steps.findLast((one) => one.at < moment)?.to ?? REVIEW.initial;
    return { event: 'edit', at: moment, content: '', person: String(personId), role, from: state, to: state };
  });
  // A decision that a step brings along stands before it.
  return [...edits, ...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const contentOf = (findings: readonly ReviewFinding[]): string =>
  createHash('sha256')
    .update(JSON.stringify(findings.map(({ id, state, finding }) => [id, state, finding.severity, finding.message])))
    .digest('hex');

/** What is true of a review, for the conditions of its table. */
export function reviewFacts(
  { isChecked, problem }: Pick<ReviewItem, 'isChecked' | 'problem'>,
  findings: readonly Pick<ReviewFinding, 'state'>[],
): readonly ReviewCondition[] {
  const isAny = (...states: readonly string[]) => findings.some(({ state }) => states.includes(state));
  return [
    ...(isChecked || problem !== null ? (['read'] as const) : []),
    ...(isAny('open') ? (['to-tell'] as const) : []),
    ...(isAny('open', 'told') ? [] : (['settled'] as const)),
  ];
}

export interface ReviewOffer {
  readonly event: string;
  readonly name: string;
  readonly needs: readonly ('reason' | 'document')[];
  /** What stands against it now, though this person may do it. */
  readonly missing: string | null;
}

/** What somebody may do with a review now: the table's, but for what the history keeps from that person. */
export async function reviewOffers(
  db: Db,
  item: ReviewItem,
  findings: readonly ReviewFinding[],
  worker: Worker,
  known?: readonly ReviewStep[],
): Promise<readonly ReviewOffer[]> {
  const roles = actingOn(item, worker);
  const history = await historyOf(db, item.id, known);
  const facts = reviewFacts(item, findings);
  const asked = { at: '', content: history.at(-1)?.content ?? '', reason: '—' };
  return actionsOf(REVIEW, item.state, roles).flatMap(({ event, name, needs = [], conditions = [] }) => {
    const question = { ...asked, event, facts: conditions };
    if (!step(REVIEW, history, question, { person: String(worker.personId), roles }).ok) return [];
    const missing = conditions.find((one) => !(facts as readonly string[]).includes(one));
    return [{ event, name, needs, missing: missing ? CONDITIONS[missing] : null }];
  });
}

/** One step of a review that is held. @throws ChangeRefused with what stands against it */
export async function moveReview(
  tx: Db,
  item: ReviewItem,
  { event, reason }: { readonly event: string; readonly reason?: string | undefined },
  worker: Worker,
  now: Date,
): Promise<ReviewItem> {
  const findings = await reviewFindings(tx, [item.id]);
  const content = contentOf(findings);
  const question = {
    event,
    at: now.toISOString(),
    content,
    facts: reviewFacts(item, findings),
    ...(reason === undefined ? {} : { reason }),
  };
  const actor = { person: String(worker.personId), roles: actingOn(item, worker) };
  const stepped = step(REVIEW, await historyOf(tx, item.id), question, actor);
  if (!stepped.ok) throw new ChangeRefused(stepped.refusal);
  const { role, from, to } = stepped.entry;
  const { name } = REVIEW.transitions.find((one) => one.from === from && one.event === event)!;
  await tx
    .insertInto('review_steps')
    .values({
      document_id: item.id,
      number: item.revision + 1,
      event,
      name,
      person_id: worker.personId,
      person: worker.person,
      role,
      from_state: from,
      to_state: to,
      at: now,
      round: item.round,
      content,
      reason: reason ?? null,
    })
    .execute();
  await tx
    .updateTable('review_documents')
    .set({ state: to, revision: item.revision + 1, changed_at: now })
    .where('id', '=', item.id)
    .execute();
  await announceOf(tx, item, { event: `${REVIEW.id}.${event}`, name, from, to, role, at: now });
  return { ...item, state: to, revision: item.revision + 1 };
}

/** Tells other programs of it: whose text of which year, and what is given of a finding. */
const announceOf = (
  tx: Db,
  { id, unitId, agency, name, code, year, round }: ReviewItem,
  told: Omit<OfficeEvent, 'unitId' | 'subject'>,
  finding: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  announce(tx, { ...told, unitId, subject: { id, agency: agency ?? name, code, year, round, ...finding } });

/** A review's place in the trail. */
export const auditReview = (
  tx: Db,
  item: Pick<ReviewItem, 'id' | 'unitId' | 'agency' | 'name'>,
  worker: Worker,
  role: Role,
  told: { readonly title: string; readonly before?: unknown; readonly after?: unknown },
  now: Date,
): Promise<void> => {
  const { id: subject, unitId, agency, name } = item;
  const entry = {
    kind: 'review',
    subject,
    unitId,
    role,
    ...told,
    title: `审核“${agency ?? name}”：${told.title}`,
  } as const;
  return audit(tx, worker, entry, now);
};

/** What a move does to a finding. */
export interface FindingMove {
  readonly event: string;
  readonly reason?: string | undefined;
  readonly isMatched?: boolean;
}

/** One step of a finding. @param roles as whom @returns the role it was done in @throws ChangeRefused */
export async function moveFinding(
  tx: Db,
  item: ReviewItem,
  found: ReviewFinding,
  { event, reason, isMatched = false }: FindingMove,
  { personId, person }: Pick<Worker, 'personId' | 'person'>,
  roles: readonly Role[],
  now: Date,
): Promise<Role> {
  const before: HistoryEntry = {
    event: '',
    at: '',
    content: '',
    person: '',
    role: 'reviewer',
    from: found.state,
    to: found.state,
  };
  const asked = { event, at: now.toISOString(), content: '', ...(reason === undefined ? {} : { reason }) };
  const stepped = step(REVIEW_FINDING, [before as never], asked, { person: String(personId), roles });
  if (!stepped.ok) throw new ChangeRefused(stepped.refusal);
  const { role, from, to } = stepped.entry;
  const { name } = REVIEW_FINDING.transitions.find((one) => one.from === from && one.event === event)!;
  await tx
    .insertInto('review_finding_steps')
    .values({
      finding_id: found.id,
      number: found.revision + 1,
      event,
      name,
      person_id: personId,
      person,
      role,
      from_state: from,
      to_state: to,
      at: now,
      round: item.round,
      reason: reason ?? null,
      is_matched: isMatched,
    })
    .execute();
  await tx
    .updateTable('review_findings')
    .set({ state: to, revision: found.revision + 1 })
    .where('id', '=', found.id)
    .execute();
  const told = { event: `${REVIEW_FINDING.id}.${event}`, name, from, to, role, at: now };
  await announceOf(tx, item, told, { finding: found.finding.id, rule: found.finding.rule });
  return role;
}

/** A finding as its row holds it. */
export const findingRow = (finding: Finding) => ({
  key: finding.id!,
  rule: finding.rule,
  severity: finding.severity,
  finding: JSON.stringify(finding),
});
