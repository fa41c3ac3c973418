/** Bulk files: this process only asks the database; rows and files are made of what it gave in a process of their own. */
import { serialize } from 'node:v8';
import type { Dataset, ExportFilter, Store } from '@mingsuan/store';
import { type Engine, gained } from '../../engine/engine.ts';
import type { PartFormat } from '../../engine/tasks.ts';
import { Fault } from '../../fault.ts';

/** Of what was read, for one part of a file. */
const PART_BYTES = 1024 * 1024;

/** A workbook stands in memory: what is larger is told to come as another format. */
const MOST_XLSX = 200_000;
/** Of what was read for a workbook; so many rows take less. */
const MOST_XLSX_BYTES = 256 * PART_BYTES;

let turn: Promise<unknown> = Promise.resolve();

/** What a bulk file is made of, and when nobody waits for it any more. */
interface From {
  readonly store: Store;
  readonly engine: Engine;
  readonly gone?: AbortSignal | undefined;
}

/** Of all files that are made at once only one asks the database, and others are answered before the next does: an embedded database never waits for anything. */
async function* inTurn(batches: AsyncGenerator<unknown>, gone: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const next = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    if (gone?.aborted) gained({ ok: false, failure: 'gone' });
    return batches.next();
  };
  for (;;) {
    const asked = turn.then(next);
    turn = asked.catch(() => {});
    const { value, done } = await asked;
    if (done) return;
    yield serialize(value);
  }
}

async function* gathered(batches: AsyncGenerator<Uint8Array>): AsyncGenerator<readonly Uint8Array[]> {
  let some: Uint8Array[] = [];
  let size = 0;
  for await (const batch of batches) {
    some.push(batch);
    size += batch.length;
    if (size < PART_BYTES) continue;
    yield some;
    some = [];
    size = 0;
  }
  if (some.length > 0) yield some;
}

/** A dataset as a file, in parts as they are made. @throws Fault `busy` where the server stops or nobody waits for it any more */
export async function* bulkParts(
  { store, engine: { writers }, gone }: From,
  { id: dataset, read }: Dataset,
  format: PartFormat,
  filter: ExportFilter,
): AsyncGenerator<Uint8Array> {
  const groups: Uint8Array[] = [];
  let offset = 0;
  for await (const batches of gathered(inTurn(read(store, filter), gone))) {
    const { bytes, group } = gained(await writers.run('export-part', { dataset, format, batches, offset }));
    if (group) groups.push(group);
    offset += bytes.length;
    if (bytes.length > 0) yield bytes;
  }
  const end = gained(await writers.run('export-end', { dataset, format, offset, groups }));
  if (end.length > 0) yield end;
}

/** A dataset as a workbook. @throws Fault `too-large`, or `busy` as above */
export async function bulkWorkbook(
  { store, engine: { uploads }, gone }: From,
  { id: dataset, read }: Dataset,
  filter: ExportFilter,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new Fault('too-large', `超过 ${MOST_XLSX} 行，Excel 装不下；请按地区、年度分开，或用 CSV、Parquet。`);
  const batches: Uint8Array[] = [];
  let size = 0;
  for await (const batch of inTurn(read(store, filter), gone)) {
    batches.push(batch);
    size += batch.length;
    if (size > MOST_XLSX_BYTES) throw tooLarge();
  }
  const workbook = gained(await uploads.run('export-workbook', { dataset, batches, most: MOST_XLSX }));
  if (workbook === undefined) throw tooLarge();
  return workbook;
}
