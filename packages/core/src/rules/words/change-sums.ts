/**
 * The changes told of the items of a list make up that of their whole, where their amounts make up the whole: 支出75万元，比上年增加7万元; …类5万元，
 * 比上年减少2万元; …. An item of last year alone may be told of nowhere, so only a gap that one slip explains is told.
 */
import { groupBy } from '../../group-by.ts';
import { itemOf } from '../../model/quantity.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { usualStepOf } from '../../words/fineness.ts';
import { changeOf, fenOf, type Mention } from '../../words/mention.ts';
import type { Candidate } from './candidate.ts';
import { type Facts, isCurrent, sectionsOf } from './facts.ts';
import { quoted, wordEvidence } from './issue.ts';

const WHOLES: readonly string[] = [
  'general-public[total].total',
  'appropriation-balance[支出总计].total',
  'balance[支出总计]',
];
/** Digits of a class, a section, an item: the items of one list are of one level. */
const LEVELS = [3, 5, 7] as const;

/** A mention of a change with its amount, signed. */
interface Moved {
  readonly mention: Mention;
  readonly fen: Fen;
  readonly hasPercent: boolean;
}

/** Changes of a section's items that add up to another change than that of their whole. */
export const checkChangeSums = (facts: Facts): readonly Candidate[] =>
  sectionsOf(facts.mentions).flatMap((section) =>
    WHOLES.flatMap((quantity) => LEVELS.flatMap((digits) => changeSum(facts, section, quantity, digits))),
  );

function changeSum(
  facts: Facts,
  section: readonly Mention[],
  quantity: string,
  digits: number,
): Candidate | readonly [] {
  const step = usualStepOf(facts.mentions);
  const own = section.filter((m) => isCurrent(facts, m));
  const at = own.findIndex((m) => m.quantity === quantity && m.aspect === 'change');
  const whole = movedOf(own, quantity);
  const level = own.find((m) => m.quantity === quantity && m.aspect === 'level');
  if (at < 0 || !whole || !level) return [];
  const behind = own.slice(at + 1).filter((m) => itemOf(m.quantity)?.length === digits);
  const items = [...groupBy(behind, (m) => itemOf(m.quantity)!).values()];
  const levels = items.map((same) => same.find(({ aspect }) => aspect === 'level'));
  const parts = items.flatMap((same) => movedOf(same, same[0]!.quantity) ?? []);
  const slack = (items.length + 1) * step;
  const spent = levels.reduce((sum, m) => sum + (m ? (fenOf(m) ?? 0) : 0), 0);
  if (items.length < 2 || parts.length < items.length || levels.some((m) => !m)) return [];
  if (Math.abs(spent - fenOf(level)!) * 2 > slack) return [];
  if (parts.some(({ mention }) => !isAgainstSame(facts, mention, whole.mention))) return [];
  const gap = whole.fen - parts.reduce((sum, { fen }) => sum + fen, 0);
  if (Math.abs(gap) * 2 <= slack) return [];
  const slips = slipsAmong([whole, ...parts], whole, gap, slack);
  const [slip, ...others] = slips;
  if (!slip) return [];
  const isCertain = parts.every(({ mention }) => mention.base?.kind === whole.mention.base?.kind);
  const isTurned = others.length === 0 && slip.isTurned && isCertain;
  const hint = others.length === 0 ? `；${quoted(slip.moved.mention)}若为${saidOf(slip.meant)}，就相符` : '';
  return {
    issue: {
      rule: 'words-parts',
      severity: isTurned ? 'warning' : 'notice',
      message: `${quoted(whole.mention)}与所列 ${parts.length} 项的增减之和不符，相差 ${wan(Math.abs(gap))}${hint}。`,
      expected: whole.fen - gap,
      actual: whole.fen,
      evidence: [whole, ...parts].map(({ mention }) => wordEvidence(mention)),
      suggestion: '请核对各项增减的金额和方向。',
    },
    blames: others.length === 0 ? [slip.moved.mention] : [],
    unless: [whole.mention, ...parts.map(({ mention }) => mention)],
  };
}

const saidOf = (fen: Fen): string => `${fen < 0 ? '减少' : '增加'} ${wan(Math.abs(fen))}`;

/** The change told first of a quantity; undefined where none is told, or its words and sign contradict each other. */
function movedOf(told: readonly Mention[], quantity: string): Moved | undefined {
  const mention = told.find((m) => m.quantity === quantity && m.aspect === 'change' && !m.base?.planned);
  const fen = mention && changeOf(mention);
  if (!mention || fen === undefined) return undefined;
  const hasPercent = told.some((m) => m.quantity === quantity && m.aspect === 'percent');
  return { mention, fen, hasPercent };
}

/**
 * Whether two changes are told against the same figures: a budget is not what was spent. What the words leave open, 比上年, may be either.
 */
function isAgainstSame({ disclosure: { year } }: Facts, { base: a }: Mention, { base: b }: Mention): boolean {
  const last = year === undefined ? undefined : year - 1;
  const isOneKind = a?.kind === undefined || b?.kind === undefined || a.kind === b.kind;
  return isOneKind && (a?.year ?? last) === (b?.year ?? last);
}

interface Slip {
  readonly moved: Moved;
  /** What it would have to be. Fen. */
  readonly meant: Fen;
  readonly isTurned: boolean;
}

/** The changes that a turned word, or else a mistyped digit, explains the gap by; a percent beside a change confirms its digits. */
function slipsAmong(all: readonly Moved[], whole: Moved, gap: Fen, slack: Fen): readonly Slip[] {
  const slips = all.flatMap((moved): readonly Slip[] => {
    const { fen, hasPercent } = moved;
    const right = moved === whole ? fen - gap : fen + gap;
    const isTurned = Math.abs(right + fen) * 2 <= slack;
    const meant = isTurned ? -fen : right;
    const isMistyped =
      !hasPercent &&
      fen * meant > 0 &&
      typingError(formatAmount(Math.abs(fen), '万元'), formatAmount(Math.abs(meant), '万元')) !== undefined;
    return fen !== 0 && (isTurned || isMistyped) ? [{ moved, meant, isTurned }] : [];
  });
  const turned = slips.filter(({ isTurned }) => isTurned);
  return turned.length > 0 ? turned : slips;
}
