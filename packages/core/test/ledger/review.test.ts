import { describe, expect, test } from 'vitest';
import { discloseLedger } from '../../src/disclose.ts';
import { bundled } from '../../src/jurisdictions/index.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import { readLedgerSheets } from '../../src/ledger/read-sheets.ts';
import { reviewLedger, templateOf } from '../../src/ledger/review.ts';
import type { SheetRows } from '../../src/ledger/sheet-rows.ts';
import { preparedRows, rowsOfLedger, rowsOfSheets, sheetsOfRows } from '../../src/ledger/sheet-texts.ts';
import { LEDGER_SHEETS, type SheetId } from '../../src/ledger/sheets.ts';
import { nextYear } from '../../src/restore/next-year.ts';

const EXAMPLE = exampleLedger(2024);
const ROWS = rowsOfLedger(EXAMPLE, templateOf(EXAMPLE));

/** The example with another text in one cell. */
function withCell(sheet: SheetId, row: number, field: string, text: string): SheetRows {
  const column = LEDGER_SHEETS.find(({ id }) => id === sheet)!.columns.findIndex((each) => each.field === field);
  const cells = ROWS[sheet][row]!.with(column, text);
  return { ...ROWS, [sheet]: ROWS[sheet].with(row, cells) };
}

describe('rows of the form', () => {
  test('are read back as the ledger, and come from its sheets', () => {
    expect(readLedgerSheets(sheetsOfRows(ROWS)).faults).toEqual([]);
    expect(readLedgerSheets(sheetsOfRows(ROWS)).ledger).toMatchObject({
      basic: EXAMPLE.basic,
      revenue: EXAMPLE.revenue,
    });
    expect(rowsOfSheets(sheetsOfRows(ROWS))).toEqual({ rows: ROWS, faults: [] });
  });

  test('what stands over the head goes, what is not of the form is told', () => {
    const sheets = sheetsOfRows(ROWS).map(({ name, rows }) =>
      name === '收入' ? { name, rows: [['本局'], [...rows[0]!, '备注'], ...rows.slice(1)] } : { name, rows },
    );
    const { rows, faults } = rowsOfSheets(sheets);
    expect(rows.revenue).toEqual(ROWS.revenue);
    expect(faults).toMatchObject([{ message: expect.stringContaining('备注'), origin: { address: 'E2' } }]);
  });
});

test('rows that the document wants are added once, and nothing else is touched', () => {
  expect(preparedRows(ROWS)).toEqual(ROWS);
  const [first, ...others] = ROWS['last-year'];
  const started = {
    ...ROWS,
    'last-year': others,
    assets: [],
    basic: [['读不懂', ...ROWS.basic[0]!.slice(1)]],
  };
  const prepared = preparedRows(started);
  expect(prepared).toMatchObject({ basic: started.basic, revenue: ROWS.revenue });
  expect(prepared['last-year']).toEqual([...others, [first![0], '', '', '', '', '', '']]);
  expect(prepared.assets.length).toBeGreaterThan(0);
  expect(preparedRows(prepared)).toEqual(prepared);
});

describe('the review of a ledger', () => {
  test('of the example: whole, balanced, nothing to find', () => {
    const review = reviewLedger(ROWS);
    expect(review).toMatchObject({ year: 2024, unreadable: 0, isPartial: false, unanswered: [], findings: [] });
    expect(review.problems.filter(({ kind }) => kind !== 'notice')).toEqual([]);
    expect(review.balances.map(({ difference }) => difference)).toEqual([0]);
    expect(review.totals.revenue?.fen).toBe(review.balances[0]!.revenue);
  });

  test.each([
    [
      'an amount that is none',
      withCell('basic', 2, 'fen', '约三万'),
      { kind: 'unreadable', place: { sheet: 'basic', row: 2, column: 5 } },
    ],
    [
      'a code of another name',
      withCell('basic', 0, 'economic', '30102 基本工资'),
      { kind: 'unreadable', place: { sheet: 'basic', row: 0, column: 1 } },
    ],
    [
      'an operating line among personnel',
      withCell('basic', 0, 'economic', '30201'),
      { kind: 'wrong', place: { sheet: 'basic', row: 0 } },
    ],
    ['money that is not there', withCell('revenue', 0, 'fen', '1'), { place: { sheet: 'revenue', row: 0 } }],
    [
      'an area that nobody answers',
      withCell(
        'answers',
        ROWS.answers.findIndex(([area]) => area === '年终结转结余'),
        'answer',
        '未填',
      ),
      { kind: 'missing', place: { sheet: 'answers' } },
    ],
  ])('%s is told beside its cell', (_, rows, expected) => {
    expect(reviewLedger(rows).problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...expected, place: expect.objectContaining(expected.place) }),
      ]),
    );
  });

  test('what the words ask for is written where its row stands ready', () => {
    const without = withCell('last-year', 0, 'fen', '');
    const [problem] = reviewLedger(without).problems.filter(({ asked }) => asked?.place.sheet === 'last-year');
    expect(problem).toMatchObject({
      kind: 'missing',
      asked: { mark: expect.stringMatching(/^【请填写：.*】$/), place: { row: 0, column: 1 } },
    });
    const duties = { ...ROWS, texts: ROWS.texts.filter(([key]) => key !== ROWS.texts[0]![0]) };
    const asked = reviewLedger(duties).problems.flatMap((each) => each.asked ?? []);
    expect(asked[0]?.place).toMatchObject({ sheet: 'texts', row: duties.texts.length, column: 5 });
    // Written there, nothing is asked for any more.
    const cells = asked[0]!.place.cells.with(5, '负责数据共享。');
    expect(
      reviewLedger({ ...duties, texts: [...duties.texts, cells] }).problems.flatMap((each) => each.asked ?? []),
    ).toEqual([]);
  });

  test('a row that cannot be read leaves no false sums behind', () => {
    const review = reviewLedger(withCell('basic', 2, 'fen', '约三万'));
    expect(review).toMatchObject({ isPartial: true, unreadable: 1, findings: [] });
    expect(review.problems.filter(({ kind }) => kind !== 'unreadable' && kind !== 'notice')).toEqual([]);
  });

  test('a form without a unit has only what is missing', () => {
    const rows = { ...ROWS, unit: [] };
    expect(reviewLedger(rows)).toMatchObject({ findings: [], balances: [] });
  });

  test('a code that stands alone is named', () => {
    expect(reviewLedger(withCell('basic', 0, 'item', '2010301'), bundled()).names).toEqual({ '2010301': '行政运行' });
  });
});

test('goes on into the next year without a cell that cannot be read: one sum is asked for once, whatever tables name it', () => {
  const last = exampleLedger(2025);
  const { disclosure } = discloseLedger(last, templateOf(last)!);
  const next = nextYear(last, disclosure);
  const { problems } = reviewLedger(rowsOfLedger(next, templateOf(next)));
  expect(problems.filter(({ kind }) => kind === 'unreadable')).toEqual([]);
});
