import { describe, expect, test } from 'vitest';
import type { Comparison, OverviewAgency, Peers, SearchHit } from '../src/api/types.ts';
import { shortName } from '../src/charts/tooltip.ts';
import { percent, yuan } from '../src/components/money.tsx';
import { formatIn } from '../src/components/scale.tsx';
import { textIn } from '../src/i18n/index.tsx';
import type { ChosenAgency } from '../src/pages/compare/chosen-agencies.ts';
import { csvOf } from '../src/pages/compare/csv.ts';
import { outliersOf, standing } from '../src/pages/compare/judge.ts';
import { gathered } from '../src/pages/home/same-hits.ts';
import { matches } from '../src/pages/region/filter.ts';

test.each([
  [0, '0.00', '0.00'],
  [4_999, '0.00', '49.99'],
  [5_000, '0.01', '50.00'],
  [-5_000, '-0.01', '-50.00'],
  [4_279_860_000, '4,279.86', '42,798,600.00'],
  [9_007_199_254_740_991, '9,007,199,254.74', '90,071,992,547,409.91'],
])('%d fen', (fen, inWan, inYuan) => {
  expect([formatIn('wan', fen), yuan(fen)]).toEqual([inWan, inYuan]);
});

test.each([
  ['yi', 123_456_789_012, '12.35'],
  ['yi', 12_340_000, '0.0012'],
  ['million', 4_279_860_000, '42.80'],
  ['million', 340_000, '0.0034'],
] as const)('in %s', (unit, fen, told) => {
  expect(formatIn(unit, fen)).toBe(told);
});

test('a share of nothing is not told', () => {
  expect([percent(1, 4), percent(-1, -4), percent(1, 0)]).toEqual(['25.0%', '-25.0%', undefined]);
});

describe('standing among peers', () => {
  const peers: Peers = {
    measure: 'basic',
    year: 2023,
    stage: 'budget',
    level: 'unit',
    count: 5,
    lower: 100,
    median: 150,
    upper: 200,
  };
  test.each([
    [351, 5, 'high'],
    [350, 5, undefined],
    [-51, 5, 'low'],
    [351, 4, undefined],
  ] as const)('%d among %d', (fen, count, expected) => {
    expect(standing(fen, { ...peers, count })).toBe(expected);
  });
});

test.each([
  ['石家庄市数据资源管理局', 7, '石家庄市数据…'],
  ['Project expenditure', 14, 'Project expenditure'],
  ['Project expenditure', 7, 'Project expe…'],
])('%s within %d letters', (name, most, expected) => {
  expect(shortName(name, most)).toBe(expected);
});

test('what stands apart is found among its own kind only', () => {
  const figure = { year: 2023, stage: 'budget', from: 'table', disclosureId: 1, measure: 'basic' } as const;
  const kind = { measure: 'basic', year: 2023, stage: 'budget', count: 9 } as const;
  const comparison: Comparison = {
    rows: [
      { ...figure, agency: 1, fen: 900 },
      { ...figure, agency: 2, fen: 900 },
    ],
    peers: [
      { ...kind, level: 'unit', lower: 100, median: 150, upper: 200 },
      { ...kind, level: 'department', lower: 800, median: 900, upper: 1000 },
    ],
  };
  const agency = { name: '', region: undefined, regionName: undefined };
  const found = outliersOf(comparison, [
    { ...agency, id: 1, level: 'unit' },
    { ...agency, id: 2, level: 'department' },
  ]);
  expect(found.map(({ agency: { id }, standing: apart }) => [id, apart])).toEqual([[1, 'high']]);
});

test('a comparison as CSV: quoted, exact, and no formula', () => {
  const point = { year: 2023, stage: 'budget', fen: 12_345, from: 'table', disclosureId: 1, measure: 'basic' } as const;
  const comparison: Comparison = {
    rows: [
      { ...point, agency: 1 },
      { ...point, agency: 2 },
    ],
    peers: [
      { measure: 'basic', year: 2023, stage: 'budget', level: 'unit', count: 9, lower: 100, median: 150, upper: 200 },
    ],
  };
  const agencies: readonly ChosenAgency[] = [
    { id: 1, name: '甲,"乙"', level: undefined, region: undefined, regionName: undefined },
    { id: 2, name: '=1+1', level: 'unit', region: undefined, regionName: undefined },
  ];
  const lines = csvOf(textIn('zh'), comparison, agencies, () => '基本支出').split('\r\n');
  expect(lines.slice(1)).toEqual([
    '"甲,""乙""",2023,预算,基本支出,123.45,报表,,,',
    "'=1+1,2023,预算,基本支出,123.45,报表,9,1.50,明显偏高",
    '',
  ]);
});

test.each([
  ['all', '', true],
  ['not-collected', '', true],
  ['not-published', '', false],
  ['errors', '', false],
  ['incomplete', '', false],
  ['all', '302', true],
  ['all', '02', false],
  ['all', ' 数据 ', true],
] as const)('filter %s, typed “%s”', (filter, typed, expected) => {
  const agency: OverviewAgency = {
    id: 1,
    code: '302',
    name: '市数据局',
    level: 'department',
    parentId: null,
    standing: 'not-collected',
    roster: null,
    disclosure: null,
  };
  expect(matches(agency, filter, typed)).toBe(expected);
});

test('what one document says again in the same words is told once', () => {
  const hit: SearchHit = {
    kind: 'indicator',
    title: '体检准确度',
    snippet: '≥90%',
    agency: { id: 1, name: '甲', level: 'department', region: null, regionName: null },
    year: 2023,
    stage: 'budget',
    disclosureId: 7,
    place: null,
    item: null,
    fen: null,
    agencies: 1,
    years: [2023],
  };
  const hits = gathered([hit, { ...hit, disclosureId: 8 }, hit]);
  expect(hits.map(({ disclosureId, times }) => [disclosureId, times])).toEqual([
    [7, 2],
    [8, 1],
  ]);
});
