/** The record that a government's site prints above what it publishes (索引号, 发布机构, 名称): it tells of the document and is no table of it. */
import { squeeze } from '@mingsuan/core/text/fold';

/** The entry that every such record has, by the rules on catalogues of published information. */
const INDEX_NUMBER = '索引号';
/** A record has few lines; what is longer holds more than that. */
const MOST_ROWS = 12;

/** `名称：某局2026年部门预算` for each entry, with the row that it stands in; undefined where the rows are no record. */
export function recordEntries(
  rows: readonly (readonly string[])[],
): readonly { readonly text: string; readonly row: number }[] | undefined {
  if (rows.length > MOST_ROWS || !rows.some((row) => row.some((text) => labelOf(text) === INDEX_NUMBER)))
    return undefined;
  return rows.flatMap((row, at) =>
    row.flatMap((text, i) => {
      const [label, value] = [labelOf(text), row[i + 1]?.trim() ?? ''];
      return i % 2 === 0 && label !== '' && value !== '' ? [{ text: `${label}：${value}`, row: at }] : [];
    }),
  );
}

/** 名称：, [ 名称 ], 【名称】. */
const labelOf = (text: string): string => squeeze(text).replace(/^[[【(]|[\]】):]+$/g, '');
