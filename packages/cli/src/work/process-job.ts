/** Does one job: load, read, check, format. Runs in a worker thread; a file that cannot be read is a value, not a throw. */
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { layAside } from '@mingsuan/core/dismissals';
import type { DocumentFindings } from '@mingsuan/core/finding';
import { isWhollyRead } from '@mingsuan/core/model/coverage';
import { identitiesOf } from '@mingsuan/core/related';
import type { CheckedDocument } from '@mingsuan/core/schema/check';
import { oneLine } from '@mingsuan/core/text/fold';
import { isContainer } from '@mingsuan/documents/input/members';
import { readDocuments } from '@mingsuan/documents/read';
import type { BesideFile } from '@mingsuan/documents/report/document';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { checkFormatter, readFormatter } from '../format/formatters.ts';
import { bytesOf } from '../inputs/load.ts';
import { jurisdictionsAt } from '../settings/jurisdictions.ts';
import {
  addCounts,
  type Counts,
  isReport,
  type Job,
  type JobResult,
  NO_COUNTS,
  type Scanned,
  type Unreadable,
  unreadableResult,
} from './job.ts';
import { pack } from './pack.ts';

interface ReadFile {
  readonly job: Job;
  readonly readings: readonly DocumentReading[];
}

/** The result of a job, whatever becomes of its file; `tell` hears how far its scanned pages are. */
export async function processJob(job: Job, tell: (scanned: Scanned) => void = () => {}): Promise<JobResult> {
  try {
    const { source, lanes } = job;
    const bytes = await bytesOf(job);
    const jurisdictions = await jurisdictionsAt(job.jurisdictions ?? []);
    const read = () => readDocuments(source, bytes, jurisdictions);
    // Loaded for threads alone.
    const readings =
      lanes && !isContainer(bytes)
        ? await (await import('./scans.ts')).readInLanes({ source, bytes, lanes }, read, tell)
        : await read();
    return job.command === 'read' ? await formatReadings(job, readings) : await check(job, readings);
  } catch (error) {
    return unreadableResult(whyUnreadable(error));
  }
}

async function formatReadings(job: Job, readings: readonly DocumentReading[]): Promise<JobResult> {
  const formatter = await readFormatter(job.format, job.style);
  return {
    pieces: readings.map((reading) => formatter.document(reading)),
    counts: readings.map(countReading).reduce(addCounts, NO_COUNTS),
    rules: [...new Set(readings.flatMap(({ problems }) => problems.map(({ code }) => code)))],
  };
}

async function check(job: Job, readings: readonly DocumentReading[]): Promise<JobResult> {
  const [result] = await checkTogether([{ job, readings }]);
  if (!job.keep) return result!;
  return { ...result!, kept: { identities: readings.flatMap(identitiesOf), readings: pack(readings) } };
}

/** Checks files side by side: a department against its units, a year against the year before. One result for each. */
export async function checkTogether(files: readonly ReadFile[]): Promise<JobResult[]> {
  const { checkDocuments } = await import('@mingsuan/core/check');
  const rules = files[0]?.job.rules;
  const jurisdictions = await jurisdictionsAt(files[0]?.job.jurisdictions ?? []);
  const own =
    rules === undefined ? {} : { own: (await import('../settings/own-rules.ts')).ownRulesOf(rules, jurisdictions) };
  const checked = checkDocuments(
    files.flatMap(({ readings }) => readings),
    { ...own, jurisdictions },
  );
  let at = 0;
  return Promise.all(
    files.map(({ job, readings }) => {
      at += readings.length;
      return formatChecks({ job, readings }, checked.slice(at - readings.length, at), files);
    }),
  );
}

async function formatChecks(
  file: ReadFile,
  checked: readonly DocumentFindings[],
  together: readonly ReadFile[],
): Promise<JobResult> {
  const { job, readings } = file;
  const documents = checked.map(({ source, findings: all }, i): CheckedDocument => {
    const { problems, coverage } = readings[i]!;
    const { findings, dismissed } = layAside(all, job.dismissals ?? []);
    return {
      source,
      ...(coverage ? { coverage } : {}),
      findings,
      ...(dismissed.length > 0 ? { dismissed } : {}),
      ...(problems.length > 0 ? { problems } : {}),
    };
  });
  const counts = readings.map(countReading).reduce(addCounts, NO_COUNTS);
  return {
    ...(await show(file, documents, together)),
    counts: documents.map(countFindings).reduce(addCounts, counts),
    rules: [
      ...new Set(
        documents.flatMap(({ findings, dismissed = [] }) => [...findings, ...dismissed].map(({ rule }) => rule)),
      ),
    ],
  };
}

/** Formatted, or what a report is made from: an annotated PDF takes the file itself when all is known. */
async function show(
  { job, readings }: ReadFile,
  checked: readonly CheckedDocument[],
  together: readonly ReadFile[],
): Promise<Pick<JobResult, 'pieces' | 'documents'>> {
  if (!isReport(job.format)) {
    const formatter = await checkFormatter(job.format, job.style);
    return { pieces: checked.map((document) => formatter.document(document)) };
  }
  const { reportDocument } = await import('@mingsuan/documents/report/document');
  // An annotated PDF has no pictures.
  const pictured = job.format !== 'pdf';
  const bytes = pictured ? await bytesOf(job) : new Uint8Array(0);
  const beside = pictured
    ? await besideOf(
        checked,
        together.filter((file) => file.job !== job),
      )
    : [];
  return {
    pieces: [],
    documents: await Promise.all(
      checked.map(({ findings }, i) => reportDocument(readings[i]!, findings, bytes, undefined, beside)),
    ),
  };
}

/** The other files that the findings rest on, to be shown on their own pages. */
async function besideOf(
  checked: readonly CheckedDocument[],
  others: readonly ReadFile[],
): Promise<readonly BesideFile[]> {
  const named = new Set(
    checked.flatMap(({ findings }) =>
      findings.flatMap(({ evidence }) => evidence.flatMap(({ origin }) => origin.source ?? [])),
    ),
  );
  const found: BesideFile[] = [];
  for (const { job, readings } of others) {
    const own = readings.filter(({ source }) => named.has(source));
    if (own.length === 0) continue;
    const bytes = await bytesOf(job);
    found.push(...own.map((reading) => ({ reading, bytes })));
  }
  return found;
}

function countReading({ disclosures, problems, coverage }: DocumentReading): Counts {
  const partly = coverage && !isWhollyRead(coverage) ? 1 : 0;
  return { ...NO_COUNTS, documents: 1, disclosures: disclosures.length, problems: problems.length, partly };
}

function countFindings({ findings, dismissed = [] }: CheckedDocument): Counts {
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    ...NO_COUNTS,
    error: of('error'),
    warning: of('warning'),
    notice: of('notice'),
    dismissed: dismissed.length,
  };
}

function whyUnreadable(error: unknown): Unreadable {
  if (error instanceof UnreadableInput) return { code: error.code, message: error.message };
  if (process.env.MINGSUAN_DEBUG) console.error(error);
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `处理它时程序出错（${oneLine(detail).slice(0, 200)}），请把这个文件反馈给我们。`,
  };
}
