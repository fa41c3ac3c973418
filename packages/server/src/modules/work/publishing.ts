/** An approved budget's disclosure goes to the portal: the original as a PDF, and its data as the portal reads them from it. */

import { rowsOfHeld } from '@mingsuan/core/ledger/held';
import { sheetsOfRows } from '@mingsuan/core/ledger/sheet-texts';
import { importDocument, type Store, type WorkContent, type WorkItem } from '@mingsuan/store';
import { type Engine, gained, prepareIn } from '../../engine/engine.ts';
import { Fault } from '../../fault.ts';
import { compiledOf, isCompiled } from './compiled.ts';
import { regionOf } from './region.ts';

/** Takes the disclosure of a version into the portal. @returns the hash of the file; @throws Fault where it does not compile */
export async function intoPortal(
  { store, engine }: { readonly store: Store; readonly engine: Engine },
  item: WorkItem,
  held: WorkContent,
): Promise<string> {
  const compiled = compiledOf(held);
  const rows = rowsOfHeld(held.content);
  if (!isCompiled(compiled) || !rows) throw new Fault('unusable', '这一版还编不成公开文本。');
  const bytes = gained(await engine.writers.run('ledger-file', { sheets: sheetsOfRows(rows), format: 'pdf' }));
  const { agency, year, stage = 'budget' } = compiled.ledger;
  const region = compiled.ledger.region ?? (await regionOf(store, item));
  const told = { at: 0, agency, year, stage, ...(region ? { region } : {}) };
  const name = `${item.unit}${year}年部门预算公开.pdf`;
  const input = { name, bytes, ruling: { kind: 'identity' as const, disclosures: [told] } };
  return (await importDocument(store, input, prepareIn(engine))).sha256;
}
