import { expect, it } from 'vitest';
import type { TableCell } from '../../src/layout.ts';
import { withFigures } from '../../src/recognize/figure-columns.ts';

const grid = (text: string): TableCell[][] =>
  text.split('\n').map((row) => row.split('|').map((cell): TableCell => ({ text: cell, origin: { page: 1 } })));

it('points have decimals and are no money', () => {
  const { rows, columns } = withFigures(
    grid(
      '资金来源|年初预算数|全年执行数|分值|得分\n资金总额|5233.89|5184.37|10|9.5\n其中：财政拨款|5233.89|5184.37|—|—',
    ),
    [],
  );
  expect(columns).toEqual([undefined, undefined, undefined, 'other', 'other']);
  expect(rows[1]!.map(({ figure }) => figure)).toEqual([undefined, undefined, undefined, 'other', 'other']);
});
