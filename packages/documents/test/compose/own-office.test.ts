/** A department's own office is a unit; some places call its budget 部门预算 on the cover all the same. */
import { discloseLedger } from '@mingsuan/core/disclose';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateById } from '@mingsuan/core/templates/index';
import { expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { readDocument } from '../../src/read.ts';
import { writeText } from '../../src/text/write-text.ts';

const example = exampleLedger(2026);

async function coverAndAgency(id: string, name: string) {
  const template = templateById(id)!;
  const { disclosure } = discloseLedger({ ...example, agency: { ...example.agency, name } }, template);
  const text = writeText(compose([disclosure], template, bundled()));
  const [back] = (await readDocument('a.txt', new TextEncoder().encode(text))).disclosures;
  return [text.split('\n')[0], back!.agency.name, back!.agency.level];
}

it.each([
  ['shenzhen-2026', '示例市民政局（本级）', '2026年示例市民政局（本级）部门预算'],
  ['shenzhen-2026', '示例市救助管理站', '2026年示例市救助管理站单位预算'],
  ['hebei-2023', '示例市民政局（本级）', expect.stringContaining('单位预算')],
])('%s %s', async (id, name, cover) => {
  const [first, agency, level] = await coverAndAgency(id, name);
  expect(first).toEqual(cover);
  expect([agency?.replace('(', '（').replace(')', '）'), level]).toEqual([name, 'unit']);
});
