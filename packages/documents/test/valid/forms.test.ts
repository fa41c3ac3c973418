/** The form of every place: what it has ready is no row, nothing on it is an id of the program, and it gives the ledger back. */

import { bundled } from '@mingsuan/core/jurisdictions/index';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
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
