/** Revenue, expenditure and their parts as a whole. */
import * as n from './nouns.ts';
import type { Topic } from './topic.ts';

const CHANGE = '[，比{base}预算{it:change}]';
const SHARE = '，占{it:share}';

export const TOTALS: readonly Topic[] = [
  {
    id: 'revenue',
    heading: /收入(?:说明|预算|决算|情况)/,
    sentences: [
      `{year}年，{agency}${n.REVENUE}{balance[收入总计]}万元，其中：${n.APPROPRIATED}{revenue[total].appropriation}万元${CHANGE}；${n.INSTITUTIONAL}{revenue[total].institutional}万元；${n.BUSINESS}{revenue[total].business}万元；${n.OTHER}{revenue[total].other}万元。`,
      `{year}年预算收入{balance[收入总计]}万元，其中：${n.GENERAL_RECEIVED}{revenue[total].general-public}万元，${n.FUND_RECEIVED}{revenue[total].government-fund}万元，${n.STATE_RECEIVED}{revenue[total].state-capital}万元，${n.SPECIAL_ACCOUNT}{revenue[total].special-account}万元[，${n.SUPERIOR}{revenue[total].superior-subsidy}万元][，${n.AFFILIATES}{revenue[total].affiliate-payment}万元][，${n.UNIT_FUNDS}{revenue[total].unit-funds}万元]，${n.OTHER}{revenue[total].other}万元[，${n.CARRIED}{revenue[total].carryover}万元]。`,
      `${n.YEAR_REVENUE}{balance[本年收入合计]}万元，其中：${n.APPROPRIATED}{revenue[total].appropriation}万元${SHARE}；${n.INSTITUTIONAL}{revenue[total].institutional}万元${SHARE}；${n.BUSINESS}{revenue[total].business}万元${SHARE}；${n.OTHER}{revenue[total].other}万元${SHARE}。`,
    ],
  },
  {
    id: 'carried',
    sentences: [
      `…${n.SURPLUS_USED}{balance[使用非财政拨款结余]}万元，${n.CARRIED}{revenue[total].carryover}万元。${n.SURPLUS_DISTRIBUTED}{balance[结余分配]}万元，${n.LEFT}{balance[年末结转和结余]}万元。`,
    ],
  },
  {
    id: 'expenditure',
    heading:
      /^(?!.*(?:一般公共预算|财政拨款|基本支出|基金|国有资本)).*(?:支出(?:说明|预算情况|决算情况说明)|(?<=^(?:（[一二三四五六七八九十]）)?(?:部门|单位)?)支出预算[。：]?$|(?<=^(?:（[一二三四五六七八九十]）)?(?:部门|单位)?)项目支出(?:预算)?(?:安排)?情况(?:说明)?$)/,
    sentences: [
      `${n.EXPENDITURE}{balance[支出总计]}万元，其中：${n.APPROPRIATION_SPENT}{appropriation-balance[支出总计].total}万元${CHANGE}。财政拨款支出预算中，${n.GENERAL_ARRANGED}{appropriation-balance[支出总计].general-public}万元${CHANGE}；${n.FUND_ARRANGED}{appropriation-balance[支出总计].government-fund}万元${CHANGE}；${n.STATE_ARRANGED}{appropriation-balance[支出总计].state-capital}万元${CHANGE}。`,
      `{year}年部门支出预算为{balance[支出总计]}万元，其中${n.BASIC}{expenditure[total].basic}万元，包括${n.PERSONNEL}{expenditure[total].personnel}万元，${n.OPERATING}{expenditure[total].operating}万元。${n.PROJECT}{expenditure[total].project}万元。`,
      `${n.YEAR_EXPENDITURE}{balance[本年支出合计]}万元，其中：${n.BASIC}{expenditure[total].basic}万元${SHARE}；${n.PROJECT}{expenditure[total].project}万元${SHARE}[；${n.BUSINESS_SPENT}{expenditure[total].business}万元${SHARE}][；${n.REMITTED}{expenditure[total].remittance}万元${SHARE}][；${n.SUBSIDIES}{expenditure[total].affiliate-subsidy}万元${SHARE}]。`,
    ],
  },
  {
    id: 'spent-on',
    sentences: [
      '…正常运转的日常支出{expenditure[total].basic}万元。',
      '…专项业务工作的经费支出{expenditure[total].project}万元。',
    ],
  },
  {
    id: 'change',
    heading: /增减(?:变化)?(?:变动)?情况/,
    sentences: [
      `{year}年${n.ARRANGED_BOTH}{balance[总计]}万元，较{base}{it:change}，其中：${n.BASIC}{expenditure[total].basic:change}；${n.PROJECT}{expenditure[total].project:change}。`,
    ],
  },
  {
    id: 'balance',
    heading: /^(?!.*财政拨款).*收(?:入|支|、支).*(?:总体|总计)情况/,
    sentences: [
      `{agency}{year}年${n.BOTH}{balance[总计]}万元。与{base}相比，收入支出总计{balance[总计]:change}，{it:percent}。`,
    ],
  },
];

/** Sources told by the bare names of their funds: behind all others, for what is asked for is called by the first noun that means it. */
export const BY_FUND: Topic = {
  id: 'revenue',
  heading: /收入(?:说明|预算|决算|情况)/,
  sentences: [
    `${n.REVENUE}{balance[收入总计]}万元，其中：一般公共预算{revenue[total].general-public}万元${SHARE}；政府性基金预算{revenue[total].government-fund}万元${SHARE}；国有资本经营预算{revenue[total].state-capital}万元${SHARE}；${n.UNIT_FUNDS}{revenue[total].unit-funds}万元${SHARE}。`,
  ],
};
