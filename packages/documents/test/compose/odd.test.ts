import type { PerformanceTarget, ProcurementRow } from '@mingsuan/core/kinds/index';
import type { GivenDisclosure } from '@mingsuan/core/model/published';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText, writeText } from '../../src/text/index.ts';
import { disclosure, row, statement } from './make.ts';
import { meaningOf, sameContents } from './same-meaning.ts';

const COLUMNS = ['total', 'basic', 'project'];
const general = (rows: Parameters<typeof statement>[2], more = {}) => ({
  ...statement('general-public', COLUMNS, rows),
  title: '部门预算一般公共预算财政拨款支出表',
  ...more,
});
const PLAIN = general([row('205', '教育支出', { total: '1.00' })]);
const target = (given: Partial<PerformanceTarget>): PerformanceTarget => ({
  title: '1、校园维护绩效目标表',
  project: '校园维护',
  indicators: [{ level1: '产出指标', level2: '数量指标', level3: '完成数量', target: '≥3 项', origin: {} }],
  origin: {},
  ...given,
});
const TOTAL: ProcurementRow = {
  kind: 'total',
  label: '合计',
  cells: { total: { fen: 1_000_000, text: '1.00', origin: {} } },
  origin: {},
};
const byUnit = (code: string, name: string) => ({ ...row(name, name, { total: '1.00' }), unit: code });

const CASES: Readonly<Record<string, Partial<GivenDisclosure>>> = {
  'a goal without indicators': {
    performance: [target({ goal: '完成任务', indicators: [] }), target({ goal: '1.完成' })],
  },
  'indicators without a goal': {
    performance: [target({}), target({ title: '2、设备购置绩效目标表', project: '设备购置' })],
  },
  'a project that the title does not name': { performance: [target({ title: '项目绩效目标表', goal: '保障运转' })] },
  'a goal in several lines': { performance: [target({ goal: '1.完成维护\n2.保障安全' })] },
  'an amount below zero, a zero without decimals': {
    statements: [general([row('205', '教育支出', { total: '-3.50', basic: '0' })])],
  },
  'two notes': { statements: [general(PLAIN.rows, { note: '注：第一条。\n备注：第二条。' })] },
  'a table without rows and without note': { statements: [general([])] },
  'rows by unit': {
    statements: [
      {
        ...general([byUnit('101001', '第一中学'), byUnit('101002', '第二中学')]),
        form: 'expenditure',
        title: '部门预算支出总表',
      },
    ],
  },
  'a code deeper than the columns of 类 款 项': {
    template: 'shanghai-2026',
    statements: [general([row('205020301', '初中教育专项', { total: '1.00' })])],
  },
  'two tables of one form': {
    tables: ['部门政府采购预算', '部门所属单位政府采购预算'].map((title) => ({
      form: 'procurement',
      title,
      unit: '万元',
      origin: {},
    })),
    procurement: [TOTAL],
  },
};

describe('odd disclosures are read back too', () => {
  it.each(Object.entries(CASES))('%s', (_, given) => {
    const document = [disclosure({ statements: [PLAIN], ...given })];
    for (const layout of [compose(document), readText(writeText(compose(document)))]) {
      // Too few tables to tell a template by.
      const back = recognize(layout).disclosures.map((found) => ({ ...found, template: document[0]!.template }));
      expect(meaningOf(sameContents(document, back))).toEqual(meaningOf(document));
    }
  });

  it('what was no number stays one that is not known', () => {
    const unread = { ...row('205', '教育支出', { total: '3.50' }), unread: ['basic'] };
    const [back] = recognize(compose([disclosure({ statements: [general([unread])] })])).disclosures;
    expect(back!.statements[0]!.rows[0]!.unread).toEqual(['basic']);
  });
});
