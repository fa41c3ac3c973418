/** The form of every place: what it has ready is no row, nothing on it is an id of the program, and it gives the ledger back. */

import { bundled } from '@mingsuan/core/jurisdictions/index';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { templateById } from '@mingsuan/core/templates/index';
import { expect, test } from 'vitest';
import { readLedger, readSheetTexts } from '../../src/ledger/read-ledger.ts';
import { writeLedger } from '../../src/ledger/write-ledger.ts';

/** `expenditure[total].basic`, `performance-goal`, `{name}/plan`. */
const ID = /[a-z-]+\[[^\]]+\]|\b[a-z]+-[a-z-]+\b|\{[a-z]+\}/;

const FORMS = bundled().templates.map((template) => [template.id, template] as const);

test.each(FORMS)('%s', async (_, template) => {
  const year = Math.max(2025, template.years[0]);
  const ledgers: readonly Ledger[] = [
    { ...exampleLedger(year), stage: template.stage },
    blankLedger({ name: '某局', level: 'unit' }, year, undefined, template),
  ];
  for (const ledger of ledgers) {
    const bytes = await writeLedger(ledger, { template });
    const { ledger: read, faults } = await readLedger(bytes);
    expect(faults).toEqual([]);
    const { answers: _answers, ...same } = ledger;
    expect(read).toMatchObject(same);
    const texts = (await readSheetTexts(bytes)).flatMap(({ rows }) => rows.flat());
    expect(texts.filter((text) => ID.test(text))).toEqual([]);
  }
});

test('rows stand once, and a budget is not asked what only accounts have', async () => {
  const rowsOf = async (template: string, ledger: Ledger, sheet: string) => {
    const bytes = await writeLedger(ledger, { template: templateById(template)! });
    return (await readSheetTexts(bytes)).find(({ name }) => name === sheet)!.rows;
  };
  const blank = (template: string) =>
    blankLedger({ name: '某局', level: 'unit' }, 2026, undefined, templateById(template)!);
  const texts = (await rowsOf('yantai-2026', blank('yantai-2026'), '说明文字')).map(([first]) => first);
  expect(new Set(texts).size).toBe(texts.length);
  const assets = (await rowsOf('hebei-2023', exampleLedger(2026), '资产')).map(([first = '']) => first);
  expect(assets.filter((label) => label.includes('车辆'))).toHaveLength(1);
  const heads = async (template: string) => (await rowsOf(template, blank(template), '上年数和原因')).flat();
  expect(await heads('hebei-2023')).not.toContain('年初预算数（元）');
  expect(await heads('national-final-2020')).toContain('年初预算数（元）');
});
