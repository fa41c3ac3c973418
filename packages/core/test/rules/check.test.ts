import { expect, it } from 'vitest';
import { checkDisclosures, checkDocument, checkDocuments } from '../../src/check.ts';
import type { Disclosure, DocumentReading } from '../../src/disclosure.ts';
import { parseFamily } from '../../src/equations/family.ts';
import { CASES } from './cases.ts';
import { doc, table } from './make.ts';

const reading = (source: string, ...disclosures: Disclosure[]): DocumentReading => ({
  source,
  disclosures,
  problems: [],
});

it('checks one document', () => {
  expect(checkDocument(reading('a.txt', CASES['fund-kinds']!.fires as Disclosure))).toMatchObject({
    source: 'a.txt',
    findings: [{ rule: 'fund-kinds', form: 'government-fund', agency: '某局', difference: 3_000_000 }],
  });
});

it('checks a department against its units in other files, and tells it where the wrong cell stands', () => {
  const [department, ...units] = CASES['department-units']!.fires as Disclosure[];
  const findings = checkDocuments([
    reading('部门.txt', department!),
    ...units.map((unit, i) => reading(`单位${i}.txt`, unit)),
  ]);
  expect(findings.map(({ source, findings: own }) => [source, own.map((finding) => finding.rule)])).toEqual([
    ['部门.txt', ['department-units']],
    ['单位0.txt', []],
    ['单位1.txt', []],
  ]);
  expect(findings[0]!.findings[0]!.message).toContain('302001 某局');
});

it('says nothing of a department whose units are not all there', () => {
  const [department, unit] = CASES['department-units']!.fires as Disclosure[];
  expect(checkDisclosures([department!, unit!]).findings).toEqual([]);
});

it("takes a bureau's own families", () => {
  const family = parseFamily({
    id: 'office-limit',
    title: '办公费不超过五万元',
    group: '本级规定',
    scope: {},
    basis: [{ document: '区财政局定额标准' }],
    severity: 'warning',
    standing: 'practice',
    equations: [{ text: '一般公共预算基本支出表[30201].合计 <= 5万元' }],
  });
  const { findings } = checkDisclosures([doc(table('basic', 'total', '30201 办公费 21.45'))], { families: [family] });
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['office-limit', '一般公共预算基本支出表 30201 办公费：合计 21.45 大于 5.00，相差 16.45 万元'],
  ]);
});

it('counts what holds exactly and what holds but for rounding', () => {
  const document = doc(
    table(
      'basic',
      'total personnel operating',
      '302 商品和服务支出 171.07 0.06 171.02\n303 对个人和家庭的补助 2.00 2.00 -',
    ),
  );
  expect(checkDisclosures([document])).toEqual({ findings: [], tally: { exact: 1, rounding: 1, violated: 0 } });
});
