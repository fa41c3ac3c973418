import { describe, expect, it } from 'vitest';
import { matcher, textsOf, wordKey } from '../../src/vocabulary/index.ts';

describe('the notation of wordings', () => {
  it.each([
    ['上级补助收入', ['上级补助收入']],
    ['<上级|中央>补助[收入]', ['上级补助收入', '上级补助', '中央补助收入', '中央补助']],
    ['[<本年|当年>]合计', ['本年合计', '当年合计', '合计']],
    ['附属单位<上缴|缴款>[[预算]收入]', expect.arrayContaining(['附属单位缴款', '附属单位上缴预算收入'])],
    ['货物<预算|>', ['货物预算', '货物']],
  ])('%s', (wording, texts) => expect(textsOf(wording)).toEqual(texts));

  it.each(['<上级', '[上级', '上级]', '本年|当年'])('%s is refused', (wording) =>
    expect(() => textsOf(wording)).toThrow(/wording/),
  );

  it.each([
    ['“三公”经费：', '三公经费'],
    ['因公出国（境） 费', '因公出国(境)费'],
  ])('%s is compared as %s', (text, key) => expect(wordKey(text)).toBe(key));
});

describe('a lookup', () => {
  const look = matcher([
    ['used', ['…使用…结余…']],
    ['carried', ['…上年…结转…', '使用上年结余']],
    ['other', ['其他收入', '其他收入（含专用结余）']],
  ]);

  it.each([
    ['使用非财政拨款结余', 'used'],
    ['上年结转和结余', 'carried'],
    // A wording without … goes before all with one.
    ['使用上年结余', 'carried'],
    // Brackets count only where a wording has them.
    ['其他收入（含上年结转）', 'other'],
    ['其他收入（含专用结余）', 'other'],
    ['（上年结转）', 'carried'],
    ['事业收入', undefined],
  ])('%s is %s', (text, meaning) => {
    expect(look(text)).toBe(meaning);
    expect(look(text)).toBe(meaning);
  });
});
