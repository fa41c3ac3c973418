/** Rules made of patterns over the running text. */
import type { Disclosure, TextBlock } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { type Basis, DISCLOSURE, PUNCTUATION } from '../basis.ts';
import type { ReadRule, Rule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, placesIn, printedLines, quote, textFinding } from './passages.ts';

export const GROUP = '文字规范';
export const BASIS: readonly Basis[] = [
  { document: DISCLOSURE, says: '公开内容完整、真实' },
  { document: PUNCTUATION },
];

type Describe = (quoted: string, found: string) => { message: string; suggestion?: string };

interface Slip {
  readonly pattern: RegExp;
  readonly describe: Describe;
  /** What looks like a slip and is none; `next` is what is printed behind it in its section. */
  readonly except?: (block: TextBlock, index: number, found: string, next: TextBlock | undefined) => boolean;
  /** The same words elsewhere are the same mistake, copied. */
  readonly isCopied?: boolean;
}

/** A rule made of patterns: each place of a printed line where one matches is reported, places of one kind together. */
export function slipRule(rule: Omit<Rule, 'group' | 'basis' | 'scope'>, slips: readonly Slip[]): ReadRule {
  const whole = { ...rule, group: GROUP, scope: EVERYWHERE, basis: BASIS };
  return {
    ...whole,
    phase: 'read',
    run: ({ disclosure }) => {
      const copies = new Map<string, Finding>();
      const found = printedLines(disclosure).flatMap(({ block, section }, i, lines) => {
        const next = lines[i + 1]?.section === section ? lines[i + 1]?.block : undefined;
        return slips.flatMap((slip) =>
          report(whole, disclosure, block, next, slip).filter(({ finding, words }) => {
            const before = slip.isCopied ? copies.get(words) : undefined;
            if (before) copies.set(words, { ...before, evidence: [...before.evidence, ...finding.evidence] });
            else if (slip.isCopied) copies.set(words, finding);
            return before === undefined;
          }),
        );
      });
      return found.map(({ finding, words }) => copies.get(words) ?? finding);
    },
  };
}

function report(
  rule: Rule,
  disclosure: Disclosure,
  block: TextBlock,
  next: TextBlock | undefined,
  { pattern, describe, except }: Slip,
): { finding: Finding; words: string }[] {
  const places = placesIn(block, pattern).filter(({ index, text }) => !except?.(block, index, text, next));
  const [first] = places;
  if (!first) return [];
  const { message, suggestion } = describe(quote(block.text, first.index, first.index + first.text.length), first.text);
  const more = places.length > 1 ? `（本段共 ${places.length} 处）` : '';
  const evidence = places.map(({ index, text }) => ({
    text: quote(block.text, index, index + text.length),
    origin: lineAt(block, index),
  }));
  return [{ finding: textFinding(rule, disclosure, message + more, evidence, suggestion), words: first.text }];
}
