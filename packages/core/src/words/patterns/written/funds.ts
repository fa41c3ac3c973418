/** Fiscal appropriations by fund, and basic expenditure. */
import * as n from '../nouns.ts';

const AGAINST = '，{it:against}{reason}';
const LAST = '与{base}度相比，';
const natures = (form: string) =>
  `其中：${n.BASIC}{${form}[total].basic}万元；${n.PROJECT}{${form}[total].project}万元。`;
const BASIC_USES = `${n.PERSONNEL}{basic[total].personnel}万元{personnel-uses}；${n.OPERATING}{basic[total].operating}万元{operating-uses}。`;

export const FUND_SENTENCES = {
  appropriation: {
    'appropriation-budget': `{agency}{year}年${n.APPROPRIATION_BOTH}{appropriation-balance[总计]}万元${AGAINST}。`,
    'appropriation-final': `{agency}{year}年度${n.APPROPRIATION_BOTH}{appropriation-balance[总计]}万元。${LAST}财政拨款收入支出总计{appropriation-balance[总计]:change}[，{it:percent}]{reason}。`,
  },
  'general-public': {
    'general-budget': `{agency}{year}年${n.GENERAL_SPENT}预算{general-public[total].total}万元${AGAINST}。${natures('general-public')}`,
    'general-final': `${n.GENERAL_SPENT}{general-public[total].total}万元[，占本年支出合计的{it:share}]。${LAST}一般公共预算财政拨款支出{general-public[total].total:change}[，{it:percent}]{reason}。`,
    'general-uses': `${n.GENERAL_SPENT}{general-public[total].total}万元，主要用于以下方面：`,
    'class-share': '{class}{it}万元[，占{it:share}]',
    'general-completion': `${n.GENERAL_SPENT}年初预算为{general-public[total].total:initial}万元，支出决算为{it}万元[，完成年初预算的{it:completion}]。决算数{it:order}预算数{order-reason}。其中：`,
    'general-unplanned': `${n.GENERAL_SPENT}决算为{general-public[total].total}万元，年初预算为{it:initial}万元。其中：`,
  },
  basic: {
    'basic-budget': `{agency}{year}年${n.BASIC_SPENT}预算{basic[total].total}万元，其中：${BASIC_USES}`,
    'basic-final': `${n.BASIC_SPENT}{basic[total].total}万元，其中：${BASIC_USES}`,
  },
  'government-fund': {
    'fund-budget': `{agency}{year}年${n.FUND_SPENT}预算{government-fund[total].total}万元${AGAINST}。${natures('government-fund')}`,
    'fund-final': `{agency}{year}年度${n.FUND_SPENT}{government-fund[total].total}万元，${natures('government-fund')}`,
  },
  'state-capital': {
    'state-budget': `{agency}{year}年${n.STATE_SPENT}预算{state-capital[total].total}万元${AGAINST}。${natures('state-capital')}`,
    'state-final': `{agency}{year}年度${n.STATE_SPENT}{state-capital[total].total}万元，${natures('state-capital')}`,
  },
} as const;
