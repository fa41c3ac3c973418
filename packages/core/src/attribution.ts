/** In which file each piece of evidence stands, where several files are checked together. */
import type { DocumentReading, Origin } from './disclosure.ts';
import type { Finding } from './finding.ts';

/** Tells the file, by its place in the list, that a place was read in; places are known by themselves, not by what they say. */
export type HomeOf = (origin: Origin) => number | undefined;

/** The homes of all places of some readings. One reading needs none. */
export function homesOf(readings: readonly DocumentReading[]): HomeOf {
  if (readings.length < 2) return () => 0;
  const homes = new Map<object, number>();
  for (const [home, { disclosures }] of readings.entries()) collect(disclosures, homes, home);
  return (origin) => {
    const home = homes.get(origin);
    return home === SHARED ? undefined : home;
  };
}

/** Made readings may share a place, which then tells nothing. */
const SHARED = -1;

function collect(value: unknown, homes: Map<object, number>, home: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, homes, home);
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    if (key === 'origin') homes.set(each as object, (homes.get(each as object) ?? home) === home ? home : SHARED);
    else collect(each, homes, home);
  }
}

/**
 * The findings of a disclosure by the files that it stands in: each is told in the file of its first evidence that is in one of them,
 * else in the first of `files`. Evidence of another file names that file.
 */
export function findingsByFile(
  findings: readonly Finding[],
  files: readonly number[],
  homeOf: HomeOf,
  sourceOf: (file: number) => string,
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>(files.map((file) => [file, []]));
  for (const finding of findings) {
    const homes = finding.evidence.map(({ origin }) => homeOf(origin));
    const file = homes.find((home) => home !== undefined && files.includes(home)) ?? files[0]!;
    const evidence = finding.evidence.map((each, i) => {
      const home = homes[i];
      return home === undefined || home === file
        ? each
        : { ...each, origin: { ...each.origin, source: sourceOf(home) } };
    });
    found
      .get(file)!
      .push(homes.every((home) => home === undefined || home === file) ? finding : { ...finding, evidence });
  }
  return found;
}
