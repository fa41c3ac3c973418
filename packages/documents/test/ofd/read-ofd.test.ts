import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { openLayout } from '../../src/read.ts';
import { pagePicture, pageSizes } from '../../src/report/pages.ts';
import { shown, zip } from '../office/make-office.ts';

interface Made {
  readonly page: string;
  readonly template?: string;
  readonly units?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const layer = (content: string): string => `<ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content>`;

/** Paths are written as producers write them: absolute, with a backslash, in another case. */
function ofd({ page, template = '', units = '', parts = {}, body = '' }: Made): Uint8Array {
  return zip({
    'OFD.xml': `<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 200 100</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls\\T.xml"/><ofd:DocumentRes>res.XML</ofd:DocumentRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/Res.xml': `<Res><CompositeGraphicUnits>${units}</CompositeGraphicUnits></Res>`,
    'Doc_0/Tpls/T.xml': `<ofd:Page>${layer(template)}</ofd:Page>`,
    'Doc_0/Pages/P.xml': `<ofd:Page><ofd:Template TemplateID="9"/>${layer(page)}</ofd:Page>`,
    ...parts,
  });
}

const text = (x: number, y: number, words: string, deltas = '', more = ''): string =>
  `<ofd:TextObject Boundary="${x} ${y} 50 5" Size="4" ${more}><ofd:TextCode X="0" Y="4" ${deltas}>${words}</ofd:TextCode></ofd:TextObject>`;
const path = (data: string, more = ''): string =>
  `<ofd:PathObject Boundary="0 0 200 100" ${more}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
/** Two rows and two columns. */
const GRID = path(
  'M 10 20 L 110 20 M 10 30 L 110 30 M 10 40 L 110 40 S 10 20 M 10 20 L 10 40 M 60 20 L 60 40 M 110 20 L 110 40',
);

async function read(made: Made | Uint8Array) {
  const opened = await openLayout('a.ofd', made instanceof Uint8Array ? made : ofd(made));
  if (!('layout' in opened)) throw new Error('no layout');
  return { lines: shown(opened.layout), problems: opened.layout.problems, pages: opened.layout.pages };
}

test.each<[string, Made, readonly string[]]>([
  [
    'a template rules the form, the page has the values; g runs, missing and short deltas',
    {
      template: GRID + text(12, 23, '科目', 'DeltaX="4"'),
      page:
        text(62, 23, '合计', 'DeltaX="g 1 4"') + text(12, 33, '教育支出') + text(62, 33, '1,234.50', 'DeltaX="g 7 2"'),
    },
    ['| 科目 | 合计 |', '| 教育支出 | 1,234.50 |'],
  ],
  [
    'matrices, units that are drawn by reference, hidden objects, watermarks askew',
    {
      units: `<CompositeGraphicUnit ID="7"><Content>${text(0, 0, '支出')}</Content></CompositeGraphicUnit>`,
      page:
        text(10, 10, '预算', '', 'CTM="2 0 0 2 0 0"') +
        '<ofd:PageBlock><ofd:CompositeObject Boundary="40 40 50 50" ResourceID="7"/></ofd:PageBlock>' +
        text(10, 60, '藏', '', 'Visible="false"') +
        text(50, 50, '保密资料', '', 'CTM="0.7 0.7 -0.7 0.7 0 0"'),
    },
    ['预算', '支出'],
  ],
  [
    'outlines of glyphs are no lines of tables',
    { page: text(10, 10, '预算') + path('M 0 0 B 1 1 2 2 3 3 L 90 0 C') },
    ['预算'],
  ],
  [
    'a drawing that draws itself',
    {
      units: `<CompositeGraphicUnit ID="7"><Content>${text(0, 0, '止')}<CompositeObject ResourceID="7"/></Content></CompositeGraphicUnit>`,
      page: '<ofd:CompositeObject Boundary="10 10 9 9" ResourceID="7"/>',
    },
    ['止'],
  ],
])('%s', async (_, made, lines) => {
  expect((await read(made)).lines).toEqual(lines);
});

test('a page whose text runs downwards is read turned, and its boxes are as displayed', async () => {
  const down = (x: number, y: number, words: string) => text(x, y, words, '', 'CTM="0 1 -1 0 0 0"');
  const { lines, pages } = await read({ page: down(100, 10, '部门预算公开') + down(80, 10, '教育局') });
  expect(lines).toEqual(['部门预算公开', '教育局']);
  const [x0, y0, x1, y1] = pages[0]!.blocks[0]!.origin.box!;
  expect(x1 - x0).toBeLessThan(y1 - y0);
});

test.each([
  ['as it was sealed', '', '一致'],
  ['changed after sealing', ' ', '改动'],
])('a seal on a document %s', async (_, change, told) => {
  const page = `<ofd:Page>${layer(text(10, 10, '预算'))}</ofd:Page>`;
  const value = createHash('sm3').update(strToU8(page)).digest('base64');
  const made = ofd({
    page: '',
    body: '<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>',
    parts: {
      'Doc_0/Pages/P.xml': page + change,
      'Doc_0/Signs/Signatures.xml': '<Signatures><Signature ID="1" BaseLoc="S.xml"/></Signatures>',
      'Doc_0/Signs/S.xml': `<Signature><SignedInfo><References CheckMethod="1.2.156.10197.1.401"><Reference FileRef="/Doc_0/Pages/P.xml"><CheckValue>${value}</CheckValue></Reference></References></SignedInfo></Signature>`,
    },
  });
  const { problems } = await read(made);
  expect(problems).toMatchObject([{ code: 'signed', message: expect.stringContaining(told) }]);
});

test('pages have sizes and pictures', async () => {
  const made = ofd({ page: GRID + text(12, 23, '科目') });
  expect((await pageSizes(made)).map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [567, 283],
  ]);
  const png = await pagePicture(made, 1, [], 1);
  expect(Buffer.from(png!).subarray(1, 4).toString()).toBe('PNG');
  expect(await pagePicture(made, 2, [], 1)).toBeUndefined();
});

test('a page that is missing is told, and the others are read; without any there is nothing', async () => {
  const broken = ofd({ page: '', parts: { 'Doc_0/Pages/P.xml': '<ofd:Page><ofd:' } });
  await expect(read(broken)).rejects.toMatchObject({ code: 'scanned' });
  await expect(
    read(zip({ 'OFD.xml': '<OFD><DocBody><DocRoot>x.xml</DocRoot></DocBody></OFD>' })),
  ).rejects.toMatchObject({
    code: 'damaged',
  });
});
