/** Revenue, expenditure and their change as a whole. */
import * as n from '../nouns.ts';

const AGAINST = '，{it:against}';
const SHARE = '[，占{it:share}]';

/** Sources beside the three budgets, each only where there is any. */
const otherSources = (between: string, after = '') =>
  (
    [
      [n.SPECIAL_ACCOUNT, 'special-account'],
      [n.INSTITUTIONAL, 'institutional'],
      [n.BUSINESS, 'business'],
      [n.SUPERIOR, 'superior-subsidy'],
      [n.AFFILIATES, 'affiliate-payment'],
      [n.OTHER, 'other'],
    ] as const
  )
    .map(([name, column]) => `[${between}${name}{revenue[total].${column}}万元${after}]`)
    .join('');

const otherSpending = (between: string, after: string, aspect = '') =>
  (
    [
      [n.BUSINESS_SPENT, 'business'],
      [n.REMITTED, 'remittance'],
      [n.SUBSIDIES, 'affiliate-subsidy'],
    ] as const
  )
    .map(([name, column]) => `[${between}${name}{expenditure[total].${column}${aspect}}${after}]`)
    .join('');

const LEFT = `[；${n.LEFT}{balance[年末结转和结余]}万元]`;
const changed = (name: string, quantity: string) => `${name}{${quantity}:change}{reason}`;
const MOVED = `${changed(n.BASIC, 'expenditure[total].basic')}；${changed(n.PROJECT, 'expenditure[total].project')}`;

const NATURES = `{year}年，{agency}${n.EXPENDITURE}{balance[支出总计]}万元，其中：${n.BASIC}{expenditure[total].basic}万元[，包括${n.PERSONNEL}{expenditure[total].personnel}万元、${n.OPERATING}{expenditure[total].operating}万元]`;
const SHARED = `{agency}{year}年${n.EXPENDITURE}{balance[支出总计]}万元，其中：${n.BASIC}{expenditure[total].basic}万元${SHARE}`;

export const TOTAL_SENTENCES = {
  revenue: {
    'revenue-by-fund': `{year}年，{agency}${n.REVENUE}{balance[收入总计]}万元，其中：${n.GENERAL_RECEIVED}{revenue[total].general-public}万元，${n.FUND_RECEIVED}{revenue[total].government-fund}万元，${n.STATE_RECEIVED}{revenue[total].state-capital}万元${otherSources('，')}[，${n.CARRIED}{revenue[total].carryover}万元]。`,
    'revenue-by-source': `{year}年，{agency}${n.REVENUE}{balance[收入总计]}万元，其中：${n.APPROPRIATED}{revenue[total].appropriation}万元${AGAINST}；${n.INSTITUTIONAL}{revenue[total].institutional}万元；${n.BUSINESS}{revenue[total].business}万元；${n.OTHER}{revenue[total].other}万元[；${n.CARRIED}{revenue[total].carryover}万元]。`,
    'revenue-shares': `{agency}{year}年${n.REVENUE}{balance[收入总计]}万元，其中：${n.GENERAL_RECEIVED}{revenue[total].general-public}万元${SHARE}[；${n.FUND_RECEIVED}{revenue[total].government-fund}万元，占{it:share}][；${n.STATE_RECEIVED}{revenue[total].state-capital}万元，占{it:share}]${otherSources('；', '，占{it:share}')}[；${n.CARRIED}{revenue[total].carryover}万元，占{it:share}]。`,
    'revenue-shares-final': `${n.YEAR_REVENUE}{balance[本年收入合计]}万元，其中：${n.APPROPRIATED}{revenue[total].appropriation}万元${SHARE}${otherSources('；', '，占{it:share}')}。`,
  },
  carried: {
    carried:
      '年初结转和结余{revenue[total].carryover}万元[，使用非财政拨款结余{balance[使用非财政拨款结余]}万元][，结余分配{balance[结余分配]}万元]，年末结转和结余{balance[年末结转和结余]}万元。',
  },
  expenditure: {
    'expenditure-by-nature': `${NATURES}；${n.PROJECT}{expenditure[total].project}万元${otherSpending('；', '万元')}${LEFT}。`,
    'expenditure-to-projects': `${NATURES}${otherSpending('；', '万元')}${LEFT}；${n.PROJECT}{expenditure[total].project}万元，主要用于：`,
    'expenditure-by-fund': `${n.EXPENDITURE}{balance[支出总计]}万元，其中：${n.APPROPRIATION_SPENT}{appropriation-balance[支出总计].total}万元${AGAINST}。财政拨款支出预算中，${n.GENERAL_ARRANGED}{appropriation-balance[支出总计].general-public}万元${AGAINST}；${n.FUND_ARRANGED}{appropriation-balance[支出总计].government-fund}万元${AGAINST}；${n.STATE_ARRANGED}{appropriation-balance[支出总计].state-capital}万元${AGAINST}。`,
    'expenditure-shares': `${SHARED}；${n.PROJECT}{expenditure[total].project}万元${SHARE}${otherSpending('；', '万元，占{it:share}')}${LEFT}。`,
    'expenditure-shares-to-projects': `${SHARED}${otherSpending('；', '万元，占{it:share}')}${LEFT}；${n.PROJECT}{expenditure[total].project}万元${SHARE}，主要用于：`,
    'expenditure-shares-final': `${n.YEAR_EXPENDITURE}{balance[本年支出合计]}万元，其中：${n.BASIC}{expenditure[total].basic}万元${SHARE}；${n.PROJECT}{expenditure[total].project}万元${SHARE}${otherSpending('；', '万元，占{it:share}')}。`,
    'project-amount': '{name}{it}万元',
  },
  change: {
    'change-total': `{year}年，{agency}{level}<预算收支安排>{balance[总计]}万元${AGAINST}，其中：${MOVED}。`,
    'change-year': `{year}年，{agency}${n.YEAR_EXPENDITURE}{balance[本年支出合计]}万元${AGAINST}，其中：${MOVED}${otherSpending('；', '{reason}', ':change')}。`,
    'change-new': '{year}年，{agency}{level}<预算收支安排>{balance[总计]}万元，{it:against}。',
  },
  balance: {
    'balance-budget': `{agency}{year}年<收支总预算>{balance[总计]}万元${AGAINST}{reason}。`,
    'balance-final': `{agency}{year}年度${n.BOTH}{balance[总计]}万元。与{base}度相比，收入支出总计{balance[总计]:change}[，{it:percent}]{reason}。`,
  },
} as const;
