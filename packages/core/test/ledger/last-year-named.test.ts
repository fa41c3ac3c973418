/** A target that names the year before is asked about; a target of so much money is not. */
import { expect, it } from 'vitest';
import { ledgerProblems } from '../../src/ledger/problems.ts';
import { SMALL } from './small.ts';

const asked = (target: string): boolean => {
  const indicators = [{ level1: '产出指标', level2: '成本指标', level3: '总成本', target }];
  const projects = SMALL.projects.map((project) => ({ ...project, indicators }));
  return ledgerProblems({ ...SMALL, year: 2024, projects }).some(({ code }) => code === 'last-year-named');
};

it.each(['2023年12月底前', '2023.12', '2023-12-31', '2023/6/30'])('%s is of last year', (target) => {
  expect(asked(target)).toBe(true);
});

it.each(['≤2023.00万元', '≤2023.12万元', '2023.5%', '12023年', '较2023年增长', '2024年12月', '2023'])(
  '%s is not',
  (target) => {
    expect(asked(target)).toBe(false);
  },
);
