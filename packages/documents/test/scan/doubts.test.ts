import { expect, test } from 'vitest';
import type { Table } from '../../src/layout.ts';
import type { Glyph } from '../../src/pdf/geometry.ts';
import { withCodes } from '../../src/scan/codes.ts';
import { asColumns, doubtOf } from '../../src/scan/doubts.ts';
import { ghostless, type Placed, pitchOf, withLost } from '../../src/scan/ghosts.ts';

/** Characters of which some may be others: `4{1,7}` is a 4 that may be a 1 or a 7, `4{}` one that nothing else is known of. */
const glyphsOf = (said: string): Glyph[] =>
  [...said.matchAll(/(.)(?:\{([^}]*)\})?/g)].map(([, text, others], i) => ({
    text: text!,
    x0: 6 * i,
    x1: 6 * i + 6,
    y0: 0,
    y1: 12,
    size: 12,
    ...(others === undefined ? {} : { doubt: { confidence: 0.7, others: others === '' ? [] : others.split('/') } }),
  }));
const textOf = (said: string): string => said.replaceAll(/\{[^}]*\}/g, '');

test.each<[string, string[] | undefined]>([
  ['412.50', undefined],
  ['4{1/7}12.50', ['112.50', '712.50']],
  // Another separator is no other figure.
  ['96{}282,213.44', []],
  ['96,{.}282,213.44', undefined],
  ['3,343{8},{.}704.00', ['3,348,704.00', '3,34,704.00'].slice(0, 1)],
  ['0.{,}00', undefined],
  ['0{6}.00', ['6.00']],
  ['1,{.}234', ['1.234']],
  ['21{0}011', ['20011']],
  // The number of a row is no figure; a code, a year or an amount beside words is.
  ['2{3}、{.}商品和服务支出', undefined],
  ['（10{6}）其', undefined],
  ['2{3}01一般公共服务支出', ['301一般公共服务支出']],
  ['2026{8}年预算数', ['2028年预算数']],
  ['8{3}.711一般公共服务支出', ['3.711一般公共服务支出']],
  // A code is the same whatever stands between it and its name, or in the name; not where that may be a figure.
  ['2010601-{—/}行政运行', undefined],
  ['30302-退休{体}费', undefined],
  ['30302-退休{}费', undefined],
  ['2010601-{1}行政运行', ['20106011行政运行']],
  ['201060{}1-行政运行', []],
  ['红{直}0', ['直0']],
])('%s may be %j', (said, others) => {
  expect(doubtOf(glyphsOf(said), textOf(said))?.others).toEqual(others);
});

const column = (texts: readonly string[]): Table => ({
  kind: 'table',
  origin: {},
  rows: texts.map((text) => [{ text, origin: {} }]),
});

test.each<[string, string[] | undefined]>([
  ['382', ['3.82']],
  ['334370400', ['3343704.00']],
  ['.60', []],
  ['02131', []],
  ['1.5', []],
  ['0', undefined],
  ['—', undefined],
  ['合计', undefined],
])('%s among amounts with two decimals may be %j', (odd, others) => {
  const { rows } = asColumns(column(['12.50', '3.00', odd, '1,200.75', '0.30', '7.18']));
  expect(rows[2]![0]!.doubt?.others).toEqual(others);
  expect(rows.filter(([cell]) => cell!.doubt).length).toBe(others ? 1 : 0);
});

test.each<[string, string]>([
  ['28,384.23471', '28,384,234.71'],
  ['28384.234.71', '28,384,234.71'],
  ['29.,400.00', '29,400.00'],
  // A figure was lost, or no separator is left that tells.
  ['28,38,234.71', '28,38,234.71'],
  ['334370400', '334370400'],
])('%s among amounts with two decimals is read as %s, and doubtful', (odd, text) => {
  for (const place of [2, 0]) {
    const others = ['12.50', '3.00', '1,200.75', '0.30', '7.18'];
    const cell = asColumns(column(others.toSpliced(place, 0, odd))).rows[place]![0]!;
    expect(cell).toMatchObject({ text, ...(place > 0 ? { doubt: { confidence: 0.5 } } : {}) });
  }
});

test('an amount of which only the kind of its separators was misread is sure', () => {
  const { rows } = asColumns(column(['12.500000', '3.000000', '1.064.448000', '1,200.750000', '0.300000']));
  expect(rows[2]![0]).toEqual({ text: '1,064.448000', origin: {} });
});

test('a column of few amounts is held to what all others of the table are like; one of counts is not', () => {
  const amounts = ['12.50', '3.00', '1,200.75', '0.30', '7.18'];
  const rows = [...amounts, ...amounts].map((text, i) =>
    [text, ['28,384.23471', '5', '1,000'][i] ?? ''].map((each) => ({ text: each, origin: {} })),
  );
  const { rows: read } = asColumns({ kind: 'table', origin: {}, rows });
  expect(read.slice(0, 3).map((row) => [row[1]!.text, row[1]!.doubt !== undefined])).toEqual([
    ['28,384,234.71', true],
    ['5', false],
    ['1,000', true],
  ]);
});

test.each<[string, string[], string[] | undefined]>([
  ['5.60', ['5.600', '560'], undefined],
  ['5.60', ['5.600', '6.60'], ['6.60']],
  ['5.60', [], []],
])('%s that may be %j may be %j among amounts with two decimals', (text, others, left) => {
  const table = column(['12.50', '3.00', text, '1,200.75', '0.30', '7.18']);
  const rows = table.rows.map((row, i) =>
    row.map((cell) => (i === 2 ? { ...cell, doubt: { confidence: 0.7, others } } : cell)),
  );
  expect(asColumns({ ...table, rows }).rows[2]![0]!.doubt?.others).toEqual(left);
});

test('among codes of two digits one of one digit is doubtful', () => {
  expect(asColumns(column(['01', '02', '1', '07', '09'])).rows.map(([cell]) => cell!.doubt !== undefined)).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
});

test('columns of counts, and of few amounts, are like anything', () => {
  for (const texts of [
    ['1', '20', '3.5', '400', '5'],
    ['12.50', '3.00', '382'],
  ]) {
    const table = column(texts);
    expect(asColumns(table)).toEqual(table);
  }
});

test.each<[string, string[], boolean]>([
  ['Ⅱ among codes of two digits', ['类', '01', '02', 'Ⅱ', '07', '09'], true],
  ['a word among codes of all levels', ['编码', '205', '20501', '且', '2050101', '20502'], true],
  ['a word among words', ['名称', '甲', '乙', '且', '丙', '丁'], false],
  ['a word above figures', ['且', '名称', '1.50', '2.50', '3.50', '4.50'], false],
])('%s that is not sure', (_, texts, isMarked) => {
  const { rows } = column(texts);
  const odd = rows.map((row) =>
    row.map((cell) => (/[Ⅱ且]/.test(cell.text) ? { ...cell, doubt: { confidence: 0.4, others: [] } } : cell)),
  );
  expect(asColumns({ ...column(texts), rows: odd }).rows.filter(([cell]) => cell!.doubt).length).toBe(Number(isMarked));
});

test.each<[string, string[][], string, string[]]>([
  [
    'parts',
    [
      ['201', '01', '', '人大事务'],
      ['201', '02', '', '政协事务'],
      ['201', '02', '01', '行政运行'],
      ['210', '', '', '卫生健康支出'],
      ['210', '?且', '', '行政事业单位医疗'],
      ['210', '11', '?', '行政单位医疗'],
    ],
    '20101 20102 2010201 210 21011 2101101',
    ['按科目名称“行政事业单位医疗”认定为“11”', '认定为“01”'],
  ],
  [
    'whole',
    [
      ['205', '教育支出'],
      ['20501', '教育管理事务'],
      ['?2050701', '行政运行'],
      ['?20502', '普通教育'],
    ],
    '205 20501 2050101 20502',
    ['认定为“2050101”', '与科目名称“普通教育”相符'],
  ],
  [
    'no name',
    [
      ['205', '教育支出'],
      ['20501', '教育管理事务'],
      ['2050101', '行政运行'],
      ['?20509', '某某事务'],
    ],
    '205 20501 2050101 ?20509',
    [],
  ],
  [
    "sure, and but for one figure another name's",
    [
      ['205', '教育支出'],
      ['20501', '教育管理事务'],
      ['20507', '普通教育'],
    ],
    '205 20501 ?20507',
    [],
  ],
])('a code is settled by the name beside it: %s', (_, said, codes, messages) => {
  const rows = said.map((row) =>
    row.map((text) => ({
      text: text.replace('?', ''),
      origin: { page: 1 },
      ...(text.startsWith('?') ? { doubt: { confidence: 0.5, others: [] } } : {}),
    })),
  );
  const { table, problems } = withCodes({ kind: 'table', origin: { page: 1 }, rows }, '第 1 页');
  const read = table.rows.map((row) =>
    row
      .slice(0, -1)
      .map(({ text, doubt }) => `${doubt ? '?' : ''}${text}`)
      .join(''),
  );
  expect(read.join(' ')).toBe(codes);
  expect(problems.map(({ message }) => message)).toEqual(messages.map((each) => expect.stringContaining(each)));
});

const sign = (text: string, at: number, confidence = 0.99): Placed => ({
  text,
  at,
  confidence,
  from: at,
  to: at + 1,
  others: [],
});
/** Ink of one line, 20 high; figures stand 13 apart. */
const PITCH = 0.65;
const ink = (to: number) => [0, 0, to, 20] as const;

test('a narrow figure is no ghost where the line is wider without it; one in white is', () => {
  const signs = [sign('1', 4, 0.55), sign('1', 12, 0.9)];
  expect(ghostless(signs, ink(22), PITCH).length).toBe(2);
  expect(ghostless(signs, ink(15), PITCH).map(({ at }) => at)).toEqual([12]);
  expect(ghostless([sign('2', 60)], ink(20), PITCH)).toEqual([]);
});

test.each<[string, readonly Placed[], number, string | undefined]>([
  ['1 of 11', [sign('1', 10)], 20, '11'],
  ['8', [sign('8', 5)], 12, undefined],
  ['382 of 38454900.00', [sign('3', 5), sign('8', 18), sign('2', 31)], 120, '22'],
  ['29 of 209', [sign('2', 5), sign('9', 31)], 36, '99'],
  ['2.9', [sign('2', 5), sign('.', 18), sign('9', 31)], 36, undefined],
  ['words', [sign('年', 10)], 60, undefined],
  [
    'a code in wider figures than the page has',
    [2, 0, 8, 0, 5, 0, 2].map((n, i) => sign(`${n}`, 8 + 16 * i)),
    112,
    undefined,
  ],
])('%s: the figure beside ink that nothing was read of is doubtful', (_, signs, wide, other) => {
  const doubtful = withLost(signs, ink(wide), PITCH).filter(({ confidence }) => confidence < 0.9);
  expect(doubtful.map(({ others }) => others[0]![0])).toEqual(other === undefined ? [] : [other]);
});

test('the pitch is that of most figures', () => {
  const line = (...at: number[]) => ({ signs: at.map((place) => sign('1', place)), area: ink(60) });
  expect(pitchOf([line(0, 13, 26, 39), line(0, 13, 26, 50)])).toBe(PITCH);
  expect(pitchOf([])).toBeGreaterThan(0.5);
});
