import { expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import type { Finding } from '../../src/finding.ts';
import { parseAmount } from '../../src/money.ts';
import { HEBEI_2021, SHANGHAI_2024 } from './real.ts';

/** The document with one figure printed otherwise. */
function mistyped(document: Disclosure, form: string, key: string, column: string, text: string): Disclosure {
  const statements = document.statements.map((statement) => {
    if (statement.form !== form) return statement;
    const rows = statement.rows.map((row) => {
      if (row.key !== key) return row;
      const cell = { fen: parseAmount(text, statement.unit)!.fen, text, origin: row.origin };
      return { ...row, cells: { ...row.cells, [column]: cell } };
    });
    return { ...statement, rows };
  });
  return { ...document, statements };
}

const said = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, message, suggestion }) => [severity, rule, message, suggestion]);

it('Hebei 2021: one digit too many, and nothing else', () => {
  const { findings, tally } = checkDisclosures([HEBEI_2021]);
  expect(said(findings)).toEqual([
    [
      'error',
      'excess-precision',
      '一般公共预算基本支出表 302 商品和服务支出 合计 印作 121.783，本表其他数字为 2 位小数，此数多出 1 位（同行 公用经费 121.78），各项相加为 121.77',
      '应为 121.78',
    ],
  ]);
  expect(findings[0]!.evidence.map((evidence) => evidence.text)).toEqual(
    expect.arrayContaining(['121.783', '121.78', '21.45']),
  );
  expect(tally).toMatchObject({ violated: 0, rounding: 4 });
});

it('Shanghai 2024 final accounts: differences of rounding only', () => {
  const { findings, tally } = checkDisclosures([SHANGHAI_2024]);
  expect(said(findings)).toEqual([]);
  expect(tally.rounding).toBeGreaterThan(3);
});

it('a figure that stands in several equations is located and told once', () => {
  const { findings } = checkDisclosures([mistyped(HEBEI_2021, 'expenditure', '2080505', 'basic', '83.38')]);
  expect(said(findings.filter((finding) => finding.rule !== 'excess-precision'))).toEqual([
    [
      'error',
      'expenditure-kinds',
      '支出总表 2080505 机关事业单位基本养老保险缴费支出：合计 38.83，与基本支出 83.38 不相等，相差 44.55 万元；同一处错误还使另外 1 个关系不成立',
      '最可能有误的是支出总表 2080505 机关事业单位基本养老保险缴费支出 基本支出 83.38，应为 38.83；改正后有关的 2 个关系都成立',
    ],
  ]);
  expect(findings.find((finding) => finding.rule === 'expenditure-kinds')).toMatchObject({
    expected: 38_830_000,
    actual: 83_380_000,
    difference: 44_550_000,
    form: 'expenditure',
    evidence: expect.arrayContaining([expect.objectContaining({ row: '2080505', column: 'basic', text: '83.38' })]),
  });
});

it('a figure in one equation only is told with the cells that may be wrong', () => {
  const { findings } = checkDisclosures([mistyped(SHANGHAI_2024, 'basic', '30201', 'total', '12.21')]);
  expect(findings).toHaveLength(1);
  expect(findings[0]!.suggestion).toMatch(/^请对照原始数据核对/);
});
