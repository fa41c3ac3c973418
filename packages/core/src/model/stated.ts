/**
 * What accounts tell in words and no line of money gives: what was bought and from whom, receptions by kind, projects that were
 * followed and evaluated. A person states these, or the yearly report does (财决附03表).
 */
import { thingOf } from './quantity.ts';

/** Amounts, in fen, by what the form calls them. Those of purchases are stated in accounts; a budget adds up its items. */
export const STATED_AMOUNTS: Readonly<Record<string, string>> = {
  'procurement[total]': '政府采购支出合计',
  'procurement[goods]': '政府采购货物支出',
  'procurement[works]': '政府采购工程支出',
  'procurement[services]': '政府采购服务支出',
  'procurement[sme]': '授予中小企业合同金额',
  'procurement[small-micro]': '授予小微企业合同金额',
  'hospitality[domestic]': '国内接待费',
  'hospitality[foreign]': '外事接待费（国内接待费中）',
  'hospitality[abroad]': '国（境）外接待费',
  'performance[funds]': '编报绩效目标的项目涉及预算金额',
  'performance[tracked-funds]': '绩效跟踪的项目涉及预算金额',
  'performance[evaluated-funds]': '绩效自评的项目涉及预算金额',
};

/** Counts beside vehicles and equipment, by what the form calls them. */
export const STATED_COUNTS: Readonly<Record<string, string>> = {
  'official-cars[total]': '年末公务用车保有量（辆，由财政拨款负担运行维护费的）',
  'trips[groups]': '因公出国（境）团组数（个）',
  'trips[people]': '因公出国（境）人次（人次）',
  'receptions[batches]': '国内公务接待批次（批次）',
  'receptions[people]': '国内公务接待人次（人次）',
  'receptions[foreign-batches]': '国内公务接待中外事接待批次（批次）',
  'receptions[foreign-people]': '国内公务接待中外事接待人次（人次）',
  'receptions[abroad-batches]': '国（境）外公务接待批次（批次）',
  'receptions[abroad-people]': '国（境）外公务接待人次（人次）',
  'performance[projects]': '编报绩效目标的项目（个）',
  'performance[tracked]': '绩效跟踪的项目（个）',
  'performance[evaluated]': '绩效自评的项目（个）',
  'performance[excellent]': '自评等级为“优”的项目（个）',
  'performance[good]': '自评等级为“良”的项目（个）',
  'performance[fair]': '自评等级为第三档（“中”“合格”）的项目（个）',
  'performance[poor]': '自评等级为第四档（“差”“不合格”）的项目（个）',
  'performance[problems]': '绩效自评发现的问题（个）',
  'performance[corrected]': '已完成整改的问题（个）',
  'performance[correcting]': '正在整改的问题（个）',
};

/** The key of the text that says the mean score of the projects evaluated: 99.43. */
export const MEAN_SCORE = 'self-evaluation-score';

/** Whether a quantity is an amount that a person may state. */
export const isStatedAmount = (quantity: string): boolean => quantity in STATED_AMOUNTS;

const COUNTED_THINGS = [
  'vehicles',
  'vehicles-purchase',
  'equipment',
  'equipment-purchase',
  'official-cars',
  'trips',
  'receptions',
  'gatherings',
];

/** Whether a quantity counts things (人, 辆, 个) and is no money. */
export const isCount = (quantity: string): boolean =>
  quantity in STATED_COUNTS || COUNTED_THINGS.includes(thingOf(quantity));

/** Whether a counted thing is bought or done in a year, not there at its end. */
export const isDone = (quantity: string): boolean =>
  /-purchase$/.test(thingOf(quantity)) || thingOf(quantity) in PAID_BY;

/** What nothing was spent on was not done: trips and receptions are those that the appropriations paid. */
export const PAID_BY: Readonly<Record<string, string>> = {
  trips: 'three-publics[overseas]',
  receptions: 'three-publics[hospitality]',
};
