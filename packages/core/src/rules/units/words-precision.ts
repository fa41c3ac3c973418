/** An amount of the explanation printed finer than all others: 货物预算 252.619 万元 among amounts with two decimals. */
import type { Disclosure, TextBlock } from '../../disclosure.ts';
import { decimalsOf } from '../../money.ts';
import { DISCLOSURE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { lineAt, quote, textFinding } from '../text/passages.ts';

export const WORDS_PRECISION: ReadRule = {
  phase: 'read',
  id: 'words-precision',
  title: '说明里的金额小数位数一致',
  group: '数字格式',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '同一份文本按同一金额单位和小数位数公开' }],
  severity: 'notice',
  sure: '供参考',
  check: '说明里以万元为单位的金额（20 个以上）都不超过两位小数，个别的多出位数。单价、标准不查。',
  run: ({ disclosure }) => finerAmounts(disclosure),
};

/** So many others tell how amounts are printed; so few stand out. */
const OTHERS = 20;
const FEW = 2;
/** 万元 is printed to the yuan hundred. */
const CUSTOMARY = 2;

const AMOUNT = /\d[\d,]*(?:\.\d+)?(?=\s*万元(?![/／]))/g;
/** What is so much for each may be finer. */
const PER_PIECE = /(?:每|人均|单价|标准|定额|均|按)[^，。；]{0,16}$/;

interface Printed {
  readonly block: TextBlock;
  readonly text: string;
  readonly index: number;
}

function finerAmounts(disclosure: Disclosure) {
  const amounts = disclosure.explanation.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((block): Printed[] => {
      const found = [...block.text.matchAll(AMOUNT)];
      return found
        .filter(({ index }) => !PER_PIECE.test(block.text.slice(0, index)))
        .map(({ 0: text, index }) => ({ block, text, index }));
    }),
  );
  const finer = amounts.filter(({ text }) => decimalsOf(text) > CUSTOMARY);
  if (finer.length > FEW || amounts.length - finer.length < OTHERS) return [];
  return finer.map(({ block, text, index }) => {
    const words = quote(block.text, index, index + text.length);
    const message = `“${words}”中的 ${text} 万元写到 ${decimalsOf(text)} 位小数，说明里其他金额不超过 ${CUSTOMARY} 位`;
    const evidence = [{ text: words, origin: lineAt(block, index) }];
    return textFinding(WORDS_PRECISION, disclosure, message, evidence, '按同样的小数位数填写');
  });
}
