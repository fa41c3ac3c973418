/** How many projects the words say have targets, against the lists of projects and the targets printed. */
import type { Disclosure } from '../../disclosure.ts';
import { PERFORMANCE, PROJECTS } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
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
    '说明写编报了几个项目的绩效目标，而列出的项目、绩效目标表都不是这个数（只列出一部分目标的不查，除非所列的资金之和正是说明写的资金；按一级项目说的也不查）。项目数与绩效目标表的张数相同的，各张的项目金额之和应是说明写的资金，相差的正好是其中一个数的一处笔误的也提示。',
  run: (document) => [...miscounted(document), ...misfunded(document)],
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

/** As many targets as the words count, whose money is another sum than the words tell, by one slip of one of them. */
function misfunded({ disclosure, mentions }: DocumentContext) {
  const promised = mentions.find(({ quantity, aspect }) => quantity === 'performance[projects]' && aspect === 'level');
  const told = promised && moneyOf(mentions, promised);
  const fen = told && fenOf(told);
  if (promised?.printed.kind !== 'count' || !told || fen === undefined) return [];
  const goals = toldProjects(disclosure).filter(({ form }) => form === PERFORMANCE.id);
  // Where a table lists the projects, its amounts are held against the targets' one by one.
  if (rowsOf(disclosure, PROJECTS).length > 0) return [];
  if (goals.length !== promised.printed.value || goals.length !== rowsOf(disclosure, PERFORMANCE).length) return [];
  const gap = fen - goals.reduce((sum, each) => sum + each.sum, 0);
  const slips = goals.filter(({ sum }) => gap !== 0 && isSlip(sum, sum + gap));
  const [slip, ...more] = slips;
  if (!slip) return [];
  const hint = more.length === 0 ? `；“${slip.name}”若为 ${wan(slip.sum + gap)}，就相符` : '';
  const message = `说明写${quoted(told)}，${goals.length} 张绩效目标表的项目金额合计 ${wan(fen - gap)}，相差 ${wan(Math.abs(gap))}${hint}`;
  const { text, origin } = slip.amounts[0]!;
  const evidence = [wordEvidence(told), { form: PERFORMANCE.id, row: slip.name, text, origin }];
  return [tableFinding(TARGET_COUNT.id, 'notice', disclosure, message, evidence, '请核对项目金额')];
}

const isSlip = (printed: Fen, meant: Fen): boolean =>
  meant > 0 && typingError(formatAmount(printed, '万元'), formatAmount(meant, '万元')) !== undefined;

/** Whether the targets printed have together what the words give all projects that they count. */
function haveAllMoney(disclosure: Disclosure, mentions: readonly Mention[], promised: Mention): boolean {
  const told = moneyOf(mentions, promised);
  const funds = toldProjects(disclosure).filter(({ form }) => form === PERFORMANCE.id);
  return told !== undefined && fenOf(told) === funds.reduce((sum, each) => sum + each.sum, 0);
}

/** The money told behind the number of projects. */
const moneyOf = (mentions: readonly Mention[], { place }: Mention): Mention | undefined =>
  mentions.find(
    (m) =>
      m.quantity === 'performance[funds]' &&
      m.aspect === 'level' &&
      m.place.section === place.section &&
      m.place.paragraph === place.paragraph &&
      m.place.start > place.start,
  );

/** The last words, in which the count stands. */
const behind = (text: string): string => text.slice(-20);
