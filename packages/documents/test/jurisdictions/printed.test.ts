/** What a place's folder makes of the example ledger, to the letter: a change of the data shows here as a reader sees it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discloseLedger } from '@mingsuan/core/disclose';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateById } from '@mingsuan/core/templates/index';
import { expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { writeText } from '../../src/text/write-text.ts';

it.each([
  ['hebei-2019', 2020],
  ['hebei-2023', 2026],
  ['shanghai-2026', 2026],
  ['national-budget-2021', 2026],
  ['yantai-2026', 2026],
  ['fuzhou-2026', 2026],
  ['guangzhou-2026', 2026],
  ['beijing-2026', 2026],
  ['xian-2026', 2026],
  ['shenzhen-2026', 2026],
  ['hangzhou-2026', 2026],
  ['chongqing-2026', 2026],
])('%s', (id, year) => {
  const template = templateById(id)!;
  const { disclosure } = discloseLedger(exampleLedger(year), template);
  const expected = readFileSync(join(import.meta.dirname, 'expected', `${id}.txt`), 'utf8');
  expect(writeText(compose([disclosure], template))).toBe(expected);
});
