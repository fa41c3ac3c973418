/** What a check found, for people: by agency and table, each with its evidence, then one line of numbers. */

import type { FormId } from '@mingsuan/core/disclosure';
import type { Evidence, Finding, Severity } from '@mingsuan/core/finding';
import { groupBy } from '@mingsuan/core/group-by';
import { isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import type { CheckedDocument } from '@mingsuan/core/schema/check';
import type { Messages } from '../messages/messages.ts';
import type { Style } from '../work/job.ts';
import type { Color } from './color.ts';
import type { CheckFormatter } from './formatter.ts';
import { type Page, pageOf } from './page.ts';
import { coverageLine, coverageLines } from './pretty-coverage.ts';
import { problemLines } from './pretty-problems.ts';
import { displayWidth, wrap } from './width.ts';

const MARKS: Record<Severity, readonly [mark: string, color: Color]> = {
  error: ['✗', 'red'],
  warning: ['!', 'yellow'],
  notice: ['·', 'cyan'],
};

/** A finding shows this much of what it rests on; JSON has the rest. */
const MOST_EVIDENCE = 6;
const MOST_CONSEQUENCES = 3;

/** Findings for people, wrapped to the columns of the terminal. */
export function prettyChecks(style: Style): CheckFormatter {
  const page = pageOf(style);
  return {
    open: '',
    separator: '\n',
    document: (document) => `${documentLines(document, page).join('\n')}\n`,
    unreadable: () => '',
    close: ({ files, counts, unreadable }) => {
      const { words, paint } = page;
      const aside = counts.dismissed > 0 ? words.dismissedSummary(counts.dismissed) : '';
      const failed = unreadable.length > 0 ? words.unreadableSummary(unreadable.length) : '';
      const color = counts.error > 0 || failed ? 'red' : counts.warning > 0 ? 'yellow' : 'green';
      return `\n${paint(color, words.checkSummary(files, counts) + aside + failed)}\n`;
    },
  };
}

function documentLines(document: CheckedDocument, page: Page): string[] {
  const { source, coverage, findings, problems = [] } = document;
  const { words, paint } = page;
  const lines = [paint('bold', source === '-' ? words.stdin : source), ...coverageLine(coverage, page)];
  if (findings.length === 0) lines.push(`  ${cleanLine(document, page)}`);
  const byAgency = groupBy(findings, ({ agency }) => agency ?? '');
  for (const [agency, ofAgency] of byAgency) {
    lines.push(`  ${paint('bold', agency || words.wholeDocument)}`);
    for (const [form, ofForm] of groupBy(ofAgency, ({ form }) => form)) {
      lines.push(`    ${paint('cyan', formName(form, words))}`);
      for (const finding of ofForm) lines.push(...findingLines(finding, page));
    }
  }
  return [...lines, ...coverageLines(coverage, page), ...problemLines(problems, page)];
}

/** What stands where nothing was found: a tick only beside what was understood as a whole. */
function cleanLine({ coverage, dismissed = [] }: CheckedDocument, { words, paint }: Page): string {
  const aside = dismissed.length > 0 ? words.noOtherFindings(dismissed.length) : undefined;
  if (!coverage || isWhollyUnderstood(coverage)) return `${paint('green', '✓')} ${aside ?? words.noFindings}`;
  if (coverage.tables.read === 0 && coverage.words.understood === 0)
    return `${paint('yellow', '!')} ${words.nothingChecked}`;
  return `${paint('yellow', '·')} ${words.noFindingsInPart}${aside ? `${words.separator}${aside}` : ''}`;
}

function findingLines(finding: Finding, { words, paint, width }: Page): string[] {
  const [mark, color] = MARKS[finding.severity];
  const head = `${mark} ${words.severity(finding.severity)}  `;
  const hang = 6 + displayWidth(head);
  const [first = '', ...rest] = wrap(finding.message, width - hang);
  const lines = [`      ${paint(color, head)}${first}`, ...rest.map((line) => ' '.repeat(hang) + line)];
  if (finding.id) {
    const tag = `[${finding.id}]`;
    const used = hang + displayWidth(rest.at(-1) ?? first);
    const hasRoom = used + 2 + tag.length <= width;
    lines.push(`${hasRoom ? `${lines.pop()}  ` : ' '.repeat(hang)}${paint('dim', tag)}`);
  }

  const evidence = finding.evidence.map((each) => evidenceText(each, words));
  if (evidence.length > 0) lines.push(...labelled(words.evidence, some(evidence, MOST_EVIDENCE)));
  const { consequences = [] } = finding;
  if (consequences.length > 0) lines.push(...labelled(words.consequences, some(consequences, MOST_CONSEQUENCES)));
  if (finding.suggestion) lines.push(...labelled(words.suggestion, finding.suggestion));
  return lines;

  function some(texts: readonly string[], most: number): string {
    const hidden = texts.length - most;
    return [...texts.slice(0, most), ...(hidden > 0 ? [words.more(hidden)] : [])].join(words.separator);
  }

  function labelled(label: string, text: string): string[] {
    const indent = 8;
    const textIndent = indent + displayWidth(label) + 2;
    return wrap(text, width - textIndent).map((line, index) =>
      paint('dim', index === 0 ? `${' '.repeat(indent)}${label}  ${line}` : ' '.repeat(textIndent) + line),
    );
  }
}

function evidenceText({ text, origin }: Evidence, words: Messages): string {
  const place = words.place(origin);
  const short = text.length > 120 ? `${text.slice(0, 119)}…` : text || words.blank;
  return place ? `${place} ${short}` : short;
}

function formName(form: FormId | undefined, words: Messages): string {
  return form ? words.form(form) : words.otherForm;
}
