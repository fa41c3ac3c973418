/** Fiscal appropriations by fund, and basic expenditure. */
import * as n from './nouns.ts';
import type { Topic } from './topic.ts';

const byNature = (form: string) =>
  `其中：${n.BASIC}{${form}[total].basic}万元，占{it:share}；${n.PROJECT}{${form}[total].project}万元，占{it:share}。`;
const AGAINST_BASE = '[，比{base}{it:change}][，{it:percent}]。';

export const APPROPRIATION: readonly Topic[] = [
  {
    id: 'appropriation',
    heading: /^(?!.*(?:基金|国有资本)).*财政拨款收(?:入|支|、支).*(?:情况|说明)/,
    sentences: [
      `{agency}{year}年${n.APPROPRIATION_BOTH}{appropriation-balance[总计]}万元。与{base}相比，财政拨款收入支出总计{appropriation-balance[总计]:change}[，{it:percent}]。`,
      // 收、支总计 there is of appropriations: the paragraph said so.
      `${n.APPROPRIATION_BOTH}{appropriation-balance[总计]}万元。${n.BOTH}{appropriation-balance[总计]:change}。`,
      // Its parts are those of appropriations, not of all that came in and went out.
      `财政拨款收入支出总计{appropriation-balance[总计]}万元，其中：<本年收入|当年拨款收入|当年财政拨款收入>{appropriation-balance[本年收入合计].amount}万元、年初结转和结余{revenue[total].carryover}万元；本年支出{appropriation-balance[本年支出合计].total}万元、年末结转和结余{balance[年末结转和结余]}万元。`,
      // Behind 财政拨款收入总计 stands 支出总计 alone.
      `{year}年财政拨款收入总计{appropriation-balance[总计]}万元，支出总计{appropriation-balance[总计]}万元。`,
    ],
  },
  {
    id: 'general-public',
    heading: /一般公共预算(?:财政拨款|当年拨款|拨款)?(?:支出)?.*(?:情况|说明)|^一般公共预算(?:财政|当年)?拨款支出$/,
    sentences: [
      `{year}年${n.GENERAL_SPENT}{general-public[total].total}万元[，占本年支出合计的{it:share}]。与{base}相比，一般公共预算财政拨款支出{general-public[total].total:change}，{it:percent}。`,
      `${n.GENERAL_SPENT}{general-public[total].total}万元，主要用于以下方面：{class}{it}万元，占{it:share}。`,
      `${n.GENERAL_SPENT}年初预算为{general-public[total].total:initial}万元，支出决算为{it}万元，完成年初预算的{it:completion}。决算数{it:order}预算数。`,
      `${n.GENERAL_SPENT}{general-public[total].total}万元，${byNature('general-public')}`,
      `<一般公共预算|一般公共预算拨款|一般公共预算财政拨款>${n.PROJECT}{general-public[total].project}万元。`,
    ],
  },
  {
    id: 'basic',
    heading: /基本支出/,
    sentences: [
      `${n.BASIC_SPENT}{basic[total].total}万元。其中：${n.PERSONNEL}{basic[total].personnel}万元，主要包括：…；${n.OPERATING}{basic[total].operating}万元。`,
    ],
  },
  {
    id: 'government-fund',
    heading: /政府性?基金预算/,
    sentences: [
      `{year}年${n.FUND_SPENT}{government-fund[total].total}万元${AGAINST_BASE}`,
      `${n.FUND_SPENT}{government-fund[total].total}万元，${byNature('government-fund')}`,
      `政府性基金预算${n.PROJECT}{government-fund[total].project}万元。`,
    ],
  },
  {
    id: 'state-capital',
    heading: /国有资本经营预算/,
    sentences: [
      `{year}年${n.STATE_SPENT}{state-capital[total].total}万元${AGAINST_BASE}`,
      `${n.STATE_SPENT}{state-capital[total].total}万元，${byNature('state-capital')}`,
    ],
  },
];
