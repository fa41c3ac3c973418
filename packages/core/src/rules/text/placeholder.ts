/** What was left for a person to write: the placeholders of written explanations, and those of templates. */

import { OPEN } from '../../text/placeholders.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, placesIn, printedLines, quote, textFinding } from './passages.ts';

export const PLACEHOLDER: ReadRule = {
  phase: 'read',
  id: 'text-placeholder',
  title: '没有待填写的内容',
  group: '文字规范',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '公开内容完整、真实' }],
  severity: 'error',
  sure: '确定',
  check: '没有“【请填写：…】”“【待补充】”等留给人填写的占位文字。',
  run: ({ disclosure }) =>
    printedLines(disclosure).flatMap(({ block }) =>
      placesIn(block, OPEN).map(({ index, text }) => {
        const what = /^【[^：:]*[：:]([^】]+)/.exec(text)?.[1];
        return textFinding(
          PLACEHOLDER,
          disclosure,
          what ? `还没有填写${what}` : `“${text}”处还没有填写`,
          [{ text: quote(block.text, index, index + text.length), origin: lineAt(block, index) }],
          '填写实际内容，并删去方括号中的提示',
        );
      }),
    ),
};
