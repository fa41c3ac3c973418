import { describe, expect, test } from 'vitest';
import type { Peers, SearchHit } from '../src/api/types.ts';
import { shortName } from '../src/charts/tooltip.ts';
import { percent, yuan } from '../src/components/money.tsx';
import { namesIn } from '../src/components/names.ts';
import { formatIn } from '../src/components/scale.tsx';
import { textIn } from '../src/i18n/index.tsx';
import type { ChosenAgency } from '../src/pages/compare/chosen-agency.ts';
import { csvOf } from '../src/pages/compare/csv.ts';
import { outliersOf, standing } from '../src/pages/compare/judge.ts';
import { gathered } from '../src/pages/home/same-hits.ts';

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

test.each([
  [3, 100_000, '0.003%'],
  [-4, 10_000, '-0.04%'],
  [5, 10_000, '0.1%'],
  [1, 10_000, '0.01%'],
  [0, 10_000, '0.0%'],
])('%d of %d is %s: what is there is not told as nothing', (part, whole, told) => {
  expect(percent(part, whole)).toBe(told);
});

const POINT = {
  year: 2023,
  stage: 'budget',
  fen: 12_345,
  value: 12_345,
  from: 'table',
  disclosureId: 1,
  measure: 'basic',
  isPartial: false,
  place: null,
} as const;

const AGENCY = {
  slug: '',
  publicId: '',
  name: '',
  level: 'unit',
  kind: null,
  region: null,
  regionName: null,
} as const satisfies Partial<ChosenAgency>;

describe('standing among peers', () => {
  const peers: Peers = {
    measure: 'basic',
    year: 2023,
    stage: 'budget',
    level: 'unit',
    kind: null,
    count: 5,
    lower: 100,
    median: 150,
    upper: 200,
  };
  test.each([
    [351, 'high'],
    [350, undefined],
    [-51, 'low'],
    [null, undefined],
  ] as const)('%s among enough', (value, expected) => {
    expect(standing(value, peers)).toBe(expected);
  });

  test('of few peers no quartiles are known, and nothing stands apart', () => {
    expect(standing(351, { ...peers, count: 4, lower: null, median: null, upper: null })).toBeUndefined();
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
  const figure = { ...POINT, fen: 900, value: 900 };
  const alike = { measure: 'basic', year: 2023, stage: 'budget', count: 9, level: 'unit' } as const;
  const comparison = {
    rows: [
      { ...figure, agency: 1 },
      { ...figure, agency: 2 },
      { ...figure, agency: 3 },
    ],
    peers: [
      { ...alike, kind: 'court', lower: 100, median: 150, upper: 200 },
      { ...alike, kind: 'finance', lower: 800, median: 900, upper: 1000 },
    ],
  };
  const found = outliersOf(comparison, [
    { ...AGENCY, id: 1, kind: 'court' },
    { ...AGENCY, id: 2, kind: 'finance' },
    // Of a kind that nobody knows nothing is said.
    { ...AGENCY, id: 3 },
  ]);
  expect(found.map(({ agency: { id }, standing: apart }) => [id, apart])).toEqual([[1, 'high']]);
});

test('a comparison as CSV: quoted, exact, and no formula', () => {
  const place = { form: 'basic', row: 'total', text: '123.45', origin: { page: 7 } };
  const comparison = {
    by: 'amount' as const,
    rows: [
      { ...POINT, agency: 1 },
      { ...POINT, agency: 2, place, isPartial: true },
    ],
    peers: [
      {
        measure: 'basic',
        year: 2023,
        stage: 'budget' as const,
        level: 'unit' as const,
        kind: null,
        count: 9,
        lower: 100,
        median: 150,
        upper: 200,
      },
    ],
  };
  const agencies: readonly ChosenAgency[] = [
    { ...AGENCY, id: 1, name: '甲,"乙"', level: 'department' },
    { ...AGENCY, id: 2, name: '=1+1' },
  ];
  const lines = csvOf(
    textIn('zh'),
    namesIn('zh', () => undefined),
    comparison,
    agencies,
    () => '基本支出',
  ).split('\r\n');
  expect(lines.slice(1)).toEqual([
    '"甲,""乙""",2023,预算,基本支出,123.45,报表,,,,,/disclosure/1',
    "'=1+1,2023,预算,基本支出,123.45,报表,9,1.50,明显偏高,一般公共预算基本支出表 · 第 7 页 · 这张表没有读全,/disclosure/1",
    '',
  ]);
});

test('what one document says again in the same words is told once', () => {
  const hit: SearchHit = {
    kind: 'indicator',
    title: '体检准确度',
    snippet: '≥90%',
    agency: { id: 1, name: '甲', title: '甲', level: 'department', region: null, regionName: null },
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
