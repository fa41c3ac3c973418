/** Agency operating expenses, procurement, performance, assets and vehicles. */
import * as n from '../nouns.ts';

const CHANGE = '[，{it:against}{reason}]';
const kinds = (goods: string, works: string, services: string) =>
  `[，其中：${goods}{procurement[goods]}万元、${works}{procurement[works]}万元、${services}{procurement[services]}万元]`;
const LARGE = '单价100万元（含）以上设备（不含车辆）';
const byUse = (group: string) =>
  `[，其中：${n.CAR_USES.map(([use, names]) => `${names}{${group}[${use}]}辆`).join('、')}]`;

export const AGENCY_OPERATING_SENTENCES = {
  'agency-operating': `{year}年，{agency}${n.AGENCY_OPERATING}预算{agency-operating}万元${CHANGE}。{running-uses}`,
  'agency-operating-final': `{year}年度{agency}${n.AGENCY_OPERATING}支出{agency-operating}万元${CHANGE}。`,
} as const;

export const PROCUREMENT_SENTENCES = {
  procurement: `{year}年，{agency}${n.PROCUREMENT}{procurement[total]}万元${kinds(n.GOODS, n.WORKS, n.SERVICES)}。`,
  'procurement-final': `{year}年度{agency}<政府采购支出总额>{procurement[total]}万元${kinds('政府采购货物支出', '政府采购工程支出', '政府采购服务支出')}。`,
  sme: `${n.SME}{procurement[sme]}万元，占政府采购预算的{it:share}。`,
} as const;

export const PERFORMANCE_SENTENCES = {
  coverage: `{year}年，{agency}${n.TARGETED}{performance[projects]}个，${n.TARGETED_FUNDS}{performance[funds]}万元。`,
  'coverage-final': `{year}年度，{agency}${n.TARGETED}{performance[projects]}个，${n.TARGETED_FUNDS}{performance[funds]}万元。`,
  'project-funds': '{year}年度项目预算资金{project[funds]}万元。',
} as const;

export const ASSET_SENTENCES = {
  assets: `截至{as-of}，{agency}<固定资产总额>为{assets[value]}万元。`,
  'asset-purchase': `${n.ASSET_PURCHASE}为{assets[purchase]}万元，已列入政府采购预算。`,
  cars: `截至{as-of}，{agency}${n.CARS}{vehicles[total]}辆${byUse('vehicles')}；${LARGE}{equipment[large]}台（套）。`,
  'car-purchase': `{year}年{level}${n.CAR_PURCHASE}{vehicles-purchase[total]}辆${byUse('vehicles-purchase')}；安排购置${LARGE}{equipment-purchase[large]}台（套）。`,
} as const;
