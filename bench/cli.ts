/**
 * How long `mingsuan check` takes from a cold start, and reading and checking in process beside `pdftotext -layout`,
 * which only extracts text. Needs PDFs: those of the folder given as argument, or of ../shared/samples.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDocument } from '@mingsuan/core/check';
import { readDocument } from '@mingsuan/documents/read';

const ROUNDS = 5;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, '../shared/samples'));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];

if (files.length === 0) {
  console.log('没有可用来测的 PDF，跳过 / no PDFs to measure with, skipped');
} else {
  const rows = [];
  for (const name of files.sort()) rows.push(await measure(join(folder, name)));
  console.log(`中位数（毫秒），各 ${ROUNDS} 次 / medians of ${ROUNDS}, milliseconds\n`);
  console.table(Object.fromEntries(rows.map(({ file, ...times }) => [file, times])));
}

async function measure(path: string) {
  const bytes = readFileSync(path);
  const cold = median(() => status(process.execPath, [join(root, 'packages/cli/bin/mingsuan.mjs'), 'check', path]) < 2);
  const inProcess: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    checkDocument(await readDocument(path, bytes));
    inProcess.push(performance.now() - started);
  }
  const warm = Math.round(middle(inProcess));
  const text = median(() => status('pdftotext', ['-layout', path, '-']) === 0);
  return {
    file: basename(path),
    'mingsuan check, cold': cold ?? 'could not read',
    'read + check, in process': warm,
    'pdftotext -layout': text ?? 'not installed',
    ratio: text ? Number((warm / text).toFixed(2)) : '-',
  };
}

/** Milliseconds; undefined where the program fails or is not there. */
function median(works: () => boolean): number | undefined {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    if (!works()) return undefined;
    times.push(performance.now() - started);
  }
  return Math.round(middle(times));
}

function status(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { stdio: 'ignore' }).status ?? 127;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
