/** How many projects the words say have targets, against the lists of projects and the targets printed. */
import type { Disclosure } from '../../disclosure.ts';
import { PERFORMANCE, PROJECTS } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import { DISCLOSURE, PERFORMANCE_MEASURES } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ReadRule } from '../rule.ts';
import { quoted, wordEvidence } from '../words/issue.ts';
import { projectLists } from './listed-projects.ts';
import { tableFinding } from './report.ts';
import { toldProjects } from './told-projects.ts';

export const TARGET_COUNT: ReadRule = {
  phase: 'read',
  id: 'target-count',
  title: '说明中编报绩效目标的项目数与所列的相符',
  group: '绩效目标',
  scope: { kinds: ['budget'] },
  basis: [{ document: PERFORMANCE_MEASURES, says: '项目都应当设定绩效目标' }, { document: DISCLOSURE }],
  severity: 'notice',
  sure: '供参考',
  check:
    '说明写编报了几个项目的绩效目标，而列出的项目、绩效目标表都不是这个数（只列出一部分目标的不查，除非所列的资金之和正是说明写的资金；按一级项目说的也不查）。',
  run: (document) => miscounted(document),
};

/** 一级项目 hold several of those listed. */
const LEVELLED = /[一二]级/;

function miscounted({ disclosure, mentions }: DocumentContext) {
  const promised = mentions.find(({ quantity, aspect }) => quantity === 'performance[projects]' && aspect === 'level');
  if (promised?.printed.kind !== 'count' || LEVELLED.test(behind(promised.place.text))) return [];
  const { value } = promised.printed;
  const { table, targets } = projectLists(disclosure);
  const rows = rowsOf(disclosure, PROJECTS).filter(({ kind }) => kind === 'project');
  const goals = rowsOf(disclosure, PERFORMANCE);
  const counts = [table.projects.length, targets.projects.length, rows.length, goals.length].filter(
    (count) => count > 0,
  );
  const [listed, shown] = [table.projects.length, goals.length];
  // The same name in several units may be one project or several.
  if (rows.length !== table.projects.length) return [];
  if (counts.length === 0 || counts.includes(value)) return [];
  // Targets of some projects only may be printed, but not where they have all the money that is told of.
  const isPartly = Math.max(listed, shown) <= value === (listed === 0);
  if (isPartly && !(listed === 0 && haveAllMoney(disclosure, mentions, promised))) return [];
  const lists = [
    listed > 0 ? `${PROJECTS.name}列出 ${listed} 个项目` : '',
    shown > 0 ? `${PERFORMANCE.name}有 ${shown} 张` : '',
  ];
  const message = `说明写${quoted(promised)}，${lists.filter(Boolean).join('，')}，数目不符`;
  return [tableFinding(TARGET_COUNT.id, 'notice', disclosure, message, [wordEvidence(promised)], '请核对项目数')];
}

/** Whether the targets printed have together what the words give all projects that they count. */
function haveAllMoney(disclosure: Disclosure, mentions: readonly Mention[], { place }: Mention): boolean {
  const told = mentions.find(
    (m) =>
      m.quantity === 'performance[funds]' &&
      m.aspect === 'level' &&
      m.place.section === place.section &&
      m.place.paragraph === place.paragraph &&
      m.place.start > place.start,
  );
  const funds = toldProjects(disclosure).filter(({ form }) => form === PERFORMANCE.id);
  return told !== undefined && fenOf(told) === funds.reduce((sum, each) => sum + each.sum, 0);
}

/** The last words, in which the count stands. */
const behind = (text: string): string => text.slice(-20);
