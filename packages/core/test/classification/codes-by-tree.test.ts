import { describe, expect, it } from 'vitest';
import { codesByTree } from '../../src/classification/codes-by-tree.ts';

describe('codesByTree', () => {
  it.each<[string, string[], (string | undefined)[]]>([
    [
      'class, section, items; a name of many codes by what it stands under',
      [
        '公共安全支出',
        '司法',
        '行政运行',
        '一般行政管理事务',
        '公共法律服务',
        '社会保障和就业支出',
        '行政事业单位养老支出',
        '行政单位离退休',
      ],
      ['204', '20406', '2040601', '2040602', '2040607', '208', '20805', '2080501'],
    ],
    [
      'a class, a section and an item of one name',
      ['住房保障支出', '住房改革支出', '住房公积金', '其他支出', '其他支出', '其他支出'],
      ['221', '22102', '2210201', '229', '22999', '2299999'],
    ],
    [
      'a name that is none stays without a code',
      ['公共安全支出', '司法', '行政运行', '本单位的一项工作'],
      ['204', '20406', '2040601', undefined],
    ],
  ])('%s', (_, labels, codes) => expect(codesByTree('function', labels, 2026)).toEqual(codes));

  it('economic classes and sections', () => {
    const labels = ['工资福利支出', '基本工资', '住房公积金', '商品和服务支出', '办公费', '其他支出'];
    expect(codesByTree('economic', labels, 2026)).toEqual(['301', '30101', '30113', '302', '30201', '399']);
  });
});
