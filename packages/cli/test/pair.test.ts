import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, mingsuan } from './helpers.ts';

const budget = (year: number, code: string, name: string, total: string, words = '') => `${year} 年部门预算信息公开

部门预算支出总表

${code} ${name}

预算年度：${year}

单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t${total}\t${total}\t
201\t一般公共服务支出\t${total}\t${total}\t

${year} 年部门预算信息公开情况说明

一、部门预算安排的总体情况

${words}
`;

/** This year's words do not agree with last year's table. */
const yearOf = (year: 2020 | 2021) =>
  year === 2020
    ? budget(2020, '302', '某市数据局', '90.00', '2020年支出预算90.00万元。')
    : budget(2021, '302', '某市数据局', '100.00', '2021年支出预算100.00万元，较2020年预算增加12.00万元。');

const folder = folderOf({
  '今年.txt': yearOf(2021),
  '去年.txt': yearOf(2020),
  '别的.txt': budget(2021, '303', '某市档案局', '50.00'),
});
afterAll(folder.remove);

async function rulesBySource(args: readonly string[]): Promise<Record<string, string[]>> {
  const { stdout } = await mingsuan(['check', ...args, '--format', 'json'], { cwd: folder.path });
  const documents: { source: string; findings: { rule: string }[] }[] = JSON.parse(stdout).documents;
  return Object.fromEntries(documents.map(({ source, findings }) => [source, findings.map(({ rule }) => rule)]));
}

describe('files that belong together are checked together', () => {
  test('a folder finds its pairs by itself', async () => {
    const rules = await rulesBySource(['.']);
    expect(Object.keys(rules).sort()).toEqual(['今年.txt', '别的.txt', '去年.txt'].sort());
    expect(rules['今年.txt']).toContain('previous-year-change');
  });

  test('alone there is nothing to compare with', async () => {
    expect((await rulesBySource(['今年.txt', '别的.txt']))['今年.txt']).not.toContain('previous-year-change');
  });

  test('an unreadable file between them disturbs nothing', async () => {
    const rules = await rulesBySource(['今年.txt', '没有.pdf', '去年.txt']);
    expect(rules['今年.txt']).toContain('previous-year-change');
  });
});

describe('a report of files that belong together', () => {
  const pages = folderOf({ '今年.txt': yearOf(2021), '去年.txt': yearOf(2020) });
  afterAll(pages.remove);
  const picturesOf = async (...files: readonly string[]) => {
    await mingsuan(['check', ...files, '-o', '报告.html'], { cwd: pages.path });
    return readFileSync(join(pages.path, '报告.html'), 'utf8').match(/<figcaption>[^<]*/g) ?? [];
  };

  test('shows what another file says on the pages of that file, and nothing of it alone', async () => {
    for (const name of ['今年', '去年'])
      await mingsuan(['write', `${name}.txt`, '-o', `${name}.pdf`], { cwd: pages.path });
    expect((await picturesOf('今年.pdf', '去年.pdf')).join()).toContain('去年.pdf');
    expect((await picturesOf('今年.pdf')).join()).not.toContain('去年.pdf');
  });
});

describe('the words in one file and the tables in another', () => {
  const parts = folderOf({
    '报表.txt': `2026年部门预算公开表

部门预算支出总表

302 某市数据局

预算年度：2026

单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t100.00\t100.00\t
201\t一般公共服务支出\t100.00\t100.00\t
`,
    '说明.txt': `某市数据局2026年部门预算情况说明

一、支出预算情况

2026年支出预算90.00万元，其中基本支出100.00万元。
`,
  });
  afterAll(parts.remove);

  test('are one disclosure, checked as one', async () => {
    const found = async (args: readonly string[]) => {
      const { stdout } = await mingsuan(['check', ...args, '--format', 'json'], { cwd: parts.path });
      const documents: { source: string; findings: { rule: string; evidence: { origin: { source?: string } }[] }[] }[] =
        JSON.parse(stdout).documents;
      return documents.flatMap(({ source, findings }) =>
        findings
          .filter(({ rule }) => rule === 'words-table')
          .map(({ evidence }) => [source, ...evidence.flatMap(({ origin }) => origin.source ?? [])]),
      );
    };
    expect(await found(['.'])).toEqual([['说明.txt', '报表.txt']]);
    expect(await found(['说明.txt'])).toEqual([]);
  });
});
