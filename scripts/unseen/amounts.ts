/** The same amounts printed otherwise: their unit unsaid or another, other marks, other digits. */
import { PRINTED_UNIT, parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Block, Table, TableCell } from '../../packages/documents/src/layout.ts';
import { readHeader } from '../../packages/documents/src/recognize/header.ts';
import { isAmountText } from '../../packages/documents/src/recognize/shape/cells.ts';
import { type Distortion, withBlocks, withTables, withTexts } from './distortion.ts';

/** Nothing says what the amounts are counted in. */
export const unitless: Distortion = (layout) =>
  withTexts(layout, (text) =>
    text.length > 60 ? text : text.replace(/(?:金额)?单位[:：]\s*[（(]?[百千万亿]?元[）)]?/, ''),
  );

/** The unit of money stands above the first table only, and above those that are in another. */
export const unitOnce: Distortion = (layout) => {
  let first: string | undefined;
  return withTexts(layout, (text) => {
    const said = text.length > 60 ? undefined : /(?:金额)?单位[:：]\s*[（(]?[百千万亿]?元[）)]?/.exec(text)?.[0];
    if (said === undefined) return text;
    const unit = /[百千万亿]?元/.exec(said)![0];
    const again = unit === first;
    first ??= unit;
    return again ? text.replace(said, '') : text;
  });
};

const UNIT_SAID = new RegExp(`(?:单位[:：]?[（(]?|[（(])${PRINTED_UNIT}`);

/** 元 instead of 万元, in the tables that are printed in 万元: a unit holds until another is printed. */
export const inYuan: Distortion = (layout) => {
  const texts = layout.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text])),
  );
  const unitIn = (text: string) => (text.length < 60 ? UNIT_SAID.exec(squeeze(text))?.groups?.unit : undefined);
  let unit = texts.map(unitIn).find((each) => each !== undefined) ?? '万元';
  const headed = (table: Table) =>
    table.rows
      .slice(0, MOST_HEADER_ROWS)
      .flatMap((row) => row.flatMap(({ text }) => unitIn(text) ?? []))
      .at(0);
  return withBlocks(layout, ({ blocks }) =>
    blocks.map((block): Block => {
      if (block.kind === 'paragraph') {
        unit = unitIn(block.text) ?? unit;
        const { lines, ...rest } = block;
        return { ...rest, text: unitInYuan(block.text) };
      }
      unit = headed(block) ?? unit;
      const change = unit === '万元' ? amountInYuan : (text: string) => text;
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: change(unitInYuan(cell.text)) }))),
      };
    }),
  );
};

/** A header stands in so many rows. */
const MOST_HEADER_ROWS = 6;

const unitInYuan = (text: string): string =>
  text.replace(/(单位[:：]\s*[（(]?)万元/g, '$1元').replace(/[（(]万元[）)]/g, '（元）');

function amountInYuan(text: string): string {
  if (!isAmountText(text)) return text;
  const fen = parseAmount(text, '万元')!.fen;
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** Negative amounts and blanks as another place prints them: △ or brackets, a dash or 0.00. */
export const otherMarks: Distortion = (layout, random) => {
  const [negative, blank] = [random() < 0.5 ? '△$1' : '（$1）', random() < 0.5 ? '–' : '0.00'];
  return withTables(layout, (table) => {
    const head = readHeader(table.rows).rowCount;
    const isMoney = (c: number) => table.rows.some((row, r) => r >= head && isAmountText(row[c]?.text ?? ''));
    const columns = table.rows[0]!.map((_, c) => isMoney(c));
    const change = (text: string, c: number) => {
      if (isAmountText(text)) return text.trim().replace(/^[-−](.*)$/, negative);
      return squeeze(text) === '' && columns[c] ? blank : text;
    };
    const isData = (row: readonly TableCell[]) => row.some(({ text }) => isAmountText(text));
    return [
      {
        ...table,
        rows: table.rows.map((row, r) =>
          r < head || !isData(row)
            ? row
            : row.map((cell, c) => (cell.covered ? cell : { ...cell, text: change(cell.text, c) })),
        ),
      },
    ];
  });
};

/** Digits as a full-width typeface sets them, or spaced out within a justified cell. */
export const otherDigits: Distortion = (layout, random) => {
  const isWide = random() < 0.5;
  const wide = (text: string) => text.replace(/[\d.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const spaced = (text: string) => text.replace(/,/g, ', ');
  return withTables(layout, (table) => [
    {
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) =>
          isAmountText(cell.text) ? { ...cell, text: isWide ? wide(cell.text) : spaced(cell.text) } : cell,
        ),
      ),
    },
  ]);
};
