/** Flat rows as a Parquet file, in pieces: each row group leaves as soon as it is full. */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { FACT_COLUMNS, type FactRow } from './facts.ts';

const GROUP_ROWS = 100_000;
const NAMES = Object.keys(FACT_COLUMNS) as (keyof FactRow)[];

const TYPES = {
  integer: { type: 'INT32' },
  bigint: { type: 'INT64' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const;

const SCHEMA: SchemaElement[] = [
  { name: 'facts', num_children: NAMES.length },
  ...NAMES.map((name): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...TYPES[FACT_COLUMNS[name]] })),
];

/** The file's bytes in order. `fen` is INT64. */
export async function* parquetOf(batches: AsyncIterable<readonly FactRow[]>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: SCHEMA, createdBy: 'mingsuan' });
  let rows: FactRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length < GROUP_ROWS) continue;
    await writeGroup(parquet, rows);
    rows = [];
    yield drain(writer);
  }
  if (rows.length > 0) await writeGroup(parquet, rows);
  await parquet.finish();
  yield drain(writer);
}

async function writeGroup(parquet: ParquetWriter, rows: readonly FactRow[]): Promise<void> {
  const columnData = NAMES.map((name) => ({ name, data: rows.map((row) => cellOf(row, name)) }));
  await parquet.write({ columnData, rowGroupSize: rows.length });
}

function cellOf(row: FactRow, name: keyof FactRow): string | number | bigint | null {
  const value = row[name];
  return FACT_COLUMNS[name] === 'bigint' && value !== null ? BigInt(value) : value;
}

/** What was written since; the writer goes on counting from the file's beginning. */
function drain(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
