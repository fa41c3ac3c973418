/** What the build works out beforehand is what the sources work out. */
import { builtinFamilies } from '@mingsuan/core/equations/families/families';
import { expect, it } from 'vitest';
import { bundled } from '../packages/core/src/jurisdictions/bundled.ts';
import { isKnownQuantity, knownThings } from '../packages/core/src/jurisdictions/quantities.ts';
import { prebuilt } from '../packages/core/src/prebuilt.ts';
import { lexicon, type PackedLexicon, unpacked } from '../packages/core/src/words/lexicon.ts';
import { built } from '../scripts/prebuilt.ts';

const parsed = Object.fromEntries(Object.entries(built).map(([name, json]) => [name, JSON.parse(json)]));

it('the sources hold nothing beforehand: tests test what they say', () => {
  for (const name of ['lexicon', 'leads', 'things', 'equations'] as const) expect(prebuilt(name)).toBeUndefined();
});

it('nouns mean the same, in the same order', () => {
  expect([...unpacked(parsed.lexicon as PackedLexicon)]).toEqual([...lexicon()]);
});

it('equations are the same', () => {
  expect(parsed.equations).toEqual(builtinFamilies().map(({ equations }) => equations));
});

it('sentences have the same leads, and the same things are known', () => {
  const sentences = bundled().all.flatMap(({ own }) => [...own.values()]);
  for (const { source, lead } of sentences) expect([source, parsed.leads[source]]).toEqual([source, lead ?? null]);
  expect(parsed.things).toEqual([...knownThings()]);
  expect(isKnownQuantity('expenditure[total].total')).toBe(true);
  expect(isKnownQuantity('nothing[total].total')).toBe(false);
});
