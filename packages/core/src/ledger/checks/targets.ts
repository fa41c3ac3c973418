/** Indicators of performance targets: their levels, and what is entered twice. */
import { LEVEL_ONE, levelOnesOf, PERFORMANCE_FRAMEWORK } from '../../classification/performance-framework.ts';
import { type MoneyUnit, parseAmount, wan } from '../../money.ts';
import { foldWidth, unspaced } from '../../text/fold.ts';
import type { IndicatorLine, Ledger, Project } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** A first level that there is not, a second level of another first one, an indicator entered twice; one message an indicator. */
export function targetProblems({ projects, overall }: Ledger): LedgerProblem[] {
  return [
    ...projects.flatMap((project, p) => goalProblems(project, `projects[${p}].goal`)),
    ...projects.flatMap(({ name, indicators }, p) =>
      problemsOf(indicators, `projects[${p}].indicators`, `项目“${name}”的`),
    ),
    ...problemsOf(overall?.indicators ?? [], 'overall.indicators', '整体绩效的'),
  ];
}

const LEVELS = [
  ['level1', '一级指标'],
  ['level2', '二级指标'],
] as const;

const FIRST_LEVELS = [...new Set(PERFORMANCE_FRAMEWORK.map(({ level1 }) => level1))].join('、');

function problemsOf(indicators: readonly IndicatorLine[], path: string, whose: string): LedgerProblem[] {
  const seen = new Set<string>();
  // Some places print indicators without levels: then none has any.
  const hasLevels = indicators.some((each) => LEVELS.some(([field]) => each[field] !== ''));
  return indicators.flatMap(({ level1, level2, level3 }, i) => {
    const at = `${path}[${i}]`;
    const what = `${whose}指标“${level3}”`;
    const [blank] = hasLevels ? LEVELS.filter(([field]) => indicators[i]![field] === '') : [];
    if (blank) return [problem('target-without-level', `${at}.${blank[0]}`, `${what}的${blank[1]}没有填：请补上。`)];
    if (level1 !== '' && !LEVEL_ONE.test(unspaced(level1))) {
      const message = `${what}的一级指标写的是“${level1}”：一级指标是${FIRST_LEVELS}，请改正。`;
      return [problem('target-level', `${at}.level1`, message)];
    }
    const above = levelOnesOf(level2);
    if (above.length > 0 && !above.some((each) => each.startsWith(unspaced(level1).replace(/指标$/, '')))) {
      const message = `${what}的二级指标“${level2}”属于${above.join('、')}，不属于${level1}：请核对。`;
      return [problem('target-level', `${at}.level2`, message)];
    }
    if (!/\p{L}/u.test(level3)) {
      const message = `${whose}三级指标写的是“${level3}”：三级指标是指标的名称，请核对是不是填错了列。`;
      return [problem('target-name', `${at}.level3`, message)];
    }
    const key = [level1, level2, level3].map(unspaced).join('/');
    if (!seen.has(key)) {
      seen.add(key);
      return withoutUnit(indicators[i]!, `${at}.target`, what);
    }
    return [problem('target-twice', `${at}.level3`, `${what}前面已经填过一次：请删去一行，或改正名称。`)];
  });
}

/** 投入256.50万元, 安排资金30万元: what a goal says that its project costs. */
const COSTS = /(?:投入|安排|预算|资金|经费)[^，。；\d]{0,4}(\d+(?:\.\d+)?)\s*(亿元|万元|元)/g;

/** A goal that costs more than its project has, this year and later. */
function goalProblems({ name, goal = '', lines, later = [] }: Project, path: string): LedgerProblem[] {
  const own = [...lines, ...later].reduce((sum, { fen }) => sum + fen, 0);
  const more = [...goal.matchAll(COSTS)].find(
    ([, figure, unit]) => own > 0 && (parseAmount(figure!, unit as MoneyUnit)?.fen ?? 0) > own,
  );
  if (!more) return [];
  const message = `项目“${name}”的目标写到 ${more[1]}${more[2]}，比项目的金额 ${wan(own)} 还多：请核对目标和金额。`;
  return [problem('goal-amount', path, message)];
}

/** 数量（台）, 合格率（%）, 得分: the name says what is counted. */
const NAMES_UNIT = /[（(][^（()）]{1,6}[)）]\s*$/;

/** A bare number, which nobody can read without what it counts; with a comparison before it the document's check tells it. */
function withoutUnit({ level3, target }: IndicatorLine, path: string, what: string): LedgerProblem[] {
  if (!/^\d+(?:\.\d+)?$/.test(unspaced(foldWidth(target))) || NAMES_UNIT.test(level3)) return [];
  const message = `${what}的指标值只写了“${target}”，没有计量单位：请写明，例如“${target}个”、“≥${target}%”。`;
  return [problem('target-unit-missing', path, message)];
}
