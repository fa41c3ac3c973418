/** Satisfaction surveys: questionnaires, tokens that each answer once, answers that nobody's name stands by. */
import { randomUUID } from 'node:crypto';
import type { StepCounts } from '@mingsuan/core/performance/survey';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { hashOfToken, newToken } from '../people/secrets.ts';
import { placesOn } from '../people/units.ts';
import { listOf } from '../queries/sql.ts';
import type { Worker } from '../work/steps.ts';

type Db = Kysely<Database>;

/** The first question is the one that is measured, and has five steps. */
export type SurveyQuestion =
  | { readonly kind: 'steps'; readonly text: string }
  | { readonly kind: 'choices'; readonly text: string; readonly choices: readonly string[] }
  | { readonly kind: 'words'; readonly text: string };

export interface SurveyFields {
  readonly unitId: number;
  readonly year: number;
  readonly project: string | null;
  readonly indicator: string;
  readonly target: string;
  readonly title: string;
  readonly questions: readonly SurveyQuestion[];
  readonly measure: 'top-two' | 'mean-index';
  readonly population: number | null;
  readonly channel: string;
  /** Days, both included. */
  readonly since: string;
  readonly until: string;
}

export interface SurveyItem extends SurveyFields {
  readonly id: number;
  readonly unit: string;
  readonly isClosed: boolean;
  readonly invited: number;
  readonly answered: number;
}

const MAKERS = ['project-owner', 'performance-office'] as const;
const roleIn = ({ roles }: Worker) => {
  const role = MAKERS.find((one) => roles.includes(one));
  if (!role) throw new ChangeRefused('满意度调查要由业务处室或绩效处来做。');
  return role;
};

/** @returns its number @throws ChangeRefused */
export async function createSurvey(
  { db }: Pick<Store, 'db'>,
  fields: SurveyFields,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  const role = roleIn(worker);
  if (fields.until < fields.since) throw new ChangeRefused('结束的日子不能早于开始的日子。');
  if (fields.questions[0]?.kind !== 'steps') throw new ChangeRefused('第一题要是五级满意度。');
  return db.transaction().execute(async (tx) => {
    const { unitId, year, project, indicator, target, title, questions, measure, population, channel, since, until } =
      fields;
    const { id } = await tx
      .insertInto('surveys')
      .values({
        unit_id: unitId,
        year,
        project,
        indicator,
        target,
        title,
        questions: JSON.stringify(questions),
        measure,
        population,
        channel,
        since,
        until,
        person_id: worker.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(
      tx,
      worker,
      { kind: 'survey', subject: id, unitId, role, title: `建立调查：${title}`, after: fields },
      now,
    );
    return id;
  });
}

const SURVEY = sql`v.id, v.unit_id as "unitId", s.name as unit, v.year, v.project, v.indicator, v.target, v.title, v.questions,
  v.measure, v.population, v.channel, v.since, v.until, v.closed_at is not null as "isClosed",
  (select cast(count(*) as integer) from survey_tokens t where t.survey_id = v.id) as invited,
  (select cast(count(*) as integer) from survey_answers a where a.survey_id = v.id) as answered`;

/** Of these units and a year. */
export async function listSurveys(db: Db, units: readonly number[], year: number): Promise<readonly SurveyItem[]> {
  const { rows } = await sql<SurveyItem>`select ${SURVEY} from surveys v
    join ${placesOn(dayOf(new Date()))} s on s.unit_id = v.unit_id
    where v.unit_id = any(${listOf(units, 'integer')}) and v.year = ${year} order by v.id`.execute(db);
  return rows;
}

/** Undefined where there is none. */
export async function getSurvey(db: Db, id: number): Promise<SurveyItem | undefined> {
  const { rows } = await sql<SurveyItem>`select ${SURVEY} from surveys v
    join ${placesOn(dayOf(new Date()))} s on s.unit_id = v.unit_id where v.id = ${id}`.execute(db);
  return rows[0];
}

/** Invitations, each good for one answer; only their hashes are kept. @throws ChangeRefused */
export async function issueTokens(
  { db }: Pick<Store, 'db'>,
  { id, unitId, title, isClosed }: SurveyItem,
  count: number,
  worker: Worker,
  now = new Date(),
): Promise<readonly string[]> {
  const role = roleIn(worker);
  if (isClosed) throw new ChangeRefused('调查已经结束，不能再发。');
  const tokens = Array.from({ length: count }, newToken);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('survey_tokens')
      .values(tokens.map((token) => ({ survey_id: id, token_hash: hashOfToken(token) })))
      .execute();
    await audit(tx, worker, { kind: 'survey', subject: id, unitId, role, title: `${title}：发出 ${count} 份` }, now);
  });
  return tokens;
}

/** Nothing is answered after it. @throws ChangeRefused */
export async function closeSurvey(
  { db }: Pick<Store, 'db'>,
  { id, unitId, title, answered }: SurveyItem,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const role = roleIn(worker);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('surveys')
      .set({ closed_at: now })
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .execute();
    const entry = { kind: 'survey', subject: id, unitId, role, title: `${title}：结束，收回 ${answered} 份` } as const;
    await audit(tx, worker, entry, now);
  });
}

export interface Questionnaire extends Pick<SurveyFields, 'title' | 'questions' | 'until'> {
  readonly unit: string;
}

type Invitation =
  | { readonly state: 'open'; readonly survey: Questionnaire }
  | { readonly state: 'unknown' | 'used' | 'closed' };

async function invitationOf(db: Db, token: string, day: string, lock: boolean) {
  const { rows } = await sql<
    Questionnaire & { id: number; isUsed: boolean; isOpen: boolean }
  >`select v.id, s.name as unit, v.title,
    v.questions, v.until, t.is_used as "isUsed", v.closed_at is null and v.since <= ${day} and v.until >= ${day} as "isOpen"
    from survey_tokens t join surveys v on v.id = t.survey_id join ${placesOn(day)} s on s.unit_id = v.unit_id
    where t.token_hash = ${hashOfToken(token)} ${lock ? sql`for update of t` : sql``}`.execute(db);
  return rows[0];
}

/** What a token is good for. */
export async function questionnaireOf({ db }: Pick<Store, 'db'>, token: string, day: string): Promise<Invitation> {
  const found = await invitationOf(db, token, day, false);
  if (!found) return { state: 'unknown' };
  if (found.isUsed) return { state: 'used' };
  const { title, questions, until, unit } = found;
  return found.isOpen ? { state: 'open', survey: { title, questions, until, unit } } : { state: 'closed' };
}

/** One answer to each question: the place of a step or a choice, or words; null where none was given. */
export type SurveyAnswer = number | string | null;

/** Keeps an answer and uses its token up, both or neither; which token it was is not kept. @throws ChangeRefused */
export function answerSurvey(
  { db }: Pick<Store, 'db'>,
  token: string,
  answers: readonly SurveyAnswer[],
  day: string,
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const found = await invitationOf(tx, token, day, true);
    if (!found) throw new ChangeRefused('链接不完整或不对，请照原样打开。');
    if (found.isUsed) throw new ChangeRefused('这份问卷已经答过，谢谢。');
    if (!found.isOpen) throw new ChangeRefused('调查已经结束，谢谢。');
    if (
      answers.length !== found.questions.length ||
      !found.questions.every((question, i) => fits(question, answers[i]!))
    )
      throw new ChangeRefused('答卷和问卷对不上，请刷新后重新填。');
    if (answers[0] === null) throw new ChangeRefused('请答第一题。');
    await tx.updateTable('survey_tokens').set({ is_used: true }).where('token_hash', '=', hashOfToken(token)).execute();
    await tx
      .insertInto('survey_answers')
      .values({ id: randomUUID(), survey_id: found.id, answers: JSON.stringify(answers) })
      .execute();
  });
}

function fits(question: SurveyQuestion, answer: SurveyAnswer): boolean {
  if (answer === null) return true;
  if (question.kind === 'words') return typeof answer === 'string' && answer.length <= 500;
  const most = question.kind === 'steps' ? 5 : question.choices.length;
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer < most;
}

export interface SurveyCounts {
  /** Of the question that is measured. */
  readonly steps: StepCounts;
  /** Of each question: how often each step or choice was given; words in no order of their coming. */
  readonly questions: readonly { readonly counts: readonly number[]; readonly words: readonly string[] }[];
}

/** What was answered, counted. */
export async function surveyCounts(
  db: Db,
  { id, questions }: Pick<SurveyItem, 'id' | 'questions'>,
): Promise<SurveyCounts> {
  const rows = await db
    .selectFrom('survey_answers')
    .select('answers')
    .where('survey_id', '=', id)
    .orderBy('id')
    .execute();
  const all = rows.map(({ answers }) => answers as readonly SurveyAnswer[]);
  const counted = questions.map((question, at) => {
    const given = all.map((answers) => answers[at] ?? null);
    const length = question.kind === 'steps' ? 5 : question.kind === 'choices' ? question.choices.length : 0;
    return {
      counts: Array.from({ length }, (_, step) => given.filter((answer) => answer === step).length),
      words:
        question.kind === 'words'
          ? given.filter((answer) => typeof answer === 'string' && answer.trim() !== '').map(String)
          : [],
    };
  });
  return { steps: (counted[0]?.counts ?? [0, 0, 0, 0, 0]) as unknown as StepCounts, questions: counted };
}
