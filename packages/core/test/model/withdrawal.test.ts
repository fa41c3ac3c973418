import { expect, test } from 'vitest';
import { withdrawalNotice } from '../../src/model/withdrawal.ts';

const AT = '2026-03-01T08:00:00.000Z';

test('a withdrawal is told in both languages, as far as the log tells who and why', () => {
  const withdrawn = { kind: 'withdrawn', at: AT, person: '', reason: '' } as const;
  expect(withdrawalNotice(withdrawn, 'zh')).toBe('这份公开文本已撤下。时间：2026-03-01；没有写明理由。');
  expect(withdrawalNotice(withdrawn, 'en')).toBe('This text was withdrawn on 2026-03-01. No reason was given.');
  const blank = { kind: 'blank', at: AT, person: '李管理', reason: '只有表样' } as const;
  expect(withdrawalNotice(blank, 'zh')).toBe(
    '这份文件核实后是空白表样，已撤下。时间：2026-03-01；办理：李管理；理由：只有表样。',
  );
});
