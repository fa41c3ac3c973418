import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/equations/families/families.ts';
import { COLUMN_NAMES, FORM_NAMES, IN_CHINESE } from '../../src/equations/names.ts';
import { mustParse, parseCondition, parseEquation } from '../../src/equations/parse.ts';
import { type Equation, printCondition, printEquation, type Ref, type Term } from '../../src/equations/syntax.ts';

const printed = (text: string) => {
  const result = parseEquation(text);
  return result.ok ? printEquation(result.value) : result.message;
};

describe('equations', () => {
  it.each([
    [
      'expenditure[*].total=expenditure[*].basic+expenditure[*].project',
      'expenditure[*].total = expenditure[*].basic + expenditure[*].project',
    ],
    [
      '支出总表[*].合计 = 支出总表[*].基本支出 + 支出总表[*].项目支出',
      'expenditure[*].total = expenditure[*].basic + expenditure[*].project',
    ],
    [
      '收支总表.收入[本年收入合计].金额 = sum(收支总表.收入[各项].金额)',
      'balance.revenue[本年收入合计].amount = sum(balance.revenue[lines].amount)',
    ],
    [
      'basic[30110].total ≤ sum(general-public[2101101 | 2101102].basic)',
      'basic[30110].total <= sum(general-public[2101101|2101102].basic)',
    ],
    [
      '“三公”经费表[合计].合计@上年数 = three-publics[公务接待].total@previous',
      'three-publics[total].total@previous = three-publics[公务接待].total@previous',
    ],
    ['“三公”经费表[合计].预算数 = 0', 'three-publics[total].total@budget = 0'],
    ['一般公共预算支出表（按经济分类）[合计].合计 = 0', 'general-economic[total].total = 0'],
    ['求和（支出总表[类].合计） = 0', 'sum(expenditure[class].total) = 0'],
    ['收入总表[*].上年结转·一般公共预算 = 0', 'revenue[*].carryover-from-general-public = 0'],
    ['@[合计].* = 下级之和(@[合计].*)', '@[total].* = children(@[total].*)'],
    [
      '-2 * basic[total].total + 30万元 >= basic[301].total! - basic[303].total?',
      '-2 * basic[total].total + 300000 >= basic[301].total! - basic[303].total?',
    ],
  ])('%s', (text, expected) => expect(printed(text)).toBe(expected));

  it.each([
    ['', '第 1 个字符：此处应为表名、函数或金额，但表达式已结束。'],
    ['basic[total].total', '第 19 个字符：此处应为“=”、“<=”或“>=”，但表达式已结束。'],
    ['basics[total].total = 0', '第 1 个字符：没有名为“basics”的表。'],
    ['培训费表（按项目）[合计].合计 = 0', '第 1 个字符：没有名为“培训费表（按项目）”的表。'],
    ['收支表[合计].金额 = 0', '第 1 个字符：没有名为“收支表”的表。'],
    ['basic[total].totals = 0', '第 14 个字符：没有名为“totals”的列。'],
    [
      'basic[total].total@sometime = 0',
      '第 20 个字符：“@”之后应为口径，可用的有 budget、预算数、adjusted、全年预算数、actual、决算数、previous、上年数、executed、上年执行数、forecast、预计数。',
    ],
    ['收入总表[合计].上年结转·预算 = 0', '第 10 个字符：没有名为“上年结转·预算”的列。'],
    ['basic[total.total = 0', '第 22 个字符：缺少与“[”配对的“]”。'],
    ['basic[].total = 0', '第 7 个字符：方括号内应写科目编码、行名或行组，多个之间用“|”隔开。'],
    [
      'basic.total = 0',
      '第 7 个字符：表名之后应为 revenue（收入）、expenditure（支出）、use（支出用途）、economic（支出经济分类）、governmental（支出政府经济分类）。',
    ],
    ['avg(basic[total].total) = 0', '第 1 个字符：没有名为“avg”的函数，可用的有 sum、children、parent、quantity。'],
    ['sum(basic[total].total = 0', '第 24 个字符：此处应为“)”，却是“=”。'],
    ['basic[total].total = 0 0', '第 24 个字符：此处应为表达式结束，却是“0”。'],
    ['0 * basic[total].total = 0', '第 1 个字符：系数不能为 0。'],
  ])('%s: %s', (text, message) => expect(printed(text)).toBe(message));

  it('what is printed parses to the same tree', () => {
    fc.assert(
      fc.property(equation, (tree) => {
        expect(parseEquation(printEquation(tree))).toEqual({ ok: true, value: tree });
      }),
    );
  });

  it('in Chinese too, with every table and every column by its Chinese name', () => {
    fc.assert(
      fc.property(equation, (tree) => {
        const chinese = printEquation(tree, IN_CHINESE);
        expect(chinese).not.toMatch(/[a-z]/);
        expect(parseEquation(chinese)).toEqual({ ok: true, value: tree });
      }),
    );
  });

  it('all built-in expressions are written in Chinese, as a bureau writes its own', () => {
    for (const { text, when = [] } of FAMILIES.flatMap((family) => family.equations)) {
      expect(printEquation(mustParse(parseEquation, text), IN_CHINESE)).toBe(text);
      for (const each of when) expect(printCondition(mustParse(parseCondition, each), IN_CHINESE)).toBe(each);
    }
  });
});

describe('conditions', () => {
  it.each([
    ['not printed(revenue[total].subtotal)', 'not printed(revenue[total].subtotal)'],
    [
      '非 填有(basic[类].人员经费|公用经费) 或 阶段(决算)',
      'not filled(basic[class].personnel|operating) or stage(final-accounts)',
    ],
    ['sum(balance.revenue[after].amount) = 0', 'sum(balance.revenue[after].amount) = 0'],
    ['not basic[total].total', '第 5 个字符：此处应为printed、filled 或 stage，却是“b”。'],
  ])('%s', (text, expected) => {
    const result = parseCondition(text);
    expect(result.ok ? printCondition(result.value) : result.message).toBe(expected);
  });
});

const columns = fc.constantFrom(...Object.keys(COLUMN_NAMES), 'carryover-from-unit-funds', '*');
const ref: fc.Arbitrary<Ref> = fc
  .record({
    fold: fc.constantFrom('cell', 'sum', 'children', 'parent', 'quantity'),
    form: fc.constantFrom(...Object.keys(FORM_NAMES), '@'),
    side: fc.constantFrom('revenue', 'expenditure', undefined),
    rows: fc.array(fc.constantFrom('total', '*', '30101', 'class', '上年结转·一般公共预算'), {
      minLength: 1,
      maxLength: 3,
    }),
    columns: fc.array(columns, { minLength: 1, maxLength: 2 }),
    presence: fc.constantFrom('drop', 'require', 'option'),
  } as const)
  .map(({ side, ...rest }) => ({
    ...rest,
    ...(side ? { side } : {}),
    grid: side ? `${rest.form}.${side}` : rest.form,
  }));
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ coefficient: fc.integer({ min: -20, max: 20 }).filter((n) => n !== 0), ref }),
  fc.record({ coefficient: fc.constantFrom(1, -1), constant: fc.integer({ min: 0, max: 10 ** 12 }) }),
);
const side = fc.array(term, { minLength: 1, maxLength: 4 });
const equation: fc.Arbitrary<Equation> = fc.record({
  left: side,
  operator: fc.constantFrom('=', '<=', '>='),
  right: side,
} as const);

describe('the built-in families in the words of a finance bureau', () => {
  it.each(FAMILIES.map((family) => [family.id, family] as const))('%s is read back', (_, { equations }) => {
    for (const { text, when = [] } of equations) {
      const equation = mustParse(parseEquation, text);
      expect(printEquation(equation, IN_CHINESE)).not.toMatch(/[a-z]/);
      expect(mustParse(parseEquation, printEquation(equation, IN_CHINESE))).toEqual(equation);
      for (const each of when) {
        const condition = mustParse(parseCondition, each);
        expect(printCondition(condition, IN_CHINESE)).not.toMatch(/[a-z]/);
        expect(mustParse(parseCondition, printCondition(condition, IN_CHINESE))).toEqual(condition);
      }
    }
  });

  it('reads as it is spoken', () => {
    const { text } = FAMILIES.find(({ id }) => id === 'balance-revenue-total')!.equations[0]!;
    expect(printEquation(mustParse(parseEquation, text), IN_CHINESE)).toBe(
      '@.收入[收入总计].* = @.收入[本年收入合计].*! + 求和(@.收入[合计后各项].*)',
    );
  });
});
