/** Where facts are asked for, as the operator set it (MINGSUAN_FACTS). */
import type { Store } from '../open.ts';
import type { FactStore } from './fact-store.ts';
import { openPostgresFacts } from './postgres-facts.ts';

/** Opens what answers questions about facts: the lake in a folder, else the store itself. @throws EngineMissing; ForeignLake */
export async function openFacts(store: Pick<Store, 'db'>, lake?: string): Promise<FactStore> {
  if (lake === undefined) return openPostgresFacts(store);
  const { openLake } = await import('./lake/lake-facts.ts');
  return openLake(store, lake);
}
