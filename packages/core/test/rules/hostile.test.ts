/** Text of documents never becomes a pattern: whatever a name, a label or a heading holds, a document is checked to its end. */
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { section } from '../words/make-words.ts';
import { doc, table } from './make.ts';

const NAMES = [
  '某局（',
  '某局)',
  '某局[市(本级',
  '某+局*?',
  '某局\\',
  '某局$^|',
  '(?<x>某局',
  '某市{2,1}局',
  '',
  ' ',
  '𠮷局\u0000',
];

const named = (name: string): Disclosure =>
  doc(
    { agency: { name, level: 'department' } },
    table('expenditure', 'total basic project', `2010301 行政运行${name} 9.00 9.00 -\ntotal 合计 9.00 9.00 -`),
    {
      explanation: [
        section(
          `${name}2023年部门预算`,
          `${name}2023年支出预算9.00万元，其中：基本支出9.00万元，比上年增加1.00万元，增长12.50%。`,
          `1.“一般公共服务支出（类）${name}（款）${name}（项）”9.00万元，主要用于：${name}。`,
          `共有车辆2辆，其中${name}用车2辆、其他用车0辆。截至2022年底，${name}固定资产1.00万元。`,
        ),
      ],
      contents: [{ title: `${name}收支总表`, text: `${name}收支总表 3`, page: 3, origin: {} }],
    },
  );

describe('names that are no names', () => {
  it.each(NAMES.map((name) => [JSON.stringify(name), name]))('%s', (_, name) => {
    expect(() => checkDisclosures([named(name), { ...named(name), year: 2022 }])).not.toThrow();
  });
});
