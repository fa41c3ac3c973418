import { describe, expect, it } from 'vitest';
import { type Locate, parseOwnRules } from '../../src/own-rules/own-rules.ts';

/** Tells the place as the path itself, for this package knows no text: `column` is the offset, from 1. */
function errorsOf(data: unknown): string[] {
  const asked: string[] = [];
  const locate: Locate = (path, part, offset) => {
    asked.push(`${path.join('.')}${part === 'name' ? ' name' : ''}${offset > 0 ? `+${offset}` : ''}`);
    return { line: asked.length, column: 1 };
  };
  const result = parseOwnRules(data, locate);
  return result.ok ? [] : result.errors.map(({ message }, i) => `${asked[i]} | ${message}`);
}

const equation = (over: object) => ({
  equations: [{ id: 'own-1', title: '限额', equation: 'basic[302].total <= 5万元', ...over }],
});
const forbidden = (...items: unknown[]) => ({ phrases: { forbidden: items } });

describe('errors', () => {
  it.each<[what: string, data: unknown, ...errors: (string | RegExp)[]]>([
    ['nothing', null, / \| 文件里没有规则，可写的有 equations、/],
    ['a list', [], / \| 这里应写“名称: 内容”/],
    ['an unknown part', { equation: [] }, /^equation name \| 不认识“equation”，是不是“equations”？/],
    ['a far part', { 规则: [] }, /^规则 name \| 不认识“规则”，请改正或删去它；这里可用的有 equations、/],
    ['no list', { equations: {} }, /^equations \| 这里应为列表，请每行写一项/],
    ['a blank item', { equations: [null] }, /^equations\.0 \| 这一项是空的/],
    ['an item of words', { equations: ['basic'] }, /^equations\.0 \| 这里应写“名称: 内容”/],
    [
      'an unknown field',
      equation({ servity: 'error' }),
      /^equations\.0\.servity name \| 不认识“servity”，是不是“severity”？/,
    ],
    ['no id', equation({ id: undefined }), /^equations\.0 \| 缺少“id”，请写明规则编号，例如 own-1。/],
    ['no title', equation({ title: undefined }), /^equations\.0 \| 缺少“title”/],
    ['no equation', equation({ equation: undefined }), /^equations\.0 \| 缺少“equation”/],
    ['a number for words', equation({ basis: 2026 }), /^equations\.0\.basis \| “basis”应为文字，请给“2026”加上引号。/],
    ['a list for words', equation({ basis: [] }), /^equations\.0\.basis \| “basis”应为文字，请写在同一行。/],
    ['blank words', equation({ basis: null }), /^equations\.0\.basis \| “basis”是空的/],
    ['an id with spaces', equation({ id: 'own 1' }), /^equations\.0\.id \| 规则编号“own 1”里只能有/],
    ['a built-in id', equation({ id: 'class-order' }), /^equations\.0\.id \| .*程序自带规则的编号/],
    ['a wrong severity', equation({ severity: '严重' }), /^equations\.0\.severity \| 级别应为 .*，不能是“严重”。/],
    [
      'an equation cut off',
      equation({ equation: 'basic[302].total <=' }),
      /^equations\.0\.equation\+19 \| 表达式看不懂：此处应为/,
    ],
    [
      'an unknown form',
      equation({ equation: 'basic[302].total <= 3 * basi[303].total' }),
      /^equations\.0\.equation\+24 \| .*没有名为“basi”的表。/,
    ],
    [
      'an unknown column',
      equation({ equation: 'basic[302].totl <= 5万元' }),
      /^equations\.0\.equation\+11 \| .*没有名为“totl”的列。/,
    ],
    ['no cell', equation({ equation: '1 = 2' }), /^equations\.0\.equation \| 表达式里没有单元格/],
    ['the form of a family', equation({ equation: '@[302].total = 0' }), /^equations\.0\.equation \| 这里不能用“@”/],
    [
      'no side',
      equation({ equation: 'balance[收入总计].amount >= 0' }),
      /^equations\.0\.equation \| “收支总表”分收入、支出两边/,
    ],
    ['a side too many', equation({ equation: 'basic.revenue[302].total >= 0' }), /不分收入、支出/],
    [
      'a column of another form',
      equation({ equation: 'basic[302].remittance >= 0' }),
      /^equations\.0\.equation \| “一般公共预算基本支出表”没有“上缴上级支出”这一列，可用的列有 .*合计/,
    ],
    [
      'a condition',
      equation({ when: ['stage(budget)', 'printed(basic)'] }),
      /^equations\.0\.when\.1\+13 \| 表达式看不懂/,
    ],
    ['a single condition', equation({ when: 'stage(预)' }), /^equations\.0\.when\+6 \| 表达式看不懂/],
    ['an unknown kind of phrase', { phrases: { forbiden: [] } }, /^phrases\.forbiden name \| .*是不是“forbidden”/],
    [
      'neither words nor pattern',
      forbidden({ message: '无' }),
      /^phrases\.forbidden\.0 \| 缺少“text”（文字）或“pattern”/,
    ],
    [
      'both words and pattern',
      forbidden({ text: 'a', pattern: 'b' }),
      /^phrases\.forbidden\.0\.pattern name \| “text”和“pattern”只能写一个/,
    ],
    [
      'a bad pattern',
      forbidden({ pattern: '(预算' }),
      /^phrases\.forbidden\.0\.pattern \| 正则表达式写得不对：圆括号没有配对，/,
    ],
    ['a bad class', forbidden({ pattern: '[预算' }), /方括号或花括号没有配对/],
    ['a bad escape', forbidden({ pattern: '\\预' }), /“\\”后面的写法不对/],
    ['a lone star', forbidden({ pattern: '*预' }), /没有可重复的内容/],
    ['a range turned round', forbidden({ pattern: '[9-0]' }), /前后次序颠倒/],
    ['a pattern of nothing', forbidden({ pattern: '(预算)*' }), /与空文字也相符/],
    ['a number as a phrase', forbidden(2026), /^phrases\.forbidden\.0 \| 这一项应为文字，请给“2026”加上引号。/],
    [
      'a section without title',
      { sections: { required: [{ text: '无' }] } },
      /不认识“text”/,
      /^sections\.required\.0 \| 缺少“title”/,
    ],
    ['the same phrase twice', forbidden('略', '略'), /^phrases\.forbidden\.1 \| 规则编号“forbidden-略”重复/],
    [
      'an id twice',
      forbidden({ text: '一', id: 'a' }, { text: '二', id: 'a' }),
      /^phrases\.forbidden\.1\.id \| 规则编号“a”重复/,
    ],
    ['severities as a list', { severities: [] }, /^severities \| 这里应每行写一条/],
    [
      'an unknown rule',
      { severities: { 'class-ordr': 'notice' } },
      /^severities\.class-ordr name \| 没有编号为“class-ordr”的规则，是不是“class-order”？/,
    ],
    ['a severity unknown', { severities: { 'class-order': 'off' } }, /^severities\.class-order \| 级别应为/],
    ['no reason', { off: [{ rule: 'class-order' }] }, /^off\.0 \| 缺少“reason”，请写明停用的理由。/],
    ['a blank reason', { off: [{ rule: 'class-order', reason: ' ' }] }, /^off\.0\.reason \| “reason”是空的/],
    [
      'an unknown rule off',
      { off: [{ rule: 'target-empty', reason: '无' }] },
      /^off\.0\.rule \| 没有编号为“target-empty”的规则，是不是“target-empty-talk”/,
    ],
    [
      'a rule off twice',
      {
        off: [
          { rule: 'class-order', reason: '一' },
          { rule: 'class-order', reason: '二' },
        ],
      },
      /^off\.1\.rule \| .*已经停用/,
    ],
  ])('%s', (_, data, ...expected) => {
    const errors = errorsOf(data);
    expect(errors).toHaveLength(expected.length);
    for (const [i, each] of expected.entries()) expect(errors[i]).toMatch(each);
    for (const each of errors) expect(each).toMatch(/[。]$/);
  });

  it('all at once, in the order of the file', () => {
    const places: Record<string, number> = { 'off.0': 3, severities: 7, equations: 12 };
    const locate: Locate = (path) => ({ line: places[path.join('.')]!, column: 5 });
    const result = parseOwnRules({ equations: 1, severities: 2, off: [null] }, locate);
    expect(result.ok ? [] : result.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 5],
      [7, 5],
      [12, 5],
    ]);
  });

  it('parts left blank are no error', () => {
    expect(
      errorsOf({ equations: null, sections: null, phrases: { required: null }, severities: null, off: null }),
    ).toEqual([]);
  });
});
