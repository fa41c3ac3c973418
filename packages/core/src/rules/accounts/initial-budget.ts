/** Final accounts beside the budget that they carry out: what they call 年初预算 is what the budget printed. */

import type { Finding } from '../../finding.ts';
import { wan } from '../../money.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { DISCLOSURE } from '../basis.ts';
import { agreedFigure, otherFinding, stepOf } from '../previous-year/other-document.ts';
import type { RelateRule } from '../rule.ts';

export const INITIAL_BUDGET: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'accounts-initial-budget',
  title: '决算说明的年初预算数与预算公开一致',
  group: '决算与预算',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: DISCLOSURE, says: '说明预算执行情况' }],
  severity: 'notice',
  sure: '供参考',
  check: '同一单位同一年度的预算也在时，决算说明写的年初预算数等于预算表中的数，按两处印刷的舍入。口径不同的由人判断。',
  run: ({ disclosure, mentions }, { disclosure: budget }) =>
    mentions.flatMap((mention): readonly Finding[] => {
      const told = isOwn(mention, disclosure.year) ? fenOf(mention) : undefined;
      const printed = agreedFigure(budget, mention.quantity);
      if (told === undefined || !printed || Math.abs(told - printed.fen) * 2 <= stepOf(mention) + printed.step)
        return [];
      const message = `“${mention.place.text}”写的年初预算数与预算公开的不符：预算表中为 ${wan(printed.fen)}，相差 ${wan(Math.abs(told - printed.fen))}`;
      return [otherFinding(INITIAL_BUDGET, disclosure, mention, message, printed.fen, told, [printed])];
    }),
};

const isOwn = ({ aspect, year }: Mention, own: number | undefined): boolean =>
  aspect === 'initial' && (year === undefined || year === own);
