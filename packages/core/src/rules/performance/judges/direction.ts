/** A bound against the meaning of what it bounds. */
import { bareName, isShare, measureOf } from '../../../performance/measure.ts';
import { compareDecimal, direction, printTarget, type Target } from '../../../performance/target.ts';
import { isEitherWay, LONG_TIME, SHORT_TIME, tendencyOf, WELCOME_MONEY } from '../../../performance/tendency.ts';
import { unitKind } from '../../../performance/units.ts';
import { type Fault, nameOf } from '../report.ts';
import type { Judged } from './judged.ts';

/** A bound that goes against what the indicator measures, judged by its name. */
export function directionFault(judged: Judged): Fault | undefined {
  const { target } = judged;
  const bound = direction(target.comparator);
  if (bound === 0 || !target.number || target.malformed) return undefined;
  const kind = unitKind(target.unit);
  if (kind === 'ratio') return ratioFault(judged, bound);
  if (kind === 'money') return bound === 1 ? moneyFault(judged) : undefined;
  if (kind === 'time') return timeFault(judged, bound);
  return kind === 'count' ? countFault(judged, bound) : undefined;
}

/** Name and description must not contradict each other: 故障率 described as 故障降低比例 is better when more. */
function ratioFault(judged: Judged, bound: 1 | -1): Fault | undefined {
  const { level3, description = '' } = judged.indicator;
  if (isEitherWay(level3)) return undefined;
  const [name, told] = [tendencyOf(level3), tendencyOf(description)];
  const found = name ?? told;
  if (!found || (name && told && name.tendency !== told.tendency)) return undefined;
  if (found.tendency === 'more' && bound === -1) {
    const isRate = [level3, description].some((text) => ['rate', 'satisfaction'].includes(measureOf(text)));
    const severity = found.weak && !isRate && !isUpward(level3) ? 'notice' : 'warning';
    return fault(judged, 'upper', severity, '越高越好，不应设上限');
  }
  if (found.tendency === 'less' && bound === 1) {
    const isRate = measureOf(level3) === 'rate' || isShare(description);
    return fault(judged, 'lower', isRate ? 'warning' : 'notice', '越低越好，不应设下限');
  }
  return undefined;
}

const isUpward = (name: string): boolean => /提高|提升|增长|增加|增强/.test(name);

function moneyFault(judged: Judged): Fault | undefined {
  const { level1, level2, level3, description = '' } = judged.indicator;
  if (WELCOME_MONEY.test(level3) || WELCOME_MONEY.test(description)) return undefined;
  const isCost = /成本/.test(level2) || /成本/.test(level1);
  const isMoney = measureOf(level3) === 'money';
  if (!isCost && !isMoney) return undefined;
  // A standard may be a least one.
  if (/标准$/.test(bareName(level3))) return undefined;
  return fault(judged, 'cost', isCost ? 'warning' : 'notice', '是费用，不应设下限');
}

function timeFault(judged: Judged, bound: 1 | -1): Fault | undefined {
  const name = bareName(judged.indicator.level3);
  if (bound === 1 && SHORT_TIME.test(name)) return fault(judged, 'short', 'warning', '越短越好，不应设下限');
  if (bound === -1 && LONG_TIME.test(name)) return fault(judged, 'long', 'notice', '通常越长越好，请核对是否应设下限');
  return undefined;
}

function countFault(judged: Judged, bound: 1 | -1): Fault | undefined {
  const { level2, level3, description = '' } = judged.indicator;
  const [name, told] = [tendencyOf(level3), tendencyOf(description)];
  const isFew = name?.tendency === 'less' && told?.tendency !== 'more';
  if (bound === 1 && isFew && /(?:次数|数量|起数|件数|人数|数)$/.test(bareName(level3)))
    return fault(judged, 'few', 'warning', '越少越好，不应设下限');
  if (bound === -1 && !isFew && isOutput(level2, level3) && !LIMITED.test(level3 + description))
    return fault(judged, 'many', 'notice', '是要完成的数量，却设了上限，请核对是否应为下限');
  return undefined;
}

/** What is bounded by its name, unwelcome things, and staff, of whom there may be so many. */
const LIMITED = /控制|压缩|不超|不得|[错误漏坏死违逾欠损]|(?:聘[用请]|派遣|编制|在编|配备|用工)/;

const isOutput = (level2: string, level3: string): boolean =>
  /数量/.test(level2) || (measureOf(level3) === 'count' && !/时效|成本/.test(level2));

function fault({ table, indicator, target }: Judged, kind: string, severity: Fault['severity'], reason: string): Fault {
  const suggestion = `“${nameOf(indicator)}”${turned(target)}`;
  const base = { rule: 'target-direction', kind, severity, table, indicator, reason } as const;
  return severity === 'warning' ? { ...base, suggestion } : base;
}

const OPPOSITE = { '≥': '≤', '>': '<', '≤': '≥', '<': '>' } as const;

/** A failure rate of 90 % is no sensible bound either way. */
const HALF = { units: 50, scale: 0 };

function turned(target: Target): string {
  const bound = direction(target.comparator);
  if (target.number?.units === 100 && unitKind(target.unit) === 'ratio' && bound === -1) return '应为 100%';
  const comparator = OPPOSITE[target.comparator as keyof typeof OPPOSITE];
  if (bound === 1 && unitKind(target.unit) === 'ratio' && compareDecimal(target.number!, HALF) > 0)
    return '应改为上限（≤）';
  return `应为 ${printTarget({ ...target, comparator })}`;
}
