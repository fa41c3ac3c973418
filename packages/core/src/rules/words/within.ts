/** 其中 opens parts of the amount right before it: none is more than that amount, nor are all those named in one breath. */
import { groupBy } from '../../group-by.ts';
import type { Fen } from '../../money.ts';
import { plainText } from '../../text/fold.ts';
import { partsOf } from '../../words/clause.ts';
import { type FigureToken, figuresOf } from '../../words/figures.ts';
import type { Mention } from '../../words/mention.ts';
import { isGlossary, originOf } from '../../words/read.ts';
import { clauseStart, sentencesOf } from '../../words/sentences.ts';
import type { Candidate } from './candidate.ts';
import type { Facts } from './facts.ts';
import { gapText, quote } from './issue.ts';

/** An amount of this year's, with its clause. */
interface Amount {
  readonly fen: Fen;
  readonly step: Fen;
  readonly start: number;
  readonly text: string;
}

/** A whole with the parts that follow it in its sentence; `before` is all that the sentence tells up to them, the whole included. */
interface Within {
  readonly whole: Amount;
  readonly parts: readonly Amount[];
  readonly before: Fen;
}

/** Parts greater than the whole that they are told of, whatever both are called. */
export function checkWithin({ disclosure, mentions, incomplete }: Facts): readonly Candidate[] {
  const mentioned = groupBy(mentions, ({ place }) => `${place.section}.${place.paragraph}`);
  return disclosure.explanation.flatMap((section, s) =>
    isGlossary(section)
      ? []
      : section.paragraphs.flatMap((block, p) => {
          const place = `${s}.${p}`;
          const text = plainText(block.text);
          if (incomplete.has(place) || !text.includes('其中')) return [];
          const near = mentioned.get(place) ?? [];
          return withinsOf(text).flatMap((within): Candidate | readonly [] => {
            const { whole, parts } = within;
            const excess = excessOf(within);
            if (excess <= 0) return [];
            const all = [whole, ...parts];
            const blames = all.flatMap(({ start }) => mentionAt(near, start) ?? []);
            const those = parts.length > 1 ? `其中所列 ${parts.length} 项之和` : `其中的${quote(parts[0]!.text)}`;
            return {
              issue: {
                rule: 'words-parts',
                severity: 'warning',
                message: `${those}大于总数${quote(whole.text)}，多出 ${gapText(excess)}。`,
                evidence: all.map((each) => ({ text: each.text, origin: originOf(block, each.start) })),
                suggestion: '请核对总数和其中数。',
              },
              blames,
              unless: blames,
            };
          });
        }),
  );
}

const mentionAt = (mentions: readonly Mention[], start: number) => mentions.find(({ place }) => place.start === start);

/**
 * By how much the parts are more than the whole, beyond what both are rounded by. 货物1万元、服务2万元，其中财政拨款3万元: the whole
 * may be all that the sentence lists, so nothing is told of parts that all of it has room for.
 */
function excessOf({ whole, parts, before }: Within): Fen {
  const sum = parts.reduce((total, { fen }) => total + fen, 0);
  // What is rounded alike is no more than its whole by rounding, where it stands alone.
  const isAlike = parts.length === 1 && parts[0]!.step === whole.step;
  const slack = isAlike ? 0 : parts.reduce((total, { step }) => total + step, whole.step);
  return (sum - before) * 2 > slack ? sum - whole.fen : 0;
}

/** Between a whole and its first part: nothing but the opening word and the part's own name. */
const OPENING = /^(?:（[^（）]*）)?[，；（]其中[：，]?[^，。；：（）]*$/;
/** Parts told in one breath; behind another mark the next whole may begin. */
const NEXT = /^(?:（[^（）]*）)?、[^，。；：（）]*$/;

function withinsOf(text: string): readonly Within[] {
  const tokens = figuresOf(text).filter(({ printed }) => printed.kind === 'amount');
  const sentences = sentencesOf(text);
  return tokens.flatMap((token, i) => {
    const sentence = sentences.find(({ start, end }) => token.start >= start && token.end <= end);
    const before = tokens[i - 1]?.end ?? 0;
    const whole = sentence && amountOf(text, Math.max(before, sentence.start), token);
    if (!whole) return [];
    const parts: Amount[] = [];
    for (let k = i + 1; k < tokens.length && tokens[k]!.end <= sentence.end; k += 1) {
      const [last, part] = [tokens[k - 1]!, tokens[k]!];
      if (!(parts.length === 0 ? OPENING : NEXT).test(text.slice(last.end, part.start))) break;
      const told = amountOf(text, last.end, part);
      if (!told) return [];
      parts.push(told);
    }
    const told = tokens.slice(0, i + 1).filter(({ start }) => start >= sentence.start);
    return parts.length > 0 ? [{ whole, parts, before: sumOf(told) }] : [];
  });
}

const sumOf = (tokens: readonly FigureToken[]): Fen =>
  tokens.reduce((sum, { printed }) => (printed.kind === 'amount' ? sum + printed.fen : sum), 0);

/** What is no money of this year, or is told of each: another year's, all years', a contract's, a head's. */
const OTHER =
  /增|减|上升|下降|提高|降低|压|超|约|近|累计|以上|以下|不足|上年|去年|以前年度|历年|20\d\d|总投资|概算|合同|总额|每|人均|单价|标准|资产|不含|除|另/;

/** An amount that its clause tells of the document's own year; undefined where it may be another thing. */
function amountOf(text: string, from: number, { start, end, printed, negative }: FigureToken): Amount | undefined {
  if (printed.kind !== 'amount' || negative) return undefined;
  const clause = clauseStart(text, from, start);
  const words = text.slice(clause, start);
  const isTold = partsOf(words, text.slice(from, start)).aspect === undefined;
  if (!isTold || OTHER.test(words.replace(/^20\d\d年度?/, ''))) return undefined;
  return { fen: printed.fen, step: printed.step, start, text: text.slice(clause, end) };
}
