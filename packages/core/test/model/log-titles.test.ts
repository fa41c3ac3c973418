/** Titles of the operator's logs: kept in Chinese, told in English. */
import { LOG_TITLES, type LogTitle, logTitle, logTitleIn } from '@mingsuan/core/model/log-titles';
import { expect, test } from 'vitest';

const VALUES = { name: 'a.pdf', next: 'b.pdf', count: 12, year: 2026 };

test.each(Object.keys(LOG_TITLES) as LogTitle[])('%s is kept in Chinese and told in English', (key) => {
  const kept = logTitle(key, VALUES);
  expect(kept).toMatch(/\p{Script=Han}/u);
  expect(logTitleIn('zh', kept)).toBe(kept);
  const english = logTitleIn('en', kept);
  expect(english).not.toMatch(/\p{Script=Han}/u);
  expect(english).toBe(LOG_TITLES[key][1].replace(/\{(\w+)\}/g, (_, name) => String(VALUES[name as 'name'])));
});

test('a name within stays, whatever stands in it', () => {
  expect(logTitleIn('en', '合并：甲局 → 乙局')).toBe('Merged: 甲局 → 乙局');
  expect(logTitleIn('en', '发布：第 3 页：合计不对')).toBe('Released: 第 3 页：合计不对');
  expect(logTitleIn('en', '/srv/2026')).toBe('/srv/2026');
});
