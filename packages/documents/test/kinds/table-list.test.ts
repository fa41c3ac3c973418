/** A list of tables that says which are blank, as it is read, written and held against the tables. */
import { checkDocument } from '@mingsuan/core/check';
import { TABLE_LIST } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';
import { WRITE_FORMATS } from '../../src/write-formats.ts';
import { meaningOf } from '../compose/same-meaning.ts';

/** Made up; `|` separates cells. */
const form = (isFundBlank: string, isPublicBlank: string, fund = ''): string => `某市某局2026年部门预算

报表目录

报表|报表名称|是否空表|公开空表理由
表1|一般公共预算支出表|${isPublicBlank}|
表2|政府性基金预算支出表|${isFundBlank}|不涉及

2026年一般公共预算支出表

单位：万元

科目编码|科目名称|合计|基本支出|项目支出
201|一般公共服务支出|30.00|20.00|10.00
20106|财政事务|30.00|20.00|10.00
2010601|行政运行|20.00|20.00|
2010602|一般行政管理事务|10.00||10.00
|合计|30.00|20.00|10.00

2026年政府性基金预算支出表

单位：万元

科目编码|科目名称|合计|基本支出|项目支出
${fund}
`;
const FILLED = '212|城乡社区支出|5.00||5.00\n|合计|5.00||5.00';
const read = (text: string) => readDocument('a.txt', new TextEncoder().encode(text.replaceAll('|', '\t')));

describe(TABLE_LIST.name, () => {
  it('is read as it is printed, and written and read back', async () => {
    const { disclosures } = await read(form('是', '否'));
    expect(rowsOf(disclosures[0]!, TABLE_LIST)).toMatchObject([
      { number: '表1', title: '一般公共预算支出表', blank: '否' },
      { number: '表2', title: '政府性基金预算支出表', blank: '是', reason: '不涉及' },
    ]);
    for (const format of WRITE_FORMATS) {
      const back = await readDocument(`a.${format}`, await writeDocument(disclosures, format));
      const list = { ...disclosures[0]!, tables: back.disclosures[0]!.tables };
      expect([format, meaningOf([list])]).toEqual([format, meaningOf(disclosures)]);
    }
  });

  it.each<[what: string, text: string, found: readonly (readonly [severity: string, message: RegExp])[]]>([
    ['blank as told', form('是', '否'), []],
    ['blank told, and figures', form('是', '否', FILLED), [['warning', /政府性基金预算支出表”是空表，表里却有数/]]],
    ['told to be filled, and no figure', form('否', '否'), [['notice', /政府性基金预算支出表”不是空表，表里却没有数/]]],
    [
      'a name with a word more',
      form('是', '否', FILLED).replace('\n2026年政府性基金预算支出表', '\n2026年政府性基金预算支出情况表'),
      [['warning', /政府性基金预算支出表”是空表，表里却有数/]],
    ],
    ['nothing told', form('', ''), []],
    ['filled as told', form('否', '否', FILLED), []],
  ])('%s', async (_, text, found) => {
    const findings = checkDocument(await read(text), {}).findings.filter(({ rule }) => rule === 'text-listed-blank');
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual(
      found.map(([severity, message]) => [severity, expect.stringMatching(message)]),
    );
  });
});
