import { expect, test } from 'vitest';
import { checklistsOf } from '../../src/checklist/checklist.ts';
import { itemOfSection } from '../../src/checklist/items.ts';
import type { Disclosure, DocumentReading, Origin, Problem } from '../../src/disclosure.ts';
import type { Finding } from '../../src/finding.ts';
import { type GivenDisclosure, unpublish } from '../../src/model/published.ts';

const at = (page: number, y: number): Origin => ({ page, box: [60, y, 500, y + 12] });
const section = (title: string, origin: Origin, part?: string) => ({
  title,
  text: '',
  paragraphs: [],
  origin,
  ...(part ? { part } : {}),
});

/** Cover 1, contents 2, duties 4, organization and glossary 5, explanation 6, tables 8 and 9, other matters 10, projects 12. */
const disclosure: Disclosure = {
  agency: { name: '某局', level: 'department' },
  year: 2026,
  stage: 'budget',
  template: 'unknown',
  contents: [{ title: '一、主要职能', text: '一、主要职能……4', page: 4, origin: at(2, 100) }],
  explanation: [
    section('', at(1, 300)),
    section('某局主要职能', at(4, 80)),
    section('某局机构设置', at(5, 80)),
    section('名词解释', at(5, 400)),
    section('2026年部门预算编制说明', at(6, 80)),
    section('其他相关情况说明', at(10, 80)),
    section('2026年“三公”经费预算情况说明', at(10, 120), '其他相关情况说明'),
    section('立项依据', at(12, 120), '人民调解项目经费情况说明'),
  ],
  statements: [
    { form: 'balance', title: '2026年部门财务收支预算总表', unit: '元', columns: [], rows: [], origin: at(8, 60) },
    { form: 'revenue', title: '2026年部门收入预算总表', unit: '元', columns: [], rows: [], origin: at(9, 60) },
  ],
  tables: [],
};

function finding(parts: Partial<Finding>): Finding {
  return { rule: 'r', severity: 'error', agency: '某局', message: '错了', evidence: [], ...parts };
}

function rowsWith(
  findings: readonly Finding[],
  problems: readonly Problem[] = [],
  more: Partial<GivenDisclosure> = {},
) {
  const reading: DocumentReading = { source: 'a.pdf', disclosures: [unpublish({ ...disclosure, ...more })], problems };
  return checklistsOf(reading, findings)[0]!.rows;
}

test.each<[string, Partial<Finding>, string]>([
  ['words stand where they stand', { evidence: [{ text: '说明', origin: at(6, 200) }] }, '预算编制说明'],
  [
    'even if they speak of a table',
    { form: 'revenue', evidence: [{ text: '收入', origin: at(6, 90) }] },
    '预算编制说明',
  ],
  [
    'a figure of a table belongs to the table',
    { form: 'revenue', evidence: [{ form: 'revenue', text: '1.00', origin: at(9, 200) }] },
    '《部门收入预算总表》',
  ],
  ['a missing table has no evidence', { form: 'state-capital' }, '《国有资本经营预算支出表》'],
  ['a whole page belongs to what stands before it', { evidence: [{ text: '', origin: { page: 3 } }] }, '目录'],
  ['the first page', { evidence: [{ text: '局局', origin: at(1, 90) }] }, '封面'],
  ['two parts of one page, upper', { evidence: [{ text: 'x', origin: at(5, 300) }] }, '机构设置'],
  ['and lower', { evidence: [{ text: 'x', origin: at(5, 500) }] }, '名词解释'],
  ['a subsection belongs to its part', { evidence: [{ text: 'x', origin: at(11, 90) }] }, '其他相关说明'],
  ['a project', { evidence: [{ text: 'x', origin: at(13, 90) }] }, '项目经费情况说明'],
  ['a table that the checklist has not', { form: 'performance' }, '《绩效目标表》'],
  ['what stands nowhere', {}, '其他'],
])('%s', (_, parts, title) => {
  const rows = rowsWith([finding(parts)]);
  expect(rows.filter(({ findings }) => findings.length > 0).map((row) => [row.title, row.met])).toEqual([
    [title, false],
  ]);
});

test('every item of the checklist, in its order', () => {
  expect(rowsWith([]).map(({ title, met }) => `${title}${met ? ' 是' : ''}`)).toEqual([
    '及时公开部门预算',
    '封面',
    '目录 是',
    '主要职能 是',
    '机构设置 是',
    '名词解释 是',
    '预算编制说明 是',
    '《部门财务收支预算总表》 是',
    '《部门收入预算总表》 是',
    '《支出总表》',
    '《财政拨款收支总表》',
    '《一般公共预算支出表》',
    '《政府性基金预算支出表》',
    '《国有资本经营预算支出表》',
    '《一般公共预算基本支出表》',
    '《“三公”经费支出表》',
    '其他相关说明 是',
    '项目经费情况说明 是',
  ]);
});

test('an item without a verdict says why', () => {
  const notice = finding({ severity: 'notice', evidence: [{ text: 'x', origin: at(4, 200) }] });
  const unread: Problem = { code: 'scanned-page', message: '第 7 页是图片。', origin: { page: 7 } };
  const notes = rowsWith([notice], [unread]).filter(({ met, group }) => met === undefined && group === '内容规范性');
  expect(notes.slice(0, 4).map(({ title, note }) => [title, note])).toEqual([
    ['封面', '程序不检查封面，请人工检查。'],
    ['主要职能', '只有供参考的提示，请人工判断是否符合要求。'],
    ['预算编制说明', '有内容没有读成，请人工检查：第 7 页是图片。'],
    ['《支出总表》', '文本中没有读到这部分，请人工检查是否应当公开。'],
  ]);
});

test('final accounts of a unit', () => {
  const [timeliness, , , , , , explanation] = rowsWith([], [], {
    stage: 'final-accounts',
    agency: { name: '某所', level: 'unit' },
  });
  expect([timeliness!.title, explanation!.title]).toEqual(['及时公开单位决算', '决算情况说明']);
});

test('a department and its office of the same name in one text are told apart by line', () => {
  const part = (line: number, level: 'department' | 'unit'): Disclosure => ({
    ...disclosure,
    agency: { name: '某局', level },
    contents: [],
    statements: [],
    explanation: [section('一、主要职责', { line })],
  });
  const findings = [5, 60, 99].map((line) =>
    finding({ message: String(line), evidence: [{ text: 'x', origin: { line } }] }),
  );
  const reading: DocumentReading = {
    source: 'a.txt',
    disclosures: [part(10, 'department'), part(50, 'unit')],
    problems: [],
  };
  const lists = checklistsOf(reading, findings).map(({ rows }) =>
    rows.flatMap((row) => row.findings.map(({ message }) => `${row.title} ${message}`)),
  );
  expect(lists).toEqual([['封面 5'], ['主要职能 60', '主要职能 99']]);
});

test.each([
  ['部门职责及机构设置情况', '某局2021年部门预算信息公开情况说明', 'duties'],
  ['部门决算单位构成', '某局概况', 'organization'],
  ['名词解释', undefined, 'glossary'],
  ['部门预算安排的总体情况', '某局2021年部门预算信息公开情况说明', 'explanation'],
  ['财政拨款“三公”经费支出决算情况说明', '某局2024年度部门决算情况', 'explanation'],
  ['其他重要事项的情况说明', '某局2024年度部门决算情况', 'other-matters'],
  ['绩效目标', '法治宣传项目经费情况说明', 'projects'],
])('section %s under %s', (title, part, item) => {
  expect(itemOfSection(title, part)).toBe(item);
});
