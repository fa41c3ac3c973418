/**
 * A disclosure as its JSON has it (docs/schema/read.schema.json, the API): the rows of each kind of record table in a property
 * of its own, beside what is said of the tables.
 */
import type { Agency, Disclosure, DocumentReading, RecordTable } from '../disclosure.ts';
import { KINDS, kindOf, type RecordRow, type RowsByProperty, type TableFormId } from '../kinds/index.ts';
import type { Model } from '../schema/define.ts';
import type { defineRecords } from '../schema/records.ts';
import { inOrder, rowsOf, tablesFrom } from './tables.ts';

/** What is said of a record table, without its rows. Of several tables of one form `count` tells how many rows each holds. */
export interface TableInfo extends Model<ReturnType<typeof defineRecords>['table']> {}

/** All of it but the rows of record tables. What nobody tells is null, which equals nothing. */
export type WithInfos = Omit<Disclosure, 'tables' | 'agency' | 'year'> & {
  readonly agency: Omit<Agency, 'name'> & { readonly name: string | null };
  readonly tables: readonly TableInfo[];
};
export type PublishedDisclosure = WithInfos & { readonly year: number | null } & RowsByProperty;

/** As it is taken in: a kind that it does not speak of has no rows. */
export type GivenDisclosure = WithInfos & { readonly year?: number | null } & Partial<RowsByProperty>;

export interface PublishedReading extends Omit<DocumentReading, 'disclosures'> {
  readonly disclosures: readonly PublishedDisclosure[];
}

/** The tables as their JSON tells them: a sheet without a unit says in its row all that there is to say. */
export function publishTables({
  tables,
}: Pick<Disclosure, 'tables'>): Pick<PublishedDisclosure, 'tables'> & RowsByProperty {
  const isAlone = ({ form }: RecordTable) => tables.filter((table) => table.form === form).length === 1;
  const infos = tables
    .filter((table) => isListed(table, tables))
    .map(({ rows, ...info }): TableInfo => (isAlone({ rows, ...info }) ? info : { ...info, count: rows.length }));
  const rows = KINDS.map((kind) => [kind.property, rowsOf({ tables }, kind)] as const);
  return { tables: infos, ...(Object.fromEntries(rows) as unknown as RowsByProperty) };
}

const isListed = ({ form, title }: RecordTable, all: readonly RecordTable[]) =>
  title !== '' && (!kindOf(form)!.isSheet || all.some((table) => table.form === form && table.unit !== undefined));

/** The tables that such JSON tells of. Rows that no table counts stand in the first of their form. */
export function tablesOfPublished(
  published: { readonly tables: readonly TableInfo[] } & Partial<RowsByProperty>,
): readonly RecordTable[] {
  const all = published as unknown as Readonly<Record<string, readonly RecordRow[] | undefined>>;
  const rest = new Map(KINDS.map((kind) => [kind.id, all[kind.property] ?? []]));
  const seen = new Set<TableFormId>();
  const tables = published.tables.map(({ count, ...info }): RecordTable => {
    const rows = rest.get(info.form)!;
    const isFirst = !seen.has(info.form);
    seen.add(info.form);
    const own = count ?? (kindOf(info.form)!.isSheet ? 1 : isFirst ? rows.length : 0);
    rest.set(info.form, rows.slice(own));
    return { ...info, rows: rows.slice(0, own) };
  });
  const unlisted = KINDS.flatMap((kind) => {
    const rows = rest.get(kind.id)!;
    return rows.length > 0 ? tablesFrom(kind, rows) : [];
  });
  return inOrder([...tables, ...unlisted]);
}

/** A disclosure as its JSON has it. */
export const publish = ({ agency, region, year, tables, ...disclosure }: Disclosure): PublishedDisclosure => ({
  agency: { ...agency, name: agency.name === '' ? null : agency.name },
  ...(region ? { region } : {}),
  year: year ?? null,
  ...disclosure,
  ...publishTables({ tables }),
});

/** The disclosure that such JSON tells of. */
export function unpublish(published: GivenDisclosure): Disclosure {
  const { agency, year } = published;
  const properties: readonly string[] = ['year', ...KINDS.map(({ property }) => property)];
  const rest = Object.fromEntries(Object.entries(published).filter(([name]) => !properties.includes(name)));
  return {
    ...(rest as unknown as Disclosure),
    agency: { ...agency, name: agency.name ?? '' },
    ...(year === null || year === undefined ? {} : { year }),
    tables: tablesOfPublished(published),
  };
}

/** A file's reading as its JSON has it. */
export const publishReading = ({ disclosures, ...reading }: DocumentReading): PublishedReading => ({
  ...reading,
  disclosures: disclosures.map(publish),
});

/** The reading that such JSON tells of. */
export const unpublishReading = ({ disclosures, ...reading }: PublishedReading): DocumentReading => ({
  ...reading,
  disclosures: disclosures.map(unpublish),
});
