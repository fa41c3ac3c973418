/** The two sides of a balance form beside each other: sums and grand totals stand in the same line. */
import type { Row } from '@mingsuan/core/disclosure';

/** Lines that close a part of the table: 本年收入合计, 收入总计. */
const CLOSING: readonly RegExp[] = [/^(?:本年)?(?:收入|支出)?合计$/, /^(?:收入|支出)?总计$/];

/** Lines of two sides in pairs, as a balance form prints them; a shorter side ends in blanks. */
export function alignSides(
  left: readonly Row[],
  right: readonly Row[],
): (readonly [Row | undefined, Row | undefined])[] {
  const pairs: [Row | undefined, Row | undefined][] = [];
  let [l, r] = [0, 0];
  const upTo = (endLeft: number, endRight: number) => {
    for (; l < endLeft || r < endRight; )
      pairs.push([l < endLeft ? left[l++] : undefined, r < endRight ? right[r++] : undefined]);
  };
  for (const closing of CLOSING) {
    const [atLeft, atRight] = [left, right].map((rows) => rows.findIndex((row) => closing.test(row.key)));
    if (atLeft! >= l && atRight! >= r) upTo(atLeft!, atRight!);
  }
  upTo(left.length, right.length);
  return pairs;
}
