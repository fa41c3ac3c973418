/** 固定资产占用情况表: how much of what an agency holds at the end of last year. */
import { printAmount } from '../compile/print.ts';
import type { AssetLine, Ledger } from '../ledger/ledger.ts';
import type { Quantity } from '../model/values.ts';
import { type Fen, formatAmount } from '../money.ts';
import { addQuantities, parseQuantity } from '../quantity.ts';
import { lineKey, numberingDepth } from '../text/numbering.ts';
import { ASSET_FIELDS, type AssetRow, isAssetTotal, REMAINDER } from './asset-fields.ts';
import { assetFigures, assetSum, assetTotal } from './asset-figures.ts';
import { assetGrid } from './asset-grid.ts';
import { type PrintedForm, type Share, tableKind } from './kind.ts';
import { readFields } from './read.ts';

const PART = /^其中/;

export const ASSETS = tableKind({
  id: 'assets',
  property: 'assets',
  name: '固定资产占用情况表',
  english: 'Fixed assets',
  title: /(固定资产|国有资产|资产).*(占用|占有|使用|情况).*表$/,
  signature: [/^项目$/, /^数量/, /^价值/],
  fields: ASSET_FIELDS,
  home: /资产/,

  read: ({ rows }) => {
    let parent: string | undefined;
    const above: { readonly key: string; readonly depth: number }[] = [];
    return rows.map((row): AssetRow => {
      const { quantity, value, netValue, label = row.all[0]! } = readFields(ASSET_FIELDS, row);
      const [key, depth] = [lineKey(label), numberingDepth(label)];
      const isPart = PART.test(label);
      while (depth > 0 && above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
      const partOf = isPart ? parent : depth > 0 ? above.at(-1)?.key : undefined;
      if (!isPart) parent = key;
      if (depth > 0) above.push({ key, depth });
      return {
        key,
        label,
        ...(partOf ? { partOf } : {}),
        ...(quantity ? { quantity } : {}),
        ...(value ? { value } : {}),
        ...(netValue ? { netValue } : {}),
        origin: row.origin,
      };
    });
  },

  compile,
  asOf: (year) => `${year - 1}-12-31`,
  asks: withoutLine,
  aggregate,

  grid: assetGrid,
  figures: assetFigures,
  total: assetTotal,
  sum: assetSum,

  keyed: ({ key, label }) => ({ key, label }),
  counted: ({ length }) => [`资产 ${length} 行`, `${length} asset rows`],
  shown: {
    id: 'assets',
    title: ['固定资产', 'Assets'],
    columns: [
      { title: ['名称', 'Name'], value: ({ label }) => label },
      { title: ['数量', 'Quantity'], isNumber: true, value: ({ quantity }) => quantity },
      { title: ['价值', 'Value'], isNumber: true, value: ({ value }) => value },
    ],
    isPart: ({ partOf }) => partOf !== undefined,
  },
});

/** Labels as compared: 单价在20万元以上的设备 and 单价在20万元以上设备 are one. */
const sameLabel = (label: string): string =>
  lineKey(label)
    .replace(/[（(].*?[）)]/g, '')
    .replace(/的/g, '');

const labelsOf = ({ lines }: PrintedForm): readonly string[] => lines?.[0] ?? [];

/** The template's lines with the ledger's figures; what has no line of its own is in 其他固定资产, and 资产总额 is their sum. */
function compile({ assets }: Ledger, form: PrintedForm): AssetRow[] {
  if (assets.length === 0) return [];
  const labels = labelsOf(form);
  const keys = labels.map(sameLabel);
  const lineOf = ({ label, partOf }: AssetLine): number => {
    const own = keys.indexOf(sameLabel(label));
    if (own >= 0 || partOf !== undefined) return own;
    return isAssetTotal(lineKey(label)) ? -1 : keys.findIndex((key) => REMAINDER.test(key));
  };
  const byLine = labels.map((_, i) => assets.filter((asset) => lineOf(asset) === i));
  const values = byLine.map((own) => sumOf(own.flatMap(({ value }) => value ?? [])));
  const total = values.reduce<Fen>(
    (sum, value, i) => (PART.test(labels[i]!) || isAssetTotal(keys[i]!) ? sum : sum + (value ?? 0)),
    0,
  );
  let parent: string | undefined;
  return labels.map((label, i): AssetRow => {
    const key = lineKey(label);
    const value = isAssetTotal(key) ? total : values[i];
    const counts = byLine[i]!.flatMap(({ quantity }) => parseQuantity(quantity ?? '') ?? []);
    const isPart = PART.test(label);
    if (!isPart) parent = key;
    return {
      key,
      label,
      ...(isPart && parent ? { partOf: parent } : {}),
      ...(counts.length > 0 ? { quantity: counts.reduce(addQuantities) } : {}),
      ...(value === undefined ? {} : { value: printAmount(value, form.unit, form.amounts) }),
      origin: {},
    };
  });
}

function sumOf(values: readonly Fen[]): Fen | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, fen) => sum + fen, 0);
}

function withoutLine({ assets }: Ledger, form: PrintedForm) {
  const keys = labelsOf(form).map(sameLabel);
  return assets
    .filter(({ label }) => !keys.includes(sameLabel(label)))
    .map(({ label, partOf }) => ({
      code: 'asset-without-line',
      message:
        partOf === undefined
          ? `资产“${label}”在模板中没有单独的行，已并入其他固定资产。`
          : `资产“${label}”在模板中没有单独的行，未列出（已含在“${partOf}”中）。`,
    }));
}

/** Equal lines of the units added up. */
function aggregate(units: readonly Share<AssetRow>[]): AssetRow[] {
  const sums = new Map<string, AssetRow>();
  for (const { rows, unit } of units) {
    for (const row of rows) {
      const id = `${row.partOf ?? ''}|${row.key}`;
      const sum = sums.get(id);
      const counts = [sum?.quantity, row.quantity].filter((count): count is Quantity => count !== undefined);
      const fen = (sum?.value?.fen ?? 0) + (row.value?.fen ?? 0);
      sums.set(id, {
        ...(sum ?? row),
        ...(counts.length > 0 ? { quantity: { ...counts.reduce(addQuantities), origin: {} } } : {}),
        ...(sum?.value || row.value ? { value: { fen, text: formatAmount(fen, unit), origin: {} } } : {}),
        origin: {},
      });
    }
  }
  return [...sums.values()];
}
