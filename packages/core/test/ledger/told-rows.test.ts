/** What is worked out elsewhere, in the rows that a person wrote. */
import { expect, test } from 'vitest';
import { exampleLedger } from '../../src/ledger/example.ts';
import { readHeld } from '../../src/ledger/held.ts';
import type { SheetRows } from '../../src/ledger/sheet-rows.ts';
import { rowsOfLedger, sheetsOfRows } from '../../src/ledger/sheet-texts.ts';
import { templateOf } from '../../src/ledger/template-of.ts';
import { toldRows } from '../../src/ledger/told-rows.ts';
import { MEAN_SCORE } from '../../src/model/stated.ts';

const accounts = {
  ...exampleLedger(2025),
  stage: 'final-accounts' as const,
  counts: { vehicles: 2, 'performance[projects]': 9 },
  texts: { ...exampleLedger(2025).texts, sections: { [MEAN_SCORE]: ['80.00'] } },
};
const written = (): SheetRows => {
  const rows = rowsOfLedger(accounts, templateOf(accounts));
  return { ...rows, counts: [...rows.counts, ['没有这样的内容', '约三个']] };
};

test('only what is told changes: a count in its row, a new one below; what cannot be read stays', () => {
  const rows = written();
  const ledger = readHeld({ sheets: sheetsOfRows(rows) }).ledger!;
  const counts = { ...ledger.counts, 'performance[projects]': 5, 'performance[poor]': 1 };
  const told = toldRows(rows, ledger, { ...ledger, counts });
  const changed = told.counts.filter((cells) => !rows.counts.some((was) => was.join() === cells.join()));
  expect(changed.map(([, count]) => count)).toEqual(['5', '1']);
  expect(told.counts).toContainEqual(['没有这样的内容', '约三个']);
  expect({ ...told, counts: rows.counts }).toEqual(rows);
  expect(readHeld({ sheets: sheetsOfRows(told) }).ledger!.counts).toEqual(counts);
});

test('what is no longer told is taken out; the same again changes nothing', () => {
  const rows = written();
  const ledger = readHeld({ sheets: sheetsOfRows(rows) }).ledger!;
  expect(toldRows(rows, ledger, ledger)).toEqual(rows);
  const told = toldRows(rows, ledger, { ...ledger, texts: { ...ledger.texts, sections: {} } });
  expect(readHeld({ sheets: sheetsOfRows(told) }).ledger!.texts.sections ?? {}).toEqual({});
});
