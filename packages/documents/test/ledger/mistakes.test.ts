/** What a spreadsheet program does to a filled ledger, as its file has it: hidden, merged, never calculated, renamed. */
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { writeLedger } from '../../src/ledger/write-ledger.ts';

const EXAMPLE = exampleLedger(2026);
const bytes = await writeLedger(EXAMPLE, {});

/** The workbook with the XML of a sheet changed. */
function changed(sheet: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    ([, name]) => name,
  );
  const path = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) });
}

/** The row of the sheet that the form's head is in, and what of the row before the amount of the first line. */
const cellXml = (xml: string, address: string): string => {
  const [found] = new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`).exec(xml) ?? [];
  if (!found) throw new Error(`no cell ${address}`);
  return found;
};
const numberXml = (xml: string, address: string, value: string) =>
  cellXml(xml, address).replace(/<v>[^<]*<\/v>/, `<v>${value}</v>`);
const withoutCell = (xml: string, address: string) => xml.replace(cellXml(xml, address), `<c r="${address}"/>`);
const merged = (xml: string, range: string) =>
  xml.includes('<mergeCells')
    ? xml.replace(/(<mergeCells[^>]*>)/, `$1<mergeCell ref="${range}"/>`)
    : xml.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${range}"/></mergeCells>`);

const rowOf = async () => {
  const { originOf } = await readLedger(bytes);
  return Number(/\d+/.exec(originOf!('basic[0].fen')!.address!)![0]);
};
const FIRST = await rowOf();

it.each<[string, (xml: string) => string, string, RegExp]>([
  [
    'a hidden row',
    (xml) => xml.replace(new RegExp(`<row r="${FIRST}"`), `<row r="${FIRST}" hidden="1"`),
    `A${FIRST}`,
    /是隐藏的，已照样计入：请取消隐藏或筛选/,
  ],
  [
    'sections merged over two rows',
    (xml) => merged(withoutCell(xml, `B${FIRST + 1}`), `B${FIRST}:B${FIRST + 1}`),
    `B${FIRST + 1}`,
    /合并成了一格.*请取消合并/,
  ],
  [
    'a formula without its value',
    (xml) => xml.replace(cellXml(xml, `F${FIRST}`), `<c r="F${FIRST}"><f>SUM(H1:H9)</f></c>`),
    `F${FIRST}`,
    /公式的结果没有存在文件里：请用表格软件打开/,
  ],
  [
    'an amount finer than a fen, which the format rounds',
    (xml) => xml.replace(cellXml(xml, `F${FIRST}`), numberXml(xml, `F${FIRST}`, '964000.005')),
    `F${FIRST}`,
    /“964000.005”比一分还细/,
  ],
  [
    'amounts in a hidden column',
    (xml) => xml.replace(/<col min="6"/, '<col hidden="1" min="6"'),
    `F${FIRST - 1}`,
    /“金额”一列是隐藏的/,
  ],
  [
    'a sum of a part',
    (xml) => xml.replace(cellXml(xml, `A${FIRST}`), `<c r="A${FIRST}" t="inlineStr"><is><t>人员经费合计</t></is></c>`),
    `A${FIRST}`,
    /是“人员经费合计”，程序自己会加/,
  ],
])('%s is told once, with its cell', async (_, change, address, message) => {
  const { faults } = await readLedger(changed('基本支出', change));
  expect(faults.map(({ origin }) => [origin.sheet, origin.address])).toEqual([['基本支出', address]]);
  expect(faults[0]!.message).toMatch(message);
});

it('untouched it has nothing to tell', async () => expect((await readLedger(bytes)).faults).toEqual([]));

it('a number is what the cell holds, not how it is rounded; binary dust is none', async () => {
  const { faults, ledger } = await readLedger(
    changed('基本支出', (xml) =>
      xml.replace(cellXml(xml, `F${FIRST}`), numberXml(xml, `F${FIRST}`, '964000.00000000012')),
    ),
  );
  expect([faults, ledger!.basic[0]!.fen]).toEqual([[], EXAMPLE.basic[0]!.fen]);
});
