/**
 * 60 departments reviewed side by side by six reviewers: the slowest twentieth of each action, embedded and on PostgreSQL where it is
 * installed. `npm run bench reviews`
 */
import { publish } from '@mingsuan/core/model/published';
import type { z } from 'zod';
import * as contract from '../packages/server/src/modules/reviews/contract.ts';
import { type Desk, deskOf, placesIn } from '../packages/server/test/desk.ts';
import { openFixture } from '../packages/server/test/fixture.ts';
import { startPostgres } from '../packages/store/test/support/postgres.ts';
import { published } from './made-up/published.ts';

const DEPARTMENTS = 60;
const REVIEWERS = 6;
const PATIENCE_MS = 600_000;
const MOST_MS = { embedded: 800, PostgreSQL: 300 };

/** Milliseconds of each action, by its name. */
type Times = Map<string, number[]>;

function filesFrom(from: number): FormData {
  const form = new FormData();
  for (let at = from; at < from + DEPARTMENTS / 2; at++) {
    const disclosure = published({ agency: at, year: 2025, functions: 7 });
    const documents = [{ source: `${at}`, disclosures: [publish(disclosure)], problems: [] }];
    form.append('files', new File([JSON.stringify({ documents })], `${at}.json`));
  }
  return form;
}

async function readWhole(desk: Desk, batch: number) {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await desk.ask('GET', `/reviews/${batch}`, contract.batchAnswer);
    if (items.length > 0 && items.every(({ isChecked, problem }) => isChecked || problem !== null)) return items;
    if (performance.now() > until) throw new Error('the batch was not read in time');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** One text from being opened to its checklist being signed. */
async function review(desk: Desk, batch: number, text: number, times: Times): Promise<void> {
  const timed = async <S extends z.ZodType>(name: string, method: string, path: string, schema: S, body?: unknown) => {
    const started = performance.now();
    const answer = await desk.ask(method, path, schema, body);
    times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
    return answer;
  };
  const at = `/review-texts/${text}`;
  await timed('the batch', 'GET', `/reviews/${batch}`, contract.batchAnswer);
  const { findings } = await timed('a text', 'GET', at, contract.textAnswer);
  for (const { id, revision } of findings.slice(0, 5)) {
    const body = { event: 'dismiss', reason: '口径不同', findings: [{ id, revision }] };
    await timed('a decision', 'POST', `${at}/decisions`, contract.done, body);
  }
  const own = { message: '封面没有盖章', severity: 'warning', page: 1, box: [60, 60, 300, 120] };
  const { id } = await timed('a finding of one’s own', 'POST', `${at}/findings`, contract.made, own);
  await timed('a comment', 'POST', `${at}/comments`, contract.done, { findingId: id, text: '见封面' });
  const signed = { item: 'timeliness', met: true, note: '二月十日公开' };
  await timed('a line of the checklist', 'PUT', `${at}/checklist`, contract.done, signed);
}

async function measured(engine: keyof typeof MOST_MS, databaseUrl?: string): Promise<void> {
  const fixture = await openFixture(false, databaseUrl);
  const app = fixture.appWith({ uploadBytes: 300 * 1024 * 1024 });
  const { region } = await placesIn(fixture.store);
  const desks = [];
  for (let at = 0; at < REVIEWERS; at++)
    desks.push(await deskOf(app, fixture.store, `r${at}`, region, 'bureau-office'));
  const [first] = desks;
  const fields = { unitId: region, title: '检查', due: '2026-03-20', checklistId: null, keepUntil: null };
  const { id: batch } = await first!.ask('POST', '/reviews', contract.made, fields);
  for (const from of [0, DEPARTMENTS / 2])
    await first!.ask('POST', `/reviews/${batch}/files`, contract.added, filesFrom(from));
  const started = performance.now();
  const items = await readWhole(first!, batch);
  console.log(
    `${engine}: ${items.length} 份读入并核对 ${Math.round((performance.now() - started) / 1000)} 秒 / read and checked`,
  );
  const times: Times = new Map();
  await Promise.all(
    desks.map(async (desk, at) => {
      for (const { id } of items.filter((_, i) => i % REVIEWERS === at)) await review(desk, batch, id, times);
    }),
  );
  console.table(
    Object.fromEntries(
      [...times].map(([name, all]) => {
        const sorted = all.sort((a, b) => a - b);
        const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1]!;
        const median = Math.round(sorted[sorted.length >> 1]!);
        return [
          name,
          {
            'median, ms': median,
            'p95, ms': Math.round(p95),
            [`of ${MOST_MS[engine]} ms`]: Math.round((100 * p95) / MOST_MS[engine]) / 100,
          },
        ];
      }),
    ),
  );
  await fixture.close();
}

await measured('embedded');
const server = startPostgres({ durable: true });
if (typeof server === 'string') console.log(server);
else {
  try {
    await measured('PostgreSQL', server.createDatabase('reviews'));
  } finally {
    server.stop();
  }
}
