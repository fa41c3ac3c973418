/**
 * Tables of a classification that print names alone: 工资福利支出 above 基本工资, a unit's name above its classes. Names become codes
 * by what they stand under; which names are units is told by the sums, for no list has them.
 */
import { codesByTree, codesNamed, type TreeList } from '@mingsuan/core/classification/index';
import type { Row } from '@mingsuan/core/disclosure';
import { asCode } from '@mingsuan/core/forms/index';
import { lineKey } from '@mingsuan/core/text/numbering';

/** `of` is the unit that a row stands under; `owner` marks a unit's own row. */
export type UnitRow = Row & { readonly of?: string; readonly owner?: boolean };

/** Of all names this share must be found before any is believed: other lists name a thing or two alike. */
const MOST = 0.7;
const FEWEST = 3;
/** How far a printed sum may be off for each of its parts, in fen: half a step of 万元 with two decimals, and something more. */
const ROUNDING = 10_000;

/** The rows with codes for keys and their units, or as they are where most names are none of the list. */
export function codedByName(rows: readonly UnitRow[], list: TreeList, year: number | undefined): readonly UnitRow[] {
  if (rows.some(({ key }) => asCode(key) !== undefined)) return rows;
  const named = rows.map(({ key, label }) => (key === 'total' ? [] : codesNamed(list, lineKey(label), year)));
  const isClass = named.map((codes) => codes.some((code) => code.length === 3));
  const owners = ownersOf(
    rows,
    named.map((codes) => codes.length > 0),
    isClass,
  );
  const coded: UnitRow[] = [];
  let [found, asked] = [0, 0];
  for (let start = 0; start < rows.length; ) {
    const end = rows.findIndex((_, i) => i > start && owners.has(i));
    const block = rows.slice(start, end < 0 ? rows.length : end);
    const [first] = block;
    const isOwned = owners.has(start);
    // A total says nothing of what stands above the next row: a page may close with it, and the table go on.
    const items = block.filter((row, i) => row.key !== 'total' && !(isOwned && i === 0));
    const codes = codesByTree(
      list,
      items.map(({ label }) => lineKey(label)),
      year,
    );
    const codeOf = new Map(items.map((row, i) => [row, codes[i]]));
    const of = isOwned ? first!.label : undefined;
    block.forEach((row, i) => {
      if (isOwned && i === 0) coded.push({ ...row, owner: true });
      else if (row.key === 'total') coded.push(row);
      else coded.push({ ...row, key: codeOf.get(row) ?? row.key, ...(of === undefined ? {} : { of }) });
    });
    found += codes.filter((code) => code !== undefined).length;
    asked += items.length;
    start += block.length;
  }
  return found >= FEWEST && found >= MOST * asked ? coded : rows;
}

/**
 * Rows that no list names and whose figures are the sum of the classes below them, up to the next such row; and those that stand right
 * above one, as a department does above its first unit, or are all zero.
 */
function ownersOf(
  rows: readonly UnitRow[],
  isNamed: readonly boolean[],
  isClass: readonly boolean[],
): ReadonlySet<number> {
  const candidates = rows.flatMap((row, i) => (row.key !== 'total' && !isNamed[i] ? [i] : []));
  const owners = new Set<number>();
  candidates.toReversed().forEach((at) => {
    const next = rows.findIndex((_, i) => i > at && owners.has(i));
    const below = rows.slice(at + 1, next < 0 ? rows.length : next);
    const classes = below.filter((_, i) => isClass[at + 1 + i]);
    const isSum = classes.length > 0 && isClass[at + 1] && addsUp(rows[at]!, classes);
    const isAbove = below.length === 0 && (next >= 0 || candidates.every((each) => isZero(rows[each]!)));
    if (isSum || isAbove) owners.add(at);
  });
  return owners;
}

function addsUp(whole: Row, parts: readonly Row[]): boolean {
  return Object.entries(whole.cells).every(([id, { fen }]) => {
    const sum = parts.reduce((total, { cells }) => total + (cells[id]?.fen ?? 0), 0);
    return Math.abs(sum - fen) <= ROUNDING * (parts.length + 1);
  });
}

const isZero = ({ cells }: Row): boolean => Object.values(cells).every(({ fen }) => fen === 0);
