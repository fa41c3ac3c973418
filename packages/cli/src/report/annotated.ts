/** `--format pdf`: each source PDF again, with its findings as annotations; several go into a folder. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ReportDocument } from '@mingsuan/documents/report/document';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { bytesOf } from '../inputs/load.ts';
import type { Messages } from '../messages/messages.ts';
import { cannotWrite, type Options, UsageError } from '../options.ts';
import { fileOutput, type Output, streamOutput } from '../output/output.ts';
import type { Sink } from '../output/sink.ts';
import type { Job } from '../work/job.ts';
import type { World } from '../world.ts';

/** Writes a copy of each PDF with its findings as notes: one file, or a folder of them. */
export function annotatedSink(
  options: Options,
  sources: readonly string[],
  count: number,
  world: World,
  words: Messages,
): Sink {
  const openFor = outputs(options, sources, count, world, words);
  const held: { readonly job: Job; readonly documents: readonly ReportDocument[] }[] = [];
  return {
    take: async (_, { documents }, job) => {
      if (documents && job) held.push({ job, documents });
      return true;
    },
    close: async () => {
      let failed = 0;
      for (const { job, documents } of held) {
        const annotated = await annotate(job, documents, words);
        if (typeof annotated === 'string') {
          failed += 1;
          const name = job.source === '-' ? words.stdin : job.source;
          world.stderr.write(`${words.errorLine(name, annotated)}\n`);
          continue;
        }
        const output = await openFor(job.source);
        await output.write(annotated);
        await output.close();
      }
      return failed;
    },
  };
}

/** The annotated file, or the sentence that says why there is none. */
async function annotate(job: Job, documents: readonly ReportDocument[], words: Messages): Promise<Uint8Array | string> {
  const { annotatePdf } = await import('@mingsuan/documents/report/annotate');
  try {
    const findings = documents.flatMap(({ checklists }) =>
      checklists.flatMap(({ rows }) => rows.flatMap((row) => row.findings)),
    );
    return (await annotatePdf(await bytesOf(job), findings)) ?? words.notPdf;
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return words.unreadable(error);
  }
}

/** Opens the output of a source: the one there is, or its own in the folder that `--output` names, made where missing. */
function outputs(
  { output }: Options,
  sources: readonly string[],
  count: number,
  world: World,
  words: Messages,
): (source: string) => Promise<Output> {
  if (output === undefined) {
    if (count > 1) throw new UsageError(words.usage.needsFolder);
    return async () => streamOutput(world.stdout);
  }
  const path = resolve(world.cwd, output);
  if (!/[\\/]$/.test(output) && !(existsSync(path) && statSync(path).isDirectory())) {
    if (count > 1) throw new UsageError(words.usage.needsFolder);
    return () => fileOutput(path);
  }
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw cannotWrite(output, error, words);
  }
  const taken = new Set(sources);
  return (source) => fileOutput(freeName(path, source, taken));
}

/** Beside its name in the folder stands 标注, so that it never takes a source's place; each name is given once. */
function freeName(folder: string, source: string, taken: Set<string>): string {
  const base = basename(source === '-' ? 'stdin' : source).replace(/\.[^.]*$/, '');
  for (let i = 1; ; i++) {
    const path = join(folder, `${base}-标注${i === 1 ? '' : i}.pdf`);
    if (taken.has(path)) continue;
    taken.add(path);
    return path;
  }
}
