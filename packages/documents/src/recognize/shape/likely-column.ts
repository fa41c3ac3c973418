/** A header that no wording matches, by the words that carry its meaning: 政府性基金预算拨款收入 says no more than 政府性基金. */
import type { ColumnDefinition } from '@mingsuan/core/forms/index';
import { memo } from '@mingsuan/core/memo';
import { textsOf } from '@mingsuan/core/vocabulary/index';

/** Words that say in which plan, of what sort or of which year a figure is, not whose money it is. */
const EMPTY =
  /财政拨款|预算|拨款|收入|支出|资金|经费|费用|管理|安排|本年|当年|年初|上年|其中|[、,，和及与的()（）:/~^$]|\d/g;

/** Fewer characters fit too many meanings: 其他, 单位. */
const FEWEST = 3;

const core = memo((text: string) => [...text.replace(EMPTY, '')].sort().join(''));

const carried = /上年|年初|年末|下年/;

/** Ids of the one column of those given whose headers have the same core; none where several do, or the core is too short to tell. */
export function likelyColumns(columns: readonly ColumnDefinition[], header: string): readonly string[] {
  const own = core(header);
  if (own.length < FEWEST) return [];
  const ids = columns
    .filter(({ headers }) =>
      headers.flatMap(textsOf).some((text) => core(text) === own && carried.test(text) === carried.test(header)),
    )
    .map(({ id }) => id);
  return ids.length === 1 ? ids : [];
}
