/** What is counted: told alike wherever it is told, in keeping with what it cost, and no rate above all of it. */
import { figure } from '../../figures/index.ts';
import { groupsBy } from '../../group-by.ts';
import { kindOf } from '../../model/document-kinds.ts';
import { addressOf, listed, thingOf } from '../../model/quantity.ts';
import { type Fen, formatAmount } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { fenOf, type Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { isCurrent, paragraphsOf, type Told } from './facts.ts';
import { quoted, wordEvidence } from './issue.ts';

/** Counts of a year that a document tells in several places, each of one thing only. */
const TOLD_ALIKE: readonly string[] = ['receptions', 'trips'];
const ALSO_ALIKE: readonly string[] = [
  'official-cars[total]',
  'performance[projects]',
  'performance[tracked]',
  'performance[evaluated]',
  'performance[problems]',
];
const isToldAlike = (quantity: string): boolean =>
  TOLD_ALIKE.includes(thingOf(quantity)) || ALSO_ALIKE.includes(quantity);

/** What was counted, and the money that it took. */
const PAID: readonly (readonly [count: string, money: string])[] = [
  ['receptions[batches]', 'three-publics[hospitality]'],
  ['receptions[people]', 'three-publics[hospitality]'],
  ['trips[groups]', 'three-publics[overseas]'],
  ['trips[people]', 'three-publics[overseas]'],
  ['vehicles-purchase[total]', 'three-publics[vehicle-purchase]'],
  ['vehicles-purchase[total]', 'costs[vehicles-purchase]'],
  ['equipment-purchase[large]', 'costs[equipment-purchase]'],
];

/** Every batch and every group has somebody in it. */
const HEADS: readonly (readonly [groups: string, people: string])[] = [
  ['receptions[batches]', 'receptions[people]'],
  ['receptions[foreign-batches]', 'receptions[foreign-people]'],
  ['trips[groups]', 'trips[people]'],
];

/** Counts that cannot be, beside other counts and amounts. */
export function checkCounts(told: Told): readonly Candidate[] {
  const current = told.mentions.filter((m) => m.aspect === 'level' && isCurrent(told, m));
  const counts = current.filter(({ printed }) => printed.kind === 'count');
  return [
    ...toldTwice(counts),
    ...boughtTwice(current),
    ...paragraphsOf(current).flatMap((paragraph) => [...unpaid(told, paragraph), ...fewHeads(paragraph)]),
    ...sameProjects(current),
    ...current.flatMap(aboveAll),
  ];
}

const countOf = ({ printed }: Mention): number => ('value' in printed ? printed.value : Number.NaN);

/** The same count elsewhere: of the several places the one that differs from the first is told. */
const toldTwice = (counts: readonly Mention[]): readonly Candidate[] =>
  groupsBy(
    counts.filter(({ quantity }) => isToldAlike(quantity)),
    ({ quantity }) => quantity,
  ).flatMap(([first, ...others]) => {
    const other = others.find((m) => m.place.section !== first!.place.section && countOf(m) !== countOf(first!));
    return other ? [contradiction('words-repeat', [first!, other], '前后不一致', '请核对后统一。')] : [];
  });

const BOUGHT = 'vehicles-purchase[total]';
const BOUGHT_FOR = 'costs[vehicles-purchase]';

/** 购置的5辆公务用车 under “三公”经费 and 安排购置车辆6辆 elsewhere: the same, unless other money or another cost is told beside. */
function boughtTwice(current: readonly Mention[]): readonly Candidate[] {
  const [first, ...others] = paragraphsOf(current).flatMap((paragraph) => {
    const bought = paragraph.find(({ quantity }) => quantity === BOUGHT);
    const isOtherMoney = paragraph.some(({ quantity }) => quantity === BOUGHT_FOR);
    return bought && countOf(bought) > 0 && !isOtherMoney ? [bought] : [];
  });
  const other = others.find((mention) => countOf(mention) !== countOf(first!));
  if (!first || !other) return [];
  const told = contradiction('words-repeat', [first, other], '不一致', '请核对；用其他资金购置的，写明各有几辆。');
  return [{ ...told, issue: { ...told.issue, severity: 'notice' } }];
}

/** 公务接待费0万元，接待5批次: nothing was paid for something, in the accounts of one paragraph or a plan. */
function unpaid({ disclosure }: Told, paragraph: readonly Mention[]): readonly Candidate[] {
  const { executes } = kindOf(disclosure.stage);
  const find = (quantity: string) => paragraph.filter((m) => m.quantity === quantity);
  return PAID.flatMap(([count, money]): readonly Candidate[] => {
    const [[counted, ...again], [paid, ...more]] = [find(count), find(money)];
    if (!counted || !paid || again.length + more.length > 0 || (!executes && !money.startsWith('costs'))) return [];
    const { state, figure: printed } = figure(disclosure, addressOf(money));
    const fen = state === 'printed' ? printed.fen : fenOf(paid);
    if (fen === undefined || (fen === 0) === (countOf(counted) === 0)) return [];
    return [contradiction('words-repeat', [paid, counted], '不相合：一个是 0，另一个不是', '请核对数量和金额。')];
  });
}

const fewHeads = (paragraph: readonly Mention[]): readonly Candidate[] =>
  HEADS.flatMap(([groups, people]): readonly Candidate[] => {
    const [group, heads] = [groups, people].map((quantity) => paragraph.filter((m) => m.quantity === quantity));
    const [a, b] = [group![0], heads![0]];
    if (!a || !b || group!.length + heads!.length > 2 || countOf(b) >= countOf(a)) return [];
    return [contradiction('words-parts', [a, b], '不相合：人次不会比批次、团组还少', '请核对批次和人次。')];
  });

const PROJECTS: readonly string[] = ['performance[projects]', 'performance[tracked]', 'performance[evaluated]'];
const FUNDS: readonly string[] = ['performance[funds]', 'performance[tracked-funds]', 'performance[evaluated-funds]'];

/** Amounts of the same projects differ by a slip of typing; by more where the budget was adjusted between. */
const isSlip = (a: Fen, b: Fen): boolean => typingError(formatAmount(a, '万元'), formatAmount(b, '万元')) !== undefined;

/** 编报的项目4个、598.42万元，自评的项目4个、595.42万元: as many projects are the same ones, with the same money. */
const sameProjects = (current: readonly Mention[]): readonly Candidate[] =>
  paragraphsOf(current).flatMap((paragraph) => {
    const pairs = paragraph.flatMap((count, i) => {
      const funds = paragraph[i + 1];
      return PROJECTS.includes(count.quantity) && FUNDS.includes(funds?.quantity ?? '')
        ? [{ count, funds: funds! }]
        : [];
    });
    return groupsBy(pairs, ({ count }) => String(countOf(count))).flatMap(([first, ...others]) => {
      const own = fenOf(first!.funds) ?? 0;
      const other = others
        .map((pair) => ({ ...pair, fen: fenOf(pair.funds) ?? 0 }))
        .find(({ fen }) => fen !== own && isSlip(fen, own));
      return other
        ? [contradiction('words-repeat', [first!.funds, other.funds], '的项目数相同，金额不同', '请核对金额。')]
        : [];
    });
  });

/** 按时完成率达到103%: of all there is, no more than all. */
function aboveAll(mention: Mention): readonly Candidate[] {
  const { printed, quantity } = mention;
  if (printed.kind !== 'percent' || printed.value <= 100 || listed(quantity)?.whole !== 'targets') return [];
  if (!PROPORTION.test(listed(quantity)!.name)) return [];
  return [contradiction('words-percent', [mention], '超过了 100%', '请核对百分比。')];
}

/** Rates of things among all of them; growth and returns know no bound. */
const PROPORTION =
  /(?:完成|合格|及时|准确|达标|覆盖|响应|满意|答复|办结|归集|验收|到位|执行|发放|参与|共享|就业|使用|知晓)率$/;

function contradiction(
  rule: Candidate['issue']['rule'],
  mentions: readonly Mention[],
  said: string,
  suggestion: string,
): Candidate {
  return {
    issue: {
      rule,
      severity: 'warning',
      message: `${mentions.map(quoted).join('与')}${said}。`,
      evidence: mentions.map(wordEvidence),
      suggestion,
    },
    blames: mentions.slice(-1),
    unless: mentions,
  };
}
