import { describe, expect, it } from 'vitest';
import { foldWidth, nounKey, oneLine, plainText, squeeze, unspaced } from '../../src/text/fold.ts';

describe('foldings of text', () => {
  it.each<[string, (text: string) => string, string, string]>([
    ['every kind of white space goes', unspaced, ' 支\u3000出\u00a0总\u200b表\ufeff\n', '支出总表'],
    ['runs of white space are one', oneLine, ' 主管：\u3000 某某局\n二科 ', '主管： 某某局 二科'],
    ['half width, compatibility forms taken apart', foldWidth, '９５\u3000％（ﬁ）', '95%(fi)'],
    ['labels', squeeze, '（一） “三公”经费：１', '(一)"三公"经费:1'],
    [
      'sentences have full-width brackets and no spaces',
      plainText,
      '收入 １２.５ 万元 (含结转);',
      '收入12.5万元（含结转）；',
    ],
    ['a group of thousands is one figure', plainText, '预算 4 279.86 万元', '预算4279.86万元'],
    ['two figures stay two', plainText, 'IPv6 27.6 万元', 'IPv6 27.6万元'],
    ['nouns', nounKey, '“三公” 经费（含、会议费）', '三公经费(含会议费)'],
  ])('%s', (_, fold, printed, folded) => expect(fold(printed)).toBe(folded));

  it('are stable: a folded text stays as it is', () => {
    const text = ' “三公”　经费（２０２４ 年）： 4 279.86 万元; ① ';
    for (const fold of [unspaced, oneLine, foldWidth, squeeze, plainText, nounKey])
      expect(fold(fold(text))).toBe(fold(text));
  });
});
