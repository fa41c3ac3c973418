/**
 * Targets of performance that the words tell: 归集率超过95%, 购买交换机3台. No table of money prints them; they are known by what the
 * clause calls them.
 */
import { listedUnder } from '../model/quantity.ts';
import { nounKey } from '../text/fold.ts';
import { withoutNumbering } from '../text/numbering.ts';
import type { ClauseParts } from './clause.ts';
import type { FigureToken } from './figures.ts';
import { type LookupContext, type Open, type Subject, unnamed } from './spoken-of.ts';

const TARGETS = 'targets';
/** How a target holds its figure. */
const OPERATOR =
  /(?:达到?|不少于|不低于|不超过|不高于|大于等于|大于|小于|超过|高于|低于|控制在|保持在?|完成|约|为|是|在|了|到|≥|≤|=|：|以上)+$/;
/** 项目全年预算数125万元，执行数120万元，完成预算的96%: the money of a project under review, spoken of up to the end of its sentence. */
export function projectReviewed(
  { noun, aspect }: ClauseParts,
  { open, names, token }: LookupContext,
): Subject | undefined {
  const isPlan = aspect === 'adjusted' || aspect === 'initial';
  if (
    open.topic !== 'performance' ||
    !isPlan ||
    token.printed.kind !== 'amount' ||
    !/^(?:[^，。；]{0,20}项目)?$/.test(noun)
  )
    return undefined;
  return { ...unnamed(noun || '项目', open, names), brief: true };
}

/** 绩效目标：…, 绩效指标：… and whatever stands under a heading of performance. */
const MOST = 40;

/** A rate or a count that a section of performance promises; undefined elsewhere, and of money. */
export function targetSubject(
  clause: string,
  { printed }: FigureToken,
  behind: string,
  open: Open,
): Subject | undefined {
  if (open.topic !== 'performance' || (printed.kind !== 'percent' && printed.kind !== 'count')) return undefined;
  const before = nounKey(withoutNumbering(clause))
    .replace(/^.*[:：]/, '')
    .replace(OPERATOR, '');
  const name = before.length < 2 ? `${before}${/^[\u4e00-\u9fff]{2,12}/.exec(behind)?.[0] ?? ''}` : before;
  if (name.length < 2) return undefined;
  return { quantity: listedUnder(TARGETS, name.slice(-MOST)), name, topic: 'performance', named: true, passing: true };
}
