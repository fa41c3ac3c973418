/** The sides of a balance form beside each other: sums and grand totals stand in the same line. */
import type { Row } from '@mingsuan/core/disclosure';

/** Lines that close a part of the table: 本年收入合计, 收入总计. */
const CLOSING: readonly RegExp[] = [/^(?:本年)?(?:收入|支出)?合计$/, /^(?:收入|支出)?总计$/];

/** The lines of the sides beside each other, as a balance form prints them; a shorter side ends in blanks. */
export function alignSides(sides: readonly (readonly Row[])[]): (readonly (Row | undefined)[])[] {
  const lines: (Row | undefined)[][] = [];
  const at = sides.map(() => 0);
  const upTo = (ends: readonly number[]) => {
    while (ends.some((end, s) => at[s]! < end))
      lines.push(sides.map((rows, s) => (at[s]! < ends[s]! ? rows[at[s]!++] : undefined)));
  };
  for (const closing of CLOSING) {
    const ends = sides.map((rows) => rows.findIndex((row) => closing.test(row.key)));
    if (ends.every((end, s) => end >= at[s]!)) upTo(ends);
  }
  upTo(sides.map((rows) => rows.length));
  return lines;
}
