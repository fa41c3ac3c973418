/**
 * One page with everything in it: no other file, no network. Its policy lets run what stands here and nothing else, and
 * whatever a document says is text.
 */

import { createHash } from 'node:crypto';
import type { Severity } from '@mingsuan/core/finding';
import { type Language, textsIn } from '@mingsuan/core/language';
import { type Coverage, isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import { placesOf, problemsAlike } from '@mingsuan/core/problems-alike';
import type { ReportDocument, UnreadDocument } from '../document.ts';
import { html, type Markup } from './escape.ts';
import { findingMarkup } from './finding.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';

export interface HtmlReport {
  readonly documents: readonly ReportDocument[];
  readonly unread: readonly UnreadDocument[];
  readonly files: number;
  readonly counts: Readonly<Record<Severity | 'dismissed', number>>;
  /** Ids of the rules that reported. */
  readonly rules: readonly string[];
  readonly lang: Language;
}

/** A disclosure's section; the file's problems stand in its first. */
type Listed = ReportDocument['checklists'][number] &
  Pick<ReportDocument, 'source' | 'problems' | 'coverage'> & { readonly number: number };

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** The page in pieces, for it may be large. */
export function* htmlReport(report: HtmlReport): Generator<string> {
  const { documents, unread, rules, lang } = report;
  const words = textsIn(REPORT_WORDS, lang);
  let number = 0;
  const listed = documents.flatMap(({ checklists, problems, ...file }): Listed[] =>
    checklists.map((checklist, i) => ({ ...checklist, ...file, problems: i === 0 ? problems : [], number: ++number })),
  );
  yield html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.report.title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<a class="skip" href="#findings">${words.report.skip}</a>
<header><h1>${words.report.title}</h1><p class="soft">${summaryLine(report, words)}</p></header>
<main>
${overview(listed, words)}
${filter(listed, rules, words)}
<div id="findings" tabindex="-1"></div>
`.markup;
  for (const each of listed) yield* documentMarkup(each, words);
  for (const { source, coverage, checklists, problems } of documents)
    if (checklists.length === 0)
      yield html`<section><h2>${source}</h2><p>${words.noDisclosure}</p>${coverageMarkup(coverage, words)}${problemList(problems, words)}</section>\n`
        .markup;
  if (unread.length > 0)
    yield html`<section><h2>${words.report.unread}</h2><ul>${unread.map(({ source, why }) => html`<li>${source}${words.colon}${why}</li>`)}</ul></section>\n`
      .markup;
  yield html`</main>\n<footer>${words.report.made}</footer>\n<script>${{ markup: SCRIPT }}</script>\n</body>\n</html>\n`
    .markup;
}

function policy(): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; img-src data:; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'`;
}

function summaryLine({ files, counts, unread }: HtmlReport, words: ReportWords): string {
  const aside = counts.dismissed > 0 ? words.dismissedSummary(counts.dismissed) : '';
  const failed = unread.length > 0 ? words.unreadableSummary(unread.length) : '';
  return words.checkSummary(files, counts) + aside + failed;
}

const findingsOf = ({ rows }: Listed) =>
  rows.flatMap(({ title, findings }) => findings.map((finding) => ({ title, finding })));

function overview(listed: readonly Listed[], words: ReportWords): Markup {
  const { report } = words;
  const line = (each: Listed): Markup => {
    const counts = SEVERITIES.map(
      (severity) => findingsOf(each).filter(({ finding }) => finding.severity === severity).length,
    );
    return html`<tr><td><a href="#d${each.number}">${nameOf(each, words)}</a></td><td>${each.source}</td>${counts.map((count) => html`<td class="number">${count}</td>`)}</tr>`;
  };
  return html`<section aria-labelledby="summary"><h2 id="summary">${report.summary}</h2><div class="scroll"><table>
<thead><tr><th scope="col">${report.columns.document}</th><th scope="col">${report.columns.file}</th>${SEVERITIES.map((severity) => html`<th scope="col" class="number">${words.severity(severity)}</th>`)}</tr></thead>
<tbody>${listed.map(line)}</tbody></table></div></section>`;
}

function filter(listed: readonly Listed[], rules: readonly string[], words: ReportWords): Markup {
  const { report } = words;
  const all = html`<option value="">${report.all}</option>`;
  return html`<form id="filter" role="search" aria-label="${report.filter}" hidden>
<fieldset><legend>${report.severity}</legend>${SEVERITIES.map((severity) => html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${words.severity(severity)}</label>`)}</fieldset>
<label>${report.document} <select name="document">${all}${listed.map((each) => html`<option value="${each.number}">${nameOf(each, words)}</option>`)}</select></label>
<label>${report.rule} <select name="rule">${all}${rules.map((rule) => html`<option>${rule}</option>`)}</select></label>
<label>${report.search} <input type="search" name="search"></label>
<output aria-live="polite" data-words="${report.shown}"></output>
</form>`;
}

function* documentMarkup(each: Listed, words: ReportWords): Generator<string> {
  yield html`<section data-document="${each.number}" aria-labelledby="d${each.number}"><h2 id="d${each.number}">${nameOf(each, words)}</h2>
<p class="soft">${each.source}</p>${coverageMarkup(each.coverage, words)}\n`.markup;
  const findings = findingsOf(each).sort(
    (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity),
  );
  const isClean = !each.coverage || isWhollyUnderstood(each.coverage);
  if (findings.length === 0) yield html`<p>${isClean ? words.noFindings : words.noFindingsInPart}</p>\n`.markup;
  for (const { title, finding } of findings) yield findingMarkup(finding, each.number, title, words).markup;
  yield html`${problemList(each.problems, words)}</section>\n`.markup;
}

function nameOf({ agency, year, stage }: Listed, words: ReportWords): string {
  const name = words.agency(agency.name || words.unnamedAgency, agency.code);
  return `${name} ${words.disclosureTitle(year, stage, agency.level)}`;
}

/** How much of the file was read, with the tables that were not, or are not checked. */
function coverageMarkup(coverage: Coverage | undefined, words: ReportWords): Markup | undefined {
  if (!coverage) return undefined;
  const partly = coverage.perTable.filter(({ state }) => state !== 'read');
  const list = html`<ul>${partly.map((table) => html`<li>${words.place(table)} ${words.tableState(table)}</li>`)}</ul>`;
  return html`<p>${words.coverage(coverage)}</p>${partly.length > 0 ? list : undefined}`;
}

function problemList(problems: ReportDocument['problems'], words: ReportWords): Markup | undefined {
  if (problems.length === 0) return undefined;
  const lines = problemsAlike(problems).map(({ problem: { message }, others }) =>
    others.length === 0 ? message : message + words.alsoThere(others.length, placesOf(others, words.place)),
  );
  return html`<h3>${words.notRead}</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
