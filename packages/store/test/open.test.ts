/** What a start does with a data folder that is not whole. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseIncomplete, openStore } from '@mingsuan/store';
import { afterAll, beforeAll, expect, it } from 'vitest';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mingsuan-open-'));
  await mkdir(join(dataDir, 'db', 'base'), { recursive: true });
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

it('a database without its first file is not begun anew over originals that are kept', async () => {
  await mkdir(join(dataDir, 'files', 'ab'), { recursive: true });
  await writeFile(join(dataDir, 'files', 'ab', 'x'), 'x');
  // Twice: the first refusal holds nothing.
  for (let i = 0; i < 2; i++) await expect(openStore({ dataDir })).rejects.toThrow(DatabaseIncomplete);
  expect(await readdir(join(dataDir, 'db'))).toEqual(['base']);
  expect((await readdir(dataDir)).sort()).toEqual(['db', 'files']);
});

it('a first start that was cut off before it made one goes on', async () => {
  await rm(join(dataDir, 'db'), { recursive: true });
  await mkdir(join(dataDir, 'db.new', 'base'), { recursive: true });
  await (await openStore({ dataDir })).close();
  expect(await readdir(join(dataDir, 'db'))).toContain('PG_VERSION');
  expect(await readdir(dataDir)).not.toContain('db.new');
});

it.skipIf(!existsSync('/proc/self/status'))('a first start adds less than 300 MB to the program', async () => {
  const program = `import { readFileSync } from 'node:fs';
    import { sql } from 'kysely';
    import { openPglite } from '../src/database/pglite.ts';
    const told = (name) => Number(new RegExp(name + ':\\\\s+(\\\\d+)').exec(readFileSync('/proc/self/status', 'utf8'))[1]);
    const before = told('VmRSS');
    const db = await openPglite(process.argv[1]);
    await sql.raw('select 1').execute(db);
    await db.destroy();
    process.stdout.write(String(told('VmHWM') - before));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program, join(dataDir, 'first')],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect([Number(stdout) > 0, stderr]).toEqual([true, '']);
  expect(Number(stdout) / 1024).toBeLessThan(300);
});
