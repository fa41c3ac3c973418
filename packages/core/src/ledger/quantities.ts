/** Figures that a person gives beside the budget itself, by what `words/` calls them: the prepared rows of the ledger's workbook. */

import { conceptById, FUND_IDS, THREE_PUBLICS_ITEMS } from '../vocabulary/index.ts';
import { CAR_USES } from '../words/patterns/nouns.ts';

/** 上年数: what changes are told against. Items may be added as `general-public[2010301].total`. */
export const LAST_YEAR_ROWS: readonly (readonly [key: string, label: string])[] = [
  ['balance[总计]', '收支预算总数'],
  ...(
    [
      ['revenue[total].appropriation', 'appropriation'],
      ['expenditure[total].basic', 'basic'],
      ['expenditure[total].project', 'project'],
      ...FUND_IDS.map((id) => [`${id}[total].total`, `${id}-expenditure`] as const),
      ['agency-operating', 'agency-operating'],
      ['three-publics[total]', 'three-publics'],
      ...THREE_PUBLICS_ITEMS.map((id) => [`three-publics[${id}]`, id] as const),
    ] as const
  ).map(([key, concept]) => [key, conceptById(concept).name] as const),
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
