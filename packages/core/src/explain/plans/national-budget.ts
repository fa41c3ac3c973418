/** The Ministry of Finance's layout of budgets: an overview, the tables, the explanation table by table, the terms. */
import type { ParagraphPlan, Plan } from '../plan.ts';
import {
  CARS,
  COVERAGE,
  expenditureTo,
  itemsAgainstLastYear,
  PUBLICS_NONE,
  PUBLICS_TOLD,
  procurement,
  unitsOf,
} from './common.ts';

const fund = (form: 'government-fund' | 'state-capital', id: 'fund' | 'state'): readonly ParagraphPlan[] => [
  { say: [`${id}-budget`, 'fund-items'], when: [`${form}[total].total`] },
  itemsAgainstLastYear(`${id}-items`),
  { say: [`no-${id}`], when: [`!${form}[total].total`] },
];

export const NATIONAL_BUDGET_PLAN: Plan = {
  templates: ['national-budget-2021'],
  items: 'named',
  asOf: '12月31日',
  parts: [
    {
      number: '第一部分',
      title: '{agency}概况',
      paragraphs: [],
      sections: [
        { title: '主要职能', paragraphs: [{ write: 'duties', ask: '主要职能' }] },
        { title: '{level}预算单位构成', paragraphs: unitsOf('budget') },
      ],
    },
    {
      number: '第三部分',
      title: '{year}年{level}预算情况说明',
      paragraphs: [],
      sections: [
        { title: '收支总表的说明', paragraphs: [{ say: ['all-sources', 'balance-budget'] }] },
        { title: '收入总表的说明', paragraphs: [{ say: ['revenue-shares'] }] },
        { title: '支出总表的说明', paragraphs: expenditureTo('expenditure-shares-to-projects', 'expenditure-shares') },
        { title: '财政拨款收支总表的说明', paragraphs: [{ say: ['appropriation-budget'] }] },
        {
          title: '一般公共预算支出表的说明',
          paragraphs: [
            { heading: '（一）规模变化情况' },
            { say: ['general-budget'] },
            { heading: '（二）结构情况', when: ['general-public[total].total'] },
            {
              say: ['general-uses', { each: 'classes', say: 'class-share', join: '；', end: '。' }],
              when: ['general-public[total].total'],
            },
            { heading: '（三）具体使用情况', when: ['general-public[total].total'] },
            itemsAgainstLastYear('general-items'),
          ],
        },
        { title: '一般公共预算基本支出表的说明', paragraphs: [{ say: ['basic-budget'] }] },
        {
          title: '“三公”经费支出表的说明',
          paragraphs: [
            { say: ['publics-agency'], when: [PUBLICS_TOLD] },
            { say: ['overseas'], prefix: '（一）', when: [PUBLICS_TOLD] },
            { say: ['vehicles'], prefix: '（二）', when: [PUBLICS_TOLD] },
            { say: ['hospitality'], prefix: '（三）', when: [PUBLICS_TOLD] },
            { say: ['no-publics'], when: PUBLICS_NONE },
          ],
        },
        { title: '政府性基金预算支出表的说明', paragraphs: fund('government-fund', 'fund') },
        { title: '国有资本经营预算支出表的说明', paragraphs: fund('state-capital', 'state') },
        {
          title: '其他重要事项的情况说明',
          paragraphs: [
            { heading: '（一）机关运行经费' },
            { say: ['agency-operating'], when: ['!institution'] },
            { say: ['no-operating'], when: ['institution'] },
            { heading: '（二）政府采购情况' },
            ...procurement('procurement', 'no-procurement'),
            { heading: '（三）国有资产占有使用情况' },
            ...CARS,
            { heading: '（四）预算绩效情况' },
            COVERAGE,
          ],
        },
      ],
    },
    { number: '第四部分', title: '名词解释', paragraphs: [{ glossary: 'chinese' }] },
  ],
};
