/** The jurisdictions that come with the program: the folders of `jurisdictions/`, taken over by `npm run jurisdictions`. */
import files from './data/bundled.json' with { type: 'json' };
import type { Jurisdictions } from './jurisdictions.ts';
import { loadJurisdictions } from './load.ts';
import { type JurisdictionSource, NOWHERE } from './source.ts';

/** Folders as a bureau's are given, for loading them together with its own. */
export const bundledSources: readonly JurisdictionSource[] = Object.entries(files).map(([id, folder]) => ({
  id,
  files: Object.entries(folder).map(([name, data]) => ({ name, data: data as unknown, locate: NOWHERE })),
}));

let loaded: Jurisdictions | undefined;

/** What every engine works with where no other jurisdictions are given to it. */
export function bundled(): Jurisdictions {
  if (loaded) return loaded;
  const result = loadJurisdictions(bundledSources);
  if (!result.ok)
    throw new Error(`jurisdictions: ${result.errors.map((each) => `${each.file} ${each.message}`).join(' ')}`);
  loaded = result.jurisdictions;
  return loaded;
}
