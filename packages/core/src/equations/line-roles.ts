/**
 * What the lines of the balance forms and of the three-publics form mean, whatever a province calls them.
 * A role's name is Chinese, so that equations read as they are spoken: `balance.revenue[本年收入合计].amount`.
 */
import type { Side } from '../disclosure.ts';

export interface LineRole {
  readonly role: string;
  readonly pattern: RegExp;
}

/** Tried from the top: 国有资本经营 stands before 经营收入, sums and carry-overs before sources. */
const REVENUE_LINES: readonly LineRole[] = [
  { role: '收入总计', pattern: /^(收入)?(总计|总合计)$/ },
  { role: '本年收入合计', pattern: /^((本年|当年)?(财政拨款)?收入(合计|小计)|(本年|当年)(合计|小计))$/ },
  { role: '使用结余', pattern: /使用.*结余|动用.*结余|(用|使用).*基金弥补/ },
  { role: '上年结转', pattern: /(上年|年初|以前年度|历年).*(结转|结余)|^结转结余|^(上年)?结余$|^结转收入/ },
  { role: '财政拨款收入', pattern: /^(本年)?财政拨款(预算)?(收入)?$/ },
  { role: '政府性基金', pattern: /政府性?基金|^基金预算/ },
  { role: '国有资本经营', pattern: /国有资本经营/ },
  { role: '一般公共预算', pattern: /一般公共预算|公共财政预算|公共财政拨款/ },
  { role: '财政专户', pattern: /财政专户|教育收费/ },
  { role: '上级补助', pattern: /上级(单位)?补助/ },
  { role: '附属单位上缴', pattern: /附属单位(上缴|缴款)/ },
  { role: '经营收入', pattern: /经营(预算)?收入/ },
  { role: '事业收入', pattern: /^事业(单位)?(预算)?收入/ },
  { role: '其他收入', pattern: /^其他(预算)?收入/ },
];

const EXPENDITURE_LINES: readonly LineRole[] = [
  { role: '支出总计', pattern: /^(支出)?(总计|总合计)$/ },
  { role: '本年支出合计', pattern: /^((本年|当年)?(财政拨款)?支出(合计|小计)|(本年|当年)(合计|小计))$/ },
  { role: '结余分配', pattern: /结余分配/ },
  { role: '年终结转', pattern: /(年终|年末|下年|期末).*(结转|结余)|结转.*下年|^结转结余/ },
];

/** Lines that carry one fund over from the year before, or into the next: they stand under the carry-over line. */
const FUND_ROLES: readonly string[] = ['一般公共预算', '政府性基金', '国有资本经营'];

/** A bare 合计 is the grand total of a side that prints no 总计, and the year's sum of one that does. */
const BARE_SUM = /^合计$/;

/** The role of a balance line; `key` is its label without numbering and spaces. */
export function lineRole(side: Side, key: string): string | undefined {
  const bare = key.replace(/[（(].*?[）)]/g, '').replace(/[:：]$/, '');
  const lines = side === 'revenue' ? REVENUE_LINES : EXPENDITURE_LINES;
  return lines.find((line) => line.pattern.test(bare))?.role;
}

export function isFundRole(role: string | undefined): boolean {
  return role !== undefined && FUND_ROLES.includes(role);
}

export function isBareSum(key: string): boolean {
  return BARE_SUM.test(key);
}

/** Roles of revenue lines that are appropriations (财政拨款). */
export const APPROPRIATION_ROLES: ReadonlySet<string> = new Set(['财政拨款收入', ...FUND_ROLES]);

const THREE_PUBLICS_LINES: readonly LineRole[] = [
  { role: '小计', pattern: /三公.*(小计|合计)/ },
  { role: 'total', pattern: /^(合计|总计|total)$/ },
  { role: '因公出国', pattern: /^因公(临时)?出国([（(]境[）)])?(费用?)?$/ },
  { role: '公务用车', pattern: /^公务用车购置(及|和|与|、)?运(行|维)/ },
  { role: '公务用车购置', pattern: /^公务用车购置(费用?)?$|^(车辆)?购置费$/ },
  { role: '公务用车运行', pattern: /^公务用车运(行|维)|^(车辆)?运行(维护)?费$/ },
  { role: '公务接待', pattern: /^公务接待/ },
  { role: '会议费', pattern: /^会议费/ },
  { role: '培训费', pattern: /^培训费/ },
];

/** The role of a three-publics row; `key` as `lineRole`. */
export function threePublicsRole(key: string): string | undefined {
  return THREE_PUBLICS_LINES.find((line) => line.pattern.test(key.replace(/[“”"]/g, '')))?.role;
}

/** Column ids of a three-publics table that prints all items in one row, with the role of each. */
export const THREE_PUBLICS_COLUMNS: Readonly<Record<string, string>> = {
  total: 'total',
  overseas: '因公出国',
  vehicles: '公务用车',
  'vehicle-purchase': '公务用车购置',
  'vehicle-running': '公务用车运行',
  hospitality: '公务接待',
  meeting: '会议费',
  training: '培训费',
  'agency-operating': '机关运行经费',
};

/** All role names, for the docs. */
export const ROLE_NAMES = {
  balance: [...REVENUE_LINES, ...EXPENDITURE_LINES].map((line) => line.role),
  threePublics: THREE_PUBLICS_LINES.map((line) => line.role).filter((role) => role !== 'total'),
} as const;
