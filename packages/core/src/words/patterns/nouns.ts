/** The names that documents use for one thing, the usual one first: it is the one that is written. */

const any = (...names: readonly string[]) => `<${names.join('|')}>`;

/** Every name with every ending: 政府性基金预算 × 收入, 拨款收入, … */
const each = (names: readonly string[], endings: readonly string[]) =>
  any(...names.flatMap((name) => endings.map((ending) => name + ending)));

const FUND = ['政府性基金预算', '政府性基金', '基金预算', '政府基金预算', '政府基金'];
const STATE = ['国有资本经营预算', '国有资本经营'];
const RECEIVED = ['收入', '拨款收入', '财政拨款收入', '拨款', '财政拨款', '当年拨款收入', '资金'];
const SPENT = [
  '财政拨款支出',
  '支出',
  '收支预算',
  '支出预算支出',
  '当年拨款',
  '财政拨款本年支出',
  '当年财政拨款',
  '当年拨款支出',
  '拨款支出',
];
const ARRANGED = ['拨款支出预算', '财政拨款支出预算', '支出预算', '拨款支出', '预算拨款支出'];

export const REVENUE = any(
  '收入预算',
  '预算收入',
  '收入总预算',
  '收入总计',
  '总收入',
  '预算总收入',
  '部门收入预算',
  '单位收入预算',
  '部门预算收入',
  '单位预算收入',
  '部门预算总收入',
  '单位预算总收入',
  '预算收入总额',
  '收入预算总额',
);
export const YEAR_REVENUE = any('本年收入合计', '收入决算合计', '本年收入', '本年总收入', '收入合计');
export const EXPENDITURE = any(
  '支出预算',
  '预算支出',
  '支出总预算',
  '支出总计',
  '总支出',
  '预算总支出',
  '部门支出预算',
  '单位支出预算',
  '部门预算支出',
  '单位预算支出',
  '预算支出总额',
  '支出预算总额',
);
export const YEAR_EXPENDITURE = any('本年支出合计', '支出决算合计', '本年支出', '本年总支出', '支出合计');
export const BOTH = any(
  '收入支出总计',
  '收支总计',
  '收、支总计',
  '收入、支出总计',
  '收支总预算',
  '收支总额',
  '收支预算',
  '收支决算总计',
  '收、支决算总计',
  '收入支出决算总计',
  '收入、支出决算总计',
  '收入总计和支出总计',
  '总收支',
);
export const ARRANGED_BOTH = any('部门预算收支安排', '预算收支安排', '单位预算收支安排', '预算收支', '收支预算安排');

export const APPROPRIATED = any('财政拨款收入', '财政拨款', '财政拨款收入预算');
export const GENERAL_RECEIVED = each(
  ['一般公共预算', '当年一般公共预算'],
  ['收入', '拨款收入', '财政拨款收入', '财政拨款', '当年拨款收入', '拨款', '资金'],
);
export const FUND_RECEIVED = each(FUND, RECEIVED);
export const STATE_RECEIVED = each(STATE, RECEIVED);
export const SPECIAL_ACCOUNT = any(
  '财政专户管理资金收入',
  '财政专户管理资金',
  '财政专户核拨收入',
  '财政专户拨款',
  '财政专户资金收入',
  '财政专户核拨',
  '财政专户拨款收入',
);
export const INSTITUTIONAL = any('事业收入', '事业收入预算', '事业预算收入');
export const BUSINESS = any('事业单位经营收入', '经营收入', '单位经营收入', '事业单位经营收入预算');
export const SUPERIOR = any('上级补助收入', '上级补助');
export const AFFILIATES = any('附属单位上缴收入', '附属单位缴款', '附属单位上缴');
export const UNIT_FUNDS = any('单位资金收入', '单位资金');
export const OTHER = any('其他收入', '其他来源收入', '其他收入预算', '其它收入');
export const CARRIED = any('上年结转结余', '上年结转', '上年结转收入', '年初结转和结余', '上年结转结余收入');

export const BASIC = any('基本支出', '基本支出预算', '基本预算支出', '部门基本支出', '基本支出安排');
export const PROJECT = any('项目支出', '项目支出预算', '项目预算支出', '部门项目支出', '项目支出安排', '项目经费');
export const PERSONNEL = any('人员经费', '人员经费支出', '人员支出', '人员类项目支出');
export const OPERATING = any(
  '日常公用经费',
  '公用经费',
  '正常公用经费',
  '公用经费支出',
  '日常公用经费支出',
  '公用支出',
  '日常公用支出',
);

export const APPROPRIATION_BOTH = each(
  ['财政拨款'],
  [
    '收入支出总计',
    '收支总计',
    '收、支总计',
    '收支总预算',
    '收、支总预算',
    '收支总额',
    '收入支出决算总计',
    '收入、支出总计',
    '收支预算总计',
    '收支预算',
  ],
);
export const APPROPRIATION_SPENT = any('财政拨款支出预算', '财政拨款支出', '财政拨款预算支出');
export const GENERAL_ARRANGED = each(['一般公共预算'], ARRANGED);
export const FUND_ARRANGED = each(FUND, ARRANGED);
export const STATE_ARRANGED = each(STATE, ARRANGED);
export const GENERAL_SPENT = each(['一般公共预算'], [...SPENT, '财政拨款支出决算', '财政拨款支出预算']);
export const FUND_SPENT = each(FUND, SPENT);
export const STATE_SPENT = each(STATE, SPENT);
export const BASIC_SPENT = any(
  '一般公共预算财政拨款基本支出',
  '一般公共预算基本支出',
  '一般公共预算财政拨款基本支出决算',
  '一般公共预算拨款基本支出',
  '一般公共预算当年拨款基本支出',
  '财政拨款基本支出',
);

/** “三公”: any words may stand before these. */
const PUBLIC_ENDINGS = ['费', '费支出', '费用', '费用支出', '经费', '支出', '费预算支出', '费支出预算', '预算支出'];
export const PUBLICS = `…${any(
  '“三公”经费',
  '“三公”经费预算',
  '“三公”经费支出',
  '“三公”经费财政拨款支出',
  '“三公”经费财政拨款',
  '“三公”经费财政拨款预算',
  '“三公”经费财政拨款支出决算',
  '“三公”经费一般公共预算财政拨款支出',
  '“三公”经费支出决算',
  '“三公”经费总支出',
)}`;
export const OVERSEAS = `…${each(['因公出国（境）', '因公出国境', '因公出国'], PUBLIC_ENDINGS)}`;
export const VEHICLES = `…${each(
  [
    '公务用车购置及运行',
    '公务用车购置及运行维护',
    '公务用车购置和运行',
    '公务用车购置和运行维护',
    '公务用车购置及运维',
  ],
  PUBLIC_ENDINGS,
)}`;
export const VEHICLE_PURCHASE = `…${any('公务用车购置费', '公务用车购置', '公务用车购置支出', '公务用车购置费支出', '公务用车购置预算支出')}`;
export const VEHICLE_RUNNING = `…${each(['公务用车运行', '公务用车运行维护', '公务用车运维'], PUBLIC_ENDINGS)}`;
export const HOSPITALITY = `…${each(['公务接待'], PUBLIC_ENDINGS)}`;
export const AGENCY_OPERATING = `…${any('机关运行经费', '机关运行经费支出', '运行经费', '机关运行费', '机关运行经费财政拨款', '机关运行经费预算支出', '机关运行经费支出预算')}`;

const PROCURED = [
  '政府采购{}预算',
  '政府采购{}支出',
  '{}采购金额',
  '政府采购{}',
  '{}类采购预算',
  '{}采购预算',
  '{}预算',
  '{}支出',
  '{}类',
  '{}',
  '政府采购{}类预算',
  '{}类采购',
  '采购{}预算',
  '政府采购{}金额',
  '拟采购{}支出',
  '拟采购{}',
  '采购{}支出',
  '{}类采购支出',
];
const procured = (kind: string) => any(...PROCURED.map((name) => name.replace('{}', kind)));
export const GOODS = procured('货物');
export const WORKS = procured('工程');
export const SERVICES = procured('服务');
export const PROCUREMENT = `…${each(
  ['政府采购'],
  [
    '预算',
    '支出',
    '支出总额',
    '预算总额',
    '金额',
    '支出预算',
    '预算支出',
    '金额（以合同签订为准）',
    '支出金额',
    '预算金额',
    '支出合计',
    '支出预算总额',
    '预算支出总额',
    '',
  ],
)}`;
export const SME = any(
  '面向中小企业预留政府采购项目预算金额',
  '面向中小企业预留的政府采购项目预算金额',
  '预留面向中小企业采购的项目预算金额',
  '面向中小微企业预留政府采购项目预算金额',
  '面向中小企业采购预算金额',
  '预留中小微企业份额',
  '授予中小企业合同金额',
  '面向中小企业采购金额',
);
export const SMALL_MICRO = any(
  '预留给小型和微型企业的政府采购项目预算',
  '面向小微企业预留政府采购项目预算金额',
  '预留给小微企业的政府采购项目预算',
  '其中授予小微企业合同金额',
  '授予小微企业合同金额',
);

export const TARGETED = any(
  '编报绩效目标的项目',
  '实行绩效目标管理的项目',
  '开展绩效目标管理的项目',
  '纳入绩效目标管理的项目',
  '设置绩效目标的项目',
  '绩效自评的项目',
);
export const TARGETED_FUNDS = each(
  ['涉及'],
  [
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
  ],
);
export const ASSETS = any(
  '上年末固定资产金额',
  '上年末固定资产总额',
  '上年末固定资产',
  '固定资产金额',
  '固定资产总额',
  '固定资产总值',
  '年末固定资产金额',
  '上年末资产总额',
);
export const ASSET_PURCHASE = any(
  '本年度拟购置固定资产总额',
  '拟购置固定资产总额',
  '本年度各单位拟购置固定资产总额',
  '拟购置固定资产金额',
  '计划购置固定资产总额',
);
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
