/** 政府采购预算表: what is to be bought, how many at which price, and which funds pay for it. */
import { isTotalLabel } from '../forms/label.ts';
import { type Fen, formatAmount, type MoneyUnit, parseAmount } from '../money.ts';
import { squeeze } from '../text/fold.ts';
import { lineKey } from '../text/numbering.ts';
import { type Share, tableKind } from './kind.ts';
import { withSubtotals } from './levels.ts';
import { asksOfProcurement, compileProcurement } from './procurement-compile.ts';
import { PROCUREMENT_CROSSED, PROCUREMENT_FIELDS, type ProcurementRow } from './procurement-fields.ts';
import { procurementFigures, procurementSum, procurementTotal } from './procurement-figures.ts';
import { procurementGrid } from './procurement-grid.ts';
import { given, placeless, readFields } from './read.ts';

/** A code, or its letter and a dash, before the name of what is bought: C05040300保安服务, A-货物; A4纸 has none. */
const CODED = /^(?:([ABC]\d{4,})[-—_ ]?|([ABC])[-—])(?=[\u4e00-\u9fff])(.+)$/;

/** （一）政府采购支出合计, of a list of goods, works and services. */
const TOTAL = /^政府采购(?:支出|预算|金额)*(?:合计|总计)$/;

export const PROCUREMENT = tableKind({
  id: 'procurement',
  property: 'procurement',
  name: '政府采购预算表',
  english: 'Procurement budget',
  title: /政府采购.*(预算|表)$/,
  notTitle: /说明$|情况$|绩效/,
  signature: [/采购(物品|目录|品目)/, '数量', '单价'],
  fields: PROCUREMENT_FIELDS,
  crossed: PROCUREMENT_CROSSED,
  speaks: /采购/,
  itemColumn: 'item',
  home: /采购/,

  read: ({ rows }) =>
    levelled(
      rows.map((row): ProcurementRow => {
        const label = row.text('project') ?? row.text('item') ?? row.all[0]!;
        const kind =
          isTotalLabel(label) || TOTAL.test(lineKey(label))
            ? 'total'
            : /小计$/.test(squeeze(label))
              ? 'subtotal'
              : 'item';
        const { cells = {}, ...told } = readFields(PROCUREMENT_FIELDS, row);
        const { projectFunds, quantity, unitPrice } = told;
        const code = told.code && isTotalLabel(told.code) ? undefined : told.code;
        const words = kind === 'item' ? withCode(told) : given({ code, projectFunds, quantity, unitPrice });
        return { ...words, kind, label: squeeze(label), cells, origin: row.origin };
      }),
    ),
  isTorn: ({ has, texts }) => !texts.some((text) => /\d\.\d/.test(text) && parseAmount(text, '元')) && !has('quantity'),
  // A sum's label stands where its items print their project.
  print: ({ kind, label }) => (kind === 'item' ? {} : { project: label }),

  compile: compileProcurement,
  asks: asksOfProcurement,
  aggregate,

  grid: procurementGrid,
  figures: procurementFigures,
  total: procurementTotal,
  sum: procurementSum,

  keyed: ({ kind, code, item, label }) => ({ key: kind === 'item' ? (code ?? '') : kind, label: item ?? label }),
  found: ({ kind, item, label, project, code, origin }) =>
    kind === 'item' ? [{ kind: 'procurement', title: item ?? label, body: [project, code], origin }] : [],
  counted: (rows) => {
    const items = rows.filter(({ kind }) => kind === 'item').length;
    return [`政府采购 ${items} 行`, `${items} procurement rows`];
  },
  shown: {
    id: 'procurement',
    title: ['政府采购', 'Procurement'],
    first: 15,
    isLong: true,
    columns: [
      { title: ['采购物品', 'Item'], value: ({ item, label }) => item ?? label },
      { title: ['项目', 'Project'], value: ({ project }) => project },
      { title: ['编码', 'Code'], isCode: true, value: ({ code }) => code },
      {
        title: ['数量', 'Quantity'],
        isNumber: true,
        value: ({ quantity }) => quantity,
        beside: ({ unit }) => unit,
      },
      { title: ['单价', 'Unit price'], isNumber: true, value: ({ unitPrice }) => unitPrice },
      { title: ['合计', 'Total'], isNumber: true, value: ({ cells }) => cells.total },
    ],
    isTotal: ({ kind }) => kind !== 'item',
  },
});

/** Where no row is called a subtotal, those that are sums of the rows below them are. */
const levelled = (rows: readonly ProcurementRow[]): readonly ProcurementRow[] =>
  rows.some(({ kind }) => kind === 'subtotal') ? rows : withSubtotals(rows, 'item');

/** A code that stands before the name of what is bought, as a code. */
function withCode<T extends { readonly item?: string; readonly project?: string; readonly code?: string }>(told: T): T {
  const [, code, letter, name] = CODED.exec(told.item ?? told.project ?? '') ?? [];
  if (told.code !== undefined || name === undefined) return told;
  const { project, ...rest } = told;
  return { ...rest, ...(told.item === undefined ? {} : given({ project })), item: name, code: code ?? letter } as T;
}

/** A 合计 row, then each unit's 小计 with its items. */
function aggregate(units: readonly Share<ProcurementRow>[]): ProcurementRow[] {
  const blocks = units.flatMap(({ agency, rows, unit }) => {
    const items = rows.filter(({ kind }) => kind === 'item');
    if (items.length === 0) return [];
    const stated = rows.find(({ kind }) => kind === 'total');
    return [{ agency, unit, items, sums: sumCells(stated ? [stated] : items) }];
  });
  if (blocks.length === 0) return [];
  const row = (kind: 'total' | 'subtotal', label: string, sums: Record<string, Fen>, unit: MoneyUnit) => {
    const cells = Object.entries(sums).map(
      ([id, fen]) => [id, { fen, text: formatAmount(fen, unit), origin: {} }] as const,
    );
    return { kind, label, cells: Object.fromEntries(cells), origin: {} };
  };
  const total: Record<string, Fen> = {};
  for (const { sums } of blocks) for (const id in sums) total[id] = (total[id] ?? 0) + sums[id]!;
  return [
    row('total', '合计', total, blocks[0]!.unit),
    ...blocks.flatMap(({ agency, unit, items, sums }) => [
      row('subtotal', `${agency.name}小计`, sums, unit),
      ...items.map(placeless),
    ]),
  ];
}

function sumCells(rows: readonly ProcurementRow[]): Record<string, Fen> {
  const sums: Record<string, Fen> = {};
  for (const { cells } of rows) for (const id in cells) sums[id] = (sums[id] ?? 0) + cells[id]!.fen;
  return sums;
}
