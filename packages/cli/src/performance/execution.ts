/** `mingsuan execution`: what the workbook of execution tells of a month. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { EXECUTION_REPORT } from '@mingsuan/core/kinds/index';
import { tablesFrom } from '@mingsuan/core/model/tables';
import { formatAmount } from '@mingsuan/core/money';
import type { MonthlyRow } from '@mingsuan/core/performance/execution-report';
import { shortNumber } from '@mingsuan/core/performance/formula-text';
import { NATIONAL_CALENDAR } from '@mingsuan/core/process/national-calendar';
import { padEnd, padStart } from '../format/width.ts';
import { formatOf } from '../make/documents.ts';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import type { World } from '../world.ts';
import { isPretty, loadExecution, monthOf, profileOf, writePaper } from './shared.ts';

export interface ExecutionOptions {
  readonly output?: string;
  readonly report?: string;
  readonly profile?: string;
  readonly month?: string;
  readonly agency?: string;
  readonly year?: string;
  readonly format?: string;
  readonly force?: boolean;
}

/** Runs the command. @returns its exit status; @throws UsageError, FaultyFile */
export async function execution(
  file: string | undefined,
  options: ExecutionOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('execution'));
  if (options.month === undefined) throw new UsageError(words.performance.noMonth);
  const month = monthOf(options.month, words);
  const today = world.now();
  const year = options.year === undefined ? today.getFullYear() : Number(options.year);
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    throw new UsageError(words.make.badYear(options.year ?? ''));
  for (const output of [options.output, options.report]) if (output !== undefined) formatOf(output, words);
  const pretty = isPretty(options.format, world, words);
  const profile = profileOf(options.profile, { year }, world, words);
  const reading = await loadExecution(file, world, words);
  const { executionFaults, unpaidAfterAcceptance } = await import('@mingsuan/core/performance/execution-faults');
  const { monthlyReport, totalOfMonth } = await import('@mingsuan/core/performance/execution-report');
  const { executionInWords } = await import('@mingsuan/core/performance/reports');
  const { reportRows } = await import('@mingsuan/core/performance/execution-form');
  const rows = monthlyReport(reading.execution, month, reading.projects);
  const total = totalOfMonth(rows, month);
  const faults = [
    ...executionFaults(reading.execution, month, profile.execution),
    ...unpaidAfterAcceptance(reading.execution, dayOf(today), profile.execution, NATIONAL_CALENDAR),
  ];
  const shown = [...rows, total];
  world.stdout.write(
    pretty
      ? textOf(shown, faults)
      : `${JSON.stringify({ profile: profile.id, month, rows: shown.map(jsonOf), faults }, null, 1)}\n`,
  );
  const title = `${options.agency ?? ''}${year}年${month}月支出进度月报`;
  const disclosure: Disclosure = {
    agency: { name: options.agency ?? '', level: 'department' },
    year,
    stage: 'budget',
    template: 'unknown',
    statements: [],
    tables: tablesFrom(EXECUTION_REPORT, reportRows(rows, total), {
      title: `${year}年${month}月支出进度月报`,
      unit: '万元',
    }),
    contents: [],
    explanation: [],
  };
  const saving = { inputs: [file], force: options.force === true };
  if (options.output !== undefined)
    await writePaper({ title, sentences: [], disclosure }, options.output, saving, world, words);
  if (options.report !== undefined) {
    const sentences = [...executionInWords(total, rows, month), ...faults.map(({ message }) => message)];
    await writePaper({ title, sentences, disclosure }, options.report, saving, world, words);
  }
  return faults.length > 0 || reading.bad > 0 ? 1 : 0;
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** Money as fen, rates in percent as their shortest texts. */
const jsonOf = ({ rate, pace, gap, ...row }: MonthlyRow) => ({
  ...row,
  pace: shortNumber(pace),
  ...(rate && gap ? { rate: shortNumber(rate), gap: shortNumber(gap) } : {}),
});

const NAME = 30;
const NUMBER = 14;

function textOf(rows: readonly MonthlyRow[], faults: readonly { readonly message: string }[]): string {
  const head = ['调整后预算', '本月支出', '累计支出', '可用指标', '进度%', '差（点）'];
  const line = (name: string, cells: readonly string[]) =>
    padEnd(name, NAME) + cells.map((cell) => padStart(cell, NUMBER)).join('');
  return `${[
    line('项目（万元）', head),
    ...rows.map((row) =>
      line(row.unit === '' ? row.project : `${row.unit} ${row.project}`, [
        ...[row.adjusted, row.month, row.cumulative, row.available].map((fen) => formatAmount(fen, '万元')),
        row.rate ? shortNumber(row.rate) : '—',
        row.gap ? shortNumber(row.gap) : '—',
      ]),
    ),
    ...faults.map(({ message }) => `! ${message}`),
  ].join('\n')}\n`;
}
