import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLayout, understand } from '@mingsuan/documents/read';
import { describe, expect, it } from 'vitest';
import { DISTORTIONS } from '../../scripts/unseen/distort.ts';
import { randomOf } from '../../scripts/unseen/distortion.ts';

/** A document of ../shared printed otherwise is read as well: what reading needs is in the tables, not in how they stand. */
const folder = join(import.meta.dirname, '../../../shared/samples');
const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => /单位25年预算\.pdf$/.test(name));

/** The least share of the amounts that is still understood. */
const LEAST: Readonly<Record<string, number>> = {
  unitless: 0.99,
  inYuan: 0.99,
  unmerged: 0.99,
  // A page that goes on without a header, with its blank column elsewhere, is told by nothing.
  blankColumns: 0.85,
  broken: 0.95,
  untitled: 0.85,
  reworded: 0.85,
};

describe.each(names)('%s', async (name) => {
  const opened = await openLayout(name, new Uint8Array(readFileSync(join(folder, name))));
  const layout = 'layout' in opened ? opened.layout : undefined;
  it.each(Object.entries(LEAST))('%s: at least %f', async (distortion, least) => {
    for (const seed of [1, 2]) {
      const reading = await understand(name, DISTORTIONS[distortion]!(layout!, randomOf(seed)), []);
      const { printed, read, unread } = reading.coverage!.amounts;
      expect(unread).toBe(0);
      expect(read / printed).toBeGreaterThanOrEqual(least);
    }
  });
});
