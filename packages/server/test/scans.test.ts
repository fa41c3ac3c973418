/** Pages of a scan, one task each; the pool is told here what its processes say. */
import { expect, test } from 'vitest';
import type { Pool } from '../src/engine/pool.ts';
import { runWithScans } from '../src/engine/scans.ts';

const input = { name: '扫描件.pdf', bytes: new Uint8Array() };

/** A pool in which a file has so many scanned pages, and page 1 takes too long. */
function poolOf(scans: number, gone?: AbortController) {
  const asked: string[] = [];
  const run = async (name: string, takes: { readonly at?: number; readonly scans?: unknown }) => {
    asked.push(name);
    if (name === 'recognise') {
      gone?.abort();
      return takes.at === 1 ? { ok: false, failure: 'timeout' } : { ok: true, value: { page: takes.at } };
    }
    return { ok: true, value: scans > 0 && !takes.scans ? { scans } : { value: takes.scans ?? 'read' } };
  };
  return { asked, pool: { run } as unknown as Pool };
}

test('a file without scans is read by one task', async () => {
  const { pool, asked } = poolOf(0);
  expect(await runWithScans(pool, 'read', input)).toEqual({ ok: true, value: 'read' });
  expect(asked).toEqual(['read']);
});

test('pages are recognised by tasks of their own, in their order; one that fails takes no other along', async () => {
  const { pool, asked } = poolOf(6);
  const told: string[] = [];
  const onPage = (done: number, total: number) => told.push(`${done}/${total}`);
  const pages = [0, 2, 3, 4, 5].map((page) => ({ page }));
  expect(await runWithScans(pool, 'read', input, { onPage })).toEqual({
    ok: true,
    value: [pages[0], { failure: '超过了时限' }, ...pages.slice(1)],
  });
  expect(asked.filter((name) => name === 'recognise').length).toBe(6);
  expect([told[0], told.at(-1)]).toEqual(['0/6', '6/6']);
});

test('no page is begun for who has left', async () => {
  const gone = new AbortController();
  const { pool, asked } = poolOf(50, gone);
  expect(await runWithScans(pool, 'read', input, { gone: gone.signal })).toEqual({ ok: false, failure: 'gone' });
  expect(asked.length).toBeLessThan(10);
});
