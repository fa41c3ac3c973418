import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { fileOutput, streamOutput } from '../src/output/output.ts';
import { folderOf } from './helpers.ts';

const folder = folderOf({});
afterAll(folder.remove);

function failing(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  });
}

describe('a stream', () => {
  test('that nobody reads ends the run without a word', async () => {
    const output = streamOutput(failing('EPIPE'));
    await output.write('a');
    await new Promise(setImmediate);
    expect(await output.write('b')).toBe(false);
    await expect(output.close()).resolves.toBeUndefined();
  });

  test('that cannot be written says so at its end', async () => {
    const output = streamOutput(failing('ENOSPC'));
    await output.write('a');
    await new Promise(setImmediate);
    expect(await output.write('b')).toBe(false);
    await expect(output.close()).rejects.toThrow('ENOSPC');
  });

  test('that is slow is waited for', async () => {
    let text = '';
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk, _encoding, done) => {
        text += chunk;
        setTimeout(done, 5);
      },
    });
    const output = streamOutput(slow);
    for (const part of ['a', 'b', 'c']) expect(await output.write(part)).toBe(true);
    await output.close();
    expect(text).toBe('abc');
  });
});

describe('a file', () => {
  test('has its name only when it is whole', async () => {
    const path = join(folder.path, 'out.json');
    const output = await fileOutput(path);
    await output.write('{}');
    expect(existsSync(path)).toBe(false);
    await output.close();
    expect(readFileSync(path, 'utf8')).toBe('{}');
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  test('that cannot be made is refused at once', async () => {
    await expect(fileOutput(join(folder.path, '没有', 'a'))).rejects.toThrow('ENOENT');
  });
});
