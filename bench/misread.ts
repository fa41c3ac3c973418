/** A digit taken for another that looks like it, on a scan: whether the document's sums tell which, among all that the recogniser saw. */
import type { Cell, Disclosure, DocumentReading } from '@mingsuan/core/disclosure';
import type { TableCell } from '@mingsuan/documents/layout';
import { settled } from '../packages/documents/src/scan/settle.ts';

/** Digits that are taken for each other. */
const ALIKE = ['06', '08', '09', '14', '17', '27', '35', '38', '49', '56', '68', '89'];
/** Figures that are doubtful too and read rightly. */
const DECOYS = 2;

/** What the digit may have been taken for. */
export const lookingLike = (digit: string): readonly string[] =>
  ALIKE.filter((pair) => pair.includes(digit)).map((pair) => pair.replace(digit, ''));

/** Where a cell stands: the statement's number, the row's, the column. */
export type Place = readonly [statement: number, row: number, column: string];

/**
 * Whether the sums put the figure at `place` right, and leave all others, where `read` is what was recognised of `clean`: of the misread
 * figure and of two others the recogniser names each digit that looks like one of theirs.
 */
export function isSettled(clean: Disclosure, read: Disclosure, place: Place, random: () => number): boolean {
  const places = placesOf(read);
  const doubtful = [place, ...Array.from({ length: DECOYS }, () => places[Math.floor(random() * places.length)]!)];
  const boxed = withBoxes(read);
  const cells = doubtful.map((each): TableCell => {
    const { text, origin } = cellAt(boxed, each)!;
    return {
      text,
      origin,
      doubt: { confidence: 0.6, others: othersOf(text, each === place ? cellAt(clean, place) : undefined) },
    };
  });
  const reading: DocumentReading = { source: 'scan', disclosures: [boxed], problems: [] };
  const rows = cells.map((cell) => [cell]);
  const table = { kind: 'table', rows, origin: {} } as const;
  const [found] = settled(reading, { pages: [{ number: 1, blocks: [table] }], problems: [] }).disclosures;
  return places.every((each) => cellAt(found!, each)!.fen === cellAt(clean, each)!.fen);
}

/** With one digit taken for another, each; what it really is stands among them, not first. */
function othersOf(text: string, real: Cell | undefined): readonly string[] {
  const others = [...text].flatMap((digit, i) =>
    lookingLike(digit).map((other) => text.slice(0, i) + other + text.slice(i + 1)),
  );
  // A recogniser doubts one or two digits of a figure, not all.
  const at = real
    ? [...text].findIndex((char, i) => char !== real.text[i])
    : [...text].findIndex((char) => /\d/.test(char));
  return others.filter((other) => other[at] !== text[at]);
}

const placesOf = ({ statements }: Disclosure): readonly Place[] =>
  statements.flatMap(({ rows }, s) =>
    rows.flatMap(({ cells }, r) =>
      Object.entries(cells).flatMap(([column, cell]): Place[] => (cell && cell.fen !== 0 ? [[s, r, column]] : [])),
    ),
  );

const cellAt = ({ statements }: Disclosure, [s, r, column]: Place): Cell | undefined =>
  statements[s]!.rows[r]!.cells[column];

/** Every cell in a place of its own on a page. */
function withBoxes(disclosure: Disclosure): Disclosure {
  let y = 0;
  const statements = disclosure.statements.map((statement) => ({
    ...statement,
    rows: statement.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, cell]) => {
          y += 1;
          return [column, { ...cell!, origin: { page: 1, box: [0, y, 1, y + 1] as const } }];
        }),
      ),
    })),
  }));
  return { ...disclosure, statements };
}
