/** `mingsuan evaluate`: forms blank from targets, filled forms scored, and their words. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { OVERALL_PERFORMANCE, OVERALL_SELF_EVALUATION, PERFORMANCE, SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { rowsOf, tablesFrom, unitOf } from '@mingsuan/core/model/tables';
import { formatOf } from '../make/documents.ts';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import type { World } from '../world.ts';
import { scoresJson, scoresText } from './score-text.ts';
import { disclosureWith, formsOnly, isPretty, loadExecution, profileOf, titled, writePaper } from './shared.ts';

export interface EvaluateOptions {
  readonly output?: string;
  readonly report?: string;
  readonly profile?: string;
  readonly execution?: string;
  readonly format?: string;
  readonly force?: boolean;
}

const EVALUATIONS = [SELF_EVALUATION, OVERALL_SELF_EVALUATION] as const;
const hasForms = (disclosure: Disclosure) => EVALUATIONS.some((kind) => rowsOf(disclosure, kind as never).length > 0);
const hasTargets = (disclosure: Disclosure) =>
  [PERFORMANCE, OVERALL_PERFORMANCE].some((kind) => rowsOf(disclosure, kind as never).length > 0);

/** Runs the command. @returns its exit status; @throws UsageError, FaultyFile */
export async function evaluate(
  file: string | undefined,
  options: EvaluateOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('evaluate'));
  for (const output of [options.output, options.report]) if (output !== undefined) formatOf(output, words);
  const pretty = isPretty(options.format, world, words);
  const disclosure = await disclosureWith(file, (each) => hasForms(each) || hasTargets(each), world, words);
  const saving = { inputs: [file], force: options.force === true };
  if (!hasForms(disclosure)) return blank(disclosure, options.output, saving, world, words);
  const profile = profileOf(options.profile, disclosure, world, words);
  const { filledForm, scoreInputOf } = await import('@mingsuan/core/performance/self-evaluation-form');
  const { score } = await import('@mingsuan/core/performance/score');
  const { resultsOf } = await import('@mingsuan/core/performance/results');
  const { evaluationInWords } = await import('@mingsuan/core/performance/reports');
  const forms = await withExecution(disclosure, options.execution, world, words);
  const scoreOf = (form: (typeof forms.projects)[number] | (typeof forms.overall)[number]) =>
    score(scoreInputOf(form) ?? { budget: 0, executed: 0, indicators: form.indicators }, profile);
  const projects = forms.projects.map((form) => ({ project: form.project ?? form.title, score: scoreOf(form) }));
  const overall = forms.overall.map((form) => ({ project: form.agency ?? form.title, score: scoreOf(form) }));
  const results = resultsOf(projects.map((each) => each.score));
  const all = [...overall, ...projects];
  world.stdout.write(
    pretty
      ? scoresText(all, results, profile, words)
      : `${JSON.stringify(scoresJson(all, results, profile), null, 1)}\n`,
  );
  const unit = unitOf(disclosure, SELF_EVALUATION);
  const filled = formsOnly(disclosure, [
    ...tablesFrom(
      OVERALL_SELF_EVALUATION,
      forms.overall.map((form, i) => filledForm(form, overall[i]!.score, unit)),
      { unit },
    ),
    ...tablesFrom(
      SELF_EVALUATION,
      forms.projects.map((form, i) => filledForm(form, projects[i]!.score, unit)),
      { unit },
    ),
  ]);
  if (options.output !== undefined)
    await writePaper(
      { title: titled(disclosure, '绩效自评表'), sentences: [], disclosure: filled },
      options.output,
      saving,
      world,
      words,
    );
  if (options.report !== undefined) {
    const sentences = evaluationInWords(results, all);
    const paper = { title: titled(disclosure, '绩效自评报告'), sentences, disclosure: filled };
    await writePaper(paper, options.report, saving, world, words);
  }
  return all.some(({ score: { total, faults } }) => !total || faults.length > 0) ? 1 : 0;
}

/** The forms, their money taken from a workbook of execution where one is given. */
async function withExecution(disclosure: Disclosure, file: string | undefined, world: World, words: Messages) {
  const forms = { projects: rowsOf(disclosure, SELF_EVALUATION), overall: rowsOf(disclosure, OVERALL_SELF_EVALUATION) };
  if (file === undefined) return forms;
  const { execution } = await loadExecution(file, world, words);
  const { moneyOfProject, withMoney } = await import('@mingsuan/core/performance/execution-form');
  const projects = forms.projects.map((form) => {
    const project = form.project ?? form.title;
    const money = moneyOfProject(execution, { project, unit: form.unit }, 12);
    if (!money) world.stderr.write(`${words.performance.noMoney(project)}\n`);
    return money ? { ...form, funds: withMoney(form.funds, money, unitOf(disclosure, SELF_EVALUATION)) } : form;
  });
  return { ...forms, projects };
}

/** Blank forms of the targets. */
async function blank(
  disclosure: Disclosure,
  output: string | undefined,
  saving: { readonly inputs: readonly string[]; readonly force: boolean },
  world: World,
  words: Messages,
): Promise<number> {
  if (output === undefined) throw new UsageError(words.make.noOutput('evaluate'));
  const { blankOverall, blankSelfEvaluation } = await import('@mingsuan/core/performance/blank-forms');
  const overall = rowsOf(disclosure, OVERALL_PERFORMANCE).map(blankOverall);
  const projects = rowsOf(disclosure, PERFORMANCE)
    .filter(({ indicators }) => indicators.length > 0)
    .map(blankSelfEvaluation);
  const tables = [
    ...tablesFrom(OVERALL_SELF_EVALUATION, overall, { unit: '万元' }),
    ...tablesFrom(SELF_EVALUATION, projects, { unit: '万元' }),
  ];
  const paper = { title: titled(disclosure, '绩效自评表'), sentences: [], disclosure: formsOnly(disclosure, tables) };
  await writePaper(paper, output, saving, world, words);
  world.stderr.write(`${words.performance.blank(tables.length, output)}\n`);
  return 0;
}
