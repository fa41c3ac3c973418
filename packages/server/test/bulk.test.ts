/** Bulk files are made elsewhere: this process asks the database, one question at a time, and answers others in between. */
import { deserialize } from 'node:v8';
import type { Dataset, Store } from '@mingsuan/store';
import { expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { bulkParts, bulkWorkbook } from '../src/modules/open-data/bulk.ts';

const store = {} as Store;
const MEGABYTE = 1024 * 1024;
const BATCHES = 20;
const text = 'a'.repeat(300_000);

let reading = 0;
let mostReading = 0;

/** As large as a real one, and not to be unpacked here. */
const dataset = {
  id: 'facts',
  async *read() {
    for (let number = 0; number < BATCHES; number++) {
      mostReading = Math.max(mostReading, ++reading);
      await new Promise((resolve) => setTimeout(resolve, 0));
      reading -= 1;
      yield { number, text };
    }
  },
  rows: () => {
    throw new Error('rows are made in another process');
  },
} as unknown as Dataset;

/** Pools that only say what they were given. */
function engineThat(answer: (takes: { readonly batches: readonly Uint8Array[] }) => unknown) {
  const tasks: { readonly name: string; readonly batches: readonly Uint8Array[]; readonly offset: number }[] = [];
  const run = async (name: string, takes: never) => {
    tasks.push({ name, ...(takes as object) } as never);
    return { ok: true, value: name === 'export-end' ? new Uint8Array(3) : answer(takes) };
  };
  return { engine: { writers: { run }, uploads: { run } } as unknown as Engine, tasks };
}

const bytesOf = (batches: readonly Uint8Array[]): number => batches.reduce((sum, { length }) => sum + length, 0);

test('rows and bytes are made by tasks that are small, in the order read', async () => {
  const { engine, tasks } = engineThat(() => ({ bytes: new Uint8Array(10) }));
  let length = 0;
  for await (const part of bulkParts({ store, engine }, dataset, 'csv', {})) length += part.length;
  const parts = tasks.slice(0, -1);
  expect(parts.flatMap(({ batches }) => batches.map((batch) => deserialize(batch).number))).toEqual(
    Array.from({ length: BATCHES }, (_, number) => number),
  );
  expect(parts.length).toBeGreaterThan(3);
  for (const { batches } of parts) expect(bytesOf(batches)).toBeLessThan(2 * MEGABYTE);
  expect(tasks.map(({ offset }) => offset)).toEqual(tasks.map((_, i) => 10 * i));
  expect(tasks.at(-1)!.name).toBe('export-end');
  expect(length).toBe(10 * parts.length + 3);
});

test('of several files only one asks the database at once, and the loop turns before each question', async () => {
  const { engine } = engineThat(() => ({ bytes: new Uint8Array(1) }));
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  mostReading = 0;
  await Promise.all(
    [1, 2, 3].map(async () => {
      for await (const _ of bulkParts({ store, engine }, dataset, 'json', {}));
    }),
  );
  isOver = true;
  expect(mostReading).toBe(1);
  expect(turns).toBeGreaterThanOrEqual(3 * BATCHES);
});

test('a workbook of too many rows is refused in words', async () => {
  const { engine } = engineThat(() => undefined);
  await expect(bulkWorkbook({ store, engine }, dataset, {})).rejects.toThrow('Excel 装不下');
  const fitting = engineThat(() => new Uint8Array(5));
  expect(await bulkWorkbook({ store, engine: fitting.engine }, dataset, {})).toHaveLength(5);
  expect(fitting.tasks.map(({ name }) => name)).toEqual(['export-workbook']);
});

test('of a file that nobody waits for any more nothing is asked', async () => {
  const { engine, tasks } = engineThat(() => ({ bytes: new Uint8Array(1) }));
  const leaving = new AbortController();
  const parts = bulkParts({ store, engine, gone: leaving.signal }, dataset, 'csv', {});
  await parts.next();
  const begun = tasks.length;
  leaving.abort();
  await expect(parts.next()).rejects.toThrow('没有人在等');
  await expect(bulkWorkbook({ store, engine, gone: leaving.signal }, dataset, {})).rejects.toThrow('没有人在等');
  expect(tasks).toHaveLength(begun);
});
