/** A picture is recognised once. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RawPage } from '../../src/pdf/engine.ts';
import { recognisedOnce } from '../../src/scan/cache.ts';

const page: RawPage = {
  number: 3,
  width: 10,
  height: 10,
  turns: 0,
  glyphs: [],
  rulings: [],
  imageShare: 1,
  unmapped: 0,
  cut: [],
};
const glyph = { text: '元', x0: 1, x1: 2, y0: 1, y1: 2, size: 1 };
const picture = (level: number) => ({ width: 2, height: 1, data: Uint8Array.of(level, 0, 0, 0, 0, 0, 0, 0) });

let folder: string;
let times = 0;
const recognise = async (): Promise<RawPage> => {
  times += 1;
  return { ...page, turns: 1, glyphs: [glyph], scan: { skew: 0.01 } };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-cache-'));
  times = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the same picture is the same page, wherever it stands', async () => {
  const first = await recognisedOnce(picture(1), page, recognise, folder);
  const again = await recognisedOnce(picture(1), { ...page, number: 9 }, recognise, folder);
  expect([times, again]).toEqual([1, { ...first, number: 9 }]);
  await recognisedOnce(picture(2), page, recognise, folder);
  expect([times, readdirSync(folder).length]).toEqual([2, 2]);
});

it('what was kept and is damaged is recognised anew', async () => {
  const first = await recognisedOnce(picture(1), page, recognise, folder);
  writeFileSync(join(folder, readdirSync(folder)[0]!), 'nothing');
  expect(await recognisedOnce(picture(1), page, recognise, folder)).toEqual(first);
  expect(times).toBe(2);
});

it('where nothing can be kept, all is recognised', async () => {
  const nowhere = join(folder, 'file');
  writeFileSync(nowhere, '');
  await recognisedOnce(picture(1), page, recognise, nowhere);
  await recognisedOnce(picture(1), page, recognise, nowhere);
  expect(times).toBe(2);
});
