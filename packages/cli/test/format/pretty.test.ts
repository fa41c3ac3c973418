import { coverageOf } from '@mingsuan/core/model/coverage';
import { expect, test } from 'vitest';
import { prettyChecks } from '../../src/format/pretty-check.ts';
import { prettyReadings } from '../../src/format/pretty-read.ts';
import { NO_COUNTS } from '../../src/work/job.ts';
import { CHECKED, CLEAN, READING } from '../sample.ts';

const ZH = { lang: 'zh', color: false, width: 72 } as const;
const EN = { ...ZH, lang: 'en' } as const;

test('findings by agency and table, with their evidence', () => {
  expect(prettyChecks(ZH).document(CHECKED)).toBe(`公开/302.pdf
  示例市数据局（302）
    收支总表
      ✗ 错误  收支总表的收入总计1720.00万元与支出总计1719.70万元不相等，
              相差0.30万元  [4mgj2i6z]
        依据  第3页 收入总计 1720.00；第3页第12行 支出总计 1,719.70
        建议  请核对支出各项。
  整份文本
    文字与其他
      · 提示  没有机关运行经费的说明。  [8x0c1v2b]
  没有读成或没有看懂的地方
    ! 第5页有一张表没有认出来，请核对表名。
`);
  expect(prettyChecks(ZH).document(CLEAN)).toBe('公开/303.txt\n  ✓ 没有发现问题\n');
});

const COVERAGE = coverageOf(
  [
    { title: '收支总表', page: 3, state: 'read', amounts: { printed: 4, read: 4, generic: 0, unread: 0 } },
    { title: '某某分摊表', page: 5, state: 'generic', amounts: { printed: 2, read: 0, generic: 2, unread: 0 } },
    { title: '收入总表', page: 6, state: 'unread', amounts: { printed: 9, read: 8, generic: 0, unread: 1 } },
  ],
  { figures: 3, understood: 2 },
  0,
);

test('how much was read stands first, and no tick beside what was not', () => {
  expect(prettyChecks({ ...ZH, width: 120 }).document({ ...CLEAN, coverage: COVERAGE })).toBe(`公开/303.txt
  读出 1/3 张表，12/15 个金额；说明中 2/3 个数字看懂
  · 在读出的部分没有发现问题
    第5页 “某某分摊表”本程序不知道是哪张表或哪一栏，按原样保留，没有核对（2 个金额）
    第6页 “收入总表”本程序没有读全（9 个金额中 1 个没有读出）
`);
  const whole = coverageOf(COVERAGE.perTable.slice(0, 1), { figures: 1, understood: 1 }, 0);
  expect(prettyChecks(ZH).document({ ...CLEAN, coverage: whole })).toContain('✓ 没有发现问题');
  const nothing = coverageOf([], { figures: 0, understood: 0 }, 1);
  expect(prettyChecks(ZH).document({ ...CLEAN, coverage: nothing })).toContain('! 没有读出可以核对的内容');
});

test('the findings end in one line of numbers', () => {
  const counts = { ...NO_COUNTS, documents: 2, error: 1, notice: 1 };
  const unreadable = [{ source: 'a', why: { code: 'missing' as const, message: '没有' } }];
  expect(prettyChecks(ZH).close({ files: 3, counts, rules: [], unreadable })).toBe(
    '\n3 个文件，2 个问题：错误 1，警告 0，提示 1，1 个文件没有读成\n',
  );
  expect(prettyChecks(EN).close({ files: 3, counts, rules: [], unreadable })).toBe(
    '\n3 files, 2 findings: 1 errors, 0 warnings, 1 notices, 1 files could not be read\n',
  );
});

test('what was read, with the totals', () => {
  expect(prettyReadings(ZH).document(READING)).toBe(`公开/302.pdf
  示例市数据局（302）  2021 年部门预算  石家庄市  模板 hebei-2021
    报表              单位  行数      合计
    收支总表          万元     2  1,720.00  收 1,720.00、支 1,719.70，两边不等
    “三公”经费支出表  万元     0            空表列示
    其他表：政府采购预算表
    情况说明 1 节，政府采购 1 行
  没有读成或没有看懂的地方
    ! 第5页有一张表没有认出来，请核对表名。
`);
});

test('colour only where it is asked for', () => {
  expect(prettyChecks({ ...ZH, color: true }).document(CHECKED)).toContain('\x1b[31m✗ 错误  \x1b[39m');
});
