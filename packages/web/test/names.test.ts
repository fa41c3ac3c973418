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
