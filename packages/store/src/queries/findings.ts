/** What checking found, and laying findings aside with a reason. A dismissal is never erased: it is withdrawn. */
import type { Finding } from '@mingsuan/core/finding';
import type { Stage } from '@mingsuan/core/model/document-kinds';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { isReleased } from '../release/is-released.ts';
import { titlesOf } from './agencies.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from './page.ts';

export interface FindingItem {
  /** The number that dismissing takes; `finding.id` is the finding's own, the same in the next version of the document. */
  readonly id: number;
  readonly disclosureId: number;
  readonly finding: Finding;
  readonly dismissed: { readonly reason: string; readonly at: string } | null;
  /** Whether everybody sees it. */
  readonly released: boolean;
  /** What the agency answered. */
  readonly answer: { readonly text: string; readonly person: string; readonly at: string } | null;
}

/** Those that are released, or with `drafts` all, in the order of their weight. Undefined where there is no such disclosure. */
export async function disclosureFindings(
  { db }: Pick<Store, 'db'>,
  disclosureId: number,
  { drafts = false }: { readonly drafts?: boolean } = {},
): Promise<readonly FindingItem[] | undefined> {
  const known = await db.selectFrom('disclosures').select('id').where('id', '=', disclosureId).executeTakeFirst();
  if (!known) return undefined;
  const all = await findingsWhere(db, 'f.disclosure_id', disclosureId);
  return drafts ? all : all.filter(({ released }) => released);
}

const findingsWhere = async (
  db: Kysely<Database>,
  column: 'f.id' | 'f.disclosure_id',
  value: number,
): Promise<FindingItem[]> =>
  (await findingRows(db).where(column, '=', value).orderBy('f.ordinal').execute()).map(itemOf);

/** One of a rule, with whose it is. */
export interface RuleFinding extends FindingItem {
  /** What it is called where others of its name may stand beside it. */
  readonly agency: string;
  readonly year: number | null;
  readonly stage: Stage;
}

/** What a rule found in current disclosures and nobody set aside, drafts and released, in the order in which it came in. */
export async function ruleFindings(
  { db }: Pick<Store, 'db'>,
  rule: string,
  options: PageOptions = {},
): Promise<Page<RuleFinding>> {
  const limit = limitOf(options);
  const after = keyOf<[number]>(options, ['number']);
  const rows = await findingRows(db)
    .innerJoin('agencies as a', 'a.id', 'd.agency_id')
    .select(['a.id as agency_id', 'a.name', 'a.level', 'a.code', 'a.region', 'd.year', 'd.stage'])
    .where('f.rule', '=', rule)
    .where('d.is_current', '=', true)
    .where('m.id', 'is', null)
    .where('f.id', '>', after?.[0] ?? 0)
    .orderBy('f.id')
    .limit(limit + 1)
    .execute();
  const titles = await titlesOf(
    db,
    rows.map(({ agency_id: id, name, level, code, region }) => ({ id, name, level, code, region })),
  );
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) => ({ ...itemOf(row), agency: titles.get(row.agency_id) ?? row.name, year: row.year, stage: row.stage }),
  );
}

const findingRows = (db: Kysely<Database>) =>
  db
    .selectFrom('findings as f')
    .innerJoin('disclosures as d', 'd.id', 'f.disclosure_id')
    .leftJoin('dismissals as m', (join) =>
      join
        .onRef('m.document_id', '=', 'd.document_id')
        .onRef('m.finding_id', '=', 'f.finding_id')
        .on('m.withdrawn_at', 'is', null),
    )
    .leftJoin('answers as w', (join) =>
      join
        .onRef('w.document_id', '=', 'd.document_id')
        .onRef('w.finding_id', '=', 'f.finding_id')
        .on('w.withdrawn_at', 'is', null),
    )
    .select(['f.id', 'f.disclosure_id', 'f.detail', 'm.reason', 'm.created_at', 'w.text', 'w.person', 'w.answered_at'])
    .select(isReleased.as('released'));

type FindingRow = Awaited<ReturnType<ReturnType<typeof findingRows>['execute']>>[number];

function itemOf(row: FindingRow): FindingItem {
  const { id, disclosure_id, detail, reason, created_at, released, text, person, answered_at } = row;
  return {
    id,
    disclosureId: disclosure_id,
    finding: detail as Finding,
    dismissed: reason === null || created_at === null ? null : { reason, at: created_at.toISOString() },
    released,
    answer:
      text === null || answered_at === null ? null : { text, person: person ?? '', at: answered_at.toISOString() },
  };
}

/** The finding as it stands after; a finding already dismissed keeps its reason. Undefined where there is none such. */
export function dismissFinding(store: Pick<Store, 'db'>, id: number, reason: string): Promise<FindingItem | undefined> {
  return change(store, id, (db, documentId, findingId) =>
    db
      .insertInto('dismissals')
      .values({ document_id: documentId, finding_id: findingId, reason })
      .onConflict((conflict) =>
        conflict.columns(['document_id', 'finding_id']).where('withdrawn_at', 'is', null).doNothing(),
      )
      .execute(),
  );
}

/** Withdraws a dismissal; undefined where there is no such finding. */
export function reinstateFinding(store: Pick<Store, 'db'>, id: number): Promise<FindingItem | undefined> {
  return change(store, id, (db, documentId, findingId) =>
    db
      .updateTable('dismissals')
      .set({ withdrawn_at: sql<Date>`now()` })
      .where('document_id', '=', documentId)
      .where('finding_id', '=', findingId)
      .where('withdrawn_at', 'is', null)
      .execute(),
  );
}

function change(
  { db }: Pick<Store, 'db'>,
  id: number,
  write: (db: Kysely<Database>, documentId: number, findingId: string) => Promise<unknown>,
): Promise<FindingItem | undefined> {
  return db.transaction().execute(async (tx) => {
    const finding = await tx
      .selectFrom('findings as f')
      .innerJoin('disclosures as d', 'd.id', 'f.disclosure_id')
      .select(['f.finding_id', 'd.document_id'])
      .where('f.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!finding) return undefined;
    await write(tx, finding.document_id, finding.finding_id);
    await recount(tx, sql`d.document_id = ${finding.document_id}`);
    return (await findingsWhere(tx, 'f.id', id))[0];
  });
}

/** The counts on disclosures `d` are of the findings that stand: those that are released, and all that were found. */
export async function recount(db: Kysely<Database>, which: RawBuilder<unknown>): Promise<void> {
  await sql`
    update disclosures set errors = counted.errors, warnings = counted.warnings, notices = counted.notices,
      found_errors = counted.found_errors, found_warnings = counted.found_warnings, found_notices = counted.found_notices
    from (
      select d.id,
        count(*) filter (where f.severity = 'error') as found_errors,
        count(*) filter (where f.severity = 'warning') as found_warnings,
        count(*) filter (where f.severity = 'notice') as found_notices,
        count(*) filter (where f.severity = 'error' and f.released) as errors,
        count(*) filter (where f.severity = 'warning' and f.released) as warnings,
        count(*) filter (where f.severity = 'notice' and f.released) as notices
      from disclosures d left join (
        select f.disclosure_id, f.finding_id, f.severity, ${isReleased} as released
        from findings f join disclosures d on d.id = f.disclosure_id
        where ${which}
      ) f on f.disclosure_id = d.id and not exists (
        select 1 from dismissals m
        where m.document_id = d.document_id and m.finding_id = f.finding_id and m.withdrawn_at is null)
      where ${which} group by d.id
    ) counted
    where disclosures.id = counted.id`.execute(db);
}
