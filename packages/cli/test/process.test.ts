/** The program as a process, from the sources: real streams and real worker threads. */
import { spawn } from 'node:child_process';
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
