/** Flat rows as a Parquet file, in parts that know of each other only how much was written and, at the end, what they hold. */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ExportColumns } from './dataset.ts';

type FlatRow = Readonly<Record<string, string | number | boolean | null>>;

const GROUP_ROWS = 5_000;

const TYPES = {
  integer: { type: 'INT32' },
  bigint: { type: 'INT64' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
} as const;

/** What the end of the file tells of a part of it. */
export type ParquetGroup = Pick<ParquetWriter, 'row_groups' | 'pendingIndexes' | 'num_rows'>;

/** The part of a file that holds some rows, which follows after `offset` bytes; the first brings the file's beginning along. `bigint` is INT64. */
export async function parquetPart(
  rows: readonly FlatRow[],
  columns: ExportColumns,
  offset: number,
): Promise<{ readonly bytes: Uint8Array; readonly group: ParquetGroup }> {
  const { writer, parquet } = writerAt(columns, offset);
  const columnData = Object.entries(columns).map(([name, column]) => ({
    name,
    data: rows.map((row) => cellOf(row[name] ?? null, column)),
  }));
  await parquet.write({ columnData, rowGroupSize: GROUP_ROWS });
  const { row_groups, pendingIndexes, num_rows } = parquet;
  return { bytes: writer.getBytes().slice(), group: { row_groups, pendingIndexes, num_rows } };
}

/** The end of a file, after `offset` bytes of parts with these groups. */
export async function parquetEnd(
  groups: readonly ParquetGroup[],
  columns: ExportColumns,
  offset: number,
): Promise<Uint8Array> {
  const { writer, parquet } = writerAt(columns, offset);
  parquet.row_groups = groups.flatMap(({ row_groups }) => row_groups);
  parquet.pendingIndexes = groups.flatMap(({ pendingIndexes }) => pendingIndexes);
  parquet.num_rows = groups.reduce((sum, { num_rows }) => sum + num_rows, 0n);
  await parquet.finish();
  return writer.getBytes().slice();
}

/** A writer that has written so much already. */
function writerAt(columns: ExportColumns, offset: number) {
  const writer = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: 'rows', num_children: Object.keys(columns).length },
    ...Object.entries(columns).map(
      ([name, { type }]): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...TYPES[type] }),
    ),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'mingsuan' });
  if (offset > 0) {
    // The beginning that the writer made stands in the file already.
    writer.index = 0;
    writer.offset = offset;
  }
  return { writer, parquet };
}

const cellOf = (value: FlatRow[string], { type }: ExportColumns[string]) =>
  type === 'bigint' && typeof value === 'number' ? BigInt(value) : value;
