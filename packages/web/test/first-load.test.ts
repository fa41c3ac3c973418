/** What a first visitor's browser has to load before it shows anything. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { builtPages, type Chunk, DIST, manifest } from './support/build.ts';

const MOST_SCRIPT = 250_000;
const MOST_STYLE = 50_000;

beforeAll(builtPages);

/** A chunk with everything that it imports before it runs. */
function needed(name: string, chunks: Readonly<Record<string, Chunk>>, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of chunks[name]!.imports ?? []) needed(other, chunks, seen);
  return seen;
}

const packed = (files: Iterable<string>): number =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length, 0);

test('the first load stays below its limit', () => {
  const chunks = manifest();
  const entry = Object.keys(chunks).find((name) => chunks[name]!.isEntry)!;
  const names = [...needed(entry, chunks)];
  const script = packed(names.map((name) => chunks[name]!.file));
  const style = packed(names.flatMap((name) => chunks[name]!.css ?? []));
  console.log(`first load, gzip: ${script} bytes of script, ${style} of styles`);
  expect(script).toBeLessThanOrEqual(MOST_SCRIPT);
  expect(style).toBeLessThanOrEqual(MOST_STYLE);
});

test('the page asks for nothing from elsewhere and runs nothing inline', () => {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(html).not.toContain('<style');
});
