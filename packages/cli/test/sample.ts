/** A small made-up document and its findings, as the formatters see them. */

import type { DocumentReading } from '@mingsuan/core/disclosure';
import type { ProcurementRow } from '@mingsuan/core/kinds/index';
import type { CheckedDocument } from '@mingsuan/core/schema/check';

export const TEXT = `2021年部门预算

部门预算收支总表

302 示例市数据资源管理局

预算年度：2021

单位：万元

序号\t收入\t\t支出\t
\t项 目\t预算数\t项 目\t预算数
栏次\t1\t2\t3\t4
1\t一、一般公共预算拨款收入\t100.00\t一、一般公共服务支出\t100.00
2\t本年收入合计\t100.00\t本年支出合计\t100.00
3\t收入总计\t100.00\t支出总计\t100.00
`;

const ROW: ProcurementRow = {
  kind: 'item',
  label: '办公设备',
  item: '=cmd|计算机',
  code: 'A02010105',
  unit: '台',
  quantity: { units: 3, scale: 0, text: '3', origin: { page: 10 } },
  cells: { total: { fen: 1_500_000, text: '15000.00', origin: { page: 10 } } },
  origin: { page: 10 },
};

export const READING: DocumentReading = {
  source: '公开/302.pdf',
  disclosures: [
    {
      agency: { code: '302', name: '示例市数据局', level: 'department' },
      region: { code: '130100', name: '石家庄市' },
      year: 2021,
      stage: 'budget',
      template: 'hebei-2021',
      statements: [
        {
          form: 'balance',
          title: '部门预算收支总表',
          unit: '万元',
          columns: [{ id: 'amount' }],
          rows: [
            {
              key: '收入总计',
              label: '收入总计',
              side: 'revenue',
              cells: {
                amount: { fen: 172_000_0000, text: '1720.00', origin: { page: 3, box: [72, 90.04, 120, 101] } },
              },
              origin: { page: 3 },
            },
            {
              key: '支出总计',
              label: '支出总计',
              side: 'expenditure',
              cells: { amount: { fen: 171_970_0000, text: '1,719.70', origin: { page: 3, line: 12 } } },
              origin: { page: 3, line: 12 },
            },
          ],
          origin: { page: 3 },
        },
        {
          form: 'three-publics',
          title: '“三公”经费支出表',
          unit: '万元',
          note: '空表列示',
          columns: [],
          rows: [],
          origin: { page: 9 },
        },
      ],
      tables: [
        {
          form: 'procurement',
          title: '政府采购预算表',
          unit: '元',
          rows: [ROW],
          origin: { page: 10 },
        },
      ],
      contents: [],
      explanation: [
        {
          number: '一',
          title: '职责',
          text: '负责数据资源管理。',
          paragraphs: [{ text: '负责数据资源管理。', origin: { page: 11 } }],
          origin: { page: 11 },
        },
      ],
    },
  ],
  problems: [{ code: 'unknown-table', message: '第5页有一张表没有认出来，请核对表名。', origin: { page: 5 } }],
};

export const CHECKED: CheckedDocument = {
  source: '公开/302.pdf',
  findings: [
    {
      id: '4mgj2i6z',
      rule: 'balance/equal',
      severity: 'error',
      agency: '示例市数据局（302）',
      form: 'balance',
      message: '收支总表的收入总计1720.00万元与支出总计1719.70万元不相等，相差0.30万元',
      expected: 172_000_0000,
      actual: 171_970_0000,
      difference: -30_0000,
      evidence: [
        { form: 'balance', row: '收入总计', column: 'amount', text: '收入总计 1720.00', origin: { page: 3 } },
        {
          form: 'balance',
          row: '支出总计',
          column: 'amount',
          text: '支出总计 1,719.70',
          origin: { page: 3, line: 12 },
        },
      ],
      suggestion: '请核对支出各项。',
    },
    {
      id: '8x0c1v2b',
      rule: 'explanation/missing',
      severity: 'notice',
      message: '没有机关运行经费的说明。',
      evidence: [],
    },
  ],
  problems: READING.problems,
};

export const CLEAN: CheckedDocument = { source: '公开/303.txt', findings: [] };
