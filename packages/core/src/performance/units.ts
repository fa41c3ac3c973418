/** Units of target values, and the wording that stands for a comparison: tables only. */

/** How a value is compared with its target: `before` a date, `qualitative` in words only. */
export type Comparator = '≥' | '≤' | '=' | '>' | '<' | 'before' | 'qualitative';

export type UnitKind = 'ratio' | 'money' | 'time' | 'count' | 'none' | 'other';

/** Words before a number. Longer ones are tried first. */
export const PREFIXES: readonly (readonly [word: string, comparator: Comparator])[] = (
  [
    ['≥', '≥'],
    ['≤', '≤'],
    ['>', '>'],
    ['<', '<'],
    ['=', '='],
    ['大于等于', '≥'],
    ['大于或等于', '≥'],
    ['高于或等于', '≥'],
    ['不低于', '≥'],
    ['不少于', '≥'],
    ['不小于', '≥'],
    ['不得低于', '≥'],
    ['不得少于', '≥'],
    ['至少', '≥'],
    ['达到', '≥'],
    ['达', '≥'],
    ['小于等于', '≤'],
    ['小于或等于', '≤'],
    ['低于或等于', '≤'],
    ['低于等于', '≤'],
    ['不高于', '≤'],
    ['不超过', '≤'],
    ['不得超过', '≤'],
    ['不超', '≤'],
    ['不大于', '≤'],
    ['不多于', '≤'],
    ['控制在', '≤'],
    ['至多', '≤'],
    ['最多', '≤'],
    ['大于', '>'],
    ['超过', '>'],
    ['高于', '>'],
    ['多于', '>'],
    ['小于', '<'],
    ['低于', '<'],
    ['少于', '<'],
    ['不足', '<'],
    ['等于', '='],
  ] satisfies [string, Comparator][]
).toSorted(([a], [b]) => b.length - a.length);

/** Words after a number. */
export const SUFFIXES: readonly (readonly [word: string, comparator: Comparator])[] = [
  ['及以上', '≥'],
  ['或以上', '≥'],
  ['以上', '≥'],
  ['及以下', '≤'],
  ['或以下', '≤'],
  ['以下', '≤'],
  ['及以内', '≤'],
  ['以内', '≤'],
  ['之内', '≤'],
];

const MONEY = /^(?:[百千万亿]*元|[万亿])(?:[/／].+)?$/;
const TIME = /^个?(?:工作日|天|日|小时|分钟|秒|秒钟|月|月份|月数|年|年度|季度|周|学时|课时)$/;
const COUNT =
  /^[十百千万亿]*(?:个|台|套|次|人|人次|份|场|场次|件|册|篇|家|条|辆|户|名|项|处|批|批次|页|本|卷|线|根|期|部|只|张|间|所|类|种|组|支|幅|块|座|盏|棵|株|幢|栋|村|镇|对|盒|箱|宗|笔|起|例|床|亩|公里|千米|米|平方米|立方米|吨|公斤|千克|度|千瓦时|台套|人天|平米|公顷)(?:[/／].+)?$/;

/** What a unit measures; 分 may be a score or minutes and is `other`. */
export function unitKind(unit: string | undefined): UnitKind {
  if (unit === undefined || unit === '') return 'none';
  if (/^(?:%|‰|个?百分点|百分比|百分号)$/.test(unit)) return 'ratio';
  if (MONEY.test(unit)) return 'money';
  if (TIME.test(unit)) return 'time';
  return COUNT.test(unit) ? 'count' : 'other';
}

/** Count units that people use for one another. */
const ALIKE: readonly string[] = ['个项家套种类', '次场期', '份册本', '人名'];

/** Whether two counts may be of the same thing as far as their units tell. */
export function isSameUnit(a: string, b: string): boolean {
  if (a === b) return true;
  return a.length === 1 && b.length === 1 && ALIKE.some((group) => group.includes(a) && group.includes(b));
}
