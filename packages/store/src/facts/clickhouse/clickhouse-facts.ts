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
import { type FactBatch, type FactStore, SnapshotGone } from '../fact-store.ts';
import { ForeignLake } from '../lake/lake-facts.ts';
import { STORED } from '../postgres-facts.ts';
import { digestSql, type Relation, sizeSql } from '../sql.ts';
import { type Clickhouse, quoted } from './engine.ts';

const TYPES = { integer: 'Int32', bigint: 'Int64', text: 'String', boolean: 'UInt8' } as const;
const COLUMNS = Object.entries(FACT_FIELDS).map(([name, { type }]) => `${name} ${TYPES[type]}`);
const NAMES = Object.keys(FACT_FIELDS).join(', ');
/** Bytes of lines that go over at once. */
const LINES = 8_000_000;

/** On a cluster each node has a part of `facts`, all of `fact_renewed`, and the first one `fact_snapshots`. */
const TABLES = [
  `create table if not exists facts (${COLUMNS.join(', ')}, snapshot Int32) engine = MergeTree
    partition by year order by (prov, region, agency, stage, form, disclosure, statement_no, row_no)`,
  'create table if not exists fact_renewed (disclosure Int32, snapshot Int32) engine = MergeTree order by (disclosure, snapshot)',
  'create table if not exists fact_snapshots (id Int32, batch String) engine = MergeTree order by id',
  'create table if not exists fact_owner (name String) engine = MergeTree order by name',
];
const spread = (cluster: string): string =>
  `create table if not exists facts_everywhere as facts engine = Distributed(${cluster}, currentDatabase(), facts, disclosure)`;

/** Whoever writes holds it in the store's database: a server that feeds, and a command beside it. */
const WRITING = 1_834_511;

async function alone<T>({ db, engine }: Pick<Store, 'db' | 'engine'>, work: () => Promise<T>): Promise<T> {
  // An embedded database has one process, and one connection.
  if (engine === 'pglite') return work();
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${WRITING})`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${WRITING})`.execute(connection);
    }
  });
}

/** What another store put there would be taken for ours, and never withdrawn. */
async function assureOwn(engine: Clickhouse, name: string): Promise<void> {
  const owners = await engine.rows('select name from fact_owner');
  if (owners.length === 0) await engine.run(`insert into fact_owner values (${quoted(name)})`);
  else if (owners.some((owner) => owner.name !== name))
    throw new ForeignLake(
      `ClickHouse 的 ${engine.database} 库里是另一个库的数，没有动它；请换一个库名，或删去它以后再启动。`,
    );
}

/** Opens it over an engine, and begins to mark what changes. @throws ForeignLake */
export async function openClickhouseFacts(store: Pick<Store, 'db' | 'engine'>, engine: Clickhouse): Promise<FactStore> {
  const { db } = store;
  for (const table of TABLES) await engine.run(table, 'everywhere');
  if (engine.cluster !== undefined) await engine.run(spread(engine.cluster));
  const facts = engine.cluster === undefined ? 'facts' : 'facts_everywhere';
  await assureOwn(engine, await feedFacts(db));
  const snapshots = async (): Promise<{ oldest: number; newest: number }> => {
    const [row] = await engine.rows('select min(id) as oldest, max(id) as newest from fact_snapshots');
    return { oldest: integerIn(row?.oldest), newest: integerIn(row?.newest) };
  };
  // A disclosure is written whole: what was written when it was last renewed is what it prints.
  const standingAt = (snapshot: number): string =>
    `(disclosure, snapshot) in (select disclosure, max(snapshot) from ${engine.database}.fact_renewed
      where snapshot <= ${snapshot} group by disclosure)`;
  const at = (snapshot: number): Relation => ({
    relation: `select ${NAMES} from ${facts} where ${standingAt(snapshot)}`,
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
  const put = (csv: string, snapshot: number): Promise<void> =>
    engine.insert(facts, `${NAMES}, snapshot`, marked(csv, snapshot));
  const apply = async (batch: FactBatch): Promise<number> => {
    const { newest } = await snapshots();
    if (await isApplied(batch.id)) return newest;
    const next = newest + 1;
    for (const table of ['facts', 'fact_renewed'])
      await engine.run(`alter table ${table} delete where snapshot >= ${next}`, 'everywhere');
    const [held] = await engine.rows(
      `select count() as rows from fact_renewed where disclosure in (${batch.renewed.join(', ')})`,
    );
    let lines = '';
    let hasLines = false;
    for await (const csv of batch.rows()) {
      hasLines = true;
      lines += csv;
      if (lines.length < LINES) continue;
      await put(lines, next);
      lines = '';
    }
    if (lines !== '') await put(lines, next);
    if (integerIn(held?.rows) === 0 && !hasLines) return newest;
    const renewed = batch.renewed.map((disclosure) => `(${disclosure}, ${next})`);
    await engine.run(`insert into fact_renewed values ${renewed.join(', ')}`, 'everywhere');
    await engine.run(`insert into fact_snapshots values (${next}, ${quoted(batch.id)})`);
    return next;
  };
  return {
    kind: 'clickhouse',
    ...questionsTo(asked),
    apply: (batch) => alone(store, () => apply(batch)),
    // The engine merges its parts by itself; what is dead goes when no snapshot has it.
    compact: async () => {
      await engine.run('optimize table facts', 'everywhere');
      return (await snapshots()).newest;
    },
    retain: (from) =>
      alone(store, async () => {
        const { oldest, newest } = await snapshots();
        if (from < oldest || from > newest) throw new SnapshotGone(from, oldest, newest);
        await engine.run(`alter table fact_snapshots delete where id < ${from}`);
        await engine.run(
          `alter table facts delete where snapshot <= ${from} and not (${standingAt(from)})`,
          'everywhere',
        );
      }),
    state: async () => {
      const { oldest, newest } = await snapshots();
      const [size] = await engine.rows(sizeSql(at(newest)));
      const [parts] = await engine.rows(partsSql(engine.cluster));
      const waiting = await waitingIn(db);
      return {
        snapshot: newest,
        oldest,
        facts: integerIn(size!.facts),
        disclosures: integerIn(size!.disclosures),
        files: integerIn(parts?.files),
        bytes: integerIn(parts?.bytes),
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

/** What `facts` take on the disks of all nodes. */
const partsSql = (cluster: string | undefined): string =>
  `select count() as files, sum(bytes_on_disk) as bytes
    from ${cluster === undefined ? 'system.parts' : `cluster(${cluster}, system, parts)`}
    where database = currentDatabase() and table = 'facts' and active`;

/** Each line with the snapshot at its end; a label may be of several lines. */
const marked = (csv: string, snapshot: number): string =>
  csv.replaceAll(/"(?:[^"]|"")*"|\n/g, (part) => (part === '\n' ? `,${snapshot}\n` : part));
