/** Columns of the standard form that a published self-evaluation leaves without any value. */
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { PERFORMANCE_MEASURES } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { type Evaluation, type EvaluationSheet, evaluationFinding, evaluationsOf, partEvidence } from './parts.ts';

const MOST_TOLD = 3;

/** A column with its rows' values; a part of the form that has no rows has no columns to be filled in. */
const COLUMNS: readonly (readonly [name: string, values: (sheet: EvaluationSheet) => readonly unknown[]])[] = [
  ['全年预算数', ({ funds }) => funds.map(({ adjusted }) => adjusted)],
  ['全年执行数', ({ funds }) => funds.map(({ executed }) => executed)],
  ['目标实际完成情况', ({ goals }) => goals.map(({ achieved }) => achieved)],
  ['任务完成情况', ({ tasks = [] }) => tasks.map(({ done }) => done)],
  ['任务支出金额', ({ tasks = [] }) => tasks.map(({ spent }) => spent)],
  ['指标实际完成值', ({ indicators }) => indicators.map(({ achieved }) => achieved)],
  ['指标分值', ({ indicators }) => indicators.map(({ weight }) => weight)],
  ['指标得分', ({ indicators }) => indicators.map(({ score }) => score)],
  ['总分', ({ total }) => [total]],
];

export const EVALUATION_UNFILLED: ReadRule = {
  phase: 'read',
  group: '绩效自评',
  scope: EVERYWHERE,
  basis: [{ document: PERFORMANCE_MEASURES, says: '自评表的格式' }],
  id: 'evaluation-unfilled',
  title: '自评表没有整栏空着',
  severity: 'notice',
  sure: '供参考',
  check:
    '自评表的全年预算数、全年执行数、实际完成情况、实际完成值、分值、得分、总分（部门整体的还有任务完成情况、支出金额），整栏没有一个值的，每份文本提示一条；有一个值的不报。没有印这一栏的也提示；没有读出指标的表不判断。',
  run: ({ disclosure }) => {
    const blank = evaluationsOf(disclosure).flatMap((evaluation) => {
      const columns = evaluation.sheet.indicators.length === 0 ? [] : blankColumns(evaluation.sheet);
      return columns.length === 0 ? [] : [{ evaluation, columns }];
    });
    return blank.length === 0 ? [] : [findingOf(disclosure, blank)];
  },
};

const blankColumns = (sheet: EvaluationSheet): readonly string[] =>
  COLUMNS.flatMap(([name, valuesOf]) => {
    const values = valuesOf(sheet);
    return values.length > 0 && values.every((value) => value === undefined || value === '') ? [name] : [];
  });

interface Blank {
  readonly evaluation: Evaluation;
  readonly columns: readonly string[];
}

function findingOf(disclosure: Disclosure, blank: readonly Blank[]): Finding {
  const [first] = blank;
  const told = blank.map(
    ({ evaluation: { name }, columns }) => `${name}的${columns.map((each) => `“${each}”`).join('')}`,
  );
  const message = `${blank.length} 张自评表有整栏没有填写（或没有印）：${told.slice(0, MOST_TOLD).join('；')}${told.length > MOST_TOLD ? '等' : ''}`;
  const evidence = blank.map(({ evaluation: { form, sheet }, columns }) =>
    partEvidence(form, sheet.title, columns[0]!, { text: sheet.title, origin: sheet.origin }),
  );
  return evaluationFinding(EVALUATION_UNFILLED, 'notice', disclosure, first!.evaluation, message, evidence);
}
