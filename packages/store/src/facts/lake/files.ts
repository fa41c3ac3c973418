/** The files of a lake on the disk: written whole and synced before any manifest names them, never changed after. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder, syncFolder } from '../../durable.ts';
import type { EngineRow } from '../ask.ts';
import { integerIn } from '../ask.ts';
import { FACT_FIELDS } from '../fact.ts';
import { quoted } from './duckdb.ts';
import type { LakeFile, NewFile, StandingFile } from './manifest.ts';

type Run = (sql: string) => Promise<readonly EngineRow[]>;

/** Where what is on its way is kept, below the lake's folder. */
export const WORK = '.work';

/** What belongs together stands together: a question about a region or an agency reads few row groups, and what repeats costs nothing. */
const SORTED = 'region, agency, stage, form, disclosure, statement_no, row_no, column_id';
const FORMAT = 'format parquet, compression zstd, row_group_size 122880, dictionary_size_limit 2000';
const NAMES = Object.keys(FACT_FIELDS).join(', ');
const SQL_TYPES = { integer: 'INTEGER', bigint: 'BIGINT', text: 'VARCHAR', boolean: 'BOOLEAN' } as const;
const COLUMNS = Object.entries(FACT_FIELDS)
  .map(([name, { type }]) => `${quoted(name)}: ${quoted(SQL_TYPES[type])}`)
  .join(', ');

/** Lines of CSV as a SELECT. */
export const linesIn = (path: string): string =>
  `select * from read_csv(${quoted(path)}, header = false, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false, columns = {${COLUMNS}})`;

/** The facts that stand in files as a SELECT, without what is dead in them. */
export function standingIn(root: string, files: readonly StandingFile[]): string {
  const whole = files.filter(({ dead }) => dead.length === 0);
  const holed = files.filter(({ dead }) => dead.length > 0);
  const list = (some: readonly StandingFile[]) => `[${some.map(({ path }) => quoted(join(root, path))).join(', ')}]`;
  const parts = [];
  if (whole.length > 0) parts.push(`select ${NAMES} from read_parquet(${list(whole)}, hive_partitioning = false)`);
  if (holed.length > 0) {
    const gone = holed.flatMap(({ path, dead }) => dead.map((id) => `(${quoted(join(root, path))}, ${id})`));
    parts.push(`select ${NAMES} from read_parquet(${list(holed)}, hive_partitioning = false, filename = true) as h
      anti join (values ${gone.join(', ')}) as gone(path, id) on h.filename = gone.path and h.disclosure = gone.id`);
  }
  if (parts.length > 0) return parts.join(' union all ');
  const nothing = Object.entries(FACT_FIELDS).map(([name, { type }]) => `cast(null as ${SQL_TYPES[type]}) as ${name}`);
  return `select ${nothing.join(', ')} where false`;
}

/** Writes what a SELECT gives, a file for each year and province. */
export async function writeFiles(root: string, run: Run, select: string): Promise<readonly NewFile[]> {
  await run(`create or replace temp table arriving as ${select}`);
  const held = await run(
    'select year, prov, disclosure, count(*) as facts from arriving group by all order by year, prov, disclosure',
  );
  const partitions = new Map<string, EngineRow[]>();
  for (const row of held) {
    const key = `year=${row.year}/prov=${row.prov}`;
    partitions.set(key, [...(partitions.get(key) ?? []), row]);
  }
  const written: NewFile[] = [];
  for (const [folder, rows] of partitions) {
    const [year, prov] = [integerIn(rows[0]!.year), integerIn(rows[0]!.prov)];
    const disclosures = rows.map((row) => ({ id: integerIn(row.disclosure), facts: integerIn(row.facts) }));
    const path = `${folder}/${randomUUID()}.parquet`;
    await makeFolder(join(root, folder));
    await run(`copy (select ${NAMES} from arriving where year = ${year} and prov = ${prov} order by ${SORTED})
      to ${quoted(join(root, path))} (${FORMAT})`);
    await syncFolder(join(root, path));
    await syncFolder(dirname(join(root, path)));
    const { size } = await stat(join(root, path));
    const sha256 = await digestOf(join(root, path));
    written.push({
      path,
      year,
      prov,
      facts: disclosures.reduce((sum, { facts }) => sum + facts, 0),
      bytes: size,
      sha256,
      disclosures,
    });
  }
  await run('drop table arriving');
  return written;
}

/** The SHA-256 of a file's bytes. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Puts lines into a file of the lake's own, of which nobody knows. @returns its path */
export async function gather(root: string, lines: AsyncIterable<string>): Promise<{ path: string; isEmpty: boolean }> {
  await makeFolder(join(root, WORK));
  const path = join(root, WORK, `${randomUUID()}.csv`);
  const file = await open(path, 'wx');
  let isEmpty = true;
  try {
    for await (const text of lines) {
      isEmpty = false;
      await file.write(text);
    }
  } finally {
    await file.close();
  }
  return { path, isEmpty };
}

/** Takes away what a killed process left and no manifest names. @returns how many files */
export async function sweep(root: string, known: ReadonlySet<string>): Promise<number> {
  await rm(join(root, WORK), { recursive: true, force: true });
  let gone = 0;
  for (const year of await foldersIn(root, /^year=\d+$/))
    for (const prov of await foldersIn(join(root, year), /^prov=\d+$/))
      for (const name of await readdir(join(root, year, prov))) {
        const path = `${year}/${prov}/${name}`;
        if (known.has(path) || !name.endsWith('.parquet')) continue;
        await rm(join(root, path), { force: true });
        gone += 1;
      }
  return gone;
}

const foldersIn = async (folder: string, name: RegExp): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true })).flatMap((entry) =>
    entry.isDirectory() && name.test(entry.name) ? [entry.name] : [],
  );

/** Whether a file is there and as it was written. */
export async function isWhole(root: string, { path, bytes, sha256 }: LakeFile): Promise<boolean> {
  const found = await stat(join(root, path)).catch(() => undefined);
  return found?.size === bytes && (await digestOf(join(root, path))) === sha256;
}
