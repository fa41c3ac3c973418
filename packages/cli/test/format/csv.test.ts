import { csvField } from '@mingsuan/core/csv';
import { describe, expect, test } from 'vitest';
import { csvOfChecks, csvOfReadings } from '../../src/format/csv.ts';
import { CHECKED, CLEAN, READING } from '../sample.ts';

test.each([
  ['收入总计', '收入总计'],
  ['1,720.00', '"1,720.00"'],
  ['他说“好”', '他说“好”'],
  ['a "b"', '"a ""b"""'],
  ['两\n行', '"两\n行"'],
  ['-3.00', '-3.00'],
  ['+5%', '+5%'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd', "'-cmd"],
  ['\t=1', "'\t=1"],
  [-12, '-12'],
  [undefined, ''],
])('csvField(%j) = %s', (value, field) => expect(csvField(value)).toBe(field));

describe('documents', () => {
  test('read: a line per figure', () => {
    expect(csvOfReadings.open.startsWith('\ufeffsource,agency_code,agency,')).toBe(true);
    const lines = csvOfReadings.document(READING).split('\r\n');
    expect(lines).toEqual([
      '公开/302.pdf,302,示例市数据局,department,2021,budget,hebei-2021,balance,revenue,收入总计,收入总计,amount,1720000000,1720.00,万元,3,72 90 120 101',
      '公开/302.pdf,302,示例市数据局,department,2021,budget,hebei-2021,balance,expenditure,支出总计,支出总计,amount,1719700000,"1,719.70",万元,3,12',
      "公开/302.pdf,302,示例市数据局,department,2021,budget,hebei-2021,procurement,,A02010105,'=cmd|计算机,quantity,,3,,10,",
      "公开/302.pdf,302,示例市数据局,department,2021,budget,hebei-2021,procurement,,A02010105,'=cmd|计算机,total,1500000,15000.00,元,10,",
      '',
    ]);
  });

  test('check: a line per finding', () => {
    const lines = csvOfChecks.document(CHECKED).split('\r\n');
    expect(lines[0]).toBe(
      '公开/302.pdf,示例市数据局（302）,balance,error,balance/equal,收支总表的收入总计1720.00万元与支出总计1719.70万元不相等，相差0.30万元,1720000000,1719700000,-300000,"第3页 收入总计 1720.00；第3页第12行 支出总计 1,719.70",3,,请核对支出各项。,4mgj2i6z,',
    );
    expect(lines).toHaveLength(3);
    expect(csvOfChecks.document(CLEAN)).toBe('');
  });
});
