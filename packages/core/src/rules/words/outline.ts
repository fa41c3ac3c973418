/**
 * Lists of amounts and of changes in the words add up to the amount that they are of, whatever it is called: the list behind a head
 * (预算…万元，包括…), the numbered paragraphs below it, the changes behind a change (增加…万元，其中…). Whether a document's lists are complete is learned from the document:
 * where several of one kind add up and one does not, that one is told; where hardly any does, none is.
 */
import type { Disclosure } from '../../disclosure.ts';
import { groupBy } from '../../group-by.ts';
import { type Fen, formatAmount } from '../../money.ts';
import { typingError } from '../../repair/typing-error.ts';
import { changeListsOf } from '../../words/change-lists.ts';
import { type Extent, type OutlineAmount, type OutlineNode, outlinesOf } from '../../words/outline.ts';
import { type Issue, quote, wan } from './issue.ts';

/** A head and the amounts that may be all its parts. */
interface Listing {
  readonly kind: string;
  readonly head: OutlineAmount;
  readonly parts: readonly OutlineAmount[];
  /** What tells only some (其中) may fall short; what tells the most is told as doubt. */
  readonly extent: Extent;
  /** Amounts told right behind the listing: one that equals the gap is a part that stands apart. */
  readonly beside: readonly OutlineAmount[];
}

/**
 * Listings of one kind that must hold before one that does not is a mistake, and how many of them to each that does not. Where
 * one slip of typing in one of its figures makes a listing add up, one that holds for each that does not is enough.
 */
const ENOUGH = 2;
const RATIO = 3;

/** What an outline's listings do not add up to, told once each. */
export function outlineIssues(disclosure: Disclosure): readonly Issue[] {
  const changes = changeListsOf(disclosure).map((list) => ({ ...list, kind: 'change', beside: [] }));
  const listings = [...listingsOf(outlinesOf(disclosure)), ...changes];
  const kinds = groupBy(listings, ({ kind }) => kind);
  return [...kinds.values()].flatMap((same) => {
    const wrong = same.filter((listing) => !holds(listing));
    const right = same.length - wrong.length;
    const isUsual = right >= ENOUGH && right >= RATIO * wrong.length;
    const isLikely = right >= Math.max(1, wrong.length);
    return wrong.filter((listing) => isUsual || (isLikely && isSlip(listing))).map(issueOf);
  });
}

function listingsOf(nodes: readonly OutlineNode[], outside: readonly OutlineAmount[] = []): readonly Listing[] {
  return nodes.flatMap((node, i) => {
    const behind = nodes.slice(i + 1).flatMap(({ head, depth }) => (head && depth === 0 ? [head] : []));
    const beside = [...behind, ...outside];
    return [...own(node, beside), ...listingsOf(node.children, beside)];
  });
}

function own({ head, list, extent, children }: OutlineNode, beside: readonly OutlineAmount[]): readonly Listing[] {
  if (!head) return [];
  const told = children.flatMap((child) => (child.head ? [child.head] : []));
  const isWhole = told.length === children.length && children.every(({ number }, i) => number === i + 1);
  return [
    ...(list.length >= 2 ? [{ kind: 'list', head, parts: list, extent, beside }] : []),
    ...(told.length >= 2 && isWhole ? [{ kind: 'below', head, parts: told, extent: 'all' as const, beside }] : []),
  ];
}

const sumOf = (parts: readonly OutlineAmount[]): Fen => parts.reduce((sum, { fen }) => sum + fen, 0);

function holds({ head, parts, extent, beside }: Listing): boolean {
  const gap = head.fen - sumOf(parts);
  if (extent === 'some' && gap > 0) return true;
  const slack = parts.reduce((sum, { step }) => sum + step, head.step);
  return Math.abs(gap) * 2 <= slack || beside.some(({ fen }) => fen !== 0 && fen === gap);
}

/** The most steps of rounding that are tried on either side of a gap. */
const MOST_ROUNDED = 3;

/** Whether one figure mistyped once explains that the listing does not add up, within what its figures are rounded by. */
function isSlip({ head, parts }: Listing): boolean {
  const gap = head.fen - sumOf(parts);
  const steps = parts.map(({ step }) => step);
  const rounded = Math.min(MOST_ROUNDED, Math.floor((steps.length + 1) / 2));
  const offs = Array.from({ length: 2 * rounded + 1 }, (_, i) => (i - rounded) * Math.max(head.step, ...steps));
  return offs.some((off) =>
    [[head.fen, head.fen - gap - off] as const, ...parts.map(({ fen }) => [fen, fen + gap + off] as const)].some(
      ([printed, meant]) => typingError(formatAmount(printed, '万元'), formatAmount(meant, '万元')) !== undefined,
    ),
  );
}

function issueOf({ head, parts, extent }: Listing): Issue {
  const sum = sumOf(parts);
  return {
    rule: 'words-parts',
    severity: extent === 'most' && !(sum > head.fen && head.fen > 0) ? 'warning' : 'error',
    message: `${quote(head.text)}与所列各项之和不符：${parts.length} 项相加为 ${wan(sum)}，相差 ${wan(Math.abs(sum - head.fen))}。`,
    expected: sum,
    actual: head.fen,
    evidence: [head, ...parts].map(({ text, origin }) => ({ text, origin })),
    suggestion: '请核对总额和各项金额。',
  };
}
