/** Which quantities of the words are the complete parts of which. */

import type { Severity } from '../../finding.ts';
import { columnIdOf, conceptById, FUND_IDS, partsOf, SOURCE_IDS } from '../../vocabulary/index.ts';
import type { Aspect } from '../../words/mention.ts';

export interface Partition {
  readonly whole: string;
  readonly aspect: Aspect;
  readonly parts: readonly string[];
  /** Parts that must be told before the sum means anything. */
  readonly required: readonly string[];
  readonly severity: Severity;
  /** Whether whatever is told of the same thing is a part: vehicles of any use. */
  readonly isOpen?: true;
  /** Where a part that is not required is not told, and may have been left out as nothing or forgotten. */
  readonly partly?: Severity;
}

const partition = (
  whole: string,
  parts: readonly string[],
  required: readonly string[] = parts,
  aspect: Aspect = 'level',
  severity: Severity = 'error',
): Partition => ({ whole, aspect, parts, required, severity });

/** The changes of the parts make up that of the whole, where all of them are told. */
const changes = (whole: string, parts: readonly string[]) => partition(whole, parts, parts, 'change');

const within = (form: string, names: readonly string[]) => names.map((name) => `${form}.${name}`);
/** Vehicles by use, as many uses as are told. */
const byUse = (thing: string): Partition => ({
  ...partition(`${thing}[total]`, [], [`${thing}[其他用车]`]),
  isOpen: true,
});

/** The parts of a whole as columns of a table's row. */
const partsIn = (row: string, whole: string) =>
  within(
    row,
    partsOf(whole).map((id) => columnIdOf(conceptById(id))),
  );
const publicsOf = (whole: string) => partsOf(whole).map((id) => `three-publics[${id}]`);

const REVENUE = within('revenue[total]', [...SOURCE_IDS, 'unit-funds', 'carryover']);
const SOURCES = within('revenue[total]', ['appropriation', 'institutional', 'business', 'other']);
const EXPENDITURE = partsIn('expenditure[total]', 'year-expenditure');
const FUNDS = partsIn('appropriation-balance[支出总计]', 'appropriation-expenditure');
const BASIC_PROJECT = within('expenditure[total]', ['basic', 'project']);
const PUBLICS = publicsOf('three-publics');
const CARS = publicsOf('vehicles');

export const PARTITIONS: readonly Partition[] = [
  partition('balance[收入总计]', REVENUE, within('revenue[total]', ['general-public', 'government-fund', 'other'])),
  partition('balance[收入总计]', SOURCES),
  partition('balance[本年收入合计]', SOURCES, within('revenue[total]', ['appropriation', 'other']), 'level', 'warning'),
  partition('balance[支出总计]', EXPENDITURE, BASIC_PROJECT),
  partition('balance[本年支出合计]', EXPENDITURE, BASIC_PROJECT),
  changes('balance[总计]', BASIC_PROJECT),
  partition('expenditure[total].basic', partsIn('expenditure[total]', 'basic')),
  partition('basic[total].total', partsIn('basic[total]', 'basic-of-general')),
  partition('appropriation-balance[支出总计].total', FUNDS),
  changes('appropriation-balance[支出总计].total', FUNDS),
  ...FUND_IDS.map((form) => partition(`${form}[total].total`, partsIn(`${form}[total]`, `${form}-expenditure`))),
  ...FUND_IDS.map((form) => changes(`${form}[total].total`, partsIn(`${form}[total]`, `${form}-expenditure`))),
  changes('balance[支出总计]', BASIC_PROJECT),
  changes('basic[total].total', partsIn('basic[total]', 'basic-of-general')),
  partition('three-publics[total]', PUBLICS),
  partition('three-publics[vehicles]', CARS),
  partition('three-publics[hospitality]', ['hospitality[domestic]', 'hospitality[abroad]']),
  partition('three-publics[hospitality]', ['hospitality[domestic]', 'hospitality[guests]']),
  changes('three-publics[total]', PUBLICS),
  changes('three-publics[vehicles]', CARS),
  // 其中：货物类4万元、服务类7万元: works that nobody buys are often not told.
  {
    ...partition(
      'procurement[total]',
      partsOf('procurement').map((id) => `procurement[${id}]`),
      ['procurement[goods]', 'procurement[services]'],
    ),
    partly: 'warning',
  },
  partition(
    'performance[evaluated]',
    ['excellent', 'good', 'fair', 'poor'].map((grade) => `performance[${grade}]`),
  ),
  partition('performance[problems]', ['performance[corrected]', 'performance[correcting]']),
  byUse('vehicles'),
  byUse('vehicles-purchase'),
];

/** A part that may not exceed its whole. */
export interface Bound {
  readonly part: string;
  readonly whole: string;
  /** Where what is bought need not be procured alike. */
  readonly severity?: Severity;
}

export const BOUNDS: readonly Bound[] = [
  { part: 'procurement[small-micro]', whole: 'procurement[sme]' },
  { part: 'procurement[sme]', whole: 'procurement[total]' },
  { part: 'procurement[sme-awarded]', whole: 'procurement[sme]' },
  { part: 'procurement[small-micro-awarded]', whole: 'procurement[small-micro]' },
  { part: 'hospitality[foreign]', whole: 'hospitality[domestic]' },
  { part: 'hospitality[domestic]', whole: 'three-publics[hospitality]' },
  { part: 'assets[purchase]', whole: 'procurement[total]' },
  { part: 'assets[purchase]', whole: 'procurement[goods]', severity: 'notice' },
];
