/**
 * Releasing findings: what checking found is a draft until somebody stands for it. A finding, all of a rule, or all rules of a
 * sureness are released, each until that is withdrawn. What an agency answers stands beside.
 */
import { logTitle } from '@mingsuan/core/model/log-titles';
import { RULES } from '@mingsuan/core/rules/register';
import type { Sureness } from '@mingsuan/core/rules/rule';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { type Author, logChange } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { type TitleRow, titlesOf } from '../queries/agencies.ts';
import { recount } from '../queries/findings.ts';
import { isReleased, SURENESSES } from './is-released.ts';

type Db = Kysely<Database>;
type Stores = Pick<Store, 'db'>;

/** Releases all that was found in a disclosure so far, or takes that back; what is found later is a draft. Undefined where there is none such. */
export function releaseDisclosure(
  { db }: Stores,
  id: number,
  released: boolean,
  author: Author = {},
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const disclosure = await tx
      .selectFrom('disclosures as d')
      .innerJoin('agencies as a', 'a.id', 'd.agency_id')
      .select(['d.document_id', 'd.year', 'a.name'])
      .where('d.id', '=', id)
      .executeTakeFirst();
    if (!disclosure) return undefined;
    const { document_id, name, year } = disclosure;
    const found = sql`(select distinct f.finding_id from findings f where f.disclosure_id = ${id})`;
    if (released) {
      await sql`insert into releases (scope, document_id, finding_id)
        select 'finding', cast(${document_id} as integer), found.finding_id from ${found} found
        on conflict do nothing`.execute(tx);
    } else {
      await sql`update releases set withdrawn_at = now() where scope = 'finding' and document_id = ${document_id}
        and withdrawn_at is null and finding_id in ${found}`.execute(tx);
    }
    await recount(tx, sql`d.document_id = ${document_id}`);
    return logChange(tx, {
      kind: 'release',
      subject: id,
      title: logTitle(released ? 'released' : 'unreleased', { name, year: year ?? '' }),
      before: !released,
      after: released,
      ...author,
    });
  });
}

/** One finding. Undefined where there is none such. */
export function releaseFinding(
  { db }: Stores,
  id: number,
  released: boolean,
  author: Author = {},
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const finding = await findingAt(tx, id);
    if (!finding) return undefined;
    const { document_id, finding_id, message } = finding;
    if (released) {
      await sql`insert into releases (scope, document_id, finding_id) values ('finding', ${document_id}, ${finding_id})
        on conflict do nothing`.execute(tx);
    } else {
      await sql`update releases set withdrawn_at = now() where scope = 'finding' and document_id = ${document_id}
        and finding_id = ${finding_id} and withdrawn_at is null`.execute(tx);
    }
    await recount(tx, sql`d.document_id = ${document_id}`);
    const title = logTitle(released ? 'finding-released' : 'finding-unreleased', { name: message });
    return logChange(tx, { kind: 'release', subject: id, title, before: !released, after: released, ...author });
  });
}

const ruleName = (rule: string): string => RULES.find(({ id }) => id === rule)?.title ?? rule;

const findingAt = (db: Db, id: number) =>
  db
    .selectFrom('findings as f')
    .innerJoin('disclosures as d', 'd.id', 'f.disclosure_id')
    .select(['f.finding_id', 'f.message', 'd.document_id'])
    .where('f.id', '=', id)
    .executeTakeFirst();

/** All findings of a rule, or of all rules of a sureness (the policy), now and later. */
export function releaseRule(
  { db }: Stores,
  scope: 'rule' | 'sureness',
  name: string,
  released: boolean,
  author: Author = {},
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    if (released) {
      await sql`insert into releases (scope, rule) values (${scope}, ${name}) on conflict do nothing`.execute(tx);
    } else {
      await sql`update releases set withdrawn_at = now() where scope = ${scope} and rule = ${name}
        and withdrawn_at is null`.execute(tx);
    }
    await recount(tx, sql`true`);
    const title = logTitle(released ? 'automatic' : 'manual', { name: scope === 'rule' ? ruleName(name) : name });
    return logChange(tx, { kind: 'policy', subject: 0, title, before: !released, after: released, ...author });
  });
}

/** What a rule found so far in current disclosures, or takes that back; what it finds later is a draft. */
export function releaseFoundBy({ db }: Stores, rule: string, released: boolean, author: Author = {}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const found = sql`(select distinct d.document_id, f.finding_id from findings f
      join disclosures d on d.id = f.disclosure_id where f.rule = ${rule} and d.is_current)`;
    if (released) {
      await sql`insert into releases (scope, document_id, finding_id)
        select 'finding', found.document_id, found.finding_id from ${found} found on conflict do nothing`.execute(tx);
    } else {
      await sql`update releases set withdrawn_at = now() where scope = 'finding' and withdrawn_at is null
        and (document_id, finding_id) in ${found}`.execute(tx);
    }
    await recount(tx, sql`true`);
    const title = logTitle(released ? 'rule-released' : 'rule-unreleased', { name: ruleName(rule) });
    return logChange(tx, { kind: 'release', subject: 0, title, before: !released, after: released, ...author });
  });
}

/** What an agency answers to a finding; empty takes the answer away. Undefined where there is no such finding. */
export function answerFinding(
  { db }: Stores,
  id: number,
  text: string,
  author: Author = {},
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const finding = await findingAt(tx, id);
    if (!finding) return undefined;
    const { document_id, finding_id, message } = finding;
    const { person = '' } = author;
    const before = await sql<{
      text: string;
    }>`update answers set withdrawn_at = now() where document_id = ${document_id}
      and finding_id = ${finding_id} and withdrawn_at is null returning text`.execute(tx);
    if (text !== '') await tx.insertInto('answers').values({ document_id, finding_id, text, person }).execute();
    return logChange(tx, {
      kind: 'answer',
      subject: id,
      title: logTitle('answered', { name: message }),
      before: before.rows[0]?.text ?? null,
      after: text === '' ? null : text,
      ...author,
    });
  });
}

export interface RuleRelease {
  readonly rule: string;
  readonly title: string;
  readonly sure: Sureness | null;
  /** Whether all of the rule are released: by itself, or by its sureness. */
  readonly isReleased: boolean;
  readonly byPolicy: boolean;
  /** In current disclosures, not dismissed. */
  readonly found: number;
  readonly released: number;
}

export interface Releases {
  /** The surenesses that release by themselves. */
  readonly policy: readonly Sureness[];
  readonly rules: readonly RuleRelease[];
  /** Current disclosures with drafts, those with most errors first. */
  readonly drafts: readonly {
    readonly disclosureId: number;
    /** What it is called where others of its name may stand beside it. */
    readonly agency: string;
    readonly year: number | null;
    readonly stage: 'budget' | 'final-accounts';
    readonly errors: number;
    readonly warnings: number;
    readonly notices: number;
  }[];
}

const MOST_DRAFTS = 500;

/** What is released by rule and by policy, and which disclosures have drafts. */
export async function listReleases({ db }: Stores): Promise<Releases> {
  const standing = await sql<{ scope: string; rule: string }>`
    select scope, rule from releases where scope <> 'finding' and withdrawn_at is null`.execute(db);
  const counts = await sql<{ rule: string; found: number; released: number }>`
    select f.rule, cast(count(*) as integer) as found, cast(count(*) filter (where ${isReleased}) as integer) as released
    from findings f join disclosures d on d.id = f.disclosure_id
    where d.is_current and not exists (select 1 from dismissals m
      where m.document_id = d.document_id and m.finding_id = f.finding_id and m.withdrawn_at is null)
    group by f.rule order by f.rule`.execute(db);
  const { rows: drafts } = await sql<Omit<Releases['drafts'][number], 'agency'> & TitleRow>`
    select d.id as "disclosureId", a.id, a.name, a.level, a.code, a.region, d.year, d.stage,
      d.found_errors - d.errors as errors, d.found_warnings - d.warnings as warnings, d.found_notices - d.notices as notices
    from disclosures d join agencies a on a.id = d.agency_id
    where d.is_current
      and d.found_errors + d.found_warnings + d.found_notices > d.errors + d.warnings + d.notices
    order by d.found_errors - d.errors desc, d.found_warnings - d.warnings desc, d.id limit ${MOST_DRAFTS}`.execute(db);
  const titles = await titlesOf(db, drafts);
  const policy = SURENESSES.filter((sure) =>
    standing.rows.some(({ scope, rule }) => scope === 'sureness' && rule === sure),
  );
  return {
    policy,
    rules: counts.rows.map(({ rule, found, released }) => {
      const known = RULES.find(({ id }) => id === rule);
      const byPolicy = known !== undefined && policy.includes(known.sure);
      const byRule = standing.rows.some((row) => row.scope === 'rule' && row.rule === rule);
      return {
        rule,
        title: known?.title ?? rule,
        sure: known?.sure ?? null,
        isReleased: byRule || byPolicy,
        byPolicy,
        found,
        released,
      };
    }),
    drafts: drafts.map(({ id, name, level, code, region, ...draft }) => ({ ...draft, agency: titles.get(id) ?? name })),
  };
}
