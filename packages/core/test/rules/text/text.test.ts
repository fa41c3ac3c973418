import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../../src/check.ts';
import type { Disclosure, Problem, Statement } from '../../../src/disclosure.ts';
import { type GivenDisclosure, unpublish } from '../../../src/model/published.ts';
import { DocumentContext } from '../../../src/rules/context.ts';
import { TEXT_RULES } from '../../../src/rules/text/index.ts';
import { WORDS_PRECISION } from '../../../src/rules/units/words-precision.ts';
import { doc } from '../make.ts';

const disclosure = (over: Partial<GivenDisclosure>): Disclosure =>
  unpublish({
    agency: { name: '某局', level: 'department' },
    year: 2026,
    stage: 'budget',
    template: 'shanghai-2026',
    statements: [],
    tables: [],
    contents: [],
    explanation: [],
    ...over,
  });

const run = (d: Disclosure, problems: readonly Problem[] = []) =>
  TEXT_RULES.flatMap((rule) => rule.run(new DocumentContext(d, problems)).map((f) => f.rule));
const origin = { page: 4 };
const words = (...texts: string[]) =>
  disclosure({
    explanation: [
      { title: '说明', text: texts.join('\n'), paragraphs: texts.map((text) => ({ text, origin })), origin },
    ],
  });

describe('slips in the text', () => {
  it.each<[rule: string, fires: string, silent: string]>([
    ['text-punctuation', '运行维护等方面的支出。。', '运行维护等方面的支出。'],
    ['text-punctuation', '增加支出，。原因是业务增加。', '增加支出……原因是业务增加。'],
    ['text-missing-stop', '财政拨款收入支出增加的主要原因是工作量增加', '财政拨款收入支出增加的主要原因是工作量增加。'],
    ['text-brackets', '开展“协议书检查”、优秀案例”活动。', '开展“协议书检查”“优秀案例”活动（一年两次）。'],
    [
      'text-brackets',
      '依据《办法（试行）安排经费。',
      '1）依据《办法（试行）》安排经费。a) 村（居）民委员会设立调解委员会。',
    ],
    ['text-cut-off', '比上年减少，主要原因是。', '比上年减少，主要原因是人员退休。'],
    ['text-cut-off', '下降9.88%。主要原因是其 中：1.因公出国费5万元。', '下降9.88%。主要原因是其中的会议费减少。'],
    ['text-cut-off', '专业能力考核合格率达，形成长效机制。', '专业能力考核合格率达标，覆盖率达到95%。'],
    [
      'text-document-number',
      '根据某人社发〔2011〕47及有关规定安排。',
      '根据某人社发〔2011〕47 号、某财预〔2012〕8、9号安排。',
    ],
    ['text-residue', '比上年增加（减少）3万元。', '比上年增加3万元。'],
    ['text-residue', '比上年增长/下降3%。', '比上年增长3%。'],
    ['text-residue', '决算数大于（小于、等于）预算数。', '决算数大于预算数（小于上年）。'],
    ['text-residue', '主要原因是人员变动（增加内容）。', '主要原因是人员变动（增加3人）。'],
    ['text-residue', '政府采购预算10万元（请说明具体内容）。', '政府采购预算10万元（详见附表）。'],
    ['text-residue', 'XX局收入预算10万元。', '20XX年的说法与IPv6无关。'],
    ['text-residue', '备注：涉密项目不公开。（请核实单位是否有涉', '涉密项目不公开（请到现场查阅）。'],
    ['text-garbled', '2026A 年本局收入预算。', '2026年A级单位。'],
    ['text-residue', '该样表适用于部门及其所属单位。', '样表另行印发，适用于下属单位。'],
    ['text-residue', '决算数大小于预算数的主要原因是节约。', '大小于其他几件的设备不计。'],
    ['text-residue', '比2025年度减增加21.90万元。', '人员有增减，增加经费21.90万元。'],
    ['text-typo', '其中：社会保险和就业支出51.84万元。', '其中：社会保障和就业收入51.84万元，社会保险缴费支出2万元。'],
    ['text-typo', '农林水支支出94.00万元。', '财政开支支出合计94.00万元，收支支出分类一致，2025年年初预算94.00万元。'],
    ['text-typo', '收入合计94.00万元；支支出合计94.00万元。', '人人参与，天天公开，开支支出合计94.00万元。'],
    ['text-typo', '公务用车运行维扩费支出减少。', '公务用车运行维护费、公务接待费等支出小于预算数。'],
    ['text-residue', '对本部门预算单位构成进行详细说明。如：下属3家。', '对单位构成进行说明。'],
    ['text-residue', '表头改为“***单位”。', '得分为“***”的单位三家。'],
    ['text-residue', '主要用于……。', '主要用于办公……等。'],
    ['text-placeholder', '比2025年预算【请填写：公务接待费的上年数】。', '坚持【党建引领】，落实年度任务。'],
    ['text-placeholder', '主要原因是【待补充】。', '主要原因是人员退休。'],
    ['text-garbled', '围绕中心工作进行调查 research，提出建议。', '通过 OA 和 www.gov.cn 公开。'],
    ['text-garbled', '负责\ue123工作。', '\uf06c 负责工作。'],
    ['text-doubled', '经济社会各领域的的开发。', '各单位的目的的确相同。'],
    [
      'text-doubled',
      '用于人员经费经费等支出。',
      '教育支出支出86万元，缴费支出支出决算3万元，某县人民政府政府采购支出2万元，研究研究再定。',
    ],
    ['text-doubled', '办公费及及差旅费。', '反映以及及时办理的情况，构建和和谐。'],
    ['text-residue', '2026年XXX2026年收入预算10万元。', '采用IPv6和5G，按XY坐标。'],
    ['text-residue', '公务接待费**万元。', '公务接待费3万元*。'],
    ['text-residue', '某某局收入预算10万元。', '某些单位的收入预算。'],
    ['text-garbled', '负责锟斤拷工作。', '负责统计工作。'],
    ['text-garbled', '年度预□算安排。', '是否公开：□是□否。'],
    ['text-garbled', '收入预算#REF!万元。', '收入预算为零。'],
    ['text-typo', '一般公共予算收入10万元。', '一般公共预算收入10万元，一般公共服务支出10万元。'],
    ['text-typo', '财政拔款支出10万元。', '国有资本经营决算收入为零，公务用车处置收入为零。'],
    ['text-typo', '公务接侍费3万元。', '车辆购置支出3万元，公务接待和用车支出5万元。'],
    ['text-typo', '政府采构预算10万元。', '政府采购工程预算10万元，国有资本经营收益为零。'],
    ['text-typo', '公务车用车运行无变化。', '无公务用车车辆，公务车购置为零。'],
    ['text-typo', '国有资经营预算拨款支出为零。', '政府基金预算支出为零，社会保障就业支出为零。'],
    ['text-typo', '机关事业单位基木养老保险缴费支出3万元。', '对个人和家庭补助支出3万元，本级财政拨款支出为零。'],
    ['text-typo', '其他工资福利文出3万元。', '其中工资福利支出3万元，其中对个人和家庭的补助1万元。'],
    ['text-typo', '行政事业单位养老文出3万元。', '进一步扩大生育保险覆盖面，开展水源工程建设。'],
    ['text-typo', '切实历行节约，贯切执行。', '自治区机构运行经费5万元，贯彻执行。'],
    ['text-typo', '机关运经行费5万元。', '机关运行的经费5万元，公务用车进行更新。'],
    ['text-typo', '推动民政服务全面覆，确保政策无死角。', '推动民政服务全面覆盖，企业收益增加，服务全覆盖。'],
    ['text-typo', '本单位不设密，截止2025年底没有收入。', '不涉密的设密钥，截止日期为年底，自己完成。'],
    ['text-typo', '支出3万元，以上年减少1万元。', '投资2000万元以上年增加1个，比上年减少1万元。'],
    ['text-typo', '货物采购32.50万园，服务采购1万元。', '支出3万元，园林绿化2个。'],
    ['text-typo', '与2024年度相笔，支出减少。', '与2024年度相比，支出减少。'],
    ['text-typo', '受益人员满意，收益群众满意。', '受益人员满意，经营收益，予以拨付。'],
    ['text-half-width', '深化"放管服"改革。', '深化“放管服”改革，购置24"显示器。'],
    ['text-half-width', '公务接待费,3万元。', '公务接待费，3万元。'],
    ['text-punctuation', '支出3，518.85万元。', '甲、乙分别为13，518.85亩；共3,518.85万元，500元。'],
    ['text-residue', '预算0万元，比上年增加持平。', '预算5万元，比上年增加，与下年持平。'],
    ['text-residue', '具体包括（列示至基层单位）：甲。', '具体包括（列示于后）：甲。'],
    [
      'text-residue',
      '涉及资金10万元。（绩效管理工作情况，以及编报的项目数量、预算金额等）',
      '涉及资金10万元。（绩效管理工作情况另行公开，项目数量3个等）',
    ],
    ['text-brackets', '办理其他事项。“开展活动。””', '办理其他事项。“开展活动。”'],
    ['text-half-width', '结合本区实际,制订意见。', '金额1,234.00万元，见www.gov.cn。'],
    [
      'text-missing-stop',
      '2026年本部门政府采购预算10.00万元，其中：货物预算10.00万元',
      '2026年本部门政府采购预算10.00万元，其中：货物预算10.00万元。',
    ],
    ['text-brackets', '三）公务接待费1.20万元。', '（三）公务接待费1.20万元。'],
    ['text-brackets', '2026年“三公经费预算20.20万元。其中：', '2026年“三公”经费预算20.20万元。其中：'],
  ])('%s: %s', (rule, fires, silent) => {
    expect(run(words(fires))).toContain(rule);
    expect(run(words(silent))).toEqual([]);
  });

  it('words doubled in one sentence that is copied are one finding, with both places', () => {
    const copies = words('以精神障碍精神障碍康复人员为主。', '另以精神障碍精神障碍康复人员为主。');
    const findings = TEXT_RULES.flatMap((rule) => rule.run(new DocumentContext(copies)));
    expect(findings.map(({ rule, evidence }) => [rule, evidence.length])).toEqual([['text-doubled', 2]]);
  });

  it('an amount printed finer than twenty others stands out, a standard for each does not', () => {
    const others = Array.from({ length: 20 }, (_, i) => `第${i}项${i + 1}.25万元。`).join('');
    const found = (text: string) => WORDS_PRECISION.run(new DocumentContext(words(others + text)));
    expect(found('货物预算252.619万元。')).toHaveLength(1);
    expect(found('货物预算252.62万元，人均标准0.125万元。')).toEqual([]);
  });

  it('a name that is wrong in several paragraphs is one finding', () => {
    const wrong = '医疗卫生与计划生育支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）1万元。';
    const named = { ...words(wrong, wrong), statements: [statement('expenditure')] };
    expect(run(named).filter((rule) => rule === 'text-class-name')).toHaveLength(1);
  });

  const LONG = '严格落实过紧日子要求，压减一般性支出，从严控制三公经费，统筹安排各项资金，提高资金使用效益。';
  it.each<[rule: string, fires: readonly string[], silent: readonly string[]]>([
    [
      'text-cut-off',
      ['公用经费3万元，主要包括：', '二、其他事项'],
      ['公用经费3万元，主要包括：', '办公费、水费、电费。'],
    ],
    [
      'text-cut-off',
      ['1.因公出国（境）费3万元，主要用于：', '2.公务接待费1万元。'],
      ['1.因公出国（境）费3万元，主要用于：', '（1）住宿费2万元、（2）旅费1万元。'],
    ],
    ['text-repeated', [LONG, LONG], [LONG, '1.收入', '2.支出', '3.三公', '4.采购', '5.资产', LONG]],
    [
      'text-numbering',
      ['（一）收入。', '（二）支出。', '（二）三公。'],
      ['（一）收入。', '（二）支出。', '（三）三公。'],
    ],
    ['text-numbering', ['1.收入。', '2.支出。', '4.三公。'], ['1.收入。', '2.支出。3.三公。', '4.资产。']],
    ['text-numbering', ['1.“收入”。', '2“支出”。', '3.“三公”。'], ['1.“收入”。', '2.“支出”。', '5“家单位”。']],
    [
      'text-numbering',
      ['（一）甲。', '1.子。', '2.丑。', '（三）乙。'],
      ['（一）甲。', '1.子。', '2.丑。', '（二）乙。', '1.子。', '2.丑。'],
    ],
    [
      'text-numbering',
      ['一、总体情况', '二、收入情况', '二、支出情况'],
      ['一、总体情况', '二、收入情况', '一、子', '二、丑', '三、支出情况'],
    ],
  ])('%s in several paragraphs: %s', (rule, fires, silent) => {
    expect(run(words(...fires))).toEqual([rule]);
    expect(run(words(...silent))).toEqual([]);
  });

  it('a section ends with its sentence, a list may go on in the next', () => {
    const said = (next: string, mark = '；') =>
      run({
        ...words(`其他收入6.2万元，占全部收入的比例是0.21%，与上年持平${mark}`),
        explanation: [
          ...words(`其他收入6.2万元，占全部收入的比例是0.21%，与上年持平${mark}`).explanation,
          ...words('支出10万元。').explanation,
        ].map((section, i) => (i === 0 ? section : { ...section, title: next })),
      });
    expect(said('支出决算情况说明')).toEqual(['text-missing-stop']);
    expect(said('支出决算情况说明', '，')).toEqual(['text-missing-stop']);
    expect(said('支出决算情况说明', '。')).toEqual([]);
    expect(said('支出10万元，其中：')).toEqual([]);
    expect(said('支出10万元，其中：', '，')).toEqual([]);
  });

  it('indicators are numbered under each level', () => {
    const numbered = (...names: readonly string[]) => {
      const indicators = names.map((level3) => ({
        level1: '满意度指标',
        level2: '满意度指标',
        level3,
        target: '90%',
        origin: {},
      }));
      return run(
        disclosure({ overallPerformance: [{ title: '整体绩效目标表', goal: '做好工作', indicators, origin: {} }] }),
      );
    };
    expect(numbered('指标1：群众满意度', '指标2：企业满意度', '指标2：员工满意度', '指标4：社会满意度')).toEqual([
      'text-numbering',
    ]);
    expect(numbered('指标1：群众满意度', '指标2：企业满意度', '指标1：员工满意度', '指标2：社会满意度')).toEqual([]);
    expect(numbered('群众满意度', '企业满意度')).toEqual([]);
  });

  it('a place that waits may go over the end of a page: its rest lacks no bracket', () => {
    const brackets = (...texts: string[]) => run(words(...texts)).filter((rule) => rule === 'text-brackets');
    expect(brackets('主要原因是【请填写：增减变化的原因', '和依据】。')).toEqual([]);
    expect(brackets('主要原因是业务量增加', '和依据】。')).toEqual(['text-brackets']);
  });

  it('notes under tables are read as text', () => {
    const note = '注：本部门2026年无政府性基金预算财政拨款安排的的预算，故本表为空表。';
    expect(run(disclosure({ statements: [statement('government-fund', { rows: [], note })] }))).toEqual([
      'text-doubled',
    ]);
  });

  it('headings and titles are read as text', () => {
    expect(run(disclosure({ statements: [statement('revenue', { title: '2026年XX局收入预算表' })] }))).toEqual([
      'text-residue',
    ]);
    expect(
      run({ ...words('收入预算10万元。'), contents: [{ title: '一般公共予算支出表', text: '', origin }] }),
    ).toEqual(['text-typo']);
  });

  it('a template that nobody filled in is one finding', () => {
    const blanks = Array.from({ length: 12 }, (_, i) => `第${i}项：XX局收入预算××万元。`);
    expect(run(words(...blanks))).toContain('text-unfilled');
    const { findings } = checkDisclosures([words(...blanks)]);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['text-unfilled error']);
  });

  it('a place that waits is no residue of a template beside', () => {
    expect(run(words('注：【请填写：政府采购】'))).toEqual(['text-placeholder']);
  });

  it('places of a kind within a paragraph are one finding', () => {
    expect(run(words('支出。。收入。。合计。'))).toEqual(['text-punctuation']);
  });
});

const statement = (form: Statement['form'], over: Partial<Statement> = {}): Statement => ({
  form,
  title: `2026年部门${form}`,
  unit: '元',
  columns: [{ id: 'total' }],
  rows: [{ key: '210', label: '卫生健康支出', cells: { total: { fen: 100, text: '1.00', origin } }, origin }],
  origin,
  ...over,
});
const FORMS = [
  'balance',
  'revenue',
  'expenditure',
  'appropriation-balance',
  'general-public',
  'basic',
  'three-publics',
] as const;
const named = (rows: string) =>
  statement('expenditure', {
    rows: rows
      .split(',')
      .map((row) => row.split(' '))
      .map(([key, label]) => ({
        key: key!,
        label: label!,
        cells: { total: { fen: 100, text: '1.00', origin } },
        origin,
      })),
  });
const NAMED = named(
  '210 卫生健康支出,21011 行政事业单位医疗,2101101 行政单位医疗,2101199 某项新设支出,208 社会保障和就业支出,20805 行政事业单位养老支出',
);
const CODED_ROWS = named('2210203 购房补贴,2080505 机关事业单位基本养老保险缴费支出');
const full = (...more: Statement[]) => disclosure({ statements: [...FORMS.map((form) => statement(form)), ...more] });
const empty = (form: 'government-fund' | 'state-capital', note?: string) =>
  statement(form, { rows: [], ...(note ? { note } : {}) });
const fund = empty('government-fund', '注:本部门2026年无政府性基金预算财政拨款安排的预算，故本表为空表。');
/** Nobody knows its cells. */
const KEPT = { form: 'list', unit: '万元', columns: [], rows: [], origin } as const;
const capital = empty('state-capital', '注:本部门2026年无国有资本经营预算财政拨款安排的预算，故本表为空表。');

/** A document with words enough to be more than its tables. */
const told = (tables: Disclosure): Disclosure => ({
  ...tables,
  explanation: words('收入支出情况。'.repeat(50)).explanation,
});
const final = (note: string) => full({ ...fund, note }, capital);
const titled = (...titles: [string, string, string, string]) =>
  disclosure({
    statements: titles.slice(0, 3).map((title) => statement('revenue', { title })),
    explanation: [{ title: titles[3], text: '', paragraphs: [], origin }],
  });
const telling = (...texts: string[]) => ({ ...words(...texts), template: 'unknown' });
/** 单位 in all sentences but one. */
const UNIT_TOLD = [
  '2026年本单位收入预算。',
  '2026年本单位支出预算。',
  '2026年本部门政府采购预算。',
  '2026年本单位预算。',
  '我单位共有车辆。',
];
const matters = (...texts: string[]) => ({ ...full(fund, capital), explanation: words(...texts).explanation });

const TITLES = ['收支总表', '收入总表', '支出总表', '一般公共预算支出表', '基本支出表', '“三公”经费支出表'];
const entry = (title: string, page?: number) => ({ title, text: title, origin, ...(page ? { page } : {}) });
/** Six tables, of which the contents list the last four as they are and the first two as told. */
const listing = (...first: string[]) =>
  disclosure({
    template: 'unknown',
    statements: TITLES.map((title, i) => statement(FORMS[i]!, { title })),
    contents: [...first, ...TITLES.slice(2), '五、部门预算表'].map((title) => entry(title)),
  });
/** Five tables on pages 3 to 7, with the page numbers that the contents give. */
const paged = (...pages: number[]) =>
  disclosure({
    template: 'unknown',
    statements: TITLES.slice(0, 5).map((title, i) => statement(FORMS[i]!, { title, origin: { page: i + 3 } })),
    contents: pages.map((page, i) => entry(TITLES[i]!, page)),
  });

const of = (name: string, text: string) => ({ ...words(text), agency: { name, level: 'department' as const } });

const UNITS = doc({ organization: ['某局本级', '某中心'].map((unit) => ({ unit, origin })) }).tables;
const organised = (...texts: string[]) => {
  const paragraphs = texts.map((text) => ({ text, origin }));
  return disclosure({
    template: 'unknown',
    explanation: [{ title: '机构设置', text: texts.join('\n'), paragraphs, origin }],
  });
};

/** A document of 某市甲局 with one section under a heading. */
const entitled = (title: string) =>
  disclosure({
    template: 'unknown',
    agency: { name: '某市甲局', level: 'department' },
    explanation: [{ title, text: '', paragraphs: [], origin }],
  });

const WORDS = words('本部门没有其他需要说明的事项。');
/** A project's sections 一、二、三、四 with their texts. */
const sections = (...texts: string[]) =>
  disclosure({
    template: 'unknown',
    explanation: texts.map((text, i) => ({
      number: '一二三四'[i]!,
      title: '项目概述立项依据实施方案年度预算'.slice(i * 4, i * 4 + 4),
      part: '某项目',
      text,
      paragraphs: text === '' ? [] : [{ text, origin }],
      origin,
    })),
  });

/** Where a slip's letters are the end of one word and the beginning of another. */
const INNOCENT = [
  '开展预防犯罪宣传，推动执法正规化、规范化和会计化解工作。',
  '预防犯罪、防犯法行为，按排放标准和按排名次安排，按装机容量核定。',
  '内容发布署名规范，不宜传播的信息及时处理，不设密码，持有全部份额。',
  '究竟争取多少资金，申报消防验收，上报消费数据，通报消防隐患。',
  '给予算力支持，共有10万员工。',
  '完成律师管理，答辩认真准备，自己经办，以经开区为重点，做为民服务的表率，开展做为期三年的行动。',
];

it.each(INNOCENT)('no slip: %s', (text) => {
  expect(
    checkDisclosures([words(text)]).findings.flatMap(({ rule, message }) => (rule === 'text-typo' ? [message] : [])),
  ).toEqual([]);
});

it('what the law alone asks for and the place prints nowhere is a notice', () => {
  const severities = (template: string, name = full(fund).agency.name) =>
    checkDisclosures([{ ...full(fund), template, agency: { ...full(fund).agency, name } }]).findings.flatMap(
      ({ rule, form, severity }) => (rule === 'text-missing-table' && form === 'state-capital' ? [severity] : []),
    );
  expect([severities('chongqing-2026'), severities('shanghai-2026')]).toEqual([['notice'], ['error']]);
  // Whose file it is nobody knows, nor what another file has.
  expect(severities('shanghai-2026', '')).toEqual(['notice']);
});

/** All tables, that of the fund with money, and a section of the words about it. */
const ofFund = (text: string): Disclosure => ({
  ...full(statement('government-fund'), capital),
  explanation: [{ title: '政府性基金预算情况说明', text, paragraphs: [{ text, origin }], origin }],
});

describe('what has to be published', () => {
  it.each<[rule: string, fires: Disclosure, silent: Disclosure]>([
    ['text-missing-table', full(fund), full(fund, capital)],
    ['text-missing-table', full(fund), { ...full(fund), year: 2016 }],
    [
      'text-missing-table',
      { ...full(fund), generic: [{ ...KEPT, title: '部门开支分摊表' }] },
      { ...full(fund), generic: [{ ...KEPT, title: '国有资本经营预算拨款支出表' }] },
    ],
    [
      'text-missing-table',
      { ...full(fund), explanation: words('国有资本经营预算支出情况').explanation },
      { ...full(fund), explanation: words('国有资本经营预算支出表', '科目编码 科目名称 本年支出').explanation },
    ],
    [
      'text-empty-note',
      told(full(empty('government-fund'), capital)),
      told(full(empty('government-fund', '注：本表本年无发生额。'), capital)),
    ],
    ['text-empty-note', told(full(empty('government-fund'), capital)), full(empty('government-fund'), capital)],
    ['text-empty-note', full(fund, empty('state-capital', fund.note)), full(fund, capital)],
    [
      'text-empty-note',
      full(statement('government-fund', { note: fund.note! }), capital),
      full(statement('government-fund'), capital),
    ],
    [
      'text-level-word',
      disclosure({
        template: 'unknown',
        statements: FORMS.map((form, i) => statement(form, { title: i === 2 ? '部门支出总表' : '单位收入总表' })),
      }),
      disclosure({ template: 'unknown', statements: FORMS.map((form) => statement(form, { title: '单位收入总表' })) }),
    ],
    [
      'text-class-name',
      {
        ...words('医疗卫生与计划生育支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）1万元。'),
        statements: [statement('expenditure')],
      },
      {
        ...words('卫生健康支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）1万元。'),
        statements: [statement('expenditure')],
      },
    ],
    [
      'text-empty-note',
      told(final('注：本表反映部门本年度政府性基金预算收支情况。')),
      final('注：本表反映部门本年度政府性基金预算收支情况。\n说明：本部门没有政府性基金收入，故本表无数据。'),
    ],
    [
      'text-empty-note',
      final('注：本表反映部门本年度政府性基金预算收支情况。\n说明：本部门没有使用国有资本经营预算安排的支出。'),
      final('注：本部门无政府性基金预算支出。'),
    ],
    [
      'text-empty-note',
      ofFund('2026年无政府性基金预算财政拨款收入和支出。'),
      ofFund(
        '上年无政府性基金预算支出，2026年支出1.00万元。所属单位没有政府性基金预算。政府性基金预算财政拨款基本支出无。',
      ),
    ],
    [
      'text-level-word',
      {
        ...titled('单位收支总表', '单位收入总表', '单位支出总表', '2026年单位预算情况说明'),
        explanation: words('2026年本单位收入预算。', '2026年部门预算安排购置车辆0辆。').explanation,
      },
      {
        ...titled('单位收支总表', '单位收入总表', '单位支出总表', '2026年单位预算情况说明'),
        explanation: words('2026年本单位收入预算。', '2026年单位预算安排购置车辆0辆，纳入部门预算安排。').explanation,
      },
    ],
    [
      'text-empty-note',
      full(statement('three-publics', { note: '注：2026年没有安排“三公”经费。' }), capital),
      full(statement('three-publics', { note: '注：2026年没有安排“三公”经费中的因公出国（境）费。' }), capital),
    ],
    [
      'text-empty-note',
      full(statement('government-fund', { note: '注：本表为空表。' }), capital),
      full(statement('government-fund', { note: '备注：本表为空的列表示无此项收支。' }), capital),
    ],
    ['text-empty-unit', full({ ...fund, unit: '万元' }), full(fund)],
    [
      'text-missing-table',
      { ...full(fund), template: 'unknown', explanation: WORDS.explanation },
      { ...full(fund, capital), template: 'unknown', explanation: WORDS.explanation },
    ],
    [
      'text-missing-table',
      { ...full(fund), template: 'unknown', explanation: WORDS.explanation },
      { ...full(fund), template: 'unknown' },
    ],
    [
      'text-level-word',
      titled('部门收支总表', '单位收入总表', '部门支出总表', '2026年部门预算情况说明'),
      titled('部门收支总表', '部门收入总表', '部门支出总表', '2026年部门预算情况说明'),
    ],
    [
      'text-level-word',
      titled('部门收支总表', '部门收入总表', '部门支出总表', '2026年单位预算情况说明'),
      titled('收支总表', '收入总表', '支出总表', '2026年单位预算情况说明'),
    ],
    [
      'text-level-word',
      telling(
        '2026年本部门收入预算。',
        '2026年本部门支出预算。',
        '2026年本单位政府采购预算。',
        '2026年本部门预算。',
        '我部门共有车辆。',
      ),
      telling(
        '2026年本部门收入预算。',
        '2026年本部门支出预算。',
        '反映本单位职工的支出。',
        '2026年本部门预算。',
        '我部门共有车辆。',
      ),
    ],
    [
      'text-level-word',
      { ...telling(...UNIT_TOLD), statements: [] },
      { ...telling(...UNIT_TOLD), statements: [statement('revenue', { title: '部门收入总表' })] },
    ],
    [
      'text-missing-section',
      matters('三公经费', '机关运行经费', '政府采购', '绩效目标管理'),
      matters('三公经费', '机关运行经费', '政府采购', '绩效目标管理', '共有车辆'),
    ],
    [
      'text-missing-section',
      matters('三公经费', '机关运行经费', '政府采购', '重点项目', '共有车辆'),
      matters('三公经费', '机关运行经费', '政府采购', '编制绩效目标的项目4个', '共有车辆'),
    ],
    [
      'text-class-name',
      { ...words('支出包括：医疗卫生与计划生育支出51.00万元。'), statements: [NAMED] },
      { ...words('支出包括：卫生健康支出51.00万元。'), statements: [NAMED] },
    ],
    [
      'text-class-name',
      { ...words('医疗卫生支出（类）行政事业单位医疗（款）51.00万元。'), statements: [NAMED] },
      { ...words('卫生健康支出（类）行政事业单位医疗（款）51.00万元。'), statements: [NAMED] },
    ],
    [
      'text-class-name',
      { ...words('支出包括：医疗卫生支出51.00万元。'), statements: [NAMED] },
      { ...words('医疗卫生支出的增长快于其他支出，卫生健康支出51.00万元。'), statements: [NAMED] },
    ],
    [
      'text-class-name',
      {
        ...words('1.社会保障和就业支出（类）行政事业单位离退休（款）行政单位离退休（项）2万元。'),
        statements: [NAMED],
      },
      {
        ...words('主要用于社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）2万元。'),
        statements: [NAMED],
      },
    ],
    [
      'text-class-name',
      { ...words('（一）2210203-住房公积金 465.00 万元。'), statements: [CODED_ROWS] },
      { ...words('（一）2210203-购房补贴 465.00 万元。'), statements: [CODED_ROWS] },
    ],
    [
      'text-class-name',
      { ...words('2080505提租补贴109.29万元，主要用于保障单位运转；'), statements: [CODED_ROWS] },
      { ...words('2080505基本养老保险缴费支出109.29万元，主要用于保障单位运转；'), statements: [CODED_ROWS] },
    ],
    [
      'text-class-name',
      { ...words('3.培训支出（2080505）138.16万元。'), statements: [CODED_ROWS] },
      { ...words('5.基本养老保险缴费（2080505）138.16万元。'), statements: [CODED_ROWS] },
    ],
    [
      'text-class-name',
      { ...words('（3）培训费（2080505）支出138.16万元。'), statements: [CODED_ROWS] },
      { ...words('（3）基本养老保险缴费（2080505）支出138.16万元。'), statements: [CODED_ROWS] },
    ],
    [
      'text-class-name',
      { ...words('1.卫生健康支出（类）行政事业单位医疗（款）其他综合事务支出（项）2万元。'), statements: [NAMED] },
      { ...words('1.卫生健康支出（类）行政事业单位医疗（款）某项新设支出（项）2万元。'), statements: [NAMED] },
    ],
    [
      'text-contents',
      disclosure({ contents: [{ title: '三、机关运行经费', text: '三、机关运行经费\t错误！未定义书签。', origin }] }),
      disclosure({ contents: [{ title: '三、机关运行经费', page: 18, text: '三、机关运行经费\t18', origin }] }),
    ],
    [
      'text-contents',
      disclosure({ contents: [109, 1100].map((page) => ({ title: '七', page, text: `七 ${page}`, origin })) }),
      disclosure({ contents: [109, 110].map((page) => ({ title: '七', page, text: `七 ${page}`, origin })) }),
    ],
    ['text-contents', listing('一、收支总表', '二、收人总表'), listing('一、收支总表', '二、2026年收入总表（公开）')],
    ['text-contents', listing('一、收支总表'), listing('一、收支总表', '二、收入总表')],
    [
      'text-agency-name',
      of('上海市普陀区司法局', '2026年，上海市普陀区统计局收入预算10万元。'),
      of(
        '上海市普陀区司法局',
        '2026年，普陀区司法局收入预算10万元，移交上海市普陀区统计局办理；上海市普陀区数据中心2026年政务外网租用项目3万元。',
      ),
    ],
    [
      'text-agency-name',
      of('国家甲局', '2026年，国家文物局收入预算10万元。'),
      of('国家甲局', '2026年，国家甲局收入预算10万元，移交国家文物局办理。'),
    ],
    [
      'text-agency-name',
      of('云南省甲厅', '2026年，云南省水利厅收入预算10万元。'),
      of('云南省甲厅', '2026年，云南省甲厅收入预算10万元。'),
    ],
    [
      'text-agency-name',
      of('某县甲局', '截至2025年12月31日，远山市乙局共有车辆2辆，其中一般公务用车2辆。'),
      of('某县甲局', '截至2025年12月31日，某县甲局共有车辆2辆；根据远山市乙局要求，政府采购支出2万元。'),
    ],
    [
      'text-agency-name',
      of('甲区直工委', '2026年，甲区文物局收入预算10万元。'),
      of('区直工委', '2026年，甲市乙区直属机关工作委员会共有车辆0辆。'),
    ],
    [
      'text-agency-name',
      of('国家甲局', '按照综合预算的原则，国家文物局所有收入和支出均纳入部门预算管理。'),
      of('国家甲局', '按照综合预算的原则，国家甲局所有收入和支出均纳入部门预算管理。'),
    ],
    [
      'text-agency-name',
      of('某县甲镇人民政府', '某县乙镇人民政府2026年收入预算10万元。'),
      of('某县甲镇人民政府', '某县甲镇人民政府2026年收入预算10万元，按计划完成某县乙镇人民政府2026年办公楼维修。'),
    ],
    [
      'text-agency-name',
      { ...organised('某州乙局部门预算包括：局本级预算。'), agency: { name: '某州甲局', level: 'department' } },
      {
        ...organised('某州甲局部门预算包括：局本级预算、某州乙中心预算。'),
        agency: { name: '某州甲局', level: 'department' },
      },
    ],
    [
      'text-agency-name',
      entitled('第二部分 某市乙局2026年部门预算情况说明'),
      entitled('第二部分 某市甲局2026年部门预算情况说明'),
    ],
    [
      'text-year-slip',
      of('某市甲局', '206年一般公共预算支出10万元。'),
      of('某市甲局', '建院206年来，2035年远景目标，至2062年，2026年一般公共预算支出10万元。'),
    ],
    ['text-year-slip', entitled('某市甲局20266年部门预算'), entitled('某市甲局2026年部门预算')],
    ['text-year-slip', of('某市甲局', '2206年预算10万元。'), of('某市甲局', '经费使用5000年，存放12000年以上。')],
    ['text-year-slip', of('某市甲局', '2062年度部门预算10万元。'), of('某市甲局', '规划到2060年碳中和。')],
    [
      'text-agency-name',
      of('上海市普陀区司法局', '预算主管部门：上海市普陀区统计局'),
      of('上海市普陀区司法局', '预算主管部门：上海市普陀区司法局'),
    ],
    [
      'text-unit-count',
      organised(
        '包括区司法局本部以及下属2家预算单位的综合收支计划。',
        '行政单位1家，参公单位1家，具体包括：',
        '1. 区司法局本部',
        '2. 区法律援助中心',
      ),
      organised(
        '包括区司法局本部以及下属1家预算单位的综合收支计划。',
        '行政单位1家，参公单位1家，具体包括：',
        '1. 区司法局本部',
        '2. 区法律援助中心',
      ),
    ],
    [
      'text-unit-count',
      organised('下属二级单位3个，其中行政单位0个，参照公务员法管理的事业单位1个，其他事业单位3个。'),
      organised('下属二级单位3个，其中行政单位0个，参照公务员法管理的事业单位1个，其他事业单位2个。'),
    ],
    [
      'text-unit-count',
      organised('所属事业单位3个：某县公路管理所、某县运输服务中心。'),
      organised('所属事业单位2个：某县公路管理所、某县运输服务中心。', '另有1个：见附表。'),
    ],
    [
      'text-unit-count',
      organised('纳入部门决算编报的单位共3个，分别是：1.某县甲局；2.某县调查中心。'),
      organised('纳入部门决算编报的单位共2个，分别是：1.某县甲局；2.某县调查中心。'),
    ],
    [
      'text-unit-count',
      organised('部门预算包括本级预算和所属2家事业单位预算，共4家预算单位。'),
      organised('部门预算包括本级预算和所属2家事业单位预算，共3家预算单位。'),
    ],
    [
      'text-unit-count',
      { ...organised('编制范围的二级预算单位共3个，包括：'), tables: UNITS },
      { ...organised('编制范围的二级预算单位共2个，包括：'), tables: UNITS },
    ],
    [
      'text-unit-count',
      organised('纳入部门决算编制范围的单位共3个，包括：', '1.某局机关', '2.某局综合执法大队'),
      organised('纳入部门决算编制范围的单位共2个，包括：', '1.某局机关', '2.某局综合执法大队', '1.负责综合协调。'),
    ],
    [
      'text-unit-count',
      organised('内设7个机构，包括办公室、规划科、财务科和人事科。'),
      organised(
        '内设4个机构，包括办公室、规划科、财务科和人事科。',
        '下属事业单位2个，分别是河道管理所、水务执法队。',
        '下设0个处室，分别是：我单位无下设处室。',
      ),
    ],
    [
      'text-unit-count',
      organised('本部门内设机构包括办公室、人事处、财务处共计4个。'),
      organised('本部门内设机构包括办公室、人事处、财务处共计3个。'),
    ],
    [
      'text-unit-count',
      organised('内设机构6个，包括办公室、人事处、财务处。另有两个派出法庭。'),
      organised('内设机构5个，包括办公室、人事处、财务处。另有两个派出法庭。'),
    ],
    [
      'text-unit-count',
      organised('内设机构5个，各机构规范简称依次为：办公室、规计处、后扶处（市援助办公室）。'),
      organised('内设机构3个，各机构规范简称依次为：办公室、规计处、后扶处（市援助办公室）。'),
    ],
    [
      'text-unit-count',
      organised('某局所属7个预算单位，分别为某局本级和某局服务中心。'),
      organised('某局所属2个预算单位，分别为某局本级和某局服务中心。'),
    ],
    [
      'text-empty-section',
      sections('项目概述', '', '提升能力。', '1万元。'),
      sections('项目概述', '依据。', '提升能力。', '1万元。'),
    ],
    ['text-contents', paged(1, 2, 3, 4, 8), paged(1, 2, 3, 4, 5)],
  ])('%s', (rule, fires, silent) => {
    expect(run(fires)).toContain(rule);
    expect(run(silent)).not.toContain(rule);
  });

  it('entries of contents without a heading of their own are told further on', () => {
    const listed = sections('', '依据。', '目标。', '1万元。');
    const told = { ...listed.explanation[0]!, text: '项目概述。' };
    expect(run({ ...listed, explanation: [...listed.explanation, told] })).not.toContain('text-empty-section');
    expect(run(listed)).toContain('text-empty-section');
  });

  it('a statement of another agency is told by the reading', () => {
    const problem = {
      code: 'other-agency',
      message: '“收入总表”的编制单位是“乙局”，与其他各表的“某局”不同；请核对。',
      origin: {},
    };
    expect(run(words('收入预算。'), [problem])).toEqual(['text-agency-name']);
  });

  it.each([
    ['text-blank-page', 'blank-page', '第 5 页没有文字和表格；请核对是否多余。'],
    ['text-cut', 'cut-text', '第 5 页有文字被截断，只显示出一部分（“（八）负责…”）；请核对版面。'],
  ])('%s', (rule, code, message) => {
    const around = disclosure({
      explanation: [3, 9].map((page) => ({ title: '说明', text: '', paragraphs: [], origin: { page } })),
    });
    expect(run(around, [{ code, message, origin: { page: 5 } }])).toEqual([rule]);
    expect(run(around, [{ code, message, origin: { page: 12 } }])).toEqual([]);
  });

  it('text cut on several pages is told once, with all of them', () => {
    const around = disclosure({
      explanation: [3, 9].map((page) => ({ title: '说明', text: '', paragraphs: [], origin: { page } })),
    });
    const cut = [5, 6, 8].map((page) => ({
      code: 'cut-text',
      message: `第 ${page} 页有文字被截断；请核对版面。`,
      origin: { page },
    }));
    const found = TEXT_RULES.flatMap((rule) => rule.run(new DocumentContext(around, cut)));
    expect(found.map(({ message }) => message)).toEqual(['第 5 页有文字被截断；这样的页共 3 页：第 5、6、8 页']);
  });
});
