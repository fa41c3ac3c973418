/** The official blank workbook of a city, filled in by an officer, becomes a ledger that gives every cell back. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLedger } from '@mingsuan/core/compile/compile';
import { kindOfProblem, ledgerProblems } from '@mingsuan/core/ledger/problems';
import { unreproduced } from '@mingsuan/core/restore/compare';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { templateById } from '@mingsuan/core/templates/index';
import { readDocument } from '@mingsuan/documents/read';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';

const file = join(import.meta.dirname, '../../../shared/samples/上海市部门预算公开模板.xlsx');
if (!existsSync(file)) console.log('跳过：没有 ../shared，填好官方空白表样的测试未运行');

type Cells = Readonly<Record<string, string | number>>;

const CLASSIFIED: Cells = {
  ...{ A9: '205', D9: '教育支出', E9: 1_800_000, F9: 1_300_000, G9: 500_000 },
  ...{ E10: 1_800_000, F10: 1_300_000, G10: 500_000 },
  ...{ E11: 1_800_000, F11: 1_300_000, G11: 500_000 },
  ...{ A12: '', D12: '', E13: 200_000, G13: 200_000, E14: 200_000, G14: 200_000 },
  ...{ A15: 207, B15: '99', C15: '99', D15: '其他文化旅游体育与传媒支出', E15: 200_000, G15: 200_000 },
  ...{ A16: '', D16: '', A17: '', D17: '' },
};

/** What the officer writes, by the number of the sheet: one unit of 2,000,000 元 of the general public budget. */
const FILLED: Readonly<Record<number, Cells>> = {
  1: { A9: '预算主管部门：上海市普陀区教育局' },
  3: { A3: '主管全区教育工作，编制教育事业规划并组织实施。' },
  7: {
    ...{ B8: 2_000_000, B9: 2_000_000, C8: '一、教育支出', D8: 1_800_000 },
    ...{ C9: '二、文化旅游体育与传媒支出', D9: 200_000, C10: '', B21: 2_000_000, D21: 2_000_000 },
  },
  8: {
    ...{ E9: 1_800_000, F9: 1_800_000, E10: 1_800_000, F10: 1_800_000, E11: 1_800_000, F11: 1_800_000 },
    ...{ A12: '', D12: '', E13: 200_000, F13: 200_000, E14: 200_000, F14: 200_000 },
    ...{ A15: 207, B15: '99', C15: '99', D15: '其他文化旅游体育与传媒支出', E15: 200_000, F15: 200_000 },
    ...{ A16: '', D16: '', A17: '', D17: '', E20: 2_000_000, F20: 2_000_000 },
  },
  9: { ...CLASSIFIED, E20: 2_000_000, F20: 1_300_000, G20: 700_000 },
  10: {
    ...{ B8: 2_000_000, C8: '一、教育支出', D8: 1_800_000, E8: 1_800_000 },
    ...{ C9: '二、文化旅游体育与传媒支出', D9: 200_000, E9: 200_000, C10: '' },
    ...{ B21: 2_000_000, D21: 2_000_000, E21: 2_000_000 },
  },
  11: { ...CLASSIFIED, E21: 2_000_000, F21: 1_300_000, G21: 700_000 },
  14: {
    ...{ D9: 1_000_000, E9: 1_000_000, D10: 1_000_000, E10: 1_000_000 },
    ...{ A11: '302', B11: '', C11: '商品和服务支出', D11: 300_000, F11: 300_000 },
    ...{ A12: '302', B12: '01', C12: '办公费', D12: 300_000, F12: 300_000, A13: '', B13: '', C13: '' },
    ...{ D21: 1_300_000, E21: 1_000_000, F21: 300_000 },
  },
};

/** The workbook with what was typed into it; the cells of the form keep their styles. */
function filled(): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  for (const [sheet, cells] of Object.entries(FILLED)) {
    const path = `xl/worksheets/sheet${sheet}.xml`;
    let xml = strFromU8(parts[path]!);
    for (const [address, value] of Object.entries(cells)) {
      const cell = new RegExp(`<c r="${address}"((?: s="\\d+")?)[^>]*?(?:/>|>.*?</c>)`, 's');
      if (!cell.test(xml)) throw new Error(`the form has no cell ${sheet}!${address}`);
      const content = typeof value === 'number' ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${value}</t></is>`;
      xml = xml.replace(cell, (_, style: string) => `<c r="${address}"${style}${content}</c>`);
    }
    parts[path] = strToU8(xml);
  }
  return zipSync(parts);
}

it.skipIf(!existsSync(file))('the official blank workbook, filled in, is a ledger', async () => {
  const { disclosures } = await readDocument('普陀区教育局.xlsx', filled());
  expect(disclosures).toHaveLength(1);
  const [disclosure] = disclosures;
  expect(disclosure).toMatchObject({ agency: { name: '上海市普陀区教育局' }, year: 2026, template: 'shanghai-2026' });
  const { ledger, problems } = ledgerFrom(disclosure!);
  expect(problems).toEqual([]);
  const sum = (lines: readonly { readonly fen: number }[]) => lines.reduce((all, { fen }) => all + fen, 0);
  expect([sum(ledger.revenue), sum(ledger.basic), sum(ledger.projects.flatMap(({ lines }) => lines))]).toEqual([
    200_000_000, 130_000_000, 70_000_000,
  ]);
  const template = templateById('shanghai-2026')!;
  expect(unreproduced(disclosure!, compileLedger(ledger, template).disclosure)).toEqual([]);
  const wrong = ledgerProblems(ledger).filter((each) => kindOfProblem(each) === 'wrong' && each.code !== 'unconfirmed');
  expect(wrong).toEqual([]);
});
