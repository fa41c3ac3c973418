/** A disclosure as it was read: the stored parts put together again give exactly what was imported. */

import type {
  ContentsEntry,
  Disclosure,
  ExplanationSection,
  GenericTable,
  RecordTable,
} from '@mingsuan/core/disclosure';
import { groupBy } from '@mingsuan/core/group-by';
import type { RecordRow } from '@mingsuan/core/kinds/index';
import type { Coverage } from '@mingsuan/core/model/coverage';
import type { FieldsTold } from '@mingsuan/core/model/identity';
import { type PublishedDisclosure, publishTables } from '@mingsuan/core/model/published';
import type { DisclosureSource } from '../import/beside.ts';
import type { Store } from '../open.ts';
import { statementsOf } from './statements.ts';
import { type CompletenessAnswer, countsOf, type FindingCounts, type Stage } from './types.ts';

export interface DocumentRef {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
}

export interface DisclosureAnswer extends Omit<PublishedDisclosure, 'agency' | 'year'> {
  readonly id: number;
  readonly agency: Disclosure['agency'] & { readonly id: number };
  readonly year: number | null;
  readonly stage: Stage;
  readonly version: number;
  readonly isCurrent: boolean;
  /** The file that came last. */
  readonly document: DocumentRef;
  /** All files that it stands in; a place in another than `document` names it (`origin.source`). */
  readonly documents: readonly DocumentRef[];
  /** How much of them was read; absent where that is not known. */
  readonly coverage?: Coverage;
  readonly importedAt: string;
  readonly completeness: CompletenessAnswer;
  readonly findings: FindingCounts;
}

/** Undefined where there is no such disclosure. */
export async function getDisclosure({ db }: Pick<Store, 'db'>, id: number): Promise<DisclosureAnswer | undefined> {
  const row = await rowOf(db, id);
  if (!row) return undefined;
  const content = await contentOf(db, row);
  return {
    id: row.id,
    agency: { id: row.agency_id, ...(row.code === null ? {} : { code: row.code }), name: row.name, level: row.level },
    year: row.year,
    version: row.version,
    isCurrent: row.is_current,
    document: { id: row.document_id, name: row.document_name, kind: row.kind, sha256: row.sha256 },
    documents: await documentsOf(db, row),
    ...(row.coverage === null ? {} : { coverage: row.coverage as Coverage }),
    importedAt: row.created_at.toISOString(),
    completeness: { forms: row.completeness as CompletenessAnswer['forms'], score: row.score },
    findings: countsOf(row),
    ...content,
    ...publishTables(content),
  };
}

async function documentsOf(db: Store['db'], row: DisclosureRow): Promise<DocumentRef[]> {
  const own = { id: row.document_id, name: row.document_name, kind: row.kind, sha256: row.sha256 };
  const ids = ((row.sources ?? []) as DisclosureSource[]).map(({ document }) => document).filter((id) => id !== own.id);
  if (ids.length === 0) return [own];
  const others = await db
    .selectFrom('documents')
    .select(['id', 'name', 'kind', 'sha256'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return [own, ...others];
}

/** The disclosure as core's functions take it, its agency's code as it prints it. */
export async function loadDisclosure({ db }: Pick<Store, 'db'>, id: number): Promise<Disclosure | undefined> {
  const row = await rowOf(db, id);
  if (!row) return undefined;
  const { agency_code: code, name, level, year } = row;
  return {
    agency: { ...(code === null ? {} : { code }), name, level },
    ...(year === null ? {} : { year }),
    ...(await contentOf(db, row)),
  };
}

const rowOf = (db: Store['db'], id: number) =>
  db
    .selectFrom('disclosures as d')
    .innerJoin('agencies as a', 'a.id', 'd.agency_id')
    .innerJoin('documents as o', 'o.id', 'd.document_id')
    .selectAll('d')
    .select(['a.code', 'a.name', 'a.level', 'a.region', 'a.region_name'])
    .select(['o.name as document_name', 'o.kind', 'o.sha256'])
    .where('d.id', '=', id)
    .executeTakeFirst();

type DisclosureRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

async function contentOf(db: Store['db'], row: DisclosureRow): Promise<Omit<Disclosure, 'agency' | 'year'>> {
  const { id, region, region_name, stage, template, tables, contents, identity, generic } = row;
  return {
    ...(region === '' ? {} : { region: { code: region, name: region_name } }),
    stage,
    ...(identity === null ? {} : { identity: identity as FieldsTold }),
    template,
    statements: (await statementsOf(db, [id])).map(({ statement }) => statement),
    tables: await tablesOf(db, id, tables as readonly Omit<RecordTable, 'rows'>[]),
    contents: contents as ContentsEntry[],
    explanation: await sectionsOf(db, id),
    ...(generic === null ? {} : { generic: generic as GenericTable[] }),
  };
}

async function tablesOf(
  db: Store['db'],
  id: number,
  tables: readonly Omit<RecordTable, 'rows'>[],
): Promise<RecordTable[]> {
  const stored = await db
    .selectFrom('records')
    .select(['table_no', 'content'])
    .where('disclosure_id', '=', id)
    .orderBy('table_no')
    .orderBy('ordinal')
    .execute();
  const rowsOf = groupBy(stored, ({ table_no }) => table_no);
  return tables.map((table, i) => ({
    ...table,
    rows: (rowsOf.get(i) ?? []).map(({ content }) => content as RecordRow),
  }));
}

async function sectionsOf(db: Store['db'], id: number): Promise<ExplanationSection[]> {
  const rows = await db
    .selectFrom('explanation')
    .select('content')
    .where('disclosure_id', '=', id)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ content }) => content as ExplanationSection);
}
