import { expect, it } from 'vitest';
import { linesOf } from '../../src/pdf/runs.ts';
import { glyphsOf, type Word } from './made-table.ts';

const runs = (...words: readonly Word[]) =>
  linesOf(glyphsOf(words)).flatMap((line) => line.runs.map(({ text }) => text));

it('words printed over others stay apart', () => {
  expect(runs([0, 0, '预算数'], [13, 0, '政府预算支出经济分类科目'])).toEqual(['预算数', '政府预算支出经济分类科目']);
  expect(runs([0, 0, '部门预算项目'], [46, 0, '绩效目标表'])).toEqual(['部门预算项目', '绩效目标表']);
});

it('fake bold is one text, letters and figures may stand close', () => {
  expect(runs([0, 0, '合计预算'], [1, 0, '合计预算'])).toEqual(['合计预算']);
  expect(runs([0, 0, '12'], [8, 0, '34'])).toEqual(['1234']);
});
