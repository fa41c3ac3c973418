/** What a bureau makes of rules and of the checklist: rules taken as notices, editions; and what became of what rules found. */
import type { RuleCounts } from '@mingsuan/core/review/statistics';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { audit } from '../people/audit.ts';
import { listOf } from '../queries/sql.ts';
import type { Worker } from '../work/steps.ts';
import { assureOffice } from './batches.ts';

type Db = Kysely<Database>;

export interface RuleSetting {
  readonly rule: string;
  readonly isNotice: boolean;
  readonly reason: string;
  readonly person: string;
  readonly at: string;
}

/** What holds of each rule that the bureau set, the newest of each. */
export async function ruleSettings(db: Db, unitId: number): Promise<readonly RuleSetting[]> {
  const { rows } = await sql<Omit<RuleSetting, 'at'> & { at: Date }>`select distinct on (rule) rule,
    is_notice as "isNotice", reason, person, at from review_rules where unit_id = ${unitId}
    order by rule, id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The rules that a bureau takes as notices. */
export const noticeRules = async (db: Db, unitId: number): Promise<ReadonlySet<string>> =>
  new Set((await ruleSettings(db, unitId)).flatMap(({ rule, isNotice }) => (isNotice ? [rule] : [])));

/** From the next check on a rule counts as a notice, or as it is registered again. @throws ChangeRefused */
export async function setReviewRule(
  { db }: Pick<Store, 'db'>,
  unitId: number,
  { rule, isNotice, reason }: Pick<RuleSetting, 'rule' | 'isNotice' | 'reason'>,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  assureOffice(worker);
  await db.transaction().execute(async (tx) => {
    const { personId: person_id, person } = worker;
    await tx
      .insertInto('review_rules')
      .values({ unit_id: unitId, rule, is_notice: isNotice, reason, person_id, person, at: now })
      .execute();
    const title = `规则“${rule}”${isNotice ? '改为提示' : '恢复原来的级别'}，${reason}`;
    await audit(tx, worker, { kind: 'review', subject: null, unitId, role: 'bureau-office', title }, now);
  });
}

export interface ReviewChecklist {
  readonly id: number;
  readonly name: string;
  /** Items of the program's checklist that this edition has not, and those that it adds, which a person looks at. */
  readonly leftOut: readonly string[];
  readonly ownItems: readonly string[];
  readonly person: string;
  readonly at: string;
}

/** A bureau's editions, the newest first. */
export async function reviewChecklists(db: Db, unitId: number): Promise<readonly ReviewChecklist[]> {
  const { rows } = await sql<Omit<ReviewChecklist, 'at'> & { at: Date }>`select id, name, left_out as "leftOut",
    own_items as "ownItems", person, at from review_checklists where unit_id = ${unitId} order by id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** An edition stands as it was made; another one is made in its place. @returns its number @throws ChangeRefused */
export async function addReviewChecklist(
  { db }: Pick<Store, 'db'>,
  unitId: number,
  { name, leftOut, ownItems }: Pick<ReviewChecklist, 'name' | 'leftOut' | 'ownItems'>,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  assureOffice(worker);
  return db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto('review_checklists')
      .values({
        unit_id: unitId,
        name,
        left_out: JSON.stringify(leftOut),
        own_items: JSON.stringify(ownItems),
        person_id: worker.personId,
        person: worker.person,
        at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const entry = {
      kind: 'review',
      subject: id,
      unitId,
      role: 'bureau-office',
      title: `新的检查清单：${name}`,
    } as const;
    await audit(tx, worker, { ...entry, after: { leftOut, ownItems } }, now);
    return id;
  });
}

export interface ReviewStatistics {
  readonly rules: readonly (RuleCounts & { readonly rule: string })[];
  readonly agencies: readonly (RuleCounts & { readonly agency: string; readonly texts: number })[];
  readonly months: readonly { readonly month: string; readonly texts: number; readonly found: number }[];
  readonly people: readonly {
    readonly person: string;
    readonly texts: number;
    readonly dismissed: number;
    readonly added: number;
  }[];
}

const COUNTS = sql`cast(count(g.id) as integer) as found,
  cast(count(g.id) filter (where g.state = 'dismissed') as integer) as dismissed,
  cast(count(g.id) filter (where g.state = 'told') as integer) as told,
  cast(count(g.id) filter (where g.state = 'fixed') as integer) as fixed`;

/** Of all that these regions' bureaus reviewed and still keep: which errors, of whom, when, who decided. */
export async function reviewStatistics(db: Db, units: readonly number[]): Promise<ReviewStatistics> {
  const within = sql`review_documents d join review_batches b on b.id = d.batch_id and b.unit_id = any(${listOf(units, 'integer')})`;
  const rowsOf = async <T>(query: RawBuilder<T>): Promise<readonly T[]> => (await query.execute(db)).rows;
  return {
    rules: await rowsOf(sql<ReviewStatistics['rules'][number]>`select g.rule, ${COUNTS} from ${within}
      join review_findings g on g.document_id = d.id group by g.rule order by found desc, g.rule limit 500`),
    agencies: await rowsOf(sql<ReviewStatistics['agencies'][number]>`select coalesce(d.agency, d.name) as agency,
      cast(count(distinct d.id) as integer) as texts, ${COUNTS} from ${within}
      left join review_findings g on g.document_id = d.id group by 1 order by found desc, 1 limit 500`),
    months: await rowsOf(sql<
      ReviewStatistics['months'][number]
    >`select to_char(f.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      cast(count(distinct f.id) as integer) as texts, cast(count(g.id) as integer) as found from ${within}
      join review_files f on f.document_id = d.id
      left join review_findings g on g.document_id = d.id and g.first_round = f.round group by 1 order by 1`),
    people: await rowsOf(sql<ReviewStatistics['people'][number]>`select s.person,
      cast(count(distinct s.document_id) as integer) as texts, cast(sum(s.dismissed) as integer) as dismissed,
      cast(sum(s.added) as integer) as added from (
        select t.person, g.document_id, case when t.event = 'dismiss' then 1 else 0 end as dismissed, 0 as added
          from review_finding_steps t join review_findings g on g.id = t.finding_id where not t.is_matched
        union all select r.person, r.document_id, 0, 0 from review_steps r
        union all select g.person, g.document_id, 0, 1 from review_findings g where g.is_own) s
      join ${within} on d.id = s.document_id group by s.person order by texts desc, s.person`),
  };
}
