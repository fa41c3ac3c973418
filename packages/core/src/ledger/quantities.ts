/** Figures that a person gives beside the budget itself, by what `words/` calls them: the prepared rows of the ledger's workbook. */

import { CAR_USES } from '../words/patterns/nouns.ts';

/** 上年数: what changes are told against. Items may be added as `general-public[2010301].total`. */
export const LAST_YEAR_ROWS: readonly (readonly [key: string, label: string])[] = [
  ['balance[总计]', '收支预算总数'],
  ['revenue[total].appropriation', '财政拨款收入'],
  ['expenditure[total].basic', '基本支出'],
  ['expenditure[total].project', '项目支出'],
  ['general-public[total].total', '一般公共预算支出'],
  ['government-fund[total].total', '政府性基金预算支出'],
  ['state-capital[total].total', '国有资本经营预算支出'],
  ['agency-operating', '机关运行经费'],
  ['three-publics[total]', '“三公”经费'],
  ['three-publics[overseas]', '因公出国（境）费'],
  ['three-publics[vehicles]', '公务用车购置及运行费'],
  ['three-publics[vehicle-purchase]', '公务用车购置费'],
  ['three-publics[vehicle-running]', '公务用车运行费'],
  ['three-publics[hospitality]', '公务接待费'],
];

const USES = CAR_USES.map(([use]) => use);

/** 车辆、设备: what the explanation counts. */
export const COUNT_ROWS: readonly (readonly [key: string, label: string])[] = [
  ['vehicles[total]', '现有车辆（辆）'],
  ...USES.map((use) => [`vehicles[${use}]`, `其中：${use}（辆）`] as const),
  ['equipment[large]', '现有大型设备（台、套）'],
  ['vehicles-purchase[total]', '本年计划购置车辆（辆）'],
  ...USES.map((use) => [`vehicles-purchase[${use}]`, `其中：${use}（辆）`] as const),
  ['equipment-purchase[large]', '本年计划购置大型设备（台、套）'],
];
