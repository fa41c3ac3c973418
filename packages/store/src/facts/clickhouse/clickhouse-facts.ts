/**
 * Facts in ClickHouse, fed by the same batches as a lake. A batch is there when its snapshot is: the row that names it is written last,
 * and what a killed process left of it is taken away before it comes again.
 */
import { sql } from 'kysely';
import type { Store } from '../../open.ts';
import { type Engine, type EngineRow, integerIn, questionsTo } from '../ask.ts';
import { feedFacts } from '../batch.ts';
import { compared, waitingIn } from '../compared.ts';
import { FACT_FIELDS } from '../fact.ts';
import { type FactStore, SnapshotGone } from '../fact-store.ts';
import { STORED } from '../postgres-facts.ts';
import { digestSql, type Relation, sizeSql } from '../sql.ts';
import { type Clickhouse, quoted } from './engine.ts';

const TYPES = { integer: 'Int32', bigint: 'Int64', text: 'String', boolean: 'Bool' } as const;
const COLUMNS = Object.entries(FACT_FIELDS).map(([name, { type }]) => `${name} ${TYPES[type]}`);
const NAMES = Object.keys(FACT_FIELDS).join(', ');

const TABLES = [
  `create table if not exists facts (${COLUMNS.join(', ')}, snapshot Int32) engine = MergeTree
    partition by year order by (prov, region, agency, stage, form, disclosure, statement_no, row_no)`,
  'create table if not exists fact_dead (disclosure Int32, snapshot Int32) engine = MergeTree order by (disclosure, snapshot)',
  'create table if not exists fact_snapshots (id Int32, batch String) engine = MergeTree order by id',
];

/** Opens it over an engine, and begins to mark what changes. */
export async function openClickhouseFacts({ db }: Pick<Store, 'db'>, engine: Clickhouse): Promise<FactStore> {
  for (const table of TABLES) await engine.run(table);
  await feedFacts(db);
  const snapshots = async (): Promise<{ oldest: number; newest: number }> => {
    const [row] = await engine.rows('select min(id) as oldest, max(id) as newest from fact_snapshots');
    return { oldest: integerIn(row!.oldest), newest: integerIn(row!.newest) };
  };
  const at = (snapshot: number): Relation => ({
    // A disclosure is written whole: what was written at or after it was last renewed is what it prints.
    relation: `select ${NAMES} from facts left join (select disclosure as renewed, max(snapshot) as since from fact_dead
      where snapshot <= ${snapshot} group by disclosure) as dead on renewed = disclosure
      where snapshot <= ${snapshot} and snapshot >= since`,
    quote: quoted,
  });
  const asked: Engine = {
    read: async (_, snapshot, use) => {
      const { oldest, newest } = await snapshots();
      if (snapshot !== undefined && (snapshot < oldest || snapshot > newest))
        throw new SnapshotGone(snapshot, oldest, newest);
      return use(at(snapshot ?? newest), engine.rows);
    },
  };
  const isApplied = async (batch: string): Promise<boolean> =>
    (await engine.rows(`select id from fact_snapshots where batch = ${quoted(batch)}`)).length > 0;
  return {
    kind: 'clickhouse',
    ...questionsTo(asked),
    apply: async (batch) => {
      const { newest } = await snapshots();
      if (await isApplied(batch.id)) return newest;
      const next = newest + 1;
      for (const table of ['facts', 'fact_dead'])
        await engine.run(`alter table ${table} delete where snapshot >= ${next}`);
      const held = await engine.rows(
        `select distinct disclosure from facts where disclosure in (${batch.renewed.join(', ')})`,
      );
      let lines = 0;
      for await (const csv of batch.rows()) {
        lines += 1;
        const into = (source: string) =>
          `insert into facts (${NAMES}, snapshot) select ${NAMES}, ${next} from ${source}`;
        await engine.insert(into, COLUMNS.join(', '), csv);
      }
      if (held.length + lines === 0) return newest;
      if (held.length > 0) {
        const gone = held.map((row) => `(${integerIn(row.disclosure)}, ${next})`);
        await engine.run(`insert into fact_dead values ${gone.join(', ')}`);
      }
      await engine.run(`insert into fact_snapshots values (${next}, ${quoted(batch.id)})`);
      return next;
    },
    // The engine merges its parts by itself; what is dead goes when no snapshot has it.
    compact: async () => {
      await engine.run('optimize table facts');
      return (await snapshots()).newest;
    },
    retain: async (from) => {
      const { oldest, newest } = await snapshots();
      if (from < oldest || from > newest) throw new SnapshotGone(from, oldest, newest);
      await engine.run(`alter table fact_snapshots delete where id < ${from}`);
      await engine.run(`alter table facts delete where (disclosure, snapshot) in (
        select w.disclosure, w.snapshot from (select distinct disclosure, snapshot from facts) as w
        inner join (select disclosure, max(snapshot) as since from fact_dead where snapshot <= ${from} group by disclosure) as d
        on d.disclosure = w.disclosure where w.snapshot < d.since)`);
    },
    state: async () => {
      const { oldest, newest } = await snapshots();
      const [size] = await engine.rows(sizeSql(at(newest)));
      const [parts] = await engine.rows(
        `select count(*) as files, sum(bytes_on_disk) as bytes from system.parts
          where database = currentDatabase() and table = 'facts' and active`,
      );
      const waiting = await waitingIn(db);
      return {
        snapshot: newest,
        oldest,
        facts: integerIn(size!.facts),
        disclosures: integerIn(size!.disclosures),
        files: integerIn(parts!.files),
        bytes: integerIn(parts!.bytes),
        waiting: waiting.size,
      };
    },
    verify: async (year, province) => {
      const { newest } = await snapshots();
      const told = await sql.raw<EngineRow>(digestSql(year, province, STORED)).execute(db);
      const held = await engine.rows(digestSql(year, province, at(newest)));
      return compared({ year, province, broken: [] }, told.rows, held, await waitingIn(db));
    },
    close: () => engine.close(),
  };
}
