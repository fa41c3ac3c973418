import { englishName } from '@mingsuan/core/classification/english';
import type { Finding } from '@mingsuan/core/finding';
import { expect, test } from 'vitest';
import { detailInEnglish } from '../src/components/findings/finding-words.ts';
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

const found = (finding: Pick<Finding, 'evidence'> & Partial<Finding>): string | undefined =>
  detailInEnglish(
    { rule: 'three-publics-sum', severity: 'error', message: '合计不等于各项之和', ...finding },
    namesIn('en', englishName),
  );
const total = { form: 'three-publics', row: '合计', column: 'hospitality', text: '3.40', origin: {} } as const;
const WRONG = { expected: 3_430_000, actual: 3_400_000, difference: -30_000 };

test('an English reader is told what a finding found: where, which figures, in the unit that shows the difference', () => {
  expect(found({ evidence: [total], ...WRONG })).toBe(
    '“Three publics”, Total, Hospitality: 3.40 against 3.43, a difference of 0.03 (10k yuan).',
  );
  expect(found({ evidence: [total], ...WRONG, actual: 3_429_966 })).toMatch(/34,299\.66 .* 0\.34 \(yuan\)/);
});

test('what the words say is told beside the table, or beside what they say elsewhere; a blank cell is said to be one', () => {
  const said = { text: '公务接待费3.40万元', origin: {} };
  expect(found({ evidence: [said, total], ...WRONG })).toMatch(
    /^The explanation says 3\.40 \(“公务接待费3\.40万元”\), and .* has 3\.43/,
  );
  expect(found({ evidence: [said, { ...total, text: '（空白）' }], ...WRONG })).toContain(
    'Hospitality leaves it blank',
  );
  expect(found({ evidence: [said, said], ...WRONG })).toMatch(/against 3\.43/);
});

test('without figures it is quoted; with neither nothing is told', () => {
  expect(found({ evidence: [{ text: '“提高水平”', origin: {} }] })).toBe('“提高水平”.');
  expect(found({ evidence: [{ ...total, text: '' }] })).toMatch(/Hospitality is blank\.$/);
  expect(found({ evidence: [] })).toBeUndefined();
});
