/** Economic items listed in the words, one of which is not as the table of basic expenditure prints it. */
import type { Finding } from '../../finding.ts';
import { thingOf } from '../../model/quantity.ts';
import { wan } from '../../money.ts';
import { isEconomicItem } from '../../words/economic-parts.ts';
import { economicRunsOf, isSame, type RunItem } from '../../words/economic-runs.ts';
import type { Mention } from '../../words/mention.ts';
import { CLASSIFICATION, DISCLOSURE } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { cellEvidence, gapText, quote } from './issue.ts';

export const WORDS_ECONOMIC: ReadRule = {
  phase: 'read',
  id: 'words-economic',
  title: '说明列出的经济分类科目与基本支出表相合',
  group: '说明与数字',
  scope: EVERYWHERE,
  basis: [{ document: CLASSIFICATION }, { document: DISCLOSURE }],
  severity: 'warning',
  sure: '较可靠',
  check:
    '说明里依次列出的经济分类科目（如机关运行经费中的办公费、印刷费），多数与基本支出表相同的，其余的也应相同；只列两项、一项相同的，只提示。',
  run: (document) => economicItems(document),
};

/** From so many items that are the table's on, the run is surely of that table. */
const SURELY = 3;

function economicItems({ disclosure, mentions }: DocumentContext): readonly Finding[] {
  const judged = new Set(mentions.filter(isJudged).map(({ place }) => key(place)));
  return economicRunsOf(disclosure).flatMap((run) => {
    const same = run.filter(isSame).length;
    const others = run.filter((item) => !isSame(item));
    if (others.length === 0 || others.length * 2 > same + 1 || same === 0) return [];
    return others
      .filter(({ told, printed }) => printed.column !== 'total' || !judged.has(key(told.at)))
      .map((item) => findingOf(item, same, disclosure.agency.name));
  });
}

/** Those read as rows of a table are held to its column of both kinds of money already. */
const isJudged = ({ quantity, name, topic, named }: Mention): boolean =>
  thingOf(quantity) === 'three-publics' || isEconomicItem({ quantity, name, topic, named });

const key = ({ section, paragraph, start }: RunItem['told']['at']): string => `${section} ${paragraph} ${start}`;

function findingOf({ told, printed }: RunItem, same: number, agency: string): Finding {
  return {
    rule: WORDS_ECONOMIC.id,
    severity: same < SURELY ? 'notice' : WORDS_ECONOMIC.severity,
    agency,
    form: 'basic',
    message: `说明写${quote(told.text)}，基本支出表为 ${wan(printed.fen)}，相差 ${gapText(told.fen - printed.fen)}；同一处列出的另外 ${same} 项与表相同`,
    expected: printed.fen,
    actual: told.fen,
    difference: told.fen - printed.fen,
    evidence: [{ text: told.text, origin: told.origin }, cellEvidence(printed)],
    suggestion: '请核对说明和基本支出表',
  };
}
