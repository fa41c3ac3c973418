/** Fiscal appropriations by fund, and basic expenditure. */
import type { Topic } from './topic.ts';

const GENERAL_SPENT =
  '<一般公共预算财政拨款支出|一般公共预算财政拨款支出决算|一般公共预算支出|一般公共预算当年拨款|一般公共预算当年财政拨款|一般公共预算拨款支出|一般公共预算当年拨款支出|一般公共预算财政拨款本年支出|一般公共预算财政拨款支出预算>';
const FUND_SPENT =
  '<政府性基金预算财政拨款支出|政府性基金预算支出|政府性基金支出|政府性基金预算当年拨款|政府性基金财政拨款支出|政府性基金预算财政拨款本年支出>';
const STATE_SPENT =
  '<国有资本经营预算财政拨款支出|国有资本经营预算支出|国有资本经营预算当年拨款|国有资本经营预算财政拨款本年支出|国有资本经营财政拨款支出>';

const parts = (form: string) =>
  `其中：基本支出{${form}[total].basic}万元，占{it:share}；项目支出{${form}[total].project}万元，占{it:share}。`;

export const APPROPRIATION: readonly Topic[] = [
  {
    id: 'appropriation',
    heading: /财政拨款收(?:入|支|、支).*情况/,
    sentences: [
      '{agency}{year}年<财政拨款收入支出总计|财政拨款收支总计|财政拨款收、支总计|财政拨款收支总预算|财政拨款收支总额|财政拨款收入支出决算总计|财政拨款收入、支出总计|财政拨款收支预算总计|财政拨款收支预算|财政拨款收、支总预算>{appropriation-balance[总计]}万元。与{base}相比，财政拨款收入支出总计{appropriation-balance[总计]:change}[，{it:percent}]。',
    ],
  },
  {
    id: 'general-public',
    heading: /一般公共预算(?:财政拨款|当年拨款|拨款)?(?:支出)?.*(?:情况|说明)/,
    sentences: [
      `{year}年${GENERAL_SPENT}{general-public[total].total}万元[，占本年支出合计的{it:share}]。与{base}相比，一般公共预算财政拨款支出{general-public[total].total:change}，{it:percent}。`,
      `${GENERAL_SPENT}{general-public[total].total}万元，主要用于以下方面：{class}{it}万元，占{it:share}。`,
      `${GENERAL_SPENT}年初预算为{general-public[total].total:initial}万元，支出决算为{it}万元，完成年初预算的{it:completion}。决算数{it:order}预算数。`,
      `${GENERAL_SPENT}{general-public[total].total}万元，${parts('general-public')}`,
    ],
  },
  {
    id: 'basic',
    heading: /基本支出/,
    sentences: [
      '<一般公共预算财政拨款基本支出|一般公共预算基本支出|一般公共预算财政拨款基本支出决算|一般公共预算拨款基本支出|一般公共预算当年拨款基本支出|财政拨款基本支出>{basic[total].total}万元。其中：<人员经费|人员经费支出|人员支出>{basic[total].personnel}万元，主要包括：…；<公用经费|日常公用经费|公用经费支出|公用支出|日常公用经费支出>{basic[total].operating}万元。',
    ],
  },
  {
    id: 'government-fund',
    heading: /政府性?基金预算/,
    sentences: [
      `{year}年${FUND_SPENT}{government-fund[total].total}万元[，比{base}{it:change}][，{it:percent}]。`,
      `${FUND_SPENT}{government-fund[total].total}万元，${parts('government-fund')}`,
    ],
  },
  {
    id: 'state-capital',
    heading: /国有资本经营预算/,
    sentences: [
      `{year}年${STATE_SPENT}{state-capital[total].total}万元[，比{base}{it:change}][，{it:percent}]。`,
      `${STATE_SPENT}{state-capital[total].total}万元，${parts('state-capital')}`,
    ],
  },
];
