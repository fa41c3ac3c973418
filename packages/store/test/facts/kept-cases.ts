/** The contract of what keeps facts beside the store. */
import { bringFacts, type FactStore, nextBatch, SnapshotGone, type Store } from '@mingsuan/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { empty } from '../support/backends.ts';
import { made, take } from '../support/disclosures.ts';
import { type Answers, answersOf, answersTold } from './told.ts';
import { MUTATIONS, settle, withdraw } from './world.ts';

/** What holds of all that keep facts beside the store, in the order of a life; `without` are the answers that an engine is too old for. */
export function keptCases(
  store: Store,
  open: () => Promise<FactStore>,
  without: readonly (keyof Answers)[] = [],
): void {
  const past = new Map<number, Answers>();
  let facts: FactStore;
  beforeAll(async () => {
    await empty(store);
    await settle(store);
    facts = await open();
  });
  afterAll(() => facts.close());
  const isTold = async (): Promise<void> => {
    const answers = await answersOf(facts, undefined, without);
    expect(answers).toEqual(await answersTold(store, without));
    past.set((await facts.state()).snapshot, answers);
  };
  const isAsBefore = async (): Promise<void> => {
    // The first, one on the way, and the last but one: each question at each of them would take long.
    const kept = [...past];
    for (const i of [0, Math.floor(kept.length / 2), kept.length - 2]) {
      const [at, answers] = kept[i]!;
      expect(await answersOf(facts, at, without)).toEqual(answers);
    }
  };
  const differing = async (): Promise<readonly number[]> =>
    (await Promise.all([2022, 2023].map((year) => facts.verify(year, 13)))).flatMap((each) => each.differing);

  it('what is in the store comes once, in batches', async () => {
    expect(await bringFacts(store.db, facts, undefined, 6)).toBe(3);
    expect(await facts.state()).toMatchObject({ snapshot: 3, oldest: 1, waiting: 0 });
    await isTold();
  });

  it('the same batch again changes nothing', async () => {
    await take(store, made({ agency: 4, year: 2023, draw: 7 }));
    const batch = (await nextBatch(store.db))!;
    const snapshot = await facts.apply(batch);
    const state = await facts.state();
    expect(await facts.apply(batch)).toBe(snapshot);
    expect(await facts.state()).toEqual(state);
    await bringFacts(store.db, facts);
    await isTold();
  });

  it('follows whatever happens', async () => {
    for (const mutate of MUTATIONS) {
      await mutate(store);
      expect((await facts.state()).waiting).toBeGreaterThan(0);
      await bringFacts(store.db, facts);
      await isTold();
    }
    expect(await differing()).toEqual([]);
  });

  it('is asked as it was, before and after it is compacted', async () => {
    await isAsBefore();
    const before = await facts.state();
    await facts.compact();
    await isTold();
    await isAsBefore();
    expect(await facts.state()).toMatchObject({ facts: before.facts, disclosures: before.disclosures });
    expect(await differing()).toEqual([]);
    await expect(answersOf(facts, 1_000_000, without)).rejects.toThrow(SnapshotGone);
  });

  it('what is withdrawn is gone; compacted and no longer retained, its past is gone too', async () => {
    const { scanned } = await answersOf(facts, undefined, without);
    const { disclosure } = scanned[0]!;
    await withdraw(store, disclosure);
    await bringFacts(store.db, facts);
    await isTold();
    const of = async (at?: number) => (await facts.scan({ disclosure, ...(at ? { at } : {}) }).next()).done;
    const earlier = [...past.keys()].at(-2)!;
    expect([await of(), await of(earlier)]).toEqual([true, false]);
    const newest = await facts.compact();
    await facts.retain(newest);
    await isTold();
    await expect(of(earlier)).rejects.toThrow(SnapshotGone);
    expect(await facts.state()).toMatchObject({ oldest: newest, snapshot: newest });
  });

  it('verify finds what differs from the store', async () => {
    const { scanned } = await answersOf(facts, undefined, without);
    const { disclosure, year } = scanned[0]!;
    const add = (fen: number) =>
      sql`update statements set fens[1] = fens[1] + ${fen} where disclosure_id = ${disclosure} and ordinal = 0`.execute(
        store.db,
      );
    await add(1);
    expect(await facts.verify(year, 13)).toMatchObject({ differing: [disclosure] });
    await add(-1);
    expect(await differing()).toEqual([]);
  });
}
