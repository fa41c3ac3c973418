import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';
import { compact } from './compact.ts';

/**
 * Reads every real document of ../shared and compares with figures that were checked against the documents by eye and by
 * an independent count. After a meant change: read the difference, then run with UPDATE_EXPECTED=1.
 */
const root = join(import.meta.dirname, '../../../shared');
const documents = ['seeds', 'samples'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => /\.(txt|pdf)$/.test(name))
        .map((name) => ({ name, path: join(root, folder, name) }))
    : [],
);

if (documents.length === 0) console.log('跳过：没有 ../shared，真实文本的对照测试未运行');

describe.skipIf(documents.length === 0)('the real documents of ../shared', () => {
  it.each(documents)('$name', async ({ name, path }) => {
    const expected = join(import.meta.dirname, 'expected', `${name.replace(/\.\w+$/, '')}.txt`);
    const reading = compact(await readDocument(name, new Uint8Array(readFileSync(path))));
    if (process.env.UPDATE_EXPECTED) writeFileSync(expected, reading);
    expect(reading).toBe(readFileSync(expected, 'utf8'));
  });
});
