/** Which columns of a sheet stay while the others go by. */
import { LEDGER_SHEETS } from '@mingsuan/core/ledger/sheets';
import { expect, test } from 'vitest';
import { keptColumns } from '../../src/pages/ledger/grid/columns.tsx';

test('the first, and the second where there is room; money goes by, and something is always left to go by', () => {
  for (const { name, columns } of LEDGER_SHEETS) {
    const kept = keptColumns(columns);
    expect([name, kept <= 2 && kept < columns.length]).toEqual([name, true]);
    expect([name, columns.slice(0, kept).some(({ cell }) => cell.is === 'money')]).toEqual([name, false]);
  }
  expect(LEDGER_SHEETS.filter(({ columns }) => keptColumns(columns) > 0).length).toBeGreaterThan(5);
});
