/** Ledgers that were made, as a workbook or as JSON by the name of the file. */
import { extname } from 'node:path';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { Template } from '@mingsuan/core/templates/index';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import type { World } from '../world.ts';
import { type Saving, save } from './files.ts';

/** Writes a ledger; its workbook is the form of the template's document. @throws UsageError */
export async function saveLedger(
  ledger: Ledger,
  file: string,
  saving: Saving,
  template: Template | undefined,
  world: World,
  words: Messages,
): Promise<void> {
  const extension = extname(file).toLowerCase();
  if (extension !== '.xlsx' && extension !== '.json')
    throw new UsageError(words.usage.badChoice('--output', file, ['*.xlsx', '*.json']));
  if (extension === '.json')
    return save(file, new TextEncoder().encode(`${JSON.stringify(ledger, null, 2)}\n`), saving, world, words);
  const { writeLedger } = await import('@mingsuan/documents/ledger/write-ledger');
  const { jurisdictions } = world;
  const form = { ...(template ? { template } : {}), ...(jurisdictions ? { jurisdictions } : {}) };
  await save(file, await writeLedger(ledger, form), saving, world, words);
}
