/**
 * Feedback of readers on a figure or a document. Who sends it is not known and not kept; it is shown only once the operator says so, with
 * what the operator answers.
 */
import { logTitle } from '@mingsuan/core/model/log-titles';
import { sql } from 'kysely';
import { type Author, logChange } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from '../queries/page.ts';
import type { Stage } from '../queries/types.ts';

export const FEEDBACK_STATES = ['new', 'shown', 'hidden'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export interface NewFeedback {
  readonly disclosure: number;
  /** What it is about, as the reader saw it; empty: the whole document. */
  readonly about: string;
  /** The place of the figure as the page's address has it. */
  readonly see: string;
  readonly text: string;
}

export interface Feedback {
  readonly id: number;
  readonly agencyId: number;
  readonly agency: string;
  /** The current disclosure of that year and kind; null where there is none any more. */
  readonly disclosureId: number | null;
  readonly year: number | null;
  readonly stage: Stage;
  readonly about: string;
  readonly see: string;
  readonly text: string;
  readonly state: FeedbackState;
  readonly reply: string;
  readonly receivedAt: string;
}

/** So many wait for the operator at most, and so many come in an hour: no more are taken. */
const MOST_WAITING = 1000;
const MOST_IN_AN_HOUR = 60;

/** `missing`: there is no such disclosure; `full`: no more is taken for now. */
export type Taken = 'taken' | 'missing' | 'full';

/** Enters what a reader says; it waits for the operator. */
export function takeFeedback({ db }: Pick<Store, 'db'>, { disclosure, about, see, text }: NewFeedback): Promise<Taken> {
  return db.transaction().execute(async (tx): Promise<Taken> => {
    await sql`select pg_advisory_xact_lock(hashtextextended('feedback', 5))`.execute(tx);
    const { rows } = await sql<{ waiting: number; recent: number }>`
      select cast(count(*) as integer) as waiting,
        cast(count(*) filter (where received_at > now() - interval '1 hour') as integer) as recent
      from feedback where state = 'new'`.execute(tx);
    const { waiting, recent } = rows[0]!;
    if (waiting >= MOST_WAITING || recent >= MOST_IN_AN_HOUR) return 'full';
    const { numAffectedRows } = await sql`
      insert into feedback (agency_id, year, stage, about, see, text)
      select agency_id, coalesce(year, 0), stage, ${about}, ${see}, ${text} from disclosures
      where id = ${disclosure}`.execute(tx);
    return numAffectedRows === 0n ? 'missing' : 'taken';
  });
}

interface Row extends Omit<Feedback, 'receivedAt'> {
  readonly receivedAt: Date;
}

const COLUMNS = sql`f.id, f.agency_id as "agencyId", a.name as agency, nullif(f.year, 0) as year, f.stage, f.about, f.see, f.text,
  f.state, f.reply, f.received_at as "receivedAt", (select d.id from disclosures d where d.agency_id = f.agency_id
    and coalesce(d.year, 0) = f.year and d.stage = f.stage and d.is_current limit 1) as "disclosureId"`;

const feedbackOf = ({ receivedAt, ...row }: Row): Feedback => ({ ...row, receivedAt: receivedAt.toISOString() });

/** One page of all of a state, or of all, the newest first; for the operator. */
export async function listFeedback(
  { db }: Pick<Store, 'db'>,
  { state, ...paging }: PageOptions & { readonly state?: FeedbackState | undefined } = {},
): Promise<Page<Feedback>> {
  const limit = limitOf(paging);
  const after = keyOf<[number]>(paging, ['number']);
  const { rows } = await sql<Row>`select ${COLUMNS} from feedback f join agencies a on a.id = f.agency_id
    where ${state ? sql`f.state = ${state}` : sql`true`} and ${after ? sql`f.id < ${after[0]}` : sql`true`}
    order by f.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, ({ id }) => [id], feedbackOf);
}

const MOST_SHOWN = 100;

/** What is shown of a disclosure, the newest first: all that was said of that agency's document of that year and kind. */
export async function shownFeedback({ db }: Pick<Store, 'db'>, disclosure: number): Promise<readonly Feedback[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from feedback f join agencies a on a.id = f.agency_id
    join disclosures own on own.id = ${disclosure} and own.agency_id = f.agency_id and coalesce(own.year, 0) = f.year
      and own.stage = f.stage
    where f.state = 'shown' order by f.id desc limit ${MOST_SHOWN}`.execute(db);
  return rows.map(feedbackOf);
}

/** Shows it with an answer, or hides it. @returns the number of the change; undefined where there is no such feedback */
export function judgeFeedback(
  { db }: Pick<Store, 'db'>,
  id: number,
  { state, reply }: Pick<Feedback, 'state' | 'reply'>,
  author: Author = {},
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Pick<Feedback, 'state' | 'reply' | 'text'>>`
      select state, reply, text from feedback where id = ${id} for update`.execute(tx);
    const before = rows[0];
    if (!before) return undefined;
    await tx.updateTable('feedback').set({ state, reply }).where('id', '=', id).execute();
    return logChange(tx, {
      kind: 'feedback',
      subject: id,
      title: logTitle(state === 'shown' ? 'feedback-shown' : 'feedback-hidden', { name: before.text.slice(0, 60) }),
      before: { state: before.state, reply: before.reply },
      after: { state, reply },
      ...author,
    });
  });
}
