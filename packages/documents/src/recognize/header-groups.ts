/** Columns that only the group they stand in tells: the sum of the three publics, what a group says of a part of its measure. */
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { columnsOfHeader, partColumn, partsOfColumn, shareColumn, WITH_OTHERS } from '@mingsuan/core/vocabulary/index';
import { type Header, isSamePath } from './header.ts';
import { besideColumn, isWhole, isWholeHeader, type Lookup, SUMS, WHOLE } from './header-measures.ts';

/** “三公”经费 / 小计: the column that adds the three up. */
export const isSumOfThree = (path: readonly string[]): boolean =>
  path.length > 1 && WHOLE.test(path.at(-1)!) && /三公/.test(path.at(-2)!);

/** 合计 beside the sum of the three, of no item: that of all that the table prints, with 会议费 and 培训费. */
export function beyondThree({ columns }: FormDefinition, path: readonly string[]): readonly string[] {
  const group = path.slice(0, -1);
  const isOuter =
    WHOLE.test(path.at(-1) ?? '') && !isSumOfThree(path) && columnsOfHeader(columns, group.slice(-1)).length === 0;
  return isOuter ? [...group, WITH_OTHERS] : path;
}

/** 一般公共预算 / 其中：财政拨款: a column cannot be the whole of the measure that it stands under. */
export function isOfWhole(form: FormDefinition, id: string, path: readonly string[]): boolean {
  if (path.length < 2) return false;
  const group = path.slice(-2, -1);
  const [measure = besideColumn(form, group)] = columnsOfHeader(form.columns, group);
  return measure !== undefined && measure !== id && partsOfColumn(id).includes(measure);
}

/** 一般公共预算拨款 / 其中：专项资金…: what a group says of a part of its measure, beside the 小计 of it. */
export function partOfGroup(
  form: FormDefinition,
  path: readonly string[],
  { paths }: Header,
  find: Lookup = columnsOfHeader,
): string | undefined {
  if ((form.rows !== 'function' && form.rows !== 'lines') || path.length < 2) return undefined;
  const group = path.slice(0, -1);
  const same = paths.filter((other) => other.length === path.length && isSamePath(other.slice(0, -1), group));
  const measure = find(form.columns, group).find((id) => !SUMS.has(id)) ?? besideColumn(form, group, find);
  const isBesideWhole = same.length === 2 && same.some((other) => isWhole(other.at(-1)!, group.at(-1)!));
  return isBesideWhole && measure !== undefined ? partColumn(measure) : undefined;
}

/**
 * 财政专户拨款收入 / 其他专户收入 beside 教育收费, the usual name of all of it: what a group says of its measure beside a column that is
 * called as the measure is, where none adds the group up.
 */
export function shareOfGroup(form: FormDefinition, path: readonly string[], { paths }: Header): string | undefined {
  const group = path.slice(0, -1);
  if (form.rows !== 'function' || group.length === 0) return undefined;
  const [measure] = columnsOfHeader(form.columns, group).filter((id) => !SUMS.has(id));
  const within = paths.filter((other) => other.length === path.length && isSamePath(other.slice(0, -1), group));
  const isCalled = within.some((other) => other !== path && columnsOfHeader(form.columns, other)[0] === measure);
  if (measure === undefined || !isCalled || within.some((other) => isWholeHeader(other.at(-1)!))) return undefined;
  return shareColumn(measure, within.findIndex((other) => isSamePath(other, path)) + 1);
}
