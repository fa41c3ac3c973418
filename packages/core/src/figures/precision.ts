/** How finely a table prints: the decimals usual in it (design §2.5), and the figures that are printed finer. */
import type { Disclosure, Statement, TableFormId } from '../disclosure.ts';
import { type Fields, figuresOf } from '../kinds/field.ts';
import { kindOf } from '../kinds/index.ts';
import { derived } from '../memo.ts';
import { rowsOf } from '../model/tables.ts';
import { decimalsOf, type Fen, type MoneyUnit, parseAmount, printingStep } from '../money.ts';

/** Figures at least this often (one in …) set the usual number of decimals of a table that trims trailing zeros. */
const MINORITY = 20;

/** Figures enough to tell a table's decimals by themselves. */
const ENOUGH = 4;

/** Decimals of a table that shows none, in a document whose other tables tell nothing either. */
const CUSTOMARY = 2;

export interface Precision {
  readonly usual: number;
  /** Decimals of the finest figure. */
  readonly finest: number;
  /** Figures other than zero: of few, trimmed zeros cannot be told from whole numbers. */
  readonly figures: number;
}

/**
 * Decimals usual in a table, from its figures' texts. A padded zero (`61.30`) shows the table's format; a table that
 * trims zeros (`5.8`, `50`) prints as finely as its finest figures, a lone finer one among many excepted.
 */
export function precisionOf(texts: readonly string[]): Precision {
  const counts: number[] = [];
  const padded: number[] = [];
  let figures = 0;
  for (const text of texts) {
    const isCut = cutDecimals(text) !== undefined;
    const decimals = isCut ? CUSTOMARY : decimalsOf(text);
    counts[decimals] = (counts[decimals] ?? 0) + 1;
    if (!isCut && decimals > 0 && text.trimEnd().endsWith('0')) padded[decimals] = (padded[decimals] ?? 0) + 1;
    if (/[1-9]/.test(text)) figures += 1;
  }
  const finest = Math.max(0, counts.length - 1);
  const format = paddedFormat(counts, padded);
  if (format > 0) return { usual: format, finest, figures };
  const enough = figures < ENOUGH ? 1 : Math.max(2, figures / MINORITY);
  let finer = 0;
  for (let decimals = counts.length - 1; decimals > 0; decimals -= 1) {
    finer += counts[decimals] ?? 0;
    if (finer >= enough) return { usual: decimals, finest, figures };
  }
  return { usual: 0, finest, figures };
}

/**
 * Decimals that a spreadsheet's General format left of a large figure: it shows eleven characters and rounds what does not fit
 * (480,544,221.62 as 480544221.6). Undefined of any other text.
 */
function cutDecimals(text: string): number | undefined {
  const plain = text.trim();
  if (/^\d{9}\.\d$/.test(plain)) return 1;
  return /^\d{10,11}$/.test(plain) ? 0 : undefined;
}

/** The number of decimals that the table pads to, 0 where it does not pad or most of its figures are finer. */
function paddedFormat(counts: readonly number[], padded: readonly number[]): number {
  let best = 0;
  let finer = 0;
  for (let decimals = counts.length - 1; decimals > 0; decimals -= 1) {
    const count = counts[decimals] ?? 0;
    if (padded[decimals] && count > (best > 0 ? (counts[best] ?? 0) : 0) && count >= finer) best = decimals;
    finer += count;
  }
  return best;
}

/** A statement, or the records of a table that is none. */
export type PrintedTable = Statement | TableFormId;

/** How a table of a disclosure prints its amounts. */
export interface Printing {
  /** Decimals usual in the table. */
  readonly decimals: number;
  /** Some figure of it has more. */
  readonly hasFiner: boolean;
  /** Fen of the last digit. Every tolerance, between tables and between tables and words, rests on it. */
  readonly step: Fen;
}

const printingsOf = derived((_: Disclosure) => new Map<PrintedTable, Printing>());

/**
 * How a table prints. One with too few figures to tell (`5` may be 5.00 or 4.6) prints like the document's other tables in
 * its unit.
 */
export function printingOf(disclosure: Disclosure, table: PrintedTable): Printing {
  const tables = printingsOf(disclosure);
  const before = tables.get(table);
  if (before) return before;
  const texts = textsOf(disclosure, table);
  const unit = unitOf(disclosure, table);
  const own = precisionOf(texts);
  const decimals = own.figures >= ENOUGH ? own.usual : likeOthers(disclosure, table, own);
  const printing = {
    decimals,
    hasFiner: own.finest > decimals,
    step: Math.max(printingStep(unit, decimals), convertedStep(texts, unit), cutStep(texts, unit)),
  };
  tables.set(table, printing);
  return printing;
}

/** Figures enough to tell that all of them are whole hundreds. */
const CONVERTED = 12;

/**
 * The step of figures in 元 that were rounded in 万元 before (134,000.00 for 13.4): all of them are whole hundreds and not all
 * whole thousands. 0 of any others.
 */
function convertedStep(texts: readonly string[], unit: MoneyUnit): Fen {
  if (unit !== '元') return 0;
  const amounts = texts.flatMap((text) => parseAmount(text, unit)?.fen || []);
  const step = printingStep('万元', 2);
  const isRound = amounts.length >= CONVERTED && amounts.every((fen) => fen % step === 0);
  return isRound && amounts.some((fen) => fen % (step * 10) !== 0) ? step : 0;
}

/** The step of figures in 元 that General cut; 0 where it cut none. */
function cutStep(texts: readonly string[], unit: MoneyUnit): Fen {
  if (unit !== '元') return 0;
  return Math.max(
    0,
    ...texts.flatMap((text) => cutDecimals(text) ?? []).map((decimals) => printingStep(unit, decimals)),
  );
}

/** Fen of the last digit that a table prints. */
export const stepOf = (disclosure: Disclosure, table: PrintedTable): Fen => printingOf(disclosure, table).step;

function likeOthers(disclosure: Disclosure, table: PrintedTable, own: Precision): number {
  const unit = unitOf(disclosure, table);
  const others = disclosure.statements
    .filter((other) => other !== table && other.unit === unit)
    .map((other) => precisionOf(textsOf(disclosure, other)))
    .filter(({ figures }) => figures >= ENOUGH);
  return Math.max(own.usual, ...(others.length > 0 ? others.map(({ usual }) => usual) : [CUSTOMARY]));
}

/** The unit that the table prints; 万元, the usual one, where it prints none. */
export function unitOf(disclosure: Disclosure, table: PrintedTable): MoneyUnit {
  if (typeof table !== 'string') return table.unit;
  return disclosure.tables.find(({ form }) => form === table)?.unit ?? '万元';
}

/** Amounts as printed; of a kind with a group of amounts only these, for prices have decimals of their own. */
function textsOf(disclosure: Disclosure, table: PrintedTable): readonly string[] {
  if (typeof table !== 'string') return table.rows.flatMap(({ cells }) => Object.values(cells).map(({ text }) => text));
  const kind = kindOf(table)!;
  const groups = Object.entries(kind.fields).filter(([, field]) => field.is === 'amounts');
  const fields: Fields = groups.length > 0 ? Object.fromEntries(groups) : kind.fields;
  const figures = rowsOf(disclosure, kind).flatMap((row) => figuresOf(fields, row));
  return figures.flatMap(([, figure]) => ('fen' in figure ? figure.text : []));
}
