/** Two who go on from one ledger: each one's cells are kept, what both wrote is told, and nothing is lost. */
import { mergeRows } from '@mingsuan/core/ledger/merge';
import { bySheet, type SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Rows = readonly (readonly string[])[];
const book = (basic: Rows): SheetRows => bySheet(({ id }) => (id === 'basic' ? basic : []));
const of = (...lines: string[]): Rows => lines.map((line) => line.split(' ').map((text) => (text === '.' ? '' : text)));

const BASE = of('甲 a 1', '乙 b 2', '丙 c 3');

it.each<readonly [string, Rows, Rows, Rows, readonly object[]]>([
  [
    'other cells of one row',
    of('甲 a 9', '乙 b 2', '丙 c 3'),
    of('甲 z 1', '乙 b 2', '丙 c 3'),
    of('甲 z 9', '乙 b 2', '丙 c 3'),
    [],
  ],
  [
    'the same cell alike',
    of('甲 a 9', '乙 b 2', '丙 c 3'),
    of('甲 a 9', '乙 b 2', '丙 c 3'),
    of('甲 a 9', '乙 b 2', '丙 c 3'),
    [],
  ],
  [
    'the same cell otherwise',
    of('甲 a 1', '乙 b 8', '丙 c 3'),
    of('甲 a 1', '乙 b 9', '丙 c 3'),
    of('甲 a 1', '乙 b 8', '丙 c 3'),
    [{ sheet: 'basic', row: 1, column: 2, mine: '8', theirs: '9' }],
  ],
  [
    'rows of both in one place',
    of('甲 a 1', '子 x 7', '乙 b 2', '丙 c 3'),
    of('甲 a 1', '丑 y 8', '乙 b 2', '丙 c 3'),
    of('甲 a 1', '丑 y 8', '子 x 7', '乙 b 2', '丙 c 3'),
    [],
  ],
  ['a row that one took out', of('甲 a 1', '丙 c 3'), of('甲 a 1', '乙 b 2', '丙 c 4'), of('甲 a 1', '丙 c 4'), []],
  [
    'a row that one took out and the other changed',
    of('甲 a 1', '丙 c 3'),
    of('甲 a 1', '乙 b 9', '丙 c 3'),
    of('甲 a 1', '乙 b 9', '丙 c 3'),
    [{ sheet: 'basic', row: 1, mine: '', theirs: '乙 · b · 9' }],
  ],
])('%s', (_, mine, theirs, merged, conflicts) => {
  const result = mergeRows(book(BASE), book(mine), book(theirs));
  expect([result.rows.basic, result.conflicts]).toEqual([merged, conflicts]);
});

const cells = fc.array(fc.constantFrom<string>('', '1', '2', '3'), { minLength: 3, maxLength: 3 });
const rows = fc.array(cells, { maxLength: 7 });

it('who changed nothing takes what the other made', () => {
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      expect(mergeRows(book(a), book(b), book(a))).toEqual({ rows: book(b), conflicts: [] });
      expect(mergeRows(book(a), book(a), book(b))).toEqual({ rows: book(b), conflicts: [] });
      expect(mergeRows(book(a), book(b), book(b))).toEqual({ rows: book(b), conflicts: [] });
    }),
  );
});

it('no cell that either wrote into a row is lost: it stands, or is told', () => {
  const edit = fc.record({
    row: fc.nat({ max: 7 }),
    column: fc.nat({ max: 2 }),
    by: fc.constantFrom('mine', 'theirs'),
  });
  fc.assert(
    fc.property(rows, fc.array(edit, { maxLength: 12 }), (base, edits) => {
      const written = { mine: base.map((row) => [...row]), theirs: base.map((row) => [...row]) };
      const texts: string[] = [];
      edits.forEach(({ row, column, by }, i) => {
        if (row >= base.length) return;
        // Every text is another, so that it is known wherever it goes.
        texts.push(`${by}${i}`);
        written[by][row]![column] = `${by}${i}`;
      });
      const left = texts.filter((text) => [...written.mine, ...written.theirs].some((row) => row.includes(text)));
      const { rows: merged, conflicts } = mergeRows(book(base), book(written.mine), book(written.theirs));
      const told = [
        ...merged.basic.flat(),
        ...conflicts.flatMap(({ mine, theirs }) => [...mine.split(' · '), ...theirs.split(' · ')]),
      ];
      for (const text of left) expect(told).toContain(text);
    }),
  );
});

it('a long ledger is merged at once', () => {
  const long = Array.from({ length: 5000 }, (_, i) => [`行${i}`, String(i % 7), String(i)]);
  const mine = long.map((row, i) => (i % 10 === 0 ? row.with(2, '我') : row));
  const theirs = long.map((row, i) => (i % 10 === 5 ? row.with(2, '他') : row));
  const { rows: merged, conflicts } = mergeRows(book(long), book(mine), book(theirs));
  expect(conflicts).toEqual([]);
  expect(merged.basic.filter(([, , text]) => text === '我' || text === '他')).toHaveLength(1000);
});
