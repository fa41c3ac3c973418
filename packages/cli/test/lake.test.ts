/** `mingsuan lake` as a process, over an embedded store that nobody else has open. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, take } from '../../store/test/support/disclosures.ts';
import { withoutDuckDb } from '../../store/test/support/duckdb.ts';
import { openNewStore } from '../../store/test/support/new-database.ts';

const PROGRAM = fileURLToPath(new URL('../bin/mingsuan.mjs', import.meta.url));
const noLake = withoutDuckDb();
if (noLake) console.log(noLake);

const folder = mkdtempSync(join(tmpdir(), 'mingsuan-lake-cli-'));
beforeAll(async () => {
  const store = await openNewStore(join(folder, 'data'));
  await take(store, made({ agency: 1 }));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lake(args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, 'lake', ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

const PLACE = ['--lake', 'lake', '--data', 'data'];

describe('mingsuan lake', () => {
  test.skipIf(noLake)('brings everything to the lake, tells how it is, and verifies it', async () => {
    expect(await lake(['backfill', ...PLACE])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/1 份公开文本/),
    });
    expect(await lake(['verify', ...PLACE])).toMatchObject({ status: 0, stdout: expect.stringMatching(/逐份核对/) });
  });

  test('what is no action is told before anything is opened', async () => {
    expect(await lake(['drain', ...PLACE])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/drain.*status.*verify/),
    });
  });

  test('without the engine, and without a lake, it says what to do', async () => {
    expect(await lake(['status', ...PLACE], { MINGSUAN_LAKE_ENGINE: join(folder, 'none') })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/npm run lake/),
    });
    expect(await lake(['status', '--data', 'data'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/--lake/),
    });
  });
});
