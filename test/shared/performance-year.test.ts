/** One department's year replayed on its published budget: targets, twelve months of made-up payments, a survey, scores, use of results. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDisclosures } from '@mingsuan/core/check';
import { PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { blankMonitoring, blankSelfEvaluation } from '@mingsuan/core/performance/blank-forms';
import { profileById } from '@mingsuan/core/performance/choose-profile';
import type { AuthorityLine, Entry, Execution } from '@mingsuan/core/performance/execution';
import { executionFaults } from '@mingsuan/core/performance/execution-faults';
import { moneyOfProject, withMoney } from '@mingsuan/core/performance/execution-form';
import { monthlyReport, reconcile, totalOfMonth } from '@mingsuan/core/performance/execution-report';
import { watch } from '@mingsuan/core/performance/monitoring-form';
import { ratio, ratioOf, rounded, sum } from '@mingsuan/core/performance/ratio';
import { evaluationInWords, executionInWords, readReportSentence } from '@mingsuan/core/performance/reports';
import { resultsOf } from '@mingsuan/core/performance/results';
import { score } from '@mingsuan/core/performance/score';
import { filledForm, scoreInputOf } from '@mingsuan/core/performance/self-evaluation-form';
import { surveyScore, verdictOf } from '@mingsuan/core/performance/survey';
import { printDecimal, printTarget } from '@mingsuan/core/performance/target';
import { reviewOf } from '@mingsuan/core/performance/target-review';
import { typedIndicator } from '@mingsuan/core/performance/typed-indicator';
import { proposalOf } from '@mingsuan/core/performance/use-of-results';
import { readDocument } from '@mingsuan/documents/read';
import { beforeAll, describe, expect, it } from 'vitest';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
if (!existsSync(SEEDS)) console.log('跳过：没有 ../shared，绩效全程的测试未运行');

const NATIONAL = profileById('national-2020')!;
const SICHUAN = profileById('sichuan-2025')!;

type Read = Awaited<ReturnType<typeof readDocument>>['disclosures'][number];
type Form = ReturnType<typeof blankSelfEvaluation>;
let department: Read;
let forms: readonly Form[];
let year: Execution;

/** Each project of the department has a line of ten million fen times its place, so that every sum can be told beforehand. */
const FEN = 10_000_000;

beforeAll(async () => {
  if (!existsSync(SEEDS)) return;
  const name = readdirSync(SEEDS).find((each) => each.startsWith('000'))!;
  const { disclosures } = await readDocument(name, new Uint8Array(readFileSync(join(SEEDS, name))));
  department = disclosures.find(({ agency }) => agency.code === '302')!;
  forms = rowsOf(department, PERFORMANCE)
    .filter(({ indicators }) => indicators.length > 0)
    .map(blankSelfEvaluation);
  const unit = department.agency.name;
  const lines = forms.map(
    ({ project = '' }, i): AuthorityLine => ({
      id: `Z${i}`,
      unit: `${unit}${i}`,
      project,
      functional: '2010302',
      fund: 'general-public',
      document: '某财预〔2021〕1号',
      amount: FEN * (i + 1),
    }),
  );
  // Even payments; the first project stops in June.
  const payments = lines.flatMap(({ id, amount }, i) =>
    Array.from(
      { length: i === 0 ? 6 : 12 },
      (_, m): Entry => ({ line: id, month: m + 1, amount: Math.floor(amount / 12) }),
    ),
  );
  year = { lines, adjustments: [], plans: [], payments, commitments: [], acceptances: [] };
});

/** Every number is met, words are reached; of the first project nothing is more than half done. */
function answered(form: Form, i: number): Form {
  const indicators = form.indicators.map((row) => {
    const { direction, value, target } = typedIndicator(row);
    if (direction === 'words') return { ...row, achieved: i === 0 ? '部分达成' : '达成', cause: '一期推迟' };
    if (direction === 'by') return { ...row, achieved: `${target.number!.units}月` };
    if (!value || !target.number) return { ...row, achieved: '' };
    const half = direction !== 'at-most' && i === 0;
    const number = half
      ? rounded(ratio(target.number.units, 2n * 10n ** BigInt(target.number.scale)), 2)
      : target.number;
    const achieved = printTarget({ ...target, comparator: '=', number });
    return { ...row, achieved, ...(half ? { cause: '一期推迟' } : {}) };
  });
  return { ...form, indicators };
}

const money = (form: Form, i: number, month: number) =>
  moneyOfProject(year, { project: form.project!, unit: year.lines[i]!.unit }, month)!;

describe.skipIf(!existsSync(SEEDS))('the year of one department', () => {
  it('approval: its projects have targets, each reviewed with what stands against it', () => {
    expect(forms.length).toBe(17);
    const { findings } = checkDisclosures([department]);
    const reviews = rowsOf(department, PERFORMANCE)
      .filter(({ indicators }) => indicators.length > 0)
      .map((target) => reviewOf(target, findings, NATIONAL));
    expect(reviews.every(({ best }) => best !== '差')).toBe(true);
    for (const { points, best } of reviews)
      expect(best).toBe(points.some(({ isSevere }) => isSevere) ? '中' : points.length > 0 ? '良' : '优');
  });

  it('four quarters: money adds up to the fen, the slow project is told', () => {
    for (const month of [3, 6, 9, 12]) {
      expect(executionFaults(year, month, NATIONAL.execution)).toEqual([]);
      const rows = monthlyReport(year, month);
      const total = totalOfMonth(rows, month);
      const paid = year.payments.filter((each) => each.month <= month).reduce((all, { amount }) => all + amount, 0);
      expect(total.cumulative).toBe(paid);
      expect(total.available + total.committed + total.cumulative).toBe(total.adjusted);
    }
    const rows = monthlyReport(year, 12);
    const told = executionInWords(totalOfMonth(rows, 12), rows, 12, 10).flatMap(
      (text) => readReportSentence(text) ?? [],
    );
    expect(told.map(({ id }) => id)).toEqual(['behind', 'slow-unexplained']);
    expect(told[1]!.values).toMatchObject({ project: forms[0]!.project, rate: '50.00' });
    const all = year.payments.reduce((sum, { amount }) => sum + amount, 0);
    const approved = year.lines.reduce((sum, { amount }) => sum + amount, 0);
    expect(reconcile(year, { budget: { '2010302': approved }, accounts: { '2010302': all } })).toEqual([]);
  });

  it('monitoring: what stands still turns red, nothing unanswered is green', () => {
    const targets = rowsOf(department, PERFORMANCE).filter(({ indicators }) => indicators.length > 0);
    for (const [i, target] of targets.entries()) {
      const form = blankMonitoring(target, 9);
      const unit = '元';
      const seen = watch({ ...form, funds: withMoney(form.funds, money(forms[i]!, i, 9), unit) }, 9, NATIONAL);
      expect(seen.budget.light).toBe(i === 0 ? 'yellow' : 'green');
      const dated = target.indicators.filter((row) => typedIndicator(row).direction === 'by').length;
      expect(seen.indicators.filter(({ light }) => light === 'none')).toHaveLength(target.indicators.length - dated);
    }
  });

  it('self-evaluation: what is answered is scored, each score is the sum of its parts and can be computed again', () => {
    const scored = forms.map((form, i) => {
      const full = { ...answered(form, i), funds: withMoney(form.funds, money(form, i, 12), '元') };
      return { project: form.project!, form: full, score: score(scoreInputOf(full)!, NATIONAL) };
    });
    const results = resultsOf(scored.map((each) => each.score));
    expect(results.projects).toBe(17);
    for (const { form, score: found } of scored) {
      expect(score(found.input, NATIONAL)).toEqual(found);
      if (!found.total) {
        // The only reason: a group that the profile weighs has no indicator, or a target is no number.
        expect(found.faults.map(({ code }) => code)).toEqual(
          expect.arrayContaining([expect.stringMatching(/weights|no-actual/)]),
        );
        continue;
      }
      expect(ratioOf(found.total)).toEqual(
        rationed(sum(found.parts.map(({ points }) => ratioOf(points!))), found.total.scale),
      );
      expect(filledForm(form, found).total?.text).toBe(printDecimal(found.total));
    }
    expect(results.scored).toBeGreaterThanOrEqual(14);
    const told = evaluationInWords(results, scored).map((text) => readReportSentence(text)?.id);
    expect(told.filter((id) => id === 'project' || id === 'project-open')).toHaveLength(17);
    expect(told).not.toContain(undefined);
    const first = scored[0]!.score;
    const proposal = proposalOf({ ...first, profile: SICHUAN.id }, first.input.budget, SICHUAN);
    expect(proposal?.use ?? 'none').toMatch(first.total ? /cut|cancel/ : /none/);
  });

  it('a survey of the users feeds its indicator with what it proves', () => {
    const satisfaction = forms
      .flatMap(({ indicators }) => indicators)
      .find(({ level1, level2 }) => /满意/.test(level1 + level2))!;
    const { value } = typedIndicator(satisfaction);
    const steps = [50, 10, 2, 0, 0] as const;
    const found = surveyScore(
      { population: 200, invited: 100, answered: 62, steps, channel: '二维码', period: ['2021-11-01', '2021-11-15'] },
      { by: 'top-two' },
    );
    expect(found.state).toBe('scored');
    if (found.state !== 'scored') return;
    expect(printDecimal(found.result.printed)).toBe('96.77');
    expect(verdictOf(found.result, value!.amount)).toMatch(/met|not-proven/);
  });
});

/** A sum in the places that it was printed with. */
const rationed = (value: ReturnType<typeof sum>, places: number) => ratioOf(rounded(value, places));
