/** Findings about words: a message, the quoted words and the cells they rest on. */
import type { Disclosure, FormId } from '../../disclosure.ts';
import type { Figure } from '../../figures/index.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import { type Fen, formatAmount, separated, wan } from '../../money.ts';
import { innerQuotes } from '../../text/fold.ts';
import type { Mention } from '../../words/mention.ts';

export type WordRule =
  | 'words-table'
  | 'words-parts'
  | 'words-change'
  | 'words-percent'
  | 'words-direction'
  | 'words-repeat'
  | 'words-slip'
  | 'words-year'
  | 'words-missing-figure';

export interface Issue {
  readonly rule: WordRule;
  readonly severity: Severity;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly form?: FormId | undefined;
  readonly expected?: Fen | undefined;
  readonly actual?: Fen | undefined;
  readonly suggestion?: string | undefined;
  /** Issues of one rule that are the same mistake made again. */
  readonly same?: string;
}

/** An issue as the finding that is reported. */
export function findingOf(issue: Issue, disclosure: Disclosure): Finding {
  const { rule, severity, evidence, form, expected, actual } = issue;
  const asPrinted = evidence.some(({ text }) => SEPARATED.test(text)) ? separateAmounts : (text: string) => text;
  const message = asPrinted(issue.message);
  const suggestion = issue.suggestion && asPrinted(issue.suggestion);
  return {
    rule,
    severity,
    agency: disclosure.agency.name,
    ...(form ? { form } : {}),
    message,
    ...(expected !== undefined && actual !== undefined ? { expected, actual, difference: actual - expected } : {}),
    evidence,
    ...(suggestion ? { suggestion } : {}),
  };
}

const SEPARATED = /\d[,，]\d{3}/;
const AMOUNT = /(?<![\d.,])-?\d{4,}(?:\.\d+)?(?=\s?[万亿]?元)/g;

/** The amounts of a message with the separators that the document prints. */
const separateAmounts = (text: string): string => text.replace(AMOUNT, separated);

/** A clause as quoted: without list numbers and brackets that its cutting left open, at most so long. */
export function quote(text: string, most = 60): string {
  const plain = text.replace(/^(?:（[一二三四五六七八九十\d]+）|\d{1,2}[、.．](?!\d))+|^[\s，、；：（]+/g, '');
  const inner = innerQuotes(plain);
  return `“${inner.length > most ? `…${inner.slice(-most)}` : inner}”`;
}

/** A mention's clause in quotation marks, for a message. */
export const quoted = (mention: Mention) => quote(mention.place.text);

/** A mention as evidence, with the clause it stands in. */
export const wordEvidence = ({ place }: Mention): Evidence => ({ text: place.text, origin: place.origin });

/** A table's figure as evidence; a blank cell says so. */
export const cellEvidence = ({ form, row, column, text, origin }: Figure): Evidence => ({
  form,
  row,
  column,
  text: text || '（空白）',
  origin,
});

/** A difference in the unit that shows it: 360.00 万元, but 35.00 元. */
export const gapText = (fen: Fen) =>
  Math.abs(fen) < ONE_WAN && fen % HUNDREDTH !== 0
    ? `${separated(formatAmount(Math.abs(fen), '元'))} 元`
    : wan(Math.abs(fen));

const ONE_WAN: Fen = 1_000_000;
const HUNDREDTH: Fen = 10_000;
