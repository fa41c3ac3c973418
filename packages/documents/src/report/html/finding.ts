/** One finding: what is wrong, the figures, what to do, and the place on the page. */
import type { Finding } from '@mingsuan/core/finding';
import { formatAmount } from '@mingsuan/core/money';
import type { IllustratedFinding } from '../illustrate.ts';
import { html, type Markup } from './escape.ts';
import type { ReportWords } from './words.ts';

const MOST_EVIDENCE = 12;
/** Pixels a point of pictures: the widest table of a page fits, so that all stand at one scale. */
const ENLARGED = 1.1;

/** `document` is the number of its section, `item` the checklist item it belongs to. */
export function findingMarkup(finding: IllustratedFinding, document: number, item: string, words: ReportWords): Markup {
  const { severity, rule, id, message, pictures } = finding;
  return html`<article class="${severity}" data-severity="${severity}" data-rule="${rule}" data-document="${document}">
<h3><span class="badge">${words.severity(severity)}</span>${message}</h3>
<dl>
${detailsOf(finding, item, words).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
<dt>${words.report.rule}</dt><dd><code>${rule}</code>${id ? ` [${id}]` : ''}</dd>
</dl>
${pictures.map(
  ({ png, width, height, page, source }) =>
    html`<figure><img loading="lazy" width="${Math.round(width * ENLARGED)}" height="${Math.round(height * ENLARGED)}" alt="${words.report.picture(page)}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}"><figcaption>${source ? `${source} ` : ''}${words.report.page(page)}</figcaption></figure>`,
)}
</article>
`;
}

function detailsOf(finding: Finding, item: string, words: ReportWords): (readonly [string, Markup])[] {
  const { expected, actual, difference, suggestion, consequences = [], evidence } = finding;
  const { report } = words;
  const amount = (fen: number | undefined): Markup | undefined =>
    fen === undefined ? undefined : html`${report.yuan(formatAmount(fen, '元').replace(/\B(?=(\d{3})+\.)/g, ','))}`;
  const shown = evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ text, origin }) => `${words.place(origin)} ${text || words.blank}`);
  if (evidence.length > MOST_EVIDENCE) shown.push(words.more(evidence.length - MOST_EVIDENCE));
  const rows: readonly (readonly [string, Markup | undefined])[] = [
    [report.item, html`${item}`],
    [report.expected, amount(expected)],
    [report.actual, amount(actual)],
    [report.difference, amount(difference)],
    [words.suggestion, suggestion ? html`${suggestion}` : undefined],
    [report.consequences, listOf(consequences)],
    [words.evidence, listOf(shown)],
  ];
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function listOf(texts: readonly string[]): Markup | undefined {
  return texts.length === 0 ? undefined : html`<ul>${texts.map((text) => html`<li>${text.trim()}</li>`)}</ul>`;
}
