/** Rows of a protected sheet are put in, taken away and filled in as a spreadsheet program does it. */
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { writeLedger } from '../../src/ledger/write-ledger.ts';

const EXAMPLE = exampleLedger(2026);

const partsOf = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  const text = (path: string) => strFromU8(parts[path]!);
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  const pathOf = (sheet: string) => `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
  return { parts, text, pathOf };
};

it('every cell of a row below the head is open, and one of text keeps its digits', async () => {
  for (const ledger of [EXAMPLE, blankLedger({ name: '某局', level: 'unit' }, 2026)]) {
    const { text, pathOf } = partsOf(await writeLedger(ledger));
    const formats = [...text('xl/styles.xml').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)].map(([xf]) => xf).slice(1);
    const columns = [
      ...text(pathOf('项目')).matchAll(
        /<col min="(\d+)" style="(\d+)" max="(\d+)"|<col min="(\d+)" max="(\d+)" width="9" style="(\d+)"/g,
      ),
    ];
    const styles = columns.map((found) => formats[Number(found[2] ?? found[6])]!);
    expect(columns.at(-1)![5]).toBe('16384');
    expect(styles.every((format) => format.includes('locked="0"'))).toBe(true);
    const asText = /numFmtId="(\d+)" formatCode="@"/.exec(text('xl/styles.xml'))![1];
    expect(styles[0]).toContain(`numFmtId="${asText}"`);
  }
});

/** The sheet with rows moved: each row's new number, none where it is taken away; formulas and ranges left to the program. */
function moved(xml: string, to: (row: number) => number | undefined): string {
  return xml.replace(/<row r="(\d+)"[\s\S]*?<\/row>/g, (row, digits: string) => {
    const at = to(Number(digits));
    return at === undefined
      ? ''
      : row.replace(`<row r="${digits}"`, `<row r="${at}"`).replace(/(<c r="[A-Z]+)\d+/g, `$1${at}`);
  });
}

it('a row taken away is gone, and rows put in and left blank are none', async () => {
  const bytes = await writeLedger(EXAMPLE);
  const { parts, text, pathOf } = partsOf(bytes);
  const path = pathOf('基本支出');
  // The second line is taken away, two blank rows are put in below the fourth.
  const xml = moved(text(path), (row) => (row < 5 ? row : row === 5 ? undefined : row < 8 ? row - 1 : row + 1));
  const { ledger, faults } = await readLedger(zipSync({ ...parts, [path]: strToU8(xml) }));
  expect(faults).toEqual([]);
  expect(ledger!.basic).toEqual(EXAMPLE.basic.filter((_, at) => at !== 1));
});
