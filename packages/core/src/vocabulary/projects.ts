/** What sentences say of projects: how many have targets, and what money they take. */
import type { Concept } from './concept.ts';

/** What their money is called. */
const FUNDS =
  '<项目预算资金|预算资金|财政资金|资金|预算金额|金额|一般公共预算资金|财政拨款|一般公共预算拨款|一般公共预算当年拨款|一般公共预算当年财政拨款|四本预算资金|预算|财政拨款资金>';

const PERFORMANCE = '财预〔2018〕167号：绩效目标随预算公开';

export const PROJECT_CONCEPTS: readonly Concept[] = [
  {
    id: 'targeted-projects',
    name: '编报绩效目标的项目',
    english: 'Projects with performance targets',
    wordings: [],
    nouns: [
      '编报绩效目标的项目',
      '<实行|开展|纳入>绩效目标管理的[<一级|二级|预算>]项目',
      '<设置|编制|确定|设定>[了]绩效目标的项目',
      '涉及[预算]项目',
      '涉及一级[预算]项目',
    ],
    basis: PERFORMANCE,
  },
  {
    id: 'targeted-funds',
    name: '涉及项目预算资金',
    english: 'Money of projects with performance targets',
    wordings: [],
    nouns: [
      `涉及${FUNDS}`,
      `涉及当年${FUNDS}`,
      '涉及财拨资金',
      '涉及财政性资金[合计]',
      '涉及一般公共预算财政拨款',
      '涉及项目资金',
    ],
    basis: PERFORMANCE,
  },
  {
    id: 'their-funds',
    name: '预算资金',
    english: 'Money of the projects just counted',
    wordings: [],
    // Behind the number of projects their money is named shortly.
    nouns: ['预算资金', '资金', '项目资金'],
    basis: PERFORMANCE,
  },
  {
    id: 'project-budget',
    name: '项目总预算',
    english: 'Budget of a project',
    wordings: [],
    nouns: [
      '项目总预算',
      '项目预算',
      '项目预算资金',
      '项目总预算资金',
      '项目资金预算',
      '项目年度预算',
      '预算资金',
      '项目总金额',
      '项目预算总额',
      '项目经费',
      '预算安排规模',
    ],
  },
  {
    id: 'arranged-total',
    name: '部门预算收支安排',
    english: 'Budget as arranged, revenue and expenditure alike',
    wordings: [],
    nouns: ['部门预算收支安排', '预算收支安排', '单位预算收支安排', '预算收支', '收支预算安排'],
  },
];
