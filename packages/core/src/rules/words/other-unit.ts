/** A sum of the budget told in 元 among sums in 万元, and too small for one: 比上年增加18.00元. */
import { plainText } from '../../text/fold.ts';
import { figuresOf } from '../../words/figures.ts';
import { isGlossary, originOf } from '../../words/read.ts';
import { clauseStart } from '../../words/sentences.ts';
import type { Candidate } from './candidate.ts';
import type { Facts } from './facts.ts';
import { quote } from './issue.ts';

/** What a budget has sums of, or that they changed by so much. */
const OF_BUDGET =
  /(?:(?:费|经费|预算|支出|收入|拨款|决算)(?:预算|支出|安排|总额|数|额|为|是|共计|：)*|(?:增加|减少|增长|下降)了?(?:预算|支出)?)$/;
/** What comes to each is told in 元 rightly. */
const EACH = /每|均|标准|单价|定额|补贴|补助|以[上下]|罚|收取/;
/** So many sums in 万元 show what the words tell money in. */
const USUAL = 5;
const WAN = 1_000_000;

/** Sums in 元 where the paragraph and the document tell theirs in 万元. */
export function checkUnits({ disclosure, mentions }: Facts): readonly Candidate[] {
  const paragraphs = disclosure.explanation.flatMap((section, s) =>
    isGlossary(section) ? [] : section.paragraphs.map((block, p) => ({ block, s, p, text: plainText(block.text) })),
  );
  const inWan = (text: string) => text.match(/\d万元/g)?.length ?? 0;
  if (paragraphs.reduce((sum, { text }) => sum + inWan(text), 0) < USUAL) return [];
  return paragraphs
    .filter(({ text }) => /\d元/.test(text) && inWan(text) > 0)
    .flatMap(({ block, text, s, p }) =>
      figuresOf(text).flatMap(({ printed, start, end }): readonly Candidate[] => {
        if (printed.kind !== 'amount' || printed.unit !== '元' || printed.fen <= 0 || printed.fen >= WAN) return [];
        const clause = text.slice(clauseStart(text, 0, start), start);
        if (!OF_BUDGET.test(clause) || EACH.test(clause) || /^[/／每]/.test(text.slice(end))) return [];
        const mention = mentions.find(
          ({ place }) => place.section === s && place.paragraph === p && place.start === start,
        );
        const told = clause + text.slice(start, end);
        return [
          {
            issue: {
              rule: 'words-slip',
              severity: 'warning',
              message: `${quote(told)}以元为单位，而同一段的其他金额以万元为单位，像是漏了“万”。`,
              evidence: [{ text: told, origin: originOf(block, start) }],
              suggestion: '请核对金额单位。',
            },
            blames: mention ? [mention] : [],
            unless: [mention],
          },
        ];
      }),
    );
}
