/** Whether the columns of a page that goes on without a header stand where those of the header do, and which are which where some have moved. */
import { squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../layout.ts';
import type { ColumnRole } from './columns.ts';
import { columnPlaces, type Headed, type Places, rolesByPlace } from './places.ts';
import { cellKind } from './shape/cells.ts';

type Rows = readonly (readonly TableCell[])[];

/** Which column of the header's page each column of another is; -1 for none. */
type Partners = readonly number[];

/** A column without a word or a figure of its own stands for nothing, though a header merged to the right, and down, goes on over it. */
export const isHollow = (rows: Rows, c: number): boolean =>
  rows.every(
    (row, r) => squeeze(row[c]?.text ?? '') === '' && (row[c]?.covered !== 'above' || rows[r - 1]?.[c]?.covered),
  );

/**
 * Rows without the hollow columns that a merge of the first row goes on over: several tables below each other in one sheet share its
 * columns, and each of theirs is merged from as many as the others need.
 */
export function withoutHollow<T extends readonly TableCell[]>(
  rows: readonly T[],
): readonly (T | readonly TableCell[])[] {
  const all = (rows[0] ?? []).map((_, c) => c);
  const kept = all.filter((c) => rows[0]![c]!.covered !== 'left' || !isHollow(rows, c));
  if (kept.length === all.length) return rows;
  return rows.map((row) =>
    kept.map((c): TableCell => {
      const { colSpan = 1, ...cell } = row[c]!;
      const span = kept.filter((column) => column >= c && column < c + colSpan).length;
      return span > 1 ? { ...cell, colSpan: span } : cell;
    }),
  );
}

/**
 * The roles for rows on as many columns as a headed piece that has a column without a word or a figure, where that stands elsewhere among
 * them: by where the columns stand on the page, else by what they hold. What cannot be told is not read. Undefined where none has moved:
 * columns that all have a header may be of other widths on each page.
 */
export function rolesMoved(model: Headed, rows: Rows): ColumnRole[] | undefined {
  const printed = [...model.headerRows, ...model.rows];
  const all = model.roles.map((_, c) => c);
  const filledIn = (grid: Rows) => all.filter((c) => !isHollow(grid, c));
  const [known, own] = [filledIn(printed), filledIn(rows)];
  if (known.length === all.length || rows.length === 0) return undefined;
  if (holds(model, rows, all) && !standsApart(columnPlaces(printed), columnPlaces(rows))) return undefined;
  const as = (partners: Partners) => partners.map((at): ColumnRole => model.roles[at] ?? { kind: 'blank' });
  if (own.length === known.length) return as(all.map((c) => known[own.indexOf(c)] ?? -1));
  const placed = rolesByPlace([model], rows);
  if (placed) return placed;
  const moves = all
    .filter((c) => !known.includes(c))
    .flatMap((from) => all.filter((c) => !own.includes(c)).map((to) => moved(all, from, to)))
    .filter((partners) => holds(model, rows, partners));
  if (moves.length === 0 && own.every((c) => known.includes(c))) return undefined;
  return all.map((c): ColumnRole => {
    const [role, ...others] = moves.map((partners) => as(partners)[c]!);
    if (!own.includes(c)) return { kind: 'blank' };
    return role && others.every((other) => isSame(other, role)) ? role : { kind: 'unknown' };
  });
}

/** Whether some column shares no place on the page with that of the same number. */
const standsApart = (model: Places, own: Places): boolean =>
  own.some((place, c) => {
    const other = model[c];
    return place !== undefined && other !== undefined && (place[1] < other[0] || other[1] < place[0]);
  });

/** The columns where that without content is not the one at `from` but the one at `to`. */
function moved(all: readonly number[], from: number, to: number): Partners {
  const rest = all.filter((c) => c !== from);
  return all.map((c) => (c === to ? -1 : rest[c > to ? c - 1 : c]!));
}

const isSame = (a: ColumnRole, b: ColumnRole): boolean =>
  a.kind === b.kind && (a.kind !== 'value' || b.kind !== 'value' || a.id === b.id);

/** Of fewer rows none tells what stands in each of them. */
const FEWEST = 3;

/**
 * Whether columns hold what their partners do: figures under figures, words under words, nothing where nothing stands, and something in
 * each row where those have it.
 */
function holds({ headerRows, rows: known }: Headed, rows: Rows, partners: Partners): boolean {
  const figures = (grid: Rows) => grid.filter((row) => row.some((cell) => cellKind(cell) === 'amount'));
  const [before, own] = [figures(known), figures(rows)];
  return partners.every((at, c) => {
    const kinds = new Set(before.map((row) => kindAt(row, at)));
    const found = new Set(own.map((row) => kindAt(row, c)));
    if (found.has('blank') && before.length >= FEWEST && !kinds.has('blank')) return false;
    found.delete('blank');
    kinds.delete('blank');
    const isOpen = kinds.size === 0 && at >= 0 && !isHollow(headerRows, at);
    return isOpen || [...found].every((kind) => kinds.has(kind));
  });
}

const kindAt = (row: readonly TableCell[], c: number): 'blank' | 'figure' | 'words' => {
  const kind = cellKind(row[c] ?? { text: '' });
  return kind === 'blank' ? 'blank' : kind === 'amount' || kind === 'integer' ? 'figure' : 'words';
};
