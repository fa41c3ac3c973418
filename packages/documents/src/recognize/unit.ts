/** The unit that a table prints its amounts in: its own line, its headers, the document's other tables, else the words. */
import { MONEY_UNITS, type MoneyUnit, PRINTED_UNIT, parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import { figuresOf } from '@mingsuan/core/words/figures';
import type { Layout, Paragraph } from '../layout.ts';
import type { LogicalTable } from './logical-tables.ts';
import { isAmountText } from './shape/cells.ts';

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
 * The unit in which more of the words' amounts stand in the tables than in any other; undefined where none does, so that nobody knows
 * what the tables' figures amount to.
 */
export function unitByWords(tables: readonly LogicalTable[], words: readonly Paragraph[]): MoneyUnit | undefined {
  const told = new Set(
    words.flatMap(({ text }) =>
      figuresOf(text).flatMap(({ printed }) => (printed.kind === 'amount' && printed.fen !== 0 ? [printed.fen] : [])),
    ),
  );
  const texts = tables.flatMap(({ pieces }) =>
    pieces.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ text }) => (isAmountText(text) ? [text] : [])))),
  );
  const hits = MONEY_UNITS.map((unit) => {
    const printed = new Set(texts.flatMap((text) => parseAmount(text, unit)?.fen ?? []));
    return { unit, count: [...told].filter((fen) => printed.has(fen)).length };
  }).sort((a, b) => b.count - a.count);
  return hits[0]!.count > hits[1]!.count ? hits[0]!.unit : undefined;
}
