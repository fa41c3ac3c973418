/** 报表目录: the tables that a document prints, and which of them it says are blank and why. */
import { type RowOf, text } from './field.ts';
import { tableKind } from './kind.ts';

const FIELDS = {
  number: text('表号', ['报表', '表号', '编号'], { usual: true }),
  title: text('报表名称', ['报表名称', '表格名称', '表名'], { required: true, usual: true, isName: true }),
  blank: text('是否空表', ['是否空表', '是否为空表'], { usual: true }),
  reason: text('空表理由', ['空表理由', '公开空表理由', '表格为空的理由'], { usual: true }),
};

export type TableListRow = RowOf<typeof FIELDS>;

export const TABLE_LIST = tableKind({
  id: 'table-list',
  property: 'tableList',
  name: '报表目录',
  english: 'List of tables',
  title: /报表目录$/,
  signature: [/是否为?空表/],
  fields: FIELDS,
  hasUnit: false,
  isChecked: false,
  home: /目录/,
  identity: ({ title }) => title,
  counted: ({ length }) => [`目录里的报表 ${length} 张`, `${length} tables listed`],
  shown: {
    id: 'table-list',
    title: ['报表目录', 'List of tables'],
    isLong: true,
    columns: [
      { title: ['报表名称', 'Table'], isPlace: true, value: ({ title }) => title },
      { title: ['表号', 'Number'], value: ({ number }) => number, isOptional: true },
      { title: ['是否空表', 'Blank'], value: ({ blank }) => blank, isOptional: true },
      { title: ['空表理由', 'Reason'], value: ({ reason }) => reason, isOptional: true },
    ],
  },
});
