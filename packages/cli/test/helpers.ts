/** Runs the command line inside the test, with streams that are kept and files that are made for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../src/run.ts';
import type { Execute, Job } from '../src/work/job.ts';
import { processJob } from '../src/work/process-job.ts';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: Uint8Array | string;
  readonly tty?: boolean;
  readonly columns?: number;
  readonly env?: Record<string, string>;
  readonly execute?: Execute;
}

/** Without worker threads, which have their own tests. */
export const inProcess: Execute = async (jobs, _, take) => {
  for (const [index, job] of jobs.entries()) if (!(await take(await processJob(job), index))) return;
};

export async function mingsuan(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { status, stdout, stderr } = await runKept(args, options);
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** What goes to stdout, where it is no text. */
export async function bytesOf(args: readonly string[], options: RunOptions = {}): Promise<Buffer> {
  return (await runKept(args, options)).stdout.bytes;
}

async function runKept(
  args: readonly string[],
  options: RunOptions,
): Promise<{ status: number; stdout: Kept; stderr: Kept }> {
  const { cwd = tmpdir(), stdin = '', tty = false, columns = 80, env = {}, execute = inProcess } = options;
  const stdout = new Kept(tty, columns);
  const stderr = new Kept(tty, columns);
  const input = Readable.from([Buffer.from(stdin)]);
  const status = await run(args, {
    stdin: input,
    stdout,
    stderr,
    cwd,
    env,
    execute,
    now: () => new Date(2026, 2, 2, 23, 30),
  });
  return { status, stdout, stderr };
}

class Kept extends Writable {
  bytes = Buffer.alloc(0);
  readonly isTTY: boolean;
  readonly columns: number;

  constructor(isTTY: boolean, columns: number) {
    super();
    this.isTTY = isTTY;
    this.columns = columns;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    done();
  }

  get text(): string {
    return this.bytes.toString();
  }
}

/** A folder with the given files; `remove` deletes it. */
export function folderOf(files: Readonly<Record<string, Uint8Array | string>>): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'mingsuan-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Pretends that every file has findings of these severities, and whether a part of each was not read. */
export function pretend(error: number, warning = 0, partly = 0): { execute: Execute; jobs: Job[] } {
  const jobs: Job[] = [];
  const counts = { documents: 1, disclosures: 1, error, warning, notice: 0, dismissed: 0, problems: 0, partly };
  return {
    jobs,
    execute: async (given, _, take) => {
      jobs.push(...given);
      for (const index of given.keys()) await take({ pieces: ['{}'], counts, rules: [] }, index);
    },
  };
}
