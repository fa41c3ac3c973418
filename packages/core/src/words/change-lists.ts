/**
 * A change and the changes that make it up, in one sentence: 收入预算增加118.76万元，其中一般公共预算收入增加83.76万元，其他收入增加35万元.
 * Nothing of it needs a name that a form knows.
 */
import type { Disclosure, TextBlock } from '../disclosure.ts';
import { nounKey, plainText } from '../text/fold.ts';
import { partsOf } from './clause.ts';
import { type FigureToken, figuresOf } from './figures.ts';
import type { At, Extent, OutlineAmount } from './outline.ts';
import { originOf } from './read.ts';
import { clauseStart, type Span, sentencesOf } from './sentences.ts';

/** Amounts are fen with the sign of their direction. */
export interface ChangeList {
  readonly head: OutlineAmount;
  readonly parts: readonly OutlineAmount[];
  /** 其中 opens all changes: what is not named did not change. */
  readonly extent: Extent;
}

const OPENER = /其中|主要是|主要为|主要原因是|主要原因为|分别为|：/;

/** All changes with their parts, in the order of the text; a single part counts where the list is not open. Never throws on any text. */
export function changeListsOf(disclosure: Disclosure): readonly ChangeList[] {
  return disclosure.explanation.flatMap(({ paragraphs }, section) =>
    paragraphs.flatMap((block, paragraph) => {
      const text = plainText(block.text);
      const changeOf: ChangeIn = (from, token) => changeAt(block, text, from, token, { section, paragraph });
      return sentencesOf(text).flatMap((sentence) => listIn(text, sentence, changeOf) ?? []);
    }),
  );
}

/** The change that a figure tells, with what stands before it back to `from`. */
type ChangeIn = (from: number, token: FigureToken) => OutlineAmount | undefined;

/** The first change of a sentence that such a list follows, with it; undefined where anything else is told in the list. */
function listIn(text: string, sentence: Span, changeOf: ChangeIn): ChangeList | undefined {
  const tokens = figuresOf(text).filter(
    ({ printed, start, end }) => printed.kind === 'amount' && start >= sentence.start && end <= sentence.end,
  );
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const head = changeOf(sentence.start, token);
    if (!head || !next) continue;
    const opener = OPENER.exec(text.slice(token.end, next.start));
    if (!opener) continue;
    const parts = tokens.slice(i + 1).map((part, k) => changeOf(tokens[i + k]!.end, part));
    const end = parts.indexOf(undefined);
    const told = (end < 0 ? parts : parts.slice(0, end)).filter((part) => part !== undefined);
    const extent = opener[0].startsWith('主要') ? 'most' : 'all';
    return told.length >= (extent === 'most' ? 2 : 1) ? { head, parts: told, extent } : undefined;
  }
  return undefined;
}

function changeAt(
  block: TextBlock,
  text: string,
  from: number,
  token: FigureToken,
  where: Pick<At, 'section' | 'paragraph'>,
): OutlineAmount | undefined {
  if (token.printed.kind !== 'amount' || token.negative) return undefined;
  const start = clauseStart(text, from, token.start);
  const { aspect, direction, noun } = partsOf(text.slice(start, token.start), text.slice(from, token.start));
  if (aspect !== 'change' || !direction) return undefined;
  return {
    label: nounKey(noun),
    fen: direction === 'down' ? -token.printed.fen : token.printed.fen,
    step: token.printed.step,
    text: text.slice(start, token.end),
    origin: originOf(block, token.start),
    at: { ...where, start: token.start },
  };
}
