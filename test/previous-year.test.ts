import { checkDocuments } from '@mingsuan/core/check';
import { readDocument } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';

const page = (year: number, total: string, sentence: string, more = '') => `某市数据局 ${year} 年部门预算信息公开

部门预算支出总表

302 某市数据局

预算年度：${year}

单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t${total}\t${total}\t
201\t一般公共服务支出\t${total}\t${total}\t

某市数据局 ${year} 年部门预算信息公开情况说明

一、部门预算安排的总体情况

${sentence}
${more}`;

const STALE = '本部门车辆购置 12.00 万元，设备购置 30.50 万元，租赁 8.20 万元。';
const read = async (text: string) => readDocument('a.txt', new TextEncoder().encode(text));
const rules = async (now: string, before: string) => {
  const [found] = checkDocuments([await read(now), await read(before)]);
  return found!.findings.map((finding) => finding.rule).filter((rule) => rule.startsWith('previous-year'));
};

describe('this year against last year', () => {
  const before = page(2020, '90.00', '2020年支出预算90.00万元。', STALE);
  it.each<[string, string, string[]]>([
    ['a right change', page(2021, '100.00', '2021年支出预算100.00万元，较2020年预算增加10.00万元。'), []],
    [
      'a wrong change',
      page(2021, '100.00', '2021年支出预算100.00万元，较2020年预算增加12.00万元。'),
      ['previous-year-change'],
    ],
    [
      'against execution nothing is known',
      page(2021, '100.00', '2021年支出预算100.00万元，比2020年预算执行数增加12.00万元。'),
      [],
    ],
    [
      'a paragraph left as it was',
      page(2021, '100.00', '2021年支出预算100.00万元。', STALE),
      ['previous-year-unchanged'],
    ],
  ])('%s', async (_, now, expected) => expect(await rules(now, before)).toEqual(expected));

  it('documents of other agencies are not compared', async () => {
    const now = page(2021, '100.00', '2021年支出预算100.00万元，较2020年预算增加12.00万元。', STALE);
    expect(await rules(now, before.replaceAll('某市数据局', '某市档案局'))).toEqual([]);
  });
});

describe('ids of findings', () => {
  const broken = (total: string) =>
    page(2021, total, '2021年支出预算。').replace(`合计\t\t${total}\t${total}`, '合计\t\t99.00\t99.00');
  const ids = async (text: string) => checkDocuments([await read(text)])[0]!.findings.map((finding) => finding.id);

  it('stay when positions change, not when their amounts do, and are one for each finding', async () => {
    const [first, moved] = [await ids(broken('100.00')), await ids(`\n\n${broken('100.00')}`)];
    expect(first.length).toBeGreaterThan(0);
    expect(moved).toEqual(first);
    expect(await ids(broken('101.50'))).not.toEqual(first);
    expect(new Set(first).size).toBe(first.length);
    expect(first.every((id) => /^[0-9a-z]{8}(?:-\d+)?$/.test(id!))).toBe(true);
  });
});
