/** A whole year of the office taken out, brought into an empty one, and taken out again: the same; nothing of other years or of passwords. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  BackupError,
  exportYear,
  importYear,
  openStore,
  openWork,
  resetPerson,
  type Store,
  searchAudit,
  setPasswordByToken,
  TERMINAL,
  verifyAudit,
} from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { startPostgres } from '../../store/test/support/postgres.ts';
import type { Api } from '../src/http/env.ts';
import { made as opened } from '../src/modules/accounts/contract.ts';
import * as attachments from '../src/modules/attachments/contract.ts';
import * as execution from '../src/modules/execution/contract.ts';
import * as performance from '../src/modules/performance/contract.ts';
import * as work from '../src/modules/work/contract.ts';
import { approvedBudgetOf, type Desk, deskOf, type Places, placesIn, storedProject } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

const DOCUMENT = { number: '财预〔2026〕1号', date: '2026-02-10' };
const PROOF = '%PDF-1.7\n%%EOF\n';
const PASSWORD = '春江潮水连海平海上明月';

const database = startPostgres();
if (typeof database === 'string') console.log(database);
let fixture: Fixture;
let app: Api;
let folder: string;
let other: Store;
let places: Places;
let clerk: Desk;
let budget: Desk;

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  folder = await mkdtemp(join(tmpdir(), 'mingsuan-year-'));
  other = await openNewStore(join(folder, 'other'));
  const { store } = fixture;
  places = await placesIn(store, '510100');
  clerk = await deskOf(app, store, 'clerk', places.unit, 'unit-clerk');
  budget = await deskOf(app, store, 'budget', places.region, 'bureau-budget');
  const office = await deskOf(app, store, 'office', places.region, 'performance-office');
  // A project that was set up the year before, and is budgeted in this one.
  const ledger = await approvedBudgetOf(store, places.unit);
  await storedProject(store, places.unit, ledger.projects[0]!, 2025);
  const figures = [{ fund: 'general-public', class: 'personnel', fen: 100_000_00 }];
  await budget.ask('PUT', `/control-figures/${places.department}/2026`, work.done, { document: DOCUMENT, figures });
  const at = `/execution/${places.unit}/2026`;
  await budget.ask('POST', at, execution.item, { document: DOCUMENT });
  const { lines, item } = await clerk.ask('GET', at, execution.executionAnswer);
  const entries = [{ line: lines[0]!.number, month: 3, fen: 100 }];
  await clerk.ask('POST', `${at}/entries`, execution.item, { revision: item!.revision, event: 'pay', entries });
  const monitoring = { process: 'monitoring', month: 7 };
  await office.ask('POST', `/performance/places/${places.region}/2026/tasks`, performance.made, monitoring);
  const [round] = (await clerk.ask('GET', '/work', work.items)).filter(({ process }) => process === 'round');
  const { id } = await clerk.ask('POST', `/work/${round!.id}/adjustments`, opened, { kind: 'transfer' });
  const form = new FormData();
  form.append('files', new File([PROOF], '依据.pdf'));
  form.set('about', '调剂依据');
  await clerk.ask('POST', `/work/${id}/attachments`, attachments.made, form);
  const worker = { ...TERMINAL, personId: 1, person: '人clerk', roles: ['unit-clerk'] as const };
  await openWork(store, { process: 'round', unitId: places.sibling, year: 2031 }, worker);
});
afterAll(async () => {
  if (typeof database !== 'string') database.stop();
  await other.close();
  await fixture.close();
  await rm(folder, { recursive: true, force: true });
});

const linesOf = (path: string): string[] => gunzipSync(readFileSync(path)).toString().trim().split('\n');

/** The rows of each table, the originals, and what the archive says of itself. */
function contentsOf(path: string) {
  const tables: Record<string, unknown[]> = {};
  const others: unknown[] = [];
  let table: string | undefined;
  for (const line of linesOf(path)) {
    const told = JSON.parse(line);
    if (table) tables[table] = [...(tables[table] ?? []), ...told];
    else if (!told.table) others.push(told);
    table = table ? undefined : told.table;
  }
  return { tables, others };
}

test('what is taken out, brought in elsewhere and taken out again is the same, and the trail goes on', async () => {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  await exportYear(fixture.store, 2026, first, TERMINAL);
  expect(await importYear(other, first, TERMINAL)).toBe(2026);
  await exportYear(other, 2026, second, TERMINAL);
  const [{ audit, ...tables }, { audit: longer, ...again }] = [contentsOf(first).tables, contentsOf(second).tables];
  expect(again).toEqual(tables);
  expect(contentsOf(second).others).toEqual(contentsOf(first).others);
  expect(longer!.slice(0, -1)).toEqual(audit);
  const { items } = await searchAudit(other, { kind: 'export' });
  expect(items.map(({ title, subject }) => [title, subject])).toEqual([
    ['导出 2026 年的办公', 2026],
    ['导入 2026 年的办公', 2026],
  ]);
  expect(await verifyAudit(other)).toMatchObject({ entries: audit!.length + 2 });
  // All parts of a year are in it, and nothing of another, nor what people sign in with.
  const held = Object.entries(tables).map(([name, rows]) => [name, rows.length] as const);
  expect(Object.keys(tables)).toEqual(
    expect.arrayContaining([
      ...['people', 'units', 'unit_spans', 'grants', 'work_items', 'work_versions', 'work_history', 'attachments'],
      ...['control_figures', 'authority_lines', 'execution_entries', 'library_projects', 'task_results'],
    ]),
  );
  expect(held.every(([, count]) => count > 0)).toBe(true);
  const works = tables.work_items as { year: number; process: string; title: string }[];
  expect(new Set(works.map(({ process }) => process))).toEqual(
    new Set(['round', 'project', 'execution', 'monitoring', 'adjustment']),
  );
  expect(works.filter(({ year }) => year !== 2026)).toMatchObject([{ year: 2025, process: 'project' }]);
  expect(linesOf(first).join('')).not.toContain('argon2id');
});

test('people work on in the other office: what they see and what it holds is as it was', async () => {
  const people = await other.db.selectFrom('people').select(['id', 'login', 'password']).execute();
  expect(people.every(({ password }) => password === null)).toBe(true);
  const { id } = people.find(({ login }) => login === 'clerk')!;
  await setPasswordByToken(other, (await resetPerson(other, id, TERMINAL))!, PASSWORD, '');
  const there = fixture.appWith({}, { store: other });
  const answer = await there.request('/api/v1/session', {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'clerk', password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const get = async (path: string) => (await there.request(`/api/v1${path}`, { headers: { cookie } })).text();
  const here = async (path: string) => (await clerk.send('GET', path)).text();
  const items = JSON.parse(await here('/work')) as { id: number; process: string }[];
  const adjustment = items.find(({ process }) => process === 'adjustment')!;
  const held = JSON.parse(await here(`/work/${adjustment.id}/attachments`)) as { attachments: { id: number }[] };
  for (const path of [
    '/work',
    ...items.flatMap((item) => [`/work/${item.id}`, `/work/${item.id}/versions/1`]),
    `/execution/${places.unit}/2026`,
    `/performance/places/${places.unit}/2026/tasks?process=monitoring`,
    `/work/${adjustment.id}/attachments`,
    `/work/${adjustment.id}/attachments/${held.attachments[0]!.id}`,
  ])
    expect([path, await get(path)]).toEqual([path, await here(path)]);
  expect(await get(`/work/${adjustment.id}/attachments/${held.attachments[0]!.id}`)).toBe(PROOF);
});

test('an office that has people, an archive that was changed or cut off, or a year without work: nothing is done', async () => {
  const first = join(folder, 'first');
  await expect(importYear(other, first, TERMINAL)).rejects.toThrow('已有人员或单位');
  await expect(exportYear(fixture.store, 2040, join(folder, 'none'), TERMINAL)).rejects.toThrow('没有 2040 年的工作');
  const empty = await openNewStore(join(folder, 'empty'));
  try {
    const lines = linesOf(first);
    const changed = join(folder, 'changed');
    const write = (given: readonly string[]) =>
      writeFileSync(changed, gzipSync(given.map((line) => `${line}\n`).join('')));
    write(lines.map((line) => line.replace('设立单位', '撤销单位')));
    await expect(importYear(empty, changed, TERMINAL)).rejects.toThrow('内容与哈希不符');
    write(lines.slice(0, -1));
    await expect(importYear(empty, changed, TERMINAL)).rejects.toThrow(BackupError);
    for (const table of ['people', 'units', 'audit', 'work_items'] as const)
      expect(await empty.db.selectFrom(table).select('id').execute()).toEqual([]);
  } finally {
    await empty.close();
  }
});

test.skipIf(typeof database === 'string')('a year goes from one engine to the other and back as it was', async () => {
  const [first, second, third] = ['first', 'of-postgres', 'back'].map((name) => join(folder, name));
  const { tables } = contentsOf(first!);
  const databaseUrl = (database as Exclude<typeof database, string>).createDatabase('year');
  const large = await openStore({ dataDir: join(folder, 'large'), databaseUrl });
  const small = await openNewStore(join(folder, 'small'));
  try {
    for (const [store, from, to] of [
      [large, first!, second!],
      [small, second!, third!],
    ] as const) {
      expect(await importYear(store, from, TERMINAL)).toBe(2026);
      await exportYear(store, 2026, to, TERMINAL);
      const { audit, ...held } = contentsOf(to).tables;
      const { audit: before, ...given } = contentsOf(from).tables;
      expect(held).toEqual(given);
      expect(audit!.slice(0, before!.length)).toEqual(before);
      expect((await verifyAudit(store)).broken).toBeUndefined();
    }
    expect(Object.keys(contentsOf(third!).tables)).toEqual(Object.keys(tables));
  } finally {
    await large.close();
    await small.close();
  }
});

test('an administrator takes a year out over HTTP, others do not; a year without work is told', async () => {
  const keeper = await deskOf(app, fixture.store, 'keeper', places.region);
  expect((await keeper.refused('GET', '/office-years/2026'))[0]).toBe(403);
  await fixture.store.db.updateTable('people').set({ is_administrator: true }).where('login', '=', 'keeper').execute();
  expect(await keeper.refused('GET', '/office-years/2040')).toEqual([409, expect.stringContaining('没有 2040 年')]);
  const answer = await keeper.send('GET', '/office-years/2026');
  expect(answer.headers.get('content-type')).toBe('application/gzip');
  const path = join(folder, 'over-http');
  writeFileSync(path, new Uint8Array(await answer.arrayBuffer()));
  expect(contentsOf(path).tables.work_items).toEqual(contentsOf(join(folder, 'first')).tables.work_items);
});
