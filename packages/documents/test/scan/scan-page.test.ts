/** Pages drawn in memory, and a model that says what it is told: the rest is ours. */
import { describe, expect, test } from 'vitest';
import { pdfPages, type RawPage, type Scanner } from '../../src/pdf/engine.ts';
import { readPages } from '../../src/pdf/read-pages.ts';
import { decode, ungrouped } from '../../src/scan/decode.ts';
import { type Colours, greyOf, quarterTurned, skewOf, straightened } from '../../src/scan/picture.ts';
import type { Recogniser, Step } from '../../src/scan/recogniser.ts';
import { rulingsIn } from '../../src/scan/rulings.ts';
import { DPI, scanPage, scanTables, tablePictures } from '../../src/scan/scan-page.ts';
import { inWords } from '../../src/scan/words.ts';
import { shown } from '../office/make-office.ts';
import { makePdf, text } from '../pdf/make-pdf.ts';

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

test('a page on its side is turned, though what stands upright on it reads well', async () => {
  const made = canvas(2400, 900);
  for (let i = 0; i < 10; i++) made.fill(100 + 200 * i, 100, 124 + 200 * i, 190);
  made.fill(100, 400, 190, 424);
  const model: Recogniser = { read: async (lines) => lines.map(() => stepsOf('预算')) };
  expect((await scanPage(made.picture, BLANK, model)).turns % 2).toBe(1);
  const upright = await scanPage(quarterTurnedColours(made.picture), BLANK, model);
  expect(upright.turns).toBe(0);
});

/** The picture a quarter turn to the right. */
function quarterTurnedColours({ width, height, data }: Colours): Colours {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      out.set(data.subarray(from, from + 4), 4 * (x * height + (height - 1 - y)));
    }
  return { width: height, height: width, data: out };
}

describe('a picture', () => {
  test.each([0, 0.7, -1.3])('askew by %d degrees is set straight', (degrees) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const grey = greyOf(table(slope).picture);
    expect((skewOf(grey) * 180) / Math.PI).toBeCloseTo(degrees, 0);
    const rulings = rulingsIn(straightened(grey, skewOf(grey)), DPI);
    expect(rulings.filter(({ horizontal }) => horizontal).length).toBeGreaterThanOrEqual(3);
  });

  test('the lines of a wide page, sharp within a fraction of a degree alone, tell how far it is askew', () => {
    const slope = Math.tan((0.3 * Math.PI) / 180);
    const made = canvas(2300, 700);
    for (let y = 60; y < 640; y += 45) made.fill(100, y, 2200, y + 2, BLACK, slope);
    expect((skewOf(greyOf(made.picture)) * 180) / Math.PI).toBeCloseTo(0.3, 1);
  });

  test('a line beside which figures are set close goes on', () => {
    const made = table();
    made.fill(430, 200, 447, 230);
    const spans = rulingsIn(greyOf(made.picture), DPI).filter((one) => !one.horizontal && Math.abs(one.at - 451) < 4);
    expect(spans.some(({ from, to }) => from <= 105 && to >= 298)).toBe(true);
  });

  test('a stroke from one line to the next is no column; the piece of one is, where it stands in a row of the head alone', () => {
    const made = table();
    made.fill(280, 205, 283, 297);
    expect(rulingsIn(greyOf(made.picture), DPI).some(({ at }) => Math.abs(at - 281) < 4)).toBe(false);
    made.fill(280, 303, 283, 600);
    expect(rulingsIn(greyOf(made.picture), DPI).some(({ at, to }) => Math.abs(at - 281) < 4 && to < 310)).toBe(true);
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

test('of several points in a number the last alone is one', () => {
  const said = (text: string): string =>
    decode(stepsOf(text))
      .map(({ text }) => text)
      .join('');
  expect([said('2.522.02'), said('1.182,333.5'), said('2.52.02')]).toEqual(['2,522.02', '1,182,333.5', '2.52.02']);
});

test('a number that lost separators of thousands is its figures; one that lost figures too stays odd', () => {
  const said = (text: string): string =>
    decode(stepsOf(text))
      .map(({ text }) => text)
      .join('');
  expect(['1753,379.20', '2,590068.43', '1,753,379.20'].map(said)).toEqual([
    '1753379.20',
    '2590068.43',
    '1,753,379.20',
  ]);
  expect(['2,59,068.43', '18,119,24751'].map(said)).toEqual(['2,59,068.43', '18,119,24751']);
  // Its first separator was none after all: the second misleads.
  const left = decode(stepsOf('1,753,379.20')).filter((_, i) => i !== 1);
  expect(ungrouped(left).map(({ text }) => text)).not.toContain(',');
});

test('of two characters that differ by a tilt the model may be sure of the wrong one', () => {
  const said = (text: string): string =>
    inWords(decode(stepsOf(text)))
      .map(({ text }) => text)
      .join('');
  expect(said('其他收人')).toBe('其他收入');
  expect(said('人员经费')).toBe('人员经费');
  expect(said('王人')).toBe('王人');
  expect(said('士六、金融支出')).toBe('十六、金融支出');
  expect(said('国土、护士')).toBe('国土、护士');
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

describe('pictures on a page with text', () => {
  const WHOLE = [0, 0, (900 * 72) / DPI, (600 * 72) / DPI] as const;
  /** Four rows and two columns. */
  const form = () => {
    const made = canvas(900, 600);
    for (const y of [60, 150, 240, 330, 420]) made.fill(100, y, 801, y + 3);
    for (const x of [100, 450, 798]) made.fill(x, 60, x + 3, 423);
    for (const y of [95, 185, 275, 365]) for (const x of [150, 500]) made.fill(x, y, x + 90, y + 24);
    return made.picture;
  };
  const chart = () => {
    const made = canvas(900, 600);
    made.fill(100, 60, 103, 500);
    made.fill(100, 500, 800, 503);
    for (const x of [150, 300, 450]) made.fill(x, 200, x + 80, 500, RED);
    return made.picture;
  };

  test('a grid is a table, a chart is none, and neither is what stands outside the picture', () => {
    expect(tablePictures(form(), [WHOLE])).toEqual([WHOLE]);
    expect(tablePictures(chart(), [WHOLE])).toEqual([]);
    expect(tablePictures(form(), [[0, 0, 30, 215]])).toEqual([]);
  });

  test('the page keeps its words and has the cells of the picture', async () => {
    const words = { text: '表', x0: 40, x1: 50, y0: 2, y1: 12, size: 10 };
    const model: Recogniser = { read: async (lines) => lines.map(() => stepsOf('目')) };
    const page = await scanTables(form(), { ...BLANK, glyphs: [words] }, [WHOLE], model);
    const { pages, problems } = await readPages(once(page), 'PDF');
    expect(shown({ pages })).toEqual(['表', ...Array.from({ length: 4 }, () => '| 目 | 目 |')]);
    expect(problems).toMatchObject([{ code: 'recognised-page', message: expect.stringContaining('上图片里的文字') }]);
  });

  test('tables that were not read are told', async () => {
    const words = [...'部门预算说明'].map((text, i) => ({
      text,
      x0: 10 * i,
      x1: 10 * i + 10,
      y0: 2,
      y1: 12,
      size: 10,
    }));
    const { problems } = await readPages(once({ ...BLANK, imageShare: 0.3, glyphs: words, unreadTables: 2 }), 'PDF');
    expect(problems).toMatchObject([{ code: 'scanned-page', message: expect.stringContaining('有 2 张表是图片') }]);
  });

  test('is asked for of large pictures that no text stands on', async () => {
    const image = '<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray';
    const asked = async (draw: string): Promise<unknown[]> => {
      const bytes = makePdf(
        [{ content: `${text(40, 280, 'Budget of 2026 in words')} ${draw}`, resources: '/XObject << /P 6 0 R >>' }],
        [`${image} /Filter /ASCIIHexDecode /Length 5 >>\nstream\n00FF>\nendstream`],
      );
      const found: unknown[] = [];
      const scanner: Scanner = {
        dpi: 72,
        async scan(_, page, areas) {
          found.push(areas?.map((area) => area.map(Math.round)));
          return page;
        },
      };
      for await (const _ of pdfPages(bytes, undefined, scanner));
      return found;
    };
    expect(await asked('q 300 0 0 150 50 50 cm /P Do Q')).toEqual([[[50, 100, 350, 250]]]);
    expect(await asked('q 30 0 0 30 50 50 cm /P Do Q')).toEqual([]);
    expect(await asked('q 400 0 0 300 0 0 cm /P Do Q')).toEqual([]);
  });
});

test('ink of which nothing was read is doubtful in a column of figures', async () => {
  const glyphsAt = (text: string, x: number, y: number) =>
    [...text].map((each, i) => ({ text: each, x0: x + 5 * i, x1: x + 5 * i + 5, y0: y, y1: y + 10, size: 10 }));
  const at = [20, 40, 60, 80, 100, 120];
  const rulings = [
    ...[15, 35, 55, 75, 95, 115, 135].map((y) => ({ horizontal: true, at: y, from: 10, to: 210 })),
    ...[10, 110, 210].map((x) => ({ horizontal: false, at: x, from: 15, to: 135 })),
  ];
  const glyphs = at.flatMap((y, i) => [
    ...(i === 4 ? [] : glyphsAt('甲乙', 15, y)),
    ...(i > 3 ? [] : glyphsAt('1.50', 120, y)),
  ]);
  const unread = [[15, 100, 25, 110] as const, [120, 120, 130, 130] as const];
  const { problems } = await readPages(once({ ...BLANK, glyphs, rulings, scan: { skew: 0, unread } }), 'PDF');
  expect(problems.filter(({ code }) => code === 'doubtful-figure')).toMatchObject([
    { message: expect.stringContaining('有墨迹'), origin: { box: [110, 115, 210, 135] } },
  ]);
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
  // The bar of ink is wider than two figures: one may have been passed over too.
  expect(table_).toMatchObject({
    rows: [{}, [{}, { doubt: { confidence: 0.5, others: expect.arrayContaining(['422', '12']) } }]],
  });
});
