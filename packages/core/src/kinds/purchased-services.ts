/** 政府购买服务: which services an agency buys, under which entry of the guiding catalogue, from whom, and for how much. */
import { isTotalLabel } from '../forms/label.ts';
import { unspaced } from '../text/fold.ts';
import { amounts, choice, code, named, quantity, type RowOf, text } from './field.ts';
import { type PrintedRow, tableKind } from './kind.ts';
import { doubtOfSums, withSubtotals } from './levels.ts';
import { readFields } from './read.ts';
import { SOURCE_AMOUNTS } from './source-amounts.ts';

const FIELDS = {
  kind: choice('service', 'subtotal', 'total'),
  label: text('', [], { required: true }),
  unitCode: code(...named('unit-code')),
  unit: text('购买主体', ['购买主体', '[预算]单位名称', '<采购|购买>单位'], { down: true }),
  project: text(...named('project-name')),
  level1: text('一级目录', ['一级[目录]', '指导性目录/一级'], { down: true, holds: /^\d{2}[-—]/ }),
  level2: text('二级目录', ['二级[目录]', '指导性目录/二级'], { down: true, holds: /^\d{4}[-—]/ }),
  level3: text('三级目录', ['三级[目录]', '指导性目录/三级'], { after: ['level2'], isName: true }),
  code: code('目录代码', ['[购买服务][指导性]目录<代码|编码|序号>', '品目<编码|代码>'], { holds: /^[A-C]\d{2,}$/ }),
  item: text('购买服务项目', ['购买服务[的]<项目|内容|事项>[名称]', '服务<项目|内容>[名称]', '[采购]品目名称'], {
    usual: true,
    isName: true,
  }),
  provider: text('承接主体', ['承接主体[<类别|类型>]', '承接<方|单位>']),
  method: text('购买方式', ['<购买|采购>方式']),
  period: text('服务期限', ['<服务|购买|实施><期限|时间>']),
  quantity: quantity('数量', ['[服务]数量']),
  cells: amounts(SOURCE_AMOUNTS),
  note: text('备注'),
};

export type PurchasedServiceRow = RowOf<typeof FIELDS>;

export const PURCHASED_SERVICES = tableKind({
  id: 'purchased-services',
  property: 'purchasedServices',
  name: '政府购买服务支出表',
  english: 'Purchased services',
  title: /购买服务.*(?:表|预算|目录)$/,
  notTitle: /说明$|情况$|绩效|[:：]$/,
  fields: FIELDS,
  speaks: /购买服务|指导性目录/,
  hasFreeNames: true,
  // The checklist has procurement, of which services are a part.
  isChecked: false,
  home: /购买服务|采购/,

  read: ({ rows }) =>
    withSubtotals(
      rows.map(readRow).filter(({ label }) => label !== ''),
      'service',
    ),
  print: ({ kind, label }) => (kind === 'service' ? {} : { item: label }),
  doubt: (rows) => doubtOfSums(rows, 'service'),

  keyed: ({ kind, code, label }) => ({ key: kind === 'service' ? (code ?? label) : kind, label }),
  found: ({ kind, label, project, level1, level2, provider, origin }) =>
    kind === 'service'
      ? [{ kind: 'procurement', title: label, body: [project, level1, level2, provider], origin }]
      : [],
  counted: (rows) => {
    const count = rows.filter(({ kind }) => kind === 'service').length;
    return [`购买服务 ${count} 项`, `${count} purchased services`];
  },
  shown: {
    id: 'purchased-services',
    title: ['政府购买服务', 'Purchased services'],
    first: 15,
    columns: [
      { title: ['服务', 'Service'], value: ({ label }) => label },
      { title: ['目录', 'Catalogue'], value: ({ level2, level1 }) => level2 ?? level1, isOptional: true },
      { title: ['代码', 'Code'], isCode: true, value: ({ code }) => code, isOptional: true },
      { title: ['承接主体', 'Provider'], value: ({ provider }) => provider, isOptional: true },
      { title: ['金额', 'Amount'], isNumber: true, value: ({ cells }) => cells.total },
    ],
    isTotal: ({ kind }) => kind !== 'service',
  },
});

function readRow(row: PrintedRow): PurchasedServiceRow {
  const { cells = {}, ...told } = readFields(FIELDS, row);
  const { item, level3, level2, level1, project, unit } = told;
  const label = unspaced(
    row.all.find(isTotalLabel) ?? item ?? level3 ?? level2 ?? level1 ?? project ?? unit ?? row.all[0] ?? '',
  );
  const kind = isTotalLabel(label) ? 'total' : /小计$/.test(label) ? 'subtotal' : 'service';
  return { ...(kind === 'service' ? told : {}), kind, label, cells, origin: row.origin };
}
