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

const folder = folderOf({
  '今年.txt': budget(2021, '302', '某市数据局', '100.00', '2021年支出预算100.00万元，较2020年预算增加12.00万元。'),
  '去年.txt': budget(2020, '302', '某市数据局', '90.00', '2020年支出预算90.00万元。'),
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
