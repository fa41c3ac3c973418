/** One check: every file read by itself, so that a broken one spoils no other, then all of them checked together. */
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { type Engine, whyNot } from '../../engine/engine.ts';
import type { Pool } from '../../engine/pool.ts';
import { runWithScans } from '../../engine/scans.ts';
import type { Outcome } from '../../engine/tasks.ts';
import { Fault } from '../../fault.ts';
import type { CheckedFile, CheckedReading, CheckResult, ChecksFolder, CheckTicket } from './folder.ts';

/** Who looks on at a check. */
export interface CheckWatching {
  readonly fileRead: () => void;
  /** Told of the pages of a file that were recognised, of all that are pictures. */
  readonly pageRead: (file: number) => (done: number, total: number) => void;
  /** Aborted when nobody wants the check any more. */
  readonly gone: AbortSignal;
}

/** A protected file is replaced by what `password` opens. @throws Fault with the reason where checking does not come to an end */
export async function runCheck(
  { id, files }: CheckTicket,
  folder: ChecksFolder,
  { uploads }: Engine,
  { fileRead, pageRead, gone }: CheckWatching,
  password?: string,
): Promise<CheckResult> {
  const read = await Promise.all(
    files.map(async ({ name }, i) => {
      const bytes = await folder.file(id, i);
      if (!bytes) throw new Fault('not-yet', '上传的文件已经删除，请重新上传。');
      const opened = password === undefined ? undefined : await uploads.run('unlock', { bytes, password });
      if (opened?.ok) await folder.replace(id, i, opened.value);
      const outcome =
        opened?.ok === false
          ? opened
          : await runWithScans(uploads, 'read', { name, bytes: opened?.value ?? bytes }, { gone, onPage: pageRead(i) });
      if ('failure' in outcome && outcome.failure === 'closed') throw new Fault('busy', whyNot(outcome));
      if (outcome.ok && outcome.value.recognised) await folder.putRecognised(id, i, outcome.value.recognised);
      fileRead();
      return outcome;
    }),
  );
  const documents = await checkAll(
    read.map((outcome) => (outcome.ok ? outcome.value.readings : [])),
    uploads,
  );
  return {
    files: read.map((outcome, i): CheckedFile => {
      if (!outcome.ok) return { unreadable: whyNot(outcome) };
      const checked = documents[i]!;
      return Array.isArray(checked)
        ? { pages: outcome.value.pages, documents: checked }
        : { unreadable: whyNot(checked) };
    }),
  };
}

type Checked = CheckedReading[] | Exclude<Outcome<unknown>, { ok: true }>;

/** The files together; where that does not come to an end, each alone, so that one does not take the others along. */
export async function checkAll(
  files: readonly (readonly DocumentReading[])[],
  uploads: Pool,
): Promise<readonly Checked[]> {
  const readings = files.flat();
  if (readings.length === 0) return files.map(() => []);
  const outcome = await uploads.run('check', { readings });
  if ('failure' in outcome && outcome.failure === 'closed') throw new Fault('busy', whyNot(outcome));
  if (!outcome.ok) {
    if (files.length === 1) return [outcome];
    const alone = await Promise.all(files.map((file) => checkAll([file], uploads)));
    return alone.flat();
  }
  let at = 0;
  return files.map((file) => file.map((reading) => ({ reading, findings: outcome.value[at++]!.findings })));
}
