/**
 * What becomes of an indicator's value within the year, guessed from its words and unit; a person confirms it. Only a flow is prorated:
 * a rate of 95 % is to be 95 % in June as well.
 */
import { bareName, measureOf } from './measure.ts';
import type { Target } from './target.ts';
import { LONG_TIME } from './tendency.ts';
import { unitKind } from './units.ts';

/**
 * - `flow` adds up over the year: events, things made or bought, money spent
 * - `level` stands as it is at any time: rates, prices, what is kept in service
 * - `deadline` a date
 * - `qualitative` words
 */
export type IndicatorKind = 'flow' | 'level' | 'deadline' | 'qualitative';

/** What a person may decide between: of an amount only whether it adds up over the year or stands is a guess. */
export type ConfirmedKind = 'flow' | 'level';

/** The kind as a person confirmed it; dates and words are no guess. */
export const confirmedKind = (guessed: KindGuess, confirmed: ConfirmedKind | undefined): KindGuess =>
  confirmed && isGuess(guessed) ? { kind: confirmed, reason: '由人确认' } : guessed;

/** Whether a person may decide otherwise. */
export const isGuess = ({ kind }: KindGuess): boolean => kind === 'flow' || kind === 'level';

export interface KindGuess {
  readonly kind: IndicatorKind;
  /** Why, in Chinese, for the person who confirms it. */
  readonly reason: string;
}

export interface Described {
  readonly level2: string;
  readonly level3: string;
  readonly description?: string;
}

const guess = (kind: IndicatorKind, reason: string): KindGuess => ({ kind, reason });

/** A price or a quota of one: 单位成本, 元/人天, 每场活动的成本. */
const PER_ONE = /单位[^，。]{0,4}成本|单价|单位价|每[一\d]?[人次场个件台套辆户期项]|定额|标准$/;
/** Served, used or kept, at any time of the year. */
const IN_SERVICE =
  /面积|里程|终端|在岗|编制|在校|在册|(?:保障|运维|维护|管护|管理|服务|覆盖|租用|租赁|运转|使用|雇[佣用]|聘[用请]|看护|安保)/;
const COUNT_OF = /数量|数$|个数|人数|规模|面积|单位$|车辆$|定位$/;
const AREA = /^(?:平方米|平米|公里|千米|公顷|亩|度|摄氏度|℃)$/;
/** What happens is counted, whatever it happens to. */
const HAPPENS =
  /次数|场次|人次|份数|件数|采购|购置|购买|印[制刷]|制作|完成|培训|会议|活动|体检|宣传|检查|巡检|新增|新购|参加|参会/;
const SERVED_TIME = /天数|月数|全年|(?:运行|保障|服务|供[暖水电热])[^，。]{0,6}(?:时间|时长)$|服务时长/;
const BY_DATE =
  /(?:完成|结束|开展|办理|竣工|到位|完工|活动|培训|考试|使用|验收|投用|上线|交付|出具|支付|部署).{0,6}(?:时间|时限|期限|率|日期)$/;
const MONTH = /^月(?:份|底|末|初)?$/;

/** The kind of an indicator with this target. */
export function kindOfIndicator(indicator: Described, target: Target): KindGuess {
  const { number, comparator, unit = '' } = target;
  if (!number || comparator === 'qualitative') return guess('qualitative', '指标值是文字，没有数');
  if (comparator === 'before') return guess('deadline', '指标值是日期');
  const name = bareName(indicator.level3);
  const told = bareName(indicator.description ?? '');
  const bare = unit.replace(/^[十百千万亿]+(?=.)/, '');
  if (/[/／]/.test(unit)) return guess('level', `单位“${unit}”是每一个的数`);
  switch (unitKind(unit)) {
    case 'ratio':
      return guess('level', '百分比任何时候都可以直接比较');
    case 'money':
      return PER_ONE.test(name) || PER_ONE.test(told)
        ? guess('level', '是单价或定额')
        : guess('flow', '金额随支出累计');
    case 'time':
      return timeKind(name, told, target);
    default:
      return countKind(indicator, name, told, bare);
  }
}

function timeKind(name: string, told: string, { comparator, number, unit = '' }: Target): KindGuess {
  const isLeast = comparator === '≥' || comparator === '>';
  if (LONG_TIME.test(name) && !SERVED_TIME.test(name)) return guess('level', '是能用多久、有效多久');
  const isMonth = MONTH.test(unit) && number!.scale === 0 && number!.units >= 1 && number!.units <= 12;
  if (isMonth && !isLeast && (BY_DATE.test(name) || BY_DATE.test(told))) return guess('deadline', '“几月”是完成的月份');
  if (isLeast && (SERVED_TIME.test(name) || SERVED_TIME.test(told) || /月数|学时|课时|小时/.test(unit)))
    return guess('flow', '服务、运行的时间逐月累计');
  return guess('level', '是一件事用多久、能用多久，不累计');
}

function countKind({ level2, level3 }: Described, name: string, told: string, unit: string): KindGuess {
  const measure = measureOf(level3);
  if (measure === 'rate' || measure === 'satisfaction' || /满意/.test(level2))
    return guess('level', '名称是比率、满意度');
  if (AREA.test(unit) && !/用电|用水|耗电/.test(name)) return guess('level', '是面积、里程、温度等现状');
  if (HAPPENS.test(name)) return guess('flow', '是逐次发生、累计的数量');
  if (IN_SERVICE.test(name) && (COUNT_OF.test(name) || COUNT_OF.test(told)) && !/^[次场份篇期]$/.test(unit))
    return guess('level', '是全年在用、在管的数量');
  return guess('flow', '数量随工作累计');
}
