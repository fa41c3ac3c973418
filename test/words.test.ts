import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, sourceFiles, sourceOf } from './sources.ts';

/** The first column of the tables of docs/words.md, and whether the second says it in Chinese. */
const rows = readFileSync(join(ROOT, 'docs/words.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, term]) => term?.startsWith('`'))
  .map(([, terms, chinese]) => ({ terms: [...terms!.matchAll(/`([^`]+)`/g)].map(([, term]) => term!), chinese }));
const terms = new Set(rows.flatMap((row) => row.terms));

it('every room of core has its word, and every word its Chinese', () => {
  const rooms = readdirSync(join(ROOT, 'packages/core/src'), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  expect(rooms.map(({ name }) => name).filter((name) => !terms.has(name))).toEqual([]);
  expect(rows.filter(({ chinese }) => !/[\u4e00-\u9fff]/.test(chinese ?? ''))).toEqual([]);
});

it('every word is used', () => {
  const files = sourceFiles(['core', 'documents', 'store']);
  const all = `${files.join('\n')}\n${files.map(sourceOf).join('\n')}`;
  expect([...terms].filter((term) => !new RegExp(`(?<![\\w-])${term}(?![\\w-])`).test(all))).toEqual([]);
});
