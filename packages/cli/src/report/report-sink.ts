/** Reports are made of all documents when the last is checked: the reviewers' workbook, a page to read, annotated PDFs. */
import type { ReportDocument, UnreadDocument } from '@mingsuan/documents/report/document';
import { type Messages, messagesIn } from '../messages/messages.ts';
import type { Options } from '../options.ts';
import type { Output } from '../output/output.ts';
import type { Sink } from '../output/sink.ts';
import type { Unreadable } from '../work/job.ts';

/** The workbook or the page, written to one output. */
export function reportSink(options: Options, output: Output): Sink {
  const words = messagesIn(options.style.lang);
  const documents: ReportDocument[] = [];
  const unread: UnreadDocument[] = [];
  return {
    take: async ({ source }, { documents: checked = [], unreadable }) => {
      documents.push(...checked);
      if (unreadable) unread.push({ source, why: whyIn(words, unreadable) });
      return true;
    },
    close: async (summary) => {
      if (options.format === 'xlsx') {
        const { writeWorkbook } = await import('@mingsuan/documents/report/workbook/write-workbook');
        await output.write(await writeWorkbook(documents, unread));
      } else {
        const { htmlReport } = await import('@mingsuan/documents/report/html/html-report');
        const { files, counts, rules } = summary;
        for (const part of htmlReport({ documents, unread, files, counts, rules, lang: options.style.lang }))
          if (!(await output.write(part))) break;
      }
      await output.close();
      return 0;
    },
  };
}

const whyIn = (words: Messages, why: Unreadable): string => words.unreadable(why);
