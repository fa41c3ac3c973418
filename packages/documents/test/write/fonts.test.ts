/** Fonts of a page: what comes along has every character, and those of a folder stand before it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FACES } from '@mingsuan/core/templates/index';
import { expect, it } from 'vitest';
import { familiesOf, fontFiles } from '../../src/pdf/write/fonts.ts';

it('every face ends in the one that comes along', () => {
  for (const face of FACES) expect(familiesOf(face).at(-1)).toBe('Noto Serif SC');
  expect(familiesOf()).toEqual(['Noto Serif SC']);
  expect(familiesOf('仿宋').length).toBeGreaterThan(1);
});

it('font files of a folder are added, whatever else is in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  for (const name of ['a.ttf', 'b.OTF', 'licence.txt']) writeFileSync(join(folder, name), '');
  const own = fontFiles('');
  expect(own).toHaveLength(2);
  expect(fontFiles(folder).slice(2).sort()).toEqual([join(folder, 'a.ttf'), join(folder, 'b.OTF')]);
});

it('a folder that there is not is told', () => {
  expect(() => fontFiles('/no/such/folder')).toThrow(/字体文件夹打不开/);
});
