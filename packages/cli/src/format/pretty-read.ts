/** What was read of a document, for people: each agency's tables with their totals, and what else the document holds. */

import type { Disclosure, DocumentReading, Row, Side, Statement } from '@mingsuan/core/disclosure';
import { KINDS } from '@mingsuan/core/kinds/index';
import { listedTables, rowsOf } from '@mingsuan/core/model/tables';
import { type Fen, formatAmount, type MoneyUnit } from '@mingsuan/core/money';
import type { Messages } from '../messages/messages.ts';
import type { Style } from '../work/job.ts';
import type { ReadFormatter } from './formatter.ts';
import { type Page, pageOf } from './page.ts';
import { coverageLine, coverageLines } from './pretty-coverage.ts';
import { problemLines } from './pretty-problems.ts';
import { alignColumns, wrap } from './width.ts';

/** Readings for people: tables with their totals, and what else the document holds. */
export function prettyReadings(style: Style): ReadFormatter {
  const page = pageOf(style);
  return {
    open: '',
    separator: '\n',
    document: (document) => `${documentLines(document, page).join('\n')}\n`,
    unreadable: () => '',
    close: ({ files, counts, unreadable }) => {
      const failed = unreadable.length > 0 ? page.words.unreadableSummary(unreadable.length) : '';
      const summary = page.words.readSummary(files, counts.disclosures, counts.problems) + failed;
      return `\n${page.paint(failed ? 'red' : counts.problems > 0 ? 'yellow' : 'green', summary)}\n`;
    },
  };
}

function documentLines({ source, coverage, disclosures, problems }: DocumentReading, page: Page): string[] {
  const { words, paint } = page;
  const lines = [paint('bold', source === '-' ? words.stdin : source), ...coverageLine(coverage, page)];
  if (disclosures.length === 0) lines.push(`  ${paint('yellow', '!')} ${words.noDisclosure}`);
  for (const disclosure of disclosures) lines.push(...disclosureLines(disclosure, page));
  return [...lines, ...coverageLines(coverage, page), ...problemLines(problems, page)];
}

function disclosureLines(disclosure: Disclosure, { words, paint, width }: Page): string[] {
  const { agency, year, stage, template, region, statements } = disclosure;
  const title = [
    words.agency(agency.name || words.unnamedAgency, agency.code),
    words.disclosureTitle(year, stage, agency.level),
    region?.name,
    words.template(template),
  ];
  const lines = [`  ${paint('bold', title[0] ?? '')}  ${title.slice(1).filter(Boolean).join('  ')}`];
  if (statements.length > 0) {
    const { form, unit, rows, total } = words.columns;
    const table = [[form, unit, rows, total, ''], ...statements.map((statement) => statementColumns(statement, words))];
    const [head = '', ...body] = alignColumns(table, [false, false, true, true, false]);
    lines.push(`    ${paint('dim', head)}`, ...body.map((line) => `    ${line}`));
  }
  const others = listedTables(disclosure).map(({ form }) => words.form(form));
  if (others.length > 0) lines.push(...indented(words.otherTables([...new Set(others)])));
  const holdings = holdingsOf(disclosure, words);
  if (holdings.length > 0) lines.push(...indented(holdings.join(words.listSeparator)));
  return lines;

  function indented(text: string): string[] {
    return wrap(text, width - 4).map((line) => `    ${line}`);
  }
}

function statementColumns(statement: Statement, words: Messages): readonly string[] {
  const { form, unit, rows, note } = statement;
  const { total, remark } = totalOf(statement, words);
  const empty = rows.length === 0 ? (note ?? words.emptyTable) : '';
  return [words.form(form), unit, String(rows.length), total, remark || shorten(empty)];
}

/** A balance shows its grand total, and both where the sides differ; any other statement its 合计 row. */
function totalOf({ form, unit, rows }: Statement, words: Messages): { total: string; remark: string } {
  const printed = (fen: Fen | undefined): string => (fen === undefined ? '' : amount(fen, unit));
  if (form === 'balance' || form === 'appropriation-balance') {
    const revenue = printed(grandTotal(rows, 'revenue'));
    const expenditure = printed(grandTotal(rows, 'expenditure'));
    if (revenue === expenditure) return { total: revenue, remark: '' };
    return { total: revenue, remark: words.sidesDiffer(revenue, expenditure) };
  }
  const row = rows.find(({ key }) => key === 'total') ?? (rows.length === 1 ? rows[0] : undefined);
  return { total: printed(row && amountOf(row)), remark: '' };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function grandTotal(rows: readonly Row[], side: Side): Fen | undefined {
  const ofSide = rows.filter((row) => row.side === side);
  const named = (word: string): Row | undefined => ofSide.findLast(({ key }) => key.includes(word));
  const row = named('总计') ?? named('合计') ?? ofSide.find(({ key }) => key === 'total');
  return row && amountOf(row);
}

function amountOf({ cells }: Row): Fen | undefined {
  return (cells.total ?? cells.amount ?? Object.values(cells)[0])?.fen;
}

function amount(fen: Fen, unit: MoneyUnit): string {
  const [whole = '', fraction] = formatAmount(fen, unit).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function holdingsOf(disclosure: Disclosure, words: Messages): string[] {
  const { explanation } = disclosure;
  const records = KINDS.flatMap((kind) => {
    const rows = rowsOf(disclosure, kind);
    return rows.length > 0 ? [words.in(kind.counted(rows))] : [];
  });
  return [...(explanation.length > 0 ? [words.explanation(explanation.length)] : []), ...records];
}
