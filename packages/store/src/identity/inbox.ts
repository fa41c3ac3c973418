/** The operator's inbox: files that are nobody's figures yet, with all that tells whose they might be; and every file there is. */
import type { Agency, Problem, Region, Stage } from '@mingsuan/core/disclosure';
import type { CoverageCounts } from '@mingsuan/core/model/coverage';
import type { FieldsTold } from '@mingsuan/core/model/identity';
import { type RawBuilder, sql } from 'kysely';
import type { Held } from '../import/beside.ts';
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from '../queries/page.ts';
import { allOf, listOf } from '../queries/sql.ts';
import type { Ruling } from './ruling.ts';

/**
 * `open`: somebody has to say whose it is; `published`; `joined`: published as a part of another file's disclosure; `rejected`:
 * ruled to be nobody's; `reading`: being read again.
 */
export const FILE_STATES = ['open', 'published', 'joined', 'rejected', 'reading'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Why a file is open: nobody is named, a field is in doubt, nobody filled it in, no budget was recognised in it. */
export type FileDoubt = 'nameless' | 'doubtful' | 'blank' | 'unrecognised';

export interface InboxDisclosure {
  /** Its place in the file's reading. */
  readonly at: number;
  /** Where it is published. */
  readonly id: number | null;
  readonly agencyId: number | null;
  readonly agency: Agency;
  readonly region: Region | null;
  readonly year: number | null;
  readonly stage: Stage;
  readonly doubts: readonly string[];
  readonly identity: FieldsTold | null;
  readonly tables: number | null;
  readonly isCurrent: boolean;
}

export interface InboxFile {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly importedAt: string;
  readonly state: FileState;
  readonly doubt: FileDoubt | null;
  readonly ruling: Ruling | null;
  readonly coverage: CoverageCounts | null;
  readonly problems: readonly Problem[];
  readonly disclosures: readonly InboxDisclosure[];
}

export interface InboxQuestion extends PageOptions {
  readonly state?: FileState | undefined;
  /** A part of the file's or the agency's name. */
  readonly q?: string | undefined;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly bytes_size: number;
  readonly imported_at: Date;
  readonly state: FileState;
  readonly ruling: Ruling | null;
  readonly held: readonly Held[] | null;
  readonly coverage: CoverageCounts | null;
  readonly problems: readonly Problem[];
}

/** Files that stand in a disclosure of another's, made once for a question. */
const PARTS = sql`parts as materialized (
  select distinct cast(s ->> 'document' as integer) as id
  from disclosures d, json_array_elements(d.sources) s where json_array_length(d.sources) > 1)`;

const READING = sql`exists (select 1 from jobs j, json_array_elements_text(j.payload -> 'documents') r
  where j.kind = 'read-again' and j.state in ('waiting', 'running') and cast(r as integer) = o.id)`;

const STATE = sql`case
  when ${READING} then 'reading'
  when o.ruling ->> 'kind' <> 'identity' then 'rejected'
  when o.held is not null then 'open'
  when exists (select 1 from disclosures d where d.document_id = o.id) then 'published'
  when o.id in (select id from parts) then 'joined'
  else 'open' end`;

/** Files, the newest first. */
export async function inbox({ db }: Pick<Store, 'db'>, question: InboxQuestion = {}): Promise<Page<InboxFile>> {
  const limit = limitOf(question);
  const after = keyOf<[number]>(question, ['number']);
  const text = (question.q ?? '').trim();
  const rows = await filesWhere(
    db,
    allOf([
      question.state !== undefined && sql`state = ${question.state}`,
      after && sql`id < ${after[0]}`,
      text !== '' &&
        sql`(strpos(name, ${text}) > 0 or exists (select 1 from disclosures d join agencies a on a.id = d.agency_id
          where d.document_id = files.id and strpos(a.name, ${text}) > 0))`,
    ]),
    limit + 1,
  );
  const published = await publishedOf(
    db,
    rows.map(({ id }) => id),
  );
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) =>
      fileOf(
        row,
        published.filter((one) => one.documentId === row.id),
      ),
  );
}

/** Undefined where there is no such file. */
export async function inboxFile({ db }: Pick<Store, 'db'>, id: number): Promise<InboxFile | undefined> {
  const [row] = await filesWhere(db, sql`id = ${id}`, 1);
  return row && fileOf(row, await publishedOf(db, [id]));
}

/** Where a file stands now, and in how many places it was not understood. */
export type FileStanding = Pick<InboxFile, 'id' | 'state'> & { readonly problems: number };

/** Files as they stand now, not as they stood when they came in. */
export async function fileStandings(
  { db }: Pick<Store, 'db'>,
  ids: readonly number[],
): Promise<readonly FileStanding[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FileStanding>`
    with ${PARTS} select o.id, ${STATE} as state, json_array_length(o.problems) as problems
    from documents o where o.id = any(${listOf(ids, 'integer')})`.execute(db);
  return rows;
}

/** How many files there are in each state. */
export async function inboxCounts({ db }: Pick<Store, 'db'>): Promise<Readonly<Record<FileState, number>>> {
  const { rows } = await sql<{ state: FileState; count: number }>`
    with ${PARTS} select state, cast(count(*) as integer) as count
    from (select ${STATE} as state from documents o) files group by state`.execute(db);
  const of = (state: FileState) => rows.find((row) => row.state === state)?.count ?? 0;
  return Object.fromEntries(FILE_STATES.map((state) => [state, of(state)])) as Record<FileState, number>;
}

async function filesWhere(db: Store['db'], where: RawBuilder<unknown>, limit: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with ${PARTS}, files as (
      select o.id, o.name, o.kind, o.bytes_size, o.imported_at, o.ruling, o.held, o.problems,
        cast(cast(o.coverage as jsonb) - 'perTable' as json) as coverage, ${STATE} as state
      from documents o)
    select * from files where ${where} order by id desc limit ${limit}`.execute(db);
  return rows;
}

type Published = InboxDisclosure & { readonly documentId: number };

async function publishedOf(db: Store['db'], documents: readonly number[]): Promise<readonly Published[]> {
  const { rows } = await sql<{
    document_id: number;
    id: number;
    ordinal: number;
    agency_id: number;
    agency_code: string | null;
    name: string;
    level: 'department' | 'unit';
    region: string;
    region_name: string;
    year: number | null;
    stage: Stage;
    identity: FieldsTold | null;
    is_current: boolean;
  }>`
    select d.document_id, d.id, d.ordinal, d.agency_id, d.agency_code, a.name, a.level, a.region, a.region_name, d.year,
      d.stage, d.identity, d.is_current
    from disclosures d join agencies a on a.id = d.agency_id
    where d.document_id = any(${listOf(documents, 'integer')}) order by d.document_id, d.ordinal`.execute(db);
  return rows.map((row) => ({
    documentId: row.document_id,
    at: row.ordinal,
    id: row.id,
    agencyId: row.agency_id,
    agency: { ...(row.agency_code === null ? {} : { code: row.agency_code }), name: row.name, level: row.level },
    region: row.region === '' ? null : { code: row.region, name: row.region_name },
    year: row.year,
    stage: row.stage,
    doubts: [],
    identity: row.identity,
    tables: null,
    isCurrent: row.is_current,
  }));
}

const heldOf = ({ at, agency, region, year, stage, doubts, identity, tables }: Held, i: number): InboxDisclosure => ({
  at: at ?? i,
  id: null,
  agencyId: null,
  agency,
  region: region ?? null,
  year: year ?? null,
  stage,
  doubts,
  identity: identity ?? null,
  tables: tables ?? null,
  isCurrent: false,
});

function fileOf({ bytes_size, imported_at, held, ...row }: Row, published: readonly Published[]): InboxFile {
  const disclosures = [...published.map(({ documentId: _, ...one }) => one), ...(held ?? []).map(heldOf)];
  return {
    ...row,
    size: bytes_size,
    importedAt: imported_at.toISOString(),
    doubt: row.state === 'open' ? doubtOf(disclosures) : null,
    disclosures: disclosures.sort((a, b) => a.at - b.at),
  };
}

function doubtOf(disclosures: readonly InboxDisclosure[]): FileDoubt {
  if (disclosures.length === 0) return 'unrecognised';
  const open = disclosures.filter(({ doubts }) => doubts.length > 0);
  if (open.some(({ doubts }) => doubts.includes('empty'))) return 'unrecognised';
  if (open.some(({ doubts }) => doubts.includes('form'))) return 'blank';
  return open.some(({ agency }) => agency.name === '') ? 'nameless' : 'doubtful';
}

/** Whether a file is published, by itself or as a part of another's disclosure. */
export async function isPublic({ db }: Pick<Store, 'db'>, id: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from disclosures d where d.document_id = ${id} or exists (
      select 1 from json_array_elements(d.sources) s where cast(s ->> 'document' as integer) = ${id}) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
