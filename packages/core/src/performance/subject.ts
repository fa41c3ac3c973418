/** Whether two wordings speak of the same thing. */
import { commonLength } from '../text/likeness.ts';
import { bareName } from './measure.ts';

const FILLERS =
  /计划|预计|实际|年度|全年|当年|本年|每年|组织|开展|完成(?!率|度|比|时)|达到|力争|确保|统计|调查|进行|总计|共计|约|共|各项|不断|实现|保障(?!率)|的|了/g;
const COUNTING = /(?:数量|次数|人数|份数|人次|场次|件数|个数|套数|台数|册数|家数|篇数|条数|情况)$/;

/** A name without what says nothing about its subject. */
export function subjectOf(text: string): string {
  const bare = bareName(text).replace(/[“”"'‘’《》<>「」（）()【】]/g, '');
  const core = bare.replace(FILLERS, '').replace(COUNTING, '');
  return core.length >= 2 ? core : bare;
}

export type Agreement = 'same' | 'alike' | undefined;

const ENOUGH = 4;
const SHARE = 0.8;

/** Of subjects (`subjectOf`). `same`: one wording ends with the other whole; `alike`: they share most words in their order. */
export function agreement(a: string, b: string): Agreement {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < ENOUGH) return undefined;
  if (long.endsWith(short)) return 'same';
  if (short.at(-1) !== long.at(-1) || short.length * 2 < long.length) return undefined;
  const shared = commonLength(short, long);
  return shared >= ENOUGH && shared / short.length >= SHARE && shared / long.length >= 0.5 ? 'alike' : undefined;
}
