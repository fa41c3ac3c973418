/**
 * One made-up department's year, entry by entry: whatever a place prints of it is a sum of these, so that every table of every layout
 * agrees with every other, and a figure that was read may be held against what it should be.
 */
import { lookup } from '@mingsuan/core/classification/index';

export type Fund = 'general-public' | 'government-fund' | 'state-capital' | 'institutional' | 'other';
export type Nature = 'personnel' | 'operating' | 'project';

/** Money in hundreds of 元 (0.01 万元): what it is for, of what kind, from which fund, and what it was the year before. */
export interface Entry {
  readonly function: string;
  readonly economic: string;
  readonly governmental: string;
  readonly nature: Nature;
  readonly fund: Fund;
  readonly amount: number;
  readonly previous: number;
  readonly project?: string;
  /** Paid from what was left of the year before. */
  readonly isCarried?: true;
}

export type Where = (entry: Entry) => boolean;
export type Money = (entry: Entry) => number;

/** Of which governmental class each economic item is. */
const GOVERNMENTAL: Readonly<Record<string, string>> = {
  30101: '50101',
  30102: '50101',
  30103: '50101',
  30108: '50102',
  30110: '50102',
  30111: '50102',
  30113: '50103',
  30201: '50201',
  30205: '50201',
  30207: '50201',
  30211: '50201',
  30228: '50201',
  30239: '50201',
  30215: '50202',
  30216: '50203',
  30226: '50205',
  30227: '50205',
  30217: '50206',
  30212: '50207',
  30231: '50208',
  30213: '50209',
  30299: '50299',
  30302: '50905',
  30305: '50901',
  31002: '50306',
  31013: '50305',
  31299: '50799',
};

type Line = readonly [item: string, economic: string, amount: number, nature?: Nature];
const BASIC: readonly Line[] = [
  ['2040601', '30101', 28136],
  ['2040601', '30102', 21407],
  ['2040601', '30103', 17264],
  ['2040601', '30201', 2318, 'operating'],
  ['2040601', '30207', 1146, 'operating'],
  ['2040601', '30211', 1873, 'operating'],
  ['2040601', '30212', 520, 'operating'],
  ['2040601', '30215', 287, 'operating'],
  ['2040601', '30216', 193, 'operating'],
  ['2040601', '30217', 168, 'operating'],
  ['2040601', '30228', 934, 'operating'],
  ['2040601', '30231', 1450, 'operating'],
  ['2040601', '30239', 3672, 'operating'],
  ['2040650', '30101', 6319],
  ['2040650', '30102', 1184],
  ['2040650', '30201', 451, 'operating'],
  ['2080501', '30302', 4213],
  ['2080501', '30299', 96, 'operating'],
  ['2080505', '30108', 7942],
  ['2101101', '30110', 3361],
  ['2101103', '30111', 1129],
  ['2210201', '30113', 6587],
];

type Project = readonly [name: string, item: string, economic: string, amount: number, more?: Partial<Entry>];
const PROJECTS: readonly Project[] = [
  ['人民调解工作补贴', '2040604', '30226', 9650],
  ['普法宣传', '2040605', '30201', 3275],
  ['普法宣传', '2040605', '30227', 1840],
  ['公共法律服务平台运维', '2040607', '30213', 5420],
  ['公务用车更新', '2040602', '31013', 1980],
  ['办公设备购置', '2040602', '31002', 864],
  ['社区矫正信息系统', '2040612', '30227', 4180, { isCarried: true }],
  ['法律援助', '2040607', '30305', 2730, { fund: 'other' }],
  ['司法鉴定服务', '2040699', '30227', 1565, { fund: 'institutional' }],
  ['沿街法治阵地改造', '2120899', '30213', 15000, { fund: 'government-fund' }],
  ['改制企业法律服务补助', '2230199', '31299', 880, { fund: 'state-capital' }],
];

/** What an entry was the year before: another figure, never a multiple. */
const before = (amount: number): number => Math.round((amount * 17) / 19) + (amount % 7);

const entry = (item: string, economic: string, amount: number, nature: Nature, more: Partial<Entry>): Entry => ({
  function: item,
  economic,
  governmental: GOVERNMENTAL[economic]!,
  nature,
  fund: 'general-public',
  amount,
  previous: before(amount),
  ...more,
});

export const ENTRIES: readonly Entry[] = [
  ...BASIC.map(([item, economic, amount, nature = 'personnel']) => entry(item, economic, amount, nature, {})),
  ...PROJECTS.map(([project, item, economic, amount, more = {}]) =>
    entry(item, economic, amount, 'project', { project, ...more }),
  ),
];

export const FUNDS: readonly Fund[] = ['general-public', 'government-fund', 'state-capital'];

export const ofFund =
  (...funds: readonly Fund[]): Where =>
  ({ fund }) =>
    funds.includes(fund);
export const isAppropriated: Where = ofFund(...FUNDS);
export const isBasic: Where = ({ nature }) => nature !== 'project';
export const ofNature =
  (nature: Nature): Where =>
  (each) =>
    each.nature === nature;
export const isCarried: Where = (each) => each.isCarried === true;
export const all: Where = () => true;
export const and =
  (...tests: readonly Where[]): Where =>
  (each) =>
    tests.every((test) => test(each));
export const not =
  (test: Where): Where =>
  (each) =>
    !test(each);

export const thisYear: Money = ({ amount }) => amount;
export const lastYear: Money = ({ previous }) => previous;

export const sumOf = (where: Where, money: Money = thisYear): number =>
  ENTRIES.filter(where).reduce((sum, each) => sum + money(each), 0);

/** The economic items of the three publics: overseas, vehicles bought and run, hospitality. */
export const PUBLICS = { overseas: '30212', purchase: '31013', running: '30231', hospitality: '30217' } as const;
export const ofEconomic =
  (...codes: readonly string[]): Where =>
  ({ economic }) =>
    codes.some((code) => economic.startsWith(code));

export type List = 'function' | 'economic' | 'governmental';
const LISTS = { function: 'function', economic: 'economic', governmental: 'economic-gov' } as const;

/** Items that the list of codes has no name for, though places print them. */
const NAMES: Readonly<Record<string, string>> = { 2230199: '其他解决历史遗留问题及改革成本支出' };

export const nameOf = (list: List, code: string): string =>
  lookup(LISTS[list], code, 2026)?.name ?? NAMES[code] ?? code;

/** An item of a classification with what it holds. */
export interface Item {
  readonly code: string;
  readonly name: string;
  /** From 0, the class. */
  readonly level: number;
  readonly holds: Where;
}

/** The items of a classification that some entries fill, level by level as tables print them; `levels`: how deep. */
export function itemsOf(list: List, where: Where, levels = list === 'function' ? 3 : 2): readonly Item[] {
  const codes = new Set(
    ENTRIES.filter(where).flatMap((each) =>
      Array.from({ length: levels }, (_, level) => each[list].slice(0, 3 + 2 * level)),
    ),
  );
  return [...codes].sort().map((code) => ({
    code,
    name: nameOf(list, code),
    level: (code.length - 3) / 2,
    holds: and(where, (each) => each[list].startsWith(code)),
  }));
}

/** The projects of some entries, each with where it is spent. */
export function projectsOf(
  where: Where,
): readonly { readonly name: string; readonly holds: Where; readonly first: Entry }[] {
  const names = [...new Set(ENTRIES.filter(where).flatMap(({ project }) => project ?? []))];
  return names.map((name) => ({
    name,
    holds: and(where, ({ project }) => project === name),
    first: ENTRIES.find(({ project }) => project === name)!,
  }));
}
