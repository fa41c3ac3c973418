/** Pictures among the text of Word, OpenDocument and web pages: read in their place where they can be, told where not. */
import { describe, expect, it } from 'vitest';
import { readDocx } from '../src/docx/read-docx.ts';
import { readHtml } from '../src/html/read-html.ts';
import type { Layout } from '../src/layout.ts';
import { readOdf } from '../src/odf/read-odf.ts';
import { withPictures } from '../src/picture/read-pictures.ts';
import { UnreadableInput } from '../src/unreadable.ts';
import { p, shown, zip } from './office/make-office.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const link = (id: string, type: string, target: string) =>
  `<Relationships><Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/></Relationships>`;

const word = (body: string): Uint8Array =>
  zip({
    '_rels/.rels': link('rId1', 'officeDocument', 'word/document.xml'),
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': link('rId7', 'image', 'media/image1.png'),
    'word/media/image1.png': PNG,
  });
const blip = (id: string): string => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;

const opened: Readonly<Record<string, () => Layout>> = {
  Word: () => readDocx(word(p('表1') + blip('rId7') + p('说明'))),
  OpenDocument: () =>
    readOdf(
      'odt',
      zip({
        'content.xml':
          '<office:document-content><office:body><office:text><text:p>表1</text:p><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p><text:p>说明</text:p></office:text></office:body></office:document-content>',
        'Pictures/a.png': PNG,
      }),
    ),
  'a web page': () =>
    readHtml(`<p>表1</p><p><img src="data:image/png;base64,${Buffer.from(PNG).toString('base64')}"></p><p>说明</p>`),
};

/** A page with one table, as a recogniser would give it. */
const recognised: Layout = {
  pages: [
    {
      number: 1,
      blocks: [
        { kind: 'table', rows: [[{ text: '12.00', origin: { page: 1, box: [1, 2, 3, 4] } }]], origin: { page: 1 } },
      ],
    },
  ],
  problems: [{ code: 'doubtful-figure', message: '把握不大', origin: { page: 1, box: [1, 2, 3, 4] } }],
};

describe.each(Object.entries(opened))('in %s', (_, open) => {
  it('a picture is read where it stands', async () => {
    const layout = await withPictures(open(), async () => async (bytes, name) => {
      expect([[...bytes], name]).toEqual([[...PNG], '第 1 张图片']);
      return recognised;
    });
    expect(shown(layout)).toEqual(['表1', '| 12.00 |', '说明']);
    expect(layout.problems.map(({ code }) => code)).toEqual(['doubtful-figure']);
    const table = layout.pages[0]!.blocks[1]!;
    // A place on a picture is no place on a page: pages of the file are not framed for it.
    const origin = expect.objectContaining({ picture: 1, box: [1, 2, 3, 4] });
    expect(table).toMatchObject({ rows: [[{ origin }]] });
    expect(table.origin.page).toBeUndefined();
  });

  it('without a reader, or where it breaks off, it is told', async () => {
    const without = await withPictures(open(), async () => undefined);
    expect(shown(without)).toEqual(['表1', '说明']);
    expect(without.problems).toEqual([
      { code: 'pictures', message: expect.stringMatching(/有 1 张图片.*npm run ocr/) as string },
    ]);
    const broken = await withPictures(open(), async () => async () => {
      throw new UnreadableInput('damaged', '图片已损坏');
    });
    expect(broken.problems.map(({ code }) => code)).toEqual(['pictures']);
  });

  it('a picture without words is no table that was missed', async () => {
    const layout = await withPictures(open(), async () => async () => {
      throw new UnreadableInput('scanned', '没有文字');
    });
    expect(layout.problems).toEqual([]);
  });
});

it('pictures after the last words are told too; before the first they are a head', () => {
  const codes = (body: string) => readDocx(word(body)).problems.map(({ code }) => code);
  expect(codes(p('表1') + blip('rId9'))).toEqual(['pictures']);
  expect(codes(blip('rId9') + p('表1'))).toEqual([]);
});
