/** Shanghai's budgets: separate parts for duties, units, terms and figures, and a description of each project. */
import type { Plan } from '../plan.ts';
import { CARS, COVERAGE, itemsAgainstLastYear, PUBLICS_NONE, PUBLICS_TOLD, procurement, unitsOf } from './common.ts';

export const SHANGHAI: Plan = {
  templates: ['shanghai-2023', 'shanghai-2026'],
  items: 'coded',
  asOf: '8月31日',
  parts: [
    { title: '{agency}主要职能', paragraphs: [{ write: 'duties', ask: '主要职能' }] },
    { title: '{agency}机构设置', paragraphs: unitsOf('budget') },
    { title: '名词解释', paragraphs: [{ glossary: 'bracketed' }] },
    {
      title: '{year}年{level}预算编制说明',
      paragraphs: [
        { say: ['revenue-by-source'] },
        { say: ['expenditure-by-fund'] },
        {
          say: ['appropriation-reason'],
          about: 'revenue[total].appropriation',
          when: ['changed revenue[total].appropriation'],
        },
        { say: ['appropriation-items'], when: ['appropriation-balance[支出总计].total'] },
        itemsAgainstLastYear('items'),
      ],
    },
    {
      title: '其他相关情况说明',
      paragraphs: [],
      sections: [
        {
          title: '{year}年“三公”经费预算情况说明',
          paragraphs: [
            { say: ['publics-budget'], when: [PUBLICS_TOLD] },
            { say: ['overseas'], prefix: '（一）', when: [PUBLICS_TOLD] },
            { say: ['vehicles'], prefix: '（二）', when: [PUBLICS_TOLD] },
            { say: ['hospitality'], prefix: '（三）', when: [PUBLICS_TOLD] },
            { say: ['no-publics'], when: PUBLICS_NONE },
          ],
        },
        {
          title: '机关运行经费预算',
          paragraphs: [
            { say: ['agency-operating'], when: ['!institution'] },
            { say: ['no-operating'], when: ['institution'] },
          ],
        },
        { title: '政府采购预算情况', paragraphs: procurement('procurement', 'no-procurement') },
        { title: '绩效目标设置情况', paragraphs: [COVERAGE] },
        { title: '国有资产占有使用情况', paragraphs: CARS },
      ],
    },
    {
      title: '{name}经费情况说明',
      each: 'described-projects',
      paragraphs: [],
      sections: [
        { title: '项目概述', paragraphs: [{ write: '{name}/summary', ask: '“{name}”的项目概述' }] },
        { title: '立项依据', paragraphs: [{ write: '{name}/basis', ask: '“{name}”的立项依据' }] },
        { title: '实施主体', paragraphs: [{ write: '{name}/implementer', ask: '', otherwise: 'implementer' }] },
        { title: '实施方案', paragraphs: [{ write: '{name}/plan', ask: '“{name}”的实施方案' }] },
        { title: '实施周期', paragraphs: [{ write: '{name}/period', ask: '', otherwise: 'period' }] },
        { title: '年度预算安排', paragraphs: [{ say: ['project-funds'] }] },
        { title: '绩效目标', paragraphs: [{ write: '{name}/goal', ask: '“{name}”的绩效目标' }] },
      ],
    },
  ],
};
