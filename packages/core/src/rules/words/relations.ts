/** What figures of one quantity say of each other: change, percent, share, completion and the words of direction. */

import type { Severity } from '../../finding.ts';
import { groupsBy } from '../../group-by.ts';
import type { Fen } from '../../money.ts';
import { wan } from '../../money.ts';
import { ownPercentStep } from '../../words/fineness.ts';
import { changeOf, fenOf, type Mention, mayBeOneBase } from '../../words/mention.ts';
import {
  isOfBase,
  lastOfBareChange,
  percentFits,
  percentText,
  type RoundedFigure,
  shareFits,
  slipOf,
} from '../../words/percent.ts';
import type { Candidate, Proposal } from './candidate.ts';
import { type Facts, isCurrent, paragraphsOf } from './facts.ts';
import { type FiguresTold, figuresToldOf, plannedFor, wholeOf } from './figures-told.ts';
import { growthOfMore } from './growth.ts';
import { quoted, wordEvidence } from './issue.ts';

/** Changes, percentages and shares that do not follow from their figures. */
export function checkRelations(facts: Facts): readonly Proposal[] {
  return paragraphsOf(facts.mentions).flatMap((paragraph) =>
    groupsBy(paragraph, ({ quantity }) => quantity).flatMap((same) => relate(facts, same, paragraph)),
  );
}

function relate(facts: Facts, same: readonly Mention[], paragraph: readonly Mention[]): readonly Proposal[] {
  const said = figuresToldOf(facts, same);
  return same
    .filter((mention) => isCurrent(facts, mention))
    .flatMap(
      (mention) => signContradicts(mention) ?? wayOfNothing(mention) ?? relation(facts, mention, said, paragraph) ?? [],
    );
}

function relation(
  facts: Facts,
  mention: Mention,
  said: FiguresTold,
  paragraph: readonly Mention[],
): Proposal | undefined {
  // 决算数较预算数减少: against the budget of the same year.
  if (mention.base?.planned) {
    if (mention.aspect === 'change') return wrongChange(mention, { ...said, lasts: said.initials });
    const planned = [...said.initials, ...said.adjusted];
    return mention.aspect === 'percent' ? wrongPercent(mention, { ...said, lasts: planned, changes: [] }) : undefined;
  }
  switch (mention.aspect) {
    case 'change':
      return wrongChange(mention, said);
    case 'percent':
      return wrongPercent(mention, said);
    case 'order':
      return wrongOrder(mention, said);
    case 'completion':
      return wrongRatio(facts, mention, said.levels, plannedFor(mention, said), '完成预算的百分比');
    case 'share':
      return wrongRatio(facts, mention, said.levels, wholeOf(facts, mention, paragraph), '占比');
    default:
      return undefined;
  }
}

/** 减少-3.2万元. */
function signContradicts(mention: Mention): Candidate | undefined {
  if (!mention.negative || (mention.aspect !== 'change' && mention.aspect !== 'percent') || !mention.direction)
    return undefined;
  const word = mention.direction === 'down' ? '减少' : '增加';
  return {
    issue: {
      rule: 'words-direction',
      severity: 'warning',
      message: `${quoted(mention)}在“${word}”之后又写了负数，方向含混。`,
      evidence: [wordEvidence(mention)],
      suggestion: mention.direction === 'down' ? '请去掉负号。' : '请改为“减少”并去掉负号。',
    },
    blames: [mention],
  };
}

/** 增加0万元，增长0%: nothing changed, and a way is told. */
function wayOfNothing(mention: Mention): Candidate | undefined {
  const isUpOrDown = mention.direction === 'up' || mention.direction === 'down';
  if (mention.aspect !== 'change' || !isUpOrDown || fenOf(mention) !== 0) return undefined;
  return {
    issue: {
      rule: 'words-direction',
      severity: 'notice',
      message: `${quoted(mention)}没有变动，却写了${mention.direction === 'up' ? '增加' : '减少'}。`,
      evidence: [wordEvidence(mention)],
      suggestion: '请改为“与上年持平”。',
      same: 'nothing',
    },
    blames: [],
  };
}

function wrongChange(mention: Mention, { levels, lasts }: FiguresTold): Candidate | undefined {
  const change = changeOf(mention);
  if (change === undefined || levels.length === 0) return undefined;
  if (lasts.length === 0) return growthOfMore(mention, change, levels);
  const step = mention.printed.kind === 'amount' ? mention.printed.step : 0;
  const pairs = pairsOf(
    levels,
    lasts.filter((last) => isOfBase(last, mention)),
  );
  if (pairs.length === 0) return undefined;
  const off = ({ now, last }: Pair, said: Fen) =>
    Math.abs(now.fen - last.fen - said) * 2 <= now.step + last.step + step * 2;
  if (pairs.some((pair) => off(pair, change))) return undefined;
  const isNear = pairs.some(({ now, last }) => Math.abs(now.fen - last.fen) * 100 <= Math.abs(last.fen));
  const { now, last } = pairs[0]!;
  const real = now.fen - last.fen;
  // 基本持平 leaves room.
  if (mention.printed.kind === 'flat' && mention.about && Math.abs(real) * 20 <= Math.abs(last.fen)) return undefined;
  const turned = pairs.some((pair) => off(pair, -change)) || mention.printed.kind === 'flat';
  return {
    issue: {
      rule: turned ? 'words-direction' : 'words-change',
      severity: mention.printed.kind === 'flat' && isNear ? 'warning' : 'error',
      message: turned
        ? `${quoted(mention)}与数字不符：由 ${wan(last.fen)}到 ${wan(now.fen)}，应为${directionWord(real)}${real === 0 ? '' : ` ${wan(Math.abs(real))}`}。`
        : `${quoted(mention)}算得不对：${wan(now.fen)}减 ${wan(last.fen)}应为${directionWord(real)} ${wan(Math.abs(real))}。`,
      expected: real,
      actual: change,
      evidence: evidenceOf(mention, now, last),
    },
    blames: [mention],
    unless: [mention, now.mention, last.mention],
  };
}

const directionWord = (change: Fen) => (change > 0 ? '增加' : change < 0 ? '减少' : '持平');

function wrongPercent(mention: Mention, said: FiguresTold): Proposal | undefined {
  if (mention.printed.kind !== 'percent' || !mention.direction) return undefined;
  const bare = withoutDirection(mention, said);
  if (bare) return bare;
  const before = said.changes
    .filter(({ place, base }) => place.start < mention.place.start && mayBeOneBase(base, mention.base))
    .at(-1);
  if (before?.direction && before.direction !== 'flat' && before.direction !== mention.direction)
    return conflict(before, mention);
  const change = before && changeOf(before);
  const own = said.lasts.filter((last) => isOfBase(last, mention));
  const lasts = own.length > 0 ? own : change === undefined ? [] : basesFrom(said.levels, change, before!);
  const pairs = pairsOf(said.levels, lasts);
  const signed = mention.direction === 'down' ? -mention.printed.value : mention.printed.value;
  const { step } = mention.printed;
  const nothing = pairs.find(isFromNothing);
  if (nothing)
    return { ...fromNothing(mention, nothing.now, nothing.last), unless: [mention, nothing.now.mention, before] };
  if (pairs.length === 0 || pairs.some(({ now, last }) => percentFits(signed, step, now, last))) return undefined;
  const turned = pairs.some((pair) => percentFits(-signed, step, pair.now, pair.last));
  return (isBlamed) => {
    const { now, last } = pairs.find((pair) => pair.now.mention && !isBlamed(pair.now.mention)) ?? pairs[0]!;
    const unless = [mention, now.mention, last.mention, before];
    if (last.fen === 0) return last.mention && now.fen > 0 ? { ...fromNothing(mention, now, last), unless } : undefined;
    const from = before && own.length === 0 ? `按${quoted(before)}推算` : `由 ${wan(last.fen)}到 ${wan(now.fen)}`;
    return {
      issue: {
        rule: turned ? 'words-direction' : 'words-percent',
        severity: turned
          ? 'error'
          : percentFits(signed, ownPercentStep(mention), now, last)
            ? 'notice'
            : bySize(Math.abs((now.fen / last.fen - 1) * 100 - signed), step),
        message: `${quoted(mention)}与数字不符：${from}，应为${percentText(now, last, decimals(step))}。`,
        evidence: evidenceOf(mention, now, last, before),
        suggestion: turned ? '请核对增减方向。' : implied(now, last, signed, step),
      },
      blames: [mention],
      unless,
    };
  };
}

/** 比上年1.43万元，增加0.68%: the word before the amount is left out. */
function withoutDirection(mention: Mention, { levels, lasts }: FiguresTold): Candidate | undefined {
  const now = levels.find((level) => level.mention);
  const told = now && lasts.find((last) => lastOfBareChange(last, now, mention));
  if (!now || !told?.mention) return undefined;
  const word = mention.direction === 'down' ? '减少' : '增加';
  return {
    issue: {
      rule: 'words-direction',
      severity: 'error',
      message: `${quoted(told.mention)}少写了“${word}”：按后面的${quoted(mention)}，这是与上年相比${word}的金额，不是上年数。`,
      evidence: evidenceOf(mention, now, told),
      suggestion: `请在金额前补上“${word}”。`,
    },
    blames: [mention, told.mention],
    unless: [mention, told.mention],
  };
}

/** 0.30万元，增加0.30万元: all of it is new. Of few printed digits rounding may have made it so. */
const isFromNothing = ({ now, last }: Pair): boolean =>
  last.change !== undefined && last.fen === 0 && now.fen >= now.step * FEW_DIGITS;
const FEW_DIGITS = 10;

/** 上年 0 万元，今年 3 万元，增加100%: nothing has no percent. */
const fromNothing = (mention: Mention, now: RoundedFigure, last: RoundedFigure): Candidate => ({
  issue: {
    rule: 'words-percent',
    severity: 'notice',
    message: `${quoted(mention)}的基数是 0，算不出百分比。`,
    evidence: evidenceOf(mention, now, last, last.change),
    suggestion: '请只写增加的金额。',
  },
  blames: [mention],
});

const decimals = (step: number) => Math.max(2, Math.round(-Math.log10(step)));

/** What last year's figure would be by the percent: often the one meant. */
function implied(now: RoundedFigure, last: RoundedFigure, percent: number, step: number): string {
  const meant = last.mention && slipOf(percent, step, now, last);
  if (meant) return `若百分比无误，${wan(last.fen)}可能是 ${wan(meant)}之误，请核对。`;
  const base = Math.round(now.fen / (1 + percent / 100) / 10_000) * 10_000;
  return `请核对两年的金额和百分比；若本年金额和百分比无误，比较的基数约为 ${wan(base)}。`;
}

const basesFrom = (levels: readonly RoundedFigure[], change: Fen, mention: Mention): readonly RoundedFigure[] =>
  levels.map(({ fen, step }) => ({
    fen: fen - change,
    step: step + (mention.printed.kind === 'amount' ? mention.printed.step : 0),
    change: mention,
  }));

const conflict = (before: Mention, mention: Mention): Candidate => ({
  issue: {
    rule: 'words-direction',
    severity: 'error',
    message: `${quoted(before)}之后又写${quoted(mention)}，一增一减，前后矛盾。`,
    evidence: [wordEvidence(before), wordEvidence(mention)],
  },
  blames: [before, mention],
  unless: [before, mention],
});

/** 决算数大于预算数, between the figures of the same sentence or item. */
function wrongOrder(mention: Mention, { levels, initials, completions }: FiguresTold): Candidate | undefined {
  const spoken = levels.filter((near) => near.mention);
  const [now] = spoken.length > 0 ? spoken : levels;
  const [planned] = initials;
  if (!now || !planned) return againstCompletion(mention, completions);
  const real = now.fen - planned.fen;
  const isNear = Math.abs(real) * 20 <= Math.abs(planned.fen);
  const isSame = Math.abs(real) * 2 <= now.step + planned.step;
  const fits =
    mention.direction === 'flat'
      ? isSame || (mention.about && isNear)
      : mention.direction === 'up'
        ? real > 0
        : real < 0;
  if (fits) return undefined;
  return {
    issue: {
      rule: 'words-direction',
      severity: mention.direction === 'flat' && isNear ? 'warning' : 'error',
      message: `写的是${quoted(mention)}，而决算 ${wan(now.fen)}、预算 ${wan(planned.fen)}，应为决算数${real > 0 ? '大于' : real < 0 ? '小于' : '等于'}预算数。`,
      evidence: evidenceOf(mention, now, planned),
    },
    blames: [mention, ...[planned.mention].filter((m) => m !== undefined)],
    unless: [now.mention, planned.mention],
  };
}

/** 完成年初预算100%，决算数大于预算数: without their figures the two contradict each other. */
function againstCompletion(mention: Mention, completions: readonly Mention[]): Candidate | undefined {
  const { place, direction, about } = mention;
  const told = completions.findLast((m) => m.place.paragraph === place.paragraph && m.place.start < place.start);
  if (told?.printed.kind !== 'percent') return undefined;
  const more = told.printed.value - 100;
  const fits = direction === 'flat' ? more === 0 || about : direction === 'up' ? more > 0 : more < 0;
  if (fits) return undefined;
  return {
    issue: {
      rule: 'words-direction',
      severity: Math.abs(more) <= told.printed.step ? 'warning' : 'error',
      message: `${quoted(told)}之后写${quoted(mention)}，前后矛盾。`,
      evidence: [wordEvidence(told), wordEvidence(mention)],
      suggestion: '请核对完成预算的百分比和决算数与预算数的大小。',
    },
    blames: [told, mention],
    unless: [told, mention],
  };
}

function wrongRatio(
  { incomplete }: Facts,
  mention: Mention,
  parts: readonly RoundedFigure[],
  wholes: readonly RoundedFigure[],
  name: string,
): Candidate | undefined {
  const { section, paragraph } = mention.place;
  if (mention.printed.kind !== 'percent' || incomplete.has(`${section}.${paragraph}`)) return undefined;
  const { value, step } = mention.printed;
  const pairs = pairsOf(parts, wholes);
  if (pairs.length === 0 || pairs.some(({ now, last }) => shareFits(value, step, now, last))) return undefined;
  const { now, last } = pairs[0]!;
  if (last.fen === 0) return mention.aspect === 'completion' && value > 0 ? ofNoBudget(mention, now, last) : undefined;
  const real = (now.fen / last.fen) * 100;
  return {
    issue: {
      rule: 'words-percent',
      severity: shareFits(value, ownPercentStep(mention), now, last) ? 'notice' : bySize(Math.abs(real - value), step),
      message: `${mention.name}${quoted(mention)}，${name}算得不对：${wan(now.fen)}除以 ${wan(last.fen)}应为 ${real.toFixed(decimals(step))}%。`,
      evidence: evidenceOf(mention, now, last),
    },
    blames: [mention, ...(mention.aspect === 'completion' && last.mention ? [last.mention] : [])],
    unless: [mention, now.mention, last.mention],
  };
}

/** 年初预算为0万元，支出决算3万元，完成年初预算的95%: of no budget nothing can be completed. */
const ofNoBudget = (mention: Mention, now: RoundedFigure, last: RoundedFigure): Candidate | undefined =>
  now.fen > 0 && last.mention
    ? {
        issue: {
          rule: 'words-percent',
          severity: 'notice',
          message: `${mention.name}${quoted(mention)}，而${quoted(last.mention)}：预算是 0，算不出完成的百分比。`,
          evidence: evidenceOf(mention, now, last),
          suggestion: '请去掉百分比，写明预算执行中追加的原因。',
        },
        blames: [mention],
        unless: [mention, now.mention, last.mention],
      }
    : undefined;

/** Off by no more than the last digit printed: somebody rounded by hand. */
const bySize = (off: number, step: number): Severity =>
  off <= step * 1.1 ? 'notice' : off <= step * 2 ? 'warning' : 'error';

interface Pair {
  readonly now: RoundedFigure;
  readonly last: RoundedFigure;
}

const pairsOf = (nows: readonly RoundedFigure[], lasts: readonly RoundedFigure[]): readonly Pair[] =>
  lasts.flatMap((last) =>
    nows.filter((now) => !last.change || isWorkedBack(last, last.change, now)).map((now) => ({ now, last })),
  );

/** Whether last year's figure was worked back from this one, and not from the same sum printed more or less finely elsewhere. */
const isWorkedBack = (last: RoundedFigure, change: Mention, now: RoundedFigure): boolean =>
  now.fen - (changeOf(change) ?? 0) === last.fen &&
  last.step - now.step === (change.printed.kind === 'amount' ? change.printed.step : 0);

const evidenceOf = (mention: Mention, now: RoundedFigure, last: RoundedFigure, change?: Mention) =>
  [last.mention, now.mention, change, mention].filter((m) => m !== undefined).map(wordEvidence);
