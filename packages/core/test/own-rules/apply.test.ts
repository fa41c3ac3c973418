import { describe, expect, it } from 'vitest';
import { checkDisclosures, checkDocument } from '../../src/check.ts';
import type { Disclosure, Problem } from '../../src/disclosure.ts';
import { parseOwnRules } from '../../src/own-rules/own-rules.ts';
import { CASES } from '../rules/cases.ts';
import { doc, table } from '../rules/make.ts';

const section = (title: string, ...texts: string[]): Disclosure['explanation'][0] => ({
  title,
  part: '第二部分 情况说明',
  text: texts.join('\n'),
  paragraphs: texts.map((text) => ({ text, origin: { page: 4 } })),
  origin: { page: 4 },
});

const basic = (training: string) =>
  doc(table('basic', 'total', `302 商品和服务支出 -\n30216 培训费 ${training}\n30217 公务接待费 1.00`));
const words = (...texts: string[]) => doc({ explanation: [section('机关运行经费安排情况', ...texts)] });

function own(data: object) {
  const result = parseOwnRules(data, () => ({ line: 1, column: 1 }));
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.own;
}

const findings = (data: object, disclosure: Disclosure, problems: readonly Problem[] = []) =>
  checkDocument({ source: 'a.txt', disclosures: [disclosure], problems }, { own: own(data) }).findings;

const equation = { id: 'own-1', title: '培训费不超过公务接待费的三倍' };
const text = 'basic[30216].total <= 3 * basic[30217].total';

describe('rules of one’s own fire and stay silent', () => {
  it.each<[what: string, data: object, rule: string, fires: Disclosure, silent: Disclosure]>([
    ['an equation', { equations: [{ ...equation, equation: text }] }, 'own-1', basic('4.00'), basic('3.00')],
    [
      'an equation in Chinese names',
      {
        equations: [
          {
            ...equation,
            equation: '一般公共预算基本支出表[30216].合计 <= 3 * 一般公共预算基本支出表[30217].合计',
          },
        ],
      },
      'own-1',
      basic('4.00'),
      basic('3.00'),
    ],
    [
      'an equation with a condition',
      { equations: [{ ...equation, equation: text, when: ['stage(budget)', 'printed(basic[30217].total)'] }] },
      'own-1',
      basic('4.00'),
      { ...basic('4.00'), stage: 'final-accounts' },
    ],
    [
      'a required section',
      { sections: { required: ['政府采购'] } },
      'section-政府采购',
      words('本年安排5万元。'),
      doc({ explanation: [section('四、政府 采购情况', '无。')] }),
    ],
    [
      'a required section that is a part',
      { sections: { required: [{ title: '情况说明', id: 'own-part' }] } },
      'own-part',
      doc(),
      words('无。'),
    ],
    [
      'a forbidden phrase',
      { phrases: { forbidden: ['有关规定执行'] } },
      'forbidden-有关规定执行',
      words('按照有关规定 执行。'),
      words('按照《办法》执行。'),
    ],
    [
      'a forbidden phrase with marks of patterns',
      { phrases: { forbidden: ['(略)'] } },
      'forbidden-(略)',
      words('说明(略)。'),
      words('说明略。'),
    ],
    [
      'a forbidden pattern',
      { phrases: { forbidden: [{ pattern: '\\d{4}年度预算执行' }] } },
      'forbidden-\\d{4}年度预算执行',
      words('2022年度预算执行较好。'),
      words('预算执行较好。'),
    ],
    ['a forbidden title', { phrases: { forbidden: ['运行经费'] } }, 'forbidden-运行经费', words(), doc()],
    [
      'a required phrase',
      { phrases: { required: ['预算法'] } },
      'required-预算法',
      words('依据会计法。'),
      words('依据预算法。'),
    ],
    [
      'a required pattern',
      { phrases: { required: [{ pattern: '预算法|预算法实施条例', id: 'law' }] } },
      'law',
      words('依据会计法。'),
      words('依据预算法。'),
    ],
  ])('%s', (_, data, rule, fires, silent) => {
    expect(findings(data, fires).map((finding) => finding.rule)).toContain(rule);
    expect(findings(data, silent).map((finding) => finding.rule)).not.toContain(rule);
  });
});

it('says what is wrong in the user’s words, with its severity, at its place', () => {
  const forbidden = [{ text: '有关规定执行', message: '请写明依据的文件', severity: 'error' }];
  const [finding] = findings({ phrases: { forbidden } }, words('支出按照有关规定执行，并按有关规定执行。'));
  expect(finding).toMatchObject({
    severity: 'error',
    agency: '某局',
    message: '不应出现“有关规定执行”：请写明依据的文件',
    evidence: [{ origin: { page: 4 } }, { origin: { page: 4 } }],
  });
  const required = [{ text: '预算法', message: '须写明法律依据' }];
  expect(findings({ phrases: { required } }, words('无。')).map(({ message }) => message)).toContain(
    '情况说明中没有写“预算法”：须写明法律依据',
  );
});

it('misses nothing where pages could not be read', () => {
  const data = { sections: { required: ['政府采购'] }, phrases: { required: ['预算法'] } };
  const rules = (problems: Problem[]) => findings(data, words('无。'), problems).map(({ rule }) => rule);
  expect(rules([])).toEqual(['section-政府采购', 'required-预算法']);
  expect(rules([{ code: 'scanned-page', message: '' }])).toEqual([]);
});

it('an equation broken throughout keeps the user’s severity', () => {
  const lines = ['30201 办公费', '30202 印刷费', '30203 咨询费', '30204 手续费', '30205 水费', '30206 电费'];
  const disclosure = doc(table('basic', 'total', lines.map((line) => `${line} 9.00`).join('\n')));
  const limit = { ...equation, equation: 'basic[*].total <= 5万元', severity: 'error' };
  expect(findings({ equations: [limit] }, disclosure).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['own-1', 'error'],
  ]);
});

it('limits are told one by one, and blame no cell', () => {
  const limits = [
    { ...equation, equation: text },
    { ...equation, id: 'own-2', equation: 'basic[30217].total <= 0.5万元' },
  ];
  const found = findings({ equations: limits }, basic('4.00')).filter(({ rule }) => rule.startsWith('own-'));
  expect(found.map(({ rule }) => rule)).toEqual(['own-1', 'own-2']);
  expect(found.every(({ suggestion }) => suggestion === undefined)).toBe(true);
});

describe('severities and switched-off rules', () => {
  it.each(Object.keys(CASES))('%s', (rule) => {
    const { fires } = CASES[rule]!;
    const disclosures = Array.isArray(fires) ? fires : [fires as Disclosure];
    const severities = (data: object) => {
      const found = checkDisclosures(disclosures, { own: own(data) }).findings.filter((each) => each.rule === rule);
      return [...new Set(found.map(({ severity }) => severity))];
    };
    expect(severities({})).not.toEqual([]);
    for (const severity of ['error', 'notice'])
      expect(severities({ severities: { [rule]: severity } })).toEqual([severity]);
    expect(severities({ off: [{ rule, reason: '本区另有规定' }] })).toEqual([]);
  });

  it('a rule over the text', () => {
    const disclosure = words('经济社会各领域的的开发。');
    expect(findings({ severities: { 'text-doubled': 'notice' } }, disclosure)).toMatchObject([
      { rule: 'text-doubled', severity: 'notice' },
    ]);
    expect(findings({ off: [{ rule: 'text-doubled', reason: '不查' }] }, disclosure)).toEqual([]);
  });

  it('a rule of one’s own', () => {
    const data = { equations: [{ ...equation, equation: text }], phrases: { forbidden: ['无'] } };
    expect(findings({ ...data, severities: { 'own-1': 'error' } }, basic('4.00'))).toMatchObject([
      { rule: 'own-1', severity: 'error' },
    ]);
    const off = ['own-1', 'forbidden-无'].map((rule) => ({ rule, reason: '试行' }));
    expect(
      findings({ ...data, off }, { ...basic('4.00'), ...words('无。'), statements: basic('4.00').statements }),
    ).toEqual([]);
  });
});
