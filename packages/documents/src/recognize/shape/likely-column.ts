/** A header that no wording matches, by the words that carry its meaning: 政府性基金预算拨款收入 says no more than 政府性基金. */
import type { ColumnDefinition } from '@mingsuan/core/forms/index';
import { derived, memo } from '@mingsuan/core/memo';
import { fundNamed, textsOf } from '@mingsuan/core/vocabulary/index';

/** Words that say in which plan, of what sort or of which year a figure is, not whose money it is. */
const EMPTY =
  /财政拨款|预算|拨款|收入|支出|资金|经费|费用|管理|安排|本年|当年|年初|上年|其中|[、,，和及与的()（）:/~^$]|\d/g;

/** Says of the carry-over that it is of earlier years, as 上年 does. */
const EARLIER = /以前年度|以往年度|历年|往年/;

/** Fewer characters fit too many meanings: 其他, 单位. */
const FEWEST = 3;

const core = memo((text: string) => [...text.replace(EMPTY, '')].sort().join(''));

/** All that a column's wordings stand for. */
const textsOfColumn = derived(({ headers }: ColumnDefinition) => headers.flatMap(textsOf));

const carried = /上年|年初|年末|下年/;

/** Ids of the one column of those given whose headers have the same core; none where several do, or the core is too short to tell. */
export function likelyColumns(columns: readonly ColumnDefinition[], header: string): readonly string[] {
  const own = core(header);
  if (own.length < FEWEST) return [];
  const ids = columns
    .filter((column) =>
      textsOfColumn(column).some((text) => core(text) === own && carried.test(text) === carried.test(header)),
    )
    .map(({ id }) => id);
  return ids.length === 1 ? ids : [];
}

/** The parts of expenditure that no header names by plan, money and year alone. */
const NAMED_PARTS: ReadonlySet<string> = new Set(['basic', 'personnel', 'operating', 'project']);

/**
 * Whether a header says that its column is none of those that sums alone would make it: 当年财政拨款安排 and 上年结转安排 add up to 合计 as
 * 基本支出 and 项目支出 do.
 */
export function saysOtherThan(id: string, path: readonly string[]): boolean {
  const leaf = path.at(-1);
  return leaf !== undefined && NAMED_PARTS.has(id) && (isCarried(leaf) || plainCore(leaf) === '');
}

/** Turn a meaning round, or make it a part of it. */
const OTHERWISE = /非|除|不含|其中|扣|减|增|比/;
/** Add nothing to the words that they stand between. */
const FILLING = /[类性等级各款额数金]/g;

/**
 * The column of those given that a header of a column of figures comes nearest to: all that its words say is there in order, with few
 * characters more (国有资本类经营预算). Undefined where two come as near.
 */
export function nearestColumn(columns: readonly ColumnDefinition[], path: readonly string[]): string | undefined {
  const leaf = path.at(-1) ?? '';
  // What a fund spends on projects is the fund's column of a table of projects.
  const header = fundNamed(leaf) ? leaf.replace(/项目支出$/, '') : leaf;
  const own = plainCore(header);
  if (own.length < 2 || OTHERWISE.test(header)) return undefined;
  const fits = columns.flatMap((column) => {
    const { id } = column;
    const cores = textsOfColumn(column).filter(
      (text) => isCarried(text) === isCarried(header) && isOther(text) === isOther(header),
    );
    const lengths = cores
      .map(plainCore)
      .filter((core) => isNear(core, own))
      .map((core) => core.length);
    return lengths.length > 0 ? [{ id, length: Math.max(...lengths) }] : [];
  });
  const most = Math.max(...fits.map(({ length }) => length));
  const best = fits.filter(({ length }) => length === most);
  return best.length === 1 ? best[0]!.id : undefined;
}

const isCarried = (text: string): boolean => carried.test(text) || EARLIER.test(text);

/** What is beside something is not that: 其他专户 is no 专户. */
const isOther = (text: string): boolean => /其他|其它/.test(text);

const plainCore = memo((text: string) => text.replace(EARLIER, '').replace(EMPTY, '').replace(FILLING, ''));

/** Whether the shorter stands in the longer, character by character in order, with less than half as many more. */
function isNear(core: string, own: string): boolean {
  if (core.length < 2 || core.length > own.length || (own.length - core.length) * 2 > core.length) return false;
  let at = 0;
  for (const char of own) if (char === core[at]) at += 1;
  return at === core.length;
}
