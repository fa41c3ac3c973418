/** Every workbook and document that is written keeps to ECMA-376: checked by the Open XML SDK, as Office 2019 reads them. */

import { discloseLedger } from '@mingsuan/core/disclose';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import validate from '@ooxml-tools/validate';
import { expect, test } from 'vitest';
import { writeLedger } from '../../src/ledger/write-ledger.ts';
import { writeDocument } from '../../src/write.ts';

async function faultsOf(bytes: Uint8Array, format: 'docx' | 'xlsx'): Promise<string[]> {
  const found = await validate(bytes, format, 'Office2019');
  return found.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

test.each([
  ['blank', blankLedger({ name: '某局', level: 'unit' }, 2026)],
  ['filled', exampleLedger(2026)],
])('a %s ledger', async (_, ledger) => expect(await faultsOf(await writeLedger(ledger), 'xlsx')).toEqual([]));

test.each(bundled().templates.map((template) => [template.id, template] as const))('%s', async (_, template) => {
  const { disclosure } = discloseLedger(exampleLedger(template.years[0]), template);
  for (const format of ['docx', 'xlsx'] as const)
    expect(await faultsOf(await writeDocument([disclosure], format, template), format)).toEqual([]);
});
