/**
 * Lists of amounts and of changes in the words add up to the amount that they are of, whatever it is called: the list behind a head
 * (预算…万元，包括…), the numbered paragraphs below it, the changes behind a change (增加…万元，其中…). Whether a document's lists are complete is learned from the document:
 * where several of one kind add up and one does not, that one is told; where hardly any does, none is.
 */
import { groupBy } from '../../group-by.ts';
import { listed, thingOf } from '../../model/quantity.ts';
import { type Fen, formatAmount, wan } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { usualStepOf } from '../../words/fineness.ts';
import { type Listing, listingsOf } from '../../words/listings.ts';
import type { Mention } from '../../words/mention.ts';
import type { At, OutlineAmount } from '../../words/outline.ts';
import type { Candidate } from './candidate.ts';
import { isExactSlip } from './exact-slip.ts';
import type { Facts } from './facts.ts';
import { withoutInner } from './inner-parts.ts';
import { gapText, type Issue, quote } from './issue.ts';
import { PARTITIONS } from './partitions.ts';

/**
 * Listings of one kind that must hold before one that does not is a mistake, and how many of them to each that does not. Where
 * one slip of typing in one of its figures makes a listing add up, one that holds for each that does not is enough.
 */
const ENOUGH = 2;
const RATIO = 3;

/** What the lists of a document's words do not add up to, and what they tell twice otherwise; `mentions` are those of its figures. */
export function checkOutline({
  disclosure,
  mentions,
  incomplete,
}: Pick<Facts, 'disclosure' | 'mentions' | 'incomplete'>) {
  const isWhole = ({ at }: OutlineAmount) => !incomplete.has(`${at.section}.${at.paragraph}`);
  const mentioned = new Map(mentions.map((mention) => [placeOf(mention.place), mention]));
  const listings = listingsOf(disclosure)
    .filter(({ head, parts }) => [head, ...parts].every(isWhole))
    .map((listing) => withoutOthers(listing, mentioned));
  const kinds = [...groupBy(listings, ({ kind }) => kind).values()];
  const usual = usualStepOf(mentions);
  const again = restated(listings);
  const twice = new Set(again.flatMap(({ above, below }) => [above, below]));
  const sums = kinds.flatMap((same) => {
    const wrong = same.filter((listing) => !holds(listing, usual));
    const right = same.length - wrong.length;
    const isUsual = right >= ENOUGH && right >= RATIO * wrong.length;
    const isLikely = right >= Math.max(1, wrong.length);
    return wrong
      .filter(({ parts }) => !parts.some((part) => twice.has(part)))
      .filter(
        (listing) =>
          isUsual ||
          (isLikely && isSlip(listing, usual)) ||
          hasMoreThanAll(listing, usual) ||
          hasOtherUnit(listing, usual),
      )
      .map((listing) => ({ issue: issueOf(listing), of: [listing.head, ...listing.parts] }));
  });
  const told = [
    ...again.map((each) => ({ issue: restatedOtherwise(each, usual), of: [each.above, each.below] })),
    ...sums,
  ];
  return told.map(({ issue, of }): Candidate => {
    const blames = of.flatMap(({ at }) => mentioned.get(placeOf(at)) ?? []);
    return { issue, blames, unless: blames };
  });
}

/** 货物62万元，工程200万元，服务50万元；面向中小企业预留249万元: a figure known to be no part of the head's is told beside its parts. */
function withoutOthers(listing: Listing, mentioned: ReadonlyMap<string, Mention>): Listing {
  const quantityOf = ({ at }: OutlineAmount) => mentioned.get(placeOf(at))?.quantity;
  const whole = quantityOf(listing.head);
  const of = PARTITIONS.filter((each) => each.whole === whole && each.aspect === 'level' && !each.isOpen);
  if (of.length === 0) return listing;
  const own = new Set(of.flatMap(({ parts }) => parts));
  const isOther = (quantity: string | undefined) =>
    quantity !== undefined &&
    !own.has(quantity) &&
    listed(quantity) === undefined &&
    thingOf(quantity) === thingOf(whole!);
  const parts = listing.parts.filter((part) => !isOther(quantityOf(part)));
  return parts.length < listing.parts.length && parts.length > 1 ? { ...listing, parts } : listing;
}

const placeOf = ({ section, paragraph, start }: At): string => `${section} ${paragraph} ${start}`;

/** A part of a list and the numbered paragraph below that tells it again with another amount. */
interface Restated {
  readonly listings: readonly Listing[];
  readonly above: OutlineAmount;
  readonly below: OutlineAmount;
}

/** Parts that a head's list and the paragraphs below it both name, where all others of them agree. */
function restated(listings: readonly Listing[]): readonly Restated[] {
  return listings.flatMap((list) => {
    const below = list.kind === 'list' && listings.find(({ kind, head }) => kind === 'below' && head === list.head);
    if (!below) return [];
    const pairs = list.parts.flatMap((above) => {
      const again = below.parts.find(({ label }) => labelKey(label) === labelKey(above.label));
      return again ? [{ listings: [list, below], above, below: again }] : [];
    });
    const other = pairs.filter((pair) => !isSame(pair.above, pair.below));
    return other.length === 1 && pairs.length > 1 ? other : [];
  });
}

/** 对个人和家庭的补助支出 and 对个人和家庭补助 are one thing. */
const labelKey = (label: string): string => label.replace(/的|支出|经费|预算/g, '');

const isSame = (a: OutlineAmount, b: OutlineAmount): boolean => Math.abs(a.fen - b.fen) * 2 <= a.step + b.step;

function restatedOtherwise({ listings, above, below }: Restated, usual: Fen): Issue {
  const [whole, ...more] = listings.filter((listing) => holds(listing, usual));
  const right = whole && more.length === 0 && [above, below].find((part) => whole.parts.includes(part));
  return {
    rule: 'words-repeat',
    severity: 'error',
    message: `${above.label}前后不一致：前面写${quote(above.text)}，后面写${quote(below.text)}。`,
    expected: above.fen,
    actual: below.fen,
    evidence: [above, below].map(({ text, origin }) => ({ text, origin })),
    suggestion: right ? `按 ${wan(right.fen)}算，各项之和等于总额，另一处应改为此数。` : '请核对后统一为同一数字。',
  };
}

const sumOf = (parts: readonly OutlineAmount[]): Fen => parts.reduce((sum, { fen }) => sum + fen, 0);

function holds(listing: Listing, usual: Fen): boolean {
  if (tellsBothSides(listing, usual)) return true;
  const outer = withoutInner(listing.parts, ({ fen }) => fen, usual);
  return addsUp(listing, usual) || (outer.length < listing.parts.length && addsUp({ ...listing, parts: outer }, usual));
}

/** 收入支出总计59万元，其中：本年收入58万元、年初结转1万元；本年支出59万元: each side adds up to the head, and both are listed. */
function tellsBothSides({ head, parts }: Listing, usual: Fen): boolean {
  if (!/收.{0,3}支/.test(head.label)) return false;
  const isSide = (side: readonly OutlineAmount[]) =>
    Math.abs(head.fen - sumOf(side)) * 2 <= slackOf({ head, parts: side }, usual);
  return parts.some((_, at) => at > 0 && isSide(parts.slice(0, at)) && isSide(parts.slice(at)));
}

function addsUp({ head, parts, extent, beside }: Listing, usual: Fen): boolean {
  const gap = head.fen - sumOf(parts);
  if (extent === 'some' && gap > 0)
    return (
      !hasOtherUnit({ head, parts }, usual) &&
      !isExactSlip(
        head.fen,
        parts.map(({ fen }) => fen),
        slackOf({ head, parts }, usual),
      )
    );
  const slack = slackOf({ head, parts }, usual);
  return Math.abs(gap) * 2 <= slack || beside.some(({ fen }) => fen !== 0 && fen === gap);
}

const slackOf = ({ head, parts }: Pick<Listing, 'head' | 'parts'>, usual: Fen): Fen =>
  parts.reduce((sum, part) => sum + stepOf(part, usual), stepOf(head, usual));

/** 175万元，其中：甲144万元；乙31元: one part told in 元 with which the list adds up once it is read in 万元. */
function hasOtherUnit(listing: Pick<Listing, 'head' | 'parts'>, usual: Fen): boolean {
  const { head, parts } = listing;
  const gap = head.fen - sumOf(parts);
  const slack = slackOf(listing, usual);
  return parts.some(({ fen }) => fen > 0 && fen < WHOLE_WAN && Math.abs(gap - fen * (WAN_TO_YUAN - 1)) * 2 <= slack);
}
const WAN_TO_YUAN = 10_000;

/** 120万元 among figures with decimals stands for 120.00. */
const stepOf = ({ step }: OutlineAmount, usual: Fen): Fen => (step === WHOLE_WAN ? usual : step);
const WHOLE_WAN: Fen = 1_000_000;

/** A numbered part that alone is more than its whole is a mistake whatever the other lists are like. */
const hasMoreThanAll = ({ kind, head, parts }: Listing, usual: Fen): boolean =>
  kind === 'below' && head.fen > 0 && parts.some(({ fen }) => fen > head.fen + 2 * usual);

/** The most steps of rounding that are tried on either side of a gap. */
const MOST_ROUNDED = 3;

/** Whether one figure mistyped once explains that the listing does not add up, within what its figures are rounded by. */
function isSlip({ head, parts }: Listing, usual: Fen): boolean {
  const gap = head.fen - sumOf(parts);
  const steps = parts.map((part) => stepOf(part, usual));
  const rounded = Math.min(MOST_ROUNDED, Math.floor((steps.length + 1) / 2));
  const offs = Array.from(
    { length: 2 * rounded + 1 },
    (_, i) => (i - rounded) * Math.max(stepOf(head, usual), ...steps),
  );
  return offs.some((off) =>
    [[head.fen, head.fen - gap - off] as const, ...parts.map(({ fen }) => [fen, fen + gap + off] as const)].some(
      ([printed, meant]) => typingError(formatAmount(printed, '万元'), formatAmount(meant, '万元')) !== undefined,
    ),
  );
}

function issueOf({ kind, head, parts, extent }: Listing): Issue {
  const sum = sumOf(parts);
  const told = kind === 'change' ? `${sum < 0 ? '减少' : '增加'} ${wan(Math.abs(sum))}` : ` ${wan(sum)}`;
  return {
    rule: 'words-parts',
    severity:
      extent === 'most'
        ? sum > head.fen && head.fen > 0
          ? 'error'
          : 'notice'
        : extent === 'some' && sum < head.fen
          ? 'warning'
          : 'error',
    message: `${quote(head.text)}与所列各项之和不符：${parts.length} 项相加为${told}，相差 ${gapText(sum - head.fen)}。`,
    expected: sum,
    actual: head.fen,
    evidence: [head, ...parts].map(({ text, origin }) => ({ text, origin })),
    suggestion: '请核对总额和各项金额。',
  };
}
