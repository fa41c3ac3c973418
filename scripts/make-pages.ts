/**
 * Makes docs/pages-*.png: the pages of the example's document as a place prints it, everything in it made up. By hand:
 *   npx tsx scripts/make-pages.ts hebei-2023
 *   npx tsx scripts/make-pages.ts shanghai-2026 --pages 1,2,3 --beside ORIGINAL.pdf --of 1,2,4
 * `--beside` puts a published page to the left of each, coarse enough to show how it stands and not what it says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { discloseLedger } from '@mingsuan/core/disclose';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { type Template, templateById } from '@mingsuan/core/templates/index';
import { writeDocument } from '@mingsuan/documents/write';
import { decode } from 'fast-png';
import { figuresOf } from '../packages/core/src/ledger/figures-of.ts';
import { OpenPdf } from '../packages/documents/src/report/pdfium.ts';
import { encodePng, type Pixels } from '../packages/documents/src/report/png.ts';
import { takePicture } from '../packages/documents/src/report/render.ts';

const YEAR = 2026;
/** Pixels a point; how much coarser a published page is drawn, so that no word can be read. */
const SCALE = 0.62;
const COARSE = 3;
const GAP = 10;
const ACROSS = 6;
const BEHIND = 0x80;

/** The example with all that the place's words ask for: figures of last year a little below this year's, a reason, a sentence. */
function filled(ledger: Ledger, template: Template): Ledger {
  const { disclosure, problems } = discloseLedger(ledger, template);
  const now = figuresOf(disclosure);
  const asked = problems.flatMap((each) => ('path' in each ? [String(each.path)] : []));
  const of = (kind: RegExp) => asked.flatMap((path) => kind.exec(path)?.[1] ?? []);
  const figures = of(/^lastYear\[(.+)\]$/).map((name) => [name, Math.round((now[name] ?? 0) * 0.0096) * 100]);
  const reasons = of(/^lastYear\[(.+)\]\.reason$/).map((name) => [name, '人员和业务量增加']);
  const texts = of(/^texts\[(.+)\]$/).map((name) => [name, ['为本单位履行职责所需，按年度工作计划和有关制度实施。']]);
  if (figures.length + reasons.length + texts.length === 0) return ledger;
  const more: Ledger = {
    ...ledger,
    lastYear: { ...ledger.lastYear, ...Object.fromEntries(figures) },
    texts: {
      ...ledger.texts,
      reasons: { ...ledger.texts.reasons, ...Object.fromEntries(reasons) },
      sections: { ...ledger.texts.sections, ...Object.fromEntries(texts) },
    },
  };
  return filled(more, template);
}

/** The pages as displayed, each `coarse` times coarser than it is shown; those that are numbered, or all. */
async function pagesOf(bytes: Uint8Array, numbers: readonly number[] | undefined, coarse: number): Promise<Pixels[]> {
  const pdf = await OpenPdf.open(bytes);
  if (!pdf) throw new Error('not a PDF');
  const pages: Pixels[] = [];
  for (let i = 0; ; i += 1) {
    const page = numbers ? numbers[i] : i + 1;
    const size = page === undefined ? undefined : pdf.withPage(page, ({ width, height }) => [width, height] as const);
    if (page === undefined || !size) break;
    const taken = takePicture(pdf, { page, region: [0, 0, ...size], frames: [], scale: SCALE / coarse });
    pages.push(enlarged(pixelsOf(taken!.png), coarse));
  }
  pdf.close();
  return pages;
}

function pixelsOf(png: Uint8Array): Pixels {
  const { width, height, data, channels, palette } = decode(png);
  const pixels = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i += 1)
    pixels.set(palette ? palette[data[i]!]! : Array.from({ length: 3 }, (_, c) => data[i * channels + c]!), 4 * i);
  return { width, height, data: pixels };
}

function enlarged({ width, height, data }: Pixels, times: number): Pixels {
  const large = new Uint8Array(4 * width * height * times * times);
  for (let y = 0; y < height * times; y += 1)
    for (let x = 0; x < width * times; x += 1) {
      const from = 4 * (Math.floor(y / times) * width + Math.floor(x / times));
      large.set(data.subarray(from, from + 4), 4 * (y * width * times + x));
    }
  return { width: width * times, height: height * times, data: large };
}

/** All pages on one sheet, row by row. */
function sheetOf(pages: readonly Pixels[]): Pixels {
  const [wide, high] = [Math.max(...pages.map(({ width }) => width)), Math.max(...pages.map(({ height }) => height))];
  const [width, rows] = [ACROSS * (wide + GAP) + GAP, Math.ceil(pages.length / ACROSS)];
  const height = rows * (high + GAP) + GAP;
  const data = new Uint8Array(4 * width * height).fill(BEHIND);
  for (const [i, page] of pages.entries()) {
    const [left, top] = [GAP + (i % ACROSS) * (wide + GAP), GAP + Math.floor(i / ACROSS) * (high + GAP)];
    for (let y = 0; y < page.height; y += 1)
      data.set(page.data.subarray(4 * y * page.width, 4 * (y + 1) * page.width), 4 * ((top + y) * width + left));
  }
  return { width, height, data };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string' }, beside: { type: 'string' }, of: { type: 'string' } },
});
const template = templateById(positionals[0] ?? '');
if (!template) throw new Error('name a template: hebei-2023, shanghai-2026');
const numbers = (text: string | undefined) => text?.split(',').map(Number);
const place = { hebei: { code: '139900', name: '示例市' }, shanghai: { code: '319900', name: '示例区' } } as const;
const region = place[template.jurisdiction as keyof typeof place];
const { disclosure, problems } = discloseLedger(filled(exampleLedger(YEAR, '302001', region), template), template);
for (const { message } of problems) console.log(message);
const pages = await pagesOf(await writeDocument([disclosure], 'pdf'), numbers(values.pages), 1);
const beside = values.beside ? await pagesOf(readFileSync(values.beside), numbers(values.of), COARSE) : [];
const sheet = sheetOf(pages.flatMap((page, i) => [...(beside[i] ? [beside[i]] : []), page]));
const file = join(import.meta.dirname, `../docs/pages-${template.jurisdiction}.png`);
writeFileSync(file, encodePng(sheet));
console.log(file, `${pages.length} + ${beside.length} pages, ${sheet.width} × ${sheet.height}`);
