/**
 * A new embedded database, copied instead of made: unpacking one, forcing its 1,500 files to the disk and running every step of the
 * schema takes six times as long as copying what came of it, and a test run begins nearly a hundred. What is tested about the first
 * start itself opens a folder that has none.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openStore, type Store } from '@mingsuan/store';
import { sql } from 'kysely';

const ROOT = join(import.meta.dirname, '../../../..');
const KEPT = join(ROOT, 'node_modules/.cache/mingsuan-database');

let made: Promise<string> | undefined;

/**
 * Opens a store over a new embedded database in `dataDir`. It does not wait for the disk: it ends with this process, and so do its tests;
 * what is tested about losing the power or the process opens its own.
 */
export async function openNewStore(dataDir: string): Promise<Store> {
  await newDatabase(dataDir);
  const store = await openStore({ dataDir });
  await sql`set synchronous_commit = off`.execute(store.db);
  return store;
}

/** Puts a new embedded database into `dataDir`, for whoever opens it then. */
export async function newDatabase(dataDir: string): Promise<void> {
  made ??= pattern();
  const from = await made;
  mkdirSync(dataDir, { recursive: true });
  cpSync(from, join(dataDir, 'db'), { recursive: true });
}

/** The one that is copied; made again where a step of the schema or the engine has changed. */
async function pattern(): Promise<string> {
  const print = fingerprint();
  const folder = join(KEPT, print);
  const database = join(folder, 'db');
  if (existsSync(database)) return database;
  mkdirSync(KEPT, { recursive: true });
  const outdated = readdirSync(KEPT).filter((name) => !name.startsWith(print));
  for (const name of outdated) rmSync(join(KEPT, name), { recursive: true, force: true });
  const draft = mkdtempSync(`${folder}.`);
  await (await openStore({ dataDir: draft })).close();
  try {
    renameSync(draft, folder);
  } catch {
    // Another worker was first.
    rmSync(draft, { recursive: true });
  }
  return database;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const steps = join(import.meta.dirname, '../../src/database');
  for (const name of (readdirSync(steps, { recursive: true }) as string[]).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(steps, name)));
  }
  const engine = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  hash.update(readFileSync(join(engine, '../package.json')));
  return hash.digest('hex').slice(0, 16);
}
