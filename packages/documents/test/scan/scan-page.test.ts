/** Pages drawn in memory, and a model that says what it is told: the rest is ours. */
import { describe, expect, test } from 'vitest';
import type { RawPage } from '../../src/pdf/engine.ts';
import { readPages } from '../../src/pdf/read-pages.ts';
import { decode } from '../../src/scan/decode.ts';
import { type Colours, greyOf, quarterTurned, skewOf, straightened } from '../../src/scan/picture.ts';
import type { Recogniser, Step } from '../../src/scan/recogniser.ts';
import { rulingsIn } from '../../src/scan/rulings.ts';
import { DPI, scanPage } from '../../src/scan/scan-page.ts';
import { inWords } from '../../src/scan/words.ts';
import { shown } from '../office/make-office.ts';

type Colour = readonly [number, number, number];
const BLACK: Colour = [20, 20, 20];
const RED: Colour = [225, 60, 60];

function canvas(width: number, height: number) {
  const data = new Uint8Array(4 * width * height).fill(255);
  return {
    picture: { width, height, data } satisfies Colours,
    fill(x0: number, y0: number, x1: number, y1: number, colour: Colour = BLACK, slope = 0) {
      for (let y = y0; y < y1; y++)
        for (let x = x0; x < x1; x++) data.set(colour, 4 * ((y + Math.round((x - width / 2) * slope)) * width + x));
    },
  };
}

/** Two rows and two columns with a bar of ink in each cell. */
function table(slope = 0) {
  const made = canvas(900, 600);
  for (const y of [100, 200, 300]) made.fill(100, y, 801, y + 3, BLACK, slope);
  for (const x of [100, 450, 798]) made.fill(x, 100, x + 3, 303, BLACK, slope);
  for (const y of [140, 240]) for (const x of [150, 500]) made.fill(x, y, x + 90, y + 24, BLACK, slope);
  return made;
}

const step = (text: string, confidence = 0.99, ...others: readonly (readonly [string, number])[]): Step => [
  [text, confidence],
  ...others,
];
const stepsOf = (text: string): Step[] => [step(''), ...[...text].flatMap((each) => [step(each), step('')])];

const BLANK: RawPage = {
  number: 1,
  width: (900 * 72) / DPI,
  height: (600 * 72) / DPI,
  turns: 0,
  glyphs: [],
  rulings: [],
  imageShare: 1,
  unmapped: 0,
  cut: [],
};

async function* once(page: RawPage): AsyncGenerator<RawPage> {
  yield page;
}

describe('a picture', () => {
  test.each([0, 0.7, -1.3])('askew by %d degrees is set straight', (degrees) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const grey = greyOf(table(slope).picture);
    expect((skewOf(grey) * 180) / Math.PI).toBeCloseTo(degrees, 0);
    const rulings = rulingsIn(straightened(grey, skewOf(grey)), DPI);
    expect(rulings.filter(({ horizontal }) => horizontal).length).toBeGreaterThanOrEqual(3);
  });

  test('a red stamp is no ink, and ink under it stays', () => {
    const made = canvas(100, 100);
    made.fill(20, 20, 80, 80, RED);
    made.fill(40, 40, 60, 44);
    const { data } = greyOf(made.picture);
    expect([data[50 * 100 + 25]! > 200, data[42 * 100 + 50]! < 100]).toEqual([true, true]);
  });

  test('four quarter turns change nothing', () => {
    const grey = greyOf(table().picture);
    const turned = [1, 1, 1, 1].reduce((picture, turns) => quarterTurned(picture, turns), grey);
    expect(turned).toEqual(grey);
    expect(quarterTurned(quarterTurned(grey, 2), 2)).toEqual(grey);
  });
});

test('what a line says: repeats are one character, figures are read as figures, a doubtful one has others', () => {
  expect(decode([step('收'), step('收'), step(''), step('收'), step('入')]).map(({ text }) => text)).toEqual([
    '收',
    '收',
    '入',
  ]);
  const amount = [...'412.5'].flatMap((each) => [step(each), step('')]);
  const read = decode([...amount, step('O', 0.6, ['0', 0.3]), step('')]);
  expect(read.map(({ text }) => text).join('')).toBe('412.50');
  expect(decode([step('4', 0.8, ['1', 0.15]), step(''), step('1')])[0]).toMatchObject({
    confidence: 0.8,
    others: [['1', 0.15]],
  });
});

test('words decide between characters that look alike, and never figures', () => {
  const signs = decode([step('收'), step('人', 0.6, ['入', 0.3]), step('总'), step('表')]);
  expect(
    inWords(signs)
      .map(({ text }) => text)
      .join(''),
  ).toBe('收入总表');
  const figures = decode([step('1', 0.5, ['7', 0.4]), step('2')]);
  expect(
    inWords(figures)
      .map(({ text }) => text)
      .join(''),
  ).toBe('12');
});

test('a scanned table has its cells, boxes, and figures that may be others', async () => {
  const said = ['科目', '合计', '教育'];
  let line = 0;
  const model: Recogniser = {
    read: async (lines) =>
      lines.map(() => {
        const words = said[line++ % 4];
        return words === undefined
          ? [step(''), step('4', 0.7, ['1', 0.2]), step(''), step('2'), step('')]
          : stepsOf(words);
      }),
  };
  const page = await scanPage(table().picture, BLANK, model);
  const { pages, problems } = await readPages(once(page), 'PDF');
  expect(shown({ pages })).toEqual(['| 科目 | 合计 |', '| 教育 | 42 |']);
  expect(problems).toMatchObject([
    { code: 'recognised-page' },
    { code: 'doubtful-figure', message: expect.stringContaining('“12”'), origin: { page: 1 } },
  ]);
  const [table_] = pages[0]!.blocks;
  expect(table_).toHaveProperty('rows.1.1.doubt', { confidence: 0.7, others: ['12'] });
});
