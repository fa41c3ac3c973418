/** A growth that is more than what there is now. */

import type { Fen } from '../../money.ts';
import { wan } from '../../money.ts';
import type { Mention } from '../../words/mention.ts';
import type { RoundedFigure } from '../../words/percent.ts';
import type { Candidate } from './candidate.ts';
import { quoted, wordEvidence } from './issue.ts';

/** 0.19万元，增加0.79万元: nothing grows by more than it is, unless it was less than nothing. */
export function growthOfMore(mention: Mention, change: Fen, levels: readonly RoundedFigure[]): Candidate | undefined {
  const step = mention.printed.kind === 'amount' ? mention.printed.step : 0;
  const now = levels.find((level) => level.mention);
  // …总计5570万元，其中年初结转200万元，较上年增加320万元: the change is that of the whole.
  if (
    !now ||
    /^其中/.test(now.mention!.place.text) ||
    levels.some((level) => (change - level.fen) * 2 <= level.step + step)
  )
    return undefined;
  return {
    issue: {
      rule: 'words-change',
      severity: 'warning',
      message: `${quoted(mention)}大于它的全部金额 ${wan(now.fen)}，增加的不会比现有的还多。`,
      expected: now.fen,
      actual: change,
      evidence: [now.mention!, mention].map(wordEvidence),
      suggestion: '请核对金额和增加额。',
    },
    blames: [mention],
    unless: [mention, now.mention],
  };
}
