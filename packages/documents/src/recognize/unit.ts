/** The unit that a table prints its amounts in: its own line, its headers, the document's other tables, else the words. */
import { MONEY_UNITS, type MoneyUnit, PRINTED_UNIT, parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import { figuresOf } from '@mingsuan/core/words/figures';
import type { Layout, Paragraph } from '../layout.ts';
import type { LogicalTable } from './logical-tables.ts';
import { isAmount } from './shape/cells.ts';

/** What is printed; undefined where neither the table nor another of the document says it. */
export function printedUnit(table: LogicalTable, tables: readonly LogicalTable[]): MoneyUnit | undefined {
  return (
    table.caption.unit ??
    table.headerUnit ??
    tables.find((other) => other.caption.unit && other.form?.id !== 'three-publics')?.caption.unit
  );
}

const SAID = new RegExp(`单位:?\\(?${PRINTED_UNIT}`);

/** The first unit that a document says anywhere, such as in a row that is no caption. */
export function unitSaid({ pages }: Layout): MoneyUnit | undefined {
  for (const { blocks } of pages)
    for (const block of blocks)
      for (const { text } of block.kind === 'paragraph' ? [block] : block.rows.flat()) {
        const unit = SAID.exec(squeeze(text))?.groups?.unit;
        if (unit) return unit as MoneyUnit;
      }
  return undefined;
}

/**
 * Of amounts beside a table that prints no unit so many have to be its own in one unit, and none in the unit of the others: fewer where
 * that is itself only assumed.
 */
const ENOUGH = { printed: 3, assumed: 2 } as const;

/**
 * The unit of a table that prints none, where the others are in `borrowed`, printed or assumed: that too, unless its figures are the
 * others' and the words' in another unit and in none in theirs.
 */
export function unitBeside(
  table: LogicalTable,
  tables: readonly LogicalTable[],
  words: readonly Paragraph[],
  borrowed: MoneyUnit,
  by: keyof typeof ENOUGH,
): MoneyUnit {
  const unitOf = ({ caption }: LogicalTable) => (by === 'assumed' ? borrowed : caption.unit);
  const told = new Set([
    ...toldBy(words),
    ...tables.flatMap((other) => {
      const unit = other === table ? undefined : unitOf(other);
      return unit ? amountTexts([other]).map((text) => fenOf(text, unit)) : [];
    }),
  ]);
  const hits = hitsIn(told, amountTexts([table]));
  const own = hits.find(({ unit }) => unit === borrowed)!;
  return own.count === 0 && hits[0]!.count >= ENOUGH[by] && hits[0]!.count > hits[1]!.count ? hits[0]!.unit : borrowed;
}

const fenOf = (text: string, unit: MoneyUnit): number => parseAmount(text, unit)?.fen ?? 0;

const toldBy = (words: readonly Paragraph[]): readonly number[] =>
  words.flatMap(({ text }) =>
    figuresOf(text).flatMap(({ printed }) => (printed.kind === 'amount' ? [printed.fen] : [])),
  );

const amountTexts = (tables: readonly LogicalTable[]): readonly string[] =>
  tables.flatMap(({ pieces }) =>
    pieces.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => (isAmount(cell) ? [cell.text] : [])))),
  );

/** How many of the amounts told stand in the texts, for each unit; most first. */
function hitsIn(told: ReadonlySet<number>, texts: readonly string[]) {
  const real = [...told].filter((fen) => fen !== 0);
  return MONEY_UNITS.map((unit) => {
    const printed = new Set(texts.flatMap((text) => parseAmount(text, unit)?.fen ?? []));
    return { unit, count: real.filter((fen) => printed.has(fen)).length };
  }).sort((a, b) => b.count - a.count);
}

/** A budget below a hundred thousand yuan is none of a body, and one of a hundred billion is none of most: between them 元 and 万元 differ. */
const LEAST = 100_000;
const LEAST_IN_YUAN = 10_000_000;

/** The unit that the size of the greatest figure leaves: 533.85 is 万元, 5338500.00 either, 53385000.00 元. */
export function unitBySize(tables: readonly LogicalTable[]): MoneyUnit | undefined {
  const yuan = Math.max(0, ...amountTexts(tables).map((text) => Math.abs(fenOf(text, '元')) / 100));
  if (yuan >= LEAST_IN_YUAN) return '元';
  return yuan >= LEAST / 10_000 && yuan < LEAST ? '万元' : undefined;
}

/**
 * The unit in which more of the words' amounts stand in the tables than in any other; undefined where none does, so that nobody knows
 * what the tables' figures amount to.
 */
export function unitByWords(tables: readonly LogicalTable[], words: readonly Paragraph[]): MoneyUnit | undefined {
  const hits = hitsIn(new Set(toldBy(words)), amountTexts(tables));
  return hits[0]!.count > hits[1]!.count ? hits[0]!.unit : undefined;
}
