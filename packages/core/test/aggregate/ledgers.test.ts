import { expect, it } from 'vitest';
import { aggregateLedgers, betweenLedgers } from '../../src/aggregate/ledgers.ts';
import { exampleLedger } from '../../src/ledger/example.ts';

const AGENCY = { code: '302', name: '示例市数据局', level: 'department' as const };
const one = exampleLedger(2026);
const two = {
  ...exampleLedger(2026, '302003'),
  agency: { code: '302003', name: '示例市数据中心', level: 'unit' as const },
  nature: 'institution' as const,
  projects: one.projects.map(({ code: _, ...project }) => project),
};

it('adds last year and counts, keeps projects apart by code, and only agencies have operating expenses', () => {
  const sum = aggregateLedgers([one, two], AGENCY)!;
  expect(sum.lastYear['three-publics[total]']).toBe(2 * one.lastYear['three-publics[total]']!);
  expect(sum.counts['vehicles[total]']).toBe(4);
  expect(sum.projects.map(({ name }) => name)).toEqual([
    '政务数据共享平台运行维护',
    '办公设备更新',
    '政务数据共享平台运行维护（示例市数据中心）',
    '办公设备更新（示例市数据中心）',
  ]);
  expect(sum.agencyOperating).toBe(aggregateLedgers([one], AGENCY)!.agencyOperating);
  expect(sum.organization).toHaveLength(2);
  expect(sum.texts.reasons['agency-operating']).toBe('新增人员公用经费');
});

it('what one unit leaves open is not the department’s; a name that several bear names its unit', () => {
  const { 'three-publics[total]': _, ...rest } = two.lastYear;
  const sum = aggregateLedgers(
    [
      { ...two, lastYear: rest },
      { ...two, agency: one.agency },
    ],
    AGENCY,
  )!;
  expect(sum.lastYear['three-publics[total]']).toBeUndefined();
  expect(sum.projects[0]!.name).toBe('政务数据共享平台运行维护（示例市数据中心）');
});

it('the department’s own words go first', () => {
  const own = { ...one, texts: { duties: ['统筹数据工作。'], reasons: { 'agency-operating': '机构改革' } } };
  const { texts } = aggregateLedgers([one, two], AGENCY, own)!;
  expect(texts.duties).toEqual(['统筹数据工作。']);
  expect(texts.reasons).toMatchObject({ 'agency-operating': '机构改革', 'three-publics[vehicles]': '减少公务出行' });
});

it('projects of one code with different names are two, and the code is told with both', () => {
  const coded = (ledger: typeof one, name: string, unit: string) => ({
    ...ledger,
    agency: { ...ledger.agency, name: unit },
    projects: [{ ...one.projects[0]!, code: '001', name }],
  });
  const units = [coded(one, '平台运行维护', '某局'), coded(two, '办公楼维修', '某中心')] as const;
  expect(aggregateLedgers(units, AGENCY)!.projects.map(({ name }) => name)).toEqual(['平台运行维护', '办公楼维修']);
  expect(betweenLedgers(units).map(({ message }) => message)).toEqual([
    '项目编码 001 在几个单位是不同的项目：某局的“平台运行维护”、某中心的“办公楼维修”；按不同的项目汇总，请改正编码。',
  ]);
  expect(betweenLedgers([one, { ...two, projects: one.projects }])).toEqual([]);
});
