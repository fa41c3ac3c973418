import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, openFiles, pathOfHash, sha256Of } from '../src/files.ts';

describe('kept originals', () => {
  const bytes = Buffer.from('%PDF-1.4 预算');
  const hash = sha256Of(bytes);
  let folder: string;
  let files: FileStore;
  const pathOf = (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingsuan-files-'));
    files = openFiles(join(folder, 'files'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are known by the hash of their bytes', async () => {
    expect(await files.put(bytes)).toBe(hash);
    expect(Buffer.from((await files.get(hash))!)).toEqual(bytes);
    expect(await files.get(sha256Of(Buffer.from('another')))).toBeUndefined();
  });

  it('are kept once, and no draft is left', async () => {
    await Promise.all([files.put(bytes), files.put(bytes)]);
    expect(await readdir(dirname(pathOf(hash)))).toEqual([hash]);
  });

  it('one that a crash cut short is written anew', async () => {
    await writeFile(pathOf(hash), bytes.subarray(0, 5));
    await files.put(bytes);
    expect(Buffer.from((await files.get(hash))!)).toEqual(bytes);
  });

  it.each(['../secret', '..%2Fsecret', `../${'0'.repeat(61)}`, 'A'.repeat(64), hash.toUpperCase(), `${hash}0`, ''])(
    'what is no hash (%s) names no file, wherever it leads',
    async (name) => {
      await writeFile(join(folder, 'secret'), 'secret');
      await mkdir(dirname(pathOf(name)), { recursive: true });
      await writeFile(pathOf(name), 'secret').catch(() => {});
      expect(pathOfHash(name)).toBeUndefined();
      expect(await files.get(name)).toBeUndefined();
    },
  );
});
