/** The first start of an empty store shows something: disclosures that come with the project. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agency, Region } from '@mingsuan/core/disclosure';
import type { Stage } from '@mingsuan/core/model/document-kinds';
import { catalogFacts, importDocument, type Prepare, type Store } from '@mingsuan/store';

/** A made-up document, and what the list beside it says of it: its city is on no map. */
interface Example {
  readonly file: string;
  readonly agency: Agency;
  readonly region: Region;
  readonly year: number;
  readonly stage: Stage;
}

const LIST = 'index.json';

/** Imports the documents that a folder lists, or all data in a folder without a list. @returns how many files were imported */
export async function importSamples(store: Store, folder: string, prepare?: Prepare): Promise<number> {
  if ((await catalogFacts(store)).disclosures > 0) return 0;
  const names = await readdir(folder).catch((): string[] => []);
  const examples: readonly Example[] = names.includes(LIST)
    ? JSON.parse(await readFile(join(folder, LIST), 'utf8'))
    : names
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((file) => ({ file }));
  await Promise.all(
    examples.map(async ({ file, ...told }) => {
      const input = { name: file, bytes: await readFile(join(folder, file)) };
      const ruling = told.agency && { kind: 'identity' as const, disclosures: [{ at: 0, ...told }] };
      await importDocument(store, ruling ? { ...input, ruling } : input, prepare);
    }),
  );
  return examples.length;
}
