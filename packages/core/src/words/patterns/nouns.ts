/** The names that documents use for one thing, as pattern fragments: the vocabulary's wordings, the one that is written first. */
import { conceptById, nounsOf } from '../../vocabulary/index.ts';

const any = (...names: readonly string[]) => `<${[...new Set(names)].join('|')}>`;

/** The names of a concept; `first` is written instead of its usual one where a sentence says so. */
const noun = (id: string, ...first: readonly string[]) => any(...first, ...nounsOf(conceptById(id)));

/** As `noun`, where any words may stand before the name. */
const freeNoun = (id: string) => `…${noun(id)}`;

export const REVENUE = noun('revenue-total');
export const YEAR_REVENUE = noun('year-revenue');
export const EXPENDITURE = noun('expenditure-total');
export const YEAR_EXPENDITURE = noun('year-expenditure');
export const BOTH = noun('balance-total');
export const ARRANGED_BOTH = any('部门预算收支安排', '预算收支安排', '单位预算收支安排', '预算收支', '收支预算安排');

export const APPROPRIATED = noun('appropriation');
export const GENERAL_RECEIVED = noun('general-public');
export const FUND_RECEIVED = noun('government-fund');
export const STATE_RECEIVED = noun('state-capital');
export const SPECIAL_ACCOUNT = noun('special-account');
export const INSTITUTIONAL = noun('institutional');
export const BUSINESS = noun('business');
export const SUPERIOR = noun('superior-subsidy');
export const AFFILIATES = noun('affiliate-payment');
export const UNIT_FUNDS = noun('unit-funds');
export const OTHER = noun('other');
export const CARRIED = noun('carryover');
export const SURPLUS_USED = noun('non-appropriation-surplus');
export const SURPLUS_DISTRIBUTED = noun('surplus-distribution');
export const LEFT = noun('year-end');

export const BASIC = noun('basic');
export const PROJECT = noun('project');
export const PERSONNEL = noun('personnel');
export const OPERATING = noun('operating');
export const BUSINESS_SPENT = noun('business-expenditure');
export const REMITTED = noun('remittance');
export const SUBSIDIES = noun('affiliate-subsidy');

export const APPROPRIATION_BOTH = noun('appropriation-total');
export const APPROPRIATION_SPENT = noun('appropriation-expenditure');
export const GENERAL_ARRANGED = noun('general-public-expenditure', '一般公共预算拨款支出预算');
export const FUND_ARRANGED = noun('government-fund-expenditure', '政府性基金预算拨款支出预算');
export const STATE_ARRANGED = noun('state-capital-expenditure', '国有资本经营预算拨款支出预算');
export const GENERAL_SPENT = noun('general-public-expenditure');
export const FUND_SPENT = noun('government-fund-expenditure');
export const STATE_SPENT = noun('state-capital-expenditure');
export const BASIC_SPENT = noun('basic-of-general');

export const PUBLICS = freeNoun('three-publics');
export const OVERSEAS = freeNoun('overseas');
export const VEHICLES = freeNoun('vehicles');
export const VEHICLE_PURCHASE = freeNoun('vehicle-purchase');
export const VEHICLE_RUNNING = freeNoun('vehicle-running');
export const HOSPITALITY = freeNoun('hospitality');
export const AGENCY_OPERATING = freeNoun('agency-operating');

export const GOODS = noun('goods');
export const WORKS = noun('works');
export const SERVICES = noun('services');
export const PROCUREMENT = freeNoun('procurement');
export const SME = noun('sme');
export const SMALL_MICRO = noun('small-micro');

export const TARGETED = any(
  '编报绩效目标的项目',
  '实行绩效目标管理的项目',
  '开展绩效目标管理的项目',
  '纳入绩效目标管理的项目',
  '设置绩效目标的项目',
  '绩效自评的项目',
  '涉及项目',
  '涉及预算项目',
  '涉及一级项目',
  '涉及一级预算项目',
);
export const TARGETED_FUNDS = any(
  ...[
    '项目预算资金',
    '预算资金',
    '财政资金',
    '资金',
    '预算金额',
    '金额',
    '一般公共预算资金',
    '财政拨款',
    '一般公共预算拨款',
    '一般公共预算当年拨款',
    '一般公共预算当年财政拨款',
    '四本预算资金',
    '预算',
    '财政拨款资金',
  ].flatMap((funds) => [`涉及${funds}`, `涉及当年${funds}`]),
  '涉及财拨资金',
  '涉及一般公共预算财政拨款',
  '涉及项目资金',
);
/** Behind the number of projects their money is named shortly. */
export const THEIR_FUNDS = any('预算资金', '资金', '项目资金');
export const ASSETS = noun('assets');
export const ASSET_PURCHASE = noun('asset-purchase');
export const CARS = `…${any('共有车辆', '共有车辆数', '车辆', '拥有车辆', '公务用车', '共有公务用车')}`;
export const CAR_PURCHASE = `…${any('预算安排购置车辆', '安排购置车辆', '计划购置车辆', '拟购置车辆')}`;
export const PROJECT_FUNDS = any(
  '项目总预算',
  '项目预算',
  '项目预算资金',
  '项目总预算资金',
  '项目资金预算',
  '项目年度预算',
  '预算资金',
  '项目总金额',
  '项目预算总额',
  '项目经费',
);

/** Vehicles by use, with other names of the same use. */
export const CAR_USES: readonly (readonly [use: string, names: string])[] = [
  [
    '部级领导干部用车',
    any('部级领导干部用车', '副部（省）级及以上领导用车', '副部（省）级以上领导用车', '省部级领导干部用车'),
  ],
  ['主要领导干部用车', any('主要领导干部用车', '主要负责人用车')],
  ['机要通信用车', '机要通信用车'],
  ['应急保障用车', '应急保障用车'],
  ['执法执勤用车', '执法执勤用车'],
  ['特种专业技术用车', '特种专业技术用车'],
  ['离退休干部用车', any('离退休干部用车', '离退休干部服务用车')],
  ['其他用车', '其他用车'],
];
