/** What the budget's words promised in figures and days, beside what the self-evaluation and the accounts' words say was done. */
import type { Disclosure } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { ReachedIndicator } from '../../kinds/evaluated.ts';
import { agreement, subjectOf } from '../../performance/subject.ts';
import { compareDecimal, type Decimal, parseTarget, printDecimal } from '../../performance/target.ts';
import { isSameUnit } from '../../performance/units.ts';
import { innerQuotes, unspaced } from '../../text/fold.ts';
import { PERFORMANCE_TARGETS } from '../basis.ts';
import { goalsInSections, type StatedGoal, statedGoals } from '../performance/goals.ts';
import type { RelateRule } from '../rule.ts';
import { lateResults } from './promised-days.ts';
import { evaluatedRows, evidenceOf, hasCause, isOfProject, LEAST } from './results.ts';

export const ACCOUNTS_PROMISES: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'accounts-promises',
  title: '预算说明承诺的数和日期，自评和决算说明做到了或有交代',
  group: '决算与预算',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: PERFORMANCE_TARGETS, says: '绩效自评对照批复的绩效目标' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '同一单位同一年度的预算也在时：预算说明写了“以上”“不超过”的数，决算的自评指标或说明里同一件事的完成数没有达到，自评的指标值不是这个数、也没有写原因的，提示一条；写了“某月某日前”的，完成的日子晚于它的同样提示。说法不是同一件事的不比。',
  run: ({ disclosure }, { disclosure: budget }) => {
    const results = [...evaluated(disclosure), ...told(disclosure)];
    const missed = statedGoals(budget).flatMap((promise) => {
      if (promise.bound === 0) return [];
      const own = results.filter((each) => isOf(promise, each));
      // One that kept it may be the one that was meant.
      const [first] = own;
      if (!first || own.some((each) => !isMissed(promise, each.number) || each.isAnswered(promise))) return [];
      return [findingOf(disclosure, promise, first)];
    });
    return [...missed, ...lateResults(ACCOUNTS_PROMISES, disclosure, budget)];
  },
};

interface Result {
  readonly subject: string;
  readonly project: string | undefined;
  readonly number: Decimal;
  readonly unit: string;
  readonly where: string;
  readonly printed: string;
  readonly evidence: Evidence;
  /** The reader is told of it: the sheet has the promise for its target, or says why it was missed. */
  readonly isAnswered: (promise: StatedGoal) => boolean;
}

const evaluated = (accounts: Disclosure): readonly Result[] =>
  evaluatedRows(accounts).flatMap(({ form, project, row }): readonly Result[] => {
    const { number, unit = '', malformed } = parseTarget(row.achieved ?? '');
    if (!number || malformed || subjectOf(row.level3).length < LEAST) return [];
    return [
      {
        subject: subjectOf(row.level3),
        project,
        number,
        unit,
        where: '自评表',
        printed: `“${innerQuotes(unspaced(row.level3))}”${unspaced(row.achieved!)}`,
        evidence: evidenceOf(form, row),
        isAnswered: (promise) => hasCause(row) || isTarget(row, promise),
      },
    ];
  });

/** 90%以上 says no less than 90, and may be more. */
const OPEN = /[不大小高低超][少低高超大小于过]|以[上下内]|至少|[≥≤><]/;

const told = (accounts: Disclosure): readonly Result[] =>
  goalsInSections(accounts).flatMap(({ subject, number, unit, clause, origin }): readonly Result[] =>
    OPEN.test(clause)
      ? []
      : [
          {
            subject: subjectOf(subject),
            project: undefined,
            number,
            unit,
            where: '决算说明',
            printed: `“${innerQuotes(clause)}”`,
            evidence: { text: clause, origin },
            isAnswered: () => false,
          },
        ],
  );

function isTarget({ target = '' }: ReachedIndicator, { number }: StatedGoal): boolean {
  const own = parseTarget(target).number;
  return own !== undefined && compareDecimal(own, number) === 0;
}

/** One thing by its whole subject and its unit, and of the same project where both name one. */
function isOf({ subject, unit, tables }: StatedGoal, result: Result): boolean {
  const promised = subjectOf(subject);
  if (promised.length < LEAST || !isSameUnit(unit, result.unit)) return false;
  return isOfProject(tables, result.project) && agreement(promised, result.subject) === 'same';
}

const isMissed = ({ bound, number }: StatedGoal, done: Decimal): boolean => compareDecimal(done, number) * bound < 0;

function findingOf(accounts: Disclosure, promise: StatedGoal, result: Result): Finding {
  const { clause, number, unit, bound, origin, where } = promise;
  const message = `预算的${where}写“${innerQuotes(clause)}”（${bound > 0 ? '至少' : '至多'} ${printDecimal(number)}${unit}），${result.where}写${result.printed}，没有达到，请说明原因`;
  return {
    rule: ACCOUNTS_PROMISES.id,
    severity: ACCOUNTS_PROMISES.severity,
    agency: accounts.agency.name,
    message,
    evidence: [result.evidence, { text: clause, origin }],
  };
}
