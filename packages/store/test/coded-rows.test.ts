/** What a table prints for a code that stands in several rows. */
import { describe, expect, it } from 'vitest';
import { codedRows } from '../src/projection/coded-rows.ts';

const row = (code: string, wan: number, unit?: string) => ({ code, name: code, fen: wan * 1_000_000, unit });
const told = (rows: readonly ReturnType<typeof row>[], wan?: number) =>
  codedRows(rows, wan === undefined ? undefined : wan * 1_000_000, 'function').map(({ code, fen }) => [
    code,
    fen / 1_000_000,
  ]);

describe('rows by code', () => {
  it.each<[string, readonly ReturnType<typeof row>[], number | undefined, readonly (readonly [string, number])[]]>([
    [
      'each once',
      [row('201', 5), row('208', 2)],
      7,
      [
        ['201', 5],
        ['208', 2],
      ],
    ],
    [
      'an item in a row for each economic item is their sum',
      [row('2010601', 3), row('2010601', 2), row('2080501', 1)],
      6,
      [
        ['2010601', 5],
        ['2080501', 1],
      ],
    ],
    [
      'a row printed again after a page break counts once',
      [row('201', 5), row('201', 5), row('208', 2)],
      7,
      [
        ['201', 5],
        ['208', 2],
      ],
    ],
    [
      'the same amount for two economic items is added where the total says so',
      [row('2010601', 3), row('2010601', 3)],
      6,
      [['2010601', 6]],
    ],
    ['without a total, what differs is added', [row('2010601', 3), row('2010601', 2)], undefined, [['2010601', 5]]],
    [
      'rows of units are added up where they come to the total',
      [row('201', 3, '甲'), row('2010601', 3, '甲'), row('201', 2, '乙'), row('2010601', 2, '乙')],
      5,
      [
        ['201', 5],
        ['2010601', 5],
      ],
    ],
    ['and not where they do not', [row('201', 3, '甲'), row('201', 2, '乙')], 9, []],
    [
      'rows of the whole go before rows of units',
      [row('201', 5), row('201', 3, '甲'), row('201', 2, '乙')],
      5,
      [['201', 5]],
    ],
  ])('%s', (_, rows, total, expected) => {
    expect(told(rows, total)).toEqual(expected);
  });
});
