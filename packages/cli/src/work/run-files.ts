/** What `read` and `check` share: find the files, work through them, write the results in order, say how it went. */
import { resolve } from 'node:path';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import type { Summary } from '../format/formatter.ts';
import { checkFormatter, readFormatter } from '../format/formatters.ts';
import { findInputs, type Input } from '../inputs/inputs.ts';
import { loadStream, unreadableOf } from '../inputs/load.ts';
import type { Messages } from '../messages/messages.ts';
import { cannotWrite, type Options, type RawOptions, settle, UsageError } from '../options.ts';
import { fileOutput, type Output, streamOutput } from '../output/output.ts';
import { startProgress } from '../output/progress.ts';
import { type Sink, streamSink } from '../output/sink.ts';
import { jurisdictionFolders, jurisdictionsAt } from '../settings/jurisdictions.ts';
import { passwordOf } from '../settings/password.ts';
import { loadSettings } from '../settings/settings.ts';
import type { World } from '../world.ts';
import { executeInWorkers } from './execute.ts';
import {
  addCounts,
  type Command,
  isReport,
  type Job,
  type JobResult,
  NO_COUNTS,
  type Scanned,
  unreadableResult,
} from './job.ts';
import { pairUp } from './pair.ts';

/** Exit status of the design's contract. */
const OK = 0;
const FOUND_ERRORS = 1;
const COULD_NOT_RUN = 2;
const READ_IN_PART = 3;

/** @throws UsageError where nothing can be started */
export async function runFiles(
  command: Command,
  args: readonly string[],
  raw: RawOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (args.length === 0) throw new UsageError(words.usage.noFiles(command));
  const options = settle(command, raw, world, words);
  const password = await passwordOf(raw, world, words);
  const folders = jurisdictionFolders(raw, world);
  // The bundled places have no faults: the worker threads load them.
  if (folders.length > 0) await jurisdictionsAt(folders);
  const own = command === 'check' ? await loadSettings(raw, world, () => jurisdictionsAt(folders), words) : {};
  const { inputs, skipped } = await findInputs(args, world.cwd);
  const sink = await openSink(command, options, inputs, world, words);
  const progress = await startProgress(world.stderr, inputs.length, words.progress, options.quiet);

  let counts = NO_COUNTS;
  const rules = new Set<string>();
  const unreadable: { source: string; why: NonNullable<JobResult['unreadable']> }[] = [];
  const toTerminal = options.output === undefined && world.stdout.isTTY === true;

  const take = async (input: Input, result: JobResult, job?: Job): Promise<boolean> => {
    counts = addCounts(counts, result.counts);
    for (const rule of result.rules) rules.add(rule);
    if (result.unreadable || toTerminal) progress.clear();
    if (result.unreadable) {
      unreadable.push({ source: input.source, why: result.unreadable });
      const name = input.source === '-' ? words.stdin : input.source;
      world.stderr.write(`${words.errorLine(name, words.unreadable(result.unreadable))}\n`);
    }
    return sink.take(input, result, job);
  };

  // Files may belong together; which do is known when all have been read.
  const together = command === 'check' && inputs.length > 1;
  const held: { input: Input; result: JobResult; job: Job | undefined }[] = [];
  await workThrough(
    {
      command,
      keep: together,
      ...own,
      ...(folders.length > 0 ? { jurisdictions: folders } : {}),
      ...(password === undefined ? {} : { password }),
    },
    inputs,
    options,
    world,
    words,
    async (input, result, job) => {
      progress.step();
      if (!together) return take(input, result, job);
      held.push({ input, result, job });
      return true;
    },
  );
  for (const [i, result] of (await pairUp(held)).entries())
    if (!(await take(held[i]!.input, result, held[i]!.job))) break;
  progress.stop();
  const summary = { files: inputs.length, counts, rules: [...rules].sort(), unreadable };
  const failed = await closeSink(sink, summary, options, words);
  if (!options.quiet) reportSkipped(skipped, world, words);
  if (unreadable.length + failed > 0) return COULD_NOT_RUN;
  if (command === 'check' && counts.error > 0) return FOUND_ERRORS;
  return counts.partly > 0 ? READ_IN_PART : OK;
}

/** Runs the jobs of the inputs that have one, and puts the inputs that failed before into their places. */
async function workThrough(
  settings: Pick<Job, 'command' | 'keep' | 'rules' | 'dismissals' | 'jurisdictions' | 'password'>,
  inputs: readonly Input[],
  options: Options,
  world: World,
  words: Messages,
  take: (input: Input, result: JobResult, job?: Job) => Promise<boolean>,
): Promise<void> {
  const { format, style, jobs: size, timeoutMs, quiet } = options;
  const { stderr } = world;
  const onScan = ({ source, done, total }: Scanned): void => {
    stderr.write(`\r\x1b[K${done < total ? words.scanning(source, done, total) : ''}`);
  };
  const waiting: { input: Input; early?: JobResult; job?: Job }[] = [];
  const jobs: Job[] = [];
  for (const input of inputs) {
    const base = { ...settings, format, style, source: input.source };
    const found = 'unreadable' in input ? unreadableResult(input.unreadable) : await jobOf(input, base, world);
    if ('pieces' in found) waiting.push({ input, early: found });
    else {
      waiting.push({ input, job: found });
      jobs.push(found);
    }
  }

  let at = 0;
  const takeEarly = async (): Promise<boolean> => {
    for (let next = waiting[at]; next?.early; next = waiting[at]) {
      at += 1;
      if (!(await take(next.input, next.early))) return false;
    }
    return true;
  };
  if (!(await takeEarly()) || jobs.length === 0) return;
  const execute = world.execute ?? executeInWorkers;
  const watched = quiet || !stderr.isTTY ? {} : { onScan };
  await execute(jobs, { size, timeoutMs, ...watched }, async (result) => {
    const current = waiting[at++] as { input: Input; job: Job };
    return (await take(current.input, result, current.job)) && (await takeEarly());
  });
}

async function jobOf(
  input: Exclude<Input, { unreadable: unknown }>,
  base: Omit<Job, 'path' | 'bytes'>,
  world: World,
): Promise<Job | JobResult> {
  if ('path' in input)
    return { ...base, path: input.path, ...(input.member === undefined ? {} : { member: input.member }) };
  try {
    return { ...base, bytes: await loadStream(world.stdin) };
  } catch (error) {
    const { code, message } = error instanceof UnreadableInput ? error : unreadableOf(error);
    return unreadableResult({ code, message });
  }
}

async function openSink(
  command: Command,
  options: Options,
  inputs: readonly Input[],
  world: World,
  words: Messages,
): Promise<Sink> {
  const paths = inputs.flatMap((input) => ('path' in input ? [input.path] : []));
  if (options.output !== undefined && paths.includes(resolve(world.cwd, options.output)))
    throw new UsageError(words.usage.outputIsInput(options.output));
  if (options.format === 'pdf') {
    const { annotatedSink } = await import('../report/annotated.ts');
    return annotatedSink(options, paths, inputs.length, world, words);
  }
  const output = await openOutput(options, world, words);
  if (isReport(options.format)) {
    const { reportSink } = await import('../report/report-sink.ts');
    return reportSink(options, output);
  }
  const formatterOf = command === 'read' ? readFormatter : checkFormatter;
  return streamSink(await formatterOf(options.format, options.style), output);
}

async function openOutput(options: Options, world: World, words: Messages): Promise<Output> {
  if (options.output === undefined) return streamOutput(world.stdout);
  try {
    return await fileOutput(resolve(world.cwd, options.output));
  } catch (error) {
    throw cannotWrite(options.output, error, words);
  }
}

/** An error of the system is the output's; any other is ours. */
async function closeSink(sink: Sink, summary: Summary, options: Options, words: Messages): Promise<number> {
  try {
    return await sink.close(summary);
  } catch (error) {
    if (error instanceof UsageError || typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error;
    throw cannotWrite(options.output ?? words.stdout, error, words);
  }
}

function reportSkipped(skipped: Readonly<Record<string, number>>, { stderr }: World, words: Messages): void {
  const kinds = Object.entries(skipped);
  if (kinds.length === 0) return;
  const count = kinds.reduce((sum, [, number]) => sum + number, 0);
  stderr.write(
    `${words.skipped(
      kinds.map(([extension, number]) => `.${extension} ${number}`),
      count,
    )}\n`,
  );
}
