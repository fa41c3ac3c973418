/** Where facts are asked for, as the operator set it (MINGSUAN_FACTS). */
import { resolve } from 'node:path';
import type { Store } from '../open.ts';
import type { FactStore } from './fact-store.ts';
import { openPostgresFacts } from './postgres-facts.ts';

/** `lake:FOLDER`, or nothing for the store's own database. */
export const FACTS_SETTING = /^$|^lake:.+$/s;

/** The folder of a lake that a setting names; undefined where it names none. */
export const lakeFolder = (setting: string, cwd: string): string | undefined =>
  setting.startsWith('lake:') ? resolve(cwd, setting.slice('lake:'.length)) : undefined;

/** Opens what answers questions about facts: the lake in a folder, else the store itself. @throws EngineMissing; ForeignLake */
export async function openFacts(store: Pick<Store, 'db'>, lake?: string): Promise<FactStore> {
  if (lake === undefined) return openPostgresFacts(store);
  const { openLake } = await import('./lake/lake-facts.ts');
  return openLake(store, lake);
}
