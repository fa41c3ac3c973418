import { expect, test } from 'vitest';
import { annotatePdf } from '../../src/report/annotate.ts';
import { OpenPdf } from '../../src/report/pdfium.ts';
import { type MadePage, makePdf, text } from '../pdf/make-pdf.ts';
import { finding, originOf } from './pages.ts';

const LINE = text(100, 150, 'Alpha beta 123.45 gamma delta');

interface Annotation {
  readonly kind: number;
  /** [left, bottom, right, top] in page space, rounded. */
  readonly rect: readonly number[];
  readonly author: string;
  readonly note: string;
}

async function annotationsOf(bytes: Uint8Array): Promise<readonly (readonly Annotation[])[]> {
  const pdf = (await OpenPdf.open(bytes))!;
  const { pdfium } = pdf;
  const textOf = (annotation: number, key: string): string =>
    pdf.withMemory(2048, (pointer) => {
      pdfium.HEAPU8.set(Buffer.from(`${key}\0`, 'latin1'), pointer);
      const size = pdfium._FPDFAnnot_GetStringValue!(annotation, pointer, pointer + 16, 2032);
      return Buffer.from(pdfium.HEAPU8.slice(pointer + 16, pointer + 14 + size)).toString('utf16le');
    });
  const count = pdfium._FPDF_GetPageCount!(pdf.document);
  const pages = Array.from({ length: count }, (_, i) =>
    pdf.withPage(i + 1, ({ handle, scratch }) =>
      Array.from({ length: pdfium._FPDFPage_GetAnnotCount!(handle) }, (_, k): Annotation => {
        const annotation = pdfium._FPDFPage_GetAnnot!(handle, k);
        pdfium._FPDFAnnot_GetRect!(annotation, scratch);
        const [left, top, right, bottom] = pdfium.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 4);
        return {
          kind: pdfium._FPDFAnnot_GetSubtype!(annotation),
          rect: [left!, bottom!, right!, top!].map(Math.round),
          author: textOf(annotation, 'T'),
          note: textOf(annotation, 'Contents'),
        };
      }),
    ),
  );
  pdf.close();
  return pages.map((page) => page!);
}

test.each<[string, Partial<MadePage>]>([
  ['upright', {}],
  ['a quarter turned', { rotate: 90 }],
  ['upside down', { rotate: 180 }],
  ['three quarters', { rotate: 270 }],
  ['cropped', { cropBox: [40, 60, 360, 260] }],
  ['turned and cropped', { rotate: 90, cropBox: [40, 60, 360, 260] }],
  ['turned the other way and cropped', { rotate: 270, cropBox: [40, 60, 360, 260] }],
  ['of inherited size', { inherits: true, size: [500, 300] }],
])('words stay marked on a page that is %s', async (_, page) => {
  const pdf = makePdf([{ content: LINE, ...page }]);
  const evidence = [{ text: '123.45', origin: await originOf(pdf, 'Alpha') }];
  const annotated = await annotatePdf(pdf, [finding({ evidence, suggestion: '改为 1.00', id: 'abcd1234' })]);
  const [[annotation, ...others] = []] = await annotationsOf(annotated!);
  expect(others).toEqual([]);
  // “Alpha beta ” is 52.3 points wide in Helvetica of 10 points, 123.45 is 30.6; the baseline is at 150.
  const [left, bottom, right, top] = annotation!.rect;
  expect(left).toBeCloseTo(152, -1);
  expect(right).toBeCloseTo(183, -1);
  expect([bottom! < 151, top! > 156, top! - bottom! < 14]).toEqual([true, true, true]);
  expect(annotation).toMatchObject({
    kind: 9,
    author: '明算',
    note: '【错误】合计不等于各项之和\n建议：改为 1.00\n规则：class-sums [abcd1234]',
  });
});

test('a page as a whole, and what stands nowhere, get a note in the corner', async () => {
  const pdf = makePdf([{ content: LINE }, { content: '' }]);
  const blank = finding({ message: '空白页', evidence: [{ text: '', origin: { page: 2 } }] });
  const pages = await annotationsOf((await annotatePdf(pdf, [finding({ message: '缺表' }), finding({}), blank]))!);
  expect(pages.map((page) => page.map(({ kind, rect }) => [kind, rect]))).toEqual([
    [
      [1, [12, 268, 32, 288]],
      [1, [12, 244, 32, 264]],
    ],
    [[1, [12, 268, 32, 288]]],
  ]);
});

test('evidence on several pages is marked on each', async () => {
  const pdf = makePdf([{ content: LINE }, { content: LINE }]);
  const { box } = await originOf(pdf, 'Alpha');
  const evidence = [1, 2].map((page) => ({ text: 'beta', origin: { page, box: box! } }));
  const pages = await annotationsOf((await annotatePdf(pdf, [finding({ evidence })]))!);
  expect(pages.map((page) => page.length)).toEqual([1, 1]);
});

test('what is in question is highlighted, what speaks against it underlined; without such a figure all is highlighted', async () => {
  const pdf = makePdf([{ content: LINE }]);
  const origin = await originOf(pdf, 'Alpha');
  const evidence = ['123.45', 'beta', 'delta'].map((text) => ({ text, origin }));
  const kinds = async (parts: object) => {
    const [page] = await annotationsOf((await annotatePdf(pdf, [finding({ evidence, ...parts })]))!);
    return page!.map(({ kind, note }) => [kind, note.startsWith('依据')]);
  };
  expect(await kinds({ expected: 1, actual: 2, difference: 1 })).toEqual([
    [9, false],
    [10, true],
  ]);
  expect(await kinds({})).toEqual([[9, false]]);
});

test('a document without findings stays as it is', async () => {
  const pdf = makePdf([{ content: LINE }]);
  expect(await annotatePdf(pdf, [])).toBe(pdf);
});

test('what is no PDF has no annotations', async () => {
  expect(await annotatePdf(Buffer.from('收支总表'), [finding({})])).toBeUndefined();
});
