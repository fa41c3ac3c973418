import { plainCharacter } from '@mingsuan/core/text/radicals';
import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../src/layout.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { line, type MadePage, makePdf, strokedRect, text, thinRect, upText } from './make-pdf.ts';

const blocksOf = async (page: MadePage): Promise<readonly Block[]> => (await readPdf(makePdf([page]))).pages[0]!.blocks;
const grid = (table: Block | undefined) =>
  (table as Table).rows.map((row) =>
    row.map((cell) => (cell.covered ? (cell.covered === 'left' ? '<' : '^') : cell.text)).join('|'),
  );
const tables = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'table');
const paragraphs = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

const [XS, YS] = [
  [50, 150, 250, 350],
  [200, 220, 240],
] as const;
const words = [
  text(60, 226, 'Code'),
  text(160, 226, 'Name'),
  text(260, 226, 'Total'),
  text(60, 206, '201'),
  text(160, 206, 'Office'),
  text(260, 206, '12.50'),
].join('\n');
const EXPECTED = ['Code|Name|Total', '201|Office|12.50'];

const styles: Record<string, string> = {
  'stroked lines': [...XS.map((x) => line(x, 200, x, 240)), ...YS.map((y) => line(50, y, 350, y))].join('\n'),
  'thin filled rectangles': [
    ...XS.map((x) => thinRect(x - 0.25, 200, 0.5, 40)),
    ...YS.map((y) => thinRect(50, y - 0.25, 300, 0.5)),
  ].join('\n'),
  'one rectangle a cell': XS.slice(0, 3)
    .flatMap((x) => [200, 220].map((y) => strokedRect(x, y, 100, 20)))
    .join('\n'),
  'pieces cell by cell': XS.slice(0, 3)
    .flatMap((x) => YS.map((y) => line(x + 0.5, y, x + 99.5, y)))
    .concat(XS.flatMap((x) => [200, 220].map((y) => line(x, y + 0.4, x, y + 19.6))))
    .join('\n'),
  dashes: YS.flatMap((y) => Array.from({ length: 75 }, (_, i) => line(50 + 4 * i, y, 52 + 4 * i, y)))
    .concat(XS.map((x) => line(x, 200, x, 240)))
    .join('\n'),
  'open sides': [line(150, 200, 150, 240), line(250, 200, 250, 240), ...YS.map((y) => line(50, y, 350, y))].join('\n'),
};

describe('small raised digits', () => {
  const cellOf = async (content: string) => {
    const labels = [text(60, 226, 'Code'), text(160, 226, 'Name'), text(260, 226, 'Total'), text(60, 206, '201')];
    const blocks = await blocksOf({ content: [styles['stroked lines'], ...labels, content].join('\n') });
    return grid(tables(blocks)[0])[1];
  };

  it.each([
    ['behind an amount', `${text(260, 206, '36.20')}\n${text(285.5, 210, '2', 6)}`, '201||36.20²'],
    ['before an amount', `${text(256.5, 210, '1', 6)}\n${text(260, 206, '36.20')}`, '201||¹36.20'],
    ['by a rise', 'BT /F1 10 Tf 260 206 Td (36.20) Tj /F1 6 Tf 4 Ts (12) Tj ET', '201||36.20¹²'],
  ])('%s are marks of notes', async (_, content, row) => expect(await cellOf(content)).toBe(row));

  it.each([
    [
      'an amount set smaller than its label',
      `${text(160, 206, 'Office')}\n${text(260, 209, '36.20', 6)}`,
      '201|Office|36.20',
    ],
    ['digits set lower', `${text(260, 206, 'CO')}\n${text(275.5, 204, '2', 6)}`, '201||CO2'],
  ])('%s are digits', async (_, content, row) => expect(await cellOf(content)).toBe(row));
});

describe('text printed twice in nearly one place, which looks bold', () => {
  const bold = (size: number, dx: number, dy: number) =>
    [...'20244355']
      .flatMap((char, i) => [0, 1].map((n) => text(60 + 0.56 * size * i + n * dx, 226 + n * dy, char, size)))
      .join('\n');

  it.each([
    ['aside', 10, 0.4, 0],
    ['further aside', 10, 0.8, 0],
    ['higher, in small print', 4, 0, 0.9],
  ])('%s, is read once', async (_, size, dx, dy) => {
    expect(paragraphs(await blocksOf({ content: bold(size, dx, dy) }))).toEqual(['20244355']);
  });

  it.each([
    ['aside', 0.3, 0],
    ['below', 0, -0.4],
  ])('%s, whole words at a time in a table, leaves nothing beside it', async (_, dx, dy) => {
    const cells: [number, number, string][] = [
      [60, 226, 'Code 12'],
      [160, 226, 'Name of office'],
      [260, 226, 'Total'],
      [60, 206, '201'],
      [160, 206, 'Office'],
      [260, 206, '12.50'],
    ];
    const twice = cells.flatMap(([x, y, word]) => [text(x, y, word), text(x + dx, y + dy, word)]).join('\n');
    const blocks = await blocksOf({ content: `${styles['stroked lines']}\n${twice}` });
    expect(paragraphs(blocks)).toEqual([]);
    expect(grid(tables(blocks)[0])).toEqual(['Code 12|Name of office|Total', '201|Office|12.50']);
  });

  it('two equal characters side by side stay two', async () => {
    expect(paragraphs(await blocksOf({ content: text(60, 226, '3355.00') }))).toEqual(['3355.00']);
  });
});

describe('ruled tables', () => {
  it.each(Object.entries(styles))('%s', async (_, rulings) => {
    expect(grid(tables(await blocksOf({ content: `${rulings}\n${words}` }))[0])).toEqual(EXPECTED);
  });

  it('merged cells hold their text at the top left', async () => {
    const rulings = [
      line(50, 200, 350, 200),
      line(50, 240, 350, 240),
      line(150, 220, 350, 220),
      line(50, 200, 50, 240),
      line(150, 200, 150, 240),
      line(250, 200, 250, 220),
      line(350, 200, 350, 240),
    ];
    const content = [
      ...rulings,
      text(60, 216, 'Code'),
      text(200, 226, 'Amounts'),
      text(160, 206, 'Basic'),
      text(260, 206, 'Project'),
    ].join('\n');
    expect(grid(tables(await blocksOf({ content }))[0])).toEqual(['Code|Amounts|<', '^|Basic|Project']);
  });

  it('a number that runs over a border stays whole, text beside it stays apart', async () => {
    const content = `${styles['stroked lines']}\n${text(160, 226, 'A')}\n${text(228, 206, '1,234.50')}\n${text(60, 206, '201')}`;
    const [, row] = grid(tables(await blocksOf({ content }))[0]);
    expect(row!.split('|').filter((cell) => cell.includes('1,234.50'))).toEqual(['1,234.50']);
  });

  it('two tables on a page and a title between them', async () => {
    const shift = (content: string) =>
      content.replaceAll(/(\d+(?:\.\d+)?) (2[0-4]\d(?:\.\d+)?)\b/g, (_, x, y) => `${x} ${Number(y) - 120}`);
    const content = `${styles['stroked lines']}\n${words}\n${text(150, 150, 'Second table')}\n${shift(styles['stroked lines']!)}\n${shift(words)}`;
    const blocks = await blocksOf({ content });
    expect(blocks.map((block) => block.kind)).toEqual(['table', 'paragraph', 'table']);
    expect(paragraphs(blocks)).toEqual(['Second table']);
  });
});

it('a table ruled between its columns only is read by its lines', async () => {
  const rulings = [50, 150, 250, 350]
    .map((x) => line(x, 160, x, 240))
    .concat(line(50, 240, 350, 240), line(50, 220, 350, 220));
  const rows = [
    ['201', 'Office', '12.50'],
    ['202', 'Roads', '7.50'],
    ['203', 'Schools', '5.00'],
  ].flatMap(([code, name, total], i) => [
    text(60, 206 - 15 * i, code!),
    text(160, 206 - 15 * i, name!),
    text(260, 206 - 15 * i, total!),
  ]);
  const content = [...rulings, text(60, 226, 'Code'), text(160, 226, 'Name'), text(260, 226, 'Total'), ...rows].join(
    '\n',
  );
  expect(grid(tables(await blocksOf({ content }))[0])).toEqual([
    'Code|Name|Total',
    '201|Office|12.50',
    '202|Roads|7.50',
    '203|Schools|5.00',
  ]);
});

describe('turned pages', () => {
  const content = `${styles['stroked lines']}\n${words}`;

  it.each([0, 90, 180, 270])('/Rotate %i reads in the direction of the text', async (rotate) => {
    expect(grid(tables(await blocksOf({ content, rotate }))[0])).toEqual(EXPECTED);
  });

  it('boxes are those of the displayed page', async () => {
    const [upright] = tables(await blocksOf({ content }));
    const [turned] = tables(await blocksOf({ content, rotate: 90 }));
    expect(upright!.origin.box).toEqual([50, 60, 350, 100]);
    expect(turned!.origin.box).toEqual([200, 50, 240, 350]);
  });

  it('text that runs upwards on a portrait page', async () => {
    const content = ['Code', 'Name', 'Total']
      .map((word, i) => upText(106, 60 + 100 * i, word))
      .concat(['201', 'Office', '12.50'].map((word, i) => upText(126, 60 + 100 * i, word)))
      .concat(
        [50, 150, 250, 350].map((y) => line(95, y, 135, y)),
        [95, 115, 135].map((x) => line(x, 50, x, 350)),
      );
    expect(grid(tables(await blocksOf({ content: content.join('\n'), size: [300, 400] }))[0])).toEqual(EXPECTED);
  });

  it.each<[string, Partial<MadePage>, readonly number[]]>([
    ['inherited', { inherits: true, size: [842, 400] }, [842, 400]],
    ['cropped beyond its medium', { cropBox: [-50, -50, 900, 250] }, [400, 250]],
  ])('a page whose size is %s', async (_, page, size) => {
    const [read] = (await readPdf(makePdf([{ content: text(60, 200, 'Total'), ...page }]))).pages;
    expect([read!.width, read!.height]).toEqual(size);
    expect(read!.blocks[0]!.origin.box![1]).toBeCloseTo(size[1]! - 200 - 8.6, 0);
  });

  it('the crop box is the page', async () => {
    const [table] = tables(await blocksOf({ content, cropBox: [20, 20, 400, 280] }));
    expect(table!.origin.box).toEqual([30, 40, 330, 80]);
  });
});

describe('running text', () => {
  it('overprinted characters count once, a page number goes', async () => {
    const content = [text(60, 200, 'Budget'), text(60.3, 200, 'Budget'), text(195, 10, '- 12 -')].join('\n');
    expect(paragraphs(await blocksOf({ content }))).toEqual(['Budget']);
  });

  it('a page number between dashes goes wherever the text of its page ends', async () => {
    const content = [text(60, 200, 'Budget'), text(195, 60, '- 5 -')].join('\n');
    expect(paragraphs(await blocksOf({ content }))).toEqual(['Budget']);
  });

  it('two pieces far apart on a line are told apart', async () => {
    expect(
      paragraphs(await blocksOf({ content: [text(50, 200, 'Agency'), text(300, 200, 'Unit')].join('\n') })),
    ).toEqual(['Agency\tUnit']);
  });

  it('what a clip or the page cuts off beside a table is no text of the page; a text shown in part is whole', async () => {
    const cut = (x: number, words: string, y = 150) => `q 40 100 200 100 re W n ${text(x, y, words)} Q`;
    const page = `${text(60, 250, 'Title')}\n${cut(60, 'Shown')}\n${cut(300, 'Beside', 180)}\n${text(-200, 120, 'Off')}\n${cut(180, 'PartlyShownHere')}`;
    const { pages } = await readPdf(makePdf([{ content: page }]));
    const texts = pages[0]!.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
    expect(texts.join(' ')).toContain('PartlyShownHere');
    expect(texts.join(' ')).toContain('Shown');
    expect(texts.join(' ')).not.toMatch(/Beside|Off/);
  });

  it('text behind a clip is not read, a line cut through is reported', async () => {
    const clipped = (y: number) => `q 0 100 400 100 re W n ${text(60, y, 'Duties of the agency')} Q`;
    const read = (y: number) => readPdf(makePdf([{ content: `${text(60, 250, 'Title')}\n${clipped(y)}` }]));
    const [inside, behind, through] = [await read(150), await read(60), await read(95)];
    expect(paragraphs(inside.pages[0]!.blocks)).toEqual(['Title', 'Duties of the agency']);
    expect(paragraphs(behind.pages[0]!.blocks)).toEqual(['Title']);
    expect([inside, behind, through].map(({ problems }) => problems.map((problem) => problem.code))).toEqual([
      [],
      [],
      ['cut-text'],
    ]);
  });

  it('contents with leaders are no table', async () => {
    const content = ['Balance..........1', 'Revenue..........2', 'Spending.........3']
      .map((words, i) => text(60, 220 - 20 * i, words))
      .join('\n');
    expect(tables(await blocksOf({ content }))).toEqual([]);
  });
});

it('a signed PDF says so, and that nobody verified it', async () => {
  const catalog = '<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [6 0 R] >> >>';
  const made = new TextDecoder().decode(
    makePdf(
      [{ content: text(50, 200, 'Budget 120.50') }],
      ['<< /FT /Sig /T (a) /V << /Type /Sig /Filter /Adobe.PPKLite /Contents <00> /ByteRange [0 1 2 3] >> >>'],
    ),
  );
  const { problems } = await readPdf(
    new TextEncoder().encode(made.replace('<< /Type /Catalog /Pages 2 0 R >>', catalog)),
  );
  expect(problems).toContainEqual({ code: 'signed', message: expect.stringContaining('没有验证') });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing but a header', new TextEncoder().encode('%PDF-1.4\n'), 'damaged'],
    ['a page without text', makePdf([{ content: line(0, 0, 10, 10) }]), 'scanned'],
  ])('%s', async (_, bytes, code) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'UnreadableInput', code });
  });

  it('2,000 pages are read one after another', async () => {
    const pages = Array.from({ length: 2000 }, (_, i): MadePage => ({ content: text(60, 200, `Page no ${i + 1}`) }));
    const { pages: read } = await readPdf(makePdf(pages));
    expect(read).toHaveLength(2000);
    expect(read[1999]!.blocks[0]).toMatchObject({ text: 'Page no 2000', origin: { page: 2000 } });
  });
});

it.each([
  ['⼀', '一'],
  ['⻔', '门'],
  ['⼾', '户'],
  ['⾦', '金'],
  ['门', '门'],
  ['（', '（'],
])('the radical %s is %s', (radical, plain) => expect(plainCharacter(radical)).toBe(plain));

it('a drawing that draws itself ends in one clear line, and the next document is read', async () => {
  const resources = '/XObject << /X 6 0 R >>';
  const form = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${resources} >>`;
  const hostile = makePdf(
    [{ content: '/X Do', resources }],
    [`<< ${form} /Length 26 >>\nstream\n/X Do /X Do /X Do /X Do   \nendstream`],
  );
  await expect(readPdf(hostile)).rejects.toMatchObject({ code: 'too-large', message: expect.stringMatching(/。$/) });
  expect(paragraphs(await blocksOf({ content: text(60, 226, 'Budget') }))).toEqual(['Budget']);
});
