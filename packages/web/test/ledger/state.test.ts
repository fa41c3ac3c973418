import { bySheet } from '@mingsuan/core/ledger/sheet-rows';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newRow, type Row } from '../../src/pages/ledger/state/book.ts';
import { changesOf } from '../../src/pages/ledger/state/changes.ts';
import { found } from '../../src/pages/ledger/state/choices.ts';
import { parseBlock, printBlock } from '../../src/pages/ledger/state/clipboard.ts';
import * as edits from '../../src/pages/ledger/state/edits.ts';
import { begun, redone, stepped, undone } from '../../src/pages/ledger/state/history.ts';
import { at, extended, rangeOf } from '../../src/pages/ledger/state/selection.ts';

const WIDTH = 3;
const rowsOf = (...lines: string[]): readonly Row[] => lines.map((line) => newRow(line.split(',')));
const shown = (rows: readonly Row[]): string[] => rows.map(({ cells }) => cells.join(','));
const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('a block from the clipboard', () => {
  test.each([
    [
      'Excel: lines end with both marks',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'WPS: bare line feeds, no last one',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a cell of two lines stands in quotes', '"第一行\n第二行"\t3\r\n', [['第一行\n第二行', '3']]],
    ['with quotes of its own doubled', '"他说""好""\n行"\tb', [['他说"好"\n行', 'b']]],
    ['a quotation that a person wrote stays', '"三公"经费\t"甲"', [['"三公"经费', '"甲"']]],
    ['blank cells and rows count', 'a\t\t\r\n\r\nb', [['a', '', ''], [''], ['b']]],
    ['one cell', '12,345.60', [['12,345.60']]],
    ['nothing', '', []],
  ])('%s', (_, text, cells) => expect(parseBlock(text)).toEqual(cells));

  test('is read as it was printed', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '1', '"', '\n', '\t', ' ', '“') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
      // A block of one blank cell and no cells print the same; so does a last row that is one blank cell.
      .filter((cells) => cells.at(-1)!.some((each) => each !== '') || cells[0]!.length > 1);
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseBlock(printBlock(cells))).toEqual(cells);
      }),
    );
  });
});

describe('edits', () => {
  const rows = rowsOf('a,b,c', 'd,e,f', 'g,h,i');

  test.each<[string, readonly Row[], string[]]>([
    [
      'writing grows rows and keeps to the columns',
      edits.write(rows, { row: 2, column: 2 }, [['1', '2'], ['3']], WIDTH),
      ['a,b,c', 'd,e,f', 'g,h,1', ',,3'],
    ],
    ['one cell fills a whole mark', edits.paste(rows, range(0, 1, 2, 2), [['x']], WIDTH), ['a,x,x', 'd,x,x', 'g,x,x']],
    [
      'a wide row is written into each marked row',
      edits.paste(rows, range(1, 0, 2, 0), [['1', '2', '3']], WIDTH),
      ['a,b,c', '1,2,3', '1,2,3'],
    ],
    [
      'a longer block goes beyond the mark',
      edits.paste(rows, range(2, 0), [['1'], ['2']], WIDTH),
      ['a,b,c', 'd,e,f', '1,h,i', '2,,'],
    ],
    ['clearing leaves the rows', edits.clear(rows, range(0, 0, 9, 1), WIDTH), [',,c', ',,f', ',,i']],
    [
      'filling down copies the first row of the mark',
      edits.fillDown(rows, range(0, 1, 2, 1), WIDTH),
      ['a,b,c', 'd,b,f', 'g,b,i'],
    ],
    ['of one row, the row above', edits.fillDown(rows, range(1, 0, 1, 1), WIDTH), ['a,b,c', 'a,b,f', 'g,h,i']],
    [
      'filling beyond the last row adds rows',
      edits.fillDown(rows, range(3, 0, 3, 2), WIDTH),
      ['a,b,c', 'd,e,f', 'g,h,i', 'g,h,i'],
    ],
    ['nothing stands above the first row', edits.fillDown(rows, range(0, 0), WIDTH), ['a,b,c', 'd,e,f', 'g,h,i']],
    ['rows come in before a row', edits.insert(rows, 1, 2, WIDTH), ['a,b,c', ',,', ',,', 'd,e,f', 'g,h,i']],
    ['and go', edits.remove(rows, range(0, 0, 1, 2)), ['g,h,i']],
    ['rows that are not there cannot go', edits.remove(rows, range(7, 0, 8, 0)), ['a,b,c', 'd,e,f', 'g,h,i']],
  ])('%s', (_, changed, expected) => expect(shown(changed)).toEqual(expected));

  test('what changes nothing is the same rows, and rows keep their ids', () => {
    expect(edits.write(rows, { row: 0, column: 0 }, [['a', 'b']], WIDTH)).toBe(rows);
    expect(edits.clear(rowsOf(), range(0, 0, 3, 2), WIDTH)).toEqual([]);
    expect(edits.insert(rows, 0, 1, WIDTH).slice(1)).toEqual(rows);
  });

  test('five thousand lines are pasted at once', () => {
    const block = Array.from({ length: 5000 }, (_, i) => ['2010301', '30101', String(i)]);
    // Of this process: what others take of the machine does not count. Looking through all rows for each takes seconds.
    const start = process.cpuUsage();
    expect(edits.paste([], range(0, 0), block, WIDTH)).toHaveLength(5000);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});

test('undo and redo go over any steps, and a new step ends what was taken back', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer(), fc.constant('undo'), fc.constant('redo'))), (steps) => {
      let history = begun(0);
      // The plain way: a list of all states and where we stand in it.
      let [states, place] = [[0], 0];
      for (const step of steps) {
        if (step === 'undo') [history, place] = [undone(history), Math.max(0, place - 1)];
        else if (step === 'redo') [history, place] = [redone(history), Math.min(states.length - 1, place + 1)];
        else if (typeof step === 'number' && step !== history.present) {
          history = stepped(history, step);
          states = [...states.slice(0, place + 1), step];
          place += 1;
        }
        expect(history.present).toBe(states[place]);
      }
    }),
  );
});

test('a mark is drawn by arrows within the sheet', () => {
  const start = at({ row: 0, column: 1 });
  const down = extended(extended(start, 'ArrowDown', 5, WIDTH)!, 'ArrowRight', 5, WIDTH)!;
  expect(rangeOf(down)).toEqual(range(0, 1, 1, 2));
  expect(extended(down, 'ArrowRight', 5, WIDTH)).toEqual(down);
  expect(extended(down, 'Enter', 5, WIDTH)).toBeUndefined();
});

test('what an import changes is told by rows, whatever way an amount is written', () => {
  const rows = (...revenue: string[][]) => bySheet(({ id }) => (id === 'revenue' ? revenue : []));
  const before = rows(['一般公共预算拨款', '', '1000', ''], ['事业收入', '', '20', '']);
  expect(changesOf(before, rows(['一般公共预算拨款', '', '1,000.00', ''], ['事业收入', '', '20.00', '']))).toEqual([]);
  expect(changesOf(before, rows(['事业收入', '', '20', ''], ['事业收入', '', '20', '']))).toMatchObject([
    { name: '收入', added: [['事业收入', '', '20', '']], removed: [['一般公共预算拨款', '', '1000', '']], kept: 1 },
  ]);
});

describe('finding what to pick', () => {
  test('what the sheet has already stands first among equals', () => {
    expect(found(choices, '行政', new Set(['2080505'])).map(({ text }) => text.slice(0, 7))).toEqual([
      '2010301',
      '2010302',
      '2080505',
    ]);
    expect(found(choices, '', new Set(['2080505']))[0]).toBe(choices[2]);
  });

  const choices = [
    { text: '2010301 一般公共服务支出›政府办公厅（室）及相关机构事务›行政运行', sound: 'xingzhengyunxing xzyx' },
    {
      text: '2010302 一般公共服务支出›政府办公厅（室）及相关机构事务›一般行政管理事务',
      sound: 'yibanxingzhengguanlishiwu ybxzglsw',
    },
    {
      text: '2080505 社会保障和就业支出›行政事业单位养老支出›机关事业单位基本养老保险缴费支出',
      sound: 'jiguan jgsydwjbylbxjfzc',
    },
  ];
  test.each([
    ['2010302', ['2010302']],
    ['20103', ['2010301', '2010302']],
    ['xzyx', ['2010301']],
    ['行政运行', ['2010301']],
    ['xingzheng', ['2010301', '2010302']],
    ['社会保障 养老', ['2080505']],
    ['一般行政', ['2010302']],
    ['行政', ['2010301', '2010302', '2080505']],
    ['没有', []],
  ])('%s', (query, codes) => expect(found(choices, query).map(({ text }) => text.slice(0, 7))).toEqual(codes));
});
