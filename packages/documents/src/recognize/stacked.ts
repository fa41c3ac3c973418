/** Several statements on one sheet, one grid for all: cut where the next one's title stands as a row of its own, or at a blank column between two with a title each. */
import { formOfTitle } from '@mingsuan/core/forms/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Block, Table, TableCell } from '../layout.ts';
import { readCaptionLine } from './caption.ts';
import { sectioned } from './sectioned.ts';

/** A grid of several statements as one for each. */
export function unstacked(block: Block): Block[] {
  if (block.kind === 'paragraph') return [block];
  const sides = besides(block);
  return (sides ? sides.flatMap(unstackedOne) : unstackedOne(block)).flatMap(
    (one) => (one.kind === 'table' ? sectioned(one) : undefined) ?? [one],
  );
}

/** The tables left and right of a blank column, where each begins with a title. */
function besides({ rows }: Table): Table[] | undefined {
  const width = rows[0]!.length;
  for (let c = 1; c < width - 1; c += 1) {
    if (!rows.every((row) => squeeze(row[c]!.text) === '' && !row[c]!.covered)) continue;
    const sides = [rows.map((row) => row.slice(0, c)), rows.map((row) => row.slice(c + 1))].map((side) =>
      side.filter((row) => filledOf(row).length > 0),
    );
    if (!sides.every((side) => side.slice(0, MOST_LINES).some(isTitle))) continue;
    return sides.flatMap((side) => {
      const table: Table = { kind: 'table', rows: side, origin: side[0]![0]!.origin };
      return besides(table) ?? [table];
    });
  }
  return undefined;
}

/** A table's number may stand above its title. */
const MOST_LINES = 2;

function unstackedOne(block: Table): Block[] {
  const cuts = block.rows.flatMap((row, i) => (i > 0 && isTitle(row) ? [captionStart(block, i)] : []));
  if (cuts.length === 0) return [block];
  const starts = [...new Set([0, ...cuts])];
  return starts.map((start, i): Table => {
    const rows = block.rows.slice(start, starts[i + 1]);
    return { kind: 'table', rows, origin: rows[0]![0]!.origin };
  });
}

const filledOf = (row: readonly TableCell[]): readonly TableCell[] => row.filter((cell) => squeeze(cell.text) !== '');

function isTitle(row: readonly TableCell[]): boolean {
  const filled = filledOf(row);
  const text = squeeze(filled[0]?.text ?? '');
  return filled.length === 1 && /表(?:\(.*\))?$/.test(text) && formOfTitle(text) !== undefined;
}

/** Lines such as a table's number stand above its title. */
function captionStart({ rows }: Table, title: number): number {
  let start = title;
  while (start > 1) {
    const filled = filledOf(rows[start - 1]!);
    const line = filled[0] && readCaptionLine({ kind: 'paragraph', text: filled[0].text, origin: filled[0].origin });
    if (filled.length !== 1 || !line || line.title) break;
    start -= 1;
  }
  return start;
}
