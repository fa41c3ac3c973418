/** Two projects of one name: their codes tell them apart, in the sheets, in the words and in what is counted. */
import { expect, test } from 'vitest';
import { discloseLedger } from '../../src/disclose.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { readLedgerSheets } from '../../src/ledger/read-sheets.ts';
import { templateById } from '../../src/templates/index.ts';
import { sheetTexts } from './sheets.ts';
import { typedIn } from './told.ts';

const EXAMPLE = exampleLedger(2026);
const NAME = EXAMPLE.projects[0]!.name;
const [A, B] = EXAMPLE.projects.map(({ code }) => code!) as [string, string];
const TWINS: Ledger = {
  ...EXAMPLE,
  projects: EXAMPLE.projects.map((project) => ({ ...project, name: NAME })),
  texts: {
    ...EXAMPLE.texts,
    sections: { [`${A} ${NAME}/plan`]: ['第一个的方案。'], [`${B} ${NAME}/plan`]: ['第二个的方案。'] },
  },
};
const SHEETS = sheetTexts(TWINS);

test('a workbook keeps their money, targets and texts apart', () =>
  expect(readLedgerSheets(SHEETS)).toMatchObject({ ledger: TWINS, faults: [] }));

test('a text may name its project by the code alone', () => {
  const row = SHEETS.find(({ name }) => name === '说明文字')!.rows.findIndex((cells) => cells.includes(`${B} ${NAME}`));
  const coded = typedIn(SHEETS, [`说明文字!B${row + 1}`, B]);
  expect(readLedgerSheets(coded).ledger?.texts.sections).toEqual(TWINS.texts.sections);
});

test('a bare name is asked for its code; a name that is none is told', () => {
  const faultsOf = (text: string) =>
    readLedgerSheets(typedIn(SHEETS, ['项目支出!A3', text])).faults.map(({ message }) => message);
  expect(faultsOf(NAME)).toEqual([`有 2 个项目叫“${NAME}”：请写编码（${A}、${B}）。`]);
  expect(faultsOf('没有的项目')).toEqual([expect.stringContaining('“项目”表里没有“没有的项目”')]);
  expect(readLedgerSheets(typedIn(SHEETS, ['说明文字!B3', '没有的项目'])).faults).toHaveLength(1);
});

test('each has its own section, with its own money and words, and both are counted', () => {
  const { explanation } = discloseLedger(TWINS, templateById('shanghai-2026')!).disclosure;
  const texts = explanation.map(({ text }) => text);
  expect(
    texts.filter((text) => text.includes('项目预算资金')).map((text) => /资金([\d.]+)万元/.exec(text)?.[1]),
  ).toEqual(['168.50', '156.50', '12.00']);
  expect(texts).toEqual(expect.arrayContaining(['第一个的方案。', '第二个的方案。']));
  expect(texts.join('')).toContain('编报绩效目标的项目2个');
});

test('where a sentence lists projects by name, those of one name are one sum', () => {
  const { explanation } = discloseLedger(TWINS, templateById('hebei-2023')!).disclosure;
  expect(explanation.map(({ text }) => text).join('')).toContain(`${NAME}168.50万元`);
});
