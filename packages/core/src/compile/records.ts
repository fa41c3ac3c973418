/** Assets, organisation and performance tables of a ledger. */
import type { AssetRow, PerformanceTarget, TableFormId, TableInfo } from '../disclosure.ts';
import { isAssetTotal } from '../figures/record-totals.ts';
import { formById } from '../forms/index.ts';
import type { AssetLine, IndicatorLine, Ledger } from '../ledger/ledger.ts';
import type { Fen } from '../money.ts';
import { parseQuantity, quantityText } from '../quantity.ts';
import { fill, formsOf, type Printing } from '../templates/fill.ts';
import type { TemplateForm } from '../templates/index.ts';
import { lineKey } from '../text/numbering.ts';
import { printAmount } from './print.ts';

const REMAINDER = /^其他|^其它/;

/** Labels as compared: 单价在20万元以上的设备 and 单价在20万元以上设备 are one. */
export const assetKey = (label: string): string =>
  lineKey(label)
    .replace(/[（(].*?[）)]/g, '')
    .replace(/的/g, '');

/** The template's lines with the ledger's figures; what has no line of its own is in 其他固定资产, and 资产总额 is their sum. */
export function compileAssets({ assets }: Ledger, form: TemplateForm): AssetRow[] {
  if (assets.length === 0) return [];
  const labels = form.lines?.[0] ?? [];
  const keys = labels.map(assetKey);
  const lineOf = ({ label, partOf }: AssetLine): number => {
    const own = keys.indexOf(assetKey(label));
    if (own >= 0 || partOf !== undefined) return own;
    return isAssetTotal(lineKey(label)) ? -1 : keys.findIndex((key) => REMAINDER.test(key));
  };
  const isPart = labels.map((label) => /^其中/.test(label));
  const byLine = labels.map((_, i) => assets.filter((asset) => lineOf(asset) === i));
  const values = byLine.map((own) => sumOf(own.flatMap(({ value }) => value ?? [])));
  const total = values.reduce<Fen>(
    (sum, value, i) => (isPart[i] || isAssetTotal(keys[i]!) ? sum : sum + (value ?? 0)),
    0,
  );
  let parent: string | undefined;
  return labels.map((label, i): AssetRow => {
    const key = lineKey(label);
    const value = isAssetTotal(key) ? total : values[i];
    const quantity = sumQuantities(byLine[i]!);
    if (!isPart[i]) parent = key;
    return {
      key,
      label,
      ...(isPart[i] && parent ? { partOf: parent } : {}),
      ...(quantity ? { quantity } : {}),
      ...(value === undefined ? {} : { value: printAmount(value, form.unit) }),
      origin: {},
    };
  });
}

function sumOf(values: readonly Fen[]): Fen | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, fen) => sum + fen, 0);
}

function sumQuantities(lines: readonly AssetLine[]): AssetRow['quantity'] {
  const counts = lines.flatMap(({ quantity }) => parseQuantity(quantity ?? '') ?? []);
  if (counts.length <= 1) return counts[0];
  const scale = Math.max(...counts.map((count) => count.scale));
  const units = counts.reduce((sum, count) => sum + count.units * 10 ** (scale - count.scale), 0);
  return { units, scale, text: quantityText(units, scale), origin: {} };
}

const PER_PROJECT = '{project}';

/** One table for each project; and one for the whole agency where the template has a title without a project. */
export function compilePerformance({ projects, overall }: Ledger, printing: Printing): PerformanceTarget[] {
  const forms = formsOf(printing.template, printing.agency.level).filter(({ form }) => form === 'performance');
  const filled = projects.filter(({ goal, indicators }) => goal !== undefined || indicators.length > 0);
  return forms.flatMap((form): PerformanceTarget[] => {
    const target = (
      name: string | undefined,
      goal: string | undefined,
      indicators: readonly IndicatorLine[],
      n: number,
    ) => ({
      title: fill(form.title, printing, { number: String(n), ...(name ? { project: name } : {}) }),
      ...(name ? { project: name } : {}),
      ...(goal ? { goal } : {}),
      indicators: indicators.map((line) => ({ ...line, origin: {} })),
      origin: {},
    });
    if (form.title.includes(PER_PROJECT))
      return filled.map(({ name, goal, indicators }, i) => target(name, goal, indicators, i + 1));
    return overall ? [target(undefined, overall.goal, overall.indicators, 1)] : [];
  });
}

const WITH_MONEY: readonly string[] = ['procurement', 'assets'];

/** Titles of the tables beside the statements, with a note for those that stay empty. */
export function tableInfos(printing: Printing, year: number, isEmpty: (form: TableFormId) => boolean): TableInfo[] {
  return formsOf(printing.template, printing.agency.level).flatMap((form): TableInfo[] => {
    if (formById(form.form).rows !== 'records' || form.title.includes(PER_PROJECT)) return [];
    const id = form.form as TableFormId;
    return [
      {
        form: id,
        title: fill(form.title, printing),
        ...(WITH_MONEY.includes(id) ? { unit: form.unit } : {}),
        ...(isEmpty(id) && form.emptyNote ? { note: fill(form.emptyNote, printing) } : {}),
        ...(id === 'assets' ? { asOf: `${year - 1}-12-31` } : {}),
        origin: {},
      },
    ];
  });
}
