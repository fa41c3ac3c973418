/** Where the results of a run go, in the order of the inputs: a stream of documents, or a report of all of them. */
import type { CheckFormatter, ReadFormatter, Summary } from '../format/formatter.ts';
import type { Input } from '../inputs/inputs.ts';
import type { Job, JobResult } from '../work/job.ts';
import type { Output } from './output.ts';

export interface Sink {
  /** False where no more is wanted: nobody reads. */
  take(input: Input, result: JobResult, job?: Job): Promise<boolean>;
  /** How many results could not be written as asked, each of which has been told. */
  close(summary: Summary): Promise<number>;
}

/** Writes each document as it comes. */
export async function streamSink(formatter: ReadFormatter | CheckFormatter, output: Output): Promise<Sink> {
  let alive = await output.write(formatter.open);
  let printed = false;
  return {
    take: async ({ source }, { pieces, unreadable }) => {
      const all = unreadable ? [...pieces, formatter.unreadable(source, unreadable)] : pieces;
      for (const piece of all.filter((text) => text !== '')) {
        alive = alive && (await output.write(printed ? formatter.separator + piece : piece));
        printed = true;
      }
      return alive;
    },
    close: async (summary) => {
      if (alive) await output.write(formatter.close(summary));
      await output.close();
      return 0;
    },
  };
}
