/** Parts of bulk files, made of what the database gave: packed batches of a dataset, each as `v8.serialize` wrote it. */
import { deserialize, serialize } from 'node:v8';
import { type Dataset, type ExportRow, rowsIn } from '@mingsuan/store/export/dataset';
import { DATASETS } from '@mingsuan/store/export/datasets';
import { type ParquetGroup, parquetEnd, parquetPart } from '@mingsuan/store/export/parquet';
import { csvHead, csvLines, jsonEnd, jsonLines } from './flat-text.ts';
import type { Tasks } from './tasks.ts';

type Of<N extends keyof Tasks> = (takes: Tasks[N]['takes']) => Promise<Tasks[N]['gives']>;

const datasetOf = (id: string): Dataset => DATASETS.find((one) => one.id === id)!;

function rowsOf(dataset: Dataset, batches: readonly Uint8Array[]): readonly ExportRow[] {
  return batches.flatMap((batch) => rowsIn(dataset, deserialize(batch)));
}

/** Rows that follow after `offset` bytes; nothing where there are none. */
export const exportPart: Of<'export-part'> = async ({ dataset: id, format, batches, offset }) => {
  const dataset = datasetOf(id);
  const rows = rowsOf(dataset, batches);
  if (rows.length === 0) return { bytes: new Uint8Array() };
  const { columns } = dataset;
  if (format === 'parquet') {
    const { bytes, group } = await parquetPart(rows, columns, offset);
    return { bytes, group: serialize(group) };
  }
  const isFirst = offset === 0;
  if (format === 'json') return { bytes: encode(jsonLines(rows, columns, isFirst)) };
  return { bytes: encode((isFirst ? csvHead(columns) : '') + csvLines(rows, columns)) };
};

/** What stands after `offset` bytes of parts. */
export const exportEnd: Of<'export-end'> = async ({ dataset: id, format, offset, groups }) => {
  const { columns } = datasetOf(id);
  if (format === 'json') return encode(jsonEnd(offset === 0));
  if (format === 'csv') return encode(offset === 0 ? csvHead(columns) : '');
  return parquetEnd(
    groups.map((group) => deserialize(group) as ParquetGroup),
    columns,
    offset,
  );
};

/** All rows as a workbook; undefined where there are more than `most`. */
export const exportWorkbook: Of<'export-workbook'> = async ({ dataset: id, batches, most }) => {
  const dataset = datasetOf(id);
  const rows: ExportRow[] = [];
  for (const batch of batches) {
    for (const row of rowsOf(dataset, [batch])) rows.push(row);
    if (rows.length > most) return undefined;
  }
  const { writeTable } = await import('@mingsuan/documents/xlsx/write-table');
  const columns = Object.entries(dataset.columns).map(([id, { title }]) => ({ id, title }));
  return writeTable({ name: dataset.title[0], columns, rows });
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
