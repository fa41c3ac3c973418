/** Other important matters: procurement, performance, assets and vehicles, and the funds of one project. */
import * as n from './nouns.ts';
import type { Topic } from './topic.ts';

const byUse = (group: string) => n.CAR_USES.map(({ use, noun }) => `${noun}{${group}[${use}]}辆`).join('、');

export const MATTERS: readonly Topic[] = [
  {
    id: 'procurement',
    heading: /政府采购/,
    sentences: [
      `{year}年${n.PROCUREMENT}{procurement[total]}万元，其中：${n.GOODS}{procurement[goods]}万元、${n.WORKS}{procurement[works]}万元、${n.SERVICES}{procurement[services]}万元。`,
      `{year}年{agency}${n.SME}{procurement[sme]}万元[，其中，${n.SMALL_MICRO}为{procurement[small-micro]}万元]。`,
    ],
  },
  {
    id: 'performance',
    heading: /绩效/,
    sentences: [
      `{year}年，{agency}${n.TARGETED}{performance[projects]}个，…${n.TARGETED_FUNDS}{performance[funds]}万元。`,
      `${n.TARGETED}{performance[projects]}个，${n.THEIR_FUNDS}{performance[funds]}万元。`,
    ],
  },
  {
    id: 'assets',
    heading: /国有资产|固定资产|资产占(?:有|用)/,
    sentences: [
      `{agency}${n.ASSETS}为{assets[value]}万元。${n.ASSET_PURCHASE}为{assets[purchase]}万元。`,
      `截至{base}，{agency}${n.ORIGINAL_VALUE}{assets[original-value]}万元。`,
      `截至{base}，{agency}${n.CARS}{vehicles[total]}辆，其中：${byUse('vehicles')}；…设备（不含车辆）{equipment[large]}台（套）。`,
      `{year}年${n.CAR_PURCHASE}{vehicles-purchase[total]}辆，其中：${byUse('vehicles-purchase')}；…预算安排购置…设备（不含车辆）{equipment-purchase[large]}台（套）。`,
    ],
  },
  {
    id: 'project',
    heading: /年度预算安排|年度预算|资金安排/,
    it: 'project[funds]',
    sentences: [`{year}年${n.PROJECT_FUNDS}{project[funds]}万元。`],
  },
];
