/** Many made-up disclosures in a store: five years of one agency after the other. */
import { availableParallelism } from 'node:os';
import { publish } from '@mingsuan/core/model/published';
import { type DocumentInput, importDocument, maintain, type Store, startPreparers } from '@mingsuan/store';
import { published } from './published.ts';

export const YEARS = [2021, 2022, 2023, 2024, 2025];
const AT_ONCE = 4;
const CHUNK = 200;
const THREADS = Math.min(4, availableParallelism());

/** A made-up file is drawn, and the threads are warm, before the clock runs: only the store is measured. @returns disclosures a second */
export async function importMany(store: Store, size: number): Promise<number> {
  const preparers = startPreparers({ threads: THREADS });
  await Promise.all(Array.from({ length: THREADS * 10 }, (_, i) => preparers.prepare(fileOf(size + i))));
  let spent = 0;
  for (let from = 0; from < size; from += CHUNK) {
    const files = Array.from({ length: Math.min(CHUNK, size - from) }, (_, i) => fileOf(from + i));
    const start = performance.now();
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let file = files[next++]; file; file = files[next++]) await importDocument(store, file, preparers.prepare);
      }),
    );
    spent += performance.now() - start;
  }
  await preparers.close();
  await maintain(store);
  return (size / spent) * 1000;
}

function fileOf(number: number): DocumentInput {
  const agency = Math.floor(number / YEARS.length);
  const disclosure = published({ agency, year: YEARS[number % YEARS.length]!, functions: 7 });
  const documents = [{ source: `${number}`, disclosures: [publish(disclosure)], problems: [] }];
  return { name: `${number}.json`, bytes: Buffer.from(JSON.stringify({ documents })) };
}
