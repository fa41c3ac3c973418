/** The first start of an empty store shows something: the sample disclosures that come with the project. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogFacts, importDocument, type Store } from '@mingsuan/store';

/** @returns how many files were imported */
export async function importSamples(store: Store, folder: string): Promise<number> {
  if ((await catalogFacts(store)).disclosures > 0) return 0;
  const names = await readdir(folder).catch(() => []);
  const samples = names.filter((name) => name.endsWith('.json')).sort();
  for (const name of samples) await importDocument(store, { name, bytes: await readFile(join(folder, name)) });
  return samples.length;
}
