/**
 * Files of every format with bytes changed, cut and doubled: each is read, or told in one sentence. A few of each here;
 * FUZZ=300 tries as many.
 */
import { readFileSync } from 'node:fs';
import { write as writeBook } from '@e965/xlsx';
import { encode } from 'fast-png';
import UTIF from 'utif2';
import { expect, test } from 'vitest';
import { unlock } from '../../src/protected/unlock.ts';
import { readDocuments } from '../../src/read.ts';
import { UnreadableInput } from '../../src/unreadable.ts';
import { c, docx, p, xlsx, zip } from '../office/make-office.ts';
import { makePdf, text } from '../pdf/make-pdf.ts';

const TIMES = Number(process.env.FUZZ ?? 8);
/** Microseconds of the processor that one file may take: a busy machine is no fault of a reader. */
const LONGEST = 10_000_000;

const fileOf = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, import.meta.url)));
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

const ODF = `<office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>预算</text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>205</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document>`;
const ODF_PARTS = {
  'content.xml': ODF,
  'META-INF/manifest.xml': '<manifest><file-entry full-path="content.xml"/></manifest>',
};
/** A page with a bar of ink. */
const grey = (channels: number): Uint8Array =>
  Uint8Array.from({ length: 60 * 80 * channels }, (_, i) => (Math.floor(i / channels / 60) % 20 < 3 ? 0 : 255));
const OFD = {
  'OFD.xml': '<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>',
  'D.xml': '<Document><CommonData/><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>',
  'P.xml':
    '<Page><Content><Layer><TextObject Boundary="9 9 9 9" Size="4"><TextCode X="0" Y="4" DeltaX="g 3 4">教育支出</TextCode></TextObject><PathObject Boundary="0 0 99 99"><AbbreviatedData>M 1 1 L 90 1</AbbreviatedData></PathObject></Layer></Content></Page>',
};
const book = {
  SheetNames: ['表'],
  Sheets: { 表: { '!ref': 'A1:B1', A1: { t: 's', v: '合计' }, B1: { t: 'n', v: 1.5 } } },
};
const workbook = (bookType: 'xlsb' | 'xls'): Uint8Array =>
  new Uint8Array(writeBook(book as never, { type: 'array', bookType }) as ArrayBuffer);

const FILES: [name: string, bytes: Uint8Array, password?: string][] = [
  ['a.pdf', makePdf([{ content: text(50, 200, 'Budget 120.50') }])],
  ['locked.pdf', fileOf('../protected/files/user40.pdf'), 'mima-123'],
  ['a.docx', docx(p('预算') + p('支出'))],
  ['locked.docx', fileOf('../protected/files/standard.xlsx'), 'mima-123'],
  ['a.doc', fileOf('../doc/files/rich.doc')],
  ['locked.doc', fileOf('../protected/files/rc4.doc'), 'mima-123'],
  ['a.xlsx', xlsx({ sheets: [{ name: '表', rows: [c('合计') + c(1.5)] }] })],
  ['a.xlsb', workbook('xlsb')],
  ['a.xls', workbook('xls')],
  ['locked.xls', fileOf('../protected/files/rc4.xls'), 'mima-123'],
  ['a.fodt', bytesOf(ODF)],
  ['a.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', ...ODF_PARTS })],
  ['a.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', ...ODF_PARTS })],
  ['a.png', encode({ width: 60, height: 80, data: grey(1), channels: 1 })],
  ['a.tif', new Uint8Array(UTIF.encodeImage(grey(4), 60, 80))],
  ['a.jpg', fileOf('./files/black-over-white.jpg')],
  ['a.ofd', zip(OFD)],
  ['a.zip', zip({ 'a.txt': '预算', 'b.html': '<p>支出</p>' })],
  ['a.eml', bytesOf('From: a@example.com\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>预算</p>')],
  ['a.html', bytesOf('<table><tr><td>205</td><td>支出</td></tr></table>')],
];

/** The same numbers for the same file: a failure can be tried again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % Math.max(1, below);
  };
}

function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomOf(seed);
  random(2);
  const kind = seed % 4;
  if (kind === 0) return bytes.slice(0, random(bytes.length));
  const made = Uint8Array.from(bytes);
  if (kind === 1) for (let n = 1 + random(20); n > 0; n--) made[random(made.length)] = random(256);
  if (kind === 2) made.fill(random(2) * 255, random(made.length)).set(bytes.subarray(0, 64));
  if (kind === 3) made.copyWithin(random(made.length), random(made.length), random(made.length));
  return made;
}

/** Pictures are opened, not recognised: where nobody installed that, they have no text. */
process.env.MINGSUAN_OCR = '/nowhere';
function hasNoText(error: { readonly code?: string }): void {
  if (error.code !== 'scanned') throw error;
}

test.each(FILES.map(([name, bytes, password]) => ({ name, bytes, password })))(
  '$name',
  { timeout: 600_000 },
  async ({ name, bytes, password }) => {
    // What is loaded with the first file is no file's fault.
    await unlock(bytes, password)
      .then((open) => readDocuments(name, open))
      .catch(hasNoText);
    for (let seed = 1; seed <= TIMES; seed++) {
      const before = process.cpuUsage();
      const error = await unlock(mutated(bytes, seed), password)
        .then((open) => readDocuments(name, open))
        .then(
          () => undefined,
          (reason: unknown) => reason,
        );
      if (error !== undefined) {
        expect([name, seed, error]).toEqual([name, seed, expect.any(UnreadableInput)]);
        expect((error as Error).message).toMatch(/^[^\n]+。$/);
      }
      const { user, system } = process.cpuUsage(before);
      expect(user + system).toBeLessThan(LONGEST);
    }
  },
);
