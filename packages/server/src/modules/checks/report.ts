/** What a visitor takes along of a check: the checklist, the annotated PDF, the page, the data. */
import { type Engine, gained } from '../../engine/engine.ts';
import type { ReportFormat } from '../../engine/tasks.ts';
import { Fault, found } from '../../fault.ts';
import type { CheckResult, ChecksFolder, CheckTicket } from './folder.ts';

interface Checked {
  readonly ticket: CheckTicket;
  readonly result: CheckResult;
  readonly folder: ChecksFolder;
  readonly engine: Engine;
}

/** `file` chooses among several PDFs. @throws Fault where there is nothing to write it of */
export async function writeReport(
  { ticket: { id, files: named }, result: { files }, folder, engine }: Checked,
  format: ReportFormat,
  file?: number,
): Promise<Uint8Array> {
  const wanted = format === 'json' ? [] : format === 'pdf' ? [file ?? firstPdf(files)] : [...files.keys()];
  const documents = files.flatMap((checked, index) =>
    'documents' in checked && (format !== 'pdf' || wanted.includes(index))
      ? checked.documents.map((document) => ({ file: index, ...document }))
      : [],
  );
  const unread = files.flatMap((checked, index) =>
    'unreadable' in checked ? [{ source: named[index]!.name, why: checked.unreadable }] : [],
  );
  const bytes: Record<number, Uint8Array> = {};
  for (const index of wanted) bytes[index] = found(await folder.file(id, index), '这个文件');
  const dismissals = await folder.dismissals(id);
  const outcome = await engine.uploads.run('report', { format, documents, dismissals, unread, files: bytes });
  const written = gained(outcome);
  if (written === undefined) throw new Fault('unusable', '这个文件不是 PDF，没有页面可以标注；请下载 xlsx 或 html。');
  return written;
}

function firstPdf(files: CheckResult['files']): number {
  const index = files.findIndex((file) => 'pages' in file && file.pages.length > 0);
  if (index < 0) throw new Fault('unusable', '没有 PDF 文件，没有页面可以标注；请下载 xlsx 或 html。');
  return index;
}
