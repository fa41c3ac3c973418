import { expect, test } from 'vitest';
import type { Table } from '../../src/layout.ts';
import type { Glyph } from '../../src/pdf/geometry.ts';
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
])('%s: the figure beside ink that nothing was read of is doubtful', (_, signs, wide, other) => {
  const doubtful = withLost(signs, ink(wide), PITCH).filter(({ confidence }) => confidence < 0.9);
  expect(doubtful.map(({ others }) => others[0]![0])).toEqual(other === undefined ? [] : [other]);
});

test('the pitch is that of most figures', () => {
  const line = (...at: number[]) => ({ signs: at.map((place) => sign('1', place)), area: ink(60) });
  expect(pitchOf([line(0, 13, 26, 39), line(0, 13, 26, 50)])).toBe(PITCH);
  expect(pitchOf([])).toBeGreaterThan(0.5);
});
