/** The funds that pay a department's budget, as they are received and as they are spent (《预算法》第五条). */
import type { Concept } from './concept.ts';
import { matcher } from './wordings.ts';

/** 财政拨款: the funds of the budget that pay departments, in the order of the law. */
export const FUND_IDS = ['general-public', 'government-fund', 'state-capital'] as const;

export type FundId = (typeof FUND_IDS)[number];

const LAW = '《预算法》第五条';

const RECEIVED = '<收入|拨款收入|财政拨款收入|拨款|财政拨款|当年拨款收入|本年收入|本年拨款收入|财政拨款资金|资金>';
const SPENT =
  '<财政拨款支出|支出|财政拨款本年支出|当年拨款支出|拨款支出|拨款支出预算|财政拨款支出预算|支出预算|预算拨款支出>';
/** What sentences call the expenditure of a fund, and a column or line would not. */
const SAID = '<收支预算|支出预算支出|当年拨款|当年财政拨款|财政拨款支出决算|财政拨款总支出>';

interface Fund {
  readonly id: FundId;
  readonly name: string;
  readonly english: string;
  readonly spent: string;
  readonly role: string;
  /** The fund's own names, the usual one first. */
  readonly names: string;
  /** The fewest words that a note names it by. */
  readonly brief: string;
  /** A line that names the fund in any way. */
  readonly open: readonly string[];
  readonly received: string;
  readonly arranged: string;
}

const FUNDS: readonly Fund[] = [
  {
    id: 'general-public',
    name: '一般公共预算',
    english: 'General public budget',
    spent: 'General public budget expenditure',
    role: '一般公共预算',
    names: '<一般公共预算|公共财政预算>',
    brief: '一般公共预算',
    open: ['…<一般公共预算|公共财政预算|公共财政拨款|公共预算财政拨款>…'],
    received: '一般公共预算收入',
    arranged: '一般公共预算财政拨款支出',
  },
  {
    id: 'government-fund',
    name: '政府性基金预算',
    english: 'Government funds',
    spent: 'Government fund expenditure',
    role: '政府性基金',
    names: '<政府性基金预算|政府性基金|基金预算|政府基金预算|政府基金>',
    brief: '基金',
    open: ['…政府[性]基金…', '基金预算…'],
    received: '政府性基金预算收入',
    arranged: '政府性基金预算财政拨款支出',
  },
  {
    id: 'state-capital',
    name: '国有资本经营预算',
    english: 'State capital budget',
    spent: 'State capital expenditure',
    role: '国有资本经营',
    names: '<国有资本经营预算|国有资本经营>',
    brief: '国有资本',
    open: ['…国有资本经营…'],
    received: '国有资本经营预算收入',
    arranged: '国有资本经营预算财政拨款支出',
  },
];

const receivedOf = ({ id, name, english, role, names, open, received }: Fund): Concept => ({
  id,
  name,
  english,
  role,
  wordings: [`[<本年|当年>]${names}${RECEIVED}`],
  printed: [names, `${names}当年[财政]拨款`],
  labels: open,
  nouns: [received],
  source: `${name}拨款`,
  nameIn: { 'appropriation-balance': `${name}财政拨款` },
  linesOf: 'revenue',
  basis: LAW,
});

/** The year's expenditure of a fund: the whole of its table, and its column in 财政拨款收支总表. */
const spentOf = ({ id, name, spent, names, arranged }: Fund): Concept => ({
  id: `${id}-expenditure`,
  name: `${name}支出`,
  english: spent,
  column: id,
  forms: ['appropriation-balance', id],
  wordings: [`[本年]${names}${SPENT}`],
  nouns: [arranged, `${names}${SAID}`],
  divisions: [{ parts: ['basic', 'project'] }],
  basis: LAW,
});

/** The fund that a text begins with the name of: 政府性基金预算财政拨款结转 is of the government funds. */
export const fundNamed: (text: string) => FundId | undefined = matcher(
  FUNDS.map(({ id, names }) => [id, [`${names}…`]]),
);

/** The fewest words by which a text speaks of each fund: 基金 of government funds. */
export const FUND_BRIEFS: readonly (readonly [id: FundId, words: string])[] = FUNDS.map(({ id, brief }) => [id, brief]);

/** Which fund comes first where a line names two words: 国有资本经营 holds 经营, 一般公共预算 holds 预算. */
const IN_ORDER_OF_LINES = ['government-fund', 'state-capital', 'general-public'];

export const FUND_CONCEPTS: readonly Concept[] = [
  ...IN_ORDER_OF_LINES.map((id) => receivedOf(FUNDS.find((fund) => fund.id === id)!)),
  ...FUNDS.map(spentOf),
];
