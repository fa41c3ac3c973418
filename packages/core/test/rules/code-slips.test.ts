import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { CODE_SLIP } from '../../src/rules/codes/code-slips.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { doc, table } from './make.ts';

const lines = (form: 'expenditure' | 'general-public', codes: Record<string, string> = {}) =>
  table(
    form,
    'total basic project',
    `
total 合计 19.00 9.00 10.00
201 一般公共服务支出 10.00 - 10.00
20103 政府办公厅（室）及相关机构事务 10.00 - 10.00
2010302 一般行政管理事务 10.00 - 10.00
210 卫生健康支出 9.00 9.00 -
21011 行政事业单位医疗 9.00 9.00 -
2101101 行政单位医疗 5.00 5.00 -
2101103 公务员医疗补助 4.00 4.00 -`.replace(/^\d{3,7}/gm, (code) => codes[code] ?? code),
  );

/** The expenditure form has the code wrong, the other form has it right. */
const slipped = (from: string, to: string): Disclosure =>
  doc(lines('expenditure', { [from]: to }), lines('general-public'));

describe('a slip in a code is one finding, whatever it breaks', () => {
  it.each([
    ['210', '260'],
    ['210', '201'],
    ['21011', '21031'],
    ['21011', '20111'],
    ['2101101', '2101801'],
    ['2101101', '2101103'],
    ['2010302', '2010301'],
    ['2010302', '2010320'],
  ])('%s printed as %s', (from, to) => {
    const { findings } = checkDisclosures([slipped(from, to)]);
    expect(findings.map(({ rule }) => rule)).toEqual(['code-slip']);
    expect(findings[0]?.message).toContain(`印作 ${to}，应为 ${from}`);
  });
});

describe('no slip', () => {
  it.each<[what: string, document: Disclosure]>([
    ['right codes', doc(lines('expenditure'), lines('general-public'))],
    ['too far from any code', slipped('2101101', '2149901')],
    ['three in one table', doc(lines('expenditure', { 2101101: '2101801', 2101103: '2101803', 210: '260' }))],
  ])('%s', (_, document) =>
    expect(CODE_SLIP.run(new DocumentContext(document))).toEqual({ disclosure: document, findings: [] }),
  );

  it('where the rule is switched off', () => {
    const own = { families: [], rules: [], severities: new Map(), off: new Map([['code-slip', '另行核对']]) };
    const { findings } = checkDisclosures([slipped('2101101', '2101801')], { own });
    expect(findings.map(({ rule }) => rule)).not.toContain('code-slip');
    expect(findings.length).toBeGreaterThan(0);
  });
});
