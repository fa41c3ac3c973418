/**
 * What one document alone does not tell: it contradicts last year's, accounts are not of the budget that they carry out, or a
 * department's figures are not those of its units.
 * Whatever comes in marks the agencies, years and stages whose findings it may change (`rechecks`); a recheck takes a mark
 * with all others of the same department and year, checks these documents together, and replaces the findings that differ.
 * Nothing is locked while checking: what came in meanwhile is seen before anything is written, and then all is done again.
 */
import { checkDocuments } from '@mingsuan/core/check';
import type { DocumentReading, Stage } from '@mingsuan/core/disclosure';
import type { DocumentFindings, Finding } from '@mingsuan/core/finding';
import { planOf, previousOf, type Time } from '@mingsuan/core/model/document-kinds';
import { type Kysely, sql } from 'kysely';
import { type Columns, insertOf, integerOf, listOf, literalsOf, type Row } from './database/bulk.ts';
import type { Database } from './database/schema.ts';
import { linkUnits } from './import/agencies.ts';
import { FINDING_COLUMNS, findingRows } from './import/rows.ts';
import type { Store } from './open.ts';
import { loadDisclosure } from './queries/disclosure.ts';
import { getDocument } from './queries/document.ts';
import { recount } from './queries/findings.ts';
import { timesOf } from './queries/sql.ts';

type Db = Kysely<Database>;

/** Checks documents together; undefined where that comes to no end: then their findings stay as they are. */
export type Check = (readings: readonly DocumentReading[]) => Promise<readonly DocumentFindings[] | undefined>;

/** After so long a mark whose process was killed is due again. */
export const LEASE_SECONDS = 300;

/** Does the oldest recheck that is due. @returns false where there is none */
export async function recheckNext(
  { db }: Pick<Store, 'db'>,
  check: Check = async (readings) => checkDocuments(readings),
): Promise<boolean> {
  const mark = await claim(db);
  if (!mark) return false;
  // A department and its unit that came in at the same moment have not seen each other.
  await linkUnits(db, [mark.agencyId], []);
  const marks = await marksWith(db, mark);
  const family = await familyOf(db, mark);
  const { subjects, beside } = comparable(family, mark);
  const readings: DocumentReading[] = [];
  for (const member of [...subjects, ...beside]) readings.push(await load(db, member));
  const checked = subjects.length > 0 ? await check(readings) : undefined;
  if (!checked) await clear(db, marks);
  else if (!(await settle(db, mark, family, marks, new Map(subjects.map(({ id }, i) => [id, checked[i]!.findings])))))
    await db.updateTable('rechecks').set({ due: sql<Date>`now()` }).where('id', '=', mark.id).execute();
  return true;
}

interface Mark {
  readonly id: number;
  readonly agencyId: number;
  /** 0 where the documents name none. */
  readonly year: number;
  readonly stage: Stage;
}

async function claim(db: Db): Promise<Mark | undefined> {
  const { rows } = await sql<Mark>`
    update rechecks set due = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (select id from rechecks where due <= now() order by id limit 1 for update skip locked)
    returning id, agency_id as "agencyId", year, stage`.execute(db);
  return rows[0];
}

/** Of agencies `a`: the department and its units. */
function inFamily(agencyId: number) {
  const head = sql`(select coalesce(parent_id, id) from agencies where id = ${agencyId})`;
  return sql`(a.id = ${head} or a.parent_id = ${head})`;
}

/** Read before the family: what a mark of these was made for is in it. */
async function marksWith(db: Db, { agencyId, year, stage }: Mark): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select r.id from rechecks r join agencies a on a.id = r.agency_id
    where ${inFamily(agencyId)} and r.year = ${year} and r.stage = ${stage}`.execute(db);
  return rows.map(({ id }) => id);
}

interface Member {
  readonly id: number;
  readonly documentId: number;
  readonly agencyId: number;
  readonly level: 'department' | 'unit';
  readonly year: number;
  readonly stage: Stage;
}

/** What documents of a time are read beside: those of the year before, and the plan that they carry out. */
function besideOf({ stage, year }: Pick<Mark, 'stage' | 'year'>): readonly Time<Stage>[] {
  if (year === 0) return [];
  const [before, plan] = [previousOf({ stage, year }), planOf({ stage, year })];
  return [...(before ? [before] : []), ...(plan.stage === stage ? [] : [plan])];
}

/** The current disclosures of the department and its units, with those that they are read beside, in an order of their own. */
async function familyOf(db: Db, mark: Mark): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select d.id, d.document_id as "documentId", a.id as "agencyId", a.level, coalesce(d.year, 0) as year, d.stage
    from agencies a join disclosures d on d.agency_id = a.id
    where ${inFamily(mark.agencyId)} and d.is_current
      and (coalesce(d.year, 0), d.stage) in (select * from ${timesOf([mark, ...besideOf(mark)])})
    order by a.level, coalesce(a.code, ''), a.name, a.id, d.year, d.stage`.execute(db);
  return rows;
}

/** Whose findings others may change, and the documents that they are read beside. */
function comparable(family: readonly Member[], mark: Mark) {
  const isOwn = ({ year, stage }: Member) => year === mark.year && stage === mark.stage;
  const own = family.filter(isOwn);
  const others = family.filter((member) => !isOwn(member));
  const hasUnits = own.length > 1 && own.some(({ level }) => level === 'department');
  const subjects = hasUnits ? own : own.filter((member) => others.some(isOfSame(member)));
  return { subjects, beside: others.filter((member) => subjects.some(isOfSame(member))) };
}

const isOfSame =
  ({ agencyId }: Member) =>
  (other: Member) =>
    other.agencyId === agencyId;

/** As it was checked when it came in: with all that its file's reading reported. */
async function load(db: Db, { id, documentId }: Member): Promise<DocumentReading> {
  const disclosure = (await loadDisclosure({ db }, id))!;
  const { name, problems } = (await getDocument({ db }, documentId))!;
  return { source: name, disclosures: [disclosure], problems };
}

/** False, and nothing is written, where the documents are others by now or somebody else writes them. */
function settle(
  db: Db,
  mark: Mark,
  family: readonly Member[],
  marks: readonly number[],
  found: ReadonlyMap<number, readonly Finding[]>,
): Promise<boolean> {
  const ids = listOf([...found.keys()], 'integer');
  return db.transaction().execute(async (tx) => {
    // Whoever waits for nobody is in nobody's way.
    const { rows: locked } = await sql`
      select id from disclosures where id = any(${ids}) for no key update skip locked`.execute(tx);
    if (locked.length < found.size) return false;
    if (JSON.stringify(await familyOf(tx, mark)) !== JSON.stringify(family)) return false;
    for (const [id, findings] of found) await replaceFindings(tx, id, findings);
    await clear(tx, marks);
    return true;
  });
}

const clear = (db: Db, marks: readonly number[]) =>
  sql`delete from rechecks where id = any(${listOf(marks, 'integer')})`.execute(db);

/** A finding found again keeps its number, by which somebody may be about to dismiss it. */
async function replaceFindings(db: Db, disclosureId: number, findings: readonly Finding[]): Promise<void> {
  const stored = await db
    .selectFrom('findings')
    .select(['id', 'finding_id', 'detail'])
    .where('disclosure_id', '=', disclosureId)
    .orderBy('ordinal')
    .execute();
  if (JSON.stringify(stored.map(({ detail }) => detail)) === JSON.stringify(findings)) return;
  await db.deleteFrom('findings').where('disclosure_id', '=', disclosureId).execute();
  const idOf = new Map(stored.map(({ finding_id, id }) => [finding_id, id]));
  const rows = findingRows(findings).map((row) => ({ id: idOf.get(row.finding_id), ...row }));
  const insert = (columns: Columns, part: readonly Row[]) =>
    insertOf({
      table: 'findings',
      columns,
      literals: literalsOf(columns, part),
      constants: { disclosure_id: integerOf(disclosureId) },
    }).execute(db);
  const isKnown = ({ id }: { readonly id: number | undefined }) => id !== undefined;
  await insert({ id: 'integer', ...FINDING_COLUMNS }, rows.filter(isKnown));
  await insert(
    FINDING_COLUMNS,
    rows.filter((row) => !isKnown(row)),
  );
  await recount(db, sql`d.id = ${disclosureId}`);
}
