/** The program as a process, from the sources: real streams and real worker threads. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, type Outcome } from './helpers.ts';
import { TEXT } from './sample.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
const many = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [`${i + 300}.txt`, TEXT.replace('302 ', `${i + 300} `)]),
);
const folder = folderOf({ ...many, '空.txt': '' });
afterAll(folder.remove);

function program(args: readonly string[], { stdin = '', head = false } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args], { cwd: folder.path });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (head) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject).on('close', (status) => resolve({ status: status ?? -1, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}

describe('mingsuan serve', () => {
  test('opens the portal, and stops it when it is stopped', async () => {
    const args = ['serve', '--port', '0', '--data', 'portal'];
    const env = { ...process.env, MINGSUAN_SAMPLES: 'off' };
    const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args], { cwd: folder.path, env });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => resolve(/https?:\/\/\S+/.exec(String(chunk))?.[0] ?? ''));
      child.on('close', () => reject(new Error('ended')));
    });
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
    expect(existsSync(join(folder.path, 'portal'))).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('passes on what the server says is wrong', async () => {
    const { status, stderr } = await program(['serve', '--database', 'mysql://a']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/DATABASE_URL.*。/)]);
  });

  test.each([
    ['zh', '数据文件夹'],
    ['en', 'folder of the data'],
  ])('tells its options in %s', async (lang, words) => {
    const { status, stdout } = await program(['serve', '--help', '--lang', lang]);
    expect(status).toBe(0);
    for (const each of [words, '--port', '--data', '--database']) expect(stdout).toContain(each);
  });
});

describe('mingsuan', () => {
  test('reads a folder with worker threads, in order, beside what cannot be read', async () => {
    const { status, stdout, stderr } = await program(['read', '.', '--jobs', '2', '--format', 'json']);
    expect(stderr).toBe('mingsuan: 空.txt：文件是空的，请确认下载或导出已经完成。\n');
    expect(status).toBe(2);
    const { documents } = JSON.parse(stdout);
    expect(documents.map(({ source }: { source: string }) => source)).toEqual([...Object.keys(many), '空.txt']);
    expect(documents[11].disclosures[0].agency.code).toBe('311');
  });

  test('reads standard input', async () => {
    const { status, stdout } = await program(['read', '-'], { stdin: TEXT });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).documents[0].disclosures).toHaveLength(1);
  });

  test('ends quietly when nobody reads its output', async () => {
    const { stderr } = await program(['read', ...Object.keys(many)], { head: true });
    expect(stderr).toBe('');
  });
});
