/** What final accounts of many places tell: funds by themselves, parts of hospitality, comparisons part by part, lists of basic expenditure. */
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/disclosure.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { WORD_FIGURE_RULES } from '../../src/rules/words/word-figures.ts';
import { fenOf, readMentions } from '../../src/words/index.ts';
import { doc, table } from '../rules/make.ts';
import { section } from './make-words.ts';

const accounts = (title: string, paragraphs: readonly string[], ...statements: readonly Statement[]) =>
  doc(
    {
      year: 2026,
      stage: 'final-accounts',
      agency: { name: '某省某厅', level: 'department' },
      explanation: [section(title, ...paragraphs)],
    },
    ...statements,
  );

const read = (title: string, ...paragraphs: readonly string[]): readonly string[] =>
  readMentions(accounts(title, paragraphs)).map(({ quantity, aspect, printed, direction, ...mention }) => {
    const figure =
      printed.kind === 'amount'
        ? fenOf({ printed, ...mention } as never)! / 1_000_000
        : 'value' in printed
          ? `${printed.value}${printed.unit}`
          : '';
    return `${quantity}:${aspect}${direction ? ` ${direction}` : ''} ${figure}`.replace(':level', '').trim();
  });

const rules = (
  title: string,
  paragraphs: readonly string[],
  ...statements: readonly Statement[]
): readonly string[] => {
  const context = new DocumentContext(accounts(title, paragraphs, ...statements));
  return WORD_FIGURE_RULES.flatMap((rule) => rule.run(context)).map(({ rule }) => rule);
};

describe('what is told', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    [
      'the money of the projects just counted, as what became of them',
      '预算绩效管理情况',
      [
        '编报绩效目标的项目5个，涉及预算金额98.42万元；绩效跟踪评价的项目4个，涉及预算金额88.42万元；绩效自评的项目3个，涉及预算金额78.42万元。',
      ],
      [
        'performance[projects] 5个',
        'performance[funds] 98.42',
        'performance[tracked] 4个',
        'performance[tracked-funds] 88.42',
        'performance[evaluated] 3个',
        'performance[evaluated-funds] 78.42',
      ],
    ],
    [
      'a fund by itself in its own section',
      '政府性基金预算财政拨款收入支出决算情况说明',
      ['2026年度政府性基金预算财政拨款年初结转和结余1万元，本年收入50万元，本年支出49万元，年末结转和结余2万元。'],
      [
        'government-fund[total].carryover 1',
        'government-fund[total].revenue 50',
        'government-fund[total].total 49',
        'government-fund[total].year-end 2',
      ],
    ],
    [
      'what an item of the fund spends, by itself',
      '政府性基金预算财政拨款收入支出决算情况说明',
      [
        '政府性基金预算财政拨款收入50万元，支出50万元，支出具体情况如下：',
        '城乡社区支出（类）国有土地使用权出让收入安排的支出（款）城市建设支出（项）。主要用于道路整治。年初预算为0万元，支出决算为48万元。',
      ],
      [
        'government-fund[total].revenue 50',
        'government-fund[total].total 50',
        'expenditure[2120803].total:initial 0',
        'expenditure[2120803].total 48',
      ],
    ],
    [
      'both sides in one word, of appropriations where the paragraph is',
      '财政拨款收入支出决算总体情况说明',
      ['2026年度财政拨款收入、支出决算总计60万元。与上年相比，收、支总计各增加6万元。'],
      ['appropriation-balance[总计] 60', 'appropriation-balance[总计]:change up 6'],
    ],
    [
      'both sides in one word, of all',
      '收入支出决算总体情况说明',
      ['2026年度收入、支出决算总计70万元。与上年相比，收、支总计各增加6万元。'],
      ['balance[总计] 70', 'balance[总计]:change up 6'],
    ],
    [
      'nothing without its unit, and nothing left',
      '“三公”经费支出决算情况说明',
      ['公务接待费年初预算为0，支出决算为3万元。因公出国（境）费支出决算减少为0.00万元。'],
      ['three-publics[hospitality]:initial 0', 'three-publics[hospitality] 3', 'three-publics[overseas] 0'],
    ],
    [
      'hospitality by the guests',
      '“三公”经费支出决算情况说明',
      ['公务接待费3万元，其中：国内公务接待支出2万元（其中：外事接待支出1万元），国（境）外接待费1万元。'],
      ['three-publics[hospitality] 3', 'hospitality[domestic] 2', 'hospitality[foreign] 1', 'hospitality[abroad] 1'],
    ],
    [
      'comparisons part by part',
      '“三公”经费支出决算情况说明',
      [
        '公务用车购置及运行维护费支出5万元。其中：公务用车购置费支出3万元。与上年相比，增加1万元。公务用车运行维护费支出2万元，车均运行维护费1万元。与上年相比，减少1万元。',
      ],
      [
        'three-publics[vehicles] 5',
        'three-publics[vehicle-purchase] 3',
        'three-publics[vehicle-purchase]:change up 1',
        'three-publics[vehicle-running] 2',
        'each/车均运行维护费 1',
        'three-publics[vehicle-running]:change down 1',
      ],
    ],
    [
      'one comparison behind the parts, of the whole',
      '“三公”经费支出决算情况说明',
      ['公务用车购置及运行维护费支出5万元。其中：公务用车购置费支出3万元。与上年相比，增加1万元。'],
      ['three-publics[vehicles] 5', 'three-publics[vehicle-purchase] 3', 'three-publics[vehicles]:change up 1'],
    ],
    [
      'what the heading names, behind what is counted',
      '“三公”经费支出决算情况说明',
      ['2.公务用车购置费用支出情况说明。', '2026年度购置车辆1台，预算18万元，支出决算17万元，完成预算的94.44%。'],
      [
        'vehicles-purchase[total] 1台',
        'three-publics[vehicle-purchase]:initial 18',
        'three-publics[vehicle-purchase] 17',
        'three-publics[vehicle-purchase]:completion 94.44%',
      ],
    ],
    [
      'meetings under their own heading alone',
      '其他',
      [
        '培训费支出情况说明',
        '2026年度培训费预算8万元，支出决算6万元。',
        '机关运行经费支出情况说明',
        '机关运行经费支出30万元，其中：培训费2万元。',
      ],
      [
        'three-publics[training]:initial 8',
        'three-publics[training] 6',
        'agency-operating 30',
        'agency-operating/培训费 2',
      ],
    ],
    [
      'items of basic expenditure, whatever else their names are',
      '一般公共预算财政拨款基本支出决算情况说明',
      [
        '一般公共预算财政拨款基本支出9万元，其中：公用经费6万元，主要包括：办公费1万元、公务接待费2万元、公务用车运行维护费3万元。人员经费3万元。',
      ],
      [
        'basic[total].total 9',
        'basic[total].operating 6',
        'basic[30201].total 1',
        'basic[30217].total 2',
        'basic[30231].total 3',
        'basic[total].personnel 3',
      ],
    ],
    [
      'classes of basic expenditure in paragraphs behind their whole',
      '一般公共预算财政拨款基本支出决算情况说明',
      ['一般公共预算财政拨款基本支出9万元。', '1.工资福利支出6万元，较上年决算数增加1万元。'],
      ['basic[total].total 9', 'basic[301].total 6', 'basic[301].total:change up 1'],
    ],
    [
      'and of something else',
      '其他情况',
      ['1.工资福利支出6万元，较上年决算数增加1万元。'],
      ['words/1 6', 'words/1:change up 1'],
    ],
    [
      'fixed assets among all, and what things are worth',
      '国有资产占用情况',
      [
        '资产总额9万元，其中，流动资产2万元，固定资产6万元，无形资产1万元。与上年相比，资产总额增加3万元，其中固定资产增加2万元。房屋2,000.00平方米，价值5万元。',
      ],
      [
        'assets[value] 9',
        'assets[value]/流动资产 2',
        'assets[value]/固定资产 6',
        'assets[value]/无形资产 1',
        'assets[value]:change up 3',
        'assets[value]/固定资产:change up 2',
        'worth/房屋价值 5',
      ],
    ],
    [
      'by how much of the budget the accounts are more or less',
      '“三公”经费支出决算情况说明',
      ['公务接待费全年预算数8万元，决算数6万元，预决算差异率-25.00%。'],
      [
        'three-publics[hospitality]:adjusted 8',
        'three-publics[hospitality] 6',
        'three-publics[hospitality]:percent down 25%',
      ],
    ],
    [
      'a project under review',
      '预算绩效管理工作开展情况说明',
      ['某某项目自评综述：项目全年预算数125万元，执行数120万元，完成预算的96%。'],
      ['words/1:adjusted 125', 'words/1 120', 'words/1:completion 96%'],
    ],
  ])('%s', (_, title, paragraphs, expected) => {
    expect(read(title, ...paragraphs)).toEqual(expected);
  });
});

const BASIC = table(
  'basic',
  'total personnel operating',
  '302 商品和服务支出 6 0 6\n30201 办公费 1 0 1\n30217 公务接待费 5 0 5\ntotal 合计 9 3 6',
);

describe('what is judged', () => {
  it.each<[string, string, string, readonly Statement[]]>([
    [
      'words-table',
      '一般公共预算财政拨款基本支出决算情况说明',
      '一般公共预算财政拨款基本支出9万元，其中：公用经费6万元，包括：办公费1万元、公务接待费7万元。',
      [BASIC],
    ],
    [
      'words-percent',
      '“三公”经费支出决算情况说明',
      '公务接待费全年预算数8.00万元，决算数6.00万元，预决算差异率-55.00%。',
      [],
    ],
    [
      'words-parts',
      '“三公”经费支出决算情况说明',
      '公务接待费3万元，其中：国内接待费1万元，国（境）外接待费1万元。',
      [],
    ],
    [
      'words-percent',
      '政府采购情况说明',
      '政府采购预算96.00万元。面向中小企业预留项目采购份额76.80万元，其中：面向小微企业预留份额46.08万元，占66.00%。',
      [],
    ],
    ['words-parts', '支出预算情况说明', '项目支出3.00万元，其中：甲项目2.00万元、乙项目3.00万元。', []],
    [
      'words-change',
      '“三公”经费支出决算情况说明',
      '公务接待费年初预算为9.00万元。公务接待费支出5.00万元，与2026年度预算相比，减少3.00万元。',
      [],
    ],
    ['words-percent', '“三公”经费支出决算情况说明', '公务接待费支出0.30万元，比上年增加0.30万元，增长100%。', []],
    ['words-percent', '“三公”经费支出决算情况说明', '公务接待费年初预算为0，支出决算为3万元，完成年初预算的95%。', []],
    [
      'words-parts',
      '预算绩效管理情况说明',
      '绩效自评的项目4个，其中：绩效评级为“优”的项目3个，绩效评级为“良”的项目0个，绩效评级为“合格”的项目0个，绩效评级为“不合格”的项目0个。',
      [],
    ],
    ['words-percent', '预算绩效管理工作开展情况说明', '项目全年预算数125万元，执行数120万元，完成预算的69%。', []],
  ])('fires: %s', (rule, title, text, statements) => {
    expect(rules(title, [text], ...statements)).toEqual([rule]);
  });

  it.each<[string, string, string, readonly Statement[]]>([
    [
      'items of the table',
      '一般公共预算财政拨款基本支出决算情况说明',
      '一般公共预算财政拨款基本支出9万元，其中：公用经费6万元，包括：办公费1万元、公务接待费5万元。',
      [BASIC],
    ],
    [
      'a budget of agency operating costs is not what was spent on it',
      '机关运行经费支出情况说明',
      '机关运行经费支出年初预算7万元，支出决算6万元。',
      [BASIC],
    ],
    [
      'of the budget',
      '“三公”经费支出决算情况说明',
      '公务接待费全年预算数8万元，决算数6万元，预决算差异率-25.00%。',
      [],
    ],
    [
      'what comes to each is no part',
      '“三公”经费支出决算情况说明',
      '公务用车购置及运行维护费支出5万元，其中：公务用车购置费支出3万元，车均购置费1万元，公务用车运行维护费支出2万元。',
      [],
    ],
    [
      'a whole listed once more in another way, and what pays for it',
      '支出预算情况说明',
      '项目支出3万元，其中：本年拨款安排2万元，单位资金1万元。主要项目包括：甲项目1万元、乙项目1万元、丙项目1万元。',
      [],
    ],
    [
      'what is reserved for small enterprises is a share of what is reserved for both',
      '政府采购情况说明',
      '政府采购预算96.00万元。面向中小企业预留项目采购份额76.80万元，其中：面向小微企业预留份额46.08万元，占60.00%。',
      [],
    ],
    [
      'what was planned and what was spent of each part',
      '“三公”经费支出决算情况说明',
      '2.公务用车购置及运行维护费预算为32万元，支出决算为29万元。其中：公务用车购置费预算为18万元，支出决算为17万元；公务用车运行维护费预算为14万元，支出决算为12万元，主要用于燃料费10万元、维修费2万元。',
      [],
    ],
    [
      'against the budget of its own year',
      '“三公”经费支出决算情况说明',
      '公务接待费年初预算为9.00万元。公务接待费支出5.00万元，与2026年度预算相比，减少4.00万元，比2025年度决算增加1.00万元。公务用车运行维护费支出5.00万元，比年初预算9.00万元减少4.00万元。',
      [],
    ],
    [
      'growth from a little, and nothing of nothing',
      '“三公”经费支出决算情况说明',
      '公务接待费支出0.60万元，比上年增加0.30万元，增长100%。因公出国（境）费年初预算为0万元，支出决算为0万元，完成预算的0%。',
      [],
    ],
    [
      'projects by grade',
      '预算绩效管理情况说明',
      '绩效自评的项目4个，其中：绩效评级为“优”的项目3个，绩效评级为“良”的项目1个，绩效评级为“合格”的项目0个，绩效评级为“不合格”的项目0个。绩效自评中共发现问题2个，已经完成整改的1个，正在整改的1个。',
      [],
    ],
  ])('silent: %s', (_, title, text, statements) => {
    expect(rules(title, [text], ...statements)).toEqual([]);
  });
});
