/** Where facts are asked for, as the operator set it (MINGSUAN_FACTS). */
import type { Store } from '../open.ts';
import { openClickhouseFacts } from './clickhouse/clickhouse-facts.ts';
import { clickhouseAt, openClickhouse } from './clickhouse/http.ts';
import type { FactStore } from './fact-store.ts';
import { openPostgresFacts } from './postgres-facts.ts';

/**
 * Opens what answers questions about facts: ClickHouse at a URL, the lake in a folder, else the store itself.
 * @throws EngineMissing; ForeignLake; ClickhouseAway; ClickhouseRefused
 */
export async function openFacts(store: Pick<Store, 'db' | 'engine'>, keeper?: string): Promise<FactStore> {
  if (keeper === undefined) return openPostgresFacts(store);
  const place = clickhouseAt(keeper);
  if (place) return openClickhouseFacts(store, await openClickhouse(place));
  const { openLake } = await import('./lake/lake-facts.ts');
  return openLake(store, keeper);
}
