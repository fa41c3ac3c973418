/**
 * An amount whose parts stand behind a bare colon: 其中一般公共预算拨款政府采购504.98万元：货物480.50万元、服务24.48万元. No word says what the
 * list is of, so it counts only where it is plain: parts one behind another, parted by one mark, to the end of the sentence or to a semicolon.
 */
import type { Disclosure, TextBlock } from '../disclosure.ts';
import { plainText } from '../text/fold.ts';
import { type FigureToken, figuresOf } from './figures.ts';
import { amountOf, type OutlineAmount } from './outline.ts';
import { clauseStart, type Span, sentencesOf } from './sentences.ts';

/** An amount and all that the colon behind it opens: two parts or more. */
export interface ColonList {
  readonly head: OutlineAmount;
  readonly parts: readonly OutlineAmount[];
}

/** What a part is called, with no word that says it is some of the whole, a change, a purpose. */
const NAME = /^(?:（[^）]*）|[^，；：、。（）]){1,40}$/;
const NO_PART = /其中|包括|分别|主要|用于|原因|由于|比|较|增加|减少|增长|下降|提高|降低|约|近|超过|单价|每/;
const NO_HEAD = /比|较|增加|减少|增长|下降|提高|降低|约|近|超过|单价|每|年初|上年/;
const MARK = /^[、，；]$/;
/** Where such a list ends: what comes behind a comma is said of it, or of its last part. */
const END = /^(?:[；，）]|$)/;

/** All such lists, in the order of the text. Never throws on any text. */
export function colonListsOf(disclosure: Disclosure): readonly ColonList[] {
  return disclosure.explanation.flatMap(({ paragraphs }, section) =>
    paragraphs.flatMap((block, paragraph) => {
      const text = plainText(block.text);
      if (!text.includes('：')) return [];
      const tokens = figuresOf(text).filter(({ printed }) => printed.kind === 'amount');
      return sentencesOf(text).flatMap((sentence) => {
        const told = tokens.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
        return told.flatMap((_, at) => listAt(block, text, sentence, told, at, { section, paragraph }) ?? []);
      });
    }),
  );
}

function listAt(
  block: TextBlock,
  text: string,
  { start, end }: Span,
  tokens: readonly FigureToken[],
  at: number,
  where: Parameters<typeof amountOf>[4],
): ColonList | undefined {
  const whole = tokens[at]!;
  if (text[whole.end] !== '：' || NO_HEAD.test(text.slice(clauseStart(text, start, whole.start), whole.start)))
    return undefined;
  const told = partsBehind(text, tokens.slice(at + 1), whole.end);
  if (
    !told ||
    told.length < 2 ||
    !endsAt(text.slice(told.at(-1)!.end, end), tokens[at + 1 + told.length] !== undefined)
  )
    return undefined;
  const head = amountOf(text, start, whole, block, where);
  const parts = told.map((part, i) => amountOf(text, (told[i - 1] ?? whole).end, part, block, where));
  return head && parts.every((part) => part !== undefined) ? { head, parts } : undefined;
}

/** The figures one behind another with one mark between them; undefined where the list seems to go on in another way. */
function partsBehind(text: string, tokens: readonly FigureToken[], from: number): readonly FigureToken[] | undefined {
  const parts: FigureToken[] = [];
  let mark = '：';
  for (const token of tokens) {
    const gap = text.slice(parts.at(-1)?.end ?? from, token.start);
    const name = gap.slice(1);
    const isPart = NAME.test(name) && !NO_PART.test(name);
    if (parts.length === 1 && MARK.test(gap[0] ?? '')) mark = gap[0]!;
    if (isPart && gap[0] === mark) {
      parts.push(token);
      continue;
    }
    const goesOn = mark === '；' || (isPart && gap[0] !== '；');
    return goesOn ? undefined : parts;
  }
  return parts;
}

/** Whether nothing more of the list can stand behind its last part, up to the end of the sentence. */
function endsAt(rest: string, hasMore: boolean): boolean {
  return END.test(rest) && (!hasMore || /^；/.test(rest));
}
