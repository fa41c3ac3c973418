/** The fields of 固定资产占用情况表, and which of its lines is the total. */
import { conceptOfLine, headersOfAll } from '../vocabulary/index.ts';
import { money, quantity, type RowOf, text } from './field.ts';

/** What a row of the table says. */
export const ASSET_FIELDS = {
  /** The label without numbering and spaces; a 其中 line keeps no prefix but has `partOf`. */
  key: text('', [], { required: true }),
  label: text('项目', ['项目', '资产<类别|名称|项目>', '项目名称'], {
    required: true,
    column: 'item',
    usual: true,
    isName: true,
  }),
  partOf: text('', []),
  quantity: quantity('数量', ['数量…'], { usual: true }),
  value: money('价值', headersOfAll('value'), { usual: true }),
  /** Of what is printed with its original and its net value. */
  netValue: money('净值', ['[账面]净值…', '资产净值…'], { english: 'Net value' }),
};

/** A line of the table: an asset, a part of one, or their total. */
export type AssetRow = RowOf<typeof ASSET_FIELDS>;

/** Whether a label of the table is that of its total. */
export const isAssetTotal = (key: string): boolean => conceptOfLine('assets', key)?.id === 'assets';

/** The line that holds what has no line of its own, by its key. */
export const REMAINDER = /^其他|^其它/;
