import { expect, it } from 'vitest';
import { conceptsOfSide } from '../../src/vocabulary/index.ts';

const ids = (...labels: string[]) => conceptsOfSide('revenue', labels).map((concept) => concept?.id);

it('below the heading 本年收入, 收入合计 is the grand total: what was carried over is part of it', () => {
  expect(ids('本年收入', '一般公共预算资金', '上年结转', '收入合计').at(-1)).toBe('revenue-total');
});

it('without that heading, and where a grand total stands, it is the year’s', () => {
  expect(ids('一般公共预算资金', '收入合计').at(-1)).toBe('year-revenue');
  expect(ids('本年收入', '收入合计', '上年结转', '收入总计').at(1)).toBe('year-revenue');
});
