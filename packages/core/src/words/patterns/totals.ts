/** Revenue, expenditure and their parts as a whole. */
import type { Topic } from './topic.ts';

const GENERAL = '一般公共预算';
const FUND = '<政府性基金预算|政府性基金|基金预算|政府基金预算|政府基金>';
const STATE = '<国有资本经营预算|国有资本经营>';

export const TOTALS: readonly Topic[] = [
  {
    id: 'revenue',
    heading: /收入(?:说明|预算|决算|情况)/,
    sentences: [
      '{year}年，{agency}<收入预算|预算收入|收入总预算|收入预算总额|收入总计|预算收入总计|预算总收入|总收入|预算收入总额|部门收入预算|单位收入预算|部门预算收入|单位预算收入|部门预算总收入|单位预算总收入>{balance[收入总计]}万元，其中：<财政拨款收入|财政拨款|财政拨款收入预算>{revenue[total].appropriation}万元[，比{base}预算{it:change}]；<事业收入|事业收入预算|事业预算收入>{revenue[total].institutional}万元；<事业单位经营收入|经营收入|单位经营收入|事业单位经营收入预算>{revenue[total].business}万元；<其他收入|其他来源收入|其他收入预算|其它收入>{revenue[total].other}万元。',
      `{year}年预算收入{balance[收入总计]}万元，其中：<${GENERAL}收入|${GENERAL}拨款收入|${GENERAL}财政拨款收入|${GENERAL}财政拨款|${GENERAL}当年拨款收入|${GENERAL}拨款|当年${GENERAL}拨款收入|${GENERAL}资金>{revenue[total].general-public}万元，${FUND}<收入|拨款收入|财政拨款收入|拨款|财政拨款|当年拨款收入|资金>{revenue[total].government-fund}万元，${STATE}<收入|拨款收入|财政拨款收入|拨款|财政拨款|当年拨款收入|资金>{revenue[total].state-capital}万元，<财政专户管理资金收入|财政专户管理资金|财政专户核拨收入|财政专户拨款|财政专户资金收入|财政专户核拨|财政专户拨款收入>{revenue[total].special-account}万元[，<上级补助收入|上级补助>{revenue[total].superior-subsidy}万元][，<附属单位上缴收入|附属单位缴款|附属单位上缴>{revenue[total].affiliate-payment}万元][，<单位资金收入|单位资金>{revenue[total].unit-funds}万元]，<其他来源收入|其他收入>{revenue[total].other}万元[，<上年结转结余|上年结转|上年结转收入|年初结转和结余|上年结转结余收入>{revenue[total].carryover}万元]。`,
      '<本年收入合计|收入决算合计|本年收入|本年总收入|收入合计>{balance[本年收入合计]}万元，其中：财政拨款收入{revenue[total].appropriation}万元，占{it:share}；事业收入{revenue[total].institutional}万元，占{it:share}；经营收入{revenue[total].business}万元，占{it:share}；其他收入{revenue[total].other}万元，占{it:share}。',
    ],
  },
  {
    id: 'carried',
    sentences: [
      '…<使用非财政拨款结余|使用非财政拨款结余（含专用结余）>{balance[使用非财政拨款结余]}万元，<年初结转和结余|年初结转结余>{balance[年初结转和结余]}万元。<结余分配>{balance[结余分配]}万元，<年末结转和结余|年末结转结余>{balance[年末结转和结余]}万元。',
    ],
  },
  {
    id: 'expenditure',
    heading: /支出(?:说明|预算情况|决算情况说明)/,
    sentences: [
      `<支出预算|预算支出|支出总预算|支出预算总额|支出总计|部门支出预算|单位支出预算|部门预算支出|单位预算支出|预算总支出|总支出|支出预算总计|预算支出总计|预算支出总额>{balance[支出总计]}万元，其中：<财政拨款支出预算|财政拨款支出|财政拨款预算支出>{appropriation-balance[支出总计].total}万元[，比{base}预算{it:change}]。财政拨款支出预算中，${GENERAL}<拨款支出预算|财政拨款支出预算|支出预算|拨款支出|预算拨款支出>{appropriation-balance[支出总计].general-public}万元[，比{base}预算{it:change}]；${FUND}<拨款支出预算|财政拨款支出预算|支出预算|拨款支出>{appropriation-balance[支出总计].government-fund}万元[，比{base}预算{it:change}]；${STATE}<拨款支出预算|财政拨款支出预算|支出预算|拨款支出>{appropriation-balance[支出总计].state-capital}万元[，比{base}预算{it:change}]。`,
      '{year}年部门支出预算为{balance[支出总计]}万元，其中<基本支出|基本支出预算|基本预算支出|部门基本支出|基本支出安排>{expenditure[total].basic}万元，包括<人员经费|人员经费支出|人员支出|人员类项目支出>{expenditure[total].personnel}万元，<日常公用经费|公用经费|正常公用经费|公用经费支出|日常公用经费支出|商品和服务支出公用经费|公用支出|日常公用支出>{expenditure[total].operating}万元。<项目支出|项目支出预算|项目预算支出|部门项目支出|项目支出安排|项目经费>{expenditure[total].project}万元。',
      '<本年支出合计|支出决算合计|本年支出|本年总支出|支出合计>{balance[本年支出合计]}万元，其中：基本支出{expenditure[total].basic}万元，占{it:share}；项目支出{expenditure[total].project}万元，占{it:share}[；<经营支出|事业单位经营支出>{expenditure[total].business}万元，占{it:share}][；<上缴上级支出|上解上级支出|上缴上级>{expenditure[total].remittance}万元，占{it:share}][；<对附属单位补助支出|对附属单位补助|对附属单位补助支>{expenditure[total].affiliate-subsidy}万元，占{it:share}]。',
    ],
  },
  {
    id: 'change',
    heading: /增减(?:变化)?(?:变动)?情况/,
    sentences: [
      '{year}年<部门预算收支安排|预算收支安排|单位预算收支安排|预算收支|收支预算安排>{balance[总计]}万元，较{base}{it:change}，其中：基本支出{expenditure[total].basic:change}；项目支出{expenditure[total].project:change}。',
    ],
  },
  {
    id: 'balance',
    heading: /收(?:入|支|、支).*(?:总体|总计)情况/,
    sentences: [
      '{agency}{year}年<收入支出总计|收支总计|收、支总计|收入、支出总计|收支总预算|收支总额|收入支出决算总计|收入总计和支出总计|收支预算总计|收支预算总额|总收支|收支预算|收入、支出决算总计|收支决算总计|收、支决算总计>{balance[总计]}万元。与{base}相比，收入支出总计{balance[总计]:change}，{it:percent}。',
    ],
  },
];
