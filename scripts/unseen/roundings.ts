/** The same document printed less finely: each figure is rounded by itself, so that sums miss by the last digit and no one erred. */
import type { Block, Layout, TableCell } from '../../packages/documents/src/layout.ts';
import { isAmountText } from '../../packages/documents/src/recognize/shape/cells.ts';

/** An amount of money in words; percents, persons and areas keep what they have. */
const SAID = /\d[\d,]*\.\d+(?=\s*(?:万|亿)?元)/g;

/** Half up, by digits: 1,234.65 → 1,234.7; a carry goes through. */
function rounded(amount: string, decimals: number): string {
  return amount.replace(/(-?)([\d,]*)\.(\d+)/, (text, sign: string, whole: string, part: string) => {
    if (part.length <= decimals) return text;
    const isGrouped = whole.includes(',');
    const scaled = BigInt(whole.replaceAll(',', '') + part.slice(0, decimals)) + (part[decimals]! >= '5' ? 1n : 0n);
    const digits = String(scaled).padStart(decimals + 1, '0');
    const front = decimals === 0 ? digits : digits.slice(0, -decimals);
    const grouped = isGrouped ? front.replace(/\B(?=(?:\d{3})+$)/g, ',') : front;
    return `${sign}${grouped}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
  });
}

/** Tables and words with so many decimals at most; `separators`: whether thousands are parted as they were. */
export function coarse(decimals: number, separators = true): (layout: Layout) => Layout {
  const printed = (amount: string) => {
    const text = rounded(amount, decimals);
    return separators ? text : text.replace(/[,，](?=\d{3})/g, '');
  };
  return (layout) => ({
    ...layout,
    pages: layout.pages.map((page) => ({
      ...page,
      blocks: page.blocks.map((block): Block => {
        if (block.kind === 'table') {
          const change = (cell: TableCell) => (isAmountText(cell.text) ? { ...cell, text: printed(cell.text) } : cell);
          return { ...block, rows: block.rows.map((row) => row.map(change)) };
        }
        const { lines, ...rest } = block;
        return { ...rest, text: block.text.replace(SAID, printed) };
      }),
    })),
  });
}
