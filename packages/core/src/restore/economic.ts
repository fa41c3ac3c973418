/** Basic expenditure by economic section: the table prints each section's amount, the tables by function each item's. */
import type { Disclosure, StatementFormId } from '../disclosure.ts';
import type { BasicLine } from '../ledger/ledger.ts';
import { marked } from '../ledger/unconfirmed.ts';
import type { Fen } from '../money.ts';
import type { FundUse } from './fund-uses.ts';
import { type CodedTable, codedTable, type LineFigures, lineFigures } from './published.ts';
import { spread } from './spread.ts';

/** Items and the sections that are usually one payment (domain C9), the surest first. */
const AFFINITY: readonly (readonly [item: string, section: string])[] = [
  ['2080505', '30108'],
  ['2080506', '30109'],
  ['2101101', '30110'],
  ['2101102', '30110'],
  ['2101103', '30111'],
  ['2210201', '30113'],
  ['2080501', '30302'],
  ['2080502', '30302'],
  ['2080501', '30301'],
  ['2080502', '30301'],
  ['2210202', '30102'],
  ['2210203', '30102'],
  ['2089999', '30112'],
  ['2082701', '30112'],
  ['2082702', '30112'],
  ['2082703', '30112'],
];

/** Classes that pay persons only: 社会保障和就业, 卫生健康, 住房保障. */
const PERSONAL = /^(?:208|210|221)/;

const NATURES = ['personnel', 'operating'] as const;
type Nature = (typeof NATURES)[number];

interface Section {
  readonly code: string;
  readonly nature: Nature;
  readonly fen: Fen;
}

/**
 * Basic expenditure by item and economic section; where tables give only the two sums, shared out exactly so that
 * both hold.
 */
export function basicLines(disclosure: Disclosure, uses: readonly FundUse[]): BasicLine[] {
  const basic = uses.filter(({ kind }) => kind === 'basic');
  const sections = sectionsOf(disclosure);
  const groups = groupsByItem(disclosure, basic) ?? groupsByClass(basic, sections, lineFigures(disclosure));
  const natures = splitNatures(basic, groups);
  return NATURES.flatMap((nature, n) => {
    const parts = basic.map((use, u) => ({ use, fen: natures[u]![n]! }));
    const general = parts.filter(({ use }) => use.fund === 'general-public');
    const others = parts.filter(({ use }) => use.fund !== 'general-public');
    return [
      ...byEconomic(
        general,
        sections.filter((section) => section.nature === nature),
      ),
      ...others.map(({ use, fen }) => line(use, nature, fen, undefined, true)),
    ].filter(({ fen }) => fen > 0);
  });
}

function line(use: FundUse, nature: Nature, fen: Fen, economic: string | undefined, estimated: boolean): BasicLine {
  const { item, fund, carried } = use;
  const own: BasicLine = {
    item,
    ...(economic ? { economic } : {}),
    nature,
    fund,
    ...(carried ? { carried } : {}),
    fen,
  };
  const guess = use.guess ?? (estimated ? 'spread' : undefined);
  return guess ? marked(own, guess) : own;
}

/** Tables that print basic expenditure by section, and the column that has what the general public budget pays. */
const SECTION_TABLES = [
  ['basic', 'total'],
  ['general-economic', 'basic'],
  ['basic-sources', 'general-public'],
] as const;

function sectionsOf(disclosure: Disclosure): readonly Section[] {
  const found = SECTION_TABLES.map(([form, column]) => [codedTable(disclosure, form), column] as const);
  const [table, column] = found.find(([each, id]) => each?.columns.has(id)) ?? [];
  return [...(table?.leaves ?? [])].flatMap(([code, cells]): Section[] => {
    const { personnel, operating } = cells;
    const total = cells[column!] ?? 0;
    // Final accounts print the amount only: then the class tells persons from operation.
    if (personnel === undefined && operating === undefined)
      return [{ code, nature: /^30[13]/.test(code) ? 'personnel' : 'operating', fen: total }];
    return [
      { code, nature: 'personnel', fen: personnel ?? 0 },
      { code, nature: 'operating', fen: operating ?? 0 },
    ];
  });
}

interface Group {
  readonly uses: readonly FundUse[];
  /** Personnel and operating expenditure of them all. */
  readonly sums: readonly Fen[];
}

/** Personnel and operating expenditure of each use, as the sums of its group allow. */
function splitNatures(basic: readonly FundUse[], groups: readonly Group[]): readonly (readonly Fen[])[] {
  const split = new Map<FundUse, readonly Fen[]>();
  for (const { uses, sums } of groups) {
    const { cells } = spread(
      uses.map(({ fen }) => fen),
      sums,
      (u, n) => (NATURES[n] === 'operating' && PERSONAL.test(uses[u]!.item) ? 0 : 1),
    );
    uses.forEach((use, u) => {
      split.set(use, cells[u]!);
    });
  }
  // What no table splits is taken for personnel.
  return basic.map((use) => {
    const [, operating = 0] = split.get(use) ?? [];
    return [use.fen - operating, operating];
  });
}

const isGeneral = ({ fund }: FundUse) => fund === 'general-public';

/** Some places print both beside each item of the general public budget: then nothing of it is shared out. */
function groupsByItem(disclosure: Disclosure, basic: readonly FundUse[]): readonly Group[] | undefined {
  const table = byNature(disclosure, 'general-public');
  if (!table) return undefined;
  const general = [...table.leaves].map(([code, cells]) => ({
    uses: basic.filter((use) => isGeneral(use) && use.item === code),
    sums: NATURES.map((nature) => cells[nature] ?? 0),
  }));
  // Where the table of all expenditure prints both, too, the rest is of the other funds.
  const others = [...(byNature(disclosure, 'expenditure')?.leaves ?? [])].map(([code, cells]) => ({
    uses: basic.filter((use) => !isGeneral(use) && use.item === code),
    sums: NATURES.map((nature) => Math.max(0, (cells[nature] ?? 0) - (table.leaves.get(code)?.[nature] ?? 0))),
  }));
  return [...general, ...others.filter(({ uses }) => uses.length > 0)];
}

/** A table by item that prints personnel and operating expenditure beside each other. */
function byNature(disclosure: Disclosure, form: StatementFormId): CodedTable | undefined {
  const table = codedTable(disclosure, form);
  return table && NATURES.every((nature) => table.columns.has(nature)) ? table : undefined;
}

/**
 * By class where the balance prints both, else for all together. The balance by class speaks of all funds, the table of
 * economic sections of the general public budget: what that one pays of a class's personnel is at least what its operating
 * expenditure leaves, and all classes make the table's sum.
 */
function groupsByClass(
  basic: readonly FundUse[],
  sections: readonly Section[],
  figures: LineFigures,
): readonly Group[] {
  const [personnel = 0, operating = 0] = NATURES.map((nature) =>
    total(sections.filter((each) => each.nature === nature)),
  );
  const codes = [...new Set(basic.map(({ item }) => item.slice(0, 3)))];
  const printed = codes.map((code) => NATURES.map((nature) => figures('balance.expenditure', code, nature)));
  if (printed.every((sums) => sums.every((fen) => fen === undefined)))
    return [{ uses: basic.filter(isGeneral), sums: [personnel, operating] }];
  const classes = codes.map((code, i) => {
    const uses = basic.filter(({ item }) => item.startsWith(code));
    const [p = 0, o = 0] = printed[i]!;
    const general = total(uses.filter(isGeneral));
    const least = Math.max(0, general - o);
    return { uses, p, o, general, least, more: Math.max(0, Math.min(p, general) - least) };
  });
  const missing = Math.max(0, personnel - classes.reduce((sum, { least }) => sum + least, 0));
  const more = spread(
    classes.map((each) => each.more),
    [missing],
    (c) => classes[c]!.more,
  );
  return classes.flatMap(({ uses, p, o, general, least }, c): Group[] => {
    const own = least + more.cells[c]![0]!;
    return [
      { uses: uses.filter(isGeneral), sums: [own, general - own] },
      { uses: uses.filter((use) => !isGeneral(use)), sums: [p - own, Math.max(0, o - (general - own))] },
    ];
  });
}

/** Fen of the last digit that most tables print: 0.01 万元. */
const PRINTED: Fen = 10_000;

/** First the sections that belong to an item, then the rest in proportion. What no section is left for stays without one. */
function byEconomic(
  parts: readonly { readonly use: FundUse; readonly fen: Fen }[],
  sections: readonly Section[],
): BasicLine[] {
  const rows = parts.map(({ fen }) => fen);
  const columns = sections.map(({ fen }) => fen);
  const matched = rows.map(() => columns.map(() => 0));
  for (const [item, code] of AFFINITY) {
    const c = sections.findIndex((section) => section.code === code);
    parts.forEach(({ use }, r) => {
      const amount = use.item === item ? Math.min(rows[r]!, columns[c] ?? 0) : 0;
      if (amount <= 0) return;
      matched[r]![c]! += amount;
      rows[r]! -= amount;
      columns[c]! -= amount;
    });
  }
  const { cells, certain } = spread(rows, columns, () => 1);
  const placed = parts.map((_, r) => columns.map((__, c) => matched[r]![c]! + cells[r]![c]!));
  const short = parts.map(({ fen }, r) => fen - placed[r]!.reduce((sum, amount) => sum + amount, 0));
  const all = short.reduce((sum, each) => sum + each, 0);
  // What rounded sections lack of rounded items is no expenditure without a section; one digit is between any two tables.
  const isRounding = all > PRINTED && all <= ((parts.length + columns.length) * PRINTED) / 2;
  return parts.flatMap(({ use, fen }, r) => {
    const amounts = placed[r]!;
    const largest = amounts.indexOf(Math.max(...amounts));
    if (isRounding && largest >= 0) amounts[largest]! += short[r]!;
    const isGuess = !certain || matched[r]!.some((amount) => amount > 0);
    const nature = sections[0]?.nature ?? 'personnel';
    const rest = fen - amounts.reduce((sum, amount) => sum + amount, 0);
    return [
      ...sections.map(({ code }, c) => line(use, nature, amounts[c]!, code, isGuess)),
      line(use, nature, rest, undefined, true),
    ];
  });
}

function total(amounts: readonly { readonly fen: Fen }[]): Fen {
  return amounts.reduce((sum, { fen }) => sum + fen, 0);
}
