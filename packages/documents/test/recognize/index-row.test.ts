import { expect, it } from 'vitest';
import { isIndexRow } from '../../src/recognize/header.ts';

it.each([
  ['栏次|1|2|3', true],
  ['码栏次||1|2|3', true],
  ['4|5|入6|7', true],
  ['入6|8|9', false],
  ['合计|4.00|5.00|6.00', false],
  ['编码|第一组|第二组', false],
])('whether the end of a header stands in a row of column numbers: %s', (row, isIndex) => {
  expect(isIndexRow(row.split('|').map((text) => ({ text, origin: {} })))).toBe(isIndex);
});
