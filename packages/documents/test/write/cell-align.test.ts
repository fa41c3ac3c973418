/** Where texts of cells stand: heads and sums in the middle, of both sides of a balance and below a performance table's goal. */

import { discloseLedger } from '@mingsuan/core/disclose';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateById } from '@mingsuan/core/templates/index';
import { expect, it, test } from 'vitest';
import { alignOf, isHeadRow, rowsRepeated } from '../../src/cell-align.ts';
import { writeDocument } from '../../src/write.ts';
import { entriesOf } from './unzip.ts';

test.each([
  ['合计', 'center'],
  ['收入总计', 'center'],
  ['支出总计', 'center'],
  ['本年收入合计', 'center'],
  ['一、财政拨款收入', 'left'],
  ['上年结转', 'left'],
])('%s: %s', (text, align) => expect(alignOf({ text, origin: {} }, 'left', false)).toBe(align));

test('rows of the head', () => {
  const print = { headRows: 0, headerAt: 1, columns: [], name: '绩效目标' };
  expect([0, 1, 2].map((row) => isHeadRow(print, row))).toEqual([false, true, false]);
  expect([0, 1].map((row) => isHeadRow(undefined, row))).toEqual([true, false]);
});

test('pages repeat the head, of a performance table its goal above it, unless that is long', () => {
  const sheet = (goal: string) => ({
    kind: 'table' as const,
    origin: {},
    rows: [[{ text: goal, origin: {} }], [{ text: '三级指标', origin: {} }]],
    print: { headRows: 0, headerAt: 1, columns: [], name: '绩效目标' },
  });
  expect(rowsRepeated(sheet('保障运行。'))).toBe(2);
  expect(rowsRepeated(sheet('长'.repeat(300)))).toBe(0);
  expect(rowsRepeated({ kind: 'table', origin: {}, rows: [] })).toBe(1);
});

it('the head of a performance table stands in the middle in Word', async () => {
  const template = templateById('hebei-2023')!;
  const { disclosure } = discloseLedger(exampleLedger(2026), template);
  const body = entriesOf(await writeDocument([disclosure], 'docx', template)).get('word/document.xml')!;
  const cell = /<w:tc>(?:(?!<\/w:tc>).)*>三级指标<(?:(?!<\/w:tc>).)*<\/w:tc>/s.exec(body)![0];
  expect(cell).toContain('<w:jc w:val="center"/>');
});
