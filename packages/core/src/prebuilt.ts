/**
 * What follows from the program's own data alone, worked out when the programs are built (scripts/prebuilt.ts) so that no command does it
 * again at its start. Run from its sources nothing is there, and whoever asks works it out at the first use: the answers are the same.
 */
import { BUILT } from './prebuilt-data.ts';

export type PrebuiltName = keyof typeof BUILT;

/** What the build has worked out under a name; undefined where nothing is built. */
export function prebuilt<T>(name: PrebuiltName): T | undefined {
  const json = BUILT[name];
  return json === undefined ? undefined : JSON.parse(json);
}
