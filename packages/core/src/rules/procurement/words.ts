/** Sections on procurement and assets, and the amounts in their sentences. */
import type { Disclosure, Origin } from '../../disclosure.ts';
import type { Evidence } from '../../finding.ts';
import { type Fen, type MoneyUnit, parseAmount, printingStep } from '../../money.ts';
import { foldWidth } from '../../text/fold.ts';

export interface Sentence {
  readonly text: string;
  readonly origin: Origin;
}

/** Paragraphs of the sections whose title fits, in half width and without white space. */
export function paragraphsOf({ explanation }: Disclosure, title: RegExp): readonly Sentence[] {
  return explanation
    .filter((section) => title.test(section.title))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text, origin }) => ({ text: foldWidth(text), origin })));
}

export interface Amount {
  readonly fen: Fen;
  /** What the last printed digit is worth. */
  readonly step: Fen;
  readonly text: string;
}

const AMOUNT = '(\\d[\\d,]*(?:\\.\\d+)?)(亿元|万元|万(?!个|台|套|平)|元)';

/** The first amount after `words`, with at most a few characters between. */
export function amountAfter(text: string, words: string): Amount | undefined {
  const match = new RegExp(`(?:${words})[^,，。;；、\\d]{0,12}?${AMOUNT}`).exec(text);
  if (!match) return undefined;
  const unit = (match[2] === '万' ? '万元' : match[2]) as MoneyUnit;
  const amount = parseAmount(match[1]!, unit);
  return amount && { fen: amount.fen, step: printingStep(unit, amount.decimals), text: match[0] };
}

/** Equal as far as the printing of both tells. */
export function isEqual(a: Fen, b: Fen, ...steps: readonly Fen[]): boolean {
  return 2 * Math.abs(a - b) <= steps.reduce((sum, step) => sum + step, 0);
}

/** A sentence as evidence. */
export function wordsEvidence(text: string, { origin }: Sentence): Evidence {
  return { text, origin };
}

export const PROCUREMENT_SECTION = /政府采购/;
export const ASSETS_SECTION = /国有资产|固定资产|资产占有|资产信息|资产情况/;
export const GROUP = '政府采购和资产';
