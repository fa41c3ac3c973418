/** 明细表, 计划表, 配置表: what an amount of another table is made of, one by one: trainings, meetings, fees to be collected, assets to be bought. */
import { isTotalLabel } from '../forms/label.ts';
import { unspaced } from '../text/fold.ts';
import { amounts, choice, code, type Fields, money, named, quantity, type RowOf, text } from './field.ts';
import { type PrintedRow, tableKind } from './kind.ts';
import { doubtOfSums, withSubtotals } from './levels.ts';
import { readFields } from './read.ts';
import { SOURCE_AMOUNTS } from './source-amounts.ts';

/** What was of the year before, what one costs, and where collected money goes. */
const BESIDE: Fields = {
  previous: money('上年数', ['上年[度]<完成|征收|预算|执行|实际>数']),
  'unit-price': money('单价', ['[<购置|配置>]单价']),
  treasury: money('缴入国库', ['[<应|计划>]缴[入]国库']),
  planned: money('本年计划数', ['本年[度]<计划|预计>[<征收|安排>]数', '<本年|全年>计划[数]', '计划<征收数|金额>']),
};

const FIELDS = {
  kind: choice('item', 'subtotal', 'total'),
  label: text('', [], { required: true }),
  unitCode: code(...named('unit-code', '部门<编码|代码>')),
  unit: text('单位名称', ['<执收|预算|使用|购置|主办>单位[名称]', '单位名称', '部门名称'], { down: true }),
  category: text('类别', ['[<会议|培训|资产|收入|费用|车辆>]类<别|型>'], { down: true }),
  code: code('编码', ['<收入|收费|资产>[项目]<编码|代码>']),
  item: text('名称', ['<会议|培训|资产|收费|费用|活动|课题|设备>名称', '<收入|收费>项目[名称]', '<具体|支出>事项'], {
    usual: true,
    isName: true,
  }),
  time: text('时间', ['[<会议|培训|举办|召开|购置>]时间', '会期[(天)]', '[<会议|培训>]天数']),
  people: quantity('人数', ['[<参会|参训|培训|会议|参加>]人数']),
  measure: text('计量单位', ['计量单位']),
  quantity: quantity('数量', ['[<购置|配置>]数量']),
  cells: amounts({ ...SOURCE_AMOUNTS, ...BESIDE }),
  note: text('备注'),
};

export type DetailRow = RowOf<typeof FIELDS>;

export const DETAILS = tableKind({
  id: 'details',
  property: 'details',
  name: '明细表',
  english: 'Details',
  title: /(?:明细|计划|配置|清单|配置预算)(?:情况)?表$/,
  notTitle: /支出|收支|(?<!配置)预算|决算|绩效|项目|采购|购买服务|科目|拨款|[:：]$/,
  fields: FIELDS,
  speaks: /(?:明细|计划|配置|清单|配置预算)(?:情况)?表$/,
  hasFreeNames: true,
  // What it is made of the checklist does not ask.
  isChecked: false,
  home: /其他重要事项|“?三公”?经费|会议|培训|资产|非税/,

  read: ({ rows }) =>
    withSubtotals(
      rows.map(readRow).filter(({ label }) => label !== ''),
      'item',
    ),
  print: ({ kind, label }) => (kind === 'item' ? {} : { item: label }),
  doubt: (rows) => doubtOfSums(rows, 'item'),

  keyed: ({ kind, code, label }) => ({ key: kind === 'item' ? (code ?? label) : kind, label }),
  counted: (rows) => {
    const count = rows.filter(({ kind }) => kind === 'item').length;
    return [`明细 ${count} 项`, `${count} details`];
  },
  shown: {
    id: 'details',
    title: ['明细', 'Details'],
    first: 15,
    columns: [
      { title: ['名称', 'Name'], value: ({ label }) => label },
      { title: ['类别', 'Category'], value: ({ category }) => category, isOptional: true },
      { title: ['单位', 'Unit'], value: ({ unit }) => unit, isOptional: true },
      { title: ['数量', 'Quantity'], isNumber: true, value: ({ quantity: count }) => count, isOptional: true },
      { title: ['金额', 'Amount'], isNumber: true, value: ({ cells }) => cells.total ?? cells.planned },
    ],
    isTotal: ({ kind }) => kind !== 'item',
  },
});

function readRow(row: PrintedRow): DetailRow {
  const { cells = {}, ...told } = readFields(FIELDS, row);
  const label = unspaced(row.all.find(isTotalLabel) ?? told.item ?? told.category ?? told.unit ?? row.all[0] ?? '');
  const kind = isTotalLabel(label) ? 'total' : /小计$/.test(label) ? 'subtotal' : 'item';
  return { ...(kind === 'item' ? told : {}), kind, label, cells, origin: row.origin };
}
