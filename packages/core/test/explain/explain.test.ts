/** Explanations as people read them: a small unit by hand, what is asked for, and the tables published in real documents. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import { type ExplainInput, explain } from '../../src/explain/index.ts';
import { bundled, jurisdictionOf } from '../../src/jurisdictions/index.ts';
import { type PublishedReading, unpublishReading } from '../../src/model/published.ts';
import { templateById } from '../../src/templates/index.ts';
import { fenOf, readMentions } from '../../src/words/index.ts';
import { doc, lines, table } from '../rules/make.ts';

const TEMPLATES = bundled().templates;

const wan = (amounts: Record<string, number>) =>
  Object.fromEntries(Object.entries(amounts).map(([quantity, n]) => [quantity, Math.round(n * 1_000_000)]));

const UNIT = doc(
  { agency: { name: '某区司法局', level: 'unit' }, template: 'hebei-2023' },
  lines(
    'balance',
    `收 一、一般公共预算拨款收入 100.00
     收 五、事业收入 20.00
     收 本年收入合计 120.00
     收 收入总计 120.00
     支 204:四、公共安全支出 120.00
     支 本年支出合计 120.00
     支 支出总计 120.00`,
  ),
  table(
    'expenditure',
    'total basic project business remittance affiliate-subsidy',
    'total 合计 120.00 90.00 30.00\n204 公共安全支出 120.00 90.00 30.00\n20406 司法 120.00 90.00 30.00\n2040601 行政运行 120.00 90.00 30.00',
  ),
  table(
    'basic',
    'total personnel operating',
    'total 合计 90.00 70.00 20.00\n30101 基本工资 70.00 70.00 -\n30201 办公费 12.00 - 12.00\n30211 差旅费 8.00 - 8.00',
  ),
  table(
    'three-publics',
    'total general-public',
    'total 合计 3.00 3.00\n因公出国（境）费 一、因公出国（境）费 - -\n公务用车购置及运维费 二、公务用车购置及运维费 2.00 2.00\n公务用车购置费 其中：公务用车购置费 - -\n公务用车运行维护费 公务用车运行维护费 2.00 2.00\n公务接待费 三、公务接待费 1.00 1.00',
  ),
);

const LAST = wan({
  'balance[收入总计]': 110,
  'expenditure[total].basic': 90,
  'expenditure[total].project': 20,
  'three-publics[total]': 2,
  'three-publics[vehicle-running]': 2,
  'agency-operating': 30,
});

const given = (over: Partial<ExplainInput> = {}): ExplainInput => ({
  disclosure: UNIT,
  template: templateById(over.disclosure?.template ?? 'hebei-2023')!,
  lastYear: LAST,
  texts: {
    duties: ['负责司法行政工作。'],
    reasons: {
      'expenditure[total].project': '主要原因是新增普法任务。',
      'agency-operating': '压减办公费',
      'three-publics[total]': '接待任务增加',
      'three-publics[hospitality]': '接待任务增加',
    },
  },
  counts: {},
  ...over,
});

const textOf = (input: ExplainInput, title: string) =>
  explain(input)
    .sections.find((section) => section.title === title)!
    .paragraphs.map(({ text }) => text);

describe('a small unit', () => {
  it('tells its totals and their change', () => {
    expect(textOf(given(), '单位预算安排的总体情况')).toEqual([
      '按照综合预算管理要求，某区司法局的全部收入和支出均纳入单位预算管理。',
      '1、收入说明',
      '2023年，某区司法局收入预算120.00万元，其中：一般公共预算收入100.00万元，政府性基金预算收入0万元，国有资本经营预算收入0万元，事业收入20.00万元。',
      '2、支出说明',
      '2023年，某区司法局支出预算120.00万元，其中：基本支出90.00万元，包括人员经费70.00万元、日常公用经费20.00万元；项目支出30.00万元。',
      '3、比上年增减情况',
      '2023年，某区司法局单位预算收支安排120.00万元，比2022年预算增加10.00万元，增长9.09%，其中：基本支出持平；项目支出增加10.00万元，主要原因是新增普法任务。',
    ]);
  });

  it('tells the “三公” from equal, from nothing and without a reason for what did not change', () => {
    expect(textOf(given(), '财政拨款“三公”经费预算情况及增减变化原因')).toEqual([
      '2023年，某区司法局财政拨款“三公”经费预算3.00万元，比2022年预算增加1.00万元，增长50.00%，主要原因是接待任务增加。其中：',
      '1.因公出国（境）费0万元，与2022年预算持平。',
      '2.公务用车购置及运维费2.00万元，与2022年预算持平。其中：公务用车购置费0万元，与2022年预算持平；公务用车运行维护费2.00万元，与2022年预算持平。',
      '3.公务接待费1.00万元，上年无此项预算，主要原因是接待任务增加。',
    ]);
  });

  it('names what the largest operating expenses are for', () => {
    expect(textOf(given(), '机关运行经费安排情况')).toEqual([
      '2023年，某区司法局机关运行经费预算20.00万元，比2022年预算减少10.00万元，下降33.33%，主要原因是压减办公费。主要用于办公费、差旅费等日常运行支出。',
    ]);
    expect(textOf(given({ nature: 'institution' }), '机关运行经费安排情况')).toEqual([
      '某区司法局为事业单位，2023年无机关运行经费预算。',
    ]);
  });

  it('lists its projects, the largest first', () => {
    const line = (fen: number) => [{ fund: 'general-public', item: '2040601', fen }] as const;
    const projects = [
      { name: '普法宣传', lines: line(10_000_000), indicators: [] },
      { name: '人民调解', lines: line(20_000_000), indicators: [] },
    ];
    expect(textOf(given({ ledger: { projects } }), '单位预算安排的总体情况')[4]).toContain(
      '项目支出30.00万元，主要用于：人民调解20.00万元；普法宣传10.00万元。',
    );
  });

  it('takes from the ledger what the template prints no table of', () => {
    const item = { item: '台式计算机', code: 'A02010105', quantity: '1', unitPrice: 500_000, sme: 500_000 };
    const procurement = [{ ...item, amounts: [{ fund: 'general-public', fen: 500_000 } as const] }];
    const disclosure = { ...UNIT, template: 'shanghai-2023' };
    const told = (ledger: ExplainInput['ledger']) =>
      textOf(given({ disclosure, ...(ledger ? { ledger } : {}) }), '政府采购预算情况');
    expect(told({ procurement })).toEqual([
      '2023年，某区司法局政府采购预算0.50万元，其中：政府采购货物预算0.50万元、政府采购工程预算0万元、政府采购服务预算0万元。面向中小企业预留政府采购项目预算金额0.50万元，占政府采购预算的100.00%。',
    ]);
    expect(told({ procurement: [] })).toEqual(['2023年，某区司法局未安排政府采购预算。']);
    expect(told(undefined)).toEqual(['【请填写：政府采购总额及货物、工程、服务的金额】']);
  });

  it('compares the year’s expenditure where money is spent beside basic and project expenditure', () => {
    const expenditure = table(
      'expenditure',
      'total basic project business remittance affiliate-subsidy',
      'total 合计 120.00 90.00 20.00 10.00',
    );
    const disclosure = {
      ...UNIT,
      statements: UNIT.statements.map((statement) => (statement.form === 'expenditure' ? expenditure : statement)),
    };
    const lastYear = { ...LAST, 'balance[本年支出合计]': LAST['balance[收入总计]']! };
    expect(textOf(given({ disclosure, lastYear }), '单位预算安排的总体情况').at(-1)).toBe(
      '2023年，某区司法局本年支出合计120.00万元，比2022年预算增加10.00万元，增长9.09%，其中：基本支出持平；项目支出持平，主要原因是新增普法任务；经营支出增加10.00万元，主要原因是【请填写：经营支出增减变化的原因】。',
    );
  });

  it('explains the terms that it uses, a person’s before its own', () => {
    const texts = { ...given().texts, glossary: [{ term: '基本支出', text: '本单位的说法。' }] };
    const terms = textOf(given({ texts }), '名词解释');
    expect(terms).toContain('3、基本支出：本单位的说法。');
    expect(terms.some((term) => term.includes('上缴上级支出'))).toBe(false);
  });

  it('adds what a person writes for a section', () => {
    const texts = { ...given().texts, sections: { others: ['数据截至年初。'], 国有资产信息: ['另有借用房屋一处。'] } };
    expect(textOf(given({ texts }), '其他需要说明的事项')).toEqual(['数据截至年初。']);
    expect(textOf(given({ texts }), '国有资产信息').at(-1)).toBe('另有借用房屋一处。');
  });
});

it('a sentence of a person’s own stands in the place of one, and what has no place is told', () => {
  const [first = '', ...more] = textOf(given(), '国有资产信息');
  const kept = first.split('。').slice(1).join('。');
  const instead = { '国有资产信息#1.1': ['资产情况如下。'], '国有资产信息#1.99': ['多余。'] };
  const input = given({ texts: { ...given().texts, instead } });
  expect(textOf(input, '国有资产信息')).toEqual([`资产情况如下。${kept}`, ...more]);
  const untold = explain(input).problems.filter(({ code }) => code === 'text-without-place');
  expect(untold.map(({ message }) => message)).toEqual([expect.stringContaining('第 1 段第 99 句')]);
});

describe('what a person has to write', () => {
  const { sections, problems } = explain(given({ lastYear: {}, texts: { duties: [], reasons: {} } }));
  const told = sections.map(({ text }) => text).join('\n');

  it('stands as a placeholder with a problem each', () => {
    expect(told).toContain('比2022年预算【请填写：公务接待费比上年的增减额（需要上年数）】');
    // What several sections lack is asked for once, and not what the others leave over: there is no travel and no purchase of cars.
    const open = [...new Set(told.match(/【请填写：[^】]*】/g))];
    const asked = problems.map((each) => (each as { asks?: string }).asks);
    expect(open.filter((mark) => !asked.includes(mark))).toEqual([
      '【请填写：因公出国（境）费比上年的增减额（需要上年数）】',
      '【请填写：公务用车购置费比上年的增减额（需要上年数）】',
    ]);
    expect(problems).toHaveLength(open.length - 2);
    expect(problems[0]).toEqual({
      asks: '【请填写：单位主要职责】',
      code: 'explanation-incomplete',
      message: '情况说明“单位职责及机构设置情况”中缺少单位主要职责，请在台账中填写，或直接改写文中的“【请填写：…】”。',
      path: 'texts[duties]',
    });
  });

  it('is found by the checker', () => {
    const rules = checkDisclosures([{ ...UNIT, explanation: sections }]).findings.map(({ rule }) => rule);
    expect(rules).toContain('text-placeholder');
  });

  it('asks for a year or another template where nothing can be written', () => {
    const { year: _, ...yearless } = UNIT;
    expect(explain(given({ disclosure: yearless })).problems[0]!.message).toContain('没有预算年度');
    const template = { ...templateById('hebei-2023')!, id: 'elsewhere', name: '别处', explanation: 'elsewhere' };
    expect(explain(given({ template })).problems[0]!.message).toContain('没有模板“别处”的情况说明写法');
  });
});

describe('plans', () => {
  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    '%s has its sections in order',
    (_, template) => {
      const place = jurisdictionOf(template, bundled())!;
      const plan = place.scope.plans.get(template.explanation!)!;
      const plain = (title: string) => title.replace(/^\{(?:agency|level)\}/, '');
      const titles = plan.parts.flatMap((part) => [part, ...(part.sections ?? [])].map(({ title }) => plain(title)));
      const wanted = template.sections
        .map((title) => plain(title.replace(/^(?:第.部分 |[一二三四五六七八九]、)/, '').replace('{project}', '{name}')))
        .filter((title) => !/[预决]算表$/.test(title));
      expect(titles.filter((title) => wanted.includes(title))).toEqual(wanted);
    },
  );

  it('every sentence is said by some plan', () => {
    const said = JSON.stringify(bundled().all.flatMap(({ scope }) => [...scope.plans.values()]));
    for (const { own } of bundled().all) for (const id of own.keys()) expect(said).toContain(`"${id}"`);
  });
});

const root = join(import.meta.dirname, '../../../../samples');

describe('tables of published documents', () => {
  const documents = readdirSync(root).filter((name) => name.endsWith('.json'));
  it.each(documents)('%s', (name) => {
    const { documents: read } = JSON.parse(readFileSync(join(root, name), 'utf8'));
    for (const disclosure of (read as PublishedReading[]).flatMap((each) => unpublishReading(each).disclosures)) {
      const template = templateById(disclosure.template)!;
      const { sections, figures } = explain({
        disclosure,
        template,
        lastYear: {},
        texts: { duties: [], reasons: {} },
        counts: {},
      });
      const mentions = readMentions({ ...disclosure, explanation: sections });
      expect(mentions.map((m) => [m.quantity, m.aspect, m.printed.kind === 'amount' ? fenOf(m) : 0])).toEqual(
        figures.map(({ quantity, aspect, figure }) => [quantity, aspect, 'fen' in figure ? figure.fen : 0]),
      );
    }
  });
});
