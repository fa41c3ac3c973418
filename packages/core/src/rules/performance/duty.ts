/** The duty tables of the 2019 generation: standards fall from 优 to 差, amounts of activities add up to their duty's. */

import type { Disclosure } from '../../disclosure.ts';
import type { Evidence, Finding } from '../../finding.ts';
import type { DutyPerformanceRow } from '../../kinds/index.ts';
import { DUTY_PERFORMANCE } from '../../kinds/index.ts';
import { rowsOf, unitOf } from '../../model/tables.ts';
import { decimalsOf, formatAmount, printingStep } from '../../money.ts';
import { compareDecimal, direction, parseTarget, type Target } from '../../performance/target.ts';
import { unspaced } from '../../text/fold.ts';
import { numberingDepth } from '../../text/numbering.ts';
import { type Basis, DUTIES_PRACTICE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

const GROUP = '绩效目标';
const BASIS: readonly Basis[] = [{ document: DUTIES_PRACTICE }];

export const DUTY_STANDARDS: ReadRule = {
  phase: 'read',
  id: 'duty-standards',
  title: '评价标准优、良、中、差依次递减',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'warning',
  sure: '确定',
  check: '优、良、中、差四档的数值单调变化（或全部单调增加），差的界限与中相接。',
  run: ({ disclosure }) => rowsOf(disclosure, DUTY_PERFORMANCE).flatMap((row) => standards(disclosure, row)),
};

export const DUTY_AMOUNTS: ReadRule = {
  phase: 'read',
  id: 'duty-amounts',
  title: '职责的金额等于其各项工作活动之和',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'error',
  sure: '确定',
  check: '职责（一、二、…）的金额 = 其下各工作活动（1、2、…）金额之和，按印刷单位的舍入。',
  run: ({ disclosure }) => duties(rowsOf(disclosure, DUTY_PERFORMANCE)).flatMap((duty) => amounts(disclosure, duty)),
};

const GRADES = [
  ['excellent', '优'],
  ['good', '良'],
  ['fair', '中'],
  ['poor', '差'],
] as const;

function standards({ agency }: Disclosure, row: DutyPerformanceRow): readonly Finding[] {
  const texts = GRADES.map(([grade]) => row[grade]);
  const targets = texts.map((text) => (text === undefined ? undefined : parseTarget(text)));
  const fault = standardsFault(targets);
  if (!fault) return [];
  const shown = GRADES.map(([, name], i) => `${name} ${unspaced(texts[i] ?? '')}`).join('，');
  return [
    {
      rule: DUTY_STANDARDS.id,
      severity: 'warning',
      agency: agency.name,
      form: DUTY_PERFORMANCE.id,
      message: `工作活动“${unspaced(row.duty)}”的评价标准${fault}：${shown}`,
      evidence: GRADES.flatMap(([grade], i): Evidence[] =>
        texts[i] === undefined
          ? []
          : [{ form: DUTY_PERFORMANCE.id, row: row.duty, column: grade, text: texts[i], origin: row.origin }],
      ),
    },
  ];
}

function standardsFault(targets: readonly (Target | undefined)[]): string | undefined {
  const numbers = targets.map((target) => target?.number);
  const [best, good, fair, poor] = numbers;
  if (!best || !good || !fair || targets.some((target) => target && (target.unit ?? '') !== (targets[0]!.unit ?? '')))
    return undefined;
  const steps = [compareDecimal(best, good), compareDecimal(good, fair)];
  const falls = steps.every((step) => step > 0);
  const rises = steps.every((step) => step < 0);
  if (!falls && !rises) return '没有依次变化';
  if (!poor) return undefined;
  const last = compareDecimal(fair, poor);
  if (falls ? last < 0 : last > 0) return '中与差颠倒';
  const way = direction(targets[3]!.comparator);
  if (way !== 0 && (falls ? way > 0 : way < 0)) return '中“差”的比较方向与其他档相反';
  return last !== 0 && way !== 0 && targets[3]!.comparator !== '≤' ? '中“中”与“差”的界限不相接' : undefined;
}

interface Duty {
  readonly row: DutyPerformanceRow;
  readonly activities: DutyPerformanceRow[];
}

function duties(rows: readonly DutyPerformanceRow[]): readonly Duty[] {
  const found: Duty[] = [];
  for (const row of rows) {
    if (numberingDepth(row.duty) === 1) found.push({ row, activities: [] });
    else found.at(-1)?.activities.push(row);
  }
  return found;
}

function amounts(disclosure: Disclosure, { row, activities }: Duty): readonly Finding[] {
  const parts = activities.flatMap(({ amount }) => amount ?? []);
  if (!row.amount || parts.length === 0) return [];
  const { agency } = disclosure;
  const sum = parts.reduce((total, { fen }) => total + fen, 0);
  const unit = unitOf(disclosure, DUTY_PERFORMANCE);
  const step = printingStep(unit, Math.max(...[row.amount, ...parts].map(({ text }) => decimalsOf(text))));
  const difference = row.amount.fen - sum;
  if (2 * Math.abs(difference) <= (parts.length > 1 ? (parts.length + 1) * step : 0)) return [];
  const evidence = [row, ...activities].flatMap((each): Evidence[] =>
    each.amount
      ? [
          {
            form: DUTY_PERFORMANCE.id,
            row: each.duty,
            column: 'amount',
            text: each.amount.text,
            origin: each.amount.origin,
          },
        ]
      : [],
  );
  const [said, added] = [row.amount.fen, sum].map((fen) => formatAmount(fen, unit));
  const message = `职责“${unspaced(row.duty)}”的金额 ${said} ${unit}，不等于各工作活动之和 ${added} ${unit}`;
  return [
    {
      rule: DUTY_AMOUNTS.id,
      severity: 'error',
      agency: agency.name,
      form: DUTY_PERFORMANCE.id,
      message,
      expected: sum,
      actual: row.amount.fen,
      difference,
      evidence,
    },
  ];
}
