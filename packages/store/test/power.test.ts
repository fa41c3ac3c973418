/** Losing the power while an embedded database works: what was acknowledged is there afterwards, and it starts. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDocument, openStore } from '@mingsuan/store';
import { afterAll, expect, it } from 'vitest';
import { fileOf, made } from './support/disclosures.ts';
import { watchDisk } from './support/disk.ts';

const DOCUMENTS = 8;
/** Cuts during the first start, and while documents come in; half of each keep only what was synced. */
const FIRST_CUTS = 4;
const CUTS = 16;

const folder = mkdtempSync(join(tmpdir(), 'mingsuan-power-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Cut {
  readonly dataDir: string;
  /** Documents that were acknowledged before it. */
  readonly acknowledged: readonly string[];
}

it.skipIf(!existsSync('/proc/self/fd'))(
  `${FIRST_CUTS + CUTS} cuts lose nothing acknowledged, and every start succeeds`,
  async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    mkdirSync(join(folder, 'shadow'));
    const disk = await watchDisk(dataDir, join(folder, 'shadow'));
    const draw = drawing(7);
    const cuts: Cut[] = [];
    const acknowledged: string[] = [];
    /** At syncs that the draw picks, on average one in `rarity`, until there are so many. */
    const cutting = (until: number, rarity: number) => {
      disk.onSync = () => {
        if (cuts.length >= until || draw() * rarity > 1) return;
        const to = join(folder, `cut-${cuts.length}`);
        disk.cut(to, cuts.length % 2 === 0 ? () => 0 : draw);
        cuts.push({ dataDir: to, acknowledged: [...acknowledged] });
      };
    };

    cutting(FIRST_CUTS, 150);
    const store = await openStore({ dataDir });
    cutting(FIRST_CUTS + CUTS, 4);
    for (let i = 0; i < DOCUMENTS || cuts.length < FIRST_CUTS + CUTS; i++) {
      const { sha256 } = await importDocument(store, fileOf([made({ agency: i % 4, draw: i })]));
      acknowledged.push(sha256);
    }
    disk.remove();
    await store.close();

    expect(cuts.length).toBe(FIRST_CUTS + CUTS);
    for (const cut of cuts) {
      // After a cut its holder is gone; here that is this process.
      rmSync(join(cut.dataDir, 'lock'), { force: true });
      const again = await openStore({ dataDir: cut.dataDir });
      const kept = await again.db.selectFrom('documents').select('sha256').execute();
      expect(kept.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining([...cut.acknowledged]));
      for (const sha256 of cut.acknowledged) expect(await again.files.get(sha256)).toBeDefined();
      await importDocument(again, fileOf([made({ agency: 9, draw: 999 })]));
      await again.close();
      rmSync(cut.dataDir, { recursive: true });
    }
  },
  300_000,
);

/** Numbers from 0 to 1, the same at each run. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
