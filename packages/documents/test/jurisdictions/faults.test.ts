/** What is wrong in a jurisdiction's folder is told with its line and column, and what to do. */

import { compileLedger } from '@mingsuan/core/compile/compile';
import { bundledSources, type JurisdictionSource, loadJurisdictions } from '@mingsuan/core/jurisdictions/index';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateById } from '@mingsuan/core/templates/index';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/yaml.ts';

/** A folder beside those of the program: files by name. */
function load(files: Readonly<Record<string, string>>) {
  const parsed = Object.entries({ 'profile.yaml': PROFILE, ...files }).map(([name, text]) => {
    const yaml = parseYaml(text, 'core');
    if (!yaml.ok) throw new Error(`${name}: ${yaml.errors[0]?.message}`);
    return { name, data: yaml.data, locate: yaml.locate };
  });
  const source: JurisdictionSource = { id: 'testland', where: 'testland', files: parsed };
  return loadJurisdictions([...bundledSources, source]);
}

const PROFILE = 'name: 某市\nregion: "3706"\nextends: national\n';
const TEMPLATE = 'id: testland-2026\nname: 某市 2026 年\nextends: national-budget-2021\nyears: [2026]\n';

const faults = (files: Readonly<Record<string, string>>) => {
  const result = load(files);
  return result.ok
    ? []
    : result.errors.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
};

describe('a template', () => {
  it('writes only what differs', () => {
    const result = load({
      'template-2026.yaml': `${TEMPLATE}forms:\n  - form: balance\n    title: 收支总体情况表\n`,
    });
    if (!result.ok) throw new Error(result.errors[0]?.message);
    const [template] = result.jurisdictions.all.find(({ id }) => id === 'testland')!.templates;
    const base = result.jurisdictions.templates.find(({ id }) => id === 'national-budget-2021')!;
    expect(template).toMatchObject({ region: '3706', jurisdiction: 'testland', years: [2026], stage: 'budget' });
    expect(template!.forms[0]).toEqual({ ...base.forms[0], title: '收支总体情况表' });
    expect(template!.forms.slice(1)).toEqual(base.forms.slice(1));
  });

  it('says which of the forms are printed, and in which order', () => {
    const result = load({ 'template-2026.yaml': `${TEMPLATE}order: [expenditure, revenue]\n` });
    const forms = result.ok ? templateById('testland-2026', result.jurisdictions)?.forms : undefined;
    expect(forms?.map(({ form }) => form)).toEqual(['expenditure', 'revenue']);
  });

  it.each([
    ['an unknown key', 'form: []\n', '5:1 不认识“form”，是不是“forms”'],
    ['an unknown form', 'forms:\n  - form: balence\n', '6:11 不认识表“balence”，是不是“balance”'],
    [
      'an unknown column',
      'forms:\n  - form: general-public\n    columns:\n      - totl: 合计\n',
      '8:9 一般公共预算支出表没有“totl”这一列，是不是“total”',
    ],
    ['a unit of money', 'forms:\n  - form: balance\n    unit: 千元\n', '7:11 “unit”不能是“千元”'],
    ['a column without id', 'forms:\n  - form: balance\n    columns:\n      - 合计\n', '8:9 每一列写一行“- 列: 表头”'],
    [
      'a form that lacks its columns',
      'forms:\n  - form: assets\n    title: 资产表\n    unit: 万元\n    code: none\n',
      '6:5 缺少“columns”，请写明各列。',
    ],
    ['the same form twice', 'forms:\n  - form: balance\n  - form: balance\n', '7:11 “balance”前面已经写过'],
    ['an order of forms that are not there', 'order: [assets]\n', '5:9 模板里没有“assets”这张表'],
    ['an unknown plan', 'explanation: nationl\n', '5:14 没有情况说明的写法“nationl”，是不是“national”'],
  ])('%s', (_, text, told) => {
    expect(faults({ 'template-2026.yaml': TEMPLATE + text })).toEqual([
      expect.stringContaining(`testland/template-2026.yaml:${told}`),
    ]);
  });

  it.each([
    [
      'a base that is not there',
      'id: a\nname: a\nextends: hebei-2032\nyears: [2026]\n',
      '3:10 没有模板“hebei-2032”，是不是',
    ],
    ['no id', 'name: 某市\n', '1:1 缺少“id”'],
    [
      'years upside down',
      'id: a\nname: a\nextends: national-budget-2021\nyears: [2026, 2024]\n',
      '4:8 “years”应为起止年度',
    ],
    [
      'an id that is taken',
      'id: hebei-2023\nname: a\nextends: hebei-2021\nyears: [2026]\n',
      '1:5 模板编号“hebei-2023”已经用过',
    ],
    ['itself as its base', 'id: a\nname: a\nextends: a\nyears: [2026]\n', '3:10 模板“a”绕了一圈又依据自己'],
  ])('%s', (_, text, told) => {
    expect(faults({ 'template-2026.yaml': text })[0]).toContain(`testland/template-2026.yaml:${told}`);
  });
});

describe('the words', () => {
  it.each([
    ['sentences.yaml', 'revenu: {}\n', '1:1 不认识“revenu”，是不是“revenue”'],
    ['sentences.yaml', "plain:\n  a: '{year}年{leve}'\n", '2:14 句式不认识“{leve}”'],
    ['sentences.yaml', "plain:\n  a: 'x<revenu>'\n", '2:8 句式不认识名称“<revenu>”'],
    ['sentences.yaml', "plain:\n  a: '[{year}年'\n", '2:6 句式“[”没有配对的“]”'],
    [
      'explanation.yaml',
      'plans:\n  - id: a\n    parts:\n      - title: 甲\n        paragraphs:\n          - say: item-budgt\n',
      '6:18 没有句式“item-budgt”，是不是“item-budget”',
    ],
    ['explanation.yaml', 'conditions:\n  a: institutio\n', '2:6 不认识条件“institutio”，是不是“institution”'],
    ['explanation.yaml', 'plans:\n  - id: a\n    extends: national\n    sections: {甲: {}}\n', '4:16 不认识“甲”'],
    ['explanation.yaml', 'paragraphs:\n  a:\n    - sy: x\n', '3:7 这一段应写 say、heading、write、glossary、use 之一'],
    ['glossary.yaml', '- term: 甲\n', '1:3 缺少“text”'],
    ['glossary.yaml', '- term: 甲\n  text: 乙\n  used: "("\n', '3:9 “used”不是正确的正则表达式'],
    ['profile.yaml', 'name: 某市\nregion: 山东\n', '2:9 “region”应为行政区划代码'],
    ['profile.yaml', 'name: 某市\nextends: hebie\n', '2:10 没有地区“hebie”，是不是“hebei”'],
    ['profile.yaml', 'name: 某市\ncounted:\n  - from: 2026\n    budget: 8月32日\n', '4:13 “budget”应为一天'],
    ['explanations.yaml', 'a: 1\n', '1:1 不认识文件“explanations.yaml”，是不是“explanation.yaml”'],
  ])('%s %s', (file, text, told) => {
    expect(faults({ [file]: text })[0]).toContain(`testland/${file}:${told}`);
  });

  it('a place says a sentence in its own words, and goes on with the others', () => {
    const result = load({ 'sentences.yaml': "plain:\n  nothing-else: '没有其他事项。'\n" });
    const place = result.ok ? result.jurisdictions.all.find(({ id }) => id === 'testland') : undefined;
    expect(place?.sentences.get('nothing-else')?.source).toBe('没有其他事项。');
    expect(place?.sentences.has('unit-name')).toBe(true);
  });
});

it('places stand before the whole country, and the nearest place is chosen', () => {
  const result = load({ 'template-2026.yaml': TEMPLATE });
  expect(result.ok && result.jurisdictions.all.map(({ id }) => id).at(-1)).toBe('national');
});

it('a one-row table of the three publics shows last year beside this year', () => {
  const columns = ['total@previous', 'hospitality@previous', 'total', 'hospitality'].map((id) => `      - ${id}: 甲\n`);
  const result = load({
    'template-2026.yaml': `${TEMPLATE}forms:\n  - form: three-publics\n    columns:\n${columns.join('')}`,
  });
  if (!result.ok) throw new Error(result.errors[0]?.message);
  const template = templateById('testland-2026', result.jurisdictions)!;
  const ledger = { ...exampleLedger(2026), lastYear: { 'three-publics[hospitality]': 200_0000 } };
  const statement = compileLedger(ledger, template).disclosure.statements.find(({ form }) => form === 'three-publics');
  const cells = statement!.rows[0]!.cells;
  expect(cells['hospitality@previous']?.fen).toBe(200_0000);
  expect(cells['total@previous']).toBeUndefined();
  expect(cells.hospitality).toBeDefined();
});
