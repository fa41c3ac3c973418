/**
 * Facts as immutable Parquet files in a folder, by year and province, read and written by DuckDB. What stands in the lake is told by the
 * manifest in the store's database; a file that it does not name is nobody's and is swept. One process at a time writes.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { replaceFile } from '../../durable.ts';
import { DataFolderInUse, type Lock, takeLock } from '../../lock.ts';
import type { Store } from '../../open.ts';
import { type Engine, type EngineRow, questionsTo } from '../ask.ts';
import { feedFacts } from '../batch.ts';
import { compared, waitingIn } from '../compared.ts';
import { FACT_FIELDS } from '../fact.ts';
import type { FactStore } from '../fact-store.ts';
import { STORED } from '../postgres-facts.ts';
import { digestSql, type Relation } from '../sql.ts';
import { openDuckDb, quoted } from './duckdb.ts';
import { gather, isWhole, linesIn, standingIn, sweep, WORK, writeFiles } from './files.ts';
import {
  commitChange,
  dropBefore,
  filesAt,
  isApplied,
  type NewFile,
  type StandingFile,
  snapshotsOf,
} from './manifest.ts';

/** The folder holds another lake: one Chinese sentence. */
export class ForeignLake extends Error {
  override readonly name = 'ForeignLake';
}

/** Another process writes to the lake: one Chinese sentence. */
export class LakeInUse extends Error {
  override readonly name = 'LakeInUse';
}

/** What of the lake others read, beside its files. */
const MANIFEST = 'manifest.json';

/** Opens the lake in a folder, a new one where there is none. @throws EngineMissing; ForeignLake; LakeInUse at the first write */
export async function openLake({ db }: Pick<Store, 'db'>, root: string): Promise<FactStore> {
  const duck = await openDuckDb(join(root, WORK));
  await mkdir(root, { recursive: true });
  const name = await feedFacts(db);
  await assureOwn(root, name);
  let lock: Promise<Lock> | undefined;

  /** Whoever writes first finds what the last one left. */
  const toWrite = (): Promise<Lock> => {
    lock ??= lockOf(root).then(async (taken) => {
      const { rows } = await sql<{ path: string }>`select path from lake_files`.execute(db);
      await sweep(root, new Set(rows.map(({ path }) => path)));
      await tell();
      return taken;
    });
    lock.catch(() => {
      lock = undefined;
    });
    return lock;
  };
  /** The manifest as others read it. It may be behind for a moment, never ahead. */
  const tell = async (): Promise<void> => {
    const files = await filesAt(db, undefined);
    const { newest } = await snapshotsOf(db);
    const told = files.map(({ id: _, ...file }) => file);
    const manifest = {
      format: 'mingsuan-lake',
      version: 1,
      lake: name,
      snapshot: newest,
      columns: FACT_FIELDS,
      files: told,
    };
    await replaceFile(join(root, MANIFEST), Buffer.from(`${JSON.stringify(manifest)}\n`));
  };
  const relationOf = (files: readonly StandingFile[]): Relation => ({
    relation: standingIn(root, files),
    quote: quoted,
  });
  const engine: Engine = {
    read: async (filter, at, use) => {
      const files = await filesAt(db, at, filter);
      return duck.with((run) => use(relationOf(files), run));
    },
  };
  /** Makes files, and takes them away again where they did not become part of the lake. */
  const change = async (
    make: (run: (text: string) => Promise<readonly EngineRow[]>) => Promise<readonly NewFile[]>,
    commit: (files: readonly NewFile[]) => Promise<number>,
  ): Promise<number> => {
    const snapshot = await commit(await duck.with(make));
    await tell();
    return snapshot;
  };

  return {
    kind: 'lake',
    ...questionsTo(engine),
    apply: async (batch) => {
      await toWrite();
      if (await isApplied(db, batch.id)) return (await snapshotsOf(db)).newest;
      const { path, isEmpty } = await gather(root, batch.rows());
      try {
        return await change(
          async (run) => (isEmpty ? [] : writeFiles(root, run, linesIn(path))),
          (files) => commitChange(db, { files, batch }),
        );
      } finally {
        await rm(path, { force: true });
      }
    },
    compact: async () => {
      await toWrite();
      const replaced: number[] = [];
      return change(
        async (run) => {
          const written: NewFile[] = [];
          for (const files of partitionsOf(await filesAt(db, undefined))) {
            if (files.length === 1 && files[0]!.dead.length === 0) continue;
            written.push(...(await writeFiles(root, run, standingIn(root, files))));
            replaced.push(...files.map(({ id }) => id));
          }
          return written;
        },
        (files) => commitChange(db, { files, replaced }),
      );
    },
    retain: async (from) => {
      await toWrite();
      for (const path of await dropBefore(db, from)) await rm(join(root, path), { force: true });
      await tell();
    },
    state: async () => {
      const { oldest, newest } = await snapshotsOf(db);
      const { rows } = await sql<Record<'facts' | 'disclosures' | 'files' | 'bytes' | 'waiting', number>>`select
        (select cast(coalesce(sum(facts), 0) as bigint) from lake_live) as facts, (select count(*) from lake_live) as disclosures,
        (select count(*) from lake_files where removed is null) as files,
        (select cast(coalesce(sum(bytes), 0) as bigint) from lake_files where removed is null) as bytes,
        (select count(distinct disclosure) from fact_outbox) as waiting`.execute(db);
      return { snapshot: newest, oldest, ...rows[0]! };
    },
    verify: async (year, province) => {
      const files = (await filesAt(db, undefined)).filter((file) => file.year === year && file.prov === province);
      const broken: string[] = [];
      for (const file of files) if (!(await isWhole(root, file))) broken.push(file.path);
      const told = await sql.raw<EngineRow>(digestSql(year, province, STORED)).execute(db);
      const held = broken.length > 0 ? [] : await duck.with((run) => run(digestSql(year, province, relationOf(files))));
      return compared({ year, province, broken }, told.rows, held, await waitingIn(db));
    },
    close: async () => {
      duck.close();
      await (await lock?.catch(() => undefined))?.release();
    },
  };
}

async function lockOf(root: string): Promise<Lock> {
  try {
    return await takeLock(join(root, 'lock'));
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    throw new LakeInUse(`数据湖 ${root} 正由另一个明算进程写（一次只能由一个进程写，读的不限），请先停止它再试。`, {
      cause: error,
    });
  }
}

/** A folder belongs to the lake that began it: another's files would be swept. */
async function assureOwn(root: string, name: string): Promise<void> {
  const text = await readFile(join(root, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const { lake } = JSON.parse(text) as { lake?: string };
  if (lake !== name)
    throw new ForeignLake(`${root} 里是另一个库的数据湖，没有动它；请换一个空文件夹，或把它移走后再启动。`);
}

function partitionsOf(files: readonly StandingFile[]): readonly (readonly StandingFile[])[] {
  const partitions = new Map<string, StandingFile[]>();
  for (const file of files) {
    const key = `${file.year} ${file.prov}`;
    partitions.set(key, [...(partitions.get(key) ?? []), file]);
  }
  return [...partitions.values()];
}
