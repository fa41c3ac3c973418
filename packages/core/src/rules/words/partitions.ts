/** Which quantities of the words are the complete parts of which. */

import type { Severity } from '../../finding.ts';
import type { Aspect } from '../../words/mention.ts';
import { CAR_USES } from '../../words/patterns/nouns.ts';

export interface Partition {
  readonly whole: string;
  readonly aspect: Aspect;
  readonly parts: readonly string[];
  /** Parts that must be told before the sum means anything. */
  readonly required: readonly string[];
  readonly severity: Severity;
}

const partition = (
  whole: string,
  parts: readonly string[],
  required: readonly string[] = parts,
  aspect: Aspect = 'level',
  severity: Severity = 'error',
): Partition => ({ whole, aspect, parts, required, severity });

const within = (form: string, names: readonly string[]) => names.map((name) => `${form}.${name}`);
const uses = (group: string) => CAR_USES.map(([use]) => `${group}[${use}]`);

const REVENUE = within('revenue[total]', [
  'general-public',
  'government-fund',
  'state-capital',
  'special-account',
  'institutional',
  'business',
  'superior-subsidy',
  'affiliate-payment',
  'unit-funds',
  'other',
  'carryover',
]);
const SOURCES = within('revenue[total]', ['appropriation', 'institutional', 'business', 'other']);
const EXPENDITURE = within('expenditure[total]', ['basic', 'project', 'business', 'remittance', 'affiliate-subsidy']);
const FUNDS = within('appropriation-balance[支出总计]', ['general-public', 'government-fund', 'state-capital']);
const BASIC_PROJECT = within('expenditure[total]', ['basic', 'project']);
const PUBLICS = ['three-publics[overseas]', 'three-publics[vehicles]', 'three-publics[hospitality]'];
const CARS = ['three-publics[vehicle-purchase]', 'three-publics[vehicle-running]'];

export const PARTITIONS: readonly Partition[] = [
  partition('balance[收入总计]', REVENUE, within('revenue[total]', ['general-public', 'government-fund', 'other'])),
  partition('balance[收入总计]', SOURCES),
  partition('balance[本年收入合计]', SOURCES, within('revenue[total]', ['appropriation', 'other']), 'level', 'warning'),
  partition('balance[支出总计]', EXPENDITURE, BASIC_PROJECT),
  partition('balance[本年支出合计]', EXPENDITURE, BASIC_PROJECT),
  partition('balance[总计]', BASIC_PROJECT, BASIC_PROJECT, 'change'),
  partition('expenditure[total].basic', within('expenditure[total]', ['personnel', 'operating'])),
  partition('basic[total].total', within('basic[total]', ['personnel', 'operating'])),
  partition('appropriation-balance[支出总计].total', FUNDS),
  partition('appropriation-balance[支出总计].total', FUNDS, FUNDS, 'change'),
  ...['general-public', 'government-fund', 'state-capital'].map((form) =>
    partition(`${form}[total].total`, within(`${form}[total]`, ['basic', 'project'])),
  ),
  partition('three-publics[total]', PUBLICS),
  partition('three-publics[vehicles]', CARS),
  partition('three-publics[total]', PUBLICS, PUBLICS, 'change'),
  partition('three-publics[vehicles]', CARS, CARS, 'change'),
  partition('procurement[total]', ['procurement[goods]', 'procurement[works]', 'procurement[services]']),
  partition('vehicles[total]', uses('vehicles'), ['vehicles[其他用车]']),
  partition('vehicles-purchase[total]', uses('vehicles-purchase'), ['vehicles-purchase[其他用车]']),
];

/** A part that may not exceed its whole. */
export interface Bound {
  readonly part: string;
  readonly whole: string;
}

export const BOUNDS: readonly Bound[] = [
  { part: 'procurement[small-micro]', whole: 'procurement[sme]' },
  { part: 'procurement[sme]', whole: 'procurement[total]' },
  { part: 'assets[purchase]', whole: 'procurement[total]' },
];
