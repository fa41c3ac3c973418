/**
 * The lake of facts at three sizes: bytes a fact, facts written per second of this process's CPU (reading them from PostgreSQL, sorting,
 * compressing), nanoseconds of CPU a fact that a question over all of them takes. The facts are made up in the database, all distinct.
 * `npm run bench lake` makes 30,000, 120,000 and 480,000 facts; `-- 4` four times as many. PostgreSQL 15 and DuckDB have to be there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringFacts, duckDbFolder, openFacts, openStore, type Store } from '@mingsuan/store';
import { sql } from 'kysely';
import { startPostgres } from '../packages/store/test/support/postgres.ts';

const FACTS_EACH = 300;
const ROUNDS = 5;
const times = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 1);

/** Goals of the design, at 150 million facts. */
const GOALS = { bytes: 2.2, perSecond: 250_000, ns: 40 };

const server = startPostgres();
if (typeof server === 'string') console.log(server);
else if (duckDbFolder() === undefined) {
  console.log('没有 DuckDB，跳过：请先运行 npm run lake');
  server.stop();
} else {
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-bench-lake-'));
  const rows: Record<string, unknown> = {};
  try {
    for (const disclosures of [100, 400, 1600].map((size) => size * times)) {
      const name = `lake${disclosures}`;
      const store = await openStore({ dataDir: join(folder, name), databaseUrl: server.createDatabase(name) });
      await makeUp(store, disclosures);
      rows[disclosures * FACTS_EACH] = await measure(store, join(folder, `${name}-files`));
      await store.close();
    }
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.table(rows);
  console.log(
    `goals: ${GOALS.bytes} bytes, ${GOALS.perSecond} facts/CPU-s, ${GOALS.ns} ns; rss in MB, of the whole process`,
  );
}

async function measure(store: Store, lake: string): Promise<object> {
  const facts = await openFacts(store, lake);
  const written = await cpuOf(() => bringFacts(store.db, facts));
  await facts.compact();
  const newest = (await facts.state()).snapshot;
  await facts.retain(newest);
  const state = await facts.state();
  const question = { form: 'general-public', column: 'total', by: ['region', 'year'] } as const;
  await facts.totals(question);
  const asked = await cpuOf(async () => {
    for (let round = 0; round < ROUNDS; round++) await facts.totals(question);
  });
  await facts.close();
  return {
    'bytes a fact': round2(state.bytes / state.facts),
    'facts/CPU-s': Math.round(state.facts / written),
    'ns a fact': Math.round((asked / ROUNDS / state.facts) * 1e9),
    rss: Math.round(process.memoryUsage.rss() / 1e6),
  };
}

/** Seconds of CPU of this process and all its threads. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Agencies of twenty districts, five years each; five tables of twenty rows and three columns, amounts to the hundred yuan. */
async function makeUp({ db }: Store, disclosures: number): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`insert into documents (id, sha256, name, kind, bytes_size, problems)
    select n, n::text, n::text, 'json', 1, '[]' from generate_series(1, ${disclosures}) n`);
  await run(`insert into agencies (id, region, region_name, name, level)
    select n, (130100 + n % 20)::text, '', n::text, 'department' from generate_series(1, ${Math.ceil(disclosures / 5)}) n`);
  await run(`insert into disclosures (id, document_id, ordinal, agency_id, year, stage, template, version, is_current, contents, tables,
      completeness, score, errors, warnings, notices, fact_count)
    select n, n, 0, (n - 1) / 5 + 1, 2020 + (n - 1) % 5, 'budget', '', 1, true, '[]', '[]', '{}', 0, 0, 0, 0, ${FACTS_EACH}
    from generate_series(1, ${disclosures}) n`);
  await run(`insert into statements (disclosure_id, ordinal, form, title, unit, columns, origin, rows, cell_columns, fens, row_leaves,
      row_levels, prints)
    select d, s, (array['general-public', 'expenditure', 'basic', 'revenue', 'government-fund'])[s + 1], '', '元', '[]', '{}',
      (select json_agg(json_build_object('key', case r when 0 then 'total' else
          (201 + (r * 7 + d) % 30)::text || lpad((r % 9 + 1)::text, 2, '0') || lpad((r % 5 + 1)::text, 2, '0') end,
        'label', case r when 0 then '合计' else '科目' || ((r * 7 + d) % 30)::text || (r % 9)::text || (r % 5)::text end, 'origin', '{}'::json) order by r)
        from generate_series(0, 19) r),
      array['total', 'basic', 'project'],
      (select array_agg(round(power(random(), 4) * 2000000)::bigint * 10000 + d % 100 + 0 * n) from generate_series(1, 60) n where s >= 0),
      array_fill(false, array[1]) || array_fill(true, array[19]), array_fill(0, array[1]) || array_fill(3, array[19]), '{"decimals": 2}'
    from generate_series(1, ${disclosures}) d, generate_series(0, 4) s`);
  await run('analyze');
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
