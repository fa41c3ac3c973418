/** Heads of the words with the amounts that may be all their parts: lists, numbered paragraphs below, changes behind a change. */
import type { Disclosure } from '../disclosure.ts';
import { derived } from '../memo.ts';
import { changeListsOf } from './change-lists.ts';
import { colonListsOf } from './colon-lists.ts';
import { type Extent, type OutlineAmount, type OutlineNode, outlinesOf } from './outline.ts';

/** A head and the amounts that may be all its parts. */
export interface Listing {
  /** How the parts are told: behind the head, in paragraphs below it, as changes. */
  readonly kind: 'list' | 'below' | 'change';
  readonly head: OutlineAmount;
  readonly parts: readonly OutlineAmount[];
  /** What tells only some (其中) may fall short; what tells the most is told as doubt. */
  readonly extent: Extent;
  /** Amounts told right behind the listing: one that equals the gap is a part that stands apart. */
  readonly beside: readonly OutlineAmount[];
}

/** All listings of a document's words, in the order of the text. Never throws on any text. */
export const listingsOf = derived((disclosure: Disclosure): readonly Listing[] => {
  const changes = changeListsOf(disclosure).map((list) => ({ ...list, kind: 'change' as const, beside: [] }));
  const outlined = listingsIn(outlinesOf(disclosure));
  const heads = new Set(outlined.flatMap(({ kind, head }) => (kind === 'list' ? [placeOf(head)] : [])));
  const colons = colonListsOf(disclosure)
    .filter(({ head }) => !heads.has(placeOf(head)))
    .map((list) => ({ ...list, kind: 'list' as const, extent: 'all' as const, beside: [] }));
  return [...outlined, ...colons, ...changes];
});

const placeOf = ({ at }: OutlineAmount): string => `${at.section} ${at.paragraph} ${at.start}`;

function listingsIn(nodes: readonly OutlineNode[], outside: readonly OutlineAmount[] = []): readonly Listing[] {
  return nodes.flatMap((node, i) => {
    const behind = nodes
      .slice(i + 1)
      .flatMap(({ head, depth, isLate }) => (head && depth === 0 && !isLate ? [head] : []));
    const beside = [...behind, ...outside];
    return [...own(node, beside), ...listingsIn(node.children, beside)];
  });
}

function own(
  { head, depth, list, extent, isLate, children }: OutlineNode,
  beside: readonly OutlineAmount[],
): readonly Listing[] {
  if (!head) return [];
  const told = children.flatMap((child) => (child.head && !child.isLate ? [child.head] : []));
  // Numbering may go on from one numbered part's parts to the next one's: （二）…4. 5. 6.
  const first = children[0]?.number ?? 0;
  const goesOn = first > 1 && depth > 0;
  const isWhole = told.length === children.length && children.every(({ number }, i) => number === first + i);
  const isOfOne = told.every((part) => isPlanned(part) === isPlanned(head));
  const isBelow = !isLate && isWhole && isOfOne && (goesOn ? told.length > 0 : first === 1 && told.length > 1);
  return [
    ...(list.length >= 2 ? [{ kind: 'list' as const, head, parts: list, extent, beside }] : []),
    ...(isBelow ? [{ kind: 'below' as const, head, parts: told, extent: 'all' as const, beside }] : []),
  ];
}

/** 全年预算数62万元，决算数…: what was planned is no sum of what was spent, nor the other way round. */
const isPlanned = ({ text }: OutlineAmount): boolean => /(?:年初|全年|调整)预算/.test(text);
