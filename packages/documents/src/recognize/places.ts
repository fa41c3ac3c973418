/** Where columns stand on the page, which tells them where another page draws another grid. */
import type { TableCell } from '../layout.ts';
import type { ColumnRole } from './columns.ts';

type Rows = readonly (readonly TableCell[])[];

/** A table's rows under its header, with what each column is. */
export interface Headed {
  readonly headerRows: Rows;
  readonly rows: Rows;
  readonly roles: readonly ColumnRole[];
}

/** From where to where the texts of each column stand. */
export type Places = readonly (readonly [number, number] | undefined)[];

/** From where to where the texts of each column stand; undefined where it has none, or the format knows no places. */
export function columnPlaces(rows: Rows): Places {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, c) => {
    const boxes = rows.flatMap((row) => {
      const cell = row[c];
      return cell && !cell.covered && (cell.colSpan ?? 1) === 1 && cell.text.trim() !== ''
        ? (cell.origin.box ?? [])
        : [];
    });
    const ends = boxes.flatMap((_value, i) => (i % 4 === 0 ? [[boxes[i]!, boxes[i + 2]!] as const] : []));
    if (ends.length === 0) return undefined;
    return [Math.min(...ends.map(([from]) => from)), Math.max(...ends.map(([, to]) => to))] as const;
  });
}

/** The column that a place overlaps most; the nearest one to its middle where it overlaps none. */
function nearest([from, to]: readonly [number, number], model: Places): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  model.forEach((place, i) => {
    if (!place) return;
    const shared = Math.min(to, place[1]) - Math.max(from, place[0]);
    if (shared > most) [best, most] = [i, shared];
  });
  return most > -30 ? best : -1;
}

/**
 * The roles for a table without a header whose columns stand where those of a headed one stand, though its grid has more or fewer
 * (a blank border column, a merge that the page break undid). Undefined where a column with text stands under none or under two.
 */
export function rolesByPlace(headed: readonly Headed[], rows: Rows): ColumnRole[] | undefined {
  const own = columnPlaces(rows);
  for (const piece of headed.slice(-1)) {
    const model = columnPlaces([...piece.headerRows, ...piece.rows]);
    const partners = own.map((place) => (place ? nearest(place, model) : -1));
    const used = partners.filter((i) => i >= 0);
    if (used.length < 2 || used.some((i, n) => n > 0 && i <= used[n - 1]!)) continue;
    if (own.some((place, i) => place && partners[i] === -1)) continue;
    return partners.map((i): ColumnRole => (i < 0 ? { kind: 'blank' } : (piece.roles[i] ?? { kind: 'blank' })));
  }
  return undefined;
}
