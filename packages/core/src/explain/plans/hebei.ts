/** Hebei: nine numbered sections under one heading; the generation of 2019 words its performance part by duties. */
import type { ParagraphPlan, Plan } from '../plan.ts';
import {
  BESIDE_NONE,
  BESIDE_TOLD,
  COVERAGE,
  expenditureTo,
  PUBLICS_NONE,
  PUBLICS_TOLD,
  procurement,
} from './common.ts';

const DUTIES: readonly ParagraphPlan[] = [
  { heading: '{level}职责：' },
  { write: 'duties', ask: '{level}主要职责' },
  { heading: '机构设置：' },
  { say: ['units-budget', 'organization-table'], when: ['units'] },
  { say: ['own-budget'], when: ['!units', 'organization|!department'] },
  { write: 'organization', ask: '机构设置情况', when: ['!organization', 'department'] },
];

const TOTALS: readonly ParagraphPlan[] = [
  {
    say: [
      { say: 'all-units-included', when: ['units'] },
      { say: 'all-included', when: ['!units'] },
    ],
  },
  { heading: '1、收入说明' },
  { say: ['revenue-by-fund'] },
  { heading: '2、支出说明' },
  ...expenditureTo('expenditure-to-projects', 'expenditure-by-nature'),
  { heading: '3、比上年增减情况' },
  { say: ['change-new'], when: ['!last balance[总计]', 'given balance[总计]'] },
  { say: ['change-total'], when: ['last balance[总计]|!given balance[总计]', ...BESIDE_NONE] },
  { say: ['change-year'], when: ['last balance[总计]|!given balance[总计]', BESIDE_TOLD] },
];

const OPERATING: readonly ParagraphPlan[] = [
  { say: ['agency-operating'], when: ['!institution'] },
  { say: ['no-operating'], when: ['institution'] },
];

const PUBLICS: readonly ParagraphPlan[] = [
  { say: ['publics-agency'], when: [PUBLICS_TOLD] },
  { say: ['overseas'], prefix: '1.', when: [PUBLICS_TOLD] },
  { say: ['vehicles-maintenance'], prefix: '2.', when: [PUBLICS_TOLD] },
  { say: ['hospitality'], prefix: '3.', when: [PUBLICS_TOLD] },
  { say: ['no-publics'], when: PUBLICS_NONE },
];

const PERFORMANCE: readonly ParagraphPlan[] = [
  { heading: '第一部分 {level}整体绩效目标' },
  { heading: '（一）总体绩效目标' },
  { write: 'performance-goal', ask: '总体绩效目标' },
  { heading: '（二）分项绩效目标' },
  { write: 'performance-parts', ask: '分项绩效目标和绩效指标' },
  { heading: '（三）工作保障措施' },
  { write: 'performance-measures', ask: '实现绩效目标的保障措施' },
  { heading: '第二部分 预算项目绩效目标' },
  COVERAGE,
];

const PERFORMANCE_2019: readonly ParagraphPlan[] = [
  { heading: '总体绩效目标：' },
  { write: 'performance-goal', ask: '总体绩效目标' },
  { heading: '职责分类绩效目标：' },
  { write: 'performance-parts', ask: '职责分类绩效目标' },
  { heading: '实现年度发展规划目标的保障措施：' },
  { write: 'performance-measures', ask: '实现年度发展规划目标的保障措施' },
];

const PURCHASES: readonly ParagraphPlan[] = [
  ...procurement('procurement', 'no-procurement'),
  { say: ['procurement-table'], when: ['procurement[total]'] },
];

const ASSETS: readonly ParagraphPlan[] = [
  { say: ['assets', 'assets-table'] },
  {
    say: [
      { say: 'asset-purchase', when: ['assets[purchase]|!known assets[purchase]'] },
      { say: 'no-asset-purchase', when: ['!assets[purchase]', 'known assets[purchase]'] },
    ],
  },
];

const plan = (templates: readonly string[], performance: readonly ParagraphPlan[]): Plan => ({
  templates,
  items: 'coded',
  asOf: '12月31日',
  parts: [
    {
      title: '{agency}{year}年{level}预算信息公开情况说明',
      paragraphs: [{ say: ['budget-follows'] }],
      sections: [
        { title: '{level}职责及机构设置情况', paragraphs: DUTIES },
        { title: '{level}预算安排的总体情况', paragraphs: TOTALS },
        { title: '机关运行经费安排情况', paragraphs: OPERATING },
        { title: '财政拨款“三公”经费预算情况及增减变化原因', paragraphs: PUBLICS },
        { title: '预算绩效信息', paragraphs: performance },
        { title: '政府采购预算情况', paragraphs: PURCHASES },
        { title: '国有资产信息', paragraphs: ASSETS },
        { title: '名词解释', paragraphs: [{ glossary: 'arabic' }] },
        {
          title: '其他需要说明的事项',
          paragraphs: [{ write: 'others', ask: '其他需要说明的事项', otherwise: 'nothing-else' }],
        },
      ],
    },
  ],
});

export const HEBEI: readonly Plan[] = [
  plan(['hebei-2021', 'hebei-2023'], PERFORMANCE),
  plan(['hebei-2019'], PERFORMANCE_2019),
];
