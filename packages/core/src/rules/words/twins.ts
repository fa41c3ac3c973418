/** Quantities that balance each other change alike: 财政拨款收入 and 财政拨款支出 of one year against the same base. */
import { figure as bestFigure } from '../../figures/index.ts';
import { groupsBy } from '../../group-by.ts';
import type { Address } from '../../model/address.ts';
import { addressOf, listed } from '../../model/quantity.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { slipLikelihood } from '../../repair/typing-error.ts';
import { FUND_IDS } from '../../vocabulary/index.ts';
import { changeOf, fenOf, type Mention } from '../../words/mention.ts';
import { percentFits } from '../../words/percent.ts';
import type { Candidate, Proposal } from './candidate.ts';
import { isCurrent, type Told } from './facts.ts';
import { type Issue, quoted, wordEvidence } from './issue.ts';

const TWINS: readonly (readonly string[])[] = [
  ['balance[收入总计]', 'balance[支出总计]', 'balance[总计]'],
  ['revenue[total].appropriation', 'appropriation-balance[支出总计].total', 'appropriation-balance[总计]'],
  ['basic[total].total', 'general-public[total].basic'],
];

/** Names of one thing: a quantity stands for its group, or for itself. */
function groupOf(quantity: string): string {
  const address = addressOf(quantity);
  const fund = address && FUND_IDS.find((id) => id === address.column || id === address.form);
  if (fund && isSumOfFund(address)) return `${fund}[total].total`;
  return TWINS.find((group) => group.includes(quantity))?.[0] ?? quantity;
}

/** What comes in of a fund, what goes out of it, and the total of its own table. */
const isSumOfFund = ({ form, row, column }: Address): boolean =>
  row === 'total' ? form === 'revenue' || column === 'total' : form === 'appropriation-balance' && row === '支出总计';

interface ToldChange {
  readonly mention: Mention;
  readonly change: number;
  readonly step: number;
  readonly level: Fen | undefined;
  /** The percentage told beside it says the same: 增加13.78万元，增长175.10%. */
  readonly isVouched: boolean;
}

/** A change that is blamed already is no witness for or against the others. */
export function checkTwins(told: Told): readonly Proposal[] {
  const changes = told.mentions.filter(
    (m) => m.aspect === 'change' && isCurrent(told, m) && !m.base?.planned && !listed(m.quantity),
  );
  const levels = levelsOf(told);
  const yearOf = ({ base }: Mention) => String(base?.year ?? (told.disclosure.year ?? 0) - 1);
  const baseOf = (mention: Mention) => `${yearOf(mention)} ${mention.base?.kind ?? ''}`;
  const percents = new Map(told.mentions.filter((m) => m.aspect === 'percent').map((m) => [placeOf(m), m]));
  const all = changes.flatMap((mention) => changeTold(mention, levels(mention), percents.get(placeOf(mention))));
  const judged = (told: readonly ToldChange[], judge: (told: readonly ToldChange[]) => Candidate | undefined) =>
    groupsBy(told, ({ level }) => String(level)).map(
      (equal): Proposal =>
        (isBlamed) =>
          judge(equal.filter(({ mention }) => !isBlamed(mention))),
    );
  return [
    ...groupsBy(all, ({ mention }) => `${groupOf(mention.quantity)} ${baseOf(mention)}`).flatMap((same) =>
      judged(same, oddOne),
    ),
    ...groupsBy(all, ({ mention }) => yearOf(mention)).flatMap((same) => judged(same, turnedOne)),
    ...barePercents(told, levels, yearOf),
  ];
}

/**
 * 财政拨款总收支较上年下降0.96%, without the amount: the same sum told elsewhere (收支总预算…，下降0.96%) went as far, or by another percent that
 * one slip of typing makes of it.
 */
function barePercents(told: Told, levels: LevelOf, yearOf: (mention: Mention) => string): readonly Proposal[] {
  const all = told.mentions.flatMap((mention) => {
    const { aspect, printed, direction } = mention;
    if (aspect !== 'percent' || printed.kind !== 'percent' || !direction || direction === 'flat') return [];
    const level = levels(mention);
    if (!isCurrent(told, mention) || mention.base?.planned || level === undefined || level < LARGE) return [];
    return [{ mention, level, value: direction === 'down' ? -printed.value : printed.value, step: printed.step }];
  });
  const moved = new Set(told.mentions.filter(({ aspect }) => aspect === 'change').map(placeOf));
  return groupsBy(all, ({ mention, level }) => `${level} ${yearOf(mention)}`).flatMap((same) =>
    same
      .filter(({ mention }) => !moved.has(placeOf(mention)))
      .flatMap((bare) => {
        const others = same.filter((other) => other !== bare);
        const isSame = (other: (typeof same)[number]) =>
          Math.abs(other.value - bare.value) <= Math.max(other.step, bare.step) * 1.01;
        if (others.some(isSame)) return [];
        const near = others.find(({ value }) => {
          if (value === -bare.value) return true;
          const texts = [value, bare.value].map((each) => each.toFixed(2));
          return Math.sign(value) === Math.sign(bare.value) && slipLikelihood(texts[1]!, texts[0]!) > 0;
        });
        if (!near) return [];
        const rule = near.value === -bare.value ? 'words-direction' : 'words-percent';
        return [{ ...oddCandidate(near, bare, rule), unless: [near.mention, bare.mention] }];
      }),
  );
}

/** Where a quantity is told, and what it is. */
const placeOf = ({ quantity, place }: Mention): string => `${place.section}.${place.paragraph} ${quantity}`;

/** What a quantity is said to be beside its change: in the same paragraph, else by the tables, else anywhere. */
type LevelOf = (change: Mention) => Fen | undefined;

function levelsOf(told: Told): LevelOf {
  const levels = told.mentions.filter((m) => m.aspect === 'level' && isCurrent(told, m)).toReversed();
  const near = new Map(levels.map((m) => [placeOf(m), fenOf(m)]));
  const anywhere = new Map(levels.map((m) => [m.quantity, fenOf(m)]));
  return (change) => {
    const { state, figure } = bestFigure(told.disclosure, addressOf(change.quantity));
    return near.get(placeOf(change)) ?? (state === 'printed' ? figure.fen : anywhere.get(change.quantity));
  };
}

function changeTold(mention: Mention, level: Fen | undefined, percent: Mention | undefined): ToldChange[] {
  const change = changeOf(mention);
  if (change === undefined) return [];
  const step = mention.printed.kind === 'amount' ? mention.printed.step : 0;
  return [{ mention, change, step, level, isVouched: isVouched(change, step, level, percent) }];
}

function isVouched(change: Fen, step: Fen, level: Fen | undefined, percent: Mention | undefined): boolean {
  if (level === undefined || percent?.printed.kind !== 'percent') return false;
  const { value, step: last } = percent.printed;
  const signed = percent.direction === 'down' ? -value : value;
  return percentFits(signed, last, { fen: level, step }, { fen: level - change, step });
}

/** Of changes of one level, the ones that are told more often are right. */
function oddOne(told: readonly ToldChange[]): Candidate | undefined {
  if (told.length < 2 || told[0]!.level === undefined || told[0]!.level === 0) return undefined;
  const alike = (a: ToldChange, b: ToldChange) => Math.abs(a.change - b.change) <= Math.max(a.step, b.step, 10_000);
  const kinds = groupsBy(told, ({ change, step }) => `${change} ${step}`);
  const votes = ([one]: readonly ToldChange[]) =>
    kinds.reduce((sum, kind) => (alike(one!, kind[0]!) ? sum + kind.length : sum), 0);
  const usual = kinds.map((kind) => ({ one: kind[0]!, votes: votes(kind) })).sort((a, b) => b.votes - a.votes)[0]!.one;
  const odd = told.find((one) => !alike(one, usual));
  if (!odd) return undefined;
  const isTurned = odd.change === -usual.change || odd.change === 0 || usual.change === 0;
  return oddCandidate(usual, odd, isTurned ? 'words-direction' : 'words-change');
}

/**
 * Totals of one document that are the same sum (收支总预算, 财政拨款收支总预算, 一般公共预算拨款) and change by the same sum, but for one that
 * goes the other way or is one slip of typing away.
 */
function turnedOne(told: readonly ToldChange[]): Candidate | undefined {
  if (!told[0]?.level || told[0].level < LARGE) return undefined;
  const moved = told.filter(({ change }) => change !== 0);
  const kinds = groupsBy(moved, ({ change }) => change).toSorted((a, b) => b.length - a.length);
  const [usual] = kinds[0] ?? [];
  const turned = usual && moved.find(({ change }) => change === -usual.change);
  if (turned) return oddCandidate(usual, turned, 'words-direction');
  if (!usual || kinds.length !== 2 || kinds[1]!.length > 1) return undefined;
  const [odd] = kinds[1]!;
  // A whole and its one part may have changed apart: last year there was another part. Their percentages say so.
  if (odd!.isVouched && kinds[0]!.every(({ isVouched }) => isVouched)) return undefined;
  const [wrong, right] = [odd!, usual].map(({ change }) => formatAmount(change, '万元'));
  if (slipLikelihood(wrong!, right!) === 0 || wrong!.length < LONG) return undefined;
  // Of two nobody knows which is wrong, or whether last year had something that this year has not.
  return oddCandidate(usual, odd!, 'words-change', kinds[0]!.length < 2 ? 'notice' : 'warning');
}

/** Smaller sums may be the same, and change by the same, by chance: 10 万元. */
const LARGE: Fen = 10_000_000;

/** Digits and point of a change that is like another by no accident: 22.53. */
const LONG = 5;

const oddCandidate = (
  usual: Pick<ToldChange, 'mention' | 'level'>,
  odd: Pick<ToldChange, 'mention'>,
  rule: Issue['rule'],
  severity: Issue['severity'] = 'warning',
): Candidate => ({
  blames: [odd.mention],
  issue: {
    rule,
    severity,
    message: `金额同为 ${wan(usual.level!)}，一处写${quoted(usual.mention)}，另一处写${quoted(odd.mention)}，增减情况前后不一致。`,
    evidence: [wordEvidence(usual.mention), wordEvidence(odd.mention)],
    suggestion: '请核对上年数，统一增减额。',
  },
});
