/** Each wrong setting is one Chinese sentence that names it, and no stack. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configOf } from '../src/config.ts';
import { startServer } from '../src/start.ts';
import { whyNotStarted } from '../src/unstartable.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingsuan-unstartable-'));
const taken = createServer();
beforeAll(async () => {
  writeFileSync(join(folder, 'file'), '');
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const port = (): string => String((taken.address() as { port: number }).port);

describe('a start', () => {
  test.each<[what: string, env: () => Record<string, string>, told: string]>([
    ['a data folder that is a file', () => ({ MINGSUAN_DATA: 'file' }), 'MINGSUAN_DATA'],
    ['a data folder within a file', () => ({ MINGSUAN_DATA: 'file/within' }), 'MINGSUAN_DATA'],
    ['a data folder that nobody can make', () => ({ MINGSUAN_DATA: 'x'.repeat(300) }), 'MINGSUAN_DATA'],
    ['a database that is not there', () => ({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }), 'DATABASE_URL'],
    [
      'a database by a socket that is not there',
      () => ({ DATABASE_URL: 'postgres://a@x/c?host=/nowhere' }),
      'DATABASE_URL',
    ],
    ['a database on no host', () => ({ DATABASE_URL: 'postgres://a:b@nowhere.invalid/c' }), 'DATABASE_URL'],
    ['a folder of jurisdictions that is none', () => ({ MINGSUAN_JURISDICTIONS: 'nowhere' }), 'MINGSUAN_JURISDICTIONS'],
    ['a port that is taken', () => ({ PORT: port() }), 'PORT'],
    ['an address of another machine', () => ({ HOST: '192.0.2.1' }), 'HOST'],
    ['a host that is none', () => ({ HOST: 'nowhere.invalid' }), 'HOST'],
  ])('%s', async (_, env, told) => {
    const config = configOf({ MINGSUAN_SAMPLES: 'off', PORT: '0', ...env() }, folder);
    const error = await startServer(config, pino({ level: 'silent' })).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const sentence = whyNotStarted(error, config);
    expect([error, sentence]).toEqual([error, expect.stringMatching(/[\u4e00-\u9fff]/)]);
    expect(sentence).toContain(told);
  });

  test.each([
    ['28P01', 'password authentication failed'],
    ['3D000', 'database "x" does not exist'],
    ['42501', 'permission denied for schema public'],
    ['53300', 'sorry, too many clients already'],
    ['53100', 'could not extend file "base/5/18598": No space left on device'],
  ])('what a database says by %s is told', (code, message) => {
    expect(whyNotStarted(Object.assign(new Error(message), { code }), undefined)).toMatch(/^[^\n]*数据库|DATABASE_URL/);
  });

  test('a disk without room for the lock is told, which names no file', () => {
    const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    expect(whyNotStarted(error, undefined)).toContain('磁盘满了');
  });

  test('a fault of ours keeps its stack', () => {
    expect(whyNotStarted(new TypeError('x is not a function'), undefined)).toBeUndefined();
  });
});
