/** 机构设置情况: the units of a department with what they are. */
import { type RowOf, text } from './field.ts';
import { tableKind } from './kind.ts';

const FIELDS = {
  unit: text('单位名称', ['单位名称', '预算单位名称', '机构名称', '预算单位'], {
    required: true,
    usual: true,
    isName: true,
  }),
  nature: text('单位性质', ['单位性质', '性质', '单位类型'], { usual: true }),
  rank: text('单位规格', ['单位规格', '规格', '单位级别'], { usual: true }),
  funding: text('经费保障形式', ['经费保障形式', '经费形式', '经费来源', '经费保障方式'], { usual: true }),
  note: text('备注'),
};

/** Columns that a place prints for every unit. */
const BLANKS = ['nature', 'rank', 'funding'] as const;

export type OrganizationRow = RowOf<typeof FIELDS>;

export const ORGANIZATION = tableKind({
  id: 'organization',
  property: 'organization',
  name: '机构设置情况',
  called: '机构设置情况表',
  english: 'Organization',
  title: /机构设置(情况)?(表)?$|基本情况表$|单位构成(情况)?表?$/,
  notTitle: /职责|[:：]$/,
  signature: [/^单位名称$|^预算单位名称$|^机构名称$/],
  fields: FIELDS,
  alsoRead: { index: text('序号') },
  hasUnit: false,
  // The checklist has the section of that name, which the table stands in.
  isChecked: false,
  home: /机构设置|机构情况|单位构成|基本情况|概况/,

  compile: ({ organization }) => organization.map((row) => ({ ...row, origin: {} })),
  asks: ({ organization }, { columns }) =>
    organization.flatMap((row, i) => {
      const blank = columns.flatMap(([column]) => BLANKS.find((field) => field === column && !row[field]) ?? []);
      const isTwice = organization.findIndex(({ unit }) => unit === row.unit) < i;
      if (blank.length === 0 || isTwice) return [];
      const named = blank.map((field) => FIELDS[field].name).join('、');
      const message = `“机构设置”里“${row.unit}”的${named}没有填：请补填，没有的写“无”。`;
      return [{ code: 'organization-blank', message, path: `organization[${i}].${blank[0]}` }];
    }),
  counted: ({ length }) => [`机构 ${length} 个`, `${length} organizations`],
  shown: {
    id: 'organization',
    title: ['机构设置', 'Organisation'],
    isLong: true,
    columns: [
      { title: ['名称', 'Name'], isPlace: true, value: ({ unit }) => unit },
      { title: ['单位性质', 'Nature'], value: ({ nature }) => nature, isOptional: true },
      { title: ['单位规格', 'Rank'], value: ({ rank }) => rank, isOptional: true },
      { title: ['经费保障形式', 'Funding'], value: ({ funding }) => funding, isOptional: true },
    ],
  },
});
