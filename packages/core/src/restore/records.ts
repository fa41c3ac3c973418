/** What stands beside the statements: procurement, assets, organisation, counts, words. */

import { lookup } from '../classification/index.ts';
import type { Disclosure } from '../disclosure.ts';
import { figure } from '../figures/index.ts';
import { formById } from '../forms/index.ts';
import type { ProcurementRow } from '../kinds/index.ts';
import { ASSETS, isAssetTotal, ORGANIZATION, PROCUREMENT, procurementAmount } from '../kinds/index.ts';
import type {
  AssetLine,
  BasicLine,
  Counts,
  OrganizationLine,
  ProcurementItem,
  Project,
  RevenueLine,
  UnitNature,
} from '../ledger/ledger.ts';
import { natureByLines } from '../ledger/nature-by-lines.ts';
import { projectKey } from '../ledger/projects.ts';
import { marked } from '../ledger/unconfirmed.ts';
import { addressOf, isWhole, partNamed, thingOf } from '../model/quantity.ts';
import { isCount, isDone, isStatedAmount } from '../model/stated.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { quantityText } from '../quantity.ts';
import { foldWidth } from '../text/fold.ts';
import { lineKey } from '../text/numbering.ts';
import { FUND_IDS } from '../vocabulary/index.ts';
import { fenOf, type Mention } from '../words/index.ts';

const PAID_BY: Readonly<Record<string, Omit<RevenueLine, 'fen'>>> = {
  ...Object.fromEntries(FUND_IDS.map((fund) => [fund, { fund }])),
  'special-account': { fund: 'special-account' },
  'unit-funds': { fund: 'other' },
  'other-funds': { fund: 'other' },
  'appropriation-carryover': { fund: 'general-public', carried: true },
  'other-carryover': { fund: 'other', carried: true },
};

/** Items of the procurement table; one of a name that no project has is 公用经费's. */
export function procurementOf(disclosure: Disclosure, projects: readonly Project[]): ProcurementItem[] {
  const fundsOf = ({ lines }: Project) => lines.reduce((sum, { fen }) => sum + fen, 0);
  const rows = rowsOf(disclosure, PROCUREMENT);
  const namesProjects = rows.some(({ kind, project }) => kind === 'item' && project !== undefined);
  return rows.flatMap((row): ProcurementItem[] => {
    const { kind, item, project, code, unit, quantity, unitPrice, cells } = row;
    if (kind !== 'item') return [];
    const of = projects.filter(({ name }) => foldWidth(name) === foldWidth(project ?? ''));
    const named = of.find((each) => fundsOf(each) === row.projectFunds?.fen) ?? of[0];
    return [
      {
        ...(named ? { project: projectKey(named) } : {}),
        item: item ?? row.label,
        ...(code ? { code } : {}),
        ...(unit ? { unit } : {}),
        ...(quantity ? { quantity: quantityText(quantity.units, quantity.scale) } : {}),
        ...(unitPrice ? { unitPrice: unitPrice.fen } : {}),
        amounts: namesProjects ? amountsOf(row) : amountsOf(row).map((line) => marked(line, 'payer')),
        ...(cells.sme ? { sme: cells.sme.fen } : {}),
      },
    ];
  });
}

function amountsOf(row: ProcurementRow): RevenueLine[] {
  const lines = Object.entries(row.cells).flatMap(([id, { fen }]): RevenueLine[] =>
    PAID_BY[id] && fen !== 0 ? [{ ...PAID_BY[id], fen }] : [],
  );
  const whole = procurementAmount(row);
  return lines.length > 0 || !whole ? lines : [{ fund: 'general-public', fen: whole.fen }];
}

/** Asset lines of a ledger from the published table, its sums left out. */
export function assetsOf(disclosure: Disclosure): AssetLine[] {
  return rowsOf(disclosure, ASSETS)
    .filter(({ key, quantity, value }) => !isAssetTotal(key) && (quantity || value))
    .map(({ key, partOf, quantity, value }) => ({
      label: key,
      ...(partOf ? { partOf } : {}),
      ...(quantity ? { quantity: quantityText(quantity.units, quantity.scale) } : {}),
      ...(value ? { value: value.fen } : {}),
    }));
}

/** The units of a ledger from the published table. */
export function organizationOf(disclosure: Disclosure): OrganizationLine[] {
  return rowsOf(disclosure, ORGANIZATION).map(({ unit, nature, rank, funding }) => ({
    unit,
    ...(nature ? { nature } : {}),
    ...(rank ? { rank } : {}),
    ...(funding ? { funding } : {}),
  }));
}

/** What the agency is by its organisation table or by what only such a unit spends, and 机关运行经费 where a table or the words state another than follows from it. */
export function natureOf(
  disclosure: Disclosure,
  basic: readonly BasicLine[],
  mentions: readonly Mention[],
): { readonly nature: UnitNature; readonly agencyOperating?: Fen } {
  const nature = statedNature(disclosure, basic);
  const operating = basic.reduce(
    (sum, { nature: of, fund, fen }) => (of === 'operating' && fund === 'general-public' ? sum + fen : sum),
    0,
  );
  const stated = statedOperating(disclosure, mentions);
  const derived = nature === 'institution' ? 0 : operating;
  const isDerived = stated === undefined || Math.abs(stated.fen - derived) * 2 <= stated.step;
  return isDerived ? { nature } : { nature, agencyOperating: stated.fen };
}

function statedNature(disclosure: Disclosure, basic: readonly BasicLine[]): UnitNature {
  const { agency, year } = disclosure;
  const [own] = rowsOf(disclosure, ORGANIZATION);
  if (agency.level === 'department') return 'administrative';
  if (own?.nature === undefined) return natureByLines(basic, year ?? 0) ?? 'administrative';
  if (/参/.test(own.nature)) return 'civil-service-managed';
  return /事业/.test(own.nature) ? 'institution' : 'administrative';
}

function statedOperating(
  disclosure: Disclosure,
  mentions: readonly Mention[],
): { readonly fen: Fen; readonly step: Fen } | undefined {
  const printed = figure(disclosure, addressOf('agency-operating'));
  if (printed.state === 'printed') return printed.figure;
  const said = mentions.find(({ quantity, aspect }) => quantity === 'agency-operating' && aspect === 'level');
  return said?.printed.kind === 'amount' ? said.printed : undefined;
}

/** Names of codes that the year's lists lack, as the document prints them. */
export function namesOf({ statements, year }: Disclosure): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const { form, rows } of statements) {
    for (const { key, code = key, label } of rows) {
      if (!/^\d{3,7}$/.test(code) || lookup(formById(form).rows === 'economic' ? 'economic' : 'function', code, year))
        continue;
      const name = lineKey(label).replace(/^\d+\s*/, '');
      if (name !== '') names[code] ??= name;
    }
  }
  return names;
}

/** 其他按照规定配备的公务用车 are the 其他用车 of the forms. */
const usualUse = (quantity: string): string =>
  /^vehicles/.test(thingOf(quantity)) && partNamed(quantity).startsWith('其他')
    ? `${thingOf(quantity)}[其他用车]`
    : quantity;

/** Cars by use, large equipment and the like, as the explanation counts them; what is bought or done, of the year itself. */
export function countsOf(mentions: readonly Mention[], own: number | undefined): Counts {
  const counts: Record<string, number> = {};
  const wholes = new Map<string, number[]>();
  // What is there is counted at the end of the year before.
  const isOfYear = ({ quantity, year }: Mention): boolean => year === undefined || year === own || !isDone(quantity);
  for (const mention of mentions) {
    const { quantity, aspect, printed } = mention;
    if (printed.kind !== 'count' || aspect !== 'level' || !isCount(quantity) || !isOfYear(mention)) continue;
    counts[usualUse(quantity)] ??= printed.value;
    if (isWhole(quantity)) wholes.set(quantity, [...(wholes.get(quantity) ?? []), printed.value]);
  }
  // Told twice and differently, it is as its parts have it.
  for (const [quantity, values] of wholes) {
    const parts = Object.entries(counts).filter(([name]) => thingOf(name) === thingOf(quantity) && !isWhole(name));
    const sum = parts.reduce((all, [, count]) => all + count, 0);
    if (parts.length > 0 && values.includes(sum)) counts[quantity] = sum;
  }
  return counts;
}

/** What accounts tell in words and no table prints: purchases, the parts of hospitality, money of projects evaluated. */
export function statedAmountsOf(disclosure: Disclosure, mentions: readonly Mention[]): Readonly<Record<string, Fen>> {
  const amounts: Record<string, Fen> = {};
  for (const mention of mentions) {
    const fen = mention.aspect === 'level' && isStatedAmount(mention.quantity) ? fenOf(mention) : undefined;
    if (fen === undefined || figure(disclosure, addressOf(mention.quantity)).figure) continue;
    amounts[mention.quantity] ??= fen;
  }
  return amounts;
}
