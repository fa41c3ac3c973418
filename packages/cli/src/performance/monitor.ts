/** `mingsuan monitor`: indicators and payments of a month in lights, and their words. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { MONITORING, type Monitoring, PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf, tablesFrom, unitOf } from '@mingsuan/core/model/tables';
import type { Watch } from '@mingsuan/core/performance/monitoring-form';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import { padEnd } from '../format/width.ts';
import { formatOf } from '../make/documents.ts';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import type { World } from '../world.ts';
import {
  disclosureWith,
  formsOnly,
  isPretty,
  loadExecution,
  monthOf,
  profileOf,
  titled,
  writePaper,
} from './shared.ts';

export interface MonitorOptions {
  readonly output?: string;
  readonly report?: string;
  readonly profile?: string;
  readonly execution?: string;
  readonly month?: string;
  readonly format?: string;
  readonly force?: boolean;
}

const holds = (disclosure: Disclosure) =>
  rowsOf(disclosure, MONITORING).length > 0 || rowsOf(disclosure, PERFORMANCE).length > 0;

/** Runs the command. @returns its exit status; @throws UsageError, FaultyFile */
export async function monitor(
  file: string | undefined,
  options: MonitorOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('monitor'));
  for (const output of [options.output, options.report]) if (output !== undefined) formatOf(output, words);
  const pretty = isPretty(options.format, world, words);
  const asked = options.month === undefined ? undefined : monthOf(options.month, words);
  const disclosure = await disclosureWith(file, holds, world, words);
  const saving = { inputs: [file], force: options.force === true };
  const given = rowsOf(disclosure, MONITORING);
  const month = asked ?? monthOfPeriod(given[0]?.period);
  if (month === undefined) throw new UsageError(words.performance.noMonth);
  if (given.length === 0) {
    if (options.output === undefined) throw new UsageError(words.make.noOutput('monitor'));
    const { blankMonitoring } = await import('@mingsuan/core/performance/blank-forms');
    const targets = rowsOf(disclosure, PERFORMANCE).filter(({ indicators }) => indicators.length > 0);
    const forms = targets.map((target) => blankMonitoring(target, month));
    await write(disclosure, forms, '绩效运行监控表', [], options.output);
    world.stderr.write(`${words.performance.blank(forms.length, options.output)}\n`);
    return 0;
  }
  const profile = profileOf(options.profile, disclosure, world, words);
  const { offParts, watch, watchedForm } = await import('@mingsuan/core/performance/monitoring-form');
  const { board } = await import('@mingsuan/core/performance/monitor');
  const { monitoringInWords } = await import('@mingsuan/core/performance/reports');
  const forms = await withExecution(given, disclosure, month, options.execution, world, words);
  const watches = forms.map((form) => watch(form, month, profile));
  const counts = board(watches.map(({ light }) => light));
  world.stdout.write(
    pretty
      ? await textOf(watches, profile, words)
      : `${JSON.stringify({ profile: profile.id, month, board: counts, projects: watches }, null, 1)}\n`,
  );
  const seen = forms.map((form, i) => watchedForm(form, watches[i]!));
  if (options.output !== undefined) await write(disclosure, seen, '绩效运行监控表', [], options.output);
  if (options.report !== undefined) {
    const watched = watches.map((each) => ({ project: each.project, light: each.light, parts: offParts(each) }));
    await write(disclosure, seen, '绩效运行监控报告', monitoringInWords(counts, watched, month), options.report);
  }
  return counts.green + counts.blue === watches.length && watches.every(({ warnings }) => warnings.length === 0)
    ? 0
    : 1;

  function write(
    of: Disclosure,
    forms: readonly Monitoring[],
    what: string,
    sentences: readonly string[],
    output: string,
  ) {
    const tables = tablesFrom(MONITORING, forms, { unit: unitOf(of, MONITORING) });
    return writePaper(
      { title: titled(of, what), sentences, disclosure: formsOnly(of, tables) },
      output,
      saving,
      world,
      words,
    );
  }
}

/** 1—6月 → 6 */
function monthOfPeriod(period = ''): number | undefined {
  const month = Number(/(\d{1,2})月(?!.*\d{1,2}月)/.exec(period)?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** The forms, their money taken from a workbook of execution where one is given. */
async function withExecution(
  forms: readonly Monitoring[],
  disclosure: Disclosure,
  month: number,
  file: string | undefined,
  world: World,
  words: Messages,
): Promise<readonly Monitoring[]> {
  if (file === undefined) return forms;
  const { execution } = await loadExecution(file, world, words);
  const { moneyOfProject, withMoney } = await import('@mingsuan/core/performance/execution-form');
  return forms.map((form) => {
    const project = form.project ?? form.title;
    const money = moneyOfProject(execution, { project, unit: form.unit }, month);
    if (!money) world.stderr.write(`${words.performance.noMoney(project)}\n`);
    return money ? { ...form, funds: withMoney(form.funds, money, unitOf(disclosure, MONITORING)) } : form;
  });
}

const NAME = 28;

async function textOf(
  watches: readonly Watch[],
  profile: PerformanceProfile,
  { performance: say }: Messages,
): Promise<string> {
  const { LIGHT_NAMES } = await import('@mingsuan/core/performance/reports');
  const lines = watches.flatMap(({ project, light, budget, indicators, warnings, unexplained }) => [
    '',
    `${LIGHT_NAMES[light]}  ${project}`,
    `  ${LIGHT_NAMES[budget.light]}  ${padEnd(say.money, NAME)}${budget.reason}`,
    ...indicators.map((each) => `  ${LIGHT_NAMES[each.light]}  ${padEnd(each.name, NAME)}${each.reason}`),
    ...warnings.map(({ message }) => `  ! ${message}`),
    ...unexplained.map((name) => `  ${say.unexplained(name)}`),
  ]);
  return `${[say.byProfile(profile.id, profile.name, profile.source), ...lines].join('\n')}\n`;
}
