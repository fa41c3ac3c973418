/** A template that nobody filled in: one finding, and none for each of its blanks. */
import type { Disclosure } from '../../disclosure.ts';
import { plainText } from '../../text/fold.ts';
import { UNFILLED } from '../../text/placeholders.ts';
import { figuresOf } from '../../words/figures.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, placesIn, printedLines, quote, textFinding } from './passages.ts';
import { BASIS, GROUP } from './slip.ts';

/** So many blanks, and more of them than figures, are no slip. */
const MANY = 10;
const SHOWN = 5;

export const TEXT_UNFILLED: ReadRule = {
  phase: 'read',
  id: 'text-unfilled',
  title: '不是没有填写的模板',
  group: GROUP,
  scope: EVERYWHERE,
  basis: BASIS,
  severity: 'error',
  sure: '确定',
  check: '说明里“XX局”“××万元”一类待填的文字多于填了的数，是没有填写的模板：只报这一条。',
  run: ({ disclosure }) => {
    const blanks = printedLines(disclosure).flatMap(({ block }) =>
      placesIn(block, UNFILLED).map(({ index, text }) => ({
        text: quote(block.text, index, index + text.length),
        origin: lineAt(block, index),
      })),
    );
    if (blanks.length < MANY || blanks.length <= figuresTold(disclosure)) return [];
    const message = `这份文本像是没有填写的模板：有 ${blanks.length} 处待填的文字，如“${blanks[0]!.text}”`;
    return [textFinding(TEXT_UNFILLED, disclosure, message, blanks.slice(0, SHOWN), '填写实际内容后再公开')];
  },
};

/** Amounts that the words tell, and that are something. */
const figuresTold = ({ explanation }: Disclosure): number =>
  explanation.reduce(
    (sum, { paragraphs }) =>
      sum +
      paragraphs.reduce(
        (own, { text }) =>
          own +
          figuresOf(plainText(text)).filter(({ printed }) => printed.kind === 'amount' && printed.fen !== 0).length,
        0,
      ),
    0,
  );
