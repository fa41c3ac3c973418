import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import { ruleById } from '@mingsuan/core/rules/register';
import { readDocument } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';
import { compact } from './compact.ts';

/**
 * Reads every real document of ../shared and compares with figures that were checked against the documents by eye and by
 * an independent count; and what checking reports of them is of rules that the register knows. After a meant change: read the difference, then run with UPDATE_EXPECTED=1.
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
    const read = await readDocument(name, new Uint8Array(readFileSync(path)));
    const reading = compact(read);
    if (process.env.UPDATE_EXPECTED) writeFileSync(expected, reading);
    expect(reading).toBe(readFileSync(expected, 'utf8'));
    // What lists rules reads the register: a finding of a rule that is not in it would come without title and basis.
    expect(checkDocument(read).findings.filter(({ rule }) => !ruleById(rule))).toEqual([]);
  });
});
