/** What the programs' own data amount to, for `packages/core/src/prebuilt-data.ts` of what is built. */
import { builtinFamilies } from '../packages/core/src/equations/families/families.ts';
import { bundled } from '../packages/core/src/jurisdictions/bundled.ts';
import { knownThings } from '../packages/core/src/jurisdictions/quantities.ts';
import type { PrebuiltName } from '../packages/core/src/prebuilt.ts';
import { lexicon, packed } from '../packages/core/src/words/lexicon.ts';

const jurisdictions = bundled();
const sentences = jurisdictions.all.flatMap(({ own }) => [...own.values()]);

const values: Readonly<Record<PrebuiltName, unknown>> = {
  lexicon: packed(lexicon(jurisdictions)),
  leads: Object.fromEntries(sentences.map(({ source, lead }) => [source, lead ?? null])),
  things: [...knownThings()],
  equations: builtinFamilies().map(({ equations }) => equations),
};

/** Each as JSON, by its name. */
export const built = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
