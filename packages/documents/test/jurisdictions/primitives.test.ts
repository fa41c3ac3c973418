/** What places print that the bundled ones do not all: each a line or two of a template, compiled, composed and read back. */
import { aggregate } from '@mingsuan/core/aggregate/aggregate';
import { checkDisclosures } from '@mingsuan/core/check';
import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { bundledSources, loadJurisdictions } from '@mingsuan/core/jurisdictions/index';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateById } from '@mingsuan/core/templates/index';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { writeDocx } from '../../src/docx/write/write-docx.ts';
import { readDocument } from '../../src/read.ts';
import { writeText } from '../../src/text/write-text.ts';
import { parseYaml } from '../../src/yaml.ts';
import { entriesOf } from '../write/unzip.ts';

const HEAD = 'id: testland-2026\nname: 某市 2026 年\nextends: national-budget-2021\nyears: [2026]\n';

function load(text: string, more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({
    'profile.yaml': 'name: 某市\nregion: "3799"\nextends: national\n',
    ...more,
    'template-2026.yaml': HEAD + text,
  }).map(([name, source]) => {
    const yaml = parseYaml(source, 'core');
    if (!yaml.ok) throw new Error(yaml.errors[0]?.message);
    return { name, data: yaml.data, locate: yaml.locate };
  });
  return loadJurisdictions([...bundledSources, { id: 'testland', files }]);
}

function loaded(text: string) {
  const result = load(text);
  if (!result.ok) throw new Error(result.errors.map(({ line, message }) => `${line} ${message}`).join('\n'));
  return result;
}

function printed(text: string, change: (disclosure: Disclosure) => Disclosure = (same) => same) {
  const { jurisdictions } = loaded(text);
  const template = templateById('testland-2026', jurisdictions)!;
  const disclosure = change(discloseLedger(exampleLedger(2026), template, jurisdictions).disclosure);
  const layout = compose([disclosure], template, jurisdictions);
  const lines = writeText(layout).split('\n');
  const back = async () =>
    (await readDocument('a.txt', new TextEncoder().encode(writeText(layout)), jurisdictions)).disclosures[0]!;
  return { disclosure, layout, lines, back };
}

const statementOf = ({ statements }: Disclosure, form: string) => statements.find((each) => each.form === form)!;
const sidesIn = (disclosure: Disclosure) =>
  statementOf(disclosure, 'balance').rows.map(({ side, key, cells }) => [side, key, cells.amount?.fen]);

const PANELS = `
forms:
  - form: balance
    sides: [revenue, expenditure, use, economic]
    columns:
      - label: [收入, 项目]
      - amount: [收入, 预算数]
      - label: [支出, 支出功能分类科目]
      - amount: [支出, 预算数]
      - label: [支出, 支出用途]
      - amount: [支出, 预算数]
      - label: [支出, 部门预算支出经济分类科目]
      - amount: [支出, 预算数]
    lines:
      - [一、一般公共预算拨款收入, 二、其他收入, 本年收入合计, 上年结转, 收入总计]
      - ["{used-classes}", 本年支出合计, 年终结转, 支出总计]
      - [一、基本支出, （一）人员经费, （二）公用经费, 二、项目支出, 本年支出合计, 年终结转, 支出总计]
      - [basic: 一、人员和公用支出, "{used-classes}", project: 二、专项业务支出, "{used-classes}", 本年支出合计, 年终结转, 支出总计]
`;

describe('panels of a balance form', () => {
  it('by function, by use, by economic class: each adds up to the same', async () => {
    const { disclosure, lines, back } = printed(PANELS.replace(/ (basic|project): ([^,]+)/g, ' {$1: $2}'));
    const amounts = new Map(sidesIn(disclosure).map(([side, key, fen]) => [`${side} ${key}`, fen]));
    const year = amounts.get('expenditure 本年支出合计');
    expect(year).toBeGreaterThan(0);
    expect(amounts.get('use 本年支出合计')).toBe(year);
    expect(amounts.get('economic 本年支出合计')).toBe(year);
    expect(Number(amounts.get('use 基本支出')) + Number(amounts.get('use 项目支出'))).toBe(year);
    expect(Number(amounts.get('economic 人员和公用支出')) + Number(amounts.get('economic 专项业务支出'))).toBe(year);
    expect(amounts.get('use 人员经费')).toBeGreaterThan(0);
    expect(lines.some((line) => line.includes('（一）工资福利支出'))).toBe(true);
    const read = await back();
    expect(sidesIn(read)).toEqual(sidesIn(disclosure));
  });

  it.each([
    ['no balance form', 'forms:\n  - form: revenue\n    sides: [revenue, expenditure]\n', '不分栏'],
    ['a panel before the two', 'forms:\n  - form: balance\n    sides: [use, revenue]\n', '应依次写'],
    ['what no ledger knows', 'forms:\n  - form: balance\n    sides: [revenue, expenditure, governmental]\n', '不能是'],
    [
      'an unknown concept',
      'forms:\n  - form: balance\n    lines: [[{basik: 甲}], []]\n',
      '不认识概念“basik”，是不是“basic”',
    ],
  ])('%s is a fault', (_, text, fault) => {
    const result = load(text);
    expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([expect.stringContaining(fault)]);
  });
});

it('a tree: names of items begin further in, and are read without', async () => {
  const { disclosure, layout, back } = printed('forms:\n  - form: expenditure\n    indent: true\n');
  const texts = layout.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [])),
  );
  expect(texts).toContain('\u3000\u3000\u3000\u3000行政运行');
  const labels = (of: Disclosure) => statementOf(of, 'expenditure').rows.map(({ key, label }) => [key, label]);
  expect(labels(await back())).toEqual(labels(disclosure));
});

it('several units in one table: each with its total and its own items, read back by unit', async () => {
  const { jurisdictions } = loaded('forms:\n  - form: expenditure\n    rows: units\n    total: first\n');
  const template = templateById('testland-2026', jurisdictions)!;
  const units = ['302001', '302002'].map((code) => {
    const agency = { code, name: `示例单位${code}`, level: 'unit' as const };
    return discloseLedger({ ...exampleLedger(2026), agency }, template, jurisdictions).disclosure;
  });
  const into = { agency: { code: '302', name: '示例部门', level: 'department' as const }, jurisdictions };
  const { disclosure } = aggregate(units, into);
  const rows = (of: Disclosure) =>
    statementOf(of, 'expenditure').rows.map(({ key, unit, cells }) => [key, unit, cells.total?.fen]);
  expect(rows(disclosure).slice(0, 3)).toEqual([
    ['total', undefined, 2 * Number(rows(units[0]!)[0]![2])],
    ['示例单位302001', undefined, rows(units[0]!)[0]![2]],
    ['201', '302001', rows(units[0]!)[1]![2]],
  ]);
  const text = writeText(compose([disclosure], template, jurisdictions));
  const read = await readDocument('a.txt', new TextEncoder().encode(text), jurisdictions);
  expect(rows(read.disclosures[0]!)).toEqual(rows(disclosure));
  const { findings } = checkDisclosures([disclosure, ...units], { jurisdictions });
  expect(findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'text-placeholder')).toEqual([]);
});

describe('sections that a place leaves out', () => {
  const headings = (sections: string) => {
    const plan = `plans:\n  - id: testland\n    extends: national\n    sections:\n${sections}`;
    const result = load('explanation: testland\n', { 'explanation.yaml': plan });
    if (!result.ok) return result.errors.map(({ message }) => message);
    const { jurisdictions } = result;
    const template = templateById('testland-2026', jurisdictions)!;
    const { disclosure } = discloseLedger(exampleLedger(2026), template, jurisdictions);
    return disclosure.explanation.map(({ number, title }) => `${number ?? ''} ${title}`);
  };
  const all = headings('      名词解释: { title: 名词解释 }\n');
  const title = '收入总表的说明';
  const left = `二 ${title}`;
  const rest = (told: readonly string[]) => told.map((each) => each.replace(/^\S+ /, ''));

  it.each([
    ['in every document', `      ${title}: { omit: true }\n`],
    ['where its condition does not hold', `      ${title}: { when: "general-public[9999999].total" }\n`],
  ])('%s: those after it are numbered on', (_, sections) => {
    const told = headings(sections);
    expect(rest(told)).toEqual(rest(all).filter((each) => each !== title));
    expect(told).not.toContain(left);
    expect(told).toContain('二 支出总表的说明');
  });

  it('a condition that holds leaves it in', () =>
    expect(headings(`      ${title}: { when: "expenditure[total].total" }\n`)).toEqual(all));

  it('anything else is a fault', () =>
    expect(headings(`      ${title}: { omit: 也许 }\n`)).toEqual([expect.stringContaining('“omit”只能是 true')]));
});

it('a number above each table, and contents that are numbered', async () => {
  const { disclosure, lines, back } = printed(
    'wording: { number: "公开{nn}表" }\ncontents: { title: 目 录, sections: chinese, tables: arabic }\n',
    (made) => ({ ...made, contents: [] }),
  );
  expect(lines).toContain('公开01表');
  expect(lines).toContain('公开09表');
  expect(lines).toContain('目 录');
  const entries = lines.filter((line) => line.endsWith('.....'));
  expect(entries.some((line) => line.startsWith('1、'))).toBe(true);
  const titles = (of: Disclosure) => of.statements.map(({ form, title }) => [form, title]);
  expect(titles(await back())).toEqual(titles(disclosure));
});

it('faces and sizes are the place’s, and reach the document', async () => {
  const { layout } = printed('style: { body: { face: 楷体, size: 16 }, caption: { face: 小标宋, size: 22 } }\n');
  const styles = entriesOf(await writeDocx(layout, { title: 'a', author: 'b' })).get('word/styles.xml');
  expect(styles).toContain('楷体');
  expect(styles).toContain('方正小标宋简体');
  expect(styles).toMatch(/w:styleId="Body"[\s\S]*?<w:sz w:val="32"\/>/);
});

it('margins are the place’s, and reach the document and its tables', async () => {
  const { layout } = printed('style: { margins: [37, 26, 35, 28] }\n');
  const body = entriesOf(await writeDocx(layout, { title: 'a', author: 'b' })).get('word/document.xml')!;
  const margins = body.match(/<w:pgMar [^>]*>/g)!;
  expect(margins.length).toBeGreaterThan(1);
  for (const own of ['w:top="2098"', 'w:right="1474"', 'w:bottom="1984"', 'w:left="1587"'])
    expect(margins.filter((each) => !each.includes(own))).toEqual([]);
  // What is left of an A4 page between them, upright and on its side.
  const widths = new Set([...body.matchAll(/<w:tblW [^>]*w:w="(\d+)"/g)].map(([, width]) => Number(width)));
  expect([...widths].filter((width) => width !== 11906 - 1474 - 1587 && width !== 16838 - 1474 - 1587)).toEqual([]);
});

it.each([
  ['style: { body: { face: 微软雅黑 } }\n', '“face”不能是“微软雅黑”'],
  ['style: { body: { size: 三号 } }\n', '字号的磅数'],
  ['style: { margins: [37, 26] }\n', '四个毫米数'],
  ['contents: { tables: roman }\n', '“tables”不能是“roman”'],
])('%s is a fault', (text, fault) => {
  const result = load(text);
  expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([expect.stringContaining(fault)]);
});
