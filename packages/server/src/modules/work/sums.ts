/** The money of many budgets by fund and class. Versions never change: what one came to is kept, and read once. */
import { readHeld } from '@mingsuan/core/ledger/held';
import { type Store, yearContents, yearHashes } from '@mingsuan/store';
import { type ClassSum, sumsOf } from './compiled.ts';

const MOST_KEPT = 5000;
const kept = new Map<string, readonly ClassSum[]>();

/** By unit; a unit without a readable ledger has none. */
export async function sumsOfUnits(
  { db }: Pick<Store, 'db'>,
  units: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, readonly ClassSum[]>> {
  const hashes = await yearHashes(db, units, year);
  const unknown = [...hashes].flatMap(([unit, hash]) => (kept.has(hash) ? [] : [unit]));
  if (unknown.length > 0)
    for (const { hash, content } of (await yearContents(db, unknown, year)).values()) {
      const { ledger } = readHeld(content);
      kept.set(hash, ledger ? sumsOf(ledger) : []);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    }
  return new Map([...hashes].map(([unit, hash]) => [unit, kept.get(hash) ?? []]));
}

/** Sums of sums. */
export function added(all: Iterable<readonly ClassSum[]>): readonly ClassSum[] {
  const sums = new Map<string, ClassSum>();
  for (const own of all)
    for (const sum of own) {
      const key = `${sum.fund} ${sum.class}`;
      sums.set(key, { ...sum, fen: (sums.get(key)?.fen ?? 0) + sum.fen });
    }
  return [...sums.values()];
}
