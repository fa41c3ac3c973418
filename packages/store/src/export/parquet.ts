/** Flat rows as a Parquet file, in pieces: each row group leaves as soon as it is full. */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ExportColumns } from './dataset.ts';
import { FACT_COLUMNS } from './facts.ts';

type FlatRow = Readonly<Record<string, string | number | boolean | null>>;

/** While a group is written nobody else is answered. */
const GROUP_ROWS = 5_000;

const TYPES = {
  integer: { type: 'INT32' },
  bigint: { type: 'INT64' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
} as const;

/** The file's bytes in order: of the figures where no columns are named. `bigint` is INT64. */
export async function* parquetOf(
  batches: AsyncIterable<readonly FlatRow[]>,
  columns: ExportColumns = FACT_COLUMNS,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const names = Object.keys(columns);
  const schema: SchemaElement[] = [
    { name: 'rows', num_children: names.length },
    ...names.map((name): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...TYPES[columns[name]!.type] })),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'mingsuan' });
  const writeGroup = async (rows: readonly FlatRow[]): Promise<void> => {
    const columnData = names.map((name) => ({
      name,
      data: rows.map((row) => cellOf(row[name] ?? null, columns[name]!)),
    }));
    await parquet.write({ columnData, rowGroupSize: rows.length });
  };
  let rows: FlatRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length < GROUP_ROWS) continue;
    await writeGroup(rows);
    rows = [];
    yield drain(writer);
  }
  if (rows.length > 0) await writeGroup(rows);
  await parquet.finish();
  yield drain(writer);
}

const cellOf = (value: FlatRow[string], { type }: ExportColumns[string]) =>
  type === 'bigint' && typeof value === 'number' ? BigInt(value) : value;

/** What was written since; the writer goes on counting from the file's beginning. */
function drain(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
