import { englishName } from '@mingsuan/core/classification/english';
import { expect, test } from 'vitest';
import { namesIn } from '../src/components/names.ts';

test('rows outside the classification have English names by what they mean; a name of a body stays as it is printed', () => {
  const { row } = namesIn('en', englishName);
  const line = (side: 'revenue' | 'expenditure', key: string) => row('balance', { side, key, label: `二、${key}` });
  expect(line('expenditure', '结转下年')).toBe('Carried forward');
  expect(line('revenue', '上年结转')).toMatch(/^[A-Z][a-z ]+$/);
  expect(line('revenue', '收入总计')).toMatch(/^[A-Z][a-z ]+$/);
  expect(row('general-public', { key: 'total', label: '合 计' })).toBe('Total');
  expect(row('revenue', { key: '某市数据局', label: '某市数据局' })).toBe('某市数据局');
});

test('in Chinese a row is called as it is printed', () => {
  expect(namesIn('zh', () => undefined).row('general-public', { key: 'total', label: '合 计' })).toBe('合 计');
});

test('what tells a department from its own office is said in the reader’s language', () => {
  const [zh, en] = [namesIn('zh', () => undefined), namesIn('en', englishName)];
  expect([
    zh.agency('财政局（部门）'),
    en.agency('财政局（部门）'),
    en.agency('财政局（本级）'),
    en.agency('财政局'),
  ]).toEqual(['财政局（部门）', '财政局 (department)', '财政局 (own office)', '财政局']);
});
