/** No figure runs over the lines of its column. */
import { describe, expect, test } from 'vitest';
import { fitColumns } from '../../src/fit-columns.ts';
import type { Table } from '../../src/layout.ts';

const ROOM = { width: 400, size: 9, inset: 3 };

const table = (texts: readonly string[], widths = texts.map(() => 1)): Table => ({
  kind: 'table',
  origin: {},
  rows: [texts.map((text) => ({ text, origin: {} }))],
  print: { headRows: 0, name: '表', columns: widths.map((width) => ({ width, align: 'right' as const })) },
});

describe('columns of a table', () => {
  test('stand as asked where every figure fits', () =>
    expect(fitColumns(table(['收入', '1.00'], [3, 1]), ROOM)).toEqual({ size: 9, inset: 3, columns: [300, 100] }));

  test('take from words what a figure needs, at the usual size', () => {
    const { size, inset, columns } = fitColumns(table(['一般公共服务支出', '22,669,300.94'], [15, 1]), ROOM);
    expect([size, inset]).toEqual([9, 3]);
    expect(columns[1]).toBeGreaterThan(60);
    expect(columns[0]! + columns[1]!).toBeCloseTo(400);
  });

  test('are set smaller where the figures alone want more than the page', () => {
    const { size, columns } = fitColumns(table(Array.from({ length: 12 }, () => '242,000.00')), ROOM);
    expect(size).toBeLessThan(9);
    expect(columns.every((width) => width > 4.8 * size)).toBe(true);
  });

  test('never get smaller than can be printed, and fill the page', () => {
    const { size, columns } = fitColumns(table(Array.from({ length: 60 }, () => '242,000.00')), ROOM);
    expect(size).toBe(4.5);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(400);
  });

  test('heads merged over several columns ask for nothing', () => {
    const merged = table(['2026', '']);
    const rows = [
      [
        { text: '2026012345678', origin: {}, colSpan: 2 },
        { text: '', origin: {}, covered: 'left' as const },
      ],
    ];
    expect(fitColumns({ ...merged, rows }, { ...ROOM, width: 100 }).columns).toEqual([50, 50]);
  });
});
