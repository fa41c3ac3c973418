/** Final accounts, as the Ministry of Finance lays them out and Shanghai prints them. */
import type { ParagraphPlan, Plan } from '../plan.ts';
import { procurement, unitsOf } from './common.ts';

const fund = (form: 'government-fund' | 'state-capital', id: 'fund' | 'state'): readonly ParagraphPlan[] => [
  { say: [`${id}-final`, 'fund-items'], when: [`${form}[total].total`] },
  { each: `${id}-items`, say: ['item-amount'] },
  { say: [`no-${id}-final`], when: [`!${form}[total].total`] },
];

const PLANNED = 'initial general-public[total].total';
const PUBLICS =
  'three-publics[total]|planned three-publics[total]|last three-publics[total]|!given three-publics[total]';

const PUBLICS_NONE = [
  '!three-publics[total]',
  '!planned three-publics[total]',
  '!last three-publics[total]',
  'given three-publics[total]',
];

const CARRIED = 'revenue[total].carryover|balance[年末结转和结余]|balance[使用非财政拨款结余]|balance[结余分配]';

const GENERAL: readonly ParagraphPlan[] = [
  { heading: '（一）总体情况' },
  { say: ['general-final'] },
  { heading: '（二）结构情况', when: ['general-public[total].total'] },
  {
    say: ['general-uses', { each: 'classes', say: 'class-share', join: '；', end: '。' }],
    when: ['general-public[total].total'],
  },
  { heading: '（三）具体情况', when: ['general-public[total].total'] },
  {
    say: [
      { say: 'general-completion', when: [PLANNED] },
      { say: 'general-unplanned', when: [`!${PLANNED}`] },
    ],
    when: ['general-public[total].total'],
  },
  {
    each: 'general-items',
    say: [
      { say: 'item-final', when: ['initial it'] },
      { say: 'item-unplanned', when: ['!initial it'] },
    ],
  },
];

export const NATIONAL_FINAL_PLAN: Plan = {
  templates: ['national-final-2020', 'shanghai-final-2024'],
  items: 'named',
  asOf: '12月31日',
  parts: [
    {
      number: '第一部分',
      title: '{agency}概况',
      paragraphs: [],
      sections: [
        { title: '主要职能', paragraphs: [{ write: 'duties', ask: '主要职能' }] },
        { title: '{level}决算单位构成', paragraphs: unitsOf('final') },
      ],
    },
    {
      number: '第三部分',
      title: '{agency}{year}年度{level}决算情况说明',
      paragraphs: [],
      sections: [
        {
          title: '收入支出决算总体情况说明',
          paragraphs: [{ say: ['balance-final', { say: 'carried', when: [CARRIED] }] }],
        },
        { title: '收入决算情况说明', paragraphs: [{ say: ['revenue-shares-final'] }] },
        { title: '支出决算情况说明', paragraphs: [{ say: ['expenditure-shares-final'] }] },
        { title: '财政拨款收入支出决算总体情况说明', paragraphs: [{ say: ['appropriation-final'] }] },
        { title: '一般公共预算财政拨款支出决算情况说明', paragraphs: GENERAL },
        { title: '一般公共预算财政拨款基本支出决算情况说明', paragraphs: [{ say: ['basic-final'] }] },
        {
          title: '财政拨款“三公”经费支出决算情况说明',
          paragraphs: [
            { heading: '（一）总体情况', when: [PUBLICS] },
            { say: ['publics-completion'], when: [PUBLICS] },
            { say: ['publics-change'], when: [PUBLICS] },
            { heading: '（二）具体情况', when: ['three-publics[total]'] },
            { say: ['overseas-final'], prefix: '1.', when: ['three-publics[total]'] },
            { say: ['vehicles-final'], prefix: '2.', when: ['three-publics[total]'] },
            { say: ['hospitality-final'], prefix: '3.', when: ['three-publics[total]'] },
            { say: ['no-publics-final'], when: PUBLICS_NONE },
          ],
        },
        { title: '政府性基金预算财政拨款收入支出决算情况说明', paragraphs: fund('government-fund', 'fund') },
        { title: '国有资本经营预算财政拨款收入支出决算情况说明', paragraphs: fund('state-capital', 'state') },
        {
          title: '预算绩效管理情况',
          paragraphs: [
            { say: ['coverage-final'], when: ['performance[projects]'] },
            { write: 'performance', ask: '绩效目标管理、绩效跟踪和绩效自评的开展情况与结果' },
          ],
        },
        {
          title: '其他重要事项的情况说明',
          paragraphs: [
            { heading: '（一）机关运行经费支出情况' },
            { say: ['agency-operating-final'], when: ['!institution'] },
            { say: ['no-operating-final'], when: ['institution'] },
            { heading: '（二）政府采购支出情况' },
            ...procurement('procurement-final', 'no-procurement-final'),
            { heading: '（三）国有资产占有使用情况' },
            { say: ['cars'] },
          ],
        },
      ],
    },
    { number: '第四部分', title: '名词解释', paragraphs: [{ glossary: 'chinese' }] },
  ],
};
